"""What Renja, Perjanjian Kinerja and DPA must have left is said before a report is started."""

import pytest

from runut.office import clock
from runut.office.cases.models import Case
from tests.kantor import MONDAY, kantor
from tests.works.running import browser, first_form, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_the_year_after(monkeypatch: pytest.MonkeyPatch) -> None:
    """The year that a form proposes is the one before today's."""
    monkeypatch.setattr(clock, "now", lambda: MONDAY)


def test_what_is_missing_is_named_and_asked_once() -> None:
    office = kantor()
    rina = browser(office, "rina")
    form = first_form(rina, f"/pelaksanaan/mulai/{office.sop.pk}/")
    answer = form.send(rina, sumber="")
    assert answer.status_code == 422 and not Case.objects.exists()
    assert "Perjanjian Kinerja tahun 2025: data kinerja tahun 2025 belum dimuat" in text(answer)
    assert form.send(rina, sumber="on").status_code == 302
    assert Case.objects.count() == 1


def test_where_all_is_there_nothing_is_asked() -> None:
    office = kantor(figures=True)
    rina = browser(office, "rina")
    page = text(rina.get(f"/pelaksanaan/mulai/{office.sop.pk}/"))
    assert "5 sasaran, 12 indikator" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert 'name="sumber"' not in page
    form = first_form(rina, f"/pelaksanaan/mulai/{office.sop.pk}/")
    assert form.send(rina).status_code == 302


def test_another_year_is_looked_at_when_it_is_typed() -> None:
    office = kantor(figures=True)
    rina = browser(office, "rina")
    form = first_form(rina, f"/pelaksanaan/mulai/{office.sop.pk}/")
    answer = form.send(rina, tahun="2024", judul="LAKIP 2024", sumber="")
    assert answer.status_code == 422 and "data kinerja tahun 2024 belum dimuat" in text(answer)
