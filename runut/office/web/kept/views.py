"""What a person does with kept typing: keep it a little longer, or throw it away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from runut.office.web.kept import store
from runut.office.web.kept.pages import START, page_of, stands_on


@stands_on(START)
def stay(request: HttpRequest) -> HttpResponse:
    """Enter was pressed in a page with several forms: nothing is done, all stays as typed."""
    words = "Belum ada yang dikirim. Tekan tombol pada bagian yang hendak dikirim."
    messages.info(request, words)
    return redirect(page_of(request))


@stands_on(START)
def throw_away(request: HttpRequest) -> HttpResponse:
    """Forget the typing that was offered."""
    store.drop(request, request.POST.getlist("ketikan"))
    messages.info(request, "Ketikan dibuang.")
    return redirect(page_of(request))
