"""A session that ends while somebody types: the person comes back to the form, with the text."""

import pytest
from django import forms
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.urls import get_resolver
from django.utils.module_loading import import_string

from runut.office.web.kept import author, store
from runut.office.works.rapat.models import Resolution
from runut.office.works.register import KINDS
from tests.meetings.rapat import NOON, Rapat
from tests.typing.browser import PASSWORD, Browser, Tab

pytestmark = pytest.mark.django_db
DRAWN_AS_BUTTONS = {"perbaikan", "tindakan"}
WORDS = 'Angka triwulan IV dilengkapi <b>"&amp;\ndua baris'


@pytest.fixture
def decision(improving: Rapat) -> str:
    """The page of one decision, with one form."""
    one = Resolution.objects.first()
    assert one
    return f"/pelaksanaan/{improving.row.pk}/langkah/6/tindak-lanjut/{one.pk}/"


def typed(browser: Browser, page: str, words: str = WORDS) -> Tab:
    """Budi has typed on the page, and then his session ends."""
    tab = browser.log_in("budi").open(page).type(hasil="selesai", tindak_lanjut=words)
    browser.lose_the_session()
    return tab


def test_the_person_logs_in_and_is_back_at_the_form_with_the_text_offered(
    browser: Browser, decision: str
) -> None:
    tab = typed(browser, decision).press("Simpan tindak lanjut")
    assert tab.trail == [f"/masuk/?next={decision}"]
    assert "Sesi Saudara sudah berakhir" in tab.words

    tab.type(username="budi", password=PASSWORD).press("Masuk")
    assert (tab.url, tab.status) == (decision, 200)
    assert tab.card.startswith("Ketikan Saudara dari 14 Januari 2026")
    assert tab["tindak_lanjut"].text.strip() == "", "nothing is filled in unasked"

    tab.press("Isikan kembali")
    assert tab["tindak_lanjut"].text.lstrip("\n") == WORDS
    assert "checked" in tab["hasil"].attrib
    tab.press("Simpan tindak lanjut")
    assert "ditangani" in tab.words
    assert Resolution.objects.filter(tindak_lanjut=WORDS.replace("\n", "\r\n")).exists()
    assert browser.kept == [] and tab.card == ""


def test_the_text_can_be_copied_and_thrown_away(browser: Browser, decision: str) -> None:
    typed(browser, decision).press("Simpan tindak lanjut")
    tab = browser.log_in("budi").open(decision)
    copy = tab.page.xpath("//section[@data-ketikan]//textarea[@readonly]")[0]
    assert copy.text.lstrip("\n") == WORDS
    label = tab.page.xpath(f"//label[@for='{copy.get('id')}']")[0]
    assert label.text_content().startswith("Apa yang diubah")

    tab.press("Buang")
    assert tab.url == decision and tab.card == "" and browser.kept == []


def test_another_person_at_the_same_pc_never_sees_it_and_it_is_dropped(
    browser: Browser, decision: str
) -> None:
    typed(browser, decision, "rahasia Budi").press("Simpan tindak lanjut")
    tab = browser.log_in("rina")
    for page in ("/", decision):
        assert "rahasia Budi" not in tab.open(page).html and tab.card == ""
    assert browser.kept == []


def test_a_form_drawn_for_one_person_is_not_kept_for_the_one_who_was_here_last(
    browser: Browser, decision: str
) -> None:
    """Budi's tab stays open; Rina logs in and out in another; then Budi's form is sent."""
    tab = typed(browser, decision, "rahasia Budi")
    browser.log_in("rina")
    browser.lose_the_session()
    tab.press("Simpan tindak lanjut")
    again = browser.log_in("rina").open(decision)
    assert "rahasia Budi" not in again.html


def test_a_browser_in_which_nobody_was_logged_in_makes_us_keep_nothing(
    decision: str,
) -> None:
    stranger = Browser()
    Tab(stranger).open("/masuk/")
    token = stranger.client.cookies["csrftoken"].value
    sent = {"csrfmiddlewaretoken": token, "tindak_lanjut": "x", author.FIELD: "7:abc:def"}
    answer = stranger.client.post(decision, sent, headers={"origin": "http://testserver"})
    assert answer.status_code == 302
    assert stranger.kept == []


def test_passwords_are_never_kept(browser: Browser, improving: Rapat) -> None:
    tab = browser.log_in("budi").open("/kata-sandi/")
    tab.type(old_password="lama sekali 1", new_password1="baru sekali 1")
    browser.lose_the_session()
    tab.press("Ganti kata sandi")
    assert "belum dikerjakan" in tab.words
    assert browser.kept == []


def test_two_tabs_with_different_words_lose_neither(browser: Browser, decision: str) -> None:
    first = browser.log_in("budi").open(decision).type(hasil="selesai", tindak_lanjut="Satu.")
    second = Tab(browser).open(decision).type(hasil="selesai", tindak_lanjut="Dua.")
    browser.lose_the_session()
    first.press("Simpan tindak lanjut")
    second.press("Simpan tindak lanjut")
    tab = browser.log_in("budi").open(decision)
    assert "Satu." in tab.card and "Dua." in tab.card
    tab.press("Isikan kembali")
    assert tab["tindak_lanjut"].text.strip() == "Dua." and "Satu." in tab.card


def test_a_form_that_fails_after_it_was_filled_in_again_is_forgotten_once_it_is_taken(
    browser: Browser, decision: str
) -> None:
    tab = browser.log_in("budi").open(decision).type(tindak_lanjut="Tanpa hasil.")
    browser.lose_the_session()
    tab.press("Simpan tindak lanjut").type(username="budi", password=PASSWORD).press("Masuk")
    tab.press("Isikan kembali").press("Simpan tindak lanjut")
    assert tab.status == 422 and tab.card == "", "its text stands in its form"
    tab.type(hasil="selesai", tindak_lanjut="Dengan hasil.").press("Simpan tindak lanjut")
    assert "ditangani" in tab.words and browser.kept == []


def test_files_are_named_so_that_they_are_chosen_again(browser: Browser) -> None:
    tab = browser.log_in("rina").open("/sop/baru/")
    sent = dict(tab.page.forms[-1].form_values()) | {
        "teks": "Isi SOP",
        "berkas": SimpleUploadedFile("sop-arsip.docx", b"isi"),
    }
    browser.lose_the_session()
    browser.client.post("/sop/baru/", sent, headers={"origin": "http://testserver"})
    tab = browser.log_in("rina").open("/sop/baru/")
    assert "Pilih lagi: sop-arsip.docx" in tab.card
    assert "isi" not in str(browser.kept[0]["files"])
    assert tab.press("Isikan kembali")["teks"].text.strip() == "Isi SOP"


def test_only_the_last_five_forms_and_256_kb_are_kept(browser: Browser, decision: str) -> None:
    tab = typed(browser, decision)
    for n in range(7):
        form = dict(tab.page.forms[-1].form_values()) | {"tindak_lanjut": f"teks {n}"}
        path = decision.replace("/tindak-lanjut/", f"/tindak-lanjut/{n}")
        browser.client.post(path, form, headers={"origin": "http://testserver"})
    assert [one["fields"]["tindak_lanjut"] for one in browser.kept] == [
        [f"teks {n}"] for n in (2, 3, 4, 5, 6)
    ]
    form = dict(tab.page.forms[-1].form_values()) | {"tindak_lanjut": "é\x00" * 300_000}
    browser.client.post(decision, form, headers={"origin": "http://testserver"})
    assert sum(len(str(one["fields"]).encode()) for one in browser.kept) < 270_000
    assert browser.kept[-1]["is_cut"]
    tab = browser.log_in("budi").open(decision)
    assert "terlalu panjang" in tab.card and "Isikan kembali" not in tab.card


def test_all_forms_of_one_page_count_as_one(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.session = SessionStore()
    parts = [
        store.make(7, NOON, "/halaman/", f"/bagian/{n}/", {"isi": [f"teks {n}"]}, sending="satu")
        for n in range(9)
    ]
    store.keep(request, parts)
    assert store.kept_in(request) == parts


def test_a_session_written_by_another_version_is_no_failure(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.session = SessionStore()
    request.session["ketikan"] = [{"kunci": "lama"}]
    assert store.kept_in(request) == []


def test_every_secret_of_every_form_is_known_as_one_and_every_hidden_field_as_no_typing() -> None:
    assert get_resolver().url_patterns, "all forms are imported by their views"
    assert all(import_string(kind.page) for kind in KINDS), "and by the pages of the kinds of work"
    hidden, secret, typed = set(), set(), set()
    for kind in _forms():
        for name, field in kind.base_fields.items():
            if field.widget.is_hidden:
                hidden.add(name)
            else:
                typed.add(name)
            if getattr(field.widget, "input_type", "") == "password":
                secret.add(name)
    assert {"kunci", "putaran", "versi", "dibaca"} <= hidden <= store.MACHINE_WORDS
    assert typed & store.MACHINE_WORDS == DRAWN_AS_BUTTONS, "what is typed would be lost"
    assert {"sandi", "password", "old_password"} <= secret
    assert [name for name in secret if not store.is_secret(name)] == []


def _forms() -> set[type]:
    found, waiting = {PasswordChangeForm}, [forms.BaseForm]
    while waiting:
        for one in waiting.pop().__subclasses__():
            waiting.append(one)
            if hasattr(one, "base_fields") and one.__module__.startswith("runut"):
                found.add(one)
    return found


def test_nothing_typed_is_logged(
    browser: Browser, decision: str, caplog: pytest.LogCaptureFixture
) -> None:
    typed(browser, decision, "rahasia Budi").press("Simpan tindak lanjut")
    browser.log_in("budi").open(decision)
    assert caplog.text == "" or "rahasia Budi" not in caplog.text
