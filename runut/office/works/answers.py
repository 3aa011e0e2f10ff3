"""How a page answers an act that is done: a word on the next page, and on to it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from runut.office.acts.sending import Done


def go_on(request: HttpRequest, done: Done, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(done.url)
