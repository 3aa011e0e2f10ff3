"""Who must set up a second factor does that first; what was typed meanwhile is kept."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from runut.office.entry.demand import is_waiting
from runut.office.people.models import Person
from runut.office.web.kept.middleware import keep_unsent
from runut.office.web.kept.pages import page_of

SET_UP = "akun_langkah_kedua"
_OPEN = {SET_UP, "akun_kunci_sandi", "akun_kunci_sandi_buat", "keluar", "masuk", "masuk_kode"}
NOT_YET = (
    "Kantor Saudara mewajibkan langkah kedua bagi penanda tangan dan pengelola kantor. Pasang "
    "dahulu; yang terakhir Saudara kirim belum diterima."
)


class SecondStepFirst:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if not isinstance(request.user, Person) or not is_waiting(request):
            return None
        if request.resolver_match and request.resolver_match.url_name in _OPEN:
            return None
        if request.method == "POST":
            keep_unsent(request, page_of(request))
            messages.warning(request, NOT_YET)
        return redirect(SET_UP)
