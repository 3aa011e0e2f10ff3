"""Pages with several forms: sending one loses nothing that was typed in the others."""

import pytest

from runut.office.meetings.models import Invitee, Meeting, Resolution
from tests.meetings.rapat import Rapat
from tests.typing.browser import Browser, Tab

pytestmark = pytest.mark.django_db


@pytest.fixture
def invitation(browser: Browser, inviting: Rapat) -> Tab:
    return browser.log_in("dewi").open(f"/pelaksanaan/{inviting.row.pk}/langkah/2/")


@pytest.fixture
def decisions(browser: Browser, improving: Rapat) -> Tab:
    return browser.log_in("budi").open(f"/pelaksanaan/{improving.row.pk}/langkah/6/")


def test_the_facts_are_saved_and_the_half_typed_guest_is_still_there(invitation: Tab) -> None:
    invitation.type(tempat="Aula lantai 3", nama="Siti Aminah").press("Simpan data rapat")
    assert "Data rapat disimpan" in invitation.words
    assert Meeting.objects.get().tempat == "Aula lantai 3"
    assert invitation["nama"].value == "Siti Aminah"
    assert "open" in next(invitation["nama"].iterancestors("details")).attrib
    assert "sudah diisikan kembali dan belum terkirim" in invitation.card

    invitation.press("Tambahkan")
    assert Invitee.objects.filter(nama="Siti Aminah").count() == 1
    assert invitation["nama"].value in ("", None) and invitation.card == ""


def test_a_row_is_taken_out_and_both_other_forms_keep_what_was_typed(invitation: Tab) -> None:
    invitation.type(acara="Rapat kedua", nama="Siti Aminah").press("Hapus")
    assert "Nama dihapus" in invitation.words
    assert invitation["acara"].value == "Rapat kedua"
    assert invitation["nama"].value == "Siti Aminah"
    invitation.press("Susun undangan")
    assert invitation["acara"].value == "Rapat kedua", "kept from one act to the next"
    assert Meeting.objects.get().acara != "Rapat kedua"


def test_what_nobody_touched_is_drawn_fresh(invitation: Tab) -> None:
    """The facts were open, not changed: what another tab saved is not put back to the old."""
    Meeting.objects.update(tempat="Ruang baru")
    invitation.type(nama="Siti Aminah").press("Hapus")
    assert invitation["tempat"].value == "Ruang baru"


def test_a_form_that_fails_shows_why_and_no_other_loses_its_text(invitation: Tab) -> None:
    invitation.type(acara="Rapat kedua", jabatan="Tanpa nama").press("Tambahkan")
    assert invitation.status == 422
    assert invitation["acara"].value == "Rapat kedua"
    assert invitation["jabatan"].value == "Tanpa nama"

    invitation.press("Susun undangan")  # the form that failed is now one of the others
    assert invitation.status == 200
    assert invitation["jabatan"].value == "Tanpa nama"
    assert invitation["acara"].value == "Rapat kedua"


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


def test_the_whole_page_is_kept_when_the_session_ends(browser: Browser, invitation: Tab) -> None:
    invitation.type(acara="Rapat kedua", nama="Siti Aminah")
    browser.lose_the_session()
    invitation.press("Tambahkan")
    again = browser.log_in("dewi").open(f"{invitation.trail[0].partition('next=')[2]}")
    again.press("Isikan kembali")
    assert (again["acara"].value, again["nama"].value) == ("Rapat kedua", "Siti Aminah")


def test_enter_without_a_script_does_nothing_and_loses_nothing(invitation: Tab) -> None:
    invitation.type(nama="Siti Aminah")
    form = next(invitation["nama"].iterancestors("form"))
    first = form.xpath(".//button")[0]
    invitation.send(first)
    assert "Belum ada yang dikirim" in invitation.words
    assert invitation["nama"].value == "Siti Aminah"
    assert not Invitee.objects.filter(nama="Siti Aminah").exists()


@pytest.mark.parametrize("told", ["", "{", "[]", "1", '{"a": 1}', '{"a": ["/", 2]}', "[" * 5000])
def test_an_odd_map_of_the_page_is_answered(invitation: Tab, told: str) -> None:
    invitation["bersama"].value = told
    invitation.type(nama="Siti Aminah").press("Tambahkan")
    assert invitation.status in (200, 422)
