"""Answers when something does not go: plain words, a way on, never a trace."""

import sys

from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.office.web.kept.author import author_of
from runut.office.web.kept.middleware import sent_in_vain
from runut.office.web.kept.pages import is_from_here
from runut.office.web.storing import Trouble, trouble_of

RETRY_AFTER_S = 5


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: an old page of ours leads back to itself, a forged request not."""
    # without any cookie the page could not say why it came back, unless the form names its person
    if is_from_here(request) and (request.COOKIES or author_of(request)):
        return sent_in_vain(request)
    message = (
        "Formulir ini sudah kedaluwarsa atau tidak dikirim dari halaman Runut. "
        "Muat ulang halamannya, lalu kirim lagi. Tidak ada yang berubah."
    )
    return render(request, "403.html", {"message": message}, status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """The last answer. Trouble with storing may also show outside of a view, as in the session."""
    error = sys.exception()
    if trouble := trouble_of(error):
        return not_stored(request, trouble)
    if isinstance(error, OperationalError):
        return busy(request)
    return render(request, "500.html", status=500)


def damaged(request: HttpRequest) -> HttpResponse:
    """A stored document is gone or not what it was: a matter for who keeps the backups."""
    return render(request, "500_berkas.html", status=500)


def not_stored(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """The storage is full, closed or damaged: said as such, since waiting does not help."""
    return render(request, "penyimpanan.html", {"trouble": trouble}, status=trouble.status)


def busy(request: HttpRequest) -> HttpResponse:
    """The database is busy or away: come back in a moment, nothing half done is kept."""
    response = render(request, "503.html", status=503)
    response.headers["Retry-After"] = str(RETRY_AFTER_S)
    return response
