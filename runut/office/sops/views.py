"""The register of SOPs: take one in, see what was understood, adopt it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.core.sop.check import check_sop
from runut.core.sop.parse import read_sop_text
from runut.office import clock
from runut.office.cases.act_forms import person_of, status_shown
from runut.office.cases.queries import may_start
from runut.office.people.models import Person
from runut.office.sops import actions
from runut.office.sops.forms import AdoptForm, TakeInForm
from runut.office.sops.models import SopVersion
from runut.office.web.sop_form import official_form


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """All SOPs of the office, newest text first."""
    person = person_of(request)
    versions = SopVersion.objects.filter(office_id=person.office_id).select_related("sop")
    context = {
        "versions": versions.order_by("sop__judul", "-revisi"),
        "may_manage": actions.may_manage(person),
    }
    return render(request, "sops/register.html", context)


def take_in(request: HttpRequest) -> HttpResponse:
    """Take an SOP in from a file or from pasted text."""
    form = TakeInForm(request.POST or None, request.FILES or None)
    status = status_shown(form)
    findings: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        text, name = form.text_and_name()
        taken = actions.take_in(text, name, person_of(request), clock.now())
        if isinstance(taken, SopVersion):
            return redirect("sop_adopsi", taken.pk)
        status, findings = 422, taken
        for finding in taken:
            form.add_error(None, f"{finding.pesan} {finding.usul}".strip())
    context = {"form": form, "findings": findings}
    return render(request, "sops/take_in.html", context, status=status)


def adopt(request: HttpRequest, version_id: int) -> HttpResponse:
    """What was understood of an SOP, what is wrong with it, what we propose: confirm and adopt."""
    person = person_of(request)
    version = _version(version_id, person)
    if version.status != SopVersion.Status.USULAN:
        return redirect("sop_lihat", version.pk)
    sop, _ = read_sop_text(version.teks)
    if sop is None:
        raise Http404
    form = AdoptForm(request.POST or None, sop=sop)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        answer = actions.adopt(version, form.confirmation(), person, clock.now())
        if not isinstance(answer, Refused):
            messages.success(request, f"SOP {answer.sop.judul} berlaku dan dapat dijalankan.")
            return redirect("sop_lihat", answer.pk)
        status = form.refuse(answer)
    context = {"form": form, "version": version, "sop": sop, "findings": check_sop(sop)}
    return render(request, "sops/adopt.html", context, status=status)


@require_safe
def show(request: HttpRequest, version_id: int) -> HttpResponse:
    """An SOP in its official form, with what is to be mended."""
    person = person_of(request)
    version = _version(version_id, person)
    sop, _ = read_sop_text(version.teks)
    if sop is None:
        raise Http404
    lead = f"Revisi {version.revisi} · {SopVersion.Status(version.status).label}"
    view = official_form(sop, title=version.sop.judul, lead=lead)
    context = {"version": version, "view": view, "findings": check_sop(sop)}
    context["may_start"] = may_start(person)
    return render(request, "sops/show.html", context)


def _version(version_id: int, person: Person) -> SopVersion:
    version = (
        SopVersion.objects.filter(office_id=person.office_id, pk=version_id)
        .select_related("sop", "diadopsi_oleh")
        .first()
    )
    if version is None:
        raise Http404
    return version
