"""Where a form stands: every address that only takes what is sent names a page that can be read."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import unquote, urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse

View = Callable[..., HttpResponse]
Place = Callable[..., str]
LOGIN = frozenset(
    {"masuk", "masuk_langkah_kedua", "masuk_kunci_sandi"}
    | {"masuk_penyedia", "masuk_penyedia_kembali", "masuk_penyedia_keluar"}
)
START = "tugas"
"""The pages of logging in, on which nobody goes on; and the first page of who is in."""


def stands_on(page: str | Place, *parameters: str) -> Callable[[View], View]:
    """A view that only takes a form. Who looks at its address is led to the page of the form.

    ``page``: the name of that page, with those of the view's parameters that it needs; or a
    function of the request and the parameters that answers its address, or raises Http404.
    """

    def decorate(view: View) -> View:
        def place(request: HttpRequest, **given: Any) -> str:
            if callable(page):
                return page(request, **given)
            return reverse(page, kwargs={name: given[name] for name in parameters})

        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **given: Any) -> HttpResponse:
            if request.method == "POST":
                return view(request, *args, **given)
            return redirect(place(request, **given))

        answer.place = place  # type: ignore[attr-defined]
        return answer

    return decorate


def readable(request: HttpRequest, address: str) -> str:
    """The page to show for an address of ours: itself, or where its form stands; "" if none."""
    path = urlsplit(address).path
    try:
        match = resolve(unquote(path))
        place = getattr(match.func, "place", None)
        if place is not None:
            return str(place(request, **match.kwargs))
    except (Resolver404, Http404):
        return ""
    return "" if match.url_name in LOGIN else path


def page_of(request: HttpRequest) -> str:
    """The page on which the form stands that was sent: where it came from, else its own page."""
    return (
        (is_from_here(request) and readable(request, request.headers.get("Referer", "")))
        or readable(request, request.path)
        or reverse(START)
    )


def is_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of ours sent this; nothing said is no."""
    said = request.headers.get("Origin") or request.headers.get("Referer", "")
    parts = urlsplit(said)
    return (parts.scheme, parts.netloc) == (request.scheme, request.get_host())


def instead(request: HttpRequest, to: str, *args: Any) -> HttpResponse:
    """Lead on without having done what the form asked: what was typed in it is kept."""
    response = redirect(to, *args)
    response.is_undone = True  # type: ignore[attr-defined]
    return response
