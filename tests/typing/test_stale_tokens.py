"""A token that is no longer good: two tabs, a new login. Our own forms lead back to themselves."""

import pytest

from runut.office.works.rapat.models import Resolution
from tests.meetings.rapat import Rapat
from tests.typing.browser import Browser, Tab

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(improving: Rapat) -> str:
    one = Resolution.objects.first()
    assert one
    return f"/pelaksanaan/{improving.row.pk}/langkah/6/tindak-lanjut/{one.pk}/"


def test_after_a_new_login_in_another_tab_the_old_form_comes_back_with_its_text(
    browser: Browser, decision: str
) -> None:
    tab = browser.log_in("budi").open(decision).type(hasil="selesai", tindak_lanjut="Sudah.")
    browser.lose_the_session()
    browser.log_in("budi")  # in another tab

    tab.press("Simpan tindak lanjut")
    assert (tab.url, tab.status) == (decision, 200)
    assert "dibuka sebelum Saudara masuk lagi, jadi belum terkirim" in tab.words
    assert Resolution.objects.filter(tindak_lanjut="Sudah.").count() == 0
    tab.press("Isikan kembali").press("Simpan tindak lanjut")
    assert Resolution.objects.filter(tindak_lanjut="Sudah.").count() == 1


@pytest.mark.parametrize("gone", [["csrftoken"], ["csrftoken", "sessionid", "terakhir"]])
def test_when_the_cookie_is_gone_too_the_login_leads_back_to_the_form(
    browser: Browser, decision: str, gone: list[str]
) -> None:
    tab = browser.log_in("budi").open(decision).type(tindak_lanjut="Sudah.")
    browser.lose_the_session()
    for name in gone:
        del browser.client.cookies[name]
    tab.press("Simpan tindak lanjut")
    assert tab.trail[-1] == f"/masuk/?next={decision}"
    assert "Ketikan Saudara" in browser.log_in("budi").open(decision).card


def test_a_form_of_somebody_else_is_neither_sent_nor_shown_to_who_is_here_now(
    browser: Browser, decision: str
) -> None:
    tab = browser.log_in("budi").open(decision).type(tindak_lanjut="rahasia Budi")
    browser.lose_the_session()
    browser.log_in("rina")
    tab.press("Simpan tindak lanjut")
    assert tab.status == 200 and "dibuka dengan akun lain" in tab.words
    assert "rahasia Budi" not in tab.html and browser.kept == []


def test_the_login_form_of_a_second_tab_leads_on_to_where_it_would_have_led(
    browser: Browser,
) -> None:
    second = Tab(browser).open("/masuk/?next=/sop/").type(username="budi", password="salah")
    browser.log_in("budi")
    second.press("Masuk")
    assert second.status == 200 and second.url in ("/", "/sop/")


def test_logging_out_with_an_old_form_is_no_error_page(browser: Browser) -> None:
    tab = browser.log_in("budi").open("/sop/")
    browser.lose_the_session()
    assert tab.send(tab.page.xpath("//header//button")[0]).url == "/masuk/"
    tab = browser.log_in("budi").open("/sop/")
    browser.lose_the_session()
    browser.log_in("budi")
    assert tab.send(tab.page.xpath("//header//button")[0]).url == "/sop/"


@pytest.mark.parametrize(
    "origin", ["https://jahat.example", "null", "http://testserver.jahat.example"]
)
def test_a_form_from_another_site_is_refused_and_nothing_of_it_is_kept(
    browser: Browser, decision: str, origin: str
) -> None:
    tab = browser.log_in("budi").open(decision).type(tindak_lanjut="Dari luar.")
    tab.press("Simpan tindak lanjut", origin=origin)
    assert tab.status == 403 and "Formulir ini sudah kedaluwarsa" in tab.words
    assert browser.kept == []
    browser.lose_the_session()
    assert tab.browser.log_in("budi").open(decision).card == ""
