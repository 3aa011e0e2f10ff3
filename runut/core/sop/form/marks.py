"""What stands in an actor's cell: a mark, or a symbol with the ways out of the step.

``√`` the actor does the step; ``√2`` the second of several who confirm it
``[ ]`` box, ``(mulai)`` ``(selesai)`` capsules, ``< >`` diamond: the lead actor's symbol
``<Ya→8; Tidak→6>`` ``[→4; →5]`` ways out other than the next row; ``[→]`` no way out
``<Tidak→@Staf>`` an arrow to another actor's symbol in the same row (``@#2``: the second column)
``[ ]2`` the second of several actors, who has a symbol of his own
``?[ ]`` the symbol stands, but who acts is not known
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from runut.core.sop.model import Bentuk, Dalam, Lanjut
from runut.core.words.items import normal

PLAIN_MARK: Final = "√"
STEP_NO: Final = r"[0-9]+(?:\.[0-9]+)*[a-z]?"

_PLAIN: Final = re.compile(r"([√✓✔☑vVxX●•○◯■▪*+⬤])(?: ?(\d{1,2}))?")
_DRAWN: Final = {"◇": Bentuk.KEPUTUSAN, "◆": Bentuk.KEPUTUSAN, "□": Bentuk.PROSES}
_SYMBOL: Final = re.compile(
    r"(?P<unknown>\?)?(?:\((?P<capsule>.*)\)|\[(?P<box>.*)\]|<(?P<diamond>.*)>)"
    r"(?: ?(?P<rank>\d{1,2}))?"
)
_CAPSULE_WORD: Final = re.compile(r"(mulai|selesai)\b ?")
_INNER: Final = re.compile(r"(?P<jika>[^→;<>\[\]()]*)→ ?@(?P<ke>[^→;<>\[\]()]+)")
_NAMEABLE: Final = re.compile(r"[^→;<>\[\]()#@]+")
"""Names of actors that an arrow can be written to; others by the number of their column."""
_EXIT: Final = re.compile(r"(?P<jika>[^→;<>\[\]()]*)→ ?(?P<ke>" + STEP_NO + ")")


@dataclass(frozen=True)
class Mark:
    """One filled actor cell. Without ``bentuk`` it is a bare mark; ``lanjut`` None: next row.

    ``is_capsule_open`` is a capsule that does not say whether it starts or ends the procedure.
    ``dalam`` are arrows to symbols of other actors in the same row, as they are written.
    """

    bentuk: Bentuk | None = None
    lanjut: tuple[Lanjut, ...] | None = None
    rank: int | None = None
    is_actor: bool = True
    is_capsule_open: bool = False
    dalam: tuple[tuple[str, str | None], ...] = ()


def read_mark(cell: str) -> Mark | None:
    """The mark in an actor's cell, or ``None`` if the words in it are no mark of ours or usual one.

    >>> read_mark("<Ya→8; Tidak→6>").lanjut
    (Lanjut(ke='8', jika='Ya'), Lanjut(ke='6', jika='Tidak'))
    """
    text = normal(cell).replace("->", "→")
    if found := _PLAIN.fullmatch(text):
        return Mark(rank=int(found[2]) if found[2] else None)
    if text in _DRAWN:
        return Mark(_DRAWN[text])
    if found := _SYMBOL.fullmatch(text):
        return _symbol(found)
    return None


def print_mark(mark: Mark) -> str:
    """The cell that ``read_mark`` reads back as this mark."""
    if mark.bentuk is None:
        return f"{PLAIN_MARK}{mark.rank or ''}"
    inner = [f"{jika or ''}→@{ke}" for ke, jika in mark.dalam]
    outer = [] if mark.lanjut is None else [_print_exits(mark.lanjut)]
    exits = "; ".join([*inner, *outer])
    unknown, rank = "" if mark.is_actor else "?", mark.rank or ""
    match mark.bentuk:
        case Bentuk.MULAI | Bentuk.SELESAI:
            return f"{unknown}({normal(f'{mark.bentuk} {exits}')}){rank}"
        case Bentuk.KEPUTUSAN:
            return f"{unknown}<{exits or ' '}>{rank}"
        case Bentuk.PROSES:
            return f"{unknown}[{exits or ' '}]{rank}"


def name_in_arrow(name: str, column: int) -> str:
    """An actor as an arrow inside a row names him: by name, or by his column (counted from 0)."""
    return name if _NAMEABLE.fullmatch(name) else f"#{column + 1}"


def arrows_between(marks: Sequence[tuple[str, Mark]], names: Sequence[str]) -> tuple[Dalam, ...]:
    """The arrows inside a row: from the actor in whose cell each is written. An arrow to nobody
    of the columns is none."""
    by_column = {f"#{place}": name for place, name in enumerate(names, start=1)}
    known = {name: name for name in names} | by_column
    return tuple(
        Dalam(name, known[ke], jika)
        for name, mark in marks
        for ke, jika in mark.dalam
        if ke in known
    )


def _symbol(found: re.Match[str]) -> Mark | None:
    rank = int(found["rank"]) if found["rank"] else None
    mark = _without_rank(found)
    return replace(mark, rank=rank) if mark else None


def _without_rank(found: re.Match[str]) -> Mark | None:
    is_actor = found["unknown"] is None
    if found["capsule"] is not None:
        return _capsule(found["capsule"].strip(), is_actor=is_actor)
    is_box = found["box"] is not None
    inside = (found["box"] if is_box else found["diamond"]).strip()
    if inside and "→" not in inside:
        return None
    ways = _read_ways(inside)
    if ways is None:
        return None
    kind = Bentuk.PROSES if is_box else Bentuk.KEPUTUSAN
    return Mark(kind, ways[0], is_actor=is_actor, dalam=ways[1])


def _capsule(inside: str, *, is_actor: bool) -> Mark | None:
    word = _CAPSULE_WORD.match(inside)
    if word is None:
        is_blank = inside in {"", "o", "O", "0"}
        return Mark(Bentuk.MULAI, is_actor=is_actor, is_capsule_open=True) if is_blank else None
    ways = _read_ways(inside[word.end() :])
    if ways is None:
        return None
    return Mark(Bentuk(word[1]), ways[0], is_actor=is_actor, dalam=ways[1])


_Ways = tuple[tuple[Lanjut, ...] | None, tuple[tuple[str, str | None], ...]]


def _read_ways(text: str) -> _Ways | None:
    """(ways out, arrows inside the row) as written; ``None`` where nobody can understand them."""
    parts = [part.strip() for part in text.split(";")]
    found = [_INNER.fullmatch(part) for part in parts]
    inner = tuple((one["ke"].strip(), one["jika"].strip() or None) for one in found if one)
    rest = "; ".join(part for part, one in zip(parts, found, strict=True) if one is None)
    outer = _read_exits(rest)
    return None if rest and outer is None else (outer, inner)


def _read_exits(text: str) -> tuple[Lanjut, ...] | None:
    """The ways out as written; ``None`` when nothing (or nothing understandable) is written."""
    if text == "→":
        return ()
    found = [_EXIT.fullmatch(part.strip()) for part in text.split(";")]
    if not text or None in found:
        return None
    return tuple(Lanjut(part["ke"], part["jika"].strip() or None) for part in found if part)


def _print_exits(exits: tuple[Lanjut, ...]) -> str:
    return "; ".join(f"{exit_.jika or ''}→{exit_.ke}" for exit_ in exits) or "→"
