"""Where typing is saved from being lost: at the login, at a stale token, and around every page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, resolve_url

from runut.office import clock
from runut.office.people.models import Person
from runut.office.web.kept import store
from runut.office.web.kept.author import author_of, remember, sign_forms
from runut.office.web.kept.fill import holds
from runut.office.web.kept.offer import offer
from runut.office.web.kept.pages import page_of, readable
from runut.office.web.kept.scan import path_of
from runut.office.web.kept.together import Sent, as_posted, sent

SESSION_ENDED = (
    "Sesi Saudara sudah berakhir, jadi yang terakhir Saudara kirim belum diterima. "
    "Masuk lagi; ketikan Saudara disimpan dan ditawarkan kembali pada formulirnya."
)
ASK_AGAIN = (
    "Sesi Saudara sudah berakhir, jadi yang terakhir Saudara tekan belum dikerjakan. "
    "Masuk lagi, lalu ulangi."
)
STALE = (
    "Formulir tadi dibuka sebelum Saudara masuk lagi, jadi belum terkirim. "
    "Periksa isinya, lalu kirim lagi."
)
OTHER_PERSON = (
    "Formulir tadi dibuka dengan akun lain, jadi tidak dikirim. Tidak ada yang berubah. "
    "Periksa nama akun Saudara di kanan atas."
)
FAILED = 500


class LoginFirst(LoginRequiredMiddleware):
    """Who is not logged in goes to the login, and from there to a page that can be read."""

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponseRedirect:
        if request.method == "POST":
            page = page_of(request)
            is_kept = keep_unsent(request, page)
            messages.warning(request, SESSION_ENDED if is_kept else ASK_AGAIN)
        else:
            page = readable(request, request.path)
            page = request.get_full_path() if page == request.path else page
        return redirect_to_login(page or "/", resolve_url(settings.LOGIN_URL))


def sent_in_vain(request: HttpRequest) -> HttpResponse:
    """A form of ours with a token that is no longer good: back to its page, the typing kept."""
    page, author = page_of(request), author_of(request)
    user = request.user
    if user.is_authenticated and author not in (None, user.pk):
        messages.warning(request, OTHER_PERSON)
        return redirect(page)
    is_kept = keep_unsent(request, page)
    if not user.is_authenticated:
        messages.warning(request, SESSION_ENDED if is_kept else ASK_AGAIN)
    else:
        messages.warning(request, STALE)
    return redirect(page)


def keep_unsent(request: HttpRequest, page: str) -> bool:
    """Keep all that a form brought which no view will read; whether there was anything."""
    author = author_of(request)
    if author is None:
        return False
    arrived = sent(request)
    news = _all_of(request, author, page, arrived)
    store.keep(request, news)
    return any(one.says_something for one in news)


def _all_of(request: HttpRequest, person: int, page: str, arrived: Sent) -> list[store.Kept]:
    """All that was typed, to be offered on a page."""
    return [_own(request, person, page, arrived), *_others(person, page, arrived)]


def _own(request: HttpRequest, person: int, page: str, arrived: Sent) -> store.Kept:
    files = [file.name or "" for name in request.FILES for file in request.FILES.getlist(name)]
    told = (person, clock.now(), page, request.path, arrived.own)
    return store.make(*told, sending=arrived.key, files=files)


def _others(person: int, page: str, arrived: Sent, *, is_other: bool = False) -> list[store.Kept]:
    now = clock.now()
    return [
        store.make(person, now, page, to, fields, sending=arrived.key, is_other=is_other)
        for to, fields in arrived.others.items()
    ]


@dataclass(frozen=True)
class Visit:
    """Who asked for a page, and what was sent with it."""

    person: Person
    arrived: Sent | None


class KeptTyping:
    """Around every page of somebody who is logged in: keeps what an act left, and offers it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        visit: Visit | None = getattr(request, "visit", None)
        if visit is None or response.streaming:
            return response
        unsaved: list[store.Kept] = []
        if visit.arrived is None:
            _follow(request, response)
        elif response.status_code < FAILED:
            _after_sending(request, response, visit.person.pk, visit.arrived)
        else:  # the database may be away: the page itself gives the typing back
            unsaved = _all_of(request, visit.person.pk, "", visit.arrived)
        if _is_page(response):
            offer(request, response, visit.person, visit.arrived, unsaved)
            sign_forms(response, visit.person)
        remember(request, response, visit.person)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> None:
        """Take apart what was sent by a page with several forms, before its view reads it."""
        if not isinstance(request.user, Person):
            return
        store.only_of(request, request.user.pk)
        arrived = sent(request) if request.method == "POST" else None
        if arrived and arrived.is_together:
            request.POST = as_posted(arrived.own)  # type: ignore[assignment]
        request.visit = Visit(request.user, arrived)  # type: ignore[attr-defined]


def _after_sending(
    request: HttpRequest, response: HttpResponse, person: int, arrived: Sent
) -> None:
    """Forget what an act has taken; keep what it has not, for the page that comes next."""
    page = page_of(request)
    is_led_on = response.status_code == 302
    next_page = path_of(response.headers["Location"]) if is_led_on else page
    is_done = is_led_on and not getattr(response, "is_undone", False)
    kept = store.kept_in(request)
    taken = [one.key for one in kept if is_done and _is_taken(one, request.path, arrived)]
    filled = [one.key for one in kept if arrived.is_together and one.is_other and one.page == page]
    store.drop(request, taken + filled)
    news = _others(person, next_page, arrived, is_other=True)
    if not is_done:
        own = _own(request, person, next_page, arrived)
        if is_led_on or (_is_page(response) and not _shows(response, own)):
            news.append(own)
    store.keep(request, news)


def _is_taken(kept: store.Kept, action: str, arrived: Sent) -> bool:
    """Whether the form that was sent is the one that was kept: it says so, or in the same words."""
    is_same = all(arrived.own.get(name) == words for name, words in kept.fields.items())
    is_named = kept.key in arrived.own.get(store.TAKEN_UP, [])
    return is_named or (kept.action == action and is_same)


def _shows(response: HttpResponse, kept: store.Kept) -> bool:
    return holds(response.content.decode(), kept.fields)


def _follow(request: HttpRequest, response: HttpResponse) -> None:
    """A page that leads on takes along what was to be offered on it."""
    if response.status_code == 302:
        store.move(request, request.path, path_of(response.headers["Location"]))


def _is_page(response: HttpResponseBase) -> bool:
    return response.headers.get("Content-Type", "").startswith("text/html")
