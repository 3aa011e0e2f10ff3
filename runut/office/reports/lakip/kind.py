"""The LAKIP as a kind of report: when an SOP composes it, its year, its due day, its contents."""

import re
from dataclasses import replace
from datetime import date

from runut.core.case.plan import due_date_of
from runut.core.findings import Finding, Refused
from runut.core.kinerja.model import DataKinerja
from runut.core.report.blocks import Paper
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.draft import prepare_draft
from runut.core.report.lakip.facts import with_office
from runut.core.report.lakip.keys import KATA_PENGANTAR
from runut.core.report.lakip.live import live_figures
from runut.core.report.lakip.review.attest import findings_of as findings_in
from runut.core.report.lakip.sections import Section, editable_sections
from runut.core.report.lakip.word_copy import compose_copy
from runut.core.report.lakip.words import gather_words
from runut.core.report.prose.resolve import Live
from runut.core.report.word.spelled import values_of
from runut.core.sop.model import SOP
from runut.core.sop.proposals.reports import is_about_report
from runut.office.cases.acting import load
from runut.office.cases.models import Case
from runut.office.people.facts import facts_of
from runut.office.reports.kind import Editable, ReportKind
from runut.office.reports.lakip.board import board_of
from runut.office.reports.lakip.claim_tasks import note_claims
from runut.office.reports.lakip.claims import claims_of, open_findings_of
from runut.office.reports.lakip.data import (
    data_authors,
    data_for,
    data_version,
    plans,
    sources,
)
from runut.office.reports.lakip.plan_tasks import give_out_plan
from runut.office.reports.lakip.proposed import proposals_of
from runut.office.reports.lakip.records import records_of
from runut.office.reports.lakip.sources import attested
from runut.office.reports.photos import photos_in
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
    data = data_on(case, day)
    if isinstance(data, Refused):
        return data
    texts = latest_texts(case)
    return compose_lakip(
        data,
        texts,
        tanggal=day,
        verification=verification,
        is_test=signs_for_testing(case.office),
        photos=photos_in(case, texts.values()),
        catatan=records_of(case.office_id, data),
    )


def data_on(case: Case, day: date) -> DataKinerja | Refused:
    """The figures of the year, with the office and its signer as they are on a day."""
    data = data_for(case)
    if data is None:
        return Refused(
            "data_kosong",
            f"Data kinerja tahun {case.tahun} belum dimuat. Muat dahulu pada halaman Kinerja.",
        )
    opened = load(case.pk, case.office_id)
    profil = with_office(data.profil, facts_of(case.office, day), signer_on(opened, day))
    return replace(data, profil=profil)


def editable(case: Case, day: date, heading: str) -> Editable | Refused:
    data = data_on(case, day)
    if isinstance(data, Refused):
        return data
    texts = latest_texts(case)
    words = gather_words(data, texts)
    titles = {one.key: one.title for one in editable_sections(data)}
    return Editable(
        compose_copy(
            data,
            texts,
            heading=heading,
            tanggal=day,
            photos=photos_in(case, texts.values()),
            catatan=records_of(case.office_id, data),
        ),
        titles,
        {key: words.get(key, "") for key in titles},
        values_of(live_figures(prepare_draft(data, texts))),
    )


def findings_of(case: Case) -> tuple[Finding, ...]:
    """What the board and the review of 53/2014 find to be mended."""
    said = attested(case)
    return (*open_findings_of(case), *findings_in(said)) if said else ()


def live(case: Case) -> Live:
    """The figures that the words of its report may name; none without the figures of the year."""
    data = data_for(case)
    return live_figures(prepare_draft(data, {})) if data else {}


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
    ended=give_out_plan,
    board_of=board_of,
    board="runut.office.reports.lakip.pages.board",
    review="runut.office.reports.lakip.review_page.review",
    data_authors=data_authors,
    data_version=data_version,
    findings_of=findings_of,
    editable=editable,
    live=live,
    proposals_of=proposals_of,
    claims_of=claims_of,
    note_claims=note_claims,
    claim="runut.office.reports.lakip.claims_page.claim",
    summary="runut.office.reports.lakip.summary_page.summary",
)
