"""The page of an order: who does the step that follows."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.office.acts.forms import status_shown
from runut.office.acts.sending import Done
from runut.office.cases.queries import StepPage, receivers
from runut.office.people.models import Person
from runut.office.works.answers import go_on
from runut.office.works.penugasan.forms import AssignForm
from runut.office.works.penugasan.order import assign, suggest_tasks


def assignment(request: HttpRequest, page: StepPage) -> HttpResponse:
    """Pick who does what follows; the order becomes a paper."""
    people = receivers(page.case, page.step.no)
    form = AssignForm(
        request.POST or None,
        page=page,
        people={ref: person.nama for ref, person in people.items()},
        initial=first_words(page, people),
    )
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        doer = form.doer(request, page.case_url)
        result = assign(
            form.ref,
            doer,
            form.order_at(doer.at),
            kelengkapan=form.kelengkapan_given,
            exit_label=form.exit_chosen,
        )
        if isinstance(result, Done):
            return go_on(request, result, "Tugas diberikan; catatannya tersimpan.")
        status = form.refuse(result)
    context = {"page": page, "form": form}
    return render(request, "penugasan/step.html", context, status=status)


def first_words(page: StepPage, people: dict[str, Person]) -> dict[str, str]:
    """What the form of an order is filled with before anybody types."""
    names = (*page.step.output, page.step.kegiatan)
    is_oral = any(word in name.lower() for name in names for word in ("lisan", "verbal"))
    return {
        "penerima": next(iter(people)) if len(people) == 1 else "",
        "tugas": suggest_tasks(page.case, page.step.no),
        "cara": "lisan" if is_oral or not page.step.output else "tertulis",
    }
