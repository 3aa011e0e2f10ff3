"""What stands in an actor's cell: a mark, or a symbol with the ways out of the step.

``√`` the actor does the step; ``√2`` the second of several who confirm it
``[ ]`` box, ``(mulai)`` ``(selesai)`` capsules, ``< >`` diamond: the lead actor's symbol
``<Ya→8; Tidak→6>`` ``[→4; →5]`` ways out other than the next row; ``[→]`` no way out
``?[ ]`` the symbol stands, but who acts is not known
"""

import re
from dataclasses import dataclass
from typing import Final

from runut.core.sop.model import Bentuk, Lanjut
from runut.core.words.items import normal

PLAIN_MARK: Final = "√"
STEP_NO: Final = r"[0-9]+(?:\.[0-9]+)*[a-z]?"

_PLAIN: Final = re.compile(r"([√✓✔☑vVxX●•○◯■▪*+⬤])(?: ?(\d{1,2}))?")
_DRAWN: Final = {"◇": Bentuk.KEPUTUSAN, "◆": Bentuk.KEPUTUSAN, "□": Bentuk.PROSES}
_SYMBOL: Final = re.compile(
    r"(?P<unknown>\?)?(?:\((?P<capsule>.*)\)|\[(?P<box>.*)\]|<(?P<diamond>.*)>)"
)
_CAPSULE_WORD: Final = re.compile(r"(mulai|selesai)\b ?")
_EXIT: Final = re.compile(r"(?P<jika>[^→;<>\[\]()]*)→ ?(?P<ke>" + STEP_NO + ")")


@dataclass(frozen=True)
class Mark:
    """One filled actor cell. Without ``bentuk`` it is a bare mark; ``lanjut`` None: next row.

    ``is_capsule_open`` is a capsule that does not say whether it starts or ends the procedure.
    """

    bentuk: Bentuk | None = None
    lanjut: tuple[Lanjut, ...] | None = None
    rank: int | None = None
    is_actor: bool = True
    is_capsule_open: bool = False


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
    exits = "" if mark.lanjut is None else _print_exits(mark.lanjut)
    unknown = "" if mark.is_actor else "?"
    match mark.bentuk:
        case Bentuk.MULAI | Bentuk.SELESAI:
            return f"{unknown}({normal(f'{mark.bentuk} {exits}')})"
        case Bentuk.KEPUTUSAN:
            return f"{unknown}<{exits or ' '}>"
        case Bentuk.PROSES:
            return f"{unknown}[{exits or ' '}]"


def _symbol(found: re.Match[str]) -> Mark | None:
    is_actor = found["unknown"] is None
    if found["capsule"] is not None:
        return _capsule(found["capsule"].strip(), is_actor=is_actor)
    is_box = found["box"] is not None
    inside = (found["box"] if is_box else found["diamond"]).strip()
    if inside and "→" not in inside:
        return None
    exits = _read_exits(inside)
    if inside and exits is None:
        return None
    return Mark(Bentuk.PROSES if is_box else Bentuk.KEPUTUSAN, exits, is_actor=is_actor)


def _capsule(inside: str, *, is_actor: bool) -> Mark | None:
    word = _CAPSULE_WORD.match(inside)
    if word is None:
        is_blank = inside in {"", "o", "O", "0"}
        return Mark(Bentuk.MULAI, is_actor=is_actor, is_capsule_open=True) if is_blank else None
    rest = inside[word.end() :]
    exits = _read_exits(rest)
    if rest and exits is None:
        return None
    return Mark(Bentuk(word[1]), exits, is_actor=is_actor)


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
