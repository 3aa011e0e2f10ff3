"""Who does a step: drawn symbols, marks typed in the cells, words in them. Nobody is invented."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from runut.core.sop.assemble.body import Draft, Held
from runut.core.sop.assemble.columns_of import Columned
from runut.core.sop.assemble.head import ACTOR
from runut.core.sop.assemble.places import Placed
from runut.core.sop.assemble.ways import exit_label
from runut.core.sop.canvas import Box, ShapeKind
from runut.core.sop.items import normal
from runut.core.sop.marks import Mark, read_mark
from runut.core.sop.model import Bentuk, Pelaksana, Sumber

_ONLY_LINES: Final = re.compile(r"[↓↑→←↔↕⇒⇓⇨⇩│┃|┌┐└┘─━\-–—._ /]+")
_TICKS: Final = re.compile(r"([√✓✔☑vVxX✗✘☒●•○◯■□▪◆◇*+⬤>➢►oO\uf000-\uf0ff])(?:\s*\1)*")
_LETTER_O: Final = frozenset("oO>")
_CAPSULE: Final = {"mulai": Bentuk.MULAI, "start": Bentuk.MULAI, "selesai": Bentuk.SELESAI}
_CAPSULES: Final = {**_CAPSULE, "end": Bentuk.SELESAI, "finish": Bentuk.SELESAI}
_BENTUK: Final = {ShapeKind.DECISION: Bentuk.KEPUTUSAN, ShapeKind.PROCESS: Bentuk.PROSES}
_WORDS: Final = 0.8


@dataclass
class People:
    """The actors of a step by column of the head, its symbol, and words that are none of it.

    ``is_capsule`` is a terminator that does not say whether it starts or ends.
    """

    actors: dict[int, Pelaksana] = field(default_factory=dict)
    boxes: dict[int, Box | None] = field(default_factory=dict)
    bentuk: Bentuk | None = None
    lead: int | None = None
    is_capsule: bool = False
    mark: Mark | None = None
    stray: list[str] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)
    keyakinan: float = 1.0


def people_of(
    draft: Draft, shapes: Sequence[Placed], columned: Sequence[Columned], *, is_drawn: bool
) -> People:
    """Who does the step. ``is_drawn``: the SOP has drawn symbols, so bare words name nobody."""
    people = People()
    for one in shapes:
        _add_shape(people, one, columned[0])
    said = {normal(one.shape.text).casefold() for one in shapes}
    for held in draft.cells:
        column = columned[held.table].head.columns[held.column]
        if column.kind == ACTOR and held.cell.text.strip():
            _add_cell(people, held, column.name, said, is_drawn=is_drawn or bool(shapes))
    return people


def _add_shape(people: People, one: Placed, first: Columned) -> None:
    place = one.actor if one.actor is not None else -1
    name = first.head.columns[place].name
    words = normal(one.shape.text)
    if not name:
        people.nameless.append(f"kolom pelaksana ke-{first.head.actors.index(place) + 1}")
        return
    known = people.actors.get(place)
    if known is None or known.keyakinan < one.keyakinan:
        people.actors[place] = Pelaksana(name, Sumber.BENTUK, one.keyakinan, one.alasan)
        people.boxes[place] = one.shape.box
    _add_kind(people, one, place, words.casefold())
    if len(words) > 2 and words.casefold() not in _CAPSULES and not exit_label(words):
        people.stray.append(words)


def _add_kind(people: People, one: Placed, place: int, words: str) -> None:
    """A decision says more than a capsule, a capsule more than a box."""
    kind = one.shape.kind
    if kind is ShapeKind.DECISION:
        people.bentuk, people.lead, people.is_capsule = Bentuk.KEPUTUSAN, place, False
        people.keyakinan = min(people.keyakinan, one.shape.keyakinan)
    elif kind is ShapeKind.TERMINATOR and people.bentuk is not Bentuk.KEPUTUSAN:
        people.bentuk = next((b for w, b in _CAPSULES.items() if w in words.split("/")), None)
        people.lead, people.is_capsule = place, people.bentuk is None
    elif people.bentuk is None and not people.is_capsule:
        people.bentuk, people.lead = Bentuk.PROSES, place if people.lead is None else people.lead


def _add_cell(people: People, held: Held, name: str, said: set[str], *, is_drawn: bool) -> None:
    lines = [normal(line) for line in held.cell.text.split("\n")]
    kept = [line for line in lines if line and not exit_label(line) and line.casefold() not in said]
    text = normal(" ".join(kept))
    if not text or text.casefold() in said or _is_no_mark(text):
        return
    if held.column in people.actors:
        if read_mark(text) is None and not _TICKS.fullmatch(text):
            people.stray.append(text)
    elif not name:
        people.nameless.append(f"“{text}”")
    else:
        _add_text(people, held, name, text, is_drawn=is_drawn)


def _is_no_mark(text: str) -> bool:
    return bool(_ONLY_LINES.fullmatch(text)) and text != "_"


def _add_text(people: People, held: Held, name: str, text: str, *, is_drawn: bool) -> None:
    found: Pelaksana
    mark = read_mark(text)
    if mark is not None or _TICKS.fullmatch(text):
        sure = 0.85 if text[0] in _LETTER_O else 1.0
        alasan = f"Tanda “{text}” dibaca sebagai tanda pelaksana." if sure < 1.0 else ""
        found = Pelaksana(name, Sumber.TANDA, sure, alasan)
        if mark is not None and mark.bentuk:
            people.mark, people.bentuk, people.lead = mark, mark.bentuk, held.column
        if mark is not None and not mark.is_actor:
            return
    elif (bentuk := _CAPSULES.get(text.casefold())) is not None:
        found = Pelaksana(name, Sumber.TEKS, 0.9, f"Sel kolom {name} berisi tulisan “{text}”.")
        people.bentuk, people.lead = bentuk, held.column
    elif is_drawn:
        people.stray.append(text)
        return
    else:
        alasan = f"Sel kolom {name} berisi tulisan “{text}”."
        found = Pelaksana(name, Sumber.TEKS, _WORDS, alasan)
    people.actors[held.column] = found
    people.boxes[held.column] = held.cell.box


def in_order(people: People) -> tuple[Pelaksana, ...]:
    """Lead first: the one with the symbol that says what the step is, then by column."""
    ranked = sorted(people.actors, key=lambda place: (place != people.lead, place))
    return tuple(people.actors[place] for place in ranked)
