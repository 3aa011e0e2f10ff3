"""The page of the order: who prepares the meeting, when and where it will be."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.office import clock
from runut.office.cases.act_forms import person_of
from runut.office.cases.queries import StepPage, step_page
from runut.office.meetings import actions
from runut.office.meetings.forms.calling import AssignForm
from runut.office.meetings.forms.page import names_of
from runut.office.meetings.pages.answering import answer
from runut.office.meetings.queries import meeting_of, receivers
from runut.office.meetings.suggestions import suggest_facts, suggest_tasks


def assignment(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """Pick who prepares the meeting; the order becomes a paper, the meeting is called."""
    page = step_page(case_id, no, person_of(request))
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
        ),
        "Tugas diberikan. Catatan penugasannya tersimpan sebagai dokumen langkah ini.",
        lambda failed, status: _show(request, page, failed, status),
    )


def _form(request: HttpRequest, page: StepPage) -> AssignForm:
    people = receivers(page.case, page.step.no)
    is_oral = any("lisan" in name.lower() for name in page.step.output)
    initial = {
        **suggest_facts(page.case, meeting_of(page.case), clock.now()),
        "penerima": next(iter(people)) if len(people) == 1 else "",
        "tugas": suggest_tasks(page.case, page.step.no),
        "cara": "lisan" if is_oral else "tertulis",
    }
    return AssignForm(request.POST or None, page=page, people=names_of(people), initial=initial)


def _show(request: HttpRequest, page: StepPage, form: AssignForm, status: int) -> HttpResponse:
    context = {"page": page, "form": form}
    return render(request, "meetings/penugasan.html", context, status=status)
