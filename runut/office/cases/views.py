"""The pages of running SOPs: inbox, list, the live form, the steps every SOP has."""

import re

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.files.write.html import write_html
from runut.office import clock
from runut.office.cases import actions
from runut.office.cases.act_forms import ActForm, person_of, status_shown
from runut.office.cases.acting import definition_for
from runut.office.cases.documents import stored_bytes, stored_paper
from runut.office.cases.form_view import form_view
from runut.office.cases.forms import StartForm
from runut.office.cases.history import history_of
from runut.office.cases.inbox import task_rows
from runut.office.cases.models import Document, DocumentFile
from runut.office.cases.queries import (
    candidates_by_role,
    documents_of,
    may_start,
    open_case,
    visible_cases,
)
from runut.office.meetings.queries import minutes_to_write
from runut.office.people.models import Person
from runut.office.sops.models import SopVersion

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """Tugas saya: what is due, in working time, what it needs, one main button."""
    person = person_of(request)
    context = {"rows": task_rows(person, clock.now()), "minutes": minutes_to_write(person)}
    return render(request, "cases/inbox.html", context)


@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    person = person_of(request)
    sops = SopVersion.objects.filter(office_id=person.office_id, status=SopVersion.Status.BERLAKU)
    context = {
        "cases": visible_cases(person).prefetch_related("tasks"),
        "sops": sops.select_related("sop").order_by("sop__judul", "pk"),
        "may_start": may_start(person),
    }
    return render(request, "cases/list.html", context)


def start(request: HttpRequest, version_id: int) -> HttpResponse:
    """Start an adopted SOP."""
    person = person_of(request)
    version = SopVersion.objects.filter(office_id=person.office_id, pk=version_id).first()
    if version is None:
        raise Http404
    year = clock.now().year - 1
    form = StartForm(
        request.POST or None,
        definition=definition_for(version),
        candidates=candidates_by_role(person.office, clock.now().date()),
        initial={"judul": _case_title(version, year), "tahun": year},
    )
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        started = actions.start_case(
            version,
            given["judul"],
            form.roles,
            form.doer(request, ""),
            tahun=given["tahun"],
            batas=given["batas"],
        )
        if not isinstance(started, Refused):
            messages.success(request, f"{started.judul} dimulai.")
            return redirect("kasus", started.pk)
        status = form.refuse(started)
    return render(request, "cases/start.html", {"form": form, "version": version}, status=status)


@require_safe
def live_form(request: HttpRequest, case_id: int) -> HttpResponse:
    """The screen of a running case is the SOP form itself."""
    case = open_case(case_id, person_of(request))
    person = person_of(request)
    context = {
        "case": case,
        "view": form_view(case, person, clock.now()),
        "signed": documents_of(case).filter(signs__isnull=False),
        "may_publish": may_start(person),
        "publish_form": ActForm(),
    }
    return render(request, "cases/case.html", context)


@require_safe
def history(request: HttpRequest, case_id: int) -> HttpResponse:
    """Who did what, when, on which document: the chain's lines of this case, and its papers."""
    case = open_case(case_id, person_of(request))
    context = {"case": case, "lines": history_of(case), "documents": documents_of(case)}
    return render(request, "cases/history.html", context)


@require_safe
def read(request: HttpRequest, document_id: int) -> HttpResponse:
    """A document on the screen: the same block tree as on paper, every figure with its source."""
    found = _document(document_id, person_of(request))
    try:
        paper = stored_paper(found)
    except DocumentFile.DoesNotExist as error:
        raise Http404 from error
    context = {"document": found, "paper": paper, "html": write_html(paper)}
    return render(request, "cases/read.html", context)


@require_safe
def document(request: HttpRequest, document_id: int, name: str) -> HttpResponse:
    """A stored document, as an attachment; ``name`` is the format asked for."""
    found = _document(document_id, person_of(request))
    try:
        data = stored_bytes(found, name)
    except DocumentFile.DoesNotExist as error:
        raise Http404 from error
    response = HttpResponse(data, CONTENT_TYPES.get(name, "application/octet-stream"))
    filename = f"{found.jenis}-{found.versi}-{found.kode}.{name}"
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


def _case_title(version: SopVersion, year: int) -> str:
    """What a case is called unless somebody says otherwise: "LAKIP 2025"."""
    judul = version.sop.judul
    short = re.search(r"\(([A-Z]{2,12})\)\s*$", judul)
    return f"{short[1] if short else judul.capitalize()} {year}"


def _document(document_id: int, person: Person) -> Document:
    """A document of a case that the person may see."""
    found = Document.objects.filter(office_id=person.office_id, pk=document_id).first()
    if found is None:
        raise Http404
    open_case(found.case_id, person)
    return found
