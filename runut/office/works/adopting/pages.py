"""The page of adoption."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from runut.core.findings import Level, Refused
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.sops import actions
from runut.office.sops.draft import draft_of, sop_of
from runut.office.sops.flaws import findings_of
from runut.office.sops.models import SopVersion
from runut.office.sops.queries import version_of
from runut.office.sops.rights import not_yours
from runut.office.web.kept.pages import instead
from runut.office.works.adopting.forms import AdoptForm


def adopt(request: HttpRequest, version_id: int) -> HttpResponse:
    """What was understood of an SOP, what is wrong with it, what we propose: confirm and adopt."""
    person = person_of(request)
    version = version_of(version_id, person)
    if not actions.may_manage(person):
        return not_yours(request, person, "mengadopsi SOP")
    if version.status != SopVersion.Status.USULAN:
        return instead(request, "sop_lihat", version.pk)
    sop = sop_of(version)
    blockers = actions.open_blockers(version, sop)
    form = AdoptForm(request.POST or None, sop=sop, versi=version.versi, blockers=blockers)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        version.versi = form.cleaned_data["versi"]
        answer = actions.adopt(version, form.confirmation(), person, clock.now())
        if not isinstance(answer, Refused):
            messages.success(request, f"SOP {answer.sop.judul} berlaku dan dapat dijalankan.")
            return redirect("sop_lihat", answer.pk)
        status = form.refuse(answer)
    findings = findings_of(version, sop)
    context = {
        "form": form,
        "version": version,
        "sop": sop,
        "findings": findings,
        "hints": sum(one.tingkat is Level.INFO for one in findings),
        "unsure": [key for key in draft_of(version).unsure if not key.endswith(".pelaksana")],
    }
    return render(request, "adopting/adopt.html", context, status=status)
