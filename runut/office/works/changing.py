"""Giving a step that has not begun another kind of work: the form, and its page."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from runut.core.case.model import WorkOfStep
from runut.core.case.rights import manager_of
from runut.core.sop.model import SOP
from runut.office.acts.forms import ActForm, person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.cases import actions
from runut.office.cases.acting import sop_of
from runut.office.cases.queries import StepPage, step_page
from runut.office.works.answers import go_on
from runut.office.works.kind import SopContext
from runut.office.works.register import kind_named, possible_kinds


class WorkForm(ActForm):
    """Another kind, of those that can serve this step, and why."""

    jenis = forms.ChoiceField(
        label="Jenis pekerjaan",
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih jenis pekerjaan."},
    )
    alasan = forms.CharField(
        label="Alasan",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Dicatat dalam riwayat.",
        error_messages={"required": "Tuliskan alasannya."},
    )

    def __init__(self, *args: Any, page: StepPage, sop: SOP, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        langkah = next(one for one in sop.langkah if one.no == page.step.no)
        field = self.fields["jenis"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [
            (kind.name, f"{kind.title}. {fit.reason}")
            for kind, fit in possible_kinds(SopContext(sop, page.case.row.laporan), langkah)
            if kind.name != page.step.work
        ]


def change(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """Change the kind of a step's work, with the reason."""
    person = person_of(request)
    page = step_page(case_id, no, person)
    if manager_of(page.case.state) != person.ref:
        raise Http404
    form = WorkForm(request.POST or None, page=page, sop=sop_of(page.case.row.sop_version))
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        kind = kind_named(form.cleaned_data["jenis"])
        result = actions.change_work(
            case_id,
            form.doer(request, page.case_url),
            no,
            WorkOfStep(kind.name, kind.mark),
            form.cleaned_data["alasan"],
        )
        if isinstance(result, Done):
            words = f"Jenis pekerjaan langkah {no} menjadi: {kind.title}."
            return go_on(request, result, words)
        status = form.refuse(result)
    context = {"page": page, "form": form, "kind": kind_named(page.step.work)}
    return render(request, "works/change.html", context, status=status)
