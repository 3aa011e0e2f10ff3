"""What everybody may read of a LAKIP: its summary of two pages, and the figures as open data."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from runut.core.findings import Refused
from runut.core.kinerja.model import DataKinerja
from runut.core.report.blocks import Paper
from runut.core.report.lakip.data_terbuka import DataTerbuka, data_terbuka
from runut.core.report.lakip.ringkasan import compose_ringkasan
from runut.files.write.html import write_html, write_page
from runut.files.write.paper import write_within
from runut.files.write.table import write_csv
from runut.office import clock
from runut.office.cases.acting import OpenCase
from runut.office.cases.documents import DRAF
from runut.office.cases.models import Document
from runut.office.reports.lakip.kind import data_on
from runut.office.reports.lakip.pages import who_loads
from runut.office.reports.queries import frozen_document, latest_texts

_PAGES = 2
_LINES = (12, 8, 5, 3, 1)
"""How many lines a list may have: the most with which the summary fits."""


@dataclass(frozen=True)
class _Told:
    """The state of a report that is told: its figures, and the signed paper where there is one."""

    case: OpenCase
    data: DataKinerja
    signed: Document | None
    day: date

    def summary(self) -> tuple[Paper, bytes]:
        """The summary and its PDF. DRAF stands across it until the report is signed."""
        texts = latest_texts(self.case.row)
        kode = self.signed.printed_code if self.signed else ""
        mark = "" if self.signed else DRAF
        papers = (
            replace(compose_ringkasan(self.data, texts, sebanyak=lines, kode=kode), watermark=mark)
            for lines in _LINES
        )
        return write_within(papers, _PAGES, created=self.day)

    def open_data(self) -> DataTerbuka:
        if self.signed is None:
            return data_terbuka(self.data, status="draf: laporannya belum ditandatangani")
        kode = self.signed.printed_code
        return data_terbuka(self.data, status=f"sesuai laporan yang ditandatangani, kode {kode}")


_TYPES = {
    "pdf": "application/pdf",
    "html": "text/html",
    "csv": "text/csv",
    "json": "application/json",
}
_FILES: dict[str, Callable[[_Told], bytes]] = {
    "ringkasan.pdf": lambda told: told.summary()[1],
    "ringkasan.html": lambda told: write_page(told.summary()[0]).encode(),
    "indikator.csv": lambda told: write_csv(told.open_data().indikator),
    "anggaran.csv": lambda told: write_csv(told.open_data().anggaran),
    "data.json": lambda told: _as_json(told.open_data()),
}


def summary(request: HttpRequest, case: OpenCase, name: str) -> HttpResponse:
    """The page; a file of it by its name."""
    if name and name not in _FILES:
        raise Http404
    told = _told(case)
    if isinstance(told, Refused):
        context = {"case": case, "refused": told, **who_loads(request, case)}
        return render(request, "reports/summary.html", context)
    if not name:
        html = write_html(told.summary()[0])
        context = {"case": case, "html": html, "signed": told.signed}
        return render(request, "reports/summary.html", context)
    ending = name.rpartition(".")[2]
    kept_as = name.replace(".", f"-{case.row.tahun}.")
    return HttpResponse(
        _FILES[name](told),
        content_type=_TYPES[ending],
        headers={"Content-Disposition": f'attachment; filename="{kept_as}"'},
    )


def _told(case: OpenCase) -> _Told | Refused:
    """Once signed, the office as it was on the day of the paper; before that, as it is today."""
    frozen = frozen_document(case.row)
    signed = frozen if frozen and frozen.is_signed else None
    day = (signed.dibuat_pada if signed else clock.now()).date()
    data = data_on(case.row, day)
    return data if isinstance(data, Refused) else _Told(case, data, signed, day)


def _as_json(found: DataTerbuka) -> bytes:
    """Numbers as text with a point, so that none loses a digit."""
    tree = {
        "tentang": dict(found.tentang),
        "indikator": [dict(one) for one in found.indikator],
        "anggaran": [dict(one) for one in found.anggaran],
    }
    return (json.dumps(tree, ensure_ascii=False, indent=1, default=str) + "\n").encode()
