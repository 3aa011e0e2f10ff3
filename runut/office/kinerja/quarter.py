"""The report of a quarter on the screen, and as a file to send."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from runut.core.report.blocks import Paper
from runut.core.report.text import write_text
from runut.core.report.triwulan.compose import TRIWULAN, compose_triwulan
from runut.files.write.html import write_html
from runut.files.write.paper import write_docx, write_pdf
from runut.office import clock
from runut.office.acts.forms import person_of
from runut.office.kinerja.models import Dataset
from runut.office.kinerja.stored import data_of

_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
}


@require_safe
def quarter(request: HttpRequest, dataset_id: int, triwulan: int) -> HttpResponse:
    """What is known up to the end of a quarter; ``?bentuk=pdf`` (docx, txt) gives the file."""
    office_id = person_of(request).office_id
    found = Dataset.objects.filter(office_id=office_id, pk=dataset_id).first()
    if found is None or triwulan not in TRIWULAN:
        raise Http404
    paper = compose_triwulan(data_of(found), triwulan)
    ending = request.GET.get("bentuk", "")
    if ending in _TYPES:
        name = f"laporan-triwulan-{found.tahun}-tw{triwulan}.{ending}"
        return _file(paper, ending, name)
    context = {
        "dataset": found,
        "triwulan": triwulan,
        "triwulans": TRIWULAN,
        "html": write_html(paper),
    }
    return render(request, "kinerja/quarter.html", context)


def _file(paper: Paper, ending: str, name: str) -> HttpResponse:
    if ending == "txt":
        content = write_text(paper).encode("utf-8", "backslashreplace")
    else:
        content = (write_pdf if ending == "pdf" else write_docx)(paper, created=clock.now())
    response = HttpResponse(content, _TYPES[ending])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
