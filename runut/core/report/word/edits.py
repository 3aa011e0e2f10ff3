"""Edits of one text: found between two states, and put into the text as it stands by now.

A text is lines, each with its line end; an edit replaces a stretch of the text that left.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from runut.core.report.blocks import Text
from runut.core.report.word.flow import UNTOLD, Piece
from runut.core.report.word.spelled import Sign, Spelled, write_back

_TOKEN = re.compile(r"\n|[^\S\n]+|[^\s]+")
_ALIKE = 0.4
"""From here on two lines are one line that was changed; below, one went and another came."""
_NEAR = 12
"""Signs between two edits of one author in one line, up to which they are read as one."""


@dataclass(frozen=True)
class Edit:
    """``before``, from ``start`` to ``end`` of the text that left, became ``after``.

    ``author`` and ``at`` as the file says them; empty where nobody recorded the change.
    """

    start: int
    end: int
    before: str
    after: str
    author: str = ""
    at: str = ""
    looks: str = ""
    """For each letter of ``after`` a sign of its look: plain, bold, italic, both; or that it looks
    as what stands around it, as all do where this is empty."""


_BOLD, _ITALIC, _BOTH, _PLAIN, _AS_AROUND = "b", "i", "x", " ", "?"
EMPHASIS = (_BOLD, _ITALIC, _BOTH)


@dataclass(frozen=True)
class _Block:
    """A stretch of both texts; ``same``: they agree in it, sign by sign."""

    a1: int
    a2: int
    b1: int
    b2: int
    same: bool


def edits_between(base: str, pieces: Sequence[Piece]) -> tuple[Edit, ...]:
    """What happened to ``base``: recorded changes with their authors, and those nobody recorded.

    >>> pieces = [Piece("Hasil "), Piece("sangat ", "sisip", "Ani"), Piece("baik.\\n")]
    >>> [(e.before, e.after, e.author) for e in edits_between("Hasil baik.\\n", pieces)]
    [('', 'sangat ', 'Ani')]
    """
    rejected = "".join(one.text for one in pieces if one.change != "sisip")
    blocks = _blocks(base, rejected)
    groups = _groups(
        [
            *(_Span(b.b1, b.b2, has_loss=b.b1 == b.b2) for b in blocks if not b.same),
            *_recorded(pieces),
        ]
    )
    found = [_edit(base, blocks, pieces, group) for group in groups]
    return _joined(base, [one for one in found if one.before != one.after])


@dataclass(frozen=True)
class _Span:
    """A stretch of the rejected state in which something changed; ``pieces`` by their places."""

    start: int
    end: int
    pieces: tuple[int, ...] = ()
    has_loss: bool = False
    """Words went at its edge, and nobody recorded it: the edge is not one place of the base."""


def _recorded(pieces: Sequence[Piece]) -> list[_Span]:
    """The recorded changes; a deletion and an insertion of one author side by side are one."""
    spans: list[_Span] = []
    at, last = 0, ("", "")
    for n, one in enumerate(pieces):
        end = at if one.change == "sisip" else at + len(one.text)
        if one.change and one.text:
            who = (one.author, one.at[:10])
            if spans and last == who and spans[-1].end == at and spans[-1].pieces[-1] == n - 1:
                spans[-1] = _Span(spans[-1].start, end, (*spans[-1].pieces, n))
            else:
                spans.append(_Span(at, end, (n,)))
            last = who
        at = end
    return spans


def _groups(spans: Iterable[_Span]) -> list[_Span]:
    """Spans that lie over each other are one change; so is what went unrecorded at their edge."""
    found: list[_Span] = []
    for one in sorted(spans, key=lambda span: (span.start, span.end)):
        last = found[-1] if found else None
        touches = last is not None and one.start == last.end
        if last and (one.start < last.end or (touches and (last.has_loss or one.has_loss))):
            pieces, loss = (*last.pieces, *one.pieces), last.has_loss or one.has_loss
            found[-1] = _Span(last.start, max(last.end, one.end), pieces, loss)
        else:
            found.append(one)
    return found


def _edit(base: str, blocks: Sequence[_Block], pieces: Sequence[Piece], span: _Span) -> Edit:
    start, end = _to_base(blocks, span.start, is_end=False), _to_base(blocks, span.end, is_end=True)
    after: list[str] = []
    looks: list[str] = []
    at = 0
    for n, one in enumerate(pieces):
        words = ""
        if one.change == "sisip":
            words = one.text if n in span.pieces else ""
        elif one.change != "hapus" or n not in span.pieces:
            words = one.text[max(0, span.start - at) : max(0, span.end - at)]
        after.append(words)
        looks.append(_look(one) * len(words))
        at += 0 if one.change == "sisip" else len(one.text)
    said = [pieces[n] for n in span.pieces]
    author = ", ".join(dict.fromkeys(one.author for one in said if one.author))
    moment = max((one.at for one in said), default="")
    end = max(start, end)
    return Edit(start, end, base[start:end], "".join(after), author, moment, "".join(looks))


def _look(piece: Piece) -> str:
    if piece.dress == UNTOLD:
        return _AS_AROUND
    bold, italic = "b" in piece.dress, "i" in piece.dress
    return _BOTH if bold and italic else _BOLD if bold else _ITALIC if italic else _PLAIN


def _to_base(blocks: Sequence[_Block], place: int, *, is_end: bool) -> int:
    """A place of the rejected state, in the text that left: of what went there, the far edge."""
    found = [one for one in blocks if one.b1 <= place <= one.b2]
    if not found:
        return 0
    one = found[-1] if is_end else found[0]
    if one.same:
        return one.a1 + place - one.b1
    if one.b1 == one.b2:
        return one.a2 if is_end else one.a1
    return one.a1 if place == one.b1 else one.a2


def _joined(base: str, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Edits of one author that stand close together in one line, read as one."""
    found: list[Edit] = []
    for one in edits:
        if found:
            last = found[-1]
            between = base[last.end : one.start]
            same = (last.author, last.at[:10]) == (one.author, one.at[:10])
            if same and len(between) <= _NEAR and "\n" not in last.before + between + last.after:
                after = last.after + between + one.after
                looks = last.looks + _AS_AROUND * len(between) + one.looks
                before = base[last.start : one.end]
                found[-1] = replace(last, end=one.end, before=before, after=after, looks=looks)
                continue
        found.append(one)
    return tuple(found)


@dataclass(frozen=True)
class Merged:
    """``text``: the words with the edits that could be put in, as they are written.

    ``clashing`` could not be: the words around them were changed meanwhile. ``present`` stand
    there already. ``guarded`` would alter a figure or a picture of the report by hand.
    """

    text: str
    clashing: tuple[Edit, ...] = ()
    present: tuple[Edit, ...] = ()
    guarded: tuple[Edit, ...] = ()


def put_into(base: str, current: Spelled, edits: Iterable[Edit]) -> Merged:
    """``current`` with ``edits`` of ``base``: a three-way comparison.

    >>> from runut.core.report.word.spelled import spell
    >>> edit = Edit(6, 10, "baik", "cukup")
    >>> put_into("Hasil baik.\\n", spell("*Ringkasnya:*\\nHasil baik."), [edit]).text
    '*Ringkasnya:*\\nHasil cukup.'
    """
    signs, text = current.signs, current.text
    blocks = _blocks(base, text)
    moved = {"".join(one.char for one in row.signs): row.signs for row in current.rows}
    clashing, present, guarded = [], [], []
    in_order = sorted(edits, key=lambda one: (one.start, one.end))
    # from the last to the first, so that places before it stay where they are
    for one in in_order[::-1]:
        if _stands_there(blocks, text, one):
            present.append(one)
            continue
        spot = _spot(blocks, one)
        if spot is None:
            clashing.append(one)
            continue
        new = _linked(signs, spot, one, moved)
        if new is None:
            guarded.append(one)
            continue
        signs[spot[0] : spot[1]] = new
    return Merged(
        write_back(signs, current),
        tuple(clashing[::-1]),
        tuple(present[::-1]),
        tuple(guarded[::-1]),
    )


def _linked(
    signs: Sequence[Sign],
    spot: tuple[int, int],
    edit: Edit,
    moved: Mapping[str, tuple[Sign, ...]],
) -> list[Sign] | None:
    """The new letters. A figure that is printed in them as before stays that figure; None where
    a number would stand instead of it, or a part of it would go. A line of ``moved`` that was
    carried here comes with all that it holds."""
    (start, end), after = spot, edit.after
    inside = {one.whole for one in signs[start:end]} - {-1}
    around = {one.whole for one in (*signs[:start], *signs[end:])}
    if inside & around or _is_within(signs, spot):
        return None
    new = _dressed(edit, signs[start - 1 : start], signs[end : end + 1])
    at = 0
    for line in after.splitlines(keepends=True):
        new[at : at + len(line)] = moved.get(line, new[at : at + len(line)])
        at += len(line)
    for whole in sorted(inside):
        words = "".join(one.char for one in signs[start:end] if one.whole == whole)
        at = after.find(words)
        if at >= 0 and new[at].whole < 0:
            new[at : at + len(words)] = [one for one in signs[start:end] if one.whole == whole]
        elif at < 0 and any(char.isdigit() for char in after):
            return None
    return new


def _dressed(edit: Edit, before: Sequence[Sign], behind: Sequence[Sign]) -> list[Sign]:
    """The letters of an edit as they look in the file; where it does not say, bold and italic as on
    both sides of it."""
    both = (*before, *behind) if before and behind else (Sign(""),)
    around = all(one.bold for one in both), all(one.italic for one in both)
    looks = edit.looks.ljust(len(edit.after), _AS_AROUND)
    return [
        Sign(char, *(around if look == _AS_AROUND else _bold_italic(look)))
        for char, look in zip(edit.after, looks, strict=False)
    ]


def shown_words(edit: Edit) -> list[Text]:
    """The new words for who decides about them, as they look in the file."""
    looks = edit.looks.ljust(len(edit.after), _AS_AROUND)
    runs = groupby(zip(edit.after, looks, strict=False), key=lambda one: _bold_italic(one[1]))
    return [Text("".join(char for char, _ in run), *dress) for dress, run in runs]


def _bold_italic(look: str) -> tuple[bool, bool]:
    return look in (_BOLD, _BOTH), look in (_ITALIC, _BOTH)


def _is_within(signs: Sequence[Sign], spot: tuple[int, int]) -> bool:
    """Whether a place lies between two letters of one figure."""
    start, end = spot
    before, after = signs[start - 1 : start] if start else [], signs[end : end + 1]
    return bool(before and after) and before[0].whole == after[0].whole != -1


def _spot(blocks: Sequence[_Block], edit: Edit) -> tuple[int, int] | None:
    """Where the stretch of an edit stands now; None where it was changed meanwhile."""
    if not blocks:
        return 0, 0
    for one in blocks:
        if one.same and one.a1 <= edit.start and edit.end <= one.a2:
            return one.b1 + edit.start - one.a1, one.b1 + edit.end - one.a1
    return None


def _stands_there(blocks: Sequence[_Block], current: str, edit: Edit) -> bool:
    """Whether somebody made the same change already."""
    return any(
        not one.same
        and (one.a1, one.a2) == (edit.start, edit.end)
        and current[one.b1 : one.b2] == edit.after
        for one in blocks
    )


def _blocks(one: str, other: str) -> list[_Block]:
    """Both texts cut into what agrees and what differs: by lines, then by words."""
    lines, theirs = one.splitlines(keepends=True), other.splitlines(keepends=True)
    starts, others = _starts(lines), _starts(theirs)
    found: list[_Block] = []
    matcher = SequenceMatcher(None, lines, theirs, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            found.append(_Block(starts[i1], starts[i2], others[j1], others[j2], same=True))
        else:
            found += _within(lines[i1:i2], theirs[j1:j2], starts[i1], others[j1])
    return _whole(found)


def _whole(blocks: Iterable[_Block]) -> list[_Block]:
    """Neighbours of one kind drawn together."""
    found: list[_Block] = []
    for one in blocks:
        if found and found[-1].same == one.same:
            found[-1] = replace(found[-1], a2=one.a2, b2=one.b2)
        elif one.a1 != one.a2 or one.b1 != one.b2:
            found.append(one)
    return found


def _within(lines: list[str], theirs: list[str], a: int, b: int) -> list[_Block]:
    """Lines that differ: those that are alike are compared word by word, in their order."""
    found: list[_Block] = []
    j = 0
    for line in lines:
        best = max(range(j, len(theirs)), key=lambda n: _ratio(line, theirs[n]), default=-1)
        if best < 0 or _ratio(line, theirs[best]) < _ALIKE:
            found.append(_Block(a, a + len(line), b, b, same=False))
            a += len(line)
            continue
        came = sum(map(len, theirs[j:best]))
        if came:
            found.append(_Block(a, a, b, b + came, same=False))
            b += came
        found += _by_words(line, theirs[best], a, b)
        a, b, j = a + len(line), b + len(theirs[best]), best + 1
    rest = sum(map(len, theirs[j:]))
    if rest:
        found.append(_Block(a, a, b, b + rest, same=False))
    return found


def _ratio(one: str, other: str) -> float:
    mine, theirs = one.split(), other.split()
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() if mine and theirs else 0.0


def _by_words(one: str, other: str, a: int, b: int) -> list[_Block]:
    mine, theirs = _TOKEN.findall(one), _TOKEN.findall(other)
    starts, others = _starts(mine), _starts(theirs)
    return [
        _Block(a + starts[i1], a + starts[i2], b + others[j1], b + others[j2], same=tag == "equal")
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    ]


def _starts(parts: Sequence[str]) -> list[int]:
    found = [0]
    for one in parts:
        found.append(found[-1] + len(one))
    return found
