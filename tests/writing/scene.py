"""An office whose draft is being improved: for tests in a browser, built by itself."""

from datetime import timedelta

from runut.office import clock
from runut.office.example.office import PASSWORD, make_example_office, start_example_case
from runut.office.example.walk import walk
from runut.office.running.set_up import prepare
from runut.office.trust.test_certificates import make_test_certificates


def build() -> None:
    """Make the office in RUNUT_DATA; its one case is number 1."""
    prepare()
    start = (clock.now() - timedelta(days=40)).replace(hour=1, minute=0, second=0, microsecond=0)
    example = make_example_office(start)
    make_test_certificates(example.office, start, passphrase=PASSWORD)
    due = (clock.now() + timedelta(days=60)).date()
    case = start_example_case(example, 2025, start, batas=due)
    walk(
        example,
        case,
        start.astimezone(example.office.zone),
        lambda line: None,
        before="sempurnakan",
    )
