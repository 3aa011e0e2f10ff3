"""The page of the improving step: a form for every decision, and none loses its words."""

import pytest

from runut.office.works.rapat.models import Resolution
from tests.meetings.rapat import Rapat
from tests.typing.browser import Browser, Tab

pytestmark = pytest.mark.django_db


@pytest.fixture
def decisions(browser: Browser, improving: Rapat) -> Tab:
    return browser.log_in("budi").open(f"/pelaksanaan/{improving.row.pk}/langkah/6/")


def test_each_decision_is_resolved_by_its_own_button_and_the_next_keeps_its_words(
    decisions: Tab,
) -> None:
    texts = decisions.page.xpath("//main//textarea[contains(@name, 'tindak_lanjut')]")
    radios = decisions.page.xpath("//main//input[@value='selesai']")
    decisions.into(texts[0], "Angka dilengkapi.").into(radios[0], "")
    decisions.into(texts[1], "Judul baru:\n<b>LAKIP</b>")
    decisions.press("Simpan tindak lanjut")

    first, second = Resolution.objects.order_by("urutan")
    assert (first.tindak_lanjut, second.tindak_lanjut) == ("Angka dilengkapi.", "")
    left = decisions.page.xpath("//main//textarea[contains(@name, 'tindak_lanjut')]")
    assert [one.text.lstrip("\n") for one in left] == ["Judul baru:\n<b>LAKIP</b>"]


def test_text_for_a_form_that_is_gone_can_be_copied_on_the_page_that_came(
    decisions: Tab,
) -> None:
    texts = decisions.page.xpath("//main//textarea[contains(@name, 'tindak_lanjut')]")
    radios = decisions.page.xpath("//main//input[@value='selesai']")
    second = Resolution.objects.order_by("urutan")[1]
    decisions.into(texts[0], "Angka dilengkapi.").into(radios[0], "")
    decisions.into(texts[1], "Judulnya lain.")
    Resolution.objects.filter(pk=second.pk).update(status="selesai")  # by somebody else
    decisions.press("Simpan tindak lanjut")
    assert "tidak terbuka lagi" in decisions.card and "Judulnya lain." in decisions.card
