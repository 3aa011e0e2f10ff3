"""Coming in by the office's provider of logins, and leaving it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.views import LogoutView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.files.identity.openid import Provider
from runut.office.entry.coming_in import come_in
from runut.office.entry.waiting import wait_for_code
from runut.office.logins.provider import (
    begin,
    came_by_provider,
    finish,
    leaving,
    note,
    provider_here,
)
from runut.office.logins.second import has_second
from runut.office.web.kept.pages import START, readable

LEFT = "dari_penyedia"
"""Said to the login page after leaving: the login at the provider goes on."""


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """On to the provider."""
    provider = _provider()
    if request.user.is_authenticated:
        return redirect(START)
    address = begin(request, provider, readable(request, request.GET.get("next", "")))
    return _refused(request, address) if isinstance(address, Refused) else redirect(address)


@require_safe
def back(request: HttpRequest) -> HttpResponse:
    """Back from the provider: in, or on to the second step for who has one."""
    provider = _provider()
    if request.user.is_authenticated:
        return redirect(START)
    came = finish(request, provider)
    if isinstance(came, Refused):
        return _refused(request, came)
    if has_second(came.person) and not came.has_proven:
        wait_for_code(request, came.person)
        note(request)
        onward = f"?{urlencode({'next': came.next})}" if came.next else ""
        return redirect(reverse("masuk_langkah_kedua") + onward)
    first = come_in(request, came.person, has_proven=came.has_proven)
    note(request)
    return first or redirect(came.next or START)


@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """On to where the provider ends its own login."""
    return redirect(leaving(_provider()) or "masuk")


class LogOut(LogoutView):
    """Leaving. Who came by the provider is told that its login goes on."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        by_provider = came_by_provider(request) and provider_here() is not None
        answer: HttpResponse = super().post(request, *args, **kwargs)
        return redirect(f"{reverse('masuk')}?{LEFT}=1") if by_provider else answer


def _provider() -> Provider:
    provider = provider_here()
    if provider is None:
        raise Http404
    return provider


def _refused(request: HttpRequest, refused: Refused) -> HttpResponse:
    messages.error(request, refused.reason)
    return redirect("masuk")
