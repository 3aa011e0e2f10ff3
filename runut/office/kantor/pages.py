"""The pages of the office: the hub with its steps, and one page for each part that is set here."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.files.store import DocumentMissing, get, put
from runut.office import clock
from runut.office.acts.door import keepers_only
from runut.office.acts.forms import ActForm, person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.backup.last import last_copies
from runut.office.backup.secret import keep_passphrase, passphrase
from runut.office.kantor import actions
from runut.office.kantor.backup import about_folder, folder_fault, how_copies_stand
from runut.office.kantor.backup_form import BackupForm
from runut.office.kantor.forms import (
    AddressForm,
    IdentityForm,
    MailForm,
    PutOffForm,
    SectionForm,
    TestMailForm,
    in_words,
)
from runut.office.kantor.history import field_name, history_of
from runut.office.kantor.picture import checked_picture
from runut.office.kantor.reaching import reaching
from runut.office.kantor.sections import (
    ADDRESS,
    BACKUP,
    BY_NAME,
    DILEWATI,
    IDENTITY,
    MAIL,
    SUDAH,
    Section,
    facts_of,
    next_after,
    progress_of,
)
from runut.office.kantor.trying_mail import send_test
from runut.office.lacks import gather
from runut.office.people.mailing import keep_mail_password, mail_password, mail_server_of
from runut.office.people.models import Office, OfficeProfile, profile_of
from runut.office.trust.checkpoints import code_now
from runut.office.web.kept.pages import stands_on
from runut.office.web.navigation import url_or_nothing

EVERY_DAY = (
    ("Pegawai dan jabatan", "kantor_pegawai"),
    ("Cuti dan pengganti", "kantor_pengganti"),
    ("Kalender dan hari libur", "kantor_kalender"),
    ("Masuk ke Runut: langkah kedua, percobaan yang salah", "kantor_masuk"),
    ("Siap dijalankan?", "kantor_siap"),
    ("Riwayat perubahan", "kantor_riwayat"),
)
"""What is looked after once the office runs."""


@require_safe
@keepers_only
def hub(request: HttpRequest) -> HttpResponse:
    """The steps of setting up with their state, and what an office that runs is kept by."""
    office = person_of(request).office
    steps = progress_of(office)
    waiting = next((one for one in steps if one.state == "belum"), None)
    context = {
        "office": office,
        "steps": [(one, ActForm()) for one in steps],
        "waiting": waiting,
        "done": sum(one.state == SUDAH for one in steps),
        "skipped": sum(one.state == DILEWATI for one in steps),
        "lacks": gather(office, clock.now().astimezone(office.zone).date(), None),
        "every_day": [(label, url) for label, name in EVERY_DAY if (url := url_or_nothing(name))],
    }
    return render(request, "kantor/hub.html", context)


@stands_on("kantor")
@keepers_only
def put_off(request: HttpRequest) -> HttpResponse:
    """Leave a step for later, or take it up again (``buka``)."""
    form = PutOffForm(request.POST)
    if not form.is_valid():
        return render(request, "400.html", status=400)
    section = BY_NAME[form.cleaned_data["langkah"]]
    is_put_off = "buka" not in request.POST
    answer = actions.put_off(section, form.doer(request, reverse("kantor")), is_put_off=is_put_off)
    if isinstance(answer, Refused):
        messages.warning(request, answer.reason)
    elif is_put_off:
        messages.success(request, f"{section.label} dilewati. Langkah itu tetap ada di sini.")
    return redirect("kantor")


@require_safe
@keepers_only
def history(request: HttpRequest) -> HttpResponse:
    office = person_of(request).office
    context = {"lines": history_of(office), "titik": code_now(office.pk), "now": clock.now()}
    return render(request, "kantor/history.html", context)


@keepers_only
def identity(request: HttpRequest) -> HttpResponse:
    """Name, code, letterhead, address and the coat of arms."""

    def with_picture(form: SectionForm) -> None:
        file = form.cleaned_data.get("lambang")
        if isinstance(form, IdentityForm) and file:
            data, fault = checked_picture(file)
            if fault:
                form.add_error("lambang", fault)
            else:
                form.new_lambang = put(settings.FILES_DIR, data)

    return section_page(
        request, IDENTITY, IdentityForm, "kantor/identity.html", before=with_picture
    )


@require_safe
@keepers_only
def lambang(request: HttpRequest) -> HttpResponse:
    """The coat of arms as it is stored."""
    digest = profile_of(person_of(request).office).lambang
    if not digest:
        raise Http404
    try:
        data = get(settings.FILES_DIR, digest)
    except DocumentMissing as missing:
        raise Http404 from missing
    kind = "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"
    return HttpResponse(data, kind, headers={"X-Content-Type-Options": "nosniff"})


@keepers_only
def address(request: HttpRequest) -> HttpResponse:
    """The address that papers print, and on which addresses the server listens."""
    shown = reaching(request, person_of(request).office)
    return section_page(request, ADDRESS, AddressForm, "kantor/address.html", shown)


@keepers_only
def mail(request: HttpRequest) -> HttpResponse:
    """The mail server; its password goes into the folder of keys."""

    def kept(office: Office, form: SectionForm) -> Mapping[str, str]:
        typed = form.cleaned_data["sandi"]
        if not form.cleaned_data["host"]:
            typed = ""
        elif not typed:
            return {}
        had = mail_password(office)
        keep_mail_password(office, typed)
        if not had and not typed:
            return {}
        return {"sandi_surel": "diganti" if typed else "dihapus"}

    office = person_of(request).office
    shown = {
        "server": mail_server_of(office),
        "has_password": bool(mail_password(office)),
        "test_form": TestMailForm(initial={"kepada": person_of(request).email}),
    }
    return section_page(request, MAIL, MailForm, "kantor/mail.html", shown, beside=kept)


@stands_on("kantor_surel")
@keepers_only
def try_mail(request: HttpRequest) -> HttpResponse:
    """Send a letter to try the mail server, and say how it went."""
    person = person_of(request)
    form = TestMailForm(request.POST)
    if not form.is_valid():
        told = " ".join(str(error) for errors in form.errors.values() for error in errors)
        messages.error(request, f"Surel percobaan belum dikirim. {told}")
        return redirect("kantor_surel")
    told, is_sent = send_test(person, form.cleaned_data["kepada"], clock.now())
    (messages.success if is_sent else messages.error)(request, told)
    return redirect("kantor_surel")


@keepers_only
def backup(request: HttpRequest) -> HttpResponse:
    """Where copies of the office lie, with what they are sealed, and how the last ones went."""

    def writable(form: SectionForm) -> None:
        folder = form.cleaned_data["tempat_cadangan"]
        if folder and (fault := folder_fault(folder)):
            form.add_error("tempat_cadangan", fault)

    def kept(office: Office, form: SectionForm) -> Mapping[str, str]:
        typed = form.cleaned_data["sandi_cadangan"]
        if typed or form.cleaned_data.get("tanpa_sandi_cadangan"):
            keep_passphrase(typed)
            return {"sandi_cadangan": "diganti" if typed else "dihapus"}
        return {}

    office = person_of(request).office
    folder = profile_of(office).tempat_cadangan
    shown = {
        "about": about_folder(folder) if folder else "",
        "copies": how_copies_stand(office, clock.now()),
        "is_sealed": bool(passphrase()),
        "is_asked": last_copies().asked is not None,
        "now_form": ActForm(),
    }
    return section_page(
        request, BACKUP, BackupForm, "kantor/backup.html", shown, before=writable, beside=kept
    )


@stands_on("kantor_cadangan")
@keepers_only
def backup_now(request: HttpRequest) -> HttpResponse:
    """Ask for a copy before the next one of the day."""
    form = ActForm(request.POST)
    if not form.is_valid():
        return render(request, "400.html", status=400)
    answer = actions.ask_for_copy(form.doer(request, reverse("kantor_cadangan")))
    if isinstance(answer, Refused):
        messages.warning(request, answer.reason)
    else:
        messages.success(request, "Cadangan diminta. Muat ulang halaman ini sebentar lagi.")
    return redirect("kantor_cadangan")


def section_page(
    request: HttpRequest,
    section: Section,
    form_class: type[SectionForm],
    template: str,
    shown: Mapping[str, Any] | None = None,
    *,
    before: Callable[[SectionForm], None] | None = None,
    beside: Callable[[Office, SectionForm], Mapping[str, str]] | None = None,
) -> HttpResponse:
    """The page of a section. ``before`` looks at what is whole so far, ``beside`` keeps what is
    not a row in the same act."""
    office, profile, seen = _now(request, section)
    form = form_class(
        request.POST or None, request.FILES or None, office=office, profile=profile, seen=seen
    )
    status, conflict = status_shown(form), []
    if request.method == "POST" and form.is_valid():
        if before:
            before(form)
        status = status_shown(form)
        if form.is_valid():
            following = next_after(section.name, office) if "lanjut" in request.POST else None
            url = following.url if following else reverse("kantor")
            answer = actions.change(
                section,
                form.values(),
                form.cleaned_data["versi"],
                form.doer(request, url),
                (lambda changed: beside(changed, form)) if beside else None,
            )
            if isinstance(answer, Done):
                messages.success(request, f"{section.label}: tersimpan.")
                return redirect(answer.url)
            status = form.refuse(answer)
            if answer.kode == "sudah_berubah":
                conflict = _differences(request, section, form)
    context = {
        "form": form,
        "section": section,
        "office": office,
        "profile": profile,
        "conflict": conflict,
        "following": next_after(section.name, office),
        **(shown or {}),
    }
    return render(request, template, context, status=status)


def _now(request: HttpRequest, section: Section) -> tuple[Office, OfficeProfile, str]:
    office = Office.objects.get(pk=person_of(request).office_id)
    profile = profile_of(office)
    return office, profile, actions.fingerprint(section, office, profile)


def _differences(
    request: HttpRequest, section: Section, form: SectionForm
) -> list[tuple[str, str, str]]:
    """What somebody else has stored meanwhile beside what was typed; the form now knows of it."""
    office, profile, seen = _now(request, section)
    stored = facts_of(section, office, profile)
    if isinstance(form.data, QueryDict):
        form.data = form.data.copy()
        form.data["versi"] = seen
    return [
        (field_name(name), in_words(stored[name]), in_words(typed))
        for name, typed in form.values().items()
        if typed != stored[name]
    ]
