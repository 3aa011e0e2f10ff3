"""The act of a form: what was typed becomes a workbook, is read back, and waits or counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from runut.core.findings import Finding, Level, Refused
from runut.core.kinerja.model import DataKinerja
from runut.files.read.workbook.year import read_workbook
from runut.files.write.workbook.edits import Edit
from runut.files.write.workbook.year import write_workbook
from runut.office.acts.sending import Doer, Done
from runut.office.kinerja.actions import (
    FORMULIR,
    LONGEST_NAME,
    Consent,
    Read,
    apply_upload,
    findings_beside,
    findings_in,
    hold,
    latest_dataset,
    may_manage,
)
from runut.office.kinerja.findings import kept_of
from runut.office.kinerja.models import Dataset, Upload
from runut.office.kinerja.stored import data_of
from runut.office.nul import holds_nul, nul_finding

_NOT_A_KEEPER = Refused("bukan_pelaksana", "Hanya pengelola data kinerja yang mengubah angka.")


@dataclass(frozen=True)
class Typed:
    """Figures as they would be with what was typed; ``data`` None where a fault stands in it."""

    data: DataKinerja | None
    findings: tuple[Finding, ...]
    workbook: bytes


def read_typed(base: DataKinerja, edits: Sequence[Edit]) -> Typed:
    """What a workbook says in which somebody typed this. Nothing is kept."""
    try:
        workbook = write_workbook(base, edits)
    except ValueError as too_long:
        return Typed(None, (Finding("teks_terlalu_panjang", Level.BLOCKER, str(too_long)),), b"")
    data, findings = read_workbook(workbook, "formulir")
    if data is not None:
        workbook = write_workbook(base, edits, data.indikators)
    return Typed(data, findings, workbook)


def save_typed(
    dataset: Dataset, edits: Sequence[Edit], apa: str, alasan: str, doer: Doer
) -> Done | Refused | tuple[Finding, ...]:
    """Make what was typed the next version; with a fault nothing is kept and all faults come back.

    What is odd about it, or asks for an answer, is looked at first, like any workbook.
    """
    if not may_manage(doer.person):
        return _NOT_A_KEEPER
    newest = latest_dataset(dataset.office_id, dataset.tahun)
    if newest is None or newest.pk != dataset.pk:
        return Refused(
            "sudah_berubah",
            "Sejak formulir ini dibuka, versi lain dimuat. Yang Saudara ketik masih ada di bawah; "
            "periksa, lalu simpan lagi.",
        )
    typed = read_typed(data_of(dataset), edits)
    if typed.data is None:
        return typed.findings
    return keep_typed(typed, dataset, apa, alasan, doer)


def keep_typed(
    typed: Typed, before: Dataset | None, apa: str, alasan: str, doer: Doer
) -> Done | Refused | tuple[Finding, ...]:
    """Hold what was typed, and apply it at once where nothing new is odd about it."""
    assert typed.data is not None  # noqa: S101 - asked for by the callers
    name = f"Formulir: {apa}"[:LONGEST_NAME]
    if holds_nul([name, typed.data, typed.findings]):
        return (nul_finding(name),)
    digest = sha256(typed.workbook).hexdigest()
    read = Read(typed.data, typed.findings, name, digest, FORMULIR)
    held = hold(read, typed.workbook, doer, alasan)
    if isinstance(held, Refused) or held.is_repeat or _is_odd(typed, digest, before):
        return held
    upload = Upload.objects.filter(office_id=doer.person.office_id, sha256=digest).latest("pk")
    seen = before.versi if before else 0
    consent = Consent(facts=before is not None, alasan=alasan)
    applied = apply_upload(upload.pk, seen, Doer(doer.person, doer.at), consent)
    return Done(doer.url) if isinstance(applied, Done) else held


def _is_odd(typed: Typed, digest: str, before: Dataset | None) -> bool:
    """Whether there is a finding to be answered that the version before did not have."""
    found = kept_of((*typed.findings, *findings_beside(digest, before)))
    known = kept_of(findings_in(before.temuan)) if before else {}
    return bool(found.keys() - known.keys())
