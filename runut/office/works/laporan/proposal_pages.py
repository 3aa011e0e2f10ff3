"""Where people decide on the sentences that Runut proposes: in a section, and for all at once."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from runut.core.findings import Refused
from runut.core.report.proposals import Choice
from runut.core.report.prose.clean import clean_text
from runut.office import clock
from runut.office.acts.forms import ActForm, person_of, status_of, status_shown
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase
from runut.office.cases.queries import open_case
from runut.office.cases.text_life import writers_words
from runut.office.people.models import Person
from runut.office.reports.authorship import steps_given_up
from runut.office.reports.proposals import Proposals, proposals_of
from runut.office.reports.register import report_of
from runut.office.web.kept.pages import stands_on
from runut.office.works.answers import go_on
from runut.office.works.laporan.forms import TextForm, names_in
from runut.office.works.laporan.proposing import (
    NOTHING_WAITS,
    decide_proposals,
    take_all,
    waiting_for,
)
from runut.office.works.laporan.section_pages import LONGEST_TEXT, section_context
from runut.office.works.laporan.shown import rewritable

_SAID = {
    Choice.TAKEN: "dipakai",
    Choice.LEFT_OUT: "ditiadakan",
    Choice.OPEN: "menunggu lagi",
}


class DecisionForm(ActForm):
    """What is decided on which proposal of a section; its buttons stand beside the words."""

    dilihat = forms.CharField(max_length=32, widget=forms.HiddenInput)
    pakai = forms.CharField(required=False, max_length=40)
    tiadakan = forms.CharField(required=False, max_length=40)
    buka = forms.CharField(required=False, max_length=40)
    pakai_semua = forms.CharField(required=False, max_length=40)
    melepas = forms.BooleanField(required=False)

    def chosen(self, standing: Proposals) -> dict[str, Choice]:
        given = self.cleaned_data
        if given["pakai_semua"]:
            return {row.proposal.name: Choice.TAKEN for row in standing.waiting}
        named = (
            (given["pakai"], Choice.TAKEN),
            (given["tiadakan"], Choice.LEFT_OUT),
            (given["buka"], Choice.OPEN),
        )
        return {name: choice for name, choice in named if name}


class TakeAllForm(ActForm):
    """Everything that waits in the sections that a person may write."""

    dilihat = forms.CharField(max_length=32, widget=forms.HiddenInput)
    melepas = forms.BooleanField(required=False)

    def __init__(self, *args: Any, case: OpenCase, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.given_up = steps_given_up(case, "", person.ref)
        numbers = ", ".join(step.no for step in self.given_up)
        label = f"Saya memakainya, dan tidak akan memeriksa laporan ini pada langkah {numbers}"
        self.fields["melepas"].label = label


@stands_on("laporan_bagian", "case_id", "key")
def decide(request: HttpRequest, case_id: int, key: str) -> HttpResponse:
    """A button beside a proposal: what is typed in the editor stays typed."""
    case, person = open_case(case_id, person_of(request)), person_of(request)
    typed = clean_text(request.POST.get("teks", "")[:LONGEST_TEXT])
    if name := request.POST.get("ubah"):
        return _to_rewrite(request, case, key, name, typed)
    form = DecisionForm(request.POST)
    result: Done | Refused = NOTHING_WAITS
    said = ""
    if form.is_valid():
        chosen = form.chosen(proposals_of(case.row).of(key))
        doer = form.doer(request, f"{reverse('laporan_bagian', args=(case_id, key))}#usulan")
        result = _decided(case_id, key, chosen, form, doer)
        said = ", ".join(dict.fromkeys(_SAID[one] for one in chosen.values()))
    words = f"Usulan Runut {said}."
    context = section_context(case, key, person, _form_of(request, case, key, typed), typed)
    if isinstance(result, Refused):
        context |= {"decision_refused": result}
        return render(request, "laporan/section.html", context, status=status_of(result))
    if typed.split() == context["row"].words.split():
        return go_on(request, result, words)
    return render(request, "laporan/section.html", context | {"decision_said": words})


def _decided(
    case_id: int, key: str, chosen: dict[str, Choice], form: DecisionForm, doer: Doer
) -> Done | Refused:
    if not chosen:
        return NOTHING_WAITS
    given = form.cleaned_data
    seen, gives_up = given["dilihat"], given["melepas"]
    return decide_proposals(case_id, key, chosen, seen, doer, gives_up=gives_up)


def _to_rewrite(
    request: HttpRequest, case: OpenCase, key: str, name: str, typed: str
) -> HttpResponse:
    """The words of a proposal below what is typed; nothing is saved until the text is."""
    found = proposals_of(case.row).of(key).rows
    row = next((one for one in found if one.proposal.name == name), None)
    names = names_in(request.POST.get("menggantikan", ""))
    if row is not None and name not in names:
        words = rewritable(case.row, row.proposal)
        typed = f"{typed.rstrip()}\n\n{words}" if typed.strip() else words
        names = [*names, name]
    form = _form_of(request, case, key, typed, names)
    context = section_context(case, key, person_of(request), form, typed)
    said = "Kalimatnya sudah ada di bawah teks. Ubah, lalu simpan; usulan itu tidak dicetak lagi."
    return render(request, "laporan/section.html", context | {"decision_said": said})


def _form_of(
    request: HttpRequest, case: OpenCase, key: str, typed: str, names: list[str] | None = None
) -> TextForm:
    """The editor's form with what was typed in it."""
    kept = request.POST.get("menggantikan", "") if names is None else " ".join(names)
    return TextForm(
        given_up=steps_given_up(case, key, person_of(request).ref),
        initial={
            "dasar": request.POST.get("dasar", "0"),
            "teks": typed,
            "melepas": "melepas" in request.POST,
            "menggantikan": kept,
        },
    )


def proposals(request: HttpRequest, case_id: int) -> HttpResponse:
    """Every sentence that waits, to be read in one place and taken by one act."""
    case, person = open_case(case_id, person_of(request)), person_of(request)
    if report_of(case.row) is None:
        raise Http404
    found = proposals_of(case.row)
    form = TakeAllForm(
        request.POST or None, case=case, person=person, initial={"dilihat": found.mark}
    )
    status = status_shown(form)
    mine = waiting_for(case, found, person, clock.now())
    if request.method == "POST" and form.is_valid():
        doer = form.doer(request, f"{reverse('laporan_papan', args=(case_id,))}#usulan")
        given = form.cleaned_data
        result = take_all(case_id, given["dilihat"], doer, gives_up=given["melepas"])
        if isinstance(result, Done):
            return go_on(request, result, f"{len(mine)} usulan Runut dipakai.")
        status = form.refuse(result)
    context = {
        "case": case,
        "proposals": found,
        "mine": len(mine),
        "form": form,
        "mark": found.mark,
        "who": writers_words(case),
    }
    return render(request, "laporan/proposals.html", context, status=status)
