"""What a person typed while the matter changed under his hands is given back to him."""

from typing import Any

import pytest
from django.db import OperationalError

from runut.core.findings import Refused
from runut.office.cases import queries
from runut.office.sops.actions import take_in
from runut.office.sops.models import SopVersion
from runut.office.works.rapat import actions
from runut.office.works.rapat.models import Resolution
from runut.office.works.rapat.pages import deciding
from tests.meetings.rapat import NOON, Rapat
from tests.office import berkas
from tests.typing.browser import Browser, Tab

pytestmark = pytest.mark.django_db


@pytest.fixture
def tab(browser: Browser, improving: Rapat) -> Tab:
    """Budi has typed what became of a decision."""
    one = Resolution.objects.first()
    assert one
    page = f"/pelaksanaan/{improving.row.pk}/langkah/6/tindak-lanjut/{one.pk}/"
    return browser.log_in("budi").open(page).type(hasil="selesai", tindak_lanjut="Kata Budi.")


def test_the_decision_is_gone(tab: Tab) -> None:
    Resolution.objects.all().delete()
    tab.press("Simpan tindak lanjut")
    assert tab.status == 404
    assert "Formulirnya tidak terbuka lagi" in tab.card and "Kata Budi." in tab.card


def test_the_case_is_no_longer_his(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "may_see", lambda case, person: False)
    tab.press("Simpan tindak lanjut")
    assert tab.status == 404 and "Kata Budi." in tab.card
    assert "Kata Budi." in tab.open(tab.url).card, "and again when he looks"


def test_the_database_is_busy(tab: Tab, monkeypatch: pytest.MonkeyPatch, browser: Browser) -> None:
    def busy(*args: Any, **kwargs: Any) -> Any:
        raise OperationalError("database is locked")

    monkeypatch.setattr(actions, "resolve", busy)
    tab.press("Simpan tindak lanjut")
    assert tab.status == 503 and "Kata Budi." in tab.card
    assert browser.kept == [], "a database that is away is not asked to keep it"
    assert "Buang" not in tab.card, "and the page does not say that it was kept"


def test_an_error_nobody_foresaw(
    tab: Tab, monkeypatch: pytest.MonkeyPatch, browser: Browser
) -> None:
    def broken(*args: Any, **kwargs: Any) -> Any:
        raise RuntimeError

    browser.client.raise_request_exception = False
    monkeypatch.setattr(deciding, "answer", broken)
    tab.press("Simpan tindak lanjut")
    assert tab.status == 500 and "Kata Budi." in tab.card


def test_the_step_is_not_his_any_more(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says why; the text is still in its form."""
    gone = Refused("bukan_pelaksana", "Langkah ini dikerjakan orang lain.")
    monkeypatch.setattr(actions, "resolve", lambda *told, **more: gone)
    tab.press("Simpan tindak lanjut")
    assert tab.status == 403 and "dikerjakan orang lain" in tab.words
    assert tab["tindak_lanjut"].text.strip() == "Kata Budi." and tab.card == ""


def test_the_proposal_was_adopted_by_somebody_else_meanwhile(
    browser: Browser, improving: Rapat
) -> None:
    """The form leads on to another page without doing anything: the text goes there too."""
    taken = take_in(berkas.TEXT, "usul.txt", improving["rina"], NOON)
    assert isinstance(taken, SopVersion)
    tab = browser.log_in("rina").open(f"/sop/{taken.pk}/periksa/")
    field = tab.page.xpath("//main//form//textarea")[0]
    tab.into(field, "Kegiatan yang ditulis ulang oleh Rina.")
    SopVersion.objects.filter(pk=taken.pk).update(status=SopVersion.Status.BERLAKU)
    tab.press("Simpan dahulu")
    assert tab.url == f"/sop/{taken.pk}/"
    assert "Kegiatan yang ditulis ulang oleh Rina." in tab.card


def test_a_page_that_leads_on_takes_the_text_along(browser: Browser, improving: Rapat) -> None:
    taken = take_in(berkas.TEXT, "usul.txt", improving["rina"], NOON)
    assert isinstance(taken, SopVersion)
    tab = browser.log_in("rina").open(f"/sop/{taken.pk}/periksa/")
    tab.into(tab.page.xpath("//main//form//textarea")[0], "Ditulis ulang oleh Rina.")
    browser.lose_the_session()
    tab.press("Simpan dahulu")
    SopVersion.objects.filter(pk=taken.pk).update(status=SopVersion.Status.BERLAKU)
    tab = browser.log_in("rina").open(f"/sop/{taken.pk}/periksa/")
    assert tab.url == f"/sop/{taken.pk}/" and "Ditulis ulang oleh Rina." in tab.card
