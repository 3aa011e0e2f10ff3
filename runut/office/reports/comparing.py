"""The page and the PDF on which two versions of a report, or two years, are compared."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.core.report.blackline.paper import compare_as_paper
from runut.core.report.blocks import Paper
from runut.files.write.html import write_html
from runut.files.write.paper import write_pdf
from runut.office import clock
from runut.office.acts.forms import person_of
from runut.office.cases.acting import OpenCase
from runut.office.cases.queries import open_case
from runut.office.reports.register import report_of
from runut.office.reports.versions import Version, chosen, paper_of, versions_of

_LEAST = 2


@require_safe
def compare(request: HttpRequest, case_id: int) -> HttpResponse:
    """Two versions, chosen from lists: what went struck out, what came underlined."""
    case = _report(request, case_id)
    versions = versions_of(case, person_of(request))
    context: dict[str, object] = {"case": case, "versions": versions}
    if len(versions) < _LEAST:
        return render(request, "reports/compare.html", context)
    semula, menjadi = _asked(request, versions)
    found = _compared(case, semula, menjadi)
    context |= {"semula": semula, "menjadi": menjadi}
    if isinstance(found, Refused):
        return render(request, "reports/compare.html", context | {"refused": found})
    query = urlencode({"semula": semula.kode, "menjadi": menjadi.kode})
    context |= {
        "html": write_html(found),
        "pdf": f"{reverse('laporan_beda_pdf', args=[case.row.pk])}?{query}",
    }
    return render(request, "reports/compare.html", context)


@require_safe
def compare_pdf(request: HttpRequest, case_id: int) -> HttpResponse:
    """The same as PDF; where there is nothing to compare, the page says why."""
    case = _report(request, case_id)
    versions = versions_of(case, person_of(request))
    if len(versions) < _LEAST:
        return compare(request, case_id)
    found = _compared(case, *_asked(request, versions))
    if isinstance(found, Refused):
        return compare(request, case_id)
    data = write_pdf(found, created=clock.now())
    name = f"perbandingan-{case.row.tahun}.pdf"
    return HttpResponse(
        data,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _report(request: HttpRequest, case_id: int) -> OpenCase:
    case = open_case(case_id, person_of(request))
    if report_of(case.row) is None:
        raise Http404
    return case


def _asked(request: HttpRequest, versions: tuple[Version, ...]) -> tuple[Version, Version]:
    return chosen(versions, request.GET.get("semula", ""), request.GET.get("menjadi", ""))


def _compared(case: OpenCase, semula: Version, menjadi: Version) -> Paper | Refused:
    day = clock.now().date()
    before, after = (paper_of(case.row, one, day) for one in (semula, menjadi))
    if isinstance(before, Refused):
        return before
    if isinstance(after, Refused):
        return after
    return compare_as_paper(before, after, semula.nama, menjadi.nama)
