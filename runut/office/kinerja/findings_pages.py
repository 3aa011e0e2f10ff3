"""The pages of the findings that stay, and of one figure with all that became of it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.office.acts.forms import person_of, status_shown
from runut.office.kinerja.actions import latest_dataset, may_manage
from runut.office.kinerja.findings import Keadaan, answer_finding, give_finding, may_answer
from runut.office.kinerja.forms import AnswerForm, GiveForm
from runut.office.kinerja.models import KeptFinding
from runut.office.kinerja.queries import findings_of_year, life_of_figure
from runut.office.kinerja.stored import fields_in
from runut.office.people.models import Person


@require_safe
def of_year(request: HttpRequest, tahun: int) -> HttpResponse:
    """All findings of a year: what is open with its owner, what was answered and how."""
    person = person_of(request)
    dataset = latest_dataset(person.office_id, tahun)
    if dataset is None:
        raise Http404
    rows = list(findings_of_year(person.office_id, tahun))
    context = {
        "tahun": tahun,
        "dataset": dataset,
        "open": [one for one in rows if one.keadaan == Keadaan.TERBUKA],
        "right": [one for one in rows if one.keadaan == Keadaan.BENAR],
        "mended": [one for one in rows if one.keadaan == Keadaan.DIBETULKAN],
        "may_manage": may_manage(person),
    }
    return render(request, "kinerja/findings.html", context)


def one(request: HttpRequest, finding_id: int) -> HttpResponse:
    """Answer a finding, or give it to another owner."""
    person = person_of(request)
    row = (
        KeptFinding.objects.filter(office_id=person.office_id, pk=finding_id)
        .select_related("pemilik", "dijawab_oleh")
        .first()
    )
    if row is None:
        raise Http404
    gives = request.POST.get("tindakan") == "serahkan"
    people = Person.objects.filter(office_id=person.office_id, is_active=True).order_by("nama")
    answering = AnswerForm(request.POST if request.method == "POST" and not gives else None)
    giving = GiveForm(request.POST if gives else None, people=people)
    form = giving if gives else answering
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        doer = form.doer(request, reverse("kinerja_temuan", args=[row.tahun]))
        done = (
            give_finding(row, giving.cleaned_data["pemilik"], doer)
            if gives
            else answer_finding(row, answering.cleaned_data["jawaban"], doer)
        )
        if not isinstance(done, Refused):
            messages.success(request, "Temuan diserahkan." if gives else "Jawaban tersimpan.")
            return redirect(done.url)
        status = form.refuse(done)
    context = {
        "row": row,
        "answering": answering,
        "giving": giving,
        "form": form,
        "may_answer": row.keadaan == Keadaan.TERBUKA and may_answer(row, person),
    }
    return render(request, "kinerja/finding.html", context, status=status)


@require_safe
def figure(request: HttpRequest, tahun: int) -> HttpResponse:
    """One figure and what became of it: old, new, who, when, why. ``?k=`` is its key."""
    person, kunci = person_of(request), request.GET.get("k", "")
    moments = life_of_figure(person.office_id, tahun, kunci)
    dataset = latest_dataset(person.office_id, tahun)
    if not moments or dataset is None:
        raise Http404
    rows = findings_of_year(person.office_id, tahun)
    now = fields_in(dataset.sha256).get(kunci)
    context = {
        "tahun": tahun,
        "dataset": dataset,
        "moments": moments,
        "figure": now,
        "title": moments[-1].perubahan.judul,
        "indikator_id": kunci.split("/")[1] if kunci.startswith("indikator/") else "",
        "findings": [f for f in rows if f.angka == kunci or (now and now.sel and f.sel == now.sel)],
    }
    return render(request, "kinerja/figure.html", context)
