"""The signer's own page: the certificate he signs with, and what is missing."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.forms import ActForm, person_of, status_of, status_shown
from runut.office.acts.sending import Done
from runut.office.people.models import Person
from runut.office.signing.actions import certificates
from runut.office.signing.choices import SHORT, choices_of
from runut.office.signing.forms import CertificateForm, NikForm, PracticeForm
from runut.office.signing.overview import state_of
from runut.office.signing.ways import way_of
from runut.office.web.kept.pages import stands_on

OWN = "/tanda-tangan/saya/"


def own(request: HttpRequest) -> HttpResponse:
    """Bring in the own certificate, or replace it."""
    form = CertificateForm(request.POST or None, request.FILES or None)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        result = certificates.bring_certificate(
            given["berkas"].read(),
            given["sandi"],
            form.doer(request, OWN),
            is_sure=given["yakin"],
        )
        if isinstance(result, Done):
            messages.success(request, "Sertifikat Saudara diterima dan siap dipakai.")
            return redirect(result.url)
        status = form.refuse(result)
    return _page(request, form=form, status=status)


@stands_on("sertifikat_saya")
def practice(request: HttpRequest) -> HttpResponse:
    """Make a certificate to practise with."""
    form = PracticeForm(request.POST)
    status = status_shown(form)
    if form.is_valid():
        passphrase = form.cleaned_data["sandi"]
        result = certificates.make_practice_certificate(passphrase, form.doer(request, OWN))
        if isinstance(result, Done):
            messages.success(request, "Sertifikat uji Saudara sudah dibuat.")
            return redirect(result.url)
        status = form.refuse(result)
    return _page(request, practice=form, status=status)


@stands_on("sertifikat_saya")
def nik(request: HttpRequest) -> HttpResponse:
    """Keep the NIK in the folder of keys, or forget it."""
    form = NikForm(request.POST)
    status = status_shown(form)
    if form.is_valid():
        given = form.cleaned_data["nik"]
        result = certificates.keep_nik(given, form.doer(request, OWN))
        if isinstance(result, Done):
            messages.success(request, "NIK disimpan." if given else "NIK dihapus.")
            return redirect(result.url)
        status = form.refuse(result)
    return _page(request, nik=form, status=status)


@stands_on("sertifikat_saya")
def drop(request: HttpRequest) -> HttpResponse:
    """Take the own certificate away."""
    form = ActForm(request.POST)
    if not form.is_valid():
        return render(request, "400.html", status=400)
    result = certificates.drop_certificate(form.doer(request, OWN))
    if isinstance(result, Refused):
        return render(request, "409.html", {"message": result.reason}, status=status_of(result))
    messages.success(request, "Sertifikat Saudara dihapus dari Runut.")
    return redirect(result.url)


def _page(request: HttpRequest, *, status: int, **given: Any) -> HttpResponse:
    person: Person = person_of(request)
    now = clock.now()
    choices = choices_of(person.office)
    way = way_of(person, now, choices)
    words, mark, detail = state_of(way, now)
    context = {
        "way": way,
        "way_words": SHORT.get(way.name, ""),
        "badge": words,
        "mark": mark,
        "detail": detail,
        "form": CertificateForm(),
        "practice": PracticeForm(auto_id="latihan_%s"),
        "nik": NikForm(auto_id="nik_%s"),
        "drop": ActForm(auto_id=False),
        **given,
        "failed": next(iter(given.values())),
    }
    return render(request, "signing/own.html", context, status=status)
