"""The audit chain of one office: every row holds the hash of the row before it.

Who changes, removes, inserts or swaps a row breaks the chain at a place that can be named.
What the chain alone cannot see (everything recomputed, the end cut off) a checkpoint sees.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from re import compile as pattern
from unicodedata import normalize

from runut.core.findings import Finding, Level, Place
from runut.core.trust.canonical import canonical_json, canonical_row, is_canonical_json

START = "0" * 64
"""``prev_hash`` of the first row of an office."""

LEAF_PREFIX = b"\x00"
"""Marks a hash of data; 0x01 marks a hash of hashes. So neither can pass for the other."""

_UTC_TEXT = pattern(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_HASH = pattern(r"[0-9a-f]{64}")
_CLOCK_PLACES_NAMED = 5
_WAITING = timedelta(minutes=2)
"""Acts take their time before they wait for their turn to write; a wait is far shorter."""


class Fault(StrEnum):
    """What happened to a chain, as far as its rows still tell."""

    EDITED = "rantai_diubah"
    MISSING = "rantai_hilang"
    INSERTED = "rantai_disisipkan"
    SWAPPED = "rantai_tertukar"
    BROKEN = "rantai_putus"
    FOREIGN = "rantai_instansi_lain"
    REWRITTEN = "rantai_ditulis_ulang"
    CUT = "rantai_terpotong"


@dataclass(frozen=True)
class Row:
    """One thing that was done in an office.

    ``at`` is UTC with microseconds (``utc_text``), so that text order is time order. ``payload``
    is canonical JSON; ``document`` the SHA-256 of the paper concerned, empty when there is none.
    ``states`` is canonical JSON too: what stood afterwards in the database rows that were written,
    by table, key and column; empty when there were none, and in rows older than this column.
    """

    office: str
    seq: int
    prev_hash: str
    at: str
    actor: str
    on_behalf_of: str
    kind: str
    subject: str
    payload: str
    document: str = ""
    states: str = ""


@dataclass(frozen=True)
class Link:
    """A row as stored: with the hash that was taken of it when it was written."""

    row: Row
    hash: str


@dataclass(frozen=True)
class Head:
    """The end of an office's chain: how many rows, and the hash of the last."""

    office: str
    size: int
    hash: str


@dataclass(frozen=True)
class ChainCheck:
    """What reading a chain to its end, or to the first bad row, has shown.

    ``fault.letak.baris`` is the ``seq`` of the first bad row. ``notes`` are worth a look and no
    fault. ``head`` is where reading stopped in good order, ``None`` before the first row.
    """

    fault: Finding | None
    notes: tuple[Finding, ...]
    head: Head | None


def utc_text(at: datetime) -> str:
    """``at`` as rows hold it. Raises ``ValueError`` for a time without a zone.

    >>> utc_text(datetime(2026, 1, 5, 2, 30, tzinfo=UTC))
    '2026-01-05T02:30:00.000000Z'
    """
    if at.tzinfo is None:
        raise ValueError("a time without a zone is not a time")
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def canonical(row: Row) -> bytes:
    """The bytes the hash of a row is taken of; every column is among them.

    Raises ``ValueError`` for a row that is not in its one spelling.
    """
    if not _UTC_TEXT.fullmatch(row.at):
        raise ValueError(f"{row.at!r} is not UTC with microseconds")
    datetime.fromisoformat(row.at)  # ValueError: looks like a time and is none (month 13)
    if not is_canonical_json(row.payload):
        raise ValueError("the payload is not canonical JSON")
    if row.states and not is_canonical_json(row.states):
        raise ValueError("the states are not canonical JSON")
    return _bytes_of(row)


def hash_row(row: Row) -> str:
    """SHA-256 over 0x00 and the canonical row, in hexadecimal."""
    return _hash(canonical(row))


def _bytes_of(row: Row) -> bytes:
    if not _HASH.fullmatch(row.prev_hash) or (row.document and not _HASH.fullmatch(row.document)):
        raise ValueError("a hash is 64 hexadecimal digits in lower case")
    # vars: the columns of a frozen dataclass as they stand; asdict copies, at ten times the cost
    columns = vars(row)
    if not row.states:  # rows older than this column have their hash without it
        columns = {name: value for name, value in columns.items() if name != "states"}
    return canonical_row(columns)


def _hash(row: bytes) -> str:
    return sha256(LEAF_PREFIX + row).hexdigest()


def next_link(
    head: Head | None,
    *,
    office: str,
    at: datetime,
    actor: str,
    kind: str,
    subject: str,
    payload: object,
    on_behalf_of: str = "",
    document: str = "",
    states: object = None,
) -> Link:
    """The row to be added after ``head`` (``None``: the first one), with its hash.

    Text is brought into NFC, ``payload`` and ``states`` into canonical JSON. Raises ``ValueError``
    for a payload without canonical form, a time without zone, or the head of another office.
    """
    if head is not None and head.office != office:
        raise ValueError(f"{head.office!r} is not the chain of {office!r}")
    columns = {"office": office, "actor": actor, "on_behalf_of": on_behalf_of}
    columns |= {"kind": kind, "subject": subject, "document": document}
    row = Row(
        seq=head.size + 1 if head else 1,
        prev_hash=head.hash if head else START,
        at=utc_text(at),
        payload=canonical_json(payload),
        states=canonical_json(states) if states else "",
        **{name: normalize("NFC", text) for name, text in columns.items()},
    )
    return Link(row, _hash(_bytes_of(row)))  # its time and its payload were just written so


def head_of(link: Link) -> Head:
    """The chain's end when ``link`` is its last row."""
    return Head(link.row.office, link.row.seq, link.hash)


@dataclass(frozen=True)
class Pin:
    """The hash that a row is known to have had, from a checkpoint made at ``at`` ("" unknown)."""

    hash: str
    at: str = ""

    @property
    def when(self) -> str:
        """Since when it is known, for a message."""
        return f" pada {self.at[:10]} pukul {self.at[11:16]} UTC" if self.at else ""


def verify_chain(
    links: Iterable[Link],
    office: str,
    pinned: Mapping[int, Pin] | None = None,
    before: Link | None = None,
) -> ChainCheck:
    """Read the chain of ``office`` in stored order and stop at the first bad row.

    ``pinned`` says which hash a row is known to have had, by its ``seq``. With ``before``, a row
    that is known to be good, ``links`` begin behind it. Streams: memory does not grow with the
    chain.
    """
    pins = pinned or {}
    clock_backs: list[int] = []
    fault: Finding | None = None
    for link, following in _with_following(links):
        fault = _fault_of_row(link, before, following, office) or _fault_of_pin(link, pins)
        if fault is not None:
            break
        if before is not None and _went_back(before.row.at, link.row.at):
            clock_backs.append(link.row.seq)
        before = link
    head = head_of(before) if before else None
    return ChainCheck(fault or _fault_of_end(head, pins), _clock_notes(clock_backs), head)


def _went_back(before: str, now: str) -> bool:
    """Whether the clock was set back, and not just one act waiting a moment behind another."""
    if now >= before:
        return False
    return datetime.fromisoformat(before) - datetime.fromisoformat(now) > _WAITING


def _with_following(links: Iterable[Link]) -> Iterator[tuple[Link, Link | None]]:
    """Each link with the one after it: a jump is a gap or a swap, and the next row tells which."""
    current: Link | None = None
    for link in links:
        if current is not None:
            yield current, link
        current = link
    if current is not None:
        yield current, None


def _fault_of_row(
    link: Link, before: Link | None, following: Link | None, office: str
) -> Finding | None:
    seq = link.row.seq
    if link.row.office != office:
        place = before.row.seq + 1 if before else 1
        return _fault(Fault.FOREIGN, place, f"Baris {place} berasal dari instansi lain.")
    expected = before.row.seq + 1 if before else 1
    if seq != expected:
        return _fault_of_order(seq, expected, following)
    previous_hash = before.hash if before else START
    if not _is_as_hashed(link.row, link.hash):
        return _fault_of_content(link, previous_hash)
    if link.row.prev_hash != previous_hash:
        return _fault(
            Fault.BROKEN,
            seq,
            f"Baris {seq} tidak menyambung ke baris {seq - 1}: salah satunya telah diganti.",
        )
    return None


def _fault_of_order(seq: int, expected: int, following: Link | None) -> Finding:
    if seq < expected:
        return _fault(Fault.INSERTED, seq, f"Baris bernomor {seq} ada lebih dari satu.")
    if following is not None and following.row.seq < seq:
        return _fault(
            Fault.SWAPPED, expected, f"Di tempat baris {expected} terdapat baris {seq}: tertukar."
        )
    which = f"Baris {expected}" if seq == expected + 1 else f"Baris {expected} sampai {seq - 1}"
    return _fault(Fault.MISSING, expected, f"{which} tidak ada lagi.")


def _fault_of_content(link: Link, previous_hash: str) -> Finding:
    """A row that is not what was hashed: edited, or the row of another place renumbered."""
    row = link.row
    if row.prev_hash != previous_hash and not _is_as_hashed(
        replace(row, prev_hash=previous_hash), link.hash
    ):
        message = f"Baris {row.seq} bukan baris yang semula di tempat itu: tertukar atau diganti."
        return _fault(Fault.SWAPPED, row.seq, message)
    return _fault(Fault.EDITED, row.seq, f"Isi baris {row.seq} telah diubah setelah dicatat.")


def _is_as_hashed(row: Row, stored_hash: str) -> bool:
    try:
        return hash_row(row) == stored_hash
    except ValueError:
        return False


def _fault_of_pin(link: Link, pins: Mapping[int, Pin]) -> Finding | None:
    seq = link.row.seq
    pin = pins.get(seq)
    if pin is None or pin.hash == link.hash:
        return None
    first = 1 + max((pin for pin in pins if pin < seq), default=0)
    which = f"Baris {seq}" if first == seq else f"Antara baris {first} dan {seq} ada yang"
    message = f"{which} ditulis ulang: tidak sama lagi dengan titik periksa yang dibuat{pin.when}."
    return _fault(Fault.REWRITTEN, first, message)


def _fault_of_end(head: Head | None, pins: Mapping[int, Pin]) -> Finding | None:
    size, known = head.size if head else 0, max(pins, default=0)
    if size >= known:
        return None
    message = (
        f"Rantai berakhir di baris {size}, padahal titik periksa{pins[known].when} mencatat "
        f"{known} baris."
    )
    return _fault(Fault.CUT, size + 1, message)


def _fault(kind: Fault, seq: int, message: str) -> Finding:
    advice = "Hentikan pencatatan, simpan salinan basis data ini, dan bandingkan dengan cadangan."
    return Finding(kind, Level.BLOCKER, message, advice, Place(baris=seq))


def _clock_notes(seqs: list[int]) -> tuple[Finding, ...]:
    if not seqs:
        return ()
    named = ", ".join(map(str, seqs[:_CLOCK_PLACES_NAMED]))
    more = ", …" if len(seqs) > _CLOCK_PLACES_NAMED else ""
    message = f"Jam mundur: waktu pada {len(seqs)} baris lebih awal daripada baris sebelumnya"
    advice = "Periksa jam komputer; urutan tetap mengikuti nomor baris."
    return (
        Finding(
            "jam_mundur",
            Level.INFO,  # worth a look for ever, and no reason to distrust what came later
            f"{message} (baris {named}{more}).",
            advice,
            Place(baris=seqs[0]),
        ),
    )
