"""The LAKIP as a kind of report: when an SOP composes it, its year, its due day, its contents."""

import re
from datetime import date

from runut.core.case.plan import due_date_of
from runut.core.findings import Refused
from runut.core.report.blocks import Paper
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.keys import KATA_PENGANTAR
from runut.core.report.lakip.sections import Section, editable_sections
from runut.core.sop.model import SOP
from runut.core.sop.proposals.reports import is_about_report
from runut.office.cases.models import Case
from runut.office.reports.kind import ReportKind
from runut.office.reports.lakip.board import board_of
from runut.office.reports.lakip.data import data_for, plans, sources
from runut.office.reports.queries import latest_texts


def why_composed(sop: SOP) -> str:
    if not is_about_report(sop):
        return ""
    return "Nama SOP ini menyebut penyusunan laporan kinerja."


def case_title(sop: SOP, tahun: int) -> str:
    """What its case is called unless somebody says otherwise: "LAKIP 2025"."""
    short = re.search(r"\(([A-Z]{2,12})\)\s*$", sop.judul)
    return f"{short[1] if short else 'Laporan kinerja'} {tahun}"


def compose(case: Case, day: date, verification: str) -> Paper | Refused:
    data = data_for(case)
    if data is None:
        return Refused(
            "data_kosong",
            f"Data kinerja tahun {case.tahun} belum dimuat. Muat dahulu pada halaman Kinerja.",
        )
    return compose_lakip(data, latest_texts(case), tanggal=day, verification=verification)


def sections(case: Case) -> tuple[Section, ...]:
    """Without the figures of the year the sections are not known yet."""
    data = data_for(case)
    return tuple(editable_sections(data)) if data else ()


LAKIP = ReportKind(
    name="lakip",
    title="Laporan kinerja (LAKIP)",
    about="Laporan kinerja tahunan menurut PermenPANRB 53/2014, disusun dari buku data kinerja.",
    why_composed=why_composed,
    due=due_date_of,
    case_title=case_title,
    compose=compose,
    sections=sections,
    signers_own=frozenset((KATA_PENGANTAR,)),
    sources=sources,
    plans=plans,
    board_of=board_of,
    board="runut.office.reports.lakip.pages.board",
)
