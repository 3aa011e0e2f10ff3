"""Is everything still as it was done? The store, the chain, and all that the chain tells of."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import DatabaseError

from runut.core.findings import Finding
from runut.core.trust.chain import Head
from runut.core.trust.checkpoint import Checkpoint, verify_against_checkpoints
from runut.office.people.models import Office
from runut.office.trust.checkpoints import checkpoints_taken, read_checkpoints
from runut.office.trust.models import ChainHead, Entry
from runut.office.verification.faults import fault
from runut.office.verification.verify_cases import verify_cases
from runut.office.verification.verify_plans import verify_plans
from runut.office.verification.verify_rows import verify_rows
from runut.office.verification.verify_states import verify_states
from runut.office.verification.verify_store import verify_ownership, verify_store, verify_tables
from runut.office.verification.verify_templates import verify_templates
from runut.office.verification.verify_texts import verify_lives
from runut.office.verification.witness import kept_checkpoint, verify_code

_PARTS: dict[str, Callable[[Office], Iterator[Finding]]] = {
    "setiap baris": verify_states,
    "pelaksanaan": verify_cases,
    "dokumen": verify_rows,
    "naskah laporan": verify_lives,
    "templat": verify_templates,
    "perjanjian kinerja": verify_plans,
}


def silent(what: str) -> None:
    """Nobody waits for a word on how far it is."""


@dataclass(frozen=True)
class Asked:
    """What is to be verified. ``titik``: a checkpoint kept elsewhere, its file or its code.

    ``is_recent``: only what was written since the last checkpoint; what lies before it is trusted
    as it was then. ``tell`` is told what is looked at now.
    """

    titik: str = ""
    is_recent: bool = False
    tell: Callable[[str], None] = silent


def verify_all(asked: Asked | None = None) -> tuple[Finding, ...]:
    """Everything that is not as it was done, over all offices; empty if all is well.

    Raises NoWitness for a checkpoint that is none.
    """
    asked = asked or Asked()
    witness = kept_checkpoint(asked.titik) if asked.titik else None
    asked.tell("berkas basis data")
    if damaged := tuple(_read_through(verify_store())):
        return damaged
    if incomplete := tuple(_read_through(verify_tables())):
        return incomplete
    return tuple(_read_through(_verify_contents(asked, witness)))


def _read_through(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; a store that breaks off while it is read is one more."""
    try:
        yield from findings
    except (DatabaseError, UnicodeDecodeError, OverflowError) as error:
        yield fault(
            "basis_data.rusak",
            f"Basis data tidak dapat dibaca sampai selesai ({' '.join(str(error).split())}): "
            "ada bagian yang rusak atau hilang.",
        )


def _verify_contents(asked: Asked, witness: tuple[Checkpoint, bool] | None) -> Iterator[Finding]:
    checkpoints = list(read_checkpoints())
    for path, read in checkpoints:
        if read is None:
            yield _foreign_note(path.name)
    kept = [read for _, read in checkpoints if read]
    if witness:
        kept.append(witness[0])
        if not witness[1]:
            yield _foreign_note(asked.titik)
    elif asked.titik:
        yield from verify_code(asked.titik)
    yield from verify_ownership()
    offices = list(Office.objects.order_by("pk"))
    yield from _offices_gone(offices, kept)
    for office in offices:
        if asked.is_recent:
            yield from verify_recent(office, kept, asked.tell)
        else:
            yield from verify_office(office, kept, asked.tell)


def _offices_gone(offices: Sequence[Office], kept: Iterable[Checkpoint]) -> Iterator[Finding]:
    there = {str(office.pk) for office in offices}
    known = {head.office: note.at for note in kept for head in note.heads}
    for office, at in known.items():
        if office not in there:
            yield fault(
                "kantor.hilang",
                f"Kantor bernomor {office} tidak ada, padahal titik periksa {at[:10]} mencatatnya.",
            )


def verify_office(
    office: Office, checkpoints: Iterable[Checkpoint], tell: Callable[[str], None] = silent
) -> Iterator[Finding]:
    """The faults of one office, the chain's first bad row first."""
    yield from _verify_chain(office, checkpoints, tell)
    for taken in checkpoints_taken(office.pk):
        what = "tidak ada lagi" if taken.is_gone else "bukan lagi berkas yang dibuat waktu itu"
        yield fault("titik_periksa.hilang", f"Titik periksa {taken.name} ({taken.at}) {what}.")
    for what, part in _PARTS.items():
        tell(f"{office.nama}: {what}")
        yield from _whatever_is_there(what, part(office))


def verify_recent(
    office: Office, checkpoints: Sequence[Checkpoint], tell: Callable[[str], None] = silent
) -> Iterator[Finding]:
    """What was written since the last checkpoint: lines of the chain, and the rows they tell of."""
    sizes = [
        head.size for note in checkpoints for head in note.heads if head.office == _ref(office)
    ]
    after = max(sizes, default=0)
    yield from _verify_chain(office, checkpoints, tell, after)
    yield from _whatever_is_there("setiap baris", verify_states(office, after))


def _ref(office: Office) -> str:
    return str(office.pk)


def _verify_chain(
    office: Office,
    checkpoints: Iterable[Checkpoint],
    tell: Callable[[str], None],
    after: int = 0,
) -> Iterator[Finding]:
    tell(f"{office.nama}: rantai catatan")
    head = ChainHead.objects.filter(office=office).first()  # first: lines may be added meanwhile
    # the row of the checkpoint itself is read once more, against what the checkpoint says
    entries = Entry.objects.filter(office=office, seq__gte=after).order_by("seq")
    links = (entry.as_link() for entry in entries.iterator(chunk_size=2000))
    before = Entry.objects.filter(office=office, seq=after - 1).first() if after else None
    kept = [*checkpoints, _written(head, office)]
    checked = verify_against_checkpoints(
        links, _ref(office), kept, before.as_link() if before else None
    )
    if checked.fault:
        yield checked.fault
    elif head is None or head.seq < (checked.head.size if checked.head else 0):
        yield fault(
            "rantai.ujung_hilang",
            f"Ujung rantai {office.nama} hilang atau lebih pendek daripada rantainya: perbuatan "
            "baru tidak dapat dicatat dengan benar.",
        )
    yield from checked.notes


def _written(head: ChainHead | None, office: Office) -> Checkpoint:
    """Where the chain was written to. A line beyond its end would be one that was cut off."""
    heads = (Head(_ref(office), head.seq, head.hash),) if head and head.seq else ()
    return Checkpoint("", "", heads)


def _whatever_is_there(what: str, part: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a part; where rows hold what no act writes, it says so and others go on."""
    try:
        yield from part
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
        yield fault(
            "baris.tidak_terbaca",
            f"Pemeriksaan {what} terhenti: ada baris berisi yang tidak pernah ditulis Runut "
            f"({type(error).__name__}).",
        )


def _foreign_note(name: str) -> Finding:
    return fault("titik_periksa.palsu", f"Titik periksa {name} tidak ditandatangani kunci kita.")
