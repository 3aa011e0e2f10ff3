"""Taking an SOP up: check the reading beside the original, mend what is flawed."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.sop.mending.difference import difference, word_pieces
from runut.files.store import get
from runut.office.acts.forms import person_of, status_of, status_shown
from runut.office.acts.sending import Done
from runut.office.sops import actions
from runut.office.sops.correct_form import CorrectForm
from runut.office.sops.draft import draft_of, sop_of
from runut.office.sops.flaws import flaws_of
from runut.office.sops.forms import RepairForm
from runut.office.sops.models import SopVersion
from runut.office.sops.original import original_of
from runut.office.sops.queries import version_of
from runut.office.web.kept.pages import instead

PICTURES = {"svg": "image/svg+xml", "png": "image/png"}


def correct(request: HttpRequest, version_id: int) -> HttpResponse:
    """The reading beside the original; what is not sure stands on top and is asked."""
    person = person_of(request)
    version = version_of(version_id, person)
    if version.status != SopVersion.Status.USULAN:
        return instead(request, "sop_lihat", version.pk)
    draft = draft_of(version)
    form = CorrectForm(request.POST or None, draft=draft)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        onward = f"/sop/{version.pk}/catatan/" if form.goes_on else request.path
        answer = actions.correct(version, form.correction(), form.doer(request, onward))
        if isinstance(answer, Done):
            if not form.goes_on:
                messages.success(request, "Bacaan SOP disimpan.")
            return redirect(answer.url)
        status = form.refuse(answer)
        form.renew(version.versi)
    context = {
        "form": form,
        "version": version,
        "sop": draft.sop,
        "told": draft.told,
        "original": original_of(draft),
        "may_manage": actions.may_manage(person),
    }
    return render(request, "sops/correct.html", context, status=status)


@require_safe
def picture(request: HttpRequest, version_id: int, halaman: int) -> HttpResponse:
    """A page of the original as a picture; the first one is 1."""
    version = version_of(version_id, person_of(request))
    if not 1 <= halaman <= len(version.halaman):
        raise Http404
    page = version.halaman[halaman - 1]
    return HttpResponse(get(settings.FILES_DIR, page["sha256"]), PICTURES[page["format"]])


def findings(request: HttpRequest, version_id: int) -> HttpResponse:
    """What is flawed in an SOP, with the repairs that can be taken with one click."""
    person = person_of(request)
    version = version_of(version_id, person)
    form = RepairForm(request.POST or None, initial={"versi": version.versi})
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        key = form.cleaned_data["perbaikan"]
        answer = actions.mend(version, key, form.doer(request, ""))
        if isinstance(answer, Done):
            return redirect(answer.url)
        form.add_error(None, answer.reason)
        status = status_of(answer)
    sop = sop_of(version)
    context = {
        "form": form,
        "version": version,
        "sop": sop,
        "flaws": flaws_of(version, sop),
        "unsure": draft_of(version).unsure if version.is_draft else (),
        "may_manage": actions.may_manage(person),
    }
    return render(request, "sops/findings.html", context, status=status)


@require_safe
def changes(request: HttpRequest, version_id: int) -> HttpResponse:
    """What a revision changes in the text it was made from."""
    version = version_of(version_id, person_of(request))
    if version.revisi_dari is None:
        raise Http404
    return _difference(request, version, version.revisi_dari)


@require_safe
def compared(request: HttpRequest, version_id: int, other_id: int) -> HttpResponse:
    """What is different between a text and another one of the register."""
    person = person_of(request)
    return _difference(request, version_of(version_id, person), version_of(other_id, person))


def _difference(request: HttpRequest, version: SopVersion, before: SopVersion) -> HttpResponse:
    found = difference(sop_of(before), sop_of(version))
    told = [{"change": one, "pieces": word_pieces(one.sebelum, one.sesudah)} for one in found]
    context = {"version": version, "before": before, "changes": told}
    return render(request, "sops/changes.html", context)
