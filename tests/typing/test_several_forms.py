"""Pages with several forms: sending one loses nothing that was typed in the others."""

import lxml.html
import pytest
from django.urls import reverse

from runut.office import clock
from runut.office.works.rapat.models import Invitee, Meeting
from tests.kantor import MONDAY
from tests.meetings.rapat import Rapat
from tests.typing.browser import Browser, Tab

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def before_the_meeting(at_noon: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY)


@pytest.fixture
def invitation(browser: Browser, inviting: Rapat) -> Tab:
    return browser.log_in("dewi").open(f"/pelaksanaan/{inviting.row.pk}/langkah/2/")


def test_the_facts_are_saved_and_the_half_typed_guest_is_still_there(invitation: Tab) -> None:
    invitation.type(nama="Siti Aminah", jabatan="Notaris", tempat="Aula lantai 3")
    invitation.press("Simpan data rapat")
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


def test_a_form_sent_after_the_session_asks_for_the_page_it_stood_on(
    browser: Browser, inviting: Rapat
) -> None:
    step = f"/pelaksanaan/{inviting.row.pk}/langkah/2/"
    tab = browser.log_in("dewi").open(step)
    assert reverse("rapat_tamu", args=(inviting.row.pk, "2")) in tab.html
    tab.type(nama="Siti Aminah")
    browser.lose_the_session()
    tab.press("Tambahkan")
    assert tab.trail == [f"/masuk/?next={step}"]


def test_the_whole_page_is_kept_when_the_session_ends(browser: Browser, invitation: Tab) -> None:
    invitation.type(acara="Rapat kedua", nama="Siti Aminah")
    browser.lose_the_session()
    invitation.press("Tambahkan")
    again = browser.log_in("dewi").open(f"{invitation.trail[0].partition('next=')[2]}")
    again.press("Isikan kembali")
    assert (again["acara"].value, again["nama"].value) == ("Rapat kedua", "Siti Aminah")


def test_a_page_from_the_memory_of_the_browser_is_sent_as_a_new_form(invitation: Tab) -> None:
    """Sent, then the back button: the old page with its old key, and other words typed in it."""
    old = invitation.html
    invitation.type(nama="Siti Aminah", jabatan="Notaris").press("Tambahkan")
    invitation.page = lxml.html.fromstring(old)
    invitation.type(nama="Anton", jabatan="Arsiparis").press("Tambahkan")
    assert invitation.status == 422 and "kirim lagi" in invitation.words
    assert invitation["nama"].value == "Anton"
    invitation.press("Tambahkan")
    assert Invitee.objects.filter(nama__in=["Siti Aminah", "Anton"]).count() == 2


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
