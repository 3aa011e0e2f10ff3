"""The papers of a case: those on their way out, and those that can be printed at any time."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.cases.queries import open_case, people_of
from runut.office.letters.actions import draft_covering
from runut.office.letters.case_papers import papers_of
from runut.office.letters.forms import CoveringForm
from runut.office.letters.queries import letters_of
from runut.office.paper_templates.drawing import draw

_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def case_papers(request: HttpRequest, case_id: int) -> HttpResponse:
    """What can be printed, which letters are on their way, and the form of a surat pengantar."""
    person = person_of(request)
    case = open_case(case_id, person)
    form = CoveringForm(request.POST or None)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        doer = form.doer(request, f"/pelaksanaan/{case_id}/naskah/")
        answer = draft_covering(
            case, doer, kepada=given["kepada"], di=given["di"], tembusan=form.copies
        )
        if not isinstance(answer, Refused):
            messages.success(request, "Draf surat pengantar disusun.")
            return redirect(answer.url)
        status = form.refuse(answer)
    context = {
        "case": case,
        "papers": papers_of(case, person, clock.now()),
        "letters": letters_of(case_id, person.office_id),
        "form": form,
        "may_draft": person.ref in people_of(case),
    }
    return render(request, "letters/case_papers.html", context, status=status)


@require_safe
def download(request: HttpRequest, case_id: int, slug: str, name: str) -> HttpResponse:
    """One of the papers that are drawn when they are asked for."""
    person, now = person_of(request), clock.now()
    case = open_case(case_id, person)
    found = next((one for one in papers_of(case, person, now) if one.slug == slug), None)
    if found is None or name not in _TYPES:
        raise Http404
    drawn = draw(found.draw(), person.office, now, [name])
    response = HttpResponse(drawn.files[name], _TYPES[name])
    filename = f"{slug}-{case_id}.{name}"
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response
