"""Repairs of the identity block and the text: links, records, dates, columns, unseen signs."""

from dataclasses import replace
from typing import Final

from runut.core.findings import Finding
from runut.core.sop.checks.bagian import records_missing
from runut.core.sop.checks.identitas import review_due
from runut.core.sop.checks.istilah import ODD_SPACE
from runut.core.sop.mending.change import without_signs
from runut.core.sop.mending.model import Mended, Mender
from runut.core.sop.model import SOP
from runut.core.words.dates import format_date
from runut.core.words.spelling import find_slips
from runut.core.words.unseen import UNSEEN
from runut.core.words.verbs import mentions


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


def _drop_idle(sop: SOP, finding: Finding) -> Mended | None:
    """A column without a mark, whose name no step speaks of either."""
    name = finding.tentang
    if any(mentions(f"{step.kegiatan} {step.keterangan}", name) for step in sop.langkah):
        return None
    rest = tuple(one for one in sop.pelaksana if one != name)
    pesan = f"Kolom pelaksana {name} dihapus; tidak ada langkah yang dikerjakannya."
    return Mended(pesan, replace(sop, pelaksana=rest)) if rest else None


def _order_days(sop: SOP, finding: Finding) -> Mended | None:
    """Only where two dates have changed places: no day is made up."""
    made, effective, revised = sop.tanggal_pembuatan, sop.tanggal_efektif, sop.tanggal_revisi
    if made is None or effective is None or effective >= made:
        return None
    if revised is not None and revised < effective:
        return None
    pesan = (
        f"TANGGAL PEMBUATAN dan TANGGAL EFEKTIF ditukar: dibuat {format_date(effective)}, berlaku "
        f"{format_date(made)}."
    )
    swapped = replace(sop, tanggal_pembuatan=effective, tanggal_efektif=made)
    return Mended(pesan, swapped)


def _visible_only(sop: SOP, finding: Finding) -> Mended | None:
    """Every sign that nobody sees goes, wherever it stands, in names too."""
    pesan = "Tanda yang tidak terlihat dihapus dari seluruh SOP; huruf yang terlihat tetap."
    return Mended(pesan, without_signs(sop, UNSEEN))


MENDERS_IDENTITY: Final[dict[str, Mender]] = {
    "identitas.tanggal-revisi-kosong": _plan_review,
    "pencatatan.kurang": _add_records,
    "keterkaitan.tidak-tercantum": _add_link,
    "keterkaitan.diri-sendiri": _not_itself,
    "pelaksana.tanpa-langkah": _drop_idle,
    "identitas.tanggal-terbalik": _order_days,
    "tulisan.tanda-tersembunyi": _visible_only,
}
