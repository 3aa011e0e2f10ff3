"""The page that starts a ralat."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.core.findings import Refused
from runut.office.acts.forms import ActForm, person_of, status_shown
from runut.office.cases.queries import open_case
from runut.office.reports.corrections import may_correct, running_correction, signed_report
from runut.office.works.answers import go_on
from runut.office.works.laporan.correcting import start_correction


class CorrectionForm(ActForm):
    """Why the signed report is corrected."""

    alasan = forms.CharField(
        label="Alasan ralat",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Apa yang keliru, dan di bagian mana. Terbaca pada halaman keaslian.",
        error_messages={"required": "Tuliskan alasan ralat."},
    )


def correct(request: HttpRequest, case_id: int) -> HttpResponse:
    """Start the correction of a signed report, with the reason."""
    person = person_of(request)
    case = open_case(case_id, person)
    signed = signed_report(case)
    form = CorrectionForm(request.POST or None)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        result = start_correction(case_id, form.doer(request, ""), form.cleaned_data["alasan"])
        if not isinstance(result, Refused):
            return go_on(request, result, "Ralat dimulai. Perbaiki naskahnya, lalu bekukan lagi.")
        status = form.refuse(result)
    context = {
        "case": case,
        "signed": signed,
        "form": form,
        "running": running_correction(signed) if signed else None,
        "may_correct": may_correct(case, person),
    }
    return render(request, "laporan/correct.html", context, status=status)
