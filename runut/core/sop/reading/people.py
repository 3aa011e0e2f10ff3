"""Who does a step: drawn symbols, marks typed in the cells, words in them. Nobody is invented."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from runut.core.sop.form.labels import letters
from runut.core.sop.form.marks import Mark, read_mark
from runut.core.sop.model import Bentuk, Pelaksana, Sumber
from runut.core.sop.reading.body import Draft, Held
from runut.core.sop.reading.canvas import Box, ShapeKind
from runut.core.sop.reading.columns import Columned
from runut.core.sop.reading.head import ACTOR
from runut.core.sop.reading.places import PlacedShape
from runut.core.sop.reading.ways import exit_label
from runut.core.words.items import normal

_ONLY_LINES: Final = re.compile(r"[↓↑→←↔↕⇒⇓⇨⇩│┃|┌┐└┘─━\-–—._ /]+")
_TICKS: Final = re.compile(r"([√✓✔☑vVxX✗✘☒●•○◯■□▪◆◇*+⬤>➢►oO\uf000-\uf0ff])(?:\s*\1)*")
_LETTER_O: Final = frozenset("oO>")
_CAPSULE: Final = {"mulai": Bentuk.MULAI, "start": Bentuk.MULAI, "selesai": Bentuk.SELESAI}
_CAPSULES: Final = {**_CAPSULE, "end": Bentuk.SELESAI, "finish": Bentuk.SELESAI}
_WORDS: Final = 0.8
_PICTURED: Final = 0.5
"""How sure the nature of a step is whose symbol is a picture."""
_NAMED: Final = 0.95
"""How sure an actor is who is named in words, in a column made for it."""


Seat: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class Known:
    """Names of actors that stand alone in a cell, and words (letters) that label drawn ways."""

    names: frozenset[str]
    labels: frozenset[str]


@dataclass
class People:
    """The actors of a step by column of the head, its symbol, and words that are none of it.

    A column whose cells hold the names has several actors: the second number counts them.
    ``kinds`` are the drawn symbols, ``None`` for a capsule; ``drawn`` are words in symbols.
    ``is_capsule`` is a terminator that does not say whether it starts or ends; ``is_pictured``:
    the symbol is a picture, so which one it is was not read.
    """

    actors: dict[Seat, Pelaksana] = field(default_factory=dict)
    boxes: dict[Seat, Box | None] = field(default_factory=dict)
    kinds: dict[Seat, Bentuk | None] = field(default_factory=dict)
    bentuk: Bentuk | None = None
    lead: Seat | None = None
    is_capsule: bool = False
    is_pictured: bool = False
    mark: Mark | None = None
    drawn: list[str] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)
    keyakinan: float = 1.0


def people_of(
    draft: Draft,
    shapes: Sequence[PlacedShape],
    columned: Sequence[Columned],
    known: Known,
    *,
    is_drawn: bool,
) -> People:
    """Who does the step. ``is_drawn``: the SOP has drawn symbols, so bare words name nobody.

    ``known`` are words of other cells that say what these words are.
    """
    people = People()
    for one in shapes:
        _add_shape(people, one, columned[0])
    activity = letters(" ".join(draft.texts(columned, "kegiatan")))
    people.stray += [words for words in people.drawn if letters(words) not in activity]
    said = known.labels | {letters(one.shape.text) for one in shapes}
    for held in draft.cells:
        column = columned[held.table].head.columns[held.column]
        if column.kind == ACTOR and held.cell.text.strip():
            if _holds_names(held, columned):
                _add_names(people, held, known.names)
            else:
                _add_cell(people, held, column.name, said, is_drawn=is_drawn or bool(shapes))
    return people


def _add_shape(people: People, one: PlacedShape, first: Columned) -> None:
    place = one.actor if one.actor is not None else -1
    name = first.head.columns[place].name
    words = normal(one.shape.text)
    if not name:
        people.nameless.append(f"kolom pelaksana ke-{first.head.actors.index(place) + 1}")
        return
    seat = (place, 0)
    known = people.actors.get(seat)
    if known is None or known.keyakinan < one.keyakinan:
        people.actors[seat] = Pelaksana(name, Sumber.BENTUK, one.keyakinan, one.alasan)
        people.boxes[seat] = one.shape.box
    _add_kind(people, one, seat, words.casefold())
    is_question = one.shape.kind is ShapeKind.DECISION and words.endswith("?")
    is_known = words.casefold() in _CAPSULES or exit_label(words) is not None
    if len(words) > 2 and not is_question and not is_known:
        people.drawn.append(words)


def _add_kind(people: People, one: PlacedShape, seat: Seat, words: str) -> None:
    """A decision says more than a capsule, a capsule more than a box."""
    kind = one.shape.kind
    _keep_kind(people, seat, kind)
    if kind is ShapeKind.DECISION:
        people.bentuk, people.lead, people.is_capsule = Bentuk.KEPUTUSAN, seat, False
        people.keyakinan = min(people.keyakinan, one.shape.keyakinan)
    elif kind is ShapeKind.TERMINATOR and people.bentuk is not Bentuk.KEPUTUSAN:
        people.bentuk = next((b for w, b in _CAPSULES.items() if w in words.split("/")), None)
        people.lead, people.is_capsule = seat, people.bentuk is None
    elif kind is ShapeKind.PICTURE:
        people.is_pictured, people.keyakinan = people.bentuk is None, _PICTURED
        people.lead = seat if people.lead is None else people.lead
    elif people.bentuk is None and not people.is_capsule:
        people.bentuk, people.lead = Bentuk.PROSES, seat if people.lead is None else people.lead


def _keep_kind(people: People, seat: Seat, kind: ShapeKind) -> None:
    """The symbol in an actor's own column; of several the one that says most."""
    if kind is ShapeKind.DECISION:
        people.kinds[seat] = Bentuk.KEPUTUSAN
    elif kind is ShapeKind.TERMINATOR and people.kinds.get(seat) is not Bentuk.KEPUTUSAN:
        people.kinds[seat] = None
    elif kind in (ShapeKind.PROCESS, ShapeKind.OTHER):
        people.kinds.setdefault(seat, Bentuk.PROSES)


def _add_cell(
    people: People, held: Held, name: str, said: frozenset[str], *, is_drawn: bool
) -> None:
    lines = [normal(line) for line in held.cell.text.split("\n")]
    kept = [line for line in lines if line and not exit_label(line) and not _is_said(line, said)]
    text = normal(" ".join(kept))
    if not text or _is_said(text, said) or _is_no_mark(text):
        return
    if (held.column, 0) in people.actors:
        if not _is_mark(text):
            people.stray.append(text)
    elif not name:
        people.nameless.append(f"“{text}”")
    else:
        _add_text(people, held, name, text, is_drawn=is_drawn)


def _is_said(text: str, said: frozenset[str]) -> bool:
    return bool(letters(text)) and letters(text) in said


def known_names(drafts: Sequence[Draft], columned: Sequence[Columned]) -> frozenset[str]:
    """The names that stand alone, on one line, in a column made for names of actors."""
    held = [one for draft in drafts for one in draft.cells if _holds_names(one, columned)]
    return frozenset(normal(one.cell.text) for one in held if "\n" not in one.cell.text.strip())


def _holds_names(held: Held, columned: Sequence[Columned]) -> bool:
    column = columned[held.table].head.columns[held.column]
    return column.is_bare and not column.name and not _is_mark(held.cell.text)


def _add_names(people: People, held: Held, known: frozenset[str]) -> None:
    """Lines are several names only where each is known alone; else one name was broken."""
    lines = [normal(line) for line in held.cell.text.split("\n") if line.strip()]
    whole = [normal(name) for name in normal(held.cell.text).split(",")]
    names = lines if all(line in known for line in lines) else whole
    for count, name in enumerate(name for name in names if not _is_no_mark(name)):
        people.actors[held.column, count] = Pelaksana(name, Sumber.TEKS, _NAMED)
        people.boxes[held.column, count] = held.cell.box


def _is_mark(text: str) -> bool:
    return read_mark(text) is not None or bool(_TICKS.fullmatch(normal(text)))


def _is_no_mark(text: str) -> bool:
    return not text or bool(_ONLY_LINES.fullmatch(text))


def _add_text(people: People, held: Held, name: str, text: str, *, is_drawn: bool) -> None:
    found: Pelaksana
    mark = read_mark(text)
    if mark is not None or _TICKS.fullmatch(text):
        sure = 0.85 if text[0] in _LETTER_O else 1.0
        alasan = f"Tanda “{text}” dibaca sebagai tanda pelaksana." if sure < 1.0 else ""
        found = Pelaksana(name, Sumber.TANDA, sure, alasan)
        if mark is not None and mark.bentuk:
            people.mark, people.bentuk, people.lead = mark, mark.bentuk, (held.column, 0)
        if mark is not None and not mark.is_actor:
            return
    elif (bentuk := _CAPSULES.get(text.casefold())) is not None:
        found = Pelaksana(name, Sumber.TEKS, 0.9, f"Sel kolom {name} berisi tulisan “{text}”.")
        people.bentuk, people.lead = bentuk, (held.column, 0)
    elif is_drawn:
        people.stray.append(text)
        return
    else:
        alasan = f"Sel kolom {name} berisi tulisan “{text}”."
        found = Pelaksana(name, Sumber.TEKS, _WORDS, alasan)
    people.actors[held.column, 0] = found
    people.boxes[held.column, 0] = held.cell.box


def in_order(people: People) -> tuple[Pelaksana, ...]:
    """Lead first: the one with the symbol that says what the step is, then by column."""
    ranked = sorted(people.actors, key=lambda seat: (seat != people.lead, seat))
    return tuple(people.actors[seat] for seat in ranked)
