"""The register of SOPs: what there is, what it says, and adopting a proposal."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from runut.core.findings import Level
from runut.office.acts.forms import person_of
from runut.office.people.models import Right
from runut.office.people.rights import may
from runut.office.sops import actions
from runut.office.sops.downloads import FORMATS, download_of
from runut.office.sops.draft import sop_of
from runut.office.sops.flaws import findings_of
from runut.office.sops.models import SopVersion
from runut.office.sops.queries import version_of
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


@require_safe
def show(request: HttpRequest, version_id: int) -> HttpResponse:
    """An SOP in its official form, with what is to be mended."""
    person = person_of(request)
    version = version_of(version_id, person)
    sop = sop_of(version)
    lead = f"Revisi {version.revisi} · {SopVersion.Status(version.status).label}"
    view = official_form(sop, title=version.sop.judul, lead=lead)
    findings = findings_of(version, sop)
    context = {
        "version": version,
        "view": view,
        "findings": findings,
        "hints": sum(one.tingkat is Level.INFO for one in findings),
        "formats": FORMATS.items(),
        "may_start": may(person, Right.START),
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
