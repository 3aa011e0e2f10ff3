"""What the whole office answers in the same way, whichever page was asked for.

The hours that a page shows, and those that are typed into it, are the office's own.

A busy database, a full disk, a request too large or with signs that cannot be stored, a way of
asking that no page knows; and pages that are not kept.
"""

from collections.abc import Callable
from logging import getLogger

from django.db import DataError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render
from django.utils import timezone

from runut.files.store import DocumentMissing
from runut.office.nul import holds_nul, nul_in
from runut.office.people.models import Person
from runut.office.web.errors import busy, damaged, not_found, not_stored
from runut.office.web.storing import trouble_of

log = getLogger("django.request")
"""Django's own, whose filter takes the key out of an address that is one."""
METHODS = ("GET", "HEAD", "POST")
LARGEST_REQUEST = 26 * 1024 * 1024
"""An upload of 25 MB with the form around it. Nothing larger is read, let alone stored."""

TOO_LONG = (
    "Salah satu isian, atau sebuah nama di dalam berkas, terlalu panjang untuk disimpan. "
    "Pendekkan, lalu kirim lagi. Tidak ada yang berubah."
)


class PlainAnswers:
    """A database that is busy too long is 503 with a time to come back, never 500.

    A stored document that is gone or changed is said to be so; it is never handed out.

    Pages of people who are logged in are not kept by browsers on shared office PCs.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = _refuse(request) or self.get_response(request)
        if response.status_code == 403:
            _log_refused(request)
        if response.status_code == 405:
            response = _not_this_way(request, response.headers.get("Allow", ""))
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        """A form with a NUL in it is refused whole: once read, before any view or database."""
        for name, values in request.POST.lists():
            if holds_nul([name, values]):
                return _unstorable(request, nul_in(f"Isian “{name.replace(chr(0), '')}”"))
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, DocumentMissing):
            return damaged(request)
        if trouble := trouble_of(error):
            return not_stored(request, trouble)
        if isinstance(error, DataError):
            return _unstorable(request, TOO_LONG)
        return busy(request) if isinstance(error, OperationalError) else None


class OfficeHours:
    """Moments on pages stand in the zone of the office (WIB, WITA, WIT), not of the machine."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person = getattr(request, "user", None)
        if not isinstance(person, Person):
            return self.get_response(request)
        with timezone.override(person.office.zone):
            return self.get_response(request)


class StorableCookies:
    """A cookie with a NUL in it, which only a forged one has, is as if it had not been sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        kept = {name: value for name, value in request.COOKIES.items() if not holds_nul(value)}
        request.COOKIES = kept
        return self.get_response(request)


class CompressedPages(GZipMiddleware):
    """Pages travel compressed; documents already are.

    Django gives each a random length, so that what it compresses to tells nothing (BREACH).
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        return super().process_response(request, response) if is_page else response


def _refuse(request: HttpRequest) -> HttpResponse | None:
    """What is answered before any page is asked, None if nothing stands against the request."""
    if request.method not in METHODS:
        return _not_this_way(request, ", ".join(METHODS))
    length = request.META.get("CONTENT_LENGTH") or ""
    if length.isdecimal() and int(length) > LARGEST_REQUEST:
        return render(request, "413.html", status=413)
    if holds_nul(request.path):
        return not_found(request, Http404())
    if holds_nul([*request.GET.lists()]):
        return _unstorable(request, nul_in("Alamat halaman ini"), 400)
    return None


def _log_refused(request: HttpRequest) -> None:
    """Who asked for what he may not have: by his key, his name is nobody's business in a log."""
    person = getattr(request, "user", None)
    who = person.ref if isinstance(person, Person) else "tanpa akun"
    path = request.path.encode("unicode_escape").decode("ascii")
    log.warning("ditolak: %s %s oleh orang %s", request.method, path, who)


def _unstorable(request: HttpRequest, why: str, status: int = 422) -> HttpResponse:
    return render(request, "400.html", {"message": why}, status=status)


def _not_this_way(request: HttpRequest, allowed: str) -> HttpResponse:
    response = render(request, "405.html", status=405)
    response.headers["Allow"] = allowed
    return response
