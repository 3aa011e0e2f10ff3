"""The page of the review: every answer with its source or its evidence, and the facts."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.core.report.lakip.review.answers import ARTI, Jawaban
from runut.core.report.lakip.review.attest import Pernyataan
from runut.office.cases.acting import OpenCase
from runut.office.reports.lakip.pages import who_loads
from runut.office.reports.lakip.sources import attested

_GROUPS = (
    ("I.", "Format"),
    ("II.", "Mekanisme penyusunan"),
    ("III.", "Substansi"),
    ("3.a.", "Keberadaan laporan (PermenPANRB 88/2021)"),
    ("3.b.", "Kualitas laporan (PermenPANRB 88/2021)"),
)


@dataclass(frozen=True)
class Group:
    title: str
    answers: tuple[Jawaban, ...]


def review(request: HttpRequest, case: OpenCase) -> HttpResponse:
    """What the machine can say to a reviewer, and what it leaves to him."""
    said = attested(case.row, with_evidence=True)
    context = {
        "case": case,
        "said": said,
        "groups": groups_of(said) if said else (),
        "meanings": tuple(ARTI.items()),
        **({} if said else who_loads(request, case)),
    }
    return render(request, "reports/review.html", context)


def groups_of(said: Pernyataan) -> tuple[Group, ...]:
    """The points under the headings of their forms."""
    return tuple(
        Group(title, tuple(one for one in said.jawaban if one.nomor.startswith(prefix)))
        for prefix, title in _GROUPS
    )
