"""Is everything still as it was done? Chain, replay of every case, hash of every document."""

from collections.abc import Iterable, Iterator

from runut.core.case.apply import replay
from runut.core.case.codec import state_from_text, state_to_dict
from runut.core.findings import Finding
from runut.core.trust.chain import Head
from runut.core.trust.checkpoint import Checkpoint, verify_against_checkpoints
from runut.office.cases.cached import stand_ins_of
from runut.office.cases.events import events_of
from runut.office.cases.models import Case
from runut.office.people.models import Office
from runut.office.trust.checkpoints import read_checkpoints
from runut.office.trust.models import ChainHead, Entry
from runut.office.verification.faults import fault
from runut.office.verification.verify_rows import verify_rows
from runut.office.verification.verify_texts import verify_lives


def verify_all() -> tuple[Finding, ...]:
    """Everything that is not as it was done, over all offices; empty if all is well."""
    checkpoints = list(read_checkpoints())
    found = [_foreign_note(path.name) for path, kept in checkpoints if kept is None]
    for office in Office.objects.order_by("pk"):
        found.extend(verify_office(office, [kept for _, kept in checkpoints if kept]))
    return tuple(found)


def verify_office(office: Office, checkpoints: Iterable[Checkpoint]) -> Iterator[Finding]:
    """The faults of one office, the chain's first bad row first."""
    written = _written_head(office)  # before the lines: more may be added meanwhile
    entries = Entry.objects.filter(office=office).order_by("seq").iterator(chunk_size=2000)
    links = (entry.as_link() for entry in entries)
    checked = verify_against_checkpoints(links, str(office.pk), [*checkpoints, written])
    if checked.fault:
        yield checked.fault
    yield from checked.notes
    for case in Case.objects.filter(office=office).order_by("pk"):
        yield from _verify_case(case)
    yield from verify_rows(office)
    yield from verify_lives(office)


def _written_head(office: Office) -> Checkpoint:
    """Where the chain was written to. A line beyond its end would be one that was cut off."""
    heads = ChainHead.objects.filter(office=office, seq__gt=0)
    return Checkpoint("", "", tuple(Head(str(office.pk), head.seq, head.hash) for head in heads))


def _verify_case(case: Case) -> Iterator[Finding]:
    """The row of a case must be what its events tell."""
    try:
        state = replay(events_of(case))
        told = state_to_dict(state)
    except (ValueError, KeyError, TypeError):
        yield fault("kasus.tidak_terbaca", f"Riwayat “{case.judul}” tidak dapat dibaca ulang.")
        return
    is_called_so = case.judul == (state.judul or case.judul)
    is_due_so = case.batas == (state.due or case.batas)
    rows_agree = is_called_so and is_due_so and stand_ins_of(case) == set(state.delegations)
    if told != _snapshot(case) or told["status"] != case.status or not rows_agree:
        yield fault(
            "kasus.berbeda",
            f"Keadaan “{case.judul}” (nomor {case.pk}) tidak sama dengan riwayatnya.",
        )


def _snapshot(case: Case) -> object:
    """What the row holds, as the rules of today write it: fields that came later are added."""
    try:
        return state_to_dict(state_from_text(case.snapshot))
    except (ValueError, KeyError, TypeError):
        return None


def _foreign_note(name: str) -> Finding:
    return fault("titik_periksa.palsu", f"Titik periksa {name} tidak ditandatangani kunci kita.")
