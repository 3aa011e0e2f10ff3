"""The page of the order: who prepares the meeting, when and where it will be."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.office import clock
from runut.office.cases.queries import StepPage, receivers
from runut.office.works.penugasan.pages import first_words
from runut.office.works.rapat import actions
from runut.office.works.rapat.forms.calling import CallForm
from runut.office.works.rapat.forms.page import names_of
from runut.office.works.rapat.occasions import meeting_of
from runut.office.works.rapat.pages.answering import answer
from runut.office.works.rapat.suggestions import suggest_facts


def assignment(request: HttpRequest, page: StepPage) -> HttpResponse:
    """Pick who prepares the meeting; the order becomes a paper, the meeting is called."""
    form = _form(request, page)
    if request.method != "POST":
        return _show(request, page, form, 200)
    return answer(
        request,
        form,
        lambda: actions.assign(
            form.ref,
            doer := form.doer(request, page.case_url),
            form.facts_in(form.zone),
            form.order_at(doer.at),
            kelengkapan=form.kelengkapan_given,
            exit_label=form.exit_chosen,
        ),
        "Tugas diberikan. Catatan penugasannya tersimpan sebagai dokumen langkah ini.",
        lambda failed, status: _show(request, page, failed, status),
    )


def _form(request: HttpRequest, page: StepPage) -> CallForm:
    people = receivers(page.case, page.step.no)
    meeting = meeting_of(page.case, page.step.no)
    initial = {**suggest_facts(page.case, meeting, clock.now()), **first_words(page, people)}
    return CallForm(request.POST or None, page=page, people=names_of(people), initial=initial)


def _show(request: HttpRequest, page: StepPage, form: CallForm, status: int) -> HttpResponse:
    context = {"page": page, "form": form}
    return render(request, "rapat/penugasan.html", context, status=status)
