"""The page of the catalogue of legal bases: what is delivered, and what the office knows itself."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from runut.core.findings import Refused
from runut.core.sop.checks.peraturan import KATALOG, Kepastian
from runut.office.acts.forms import ActForm, person_of, status_shown
from runut.office.sops.actions.legal import NOT_YOURS, remove_base, write_base
from runut.office.sops.legal import entry_named, katalog_of, may_keep, own_entries
from runut.office.sops.legal_form import BaseForm
from runut.office.web.kept.pages import stands_on

INCOMPLETE = Refused("tidak_lengkap", "Formulir ini tidak lengkap. Muat ulang halaman.")


def catalogue(request: HttpRequest) -> HttpResponse:
    """Every regulation with its state; who keeps it adds one, or says otherwise of one."""
    person = person_of(request)
    if request.method == "POST" and not may_keep(person):
        return _refused(request, NOT_YOURS)
    chosen = entry_named(request.GET.get("ubah", ""), katalog_of(person.office_id))
    form = BaseForm(request.POST or None, initial=BaseForm.about(chosen) if chosen else None)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        answer = write_base(form.known(), form.doer(request, reverse("sop_katalog")))
        if not isinstance(answer, Refused):
            messages.success(request, "Katalog dasar hukum disimpan; SOP diperiksa dengannya.")
            return redirect(answer.url)
        status = form.refuse(answer)
    return _page(request, form, status)


@stands_on("sop_katalog")
def remove(request: HttpRequest, base_id: int) -> HttpResponse:
    """Take an entry of the office away."""
    person = person_of(request)
    form = ActForm(request.POST)
    if not may_keep(person) or not form.is_valid():
        if not any(one.pk == base_id for one in own_entries(person.office_id)):
            raise Http404
        return _refused(request, INCOMPLETE if may_keep(person) else NOT_YOURS)
    answer = remove_base(base_id, form.doer(request, reverse("sop_katalog")))
    if isinstance(answer, Refused):
        if answer.kode == "tidak_ada":
            raise Http404
        return _refused(request, answer)
    messages.success(request, "Peraturan itu dihapus dari katalog kantor.")
    return redirect(answer.url)


def _refused(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The page with the reason above an empty form."""
    form = BaseForm({})
    form.errors.clear()
    return _page(request, form, form.refuse(refused))


def _page(request: HttpRequest, form: BaseForm, status: int) -> HttpResponse:
    own = own_entries(person_of(request).office_id)
    mine = {str(one) for one in own}
    context = {
        "form": form,
        "own": [(one, ActForm()) for one in own],
        "delivered": sorted(
            (one for one in KATALOG if one.sebutan not in mine),
            key=lambda one: (one.jenis, one.tahun, len(one.nomor), one.nomor),
        ),
        "sure": Kepastian.PASTI,
        "may_keep": may_keep(person_of(request)),
    }
    return render(request, "sops/legal.html", context, status=status)
