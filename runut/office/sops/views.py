"""The register of SOPs: what there is, what it says, and adopting a proposal."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.core.sop.checks.all import check_sop
from runut.office import clock
from runut.office.cases.act_forms import person_of, status_shown
from runut.office.cases.queries import may_start
from runut.office.sops import actions
from runut.office.sops.downloads import FORMATS, download_of
from runut.office.sops.draft import draft_of, sop_of
from runut.office.sops.forms import AdoptForm
from runut.office.sops.models import SopVersion
from runut.office.sops.queries import version_of
from runut.office.web.kept.pages import instead
from runut.office.web.sop_form import official_form


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The SOPs of the office: what is in force and what is being worked on; ``semua``: old ones."""
    person = person_of(request)
    versions = SopVersion.objects.filter(office_id=person.office_id).select_related("sop")
    old = versions.filter(status=SopVersion.Status.DIGANTI)
    shows_all = "semua" in request.GET
    shown = versions if shows_all else versions.exclude(status=SopVersion.Status.DIGANTI)
    context = {
        "versions": shown.defer("teks", "asal").order_by("sop__judul", "-revisi"),
        "old": old.count(),
        "shows_all": shows_all,
        "may_manage": actions.may_manage(person),
    }
    return render(request, "sops/register.html", context)


def adopt(request: HttpRequest, version_id: int) -> HttpResponse:
    """What was understood of an SOP, what is wrong with it, what we propose: confirm and adopt."""
    person = person_of(request)
    version = version_of(version_id, person)
    if version.status != SopVersion.Status.USULAN:
        return instead(request, "sop_lihat", version.pk)
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
    context = {
        "form": form,
        "version": version,
        "sop": sop,
        "findings": check_sop(sop),
        "unsure": [key for key in draft_of(version).unsure if not key.endswith(".pelaksana")],
    }
    return render(request, "sops/adopt.html", context, status=status)


@require_safe
def show(request: HttpRequest, version_id: int) -> HttpResponse:
    """An SOP in its official form, with what is to be mended."""
    person = person_of(request)
    version = version_of(version_id, person)
    sop = sop_of(version)
    lead = f"Revisi {version.revisi} · {SopVersion.Status(version.status).label}"
    view = official_form(sop, title=version.sop.judul, lead=lead)
    context = {
        "version": version,
        "view": view,
        "findings": check_sop(sop),
        "formats": FORMATS.items(),
        "may_start": may_start(person),
    }
    return render(request, "sops/show.html", context)


@require_safe
def download(request: HttpRequest, version_id: int, name: str) -> HttpResponse:
    """The official form of an SOP, or the file it was handed in as, to be taken away."""
    found = download_of(version_of(version_id, person_of(request)), name)
    if found is None:
        raise Http404
    response = HttpResponse(found.data, found.content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{found.filename}"'
    return response
