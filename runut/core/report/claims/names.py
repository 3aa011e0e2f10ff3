"""The names that a year knows: indicators, sasaran, budget lines; found in a sentence, also when
they are shortened."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from runut.core.report.claims.vocabulary import GLUE
from runut.core.words.items import listed

_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")
_STOP = listed("yang dan di ke dari pada atas dengan untuk oleh terhadap dalam serta atau the")
HEADS = listed(
    "jumlah persentase prosentase indeks rata-rata nilai tingkat angka cakupan luas predikat rasio "
    "proporsi opini skor prevalensi volume"
)
"""How a thing is counted: "jumlah aduan" is another figure than "persentase aduan"."""
_FULL, _ENOUGH = 0.999, 0.55
_HEAD_WEIGHT = 0.5
_CODE = 99
"""A code names more surely than any words."""


@dataclass(frozen=True)
class Name:
    """A thing by its name. ``jenis``: indikator, sasaran or anggaran."""

    jenis: str
    id: str
    words: tuple[str, ...]
    kode: str = ""
    home: str = ""
    """The sasaran that an indicator belongs to."""


@dataclass(frozen=True)
class Mention:
    """Where a name stands in a sentence; several ids where the words fit several names."""

    start: int
    end: int
    jenis: str
    ids: tuple[str, ...]
    is_whole: bool


@dataclass(frozen=True)
class _Fit:
    name: Name
    first: int
    last: int
    matched: int
    score: float


def words_with_places(text: str) -> list[tuple[str, int, int]]:
    return [(m[0].casefold(), m.start(), m.end()) for m in _WORD.finditer(text)]


class NameBook:
    """All names of a year, by their words."""

    def __init__(self, names: Iterable[tuple[str, str, str, str, str]]) -> None:
        """``names``: kind, id, name, code, home."""
        self._by_word: dict[str, list[Name]] = defaultdict(list)
        self._codes: dict[str, Name] = {}
        for jenis, ident, text, kode, home in names:
            words = tuple(w for w, _, _ in words_with_places(text) if w not in _STOP)
            if not words:
                continue
            name = Name(jenis, ident, words, kode, home)
            for word in dict.fromkeys(words):
                self._by_word[word].append(name)
            if kode and any(sign.isdigit() for sign in kode):
                self._codes[kode.casefold()] = name

    def find(self, text: str, home: str = "") -> list[Mention]:
        """The mentions in a sentence, left to right, none inside another."""
        words = words_with_places(text)
        fits = [fit for name in self._near(words) if (fit := _best(name, words))]
        fits += self._coded(words)
        fits.sort(key=lambda f: (-f.matched, -f.score, f.first))
        taken: list[tuple[int, int]] = []
        found = []
        for fit in fits:
            if any(fit.first <= last and first <= fit.last for first, last in taken):
                continue
            taken.append((fit.first, fit.last))
            same = _alike(fit, fits, home)
            found.append(
                Mention(
                    words[fit.first][1], words[fit.last][2], fit.name.jenis,
                    tuple(dict.fromkeys(one.name.id for one in same)), fit.score >= _FULL,
                )
            )  # fmt: skip
        return sorted(found, key=lambda one: one.start)

    def _near(self, words: list[tuple[str, int, int]]) -> Iterable[Name]:
        count: dict[int, int] = defaultdict(int)
        by_id: dict[int, Name] = {}
        for word in {w for w, _, _ in words}:
            for name in self._by_word.get(_bare(word), ()):
                count[id(name)] += 1
                by_id[id(name)] = name
        return [
            by_id[key] for key, hits in count.items() if hits >= min(2, len(set(by_id[key].words)))
        ]

    def _coded(self, words: list[tuple[str, int, int]]) -> list[_Fit]:
        return [
            _Fit(self._codes[word], at, at, _CODE, 1.0)
            for at, (word, _, _) in enumerate(words)
            if word in self._codes
        ]


def _bare(word: str) -> str:
    return word.removesuffix("nya") if len(word) > 6 else word


def _best(name: Name, words: list[tuple[str, int, int]]) -> _Fit | None:
    """The run of words that says most of a name; little words may stand between."""
    wanted = set(name.words)
    best: _Fit | None = None
    run: list[int] = []
    gap = 0
    for at, (word, _, _) in enumerate((*words, ("", 0, 0))):
        is_hit = bool(word) and (word in wanted or _bare(word) in wanted)
        if is_hit:
            run.append(at)
            gap = 0
            continue
        gap += 1
        if run and (not word or word not in _STOP or gap > 2):
            fit = _fit(name, words, run)
            if fit and (best is None or fit.score > best.score):
                best = fit
            run, gap = [], 0
    return best


def _fit(name: Name, words: list[tuple[str, int, int]], run: list[int]) -> _Fit | None:
    run = _without_repeats(words, run)
    said = {_bare(words[at][0]) for at in run} | {words[at][0] for at in run}
    hits = [word for word in dict.fromkeys(name.words) if word in said]
    score = sum(map(_weight, hits)) / sum(map(_weight, dict.fromkeys(name.words)))
    is_begun = score < _ENOUGH and _begins(name, words, run, hits)
    if (score < _ENOUGH and not is_begun) or all(word in HEADS for word in hits):
        return None
    if score < _FULL:
        before = words[run[0] - 1][0] if run[0] else ""
        if len(hits) < 2 or before in HEADS or name.jenis != "indikator":
            return None
    return _Fit(name, run[0], run[-1], len(hits), score)


def _without_repeats(words: list[tuple[str, int, int]], run: list[int]) -> list[int]:
    """Without a word at an edge that the name has said already: in "84 indeks, Indeks Kepuasan"
    the first is a unit, in "pelanggaran pegawai, jumlah aduan" the last is another's."""
    while len(run) > 1 and words[run[0]][0] == words[run[1]][0]:
        run = run[1:]
    while len(run) > 1 and words[run[-1]][0] in [words[at][0] for at in run[:-1]]:
        run = run[:-1]
    return run


def _begins(name: Name, words: list[tuple[str, int, int]], run: list[int], hits: list[str]) -> bool:
    """Whether a name is called by its first words alone, and the sentence goes on about it:
    "Indeks kepuasan naik", but not "indeks kepuasan pegawai"."""
    if len(hits) < 2 or tuple(hits) != name.words[: len(hits)]:
        return False
    after = words[run[-1] + 1][0] if run[-1] + 1 < len(words) else ""
    return not after or after[0].isdigit() or after in GLUE


def _weight(word: str) -> float:
    return _HEAD_WEIGHT if word in HEADS else 1.0


def _alike(best: _Fit, fits: list[_Fit], home: str) -> list[_Fit]:
    """The names that the same words may mean; at home, in the section of a sasaran, its own."""
    over = [
        one
        for one in fits
        if one.name.jenis == best.name.jenis and one.first <= best.last and best.first <= one.last
    ]
    if best.score >= _FULL:
        same = [one for one in over if one.score >= _FULL and one.matched == best.matched]
        if best.matched == _CODE or any(one.name.home == home for one in same):
            return [one for one in same if one.name.home == home] or same
        return [*same, *(one for one in over if one.name.home == home)]
    same = [one for one in over if one.score >= best.score - 0.15]
    return [one for one in same if one.name.home == home] or same
