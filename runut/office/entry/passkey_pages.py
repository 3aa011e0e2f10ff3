"""Setting up a passkey of one's own, and taking one off.

First its name and the password, then the browser makes it: what a device has made and nobody
takes would lie in it for good.
"""

from datetime import datetime, timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.entry.account import HOME, after_set_up
from runut.office.entry.account_forms import MadeForm, PasskeyForm
from runut.office.entry.asked import ask_for_new, ask_for_one
from runut.office.entry.demand import is_demanded, is_met, is_waiting
from runut.office.entry.proof_forms import PasskeyOffForm
from runut.office.logins.actions import set_up_passkey, take_off_passkey
from runut.office.logins.devices import called
from runut.office.logins.factor import factor_of
from runut.office.logins.passkeys import passkeys_of, site_here, take_challenge
from runut.office.people.address import public_url

NAME, MAKE = "akun_kunci_sandi", "akun_kunci_sandi_buat"
_NAMED = "kunci_sandi_baru"
_LASTS = timedelta(minutes=10)
_PURPOSE = "pasang_kunci_sandi"


def name_it(request: HttpRequest) -> HttpResponse:
    """What the passkey is called; and the password."""
    shown = {"nama": called(request.headers.get("User-Agent", ""))}
    form = PasskeyForm(request.POST or None, request=request, initial=shown)
    site = site_here()
    if site and request.method == "POST" and form.is_valid():
        until = clock.now() + _LASTS
        request.session[_NAMED] = [form.cleaned_data["nama"], until.isoformat()]
        return redirect(MAKE)
    context = {
        "form": form,
        "site": site,
        "address": public_url(),
        "is_waiting": is_waiting(request),
    }
    return render(request, "people/passkey_name.html", context, status=status_shown(form))


def make(request: HttpRequest) -> HttpResponse:
    """The browser makes it, and its answer is taken."""
    person, name = person_of(request), _name_in(request)
    if not name:
        return redirect(NAME)
    form = MadeForm(request.POST or None)
    status = status_shown(form)
    if request.method == "POST":
        challenge = take_challenge(request, _PURPOSE)
        if form.is_valid():
            told, doer = form.cleaned_data["kunci_sandi"], form.doer(request, reverse(HOME))
            answer, codes = set_up_passkey(name, challenge, told, doer)
            if not isinstance(answer, Refused):
                del request.session[_NAMED]
                is_met(request)
                return after_set_up(request, codes)
            status = form.refuse(answer)
    asked = ask_for_new(request, person, _PURPOSE)
    context = {"form": form, "asked": asked, "name": name, "is_waiting": is_waiting(request)}
    return render(request, "people/passkey_make.html", context, status=status)


def take_off(request: HttpRequest, passkey_id: int) -> HttpResponse:
    """Take one off, by a code or by a passkey, which need not be the same one."""
    person = person_of(request)
    own = passkeys_of(person)
    one = next((key for key in own if key.pk == passkey_id), None)
    if one is None:
        raise Http404
    form = PasskeyOffForm(request.POST or None, request=request)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        answer = take_off_passkey(passkey_id, form.proof, form.doer(request, reverse(HOME)))
        if not isinstance(answer, Refused):
            form.was_right()
            messages.success(request, f"Kunci sandi “{one.nama}” dilepas.")
            return redirect(answer.url)
        status = form.refuse(answer)
    context = {
        "form": form,
        "one": one,
        "asked": ask_for_one(request, person, form.PURPOSE),
        "is_last": len(own) == 1 and factor_of(person) is None,
        "is_demanded": is_demanded(person),
    }
    return render(request, "people/passkey_off.html", context, status=status)


def _name_in(request: HttpRequest) -> str:
    """The name that was given with the password, while that is still fresh; else ""."""
    name, until = request.session.get(_NAMED) or ("", "")
    return str(name) if name and clock.now() < datetime.fromisoformat(until) else ""
