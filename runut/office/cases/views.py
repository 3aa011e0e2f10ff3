"""The pages of running SOPs: the list, the live form, a document."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from runut.files.write.html import write_html
from runut.office import clock
from runut.office.acts.forms import ActForm, person_of
from runut.office.cases.cached import people_in
from runut.office.cases.documents import is_drawn, paper_on_screen, stored_bytes
from runut.office.cases.form_view import form_view
from runut.office.cases.manage.acts import may_manage
from runut.office.cases.models import WORKING_COPY, Document, DocumentFile
from runut.office.cases.queries import (
    documents_of,
    may_start,
    open_case,
    visible_cases,
)
from runut.office.cases.standing import case_row
from runut.office.cases.standing_still import halted, with_definitions
from runut.office.people.models import Person
from runut.office.sops.models import SopVersion

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_ENDINGS = {format_: ending for ending, format_ in WORKING_COPY.items()}


@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    person = person_of(request)
    now = clock.now()
    sops = SopVersion.objects.filter(office_id=person.office_id, status=SopVersion.Status.BERLAKU)
    cases = list(
        with_definitions(visible_cases(person)).select_related("office").prefetch_related("tasks")
    )
    still = halted(cases, person.office_id, now.astimezone(person.office.zone))
    for case in cases:
        case.halted = still.get(case.pk)  # type: ignore[attr-defined]  # for the page's own row
    context = {
        "cases": [case_row(case, now) for case in cases],
        "sops": sops.select_related("sop").order_by("sop__judul", "pk"),
        "may_start": may_start(person),
    }
    return render(request, "cases/list.html", context)


@require_safe
def live_form(request: HttpRequest, case_id: int) -> HttpResponse:
    """The screen of a running case is the SOP form itself."""
    case = open_case(case_id, person_of(request))
    person = person_of(request)
    context = {
        "case": case,
        "halted": halted([case.row], case.row.office_id, clock.now()).get(case.row.pk),
        "not_managing": not may_manage(case, person),
        "may_keep": person.ref in people_in(case.state) or may_manage(case, person),
        "view": form_view(case, person, clock.now()),
        "signed": documents_of(case).filter(signs__isnull=False),
        "may_publish": may_start(person),
        "publish_form": ActForm(),
    }
    return render(request, "cases/case.html", context)


@require_safe
def read(request: HttpRequest, document_id: int) -> HttpResponse:
    """A document on the screen: the same block tree as on paper, every figure with its source.

    A file that somebody handed in is offered to be taken away.
    """
    found = _document(document_id, person_of(request))
    html = write_html(paper_on_screen(found)) if is_drawn(found) else ""
    context = {"document": found, "html": html}
    return render(request, "cases/read.html", context)


@require_safe
def document(request: HttpRequest, document_id: int, name: str) -> HttpResponse:
    """A stored document, as an attachment; ``name`` is the format asked for."""
    found = _document(document_id, person_of(request))
    try:
        data = stored_bytes(found, name)
    except DocumentFile.DoesNotExist as error:
        raise Http404 from error
    ending = _ENDINGS.get(name, name)
    response = HttpResponse(data, CONTENT_TYPES.get(ending, "application/octet-stream"))
    mark = "-DRAF" if name in _ENDINGS else ""
    filename = f"{found.jenis}-{found.versi}-{found.printed_code}{mark}.{ending}"
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


def _document(document_id: int, person: Person) -> Document:
    """A document of a case that the person may see."""
    rows = Document.objects.select_related("case", "signs", "dibuat_oleh")
    rows = rows.filter(office_id=person.office_id, pk=document_id)
    found = rows.prefetch_related("files", "signed").first()
    if found is None:
        raise Http404
    open_case(found.case_id, person)
    return found
