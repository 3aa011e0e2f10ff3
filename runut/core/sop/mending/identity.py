"""Repairs of the identity block: links, records, the date of the next review."""

from dataclasses import replace
from typing import Final

from runut.core.findings import Finding
from runut.core.sop.checks.bagian import records_missing
from runut.core.sop.checks.identitas import review_due
from runut.core.sop.checks.istilah import ODD_SPACE
from runut.core.sop.mending.model import Mended, Mender
from runut.core.sop.model import SOP
from runut.core.words.dates import format_date
from runut.core.words.spelling import find_slips


def _plan_review(sop: SOP, finding: Finding) -> Mended | None:
    due = review_due(sop.tanggal_efektif or sop.tanggal_pembuatan)
    if due is None:
        return None
    pesan = f"TANGGAL REVISI diisi rencana peninjauan {format_date(due)}, setahun setelah berlaku."
    return Mended(pesan, replace(sop, tanggal_revisi=due))


def _add_records(sop: SOP, finding: Finding) -> Mended | None:
    missing = [record[0].upper() + record[1:] for record in records_missing(sop)]
    pesan = f"PENCATATAN DAN PENDATAAN ditambah {', '.join(missing)}, menurut langkah-langkahnya."
    return Mended(pesan, replace(sop, pencatatan=(*sop.pencatatan, *missing)))


def _add_link(sop: SOP, finding: Finding) -> Mended | None:
    if find_slips(finding.tentang) or ODD_SPACE.search(f"SOP {finding.tentang}"):
        return None
    line = f"SOP {finding.tentang}"
    pesan = f"KETERKAITAN ditambah “{line}”, yang dirujuk langkah {finding.letak.langkah}."
    return Mended(pesan, replace(sop, keterkaitan=(*sop.keterkaitan, line)))


def _not_itself(sop: SOP, finding: Finding) -> Mended | None:
    rest = tuple(item for item in sop.keterkaitan if item != finding.tentang)
    pesan = f"“{finding.tentang}” dihapus dari KETERKAITAN, karena itu SOP ini sendiri."
    return Mended(pesan, replace(sop, keterkaitan=rest)) if rest else None


MENDERS_IDENTITY: Final[dict[str, Mender]] = {
    "identitas.tanggal-revisi-kosong": _plan_review,
    "pencatatan.kurang": _add_records,
    "keterkaitan.tidak-tercantum": _add_link,
    "keterkaitan.diri-sendiri": _not_itself,
}
