"""Checkpoints: where every office's chain stood at a moment, in a note to be kept elsewhere.

The note follows C2SP (tlog-checkpoint): origin, size, root, then lines of our own. Printed in
the report, mailed or exported, it is the witness against rewriting and cutting off the end.
"""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from re import compile as pattern

from runut.core.trust.canonical import canonical_row
from runut.core.trust.chain import LEAF_PREFIX, ChainCheck, Head, Link, Pin, verify_chain

NODE_PREFIX = b"\x01"
EMPTY_ROOT = sha256(b"").digest()

_TIME_LINE, _HEAD_LINE = "waktu ", "rantai "
_CODE_DIGITS = 16
_CODE = pattern(r"([1-9][0-9]{0,15})((?:-[0-9a-f]{4}){4})")
_HEAD = pattern(r"([1-9][0-9]{0,15}) ([0-9a-f]{64}) (.+)")


@dataclass(frozen=True)
class Checkpoint:
    """The ends of all chains at ``at`` (``utc_text``). ``origin`` names the installation."""

    origin: str
    at: str
    heads: tuple[Head, ...]


def make_checkpoint(origin: str, at: str, heads: Iterable[Head]) -> Checkpoint:
    """The checkpoint over ``heads``, one of each office, in the order that the root needs.

    Raises ``ValueError`` for an office twice, or a name that a line of the note cannot hold.
    """
    ordered = tuple(sorted(heads, key=lambda head: head.office.encode()))
    offices = [head.office for head in ordered]
    if len(set(offices)) != len(offices):
        raise ValueError("an office has one chain")
    for name in (origin, at, *offices):
        if not name.isprintable() or name != name.strip() or not name:
            raise ValueError(f"{name!r} does not fit a line of the note")
    return Checkpoint(origin, at, ordered)


def merkle_root(heads: Sequence[Head]) -> bytes:
    """The root of the tree over ``heads`` as RFC 6962 section 2.1 builds it."""
    return _root([_leaf(head) for head in heads]) if heads else EMPTY_ROOT


def _leaf(head: Head) -> bytes:
    return sha256(LEAF_PREFIX + canonical_row(vars(head))).digest()


def _root(leaves: Sequence[bytes]) -> bytes:
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1  # the largest power of two below the count
    return sha256(NODE_PREFIX + _root(leaves[:split]) + _root(leaves[split:])).digest()


def note_text(checkpoint: Checkpoint) -> str:
    """The note, to be signed and kept outside of the database.

    >>> print(note_text(Checkpoint("runut.contoh", "2026-01-05T02:30:00.000000Z", ())), end="")
    runut.contoh
    0
    47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
    waktu 2026-01-05T02:30:00.000000Z
    """
    root = b64encode(merkle_root(checkpoint.heads)).decode()
    lines = [checkpoint.origin, str(len(checkpoint.heads)), root, _TIME_LINE + checkpoint.at]
    lines += [f"{_HEAD_LINE}{head.size} {head.hash} {head.office}" for head in checkpoint.heads]
    return "\n".join(lines) + "\n"


def read_note(text: str) -> Checkpoint | None:
    """The checkpoint that ``text`` states; ``None`` when it is not our note or its root is false.

    Says nothing about who wrote it: check the signature of the note first.
    """
    origin, _, _, time_line, *head_lines = [*text.split("\n")[:-1], *[""] * 4]
    heads = [_read_head(line) for line in head_lines if line]
    try:
        checkpoint = make_checkpoint(
            origin, time_line.removeprefix(_TIME_LINE), [head for head in heads if head]
        )
        return checkpoint if note_text(checkpoint) == text else None
    except ValueError:
        return None


def _read_head(line: str) -> Head | None:
    match = _HEAD.fullmatch(line.removeprefix(_HEAD_LINE))
    return Head(match[3], int(match[1]), match[2]) if match else None


def verify_against_checkpoints(
    links: Iterable[Link],
    office: str,
    checkpoints: Iterable[Checkpoint],
    before: Link | None = None,
) -> ChainCheck:
    """``verify_chain``, and the chain must pass through every checkpoint as it stood there.

    Finds what the chain alone cannot: rows rewritten together with all hashes after them, an
    end cut off, an older copy put back and continued. Checkpoints must come from outside of the
    database that is checked, with their signature checked. Rows after the last one are vouched
    for by the chain alone.
    """
    pins: dict[int, Pin] = {}
    for checkpoint in checkpoints:
        for head in checkpoint.heads:
            if head.office == office:
                # Two checkpoints that differ at one row: no chain fits both.
                known = pins.setdefault(head.size, Pin(head.hash, checkpoint.at))
                is_same = known.hash == head.hash
                pins[head.size] = known if is_same else Pin("bercabang", checkpoint.at)
    return verify_chain(links, office, pins, before)


def short_code(head: Head) -> str:
    """The end of a chain as papers print it: the number of its last row, and 64 bits of its hash.

    >>> short_code(Head("1", 123, "4f2a91c077de0b13" + "0" * 48))
    '123-4F2A-91C0-77DE-0B13'
    """
    digits = head.hash[:_CODE_DIGITS].upper()
    return "-".join([str(head.size), *(digits[n : n + 4] for n in range(0, _CODE_DIGITS, 4))])


def read_code(code: str) -> tuple[int, str] | None:
    """The row that a printed code names, and how the hash of that row begins.

    >>> read_code(" 123-4f2a-91c0-77de-0b13 ")
    (123, '4f2a91c077de0b13')
    """
    match = _CODE.fullmatch(code.strip().lower())
    return (int(match[1]), match[2].replace("-", "")) if match else None
