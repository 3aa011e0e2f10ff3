"""Whoever looks at any address reads a page: no address answers a look with "not this way"."""

from urllib.parse import quote

import pytest
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver

from runut.office.web.kept.pages import is_from_here
from runut.office.works.rapat.models import Resolution
from tests.meetings.rapat import Rapat
from tests.typing.browser import PASSWORD, Browser, Tab

pytestmark = pytest.mark.django_db


def addresses(rapat: Rapat) -> list[str]:
    """Every address of the configuration with objects of the case, and some that never were."""
    one = Resolution.objects.first()
    known = {
        "case_id": rapat.row.pk,
        "document_id": rapat.row.documents.latest("pk").pk,
        "version_id": rapat.row.sop_version_id,
        "invitee_id": rapat.ids()[0],
        "resolution_id": one.pk if one else 1,
        "token": rapat.meeting.token,
        "kode": rapat.row.documents.latest("pk").kode,
        "dataset_id": 1,
        "letter_id": 1,
        "slug": "garis-waktu",
        "halaman": 1,
        "person_id": rapat["dewi"].pk,
        "post_id": rapat["dewi"].appointments.get().pk,
        "unit_id": 1,
        "qualification_id": 1,
        "nomor": 1,
        "apa": "nama",
        "nth": 1,
        "work_id": 1,
        "comment_id": 1,
        "office_id": rapat.row.office_id,
        "substitution_id": 1,
        "tahun": 2026,
        "form": "xlsx",
    }
    found = []
    for path, names in _patterns(get_resolver(), "", ()):
        for no in "23456" if "no" in names else "1":
            told = known | {"no": no, "name": "pdf", "key": "x"}
            filled = path
            for name in names:
                filled = filled.replace(f"{{{name}}}", str(told.get(name, 1)))
            found.append(f"/{filled}")
    assert len(found) > 90
    return found


def _patterns(
    resolver: URLResolver, above: str, names: tuple[str, ...]
) -> list[tuple[str, tuple[str, ...]]]:
    found = []
    for one in resolver.url_patterns:
        route, here = str(one.pattern), (*names, *one.pattern.converters)
        for name, converter in one.pattern.converters.items():
            kind = "int" if "Int" in type(converter).__name__ else "str"
            route = route.replace(f"<{kind}:{name}>", f"{{{name}}}")
        if isinstance(one, URLPattern):
            found.append((above + route, here))
        else:
            found += _patterns(one, above + route, here)
    return found


def is_readable(answer: HttpResponse, rapat: Rapat) -> bool:
    """Whether a person gets a page, or is led on. Who may not is told who may."""
    if answer.status_code == 403:
        return answer.wsgi_request.method == "HEAD" or rapat["rina"].nama in words(answer)
    # /siap says what is not well: there is no worker here
    return answer.status_code in (200, 302, 404) or answer.wsgi_request.path == "/siap"


def words(answer: HttpResponse) -> str:
    """What stands in the page itself, without the name of who is logged in above it."""
    return answer.content.decode().partition("<main")[2]


@pytest.mark.parametrize("who", ["budi", "rina", "andreas", ""])
def test_every_address_can_be_looked_at_and_leads_to_a_page(
    browser: Browser, improving: Rapat, who: str
) -> None:
    if who:
        browser.log_in(who)
    for address in addresses(improving):
        # asking for the head alone takes the same way through the program: once is enough
        for look in [browser.client.get, *([browser.client.head] if who == "budi" else [])]:
            answer = look(address)
            assert is_readable(answer, improving), (address, answer.status_code)
            hops = 0
            while answer.status_code == 302:
                to, hops = answer.headers["Location"], hops + 1
                assert hops < 4, address
                answer = browser.client.get(to)
                assert is_readable(answer, improving), (address, to, answer.status_code)


def test_who_logs_in_for_any_address_comes_to_a_page(improving: Rapat) -> None:
    for address in addresses(improving):
        if "/dokumen/" in address or "/unduh/" in address or "/gambar/" in address:
            continue
        browser = Browser()
        browser.client.force_login(improving["budi"])
        answer = browser.client.get(f"/masuk/?next={quote(address)}")
        while answer.status_code == 302:
            answer = browser.client.get(answer.headers["Location"])
        assert is_readable(answer, improving), address


@pytest.mark.parametrize(
    ("wanted", "led_to"),
    [
        ("https://jahat.example/", "/"),
        ("//jahat.example", "/"),
        ("/\\jahat.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/keluar/", "/"),
        ("/masuk/", "/"),
        ("/masuk/?next=/masuk/", "/"),
        ("/ketikan/buang/", "/"),
        ("/tidak/ada/", "/"),
        ("/%00", "/"),
        ("/sop/?semua=1", "/sop/?semua=1"),
    ],
)
def test_after_the_login_only_a_page_of_ours_that_can_be_read_comes(
    browser: Browser, improving: Rapat, wanted: str, led_to: str
) -> None:
    tab = Tab(browser).open(f"/masuk/?next={quote(wanted)}")
    tab.type(username="budi", password=PASSWORD).press("Masuk")
    assert tab.trail[0] == led_to
    again = browser.client.get(f"/masuk/?next={quote(wanted)}")
    assert again.headers["Location"] == led_to
    assert browser.client.get("/").status_code == 200, "nobody was logged out"


def test_a_page_that_says_nothing_of_where_it_comes_from_is_not_ours(rf: object) -> None:
    request = rf.post("/keluar/")  # type: ignore[attr-defined]
    assert not is_from_here(request)
