"""The page of one claim: mend the words, say why they are right, or of what they speak."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.forms import ActForm, person_of, status_shown
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase
from runut.office.reports.lakip.answering import answer_claim, explain_claim, refuse_answer
from runut.office.reports.lakip.claims import ClaimRow, claim_row

_LONGEST = 1000
_NONE = "bukan"
"""Chosen where the words speak of no indicator."""


class ClaimForm(ActForm):
    """Why a sentence is right although the figures say otherwise."""

    jawaban = forms.CharField(
        label="Benar, karena",
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis mengapa kalimat itu benar, atau betulkan kalimatnya."},
    )


class ExplainForm(ActForm):
    """Of which indicator a sentence speaks."""

    indikator = forms.ChoiceField(
        label="Indikator yang dimaksud",
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih indikatornya, atau nyatakan bukan angka capaian."},
    )

    def __init__(self, *args: Any, row: ClaimRow, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["indikator"].choices = [  # type: ignore[attr-defined]
            *((one.id, f"{one.nama} ({one.id})") for one in row.choices),
            (_NONE, "Bukan angka capaian indikator"),
        ]


def claim(request: HttpRequest, case: OpenCase, kunci: str) -> HttpResponse:
    """Answer a claim; once its sentence or its figures are others, there is nothing to answer."""
    person = person_of(request)
    row = claim_row(case.row, kunci)
    if row is None:
        raise Http404
    form = _form(request, row)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        doer = form.doer(request, reverse("laporan_papan", args=[case.row.pk]))
        done = _answer(case, row, form.cleaned_data, doer)
        if not isinstance(done, Refused):
            return redirect(done.url)
        status = form.refuse(done)
    context = {
        "case": case,
        "row": row,
        "form": form,
        "refused": refuse_answer(case, person, clock.now().date()),
    }
    return render(request, "reports/claim.html", context, status=status)


def _form(request: HttpRequest, row: ClaimRow) -> ClaimForm | ExplainForm:
    given = request.POST or None
    if not row.is_asked:
        return ClaimForm(given)
    initial = {"indikator": row.answer.angka or _NONE} if row.answer else {}
    return ExplainForm(given, row=row, initial=initial)


def _answer(case: OpenCase, row: ClaimRow, given: dict[str, Any], doer: Doer) -> Done | Refused:
    if not row.is_asked:
        return answer_claim(case.row.pk, row.kunci, given["jawaban"], doer)
    chosen = given["indikator"]
    return explain_claim(case.row.pk, row.kunci, "" if chosen == _NONE else chosen, doer)
