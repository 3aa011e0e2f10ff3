"""What a person typed while the matter changed under his hands is given back to him."""

from typing import Any

import pytest
from django.db import OperationalError

from runut.office.cases.models import Case, CaseMember
from runut.office.meetings import actions
from runut.office.meetings.models import Resolution
from runut.office.meetings.pages import deciding
from runut.office.people.models import Grant
from tests.meetings.rapat import Rapat
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
    from runut.office.cases import queries  # noqa: PLC0415

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


def test_an_error_nobody_foresaw(
    tab: Tab, monkeypatch: pytest.MonkeyPatch, browser: Browser
) -> None:
    def broken(*args: Any, **kwargs: Any) -> Any:
        raise RuntimeError

    browser.client.raise_request_exception = False
    monkeypatch.setattr(deciding, "answer", broken)
    tab.press("Simpan tindak lanjut")
    assert tab.status == 500 and "Kata Budi." in tab.card


def test_the_step_is_done_by_somebody_else(tab: Tab, improving: Rapat) -> None:
    """The page says why; the text is in its form or beside it."""
    row = Case.objects.get(pk=improving.row.pk)
    Case.objects.filter(pk=row.pk).update(
        snapshot=row.snapshot.replace('"6": {"status": "terbuka"', '"6": {"status": "selesai"')
    )
    tab.press("Simpan tindak lanjut")
    assert tab.status in (200, 403, 404, 409, 422)
    assert "Kata Budi." in tab.html
    assert CaseMember.objects.exists() and Grant.objects.exists()
