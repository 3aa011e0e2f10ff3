"""An office to be served whose year is half filled in; for the tests in a browser."""

from runut.files.write.workbook.year import write_workbook
from runut.office import clock
from runut.office.acts.sending import Doer, Done
from runut.office.example.office import make_example_office
from runut.office.kinerja.actions import import_workbook
from runut.office.running.set_up import prepare
from tests.packs.paket import KEEPER, half_year


def build() -> None:
    """Make the office in RUNUT_DATA."""
    prepare()
    now = clock.now()
    example = make_example_office(now, figures=False)
    doer = Doer(example.people[KEEPER], now)
    book = write_workbook(half_year())
    done = import_workbook(book, "data.xlsx", doer, facts_agreed=True, gives_up=True)
    assert isinstance(done, Done), done
