"""Repairs of the identity block: legal bases, links, records, the date of the next review."""

from dataclasses import replace
from typing import Final

from runut.core.findings import Finding
from runut.core.report.tanggal import format_date
from runut.core.sop.aturan import KATALOG
from runut.core.sop.check_identitas import records_missing, review_due
from runut.core.sop.check_rujukan import OLD_BODY, bases_missing, cites, title_slips
from runut.core.sop.ejaan import find_slips, in_case_of
from runut.core.sop.mend.change import swapped
from runut.core.sop.mend.model import Mended, Mender
from runut.core.sop.model import SOP


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


def _add_bases(sop: SOP, finding: Finding) -> Mended | None:
    missing = bases_missing(sop)
    pesan = f"DASAR HUKUM ditambah {', '.join(one.sebutan for one in missing)}."
    lines = tuple(one.kutipan for one in missing)
    return Mended(pesan, replace(sop, dasar_hukum=(*sop.dasar_hukum, *lines)))


def _right_title(sop: SOP, finding: Finding) -> Mended | None:
    item = finding.tentang
    cited = next((one for one in KATALOG if cites(item, one)), None)
    if cited is None or item not in sop.dasar_hukum:
        return None
    right = item
    told = []
    for written, meant in title_slips(item, cited):
        for word in dict.fromkeys(
            w for w in right.split() if w.casefold().strip(".,;()") == written
        ):
            plain = word.strip(".,;()")
            told.append(f"“{plain}” menjadi “{in_case_of(plain, meant)}”")
            right = right.replace(plain, in_case_of(plain, meant))
    pesan = f"Judul {cited.sebutan} di DASAR HUKUM diperbaiki: {', '.join(told)}."
    return Mended(pesan, replace(sop, dasar_hukum=swapped(sop.dasar_hukum, item, right)))


def _right_body(sop: SOP, finding: Finding) -> Mended | None:
    found = OLD_BODY.search(finding.tentang)
    if found is None or finding.tentang not in sop.dasar_hukum:
        return None
    right = OLD_BODY.sub("PermenPANRB", finding.tentang)
    pesan = f"Sebutan “{found[0]}” di DASAR HUKUM diganti “PermenPANRB”."
    return Mended(pesan, replace(sop, dasar_hukum=swapped(sop.dasar_hukum, finding.tentang, right)))


def _add_link(sop: SOP, finding: Finding) -> Mended | None:
    if find_slips(finding.tentang):
        return None
    line = f"SOP {finding.tentang}"
    pesan = f"KETERKAITAN ditambah “{line}”, yang dirujuk langkah {finding.letak.langkah}."
    return Mended(pesan, replace(sop, keterkaitan=(*sop.keterkaitan, line)))


MENDERS_IDENTITY: Final[dict[str, Mender]] = {
    "identitas.tanggal-revisi-kosong": _plan_review,
    "pencatatan.kurang": _add_records,
    "dasar-hukum.kurang": _add_bases,
    "dasar-hukum.judul-salah-tulis": _right_title,
    "dasar-hukum.nama-lembaga": _right_body,
    "keterkaitan.tidak-tercantum": _add_link,
}
