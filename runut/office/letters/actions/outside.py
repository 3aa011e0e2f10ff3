"""A letter comes back from another application (SRIKANDI): its number, and the PDF signed there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import OpenCase
from runut.office.cases.documents import record
from runut.office.cases.models import Document
from runut.office.letters.actions.signing import (
    keep_scan,
    refuse_day,
    refuse_numbering,
    refuse_used,
)
from runut.office.letters.actions.working import act_on, change, line
from runut.office.letters.models import Letter
from runut.office.trust.append import Act


def take_back(
    letter: Letter, doer: Doer, *, nomor: str, tanggal: date, berkas: Any
) -> Done | Refused:
    """Take number, day and signed PDF from where it was signed; that PDF is the letter from now on.

    Its bytes are kept as they came: their hash is in the chain.
    """
    if known := recall(doer):
        return known
    refused = refuse_numbering(letter, doer) or refuse_day(letter, tanggal, doer)
    if refused := refused or refuse_used(letter, nomor):
        return refused
    scanned = keep_scan(berkas, letter)
    if isinstance(scanned, Refused):
        return scanned
    kept = replace(scanned, nomor=nomor)
    if "pdf" not in kept.files:
        return Refused("bukan_pdf", "Unggah PDF yang sudah ditandatangani di aplikasi itu.")

    def save(case: OpenCase) -> Sequence[Act] | Refused:
        if refused := refuse_used(letter, nomor):
            return refused
        recorded = record(case, letter.no, kept, doer)
        document = Document.objects.get(office_id=letter.office_id, kode=kept.kode)
        refused = change(
            letter,
            status=Letter.Status.SIGNED,
            cara=Letter.Manner.ELSEWHERE,
            nomor=nomor,
            nomor_dari_luar=True,
            tahun=tanggal.year,
            tanggal=tanggal,
            ditandatangani_pada=doer.at,
            document=document,
            scan=document,
        )
        facts = {"nomor": nomor, "tanggal": tanggal.isoformat()}
        return refused or [recorded, line(letter, "diambil_kembali", facts, kept.sha256)]

    return act_on(letter, doer, save)
