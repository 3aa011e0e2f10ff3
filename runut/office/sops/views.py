"""The register of SOPs: what there is, what it says, and adopting a proposal."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.core.sop.check import check_sop
from runut.office import clock
from runut.office.cases.act_forms import person_of, status_shown
from runut.office.cases.queries import may_start
from runut.office.sops import actions
from runut.office.sops.draft import sop_of
from runut.office.sops.forms import AdoptForm
from runut.office.sops.models import SopVersion
from runut.office.sops.queries import version_of
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


def adopt(request: HttpRequest, version_id: int) -> HttpResponse:
    """What was understood of an SOP, what is wrong with it, what we propose: confirm and adopt."""
    person = person_of(request)
    version = version_of(version_id, person)
    if version.status != SopVersion.Status.USULAN:
        return redirect("sop_lihat", version.pk)
    sop = sop_of(version)
    form = AdoptForm(request.POST or None, sop=sop, versi=version.versi)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        version.versi = form.cleaned_data["versi"]
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
    version = version_of(version_id, person)
    sop = sop_of(version)
    lead = f"Revisi {version.revisi} · {SopVersion.Status(version.status).label}"
    view = official_form(sop, title=version.sop.judul, lead=lead)
    context = {"version": version, "view": view, "findings": check_sop(sop)}
    context["may_start"] = may_start(person)
    return render(request, "sops/show.html", context)
