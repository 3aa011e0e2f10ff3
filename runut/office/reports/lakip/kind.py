"""The LAKIP as a kind of report: when an SOP composes it, its year, its due day, its contents."""

import re
from dataclasses import replace
from datetime import date

from runut.core.case.plan import due_date_of
from runut.core.findings import Finding, Level, Refused
from runut.core.report.blocks import Paper
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.facts import with_office
from runut.core.report.lakip.keys import KATA_PENGANTAR
from runut.core.report.lakip.matrix import siap_terbit
from runut.core.report.lakip.review import TIDAK, Jawaban, review_report
from runut.core.report.lakip.sections import Section, editable_sections
from runut.core.sop.model import SOP
from runut.core.sop.proposals.reports import is_about_report
from runut.office.cases.acting import load
from runut.office.cases.models import Case
from runut.office.people.facts import facts_of
from runut.office.reports.kind import ReportKind
from runut.office.reports.lakip.board import board_of
from runut.office.reports.lakip.data import (
    data_authors,
    data_for,
    data_version,
    plans,
    sources,
)
from runut.office.reports.queries import latest_texts
from runut.office.reports.signer import signer_on, signs_for_testing


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
    opened = load(case.pk, case.office_id)
    profil = with_office(data.profil, facts_of(case.office, day), signer_on(opened, day))
    return compose_lakip(
        replace(data, profil=profil),
        latest_texts(case),
        tanggal=day,
        verification=verification,
        is_test=signs_for_testing(case.office),
    )


def findings_of(case: Case) -> tuple[Finding, ...]:
    """What the board and the review of 53/2014 find to be mended."""
    data = data_for(case)
    if data is None:
        return ()
    texts = latest_texts(case)
    answers = [one for one in review_report(data, texts) if one.jawab == TIDAK]
    return (*siap_terbit(data, texts), *map(_finding, answers))


def _finding(answer: Jawaban) -> Finding:
    letak = f" ({answer.letak})" if answer.letak else ""
    return Finding(
        f"reviu.{answer.nomor}",
        Level.WARNING,
        f"Reviu butir {answer.nomor}{letak}: {answer.pernyataan}",
        answer.alasan,
    )


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
    data_authors=data_authors,
    data_version=data_version,
    findings_of=findings_of,
)
