"""One's own account: the second step of coming in, and where one is in."""

from django.contrib import messages
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.views import PasswordChangeView
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.core.trust import totp
from runut.files.write.layout.signature import qr_svg
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.entry.account_forms import EndForm, SetUpForm
from runut.office.entry.asked import ask_for_one
from runut.office.entry.demand import is_demanded, is_met, is_waiting
from runut.office.entry.forms import OwnPasswordForm
from runut.office.entry.proof_forms import AppOffForm, RenewForm
from runut.office.logins.actions import Codes, renew_codes, set_up, take_off_own
from runut.office.logins.factor import (
    address_for_app,
    factor_of,
    new_seed,
    recovery_left,
    secret_of,
)
from runut.office.logins.passkeys import passkeys_of, site_here
from runut.office.logins.second import has_second
from runut.office.logins.sessions import end, own_sessions, renew
from runut.office.people.address import public_url
from runut.office.web.kept.pages import stands_on

HOME = "akun"
_SEED = "benih_langkah_kedua"
"""Until the first code is typed the seed stands in the session, and no row says anything."""
_NOTHING_TO_SHOW = (
    "Tersimpan. Kode pemulihan yang sudah Saudara punya tetap berlaku; bila belum tercetak, buat "
    "kode baru di halaman ini."
)


@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """How safe one's own account is."""
    person = person_of(request)
    sessions = own_sessions(request, person)
    context = {
        "factor": factor_of(person),
        "passkeys": passkeys_of(person),
        "has_second": has_second(person),
        "site": site_here(),
        "address": public_url(),
        "left": recovery_left(person),
        "is_demanded": is_demanded(person),
        "sessions": sessions,
        "has_others": any(not one.is_this for one in sessions),
    }
    return render(request, "people/account.html", context)


def set_up_second(request: HttpRequest) -> HttpResponse:
    """Show the secret to the app, and take its first code; then the codes of recovery, once."""
    person = person_of(request)
    if request.method != "POST" and factor_of(person) is not None:
        is_met(request)
        return redirect(HOME)
    seed = request.session.get(_SEED) or new_seed()
    request.session[_SEED] = seed
    form = SetUpForm(request.POST or None, request=request)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        answer, codes = set_up(seed, form.cleaned_data["kode"], form.doer(request, reverse(HOME)))
        if isinstance(answer, Done):
            request.session.pop(_SEED, None)
            is_met(request)
            return after_set_up(request, codes)
        status = form.refuse(answer)
    secret = secret_of(person, seed)
    context = {
        "form": form,
        "qr": mark_safe(qr_svg(address_for_app(person, secret))),  # noqa: S308 - drawn by us
        "secret": totp.in_text(secret),
        "is_waiting": is_waiting(request),
        "site": site_here(),
    }
    return render(request, "people/second_set_up.html", context, status=status)


def take_off_second(request: HttpRequest) -> HttpResponse:
    """Take one's own app off, by one of its codes or a passkey."""
    person = person_of(request)
    if factor_of(person) is None:
        return redirect(HOME)
    form = AppOffForm(request.POST or None, request=request)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        answer = take_off_own(form.proof, form.doer(request, reverse(HOME)))
        if not isinstance(answer, Refused):
            form.was_right()
            messages.success(request, "Aplikasi dilepas.")
            return redirect(answer.url)
        status = form.refuse(answer)
    context = {
        "form": form,
        "asked": ask_for_one(request, person, form.PURPOSE),
        "is_last": not passkeys_of(person),
        "is_demanded": is_demanded(person),
    }
    return render(request, "people/second_off.html", context, status=status)


def renew_recovery(request: HttpRequest) -> HttpResponse:
    """Ten new codes of recovery, shown once; the old ones are void."""
    person = person_of(request)
    if not has_second(person):
        return redirect(HOME)
    form = RenewForm(request.POST or None, request=request)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        answer, codes = renew_codes(form.proof, form.doer(request, reverse(HOME)))
        if isinstance(answer, Done):
            form.was_right()
            return after_set_up(request, codes)
        status = form.refuse(answer)
    context = {"form": form, "asked": ask_for_one(request, person, form.PURPOSE)}
    return render(request, "people/recovery_renew.html", context, status=status)


def after_set_up(request: HttpRequest, codes: Codes) -> HttpResponse:
    """The codes of recovery, once; or back to the account where there are none to show."""
    if codes:
        return render(request, "people/recovery.html", {"codes": codes})
    messages.success(request, _NOTHING_TO_SHOW)
    return redirect(HOME)


class ChangePassword(PasswordChangeView):
    """Another password. Whoever is in elsewhere under this name is out by it."""

    template_name = "people/password.html"
    form_class = OwnPasswordForm
    success_url = reverse_lazy("tugas")

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        old = self.request.session.session_key or ""
        with transaction.atomic():
            response = super().form_valid(form)
            renew(self.request, person_of(self.request), old)
            end(self.request, person_of(self.request), None)
        messages.success(self.request, "Kata sandi diganti. Sesi Saudara di tempat lain berakhir.")
        return response


@stands_on(HOME)
def end_session(request: HttpRequest) -> HttpResponse:
    """End a session elsewhere, or all of them."""
    form = EndForm(request.POST)
    if not form.is_valid():
        return render(request, "400.html", status=400)
    ended = end(request, person_of(request), form.number)
    messages.success(request, f"{ended} sesi diakhiri." if ended else "Sesi itu sudah berakhir.")
    return redirect(HOME)
