"""The pages on which an office says how it signs."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.shortcuts import render as draw
from django.urls import reverse

from runut.core.findings import Refused
from runut.files.signing.bsre import user_status
from runut.files.signing.token import why_no_token
from runut.office import clock
from runut.office.acts.door import refuse_others
from runut.office.acts.forms import person_of, status_of, status_shown
from runut.office.acts.sending import Done
from runut.office.people.models import Person
from runut.office.signing import keys
from runut.office.signing.actions import setting
from runut.office.signing.choices import WAYS, choices_of
from runut.office.signing.forms import (
    AuthorityForm,
    ConnectionForm,
    DecisionForm,
    ServiceForm,
    StamperForm,
    TokenForm,
    WaysForm,
)
from runut.office.signing.overview import authority_rows, signer_rows
from runut.office.signing.people import signers_of
from runut.office.signing.ways import service_of
from runut.office.web.kept.pages import stands_on
from runut.office.web.navigation import url_or_nothing

HOME = "/kantor/tanda-tangan/"
_BROKEN = "Berkas ini bukan sertifikat penerbit. Pilih berkas .pem, .crt, atau .cer."
Act = Callable[[Any], Done | Refused]


def ways(request: HttpRequest) -> HttpResponse:
    """How the office signs, and how it stands with everybody who will have to."""
    person = person_of(request)
    if refused := refuse_others(request):
        return refused
    choices = choices_of(person.office)
    signers = signers_of(person.office, _today(person))
    form = WaysForm(request.POST or None, choices=choices, signers=signers)

    def act(sent: WaysForm) -> Done | Refused:
        new, doer = sent.with_stamp(choices), sent.doer(request, HOME)
        return setting.set_way(sent.cleaned_data["cara"], sent.per_orang, new, doer)

    status, answer = _do(request, form, act, "Cara menandatangani disimpan.")
    context = {
        "form": form,
        "choices": choices,
        "way_words": WAYS.get(choices.cara, ""),
        "is_set": bool(choices.cara),
        "rows": signer_rows(form, signers, choices, clock.now()),
        "authorities": authority_rows(person.office),
        "no_token": why_no_token(),
    }
    return answer or _render(request, "signing/ways.html", context, status=status)


def service(request: HttpRequest) -> HttpResponse:
    """The signing service of BSrE."""
    person = person_of(request)
    if refused := refuse_others(request):
        return refused
    choices = choices_of(person.office)
    form = ServiceForm(request.POST or None, bsre=choices.bsre)

    def act(sent: ServiceForm) -> Done | Refused:
        password = sent.cleaned_data["layanan_password"]
        return setting.set_service(sent.choice, password, sent.doer(request, _here("layanan")))

    status, answer = _do(request, form, act, "Setelan layanan BSrE disimpan.")
    return answer or _service_page(request, form, ConnectionForm(), status=status)


@stands_on("tanda_tangan_layanan")
def connection(request: HttpRequest) -> HttpResponse:
    """Ask the service for one person: does it answer, and may he sign there."""
    person = person_of(request)
    if refused := refuse_others(request):
        return refused
    choices = choices_of(person.office)
    test = ConnectionForm(request.POST)
    answer = None
    if test.is_valid() and choices.bsre.alamat:
        service = service_of(person.office, choices)
        answer = user_status(service, choices.bsre.versi, test.cleaned_data["nik"])
    form = ServiceForm(None, bsre=choices.bsre)
    status = 200 if answer else 422
    return _service_page(request, form, test, answer=answer, status=status)


def stamper(request: HttpRequest) -> HttpResponse:
    """The time stamp authority."""
    person = person_of(request)
    if refused := refuse_others(request):
        return refused
    form = StamperForm(request.POST or None, tsa=choices_of(person.office).tsa)

    def act(sent: StamperForm) -> Done | Refused:
        return setting.set_stamper(sent.choice, sent.doer(request, HOME))

    status, answer = _do(request, form, act, "Setelan cap waktu disimpan.")
    context = {"form": form, "title": "Cap waktu (TSA)"}
    return answer or _render(request, "signing/one_form.html", context, status=status)


def token(request: HttpRequest) -> HttpResponse:
    """The key within the token of the office."""
    person = person_of(request)
    if refused := refuse_others(request):
        return refused
    form = TokenForm(request.POST or None, token=choices_of(person.office).token)

    def act(sent: TokenForm) -> Done | Refused:
        return setting.set_token(sent.choice, sent.doer(request, HOME))

    status, answer = _do(request, form, act, "Nama kunci disimpan.")
    context = {"form": form, "title": "Token atau HSM (PKCS#11)", "why_not": why_no_token()}
    return answer or _render(request, "signing/one_form.html", context, status=status)


def authorities(request: HttpRequest) -> HttpResponse:
    """Whom the office trusts, and the certificate of one more."""
    person = person_of(request)
    if refused := refuse_others(request):
        return refused
    form = AuthorityForm(request.POST or None, request.FILES or None)

    def act(sent: AuthorityForm) -> Done | Refused:
        try:
            [authority] = keys.read_authorities(sent.cleaned_data["berkas"].read())
        except ValueError:
            return Refused("bukan_penerbit", _BROKEN)
        return setting.trust_authority(authority, sent.doer(request, _here("penerbit")))

    status, answer = _do(request, form, act, "Penerbit itu sekarang dipercaya.")
    context = {"form": form, "authorities": authority_rows(person.office)}
    return answer or _render(request, "signing/authorities.html", context, status=status)


@stands_on("tanda_tangan_penerbit")
def decide_authority(request: HttpRequest) -> HttpResponse:
    """Trust an issuer that came with a certificate, or no longer trust one."""
    person = person_of(request)
    if refused := refuse_others(request):
        return refused
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _render(request, "400.html", status=400)
    given, doer = form.cleaned_data, form.doer(request, _here("penerbit"))
    proposed = keys.proposed_authorities(person.office)
    if given["putusan"] == "percaya" and given["sidik"] in proposed:
        result = setting.trust_authority(proposed[given["sidik"]], doer)
    else:
        result = setting.forget_authority(given["sidik"], doer)
    if isinstance(result, Refused):
        return _render(request, "409.html", {"message": result.reason}, status=status_of(result))
    messages.success(request, "Daftar penerbit yang dipercaya diubah.")
    return redirect(result.url)


def _service_page(
    request: HttpRequest,
    form: ServiceForm,
    test: ConnectionForm,
    *,
    answer: Any = None,
    status: int,
) -> HttpResponse:
    choices = choices_of(person_of(request).office)
    context = {"form": form, "test": test, "answer": answer, "is_set": bool(choices.bsre.alamat)}
    return _render(request, "signing/service.html", context, status=status)


def _do(request: HttpRequest, form: Any, act: Act, words: str) -> tuple[int, HttpResponse | None]:
    """Do what the form asks; the status of its page, or the way on."""
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        result = act(form)
        if isinstance(result, Done):
            messages.success(request, words)
            return 302, redirect(result.url)
        status = form.refuse(result)
    return status, None


def _here(name: str) -> str:
    return reverse(f"tanda_tangan_{name}")


def _render(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    told = {"hub_url": url_or_nothing("kantor"), **(context or {})}
    return draw(request, template, told, status=status)


def _today(person: Person) -> Any:
    return clock.now().astimezone(person.office.zone).date()
