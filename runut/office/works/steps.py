"""The way from an address to the page of a step: by the kind of its work, for who may do it."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.module_loading import import_string

from runut.core.case.rights import manager_of
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.cases.queries import StepPage, documents_of, step_page
from runut.office.people.models import Person
from runut.office.works.answers import go_on
from runut.office.works.kind import Kind
from runut.office.works.periksa.checking import check_page
from runut.office.works.register import kind_named
from runut.office.works.step_form import ConfirmForm
from runut.office.works.umum.acting import Left, hand_in

StepView = Callable[[HttpRequest, StepPage], HttpResponse]


def step(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """The page of a step. One that is done, not open yet or somebody else's is shown only."""
    person = person_of(request)
    page = step_page(case_id, no, person)
    kind = kind_named(page.step.work)
    if page.refused is not None and request.method != "POST":
        other = _side_door(kind, page, person)
        return redirect(other) if other else closed(request, page, kind)
    if page.refused is None and not page.leads and not kind.is_shared:
        return confirm(request, page)
    return cast(StepView, import_string(kind.page))(request, page)


def closed(request: HttpRequest, page: StepPage, kind: Kind) -> HttpResponse:
    """A step that this person cannot work on now: what it left, and why not."""
    manages = manager_of(page.case.state) == person_of(request).ref
    offer = import_string(kind.offer)(page, person_of(request)) if kind.offer else ""
    context = {
        "page": page,
        "kind": kind,
        "offer": offer,
        "documents": documents_of(page.case).filter(no=page.step.no),
        "may_change": manages and not page.state.has_begun,
    }
    return render(request, "works/closed.html", context)


def confirm(request: HttpRequest, page: StepPage) -> HttpResponse:
    """An actor who does not lead the step says that his part is done."""
    found = check_page(page, person_of(request))
    takes_files = bool(page.step.inner) and not found.document
    form = ConfirmForm(
        request.POST or None,
        request.FILES or None,
        page=page,
        read_sha256=found.sha256,
        takes_files=takes_files,
    )
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        result = hand_in(
            page,
            form.ref,
            form.doer(request, page.case_url),
            [Left(nama, given[f"berkas_{number}"]) for number, nama in enumerate(form.names)],
            read_sha256=given["dibaca"],
        )
        if isinstance(result, Done):
            return go_on(request, result, f"Bagian Saudara pada langkah {page.step.no} tercatat.")
        status = form.refuse(result)
    context = {"page": page, "check": found, "form": form, "documents": documents_of(page.case)}
    return render(request, "works/confirm.html", context, status=status)


def _side_door(kind: Kind, page: StepPage, person: Person) -> str:
    return cast(str, import_string(kind.side_door)(page, person)) if kind.side_door else ""
