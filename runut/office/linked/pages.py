"""The pages of an SOP that a step refers to: how it stands, and the ways to serve it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.cases.acting import OpenCase, definition_for
from runut.office.cases.queries import candidates_by_role, may_start, open_case
from runut.office.linked import actions
from runut.office.linked.forms import AskForm, EndForm, TieForm
from runut.office.linked.models import LinkedWork
from runut.office.linked.queries import (
    Reference,
    may_arrange,
    reference,
    references_of,
    running_cases_of,
    version_named,
)
from runut.office.people.models import Person
from runut.office.sops.models import SopVersion
from runut.office.works.answers import go_on
from runut.office.works.starting.forms import StartForm


@require_safe
def all_of(request: HttpRequest, case_id: int) -> HttpResponse:
    """Every SOP that the steps of a case name."""
    case = open_case(case_id, person_of(request))
    context = {"case": case, "references": references_of(case, clock.now())}
    return render(request, "linked/all.html", context)


@require_safe
def one(request: HttpRequest, case_id: int, no: str, nth: int) -> HttpResponse:
    """How one of them stands, and what can be done about it."""
    case, ref = _found(request, case_id, no, nth)
    version = version_named(case.row.office_id, ref.nama)
    context = {
        "case": case,
        "ref": ref,
        "step": case.definition.step(no),
        "version": version,
        "running": running_cases_of(version, case.row) if version else [],
        "may_start": may_start(person_of(request)),
        "may_arrange": may_arrange(case, person_of(request)),
    }
    return render(request, "linked/one.html", context)


def begin(request: HttpRequest, case_id: int, no: str, nth: int) -> HttpResponse:
    """Start the SOP as a child of this case."""
    case, ref = _found(request, case_id, no, nth)
    version = version_named(case.row.office_id, ref.nama)
    if version is None or not may_start(person_of(request)):
        return redirect(ref.url)
    form = _start_form(request, case, version)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        started = actions.start_child(
            case,
            ref,
            version,
            form.roles,
            form.doer(request, ""),
            judul=form.cleaned_data["judul"],
            batas=form.due,
            also=form.kept_beside,
        )
        if not isinstance(started, Refused):
            messages.success(request, f"{started.judul} dimulai untuk langkah {no}.")
            return redirect("kasus", started.pk)
        status = form.refuse(started)
    context = {"case": case, "ref": ref, "form": form, "version": version}
    return render(request, "linked/begin.html", context, status=status)


def tie(request: HttpRequest, case_id: int, no: str, nth: int) -> HttpResponse:
    """Say which running case serves the step already."""
    case, ref = _found(request, case_id, no, nth)
    version = version_named(case.row.office_id, ref.nama)
    running = running_cases_of(version, case.row) if version else []
    form = TieForm(request.POST or None, running=running)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        child = form.running[form.cleaned_data["kasus"]]
        done = actions.tie_running(case, ref, child, form.doer(request, ref.url))
        if isinstance(done, Done):
            return go_on(request, done, f"Langkah {no} dihubungkan dengan {child.judul}.")
        status = form.refuse(done)
    context = {"case": case, "ref": ref, "form": form}
    return render(request, "linked/tie.html", context, status=status)


def ask(request: HttpRequest, case_id: int, no: str, nth: int) -> HttpResponse:
    """Ask somebody to see to it, until a day."""
    case, ref = _found(request, case_id, no, nth)
    people = Person.objects.filter(office_id=case.row.office_id, is_active=True).order_by("nama")
    form = AskForm(request.POST or None, people=list(people))
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        person = form.people[form.cleaned_data["siapa"]]
        doer = form.doer(request, ref.url)
        done = actions.ask_of(case, ref, person, form.cleaned_data["batas"], doer)
        if isinstance(done, Done):
            return go_on(request, done, f"{ref.nama} diminta kepada {person.nama}.")
        status = form.refuse(done)
    context = {"case": case, "ref": ref, "form": form}
    return render(request, "linked/ask.html", context, status=status)


def end(request: HttpRequest, work_id: int) -> HttpResponse:
    """Record how it ended; for whom it was asked of, and for whoever asked."""
    person = person_of(request)
    works = LinkedWork.objects.filter(office_id=person.office_id, child=None)
    work = works.select_related("case", "penanggung_jawab").filter(pk=work_id).first()
    if work is None or person.pk not in (work.penanggung_jawab_id, work.diminta_oleh_id):
        raise Http404
    form = EndForm(request.POST or None)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        doer = form.doer(request, reverse("tugas"))
        done = actions.end_asked(work, form.cleaned_data["bukti"], doer)
        if isinstance(done, Done):
            return go_on(request, done, f"Hasil {work.nama} tercatat.")
        status = form.refuse(done)
    return render(request, "linked/end.html", {"work": work, "form": form}, status=status)


def _found(request: HttpRequest, case_id: int, no: str, nth: int) -> tuple[OpenCase, Reference]:
    case = open_case(case_id, person_of(request))
    ref = reference(case, no, nth, clock.now())
    if ref is None:
        raise Http404
    return case, ref


def _start_form(request: HttpRequest, case: OpenCase, version: SopVersion) -> StartForm:
    office = case.row.office
    today = clock.now().astimezone(office.zone).date()
    title = f"{version.sop.judul.capitalize()} untuk {case.row.judul}"
    form = StartForm(
        request.POST or None,
        version=version,
        day=today,
        definition=definition_for(version),
        candidates=candidates_by_role(office, today),
        report=None,
        initial={"judul": title[:200]},
    )
    form.ask_again(())
    return form
