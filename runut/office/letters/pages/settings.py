"""Kantor, Naskah dinas: codes, patterns, signers; a sample letter to look at."""

from datetime import datetime, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.core.report.blocks import Paper
from runut.core.report.papers.isian import NOMOR, TANGGAL, fill
from runut.core.report.papers.letter import Peserta, signature_of
from runut.core.report.papers.undangan import Undangan, compose_undangan
from runut.core.words.dates import format_date
from runut.files.write.paper import write_pdf
from runut.office import clock
from runut.office.acts.door import keepers_only
from runut.office.acts.forms import person_of, status_shown
from runut.office.cases.numbering import KINDS, UNDANGAN, take_number
from runut.office.letters.actions.settings import (
    PaperSettings,
    preview,
    refuse_patterns,
    save_settings,
)
from runut.office.letters.rules import Choice, choose_signer
from runut.office.letters.settings_form import SettingsForm
from runut.office.people.models import Office, Person, profile_of
from runut.office.people.naming import letterhead, signatory


@keepers_only
def settings_page(request: HttpRequest) -> HttpResponse:
    """How the office writes its letters. Pressing *Lihat contoh nomor* saves nothing."""
    person = person_of(request)
    office, now = person.office, clock.now()
    form = SettingsForm(request.POST or None, office=office)
    status = status_shown(form)
    shown = _saved(office)
    if request.method == "POST" and form.is_valid():
        day = now.astimezone(office.zone).date()
        shown = form.given
        answer = (
            refuse_patterns(office, form.given, day)
            if "contoh" in request.POST
            else save_settings(office, form.doer(request, request.path), form.given)
        )
        if isinstance(answer, Refused):
            status, shown = form.refuse(answer), _saved(office)
        elif answer is not None:
            messages.success(request, "Pengaturan naskah dinas disimpan.")
            return redirect(answer.url)
    context = {
        "form": form,
        "numbers": _numbers(office, shown, now),
        "has_lambang": bool(profile_of(office).lambang),
    }
    return render(request, "letters/settings.html", context, status=status)


@require_safe
def sample(request: HttpRequest) -> HttpResponse:
    """A sample invitation as the settings make it: to look at before the first one goes out."""
    person = person_of(request)
    data = write_pdf(_sample(person, clock.now()), created=clock.now())
    response = HttpResponse(data, "application/pdf")
    response.headers["Content-Disposition"] = 'inline; filename="contoh-undangan.pdf"'
    return response


def _saved(office: Office) -> PaperSettings:
    profile = profile_of(office)
    return PaperSettings(profile.klasifikasi, profile.pola_nomor, {})


def _numbers(office: Office, given: PaperSettings, now: datetime) -> list[tuple[str, str]]:
    day = now.astimezone(office.zone).date()
    return [(name, preview(office, given, kind, day)) for kind, name in KINDS.items()]


def _sample(person: Person, now: datetime) -> Paper:
    office = person.office
    local = now.astimezone(office.zone)
    found = choose_signer(office, UNDANGAN, local.date(), [person], person)
    choice = found if isinstance(found, Choice) else None
    signer = (
        signatory(choice.person, local.date(), choice.capacity)
        if choice
        else signatory(person, local.date())
    )
    letter = Undangan(
        kop=letterhead(office),
        kota=office.kota,
        hal="Undangan rapat (contoh)",
        undangan=(Peserta("Nama", "Jabatan yang diundang", office.nama),),
        rangka="melihat contoh naskah dinas kantor ini",
        mulai=(local + timedelta(days=1)).replace(hour=9, minute=0),
        tempat="Ruang rapat",
        acara="Contoh acara",
        zona=local.tzname() or "",
    )
    words = {NOMOR: take_number(office, UNDANGAN, now), TANGGAL: format_date(local.date())}
    return fill(compose_undangan(letter), words, signature_of(signer, menunggu="(contoh)"))
