"""Words of a report are saved only while its text is open: the chain is read again by case."""

import json
from collections.abc import Iterator

from runut.core.case.apply import apply
from runut.core.case.codec import event_from_dict
from runut.core.case.model import CaseState
from runut.core.case.writing import TextLife, life_of_text
from runut.core.findings import Finding
from runut.core.trust.canonical import canonical_json
from runut.office.cases.acting import case_subject, definition_for
from runut.office.cases.events import EVENT_KINDS
from runut.office.cases.models import Case
from runut.office.cases.text_life import COMPOSING
from runut.office.people.models import Office
from runut.office.reports.models import Correction, FrozenDraft
from runut.office.trust.models import Entry
from runut.office.verification.faults import fault

_SAVED, _FROZEN, _CORRECTED = (
    "laporan.teks_disimpan",
    "laporan.dibekukan",
    "laporan.diralat",
)


def verify_lives(office: Office) -> Iterator[Finding]:
    """Texts that were saved while frozen or closed, and records of frozen drafts that differ."""
    cases = Case.objects.filter(office=office).exclude(laporan="").select_related("sop_version")
    for case in cases.order_by("pk"):
        yield from _verify_case(case)
    yield from _verify_frozen(office)
    yield from _verify_corrections(office)


def _verify_case(case: Case) -> Iterator[Finding]:
    lines = Entry.objects.filter(office_id=case.office_id, subject=case_subject(case.pk))
    state = CaseState()
    for kind, payload, at in lines.order_by("seq").values_list("kind", "payload", "at"):
        try:
            facts = json.loads(payload)
            if kind in EVENT_KINDS:
                state = apply(state, event_from_dict(facts))
        except (ValueError, KeyError, TypeError):
            return  # told where the case is replayed
        if kind == _SAVED and not _is_open(case, state):
            yield fault(
                "teks.saat_tertutup",
                f"Teks bagian {facts.get('bagian')} versi {facts.get('versi')} dari “{case.judul}” "
                f"disimpan pada {at} saat naskahnya sudah beku atau tertutup.",
            )


def _is_open(case: Case, state: CaseState) -> bool:
    definition = definition_for(case.sop_version, state.works)
    return life_of_text(definition, state, COMPOSING) is TextLife.WRITABLE


def _verify_frozen(office: Office) -> Iterator[Finding]:
    recorded = {
        canonical_json(
            [subject, *(facts.get(n) for n in ("kode", "data_versi", "jawaban", "berubah"))]
        )
        for subject, facts in _lines(office, _FROZEN)
    }
    rows = FrozenDraft.objects.filter(office=office).select_related("document")
    kept = {
        canonical_json(
            [case_subject(r.case_id), r.document.kode, r.data_versi, r.jawaban, r.berubah]
        )
        for r in rows
    }
    for key in sorted(kept ^ recorded):
        kode = json.loads(key)[1]
        yield fault("naskah.beku_berbeda", f"Catatan naskah beku berkode {kode} tidak sama.")


def _verify_corrections(office: Office) -> Iterator[Finding]:
    recorded = {
        canonical_json([subject, facts.get("kode"), facts.get("reason")])
        for subject, facts in _lines(office, _CORRECTED)
    }
    rows = Correction.objects.filter(office=office).select_related("signed__signs")
    kept = {
        canonical_json([case_subject(r.case_id), r.signed.printed_code, r.alasan]) for r in rows
    }
    for key in sorted(kept ^ recorded):
        subject, kode, _ = json.loads(key)
        yield fault("ralat.berbeda", f"Ralat {subject} atas laporan berkode {kode} tidak sama.")


def _lines(office: Office, kind: str) -> Iterator[tuple[str, dict[str, object]]]:
    rows = Entry.objects.filter(office=office, kind=kind).order_by("seq")
    for subject, payload in rows.values_list("subject", "payload"):
        try:
            facts = json.loads(payload)
        except ValueError:
            continue  # told as a fault of the chain
        if isinstance(facts, dict):
            yield subject, facts
