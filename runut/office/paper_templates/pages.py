"""The pages of templates: the kinds, and one kind with its names, versions and samples."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from runut.core.findings import Finding, Refused
from runut.core.report.blocks import Paper
from runut.core.report.templates.kinds import BY_JENIS, KAKI, TemplateKind
from runut.core.report.templates.ours import ours
from runut.core.report.templates.samples import sample
from runut.files.store import DocumentMissing, get
from runut.files.templates.printing import can_print
from runut.files.write.paper import write_docx
from runut.office import clock
from runut.office.acts.door import keepers_only
from runut.office.acts.forms import person_of, status_of, status_shown
from runut.office.acts.sending import Done
from runut.office.paper_templates.actions import take_template, use_version
from runut.office.paper_templates.drawing import Drawn, draw_by
from runut.office.paper_templates.forms import TemplateForm, UseForm
from runut.office.paper_templates.models import TemplateVersion
from runut.office.paper_templates.queries import kinds_of, versions_of
from runut.office.people.models import Office
from runut.office.people.naming import letterhead

_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


View = Callable[..., HttpResponse]


def about_one(view: View) -> View:
    """A page for who keeps the office, about a kind, or a version of this office: what is not there
    does not exist for anybody."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **given: Any) -> HttpResponse:
        if given["jenis"] not in BY_JENIS or given.get("form", "pdf") not in _TYPES:
            raise Http404
        if "versi" in given:
            _version(request, given["jenis"], given["versi"])
        return keepers_only(view)(request, *args, **given)

    return answer


@require_safe
@keepers_only
def index(request: HttpRequest) -> HttpResponse:
    """Every kind of paper, and by what it is laid out now."""
    context = {"lines": kinds_of(person_of(request).office), "can_print": can_print()}
    return render(request, "paper_templates/index.html", context)


@about_one
def kind_page(request: HttpRequest, jenis: str) -> HttpResponse:
    """One kind; a template that is handed in here is looked through at once."""
    kind, office = BY_JENIS[jenis], person_of(request).office
    form = TemplateForm(request.POST or None, request.FILES or None)
    status = status_shown(form)
    findings: tuple[Finding, ...] = ()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["berkas"]
        doer = form.doer(request, reverse("templat", args=[jenis]))
        answer = take_template(
            office, doer, jenis=jenis, data=file.read(), berkas=file.name or "templat.docx"
        )
        if isinstance(answer, Done):
            messages.success(request, "Templat disimpan. Lihat contohnya, lalu pakai.")
            return redirect(answer.url)
        if isinstance(answer, Refused):
            status = form.refuse(answer)
        else:
            status, findings = 422, answer
    return render(
        request, "paper_templates/kind.html", _context(kind, office, form, findings), status=status
    )


def use(request: HttpRequest, jenis: str) -> HttpResponse:
    """Use one version from now on, or go back to our own layout."""
    if request.method != "POST":
        return redirect("templat", jenis=jenis)
    return _use(request, jenis=jenis)


@about_one
def _use(request: HttpRequest, jenis: str) -> HttpResponse:
    kind, office = BY_JENIS[jenis], person_of(request).office
    form = UseForm(request.POST)
    if not form.is_valid():
        messages.warning(request, "Pilihan versinya tidak terbaca. Pilih lagi di bawah ini.")
        shown = _context(kind, office, TemplateForm(), ())
        return render(request, "paper_templates/kind.html", shown, status=422)
    versi = form.cleaned_data["versi"]
    doer = form.doer(request, reverse("templat", args=[jenis]))
    answer = use_version(office, doer, jenis=jenis, versi=versi)
    if isinstance(answer, Refused):
        context = {"message": answer.reason}
        return render(request, "409.html", context, status=status_of(answer))
    what = f"Templat kantor versi {versi}" if versi else "Tata letak Runut"
    messages.success(request, f"{what} dipakai untuk {kind.judul.lower()} mulai sekarang.")
    return redirect(answer.url)


@require_safe
@about_one
def ours_docx(request: HttpRequest, jenis: str) -> HttpResponse:
    """Our own layout with its names, to be changed in Word."""
    kind = BY_JENIS[jenis]
    paper = ours(jenis, letterhead(person_of(request).office))
    return _file(write_docx(paper, created=clock.now()), f"templat-{kind.jenis}.docx", "docx")


@require_safe
@about_one
def handed_in(request: HttpRequest, jenis: str, versi: int) -> HttpResponse:
    """A version as it was handed in."""
    version = _version(request, jenis, versi)
    try:
        data = get(settings.FILES_DIR, version.sha256)
    except DocumentMissing as missing:
        raise Http404 from missing
    return _file(data, f"templat-{jenis}-versi-{versi}.docx", "docx")


@require_safe
@about_one
def sample_file(request: HttpRequest, jenis: str, versi: int, form: str) -> HttpResponse:
    """A paper of invented facts by one version."""
    version = _version(request, jenis, versi)
    now = clock.now()
    drawn: Drawn = draw_by(version, _sample(version.office, jenis, now), now, [form])
    return _file(drawn.files[form], f"contoh-{jenis}-versi-{versi}.{form}", form)


def _sample(office: Office, jenis: str, now: datetime) -> Paper:
    day = now.astimezone(office.zone).date()
    return sample(jenis, letterhead(office), office.kota, day)


def _context(
    kind: TemplateKind, office: Office, form: TemplateForm, findings: tuple[Finding, ...]
) -> dict[str, object]:
    required = {*kind.required_names}
    versions = versions_of(office, kind.jenis)
    return {
        "kind": kind,
        "form": form,
        "findings": findings,
        "names": [(name, words, name in required) for name, words in kind.single.items()],
        "groups": [
            (group, one, [(f"{group}.{n}", words) for n, words in one.names.items() if n != "no"])
            for group, one in kind.groups.items()
        ],
        "versions": [(one, UseForm(versi=one.versi)) for one in versions],
        "in_use": next((one for one in versions if one.dipakai), None),
        "back": UseForm(versi=0),
        "can_print": can_print(),
        "kaki": KAKI,
    }


def _version(request: HttpRequest, jenis: str, versi: int) -> TemplateVersion:
    rows = TemplateVersion.objects.select_related("office")
    return get_object_or_404(rows, office=person_of(request).office, jenis=jenis, versi=versi)


def _file(data: bytes, name: str, form: str) -> HttpResponse:
    how = "inline" if form == "pdf" else "attachment"
    headers = {"Content-Disposition": f'{how}; filename="{name}"'}
    return HttpResponse(data, _TYPES[form], headers=headers)
