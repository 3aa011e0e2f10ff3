"""The pages between two years: begin the next one, look at the last one, its book of figures."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.core.kinerja.tahun_berikutnya import next_year
from runut.files.write.paper import write_docx, write_pdf
from runut.files.write.workbook.year import write_workbook
from runut.office import clock
from runut.office.action_plan.queries import answers_of
from runut.office.acts.forms import person_of, status_shown
from runut.office.cases.acting import OpenCase, definition_for, sop_of
from runut.office.cases.models import Case
from runut.office.cases.queries import candidates_by_role, may_start, open_case
from runut.office.cases.views import CONTENT_TYPES
from runut.office.kinerja.actions import may_manage
from runut.office.kinerja.models import Dataset
from runut.office.kinerja.stored import data_of
from runut.office.next_year.actions import start_next_year
from runut.office.next_year.handing_over import handover_paper
from runut.office.next_year.queries import last_year, leftovers_of, still_holding, year_after
from runut.office.people.models import Person
from runut.office.reports.kind import ReportKind
from runut.office.reports.register import report_of
from runut.office.sops.models import SopVersion
from runut.office.works.luar.parties import parties_of
from runut.office.works.starting.forms import StartForm

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def begin(request: HttpRequest, case_id: int) -> HttpResponse:
    """Begin the report of the next year: roles, dates and SOP proposed, one button."""
    case = open_case(case_id, person_of(request))
    kind, version = report_of(case.row), _in_force(case)
    if kind is None or case.row.tahun is None or not may_start(person_of(request)):
        raise Http404
    known = year_after(case.row)
    if version is None or (known and request.method != "POST"):
        return render(request, "next_year/not_now.html", {"case": case, "known": known})
    form = _form(request, case, kind, version)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        started = start_next_year(
            case.row,
            version,
            form.roles,
            form.doer(request, ""),
            judul=form.cleaned_data["judul"],
            batas=form.cleaned_data["batas"] or kind.due(case.row.tahun + 1),
            also=form.kept_beside,
        )
        if not isinstance(started, Refused):
            messages.success(request, f"{started.judul} dimulai.")
            return redirect("kasus", started.pk)
        status = form.refuse(started)
    context = {
        "case": case,
        "form": form,
        "version": version,
        "tahun": case.row.tahun + 1,
        "leftovers": leftovers_of(case.row),
        "dataset": _dataset(case.row),
        "may_load": may_manage(person_of(request)),
    }
    return render(request, "next_year/begin.html", context, status=status)


@require_safe
def look_back(request: HttpRequest, case_id: int) -> HttpResponse:
    """What last year leaves: its book, what stayed open, the words it used."""
    case = open_case(case_id, person_of(request))
    found = last_year(case.row)
    if found is None:
        raise Http404
    context = {"case": case, "last": found, "dataset": _dataset(found.case)}
    return render(request, "next_year/last.html", context)


@require_safe
def book(request: HttpRequest, dataset_id: int) -> HttpResponse:
    """The workbook of the year after: last year's results as history, what is new left empty."""
    person = person_of(request)
    found = Dataset.objects.filter(office_id=person.office_id, pk=dataset_id).first()
    if found is None:
        raise Http404
    following = next_year(data_of(found), answers_of(person.office_id))
    response = HttpResponse(write_workbook(following), XLSX)
    name = f"data-kinerja-{found.tahun + 1}.xlsx"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def handover(request: HttpRequest) -> HttpResponse:
    """The paper for whoever takes over, as PDF or Word (``?format=docx``)."""
    person, now = person_of(request), clock.now()
    if not may_start(person):
        raise Http404
    ending = "docx" if request.GET.get("format") == "docx" else "pdf"
    write = write_docx if ending == "docx" else write_pdf
    response = HttpResponse(write(handover_paper(person, now), created=now), CONTENT_TYPES[ending])
    response.headers["Content-Disposition"] = f'attachment; filename="serah-terima.{ending}"'
    return response


def _form(request: HttpRequest, case: OpenCase, kind: ReportKind, version: SopVersion) -> StartForm:
    office, tahun = case.row.office, (case.row.tahun or 0) + 1
    today = clock.now().astimezone(office.zone).date()
    before = still_holding(case)
    candidates = _joined(candidates_by_role(office, today), before)
    form = StartForm(
        request.POST or None,
        version=version,
        day=today,
        definition=definition_for(version),
        candidates=candidates,
        report=None,
        initial={"judul": kind.case_title(sop_of(version), tahun), "batas": kind.due(tahun)},
    )
    for number, actor in enumerate(form.actors):
        if before.get(actor):
            form.fields[f"peran_{number}"].initial = [one.pk for one in before[actor]]
    form.name_outside(parties_of(case.row))
    form.ask_again(())
    return form


def _joined(
    now: dict[str, list[Person]], before: dict[str, list[Person]]
) -> dict[str, list[Person]]:
    """Who may be chosen: those who hold the role now, and those who played it last year."""
    found = {actor: list(people) for actor, people in now.items()}
    for actor, people in before.items():
        known = found.setdefault(actor, [])
        known += [one for one in people if one not in known]
    return found


def _in_force(case: OpenCase) -> SopVersion | None:
    versions = SopVersion.objects.filter(
        office_id=case.row.office_id,
        sop__versions=case.row.sop_version_id,
        status=SopVersion.Status.BERLAKU,
    )
    return versions.select_related("sop", "office").first()


def _dataset(case: Case) -> Dataset | None:
    found = Dataset.objects.filter(office_id=case.office_id, tahun=case.tahun or 0)
    return found.order_by("-versi").first()
