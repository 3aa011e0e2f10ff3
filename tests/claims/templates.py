"""Sentences of strangers with gaps for figures: filled for a random office, and judged there.

A template says what its sentence ``needs`` of the office (an indicator that fell, a target that was
missed), so that it is false, or true, or speaks of neither, wherever it is filled.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from random import Random
from typing import Any

from runut.core.kinerja.model import Polaritas
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.claims.check import check_words
from runut.core.report.lakip.draft import Draft, prepare_draft, unit_name
from runut.core.report.lakip.keys import SIMPULAN, penyebab_key
from tests.claims.offices import random_data
from tests.claims.telling import before, dotted, in_words, is_missed, is_number, is_reached

Template = Mapping[str, Any]
Figures = Mapping[str, Decimal | str | None]
_GAP = re.compile(r"\{(kata:)?([a-z0-9]+)((?:[-+*/][a-z0-9.]+)*)\}")
_STEP = re.compile(r"([-+*/])([a-z0-9.]+)")
_MONEY = ("pagu", "serap", "sisa")
_SPOKEN_TO = 99
_OFFICES = 40


@dataclass(frozen=True)
class Filled:
    """A sentence of a template in the section of a report."""

    template: Template
    section: str
    text: str
    draft: Draft


@dataclass(frozen=True)
class Judged:
    """What the check says of one sentence: ``named`` as false, ``asked`` about, or left alone."""

    filled: Filled
    named: bool
    asked: bool

    @property
    def outcome(self) -> str:
        if self.filled.template["truth"] == "false":
            return "found" if self.named else "asked" if self.asked else "missed"
        return "false alarm" if self.named else "asked" if self.asked else "left alone"


def _rise(row: BarisCapaian, draft: Draft) -> Decimal:
    now, old = row.indikator.realisasi.nilai, before(row, draft.tahun - 1)
    return now - old if isinstance(now, Decimal) and old is not None else Decimal(0)


def _over_end(row: BarisCapaian, draft: Draft) -> Decimal:
    now, end = row.indikator.realisasi.nilai, _end(row, draft)
    return now - end if isinstance(now, Decimal) and end is not None else Decimal(0)


def _end(row: BarisCapaian, draft: Draft) -> Decimal | None:
    last = draft.data.profil.renstra_periode[1]
    figure = row.indikator.renstra.get(last) if last > draft.tahun else None
    return figure.nilai if figure and isinstance(figure.nilai, Decimal) else None


_OF_INDICATOR: dict[str, Callable[[BarisCapaian, Draft], bool]] = {
    "naik": lambda row, _: row.indikator.polaritas is Polaritas.NAIK,
    "turun": lambda row, _: row.indikator.polaritas is Polaritas.TURUN,
    "reached": lambda row, _: is_reached(row),
    "missed": lambda row, _: is_missed(row),
    "rose": lambda row, draft: _rise(row, draft) > 0,
    "fell": lambda row, draft: _rise(row, draft) < 0,
    "above_end": lambda row, draft: _over_end(row, draft) > 0,
    "below_end": lambda row, draft: _over_end(row, draft) < 0,
}
_OF_OFFICE: dict[str, Callable[[Draft], bool]] = {
    "all_reached": lambda draft: not any(map(is_missed, draft.counted)),
    "some_missed": lambda draft: any(map(is_missed, draft.counted)),
    "none_missed": lambda draft: not any(map(is_missed, draft.counted)),
    "budget_under": lambda draft: draft.total.realisasi < draft.total.pagu,
    "any": lambda draft: True,
}


def fill(template: Template, draft: Draft, rng: Random) -> Filled | None:
    """The sentence in this office; None where the office has not what it needs."""
    needs = _listed(template["needs"])
    if not all(_OF_OFFICE[need](draft) for need in needs if need in _OF_OFFICE):
        return None
    names = _names_in(template["text"])
    rows = [
        row
        for row in draft.rows
        if is_number(row)
        and row.hasil.capaian is not None
        and f" {row.indikator.satuan}" not in template["text"]
        and all(_OF_INDICATOR[need](row, draft) for need in needs if need in _OF_INDICATOR)
    ]
    rng.shuffle(rows)
    for row in rows:
        figures = _figures(row, draft, rng)
        if all(figures.get(name) is not None for name in names):
            text = _GAP.sub(partial(_said, figures), template["text"])
            has_name = bool(names & {"ind", "ind2"}) and not names & {"n", "ncapai", "ngagal"}
            section = penyebab_key(row.sasaran.id) if has_name else SIMPULAN
            return Filled(template, section, text[0].upper() + text[1:], draft)
    return None


def _listed(needs: str | list[str]) -> list[str]:
    return re.split(r"[\s,]+", needs.strip()) if isinstance(needs, str) else needs


def _figures(row: BarisCapaian, draft: Draft, rng: Random) -> Figures:
    one, profil, tahun = row.indikator, draft.data.profil, draft.tahun
    others = [other for other in draft.rows if other is not row and is_number(other)]
    results = [each.hasil.is_tercapai for each in draft.counted]
    target, real = one.target.nilai, one.realisasi.nilai
    return {
        "ind": _name(one.nama, rng),
        "ind2": _name(rng.choice(others).indikator.nama, rng) if others else None,
        "sat": one.satuan,
        "t": target if isinstance(target, Decimal) else None,
        "r": real if isinstance(real, Decimal) else None,
        "cap": row.hasil.capaian,
        "rlalu": before(row, tahun - 1),
        "rlalu2": before(row, tahun - 2),
        "akhir": _end(row, draft),
        "tahun": str(tahun),
        "tahunlalu": str(tahun - 1),
        "tahunlalu2": str(tahun - 2),
        "n": Decimal(len(results)),
        "ncapai": Decimal(results.count(True)),
        "ngagal": Decimal(results.count(False)),
        "pagu": draft.total.pagu,
        "serap": draft.total.realisasi,
        "sisa": draft.total.pagu - draft.total.realisasi,
        "persenserap": draft.total.serapan,
        "sasaran": row.sasaran.nama,
        "kantor": unit_name(profil),
        "kepala": profil.pimpinan.nama,
        "jabatan": profil.pimpinan.jabatan,
    }


def _name(nama: str, rng: Random) -> str:
    """A name inside a sentence: an abbreviation keeps its capitals."""
    first, second = nama.split()[:2]
    is_small = rng.random() < 0.5 and not second[0].isupper()
    return first.lower() + nama[len(first) :] if is_small else nama


def _names_in(text: str) -> set[str]:
    """The figures that a template asks for, those of its sums with them."""
    names = set()
    for match in _GAP.finditer(text):
        names |= {match[2], *(name for _, name in _STEP.findall(match[3]) if name[0].isalpha())}
    return names


def _said(figures: Figures, match: re.Match[str]) -> str:
    """A gap as an Indonesian writes it: decimal comma, dots between thousands."""
    in_letters, name, sums = match.groups()
    value = figures[name]
    if isinstance(value, str) and not sums:
        return value
    number = Decimal(value or 0)
    for sign, other in _STEP.findall(sums):
        by = Decimal(figures.get(other) or other)
        number = {
            "+": number + by, "-": number - by, "*": number * by, "/": number / by,
        }[sign]  # fmt: skip
    if name.startswith("tahun"):
        return str(number)
    if in_letters and 0 <= number <= _SPOKEN_TO:
        return in_words(int(number))
    return dotted(number, 0 if name in _MONEY else 2)


def filled(templates: Iterable[Template], seed: int, times: int = 3) -> Iterator[Filled]:
    """Every template in so many offices that have what it needs."""
    for template in templates:
        rng = Random(f"{seed} {template['id']}")
        done = 0
        for _ in range(_OFFICES):
            data = random_data(rng)
            one = fill(template, prepare_draft(data, {}), rng)
            if one is not None:
                yield one
                done += 1
            if done == times:
                break


def judge(one: Filled) -> Judged:
    """What the check says of a sentence that stands alone in its section."""
    checked = check_words(prepare_draft(one.draft.data, {one.section: one.text}))
    return Judged(one, bool(checked.contradictions), bool(checked.questions))


def judged(templates: Iterable[Template], seed: int, times: int = 3) -> list[Judged]:
    return [judge(one) for one in filled(templates, seed, times)]


def by_kind(found: Iterable[Judged]) -> dict[str, Counter[str]]:
    """How many of each kind were found, missed, asked about, left alone, or called false."""
    table: dict[str, Counter[str]] = {}
    for one in found:
        template = one.filled.template
        kind = f"{template['truth']}: {template['kind']}"
        table.setdefault(kind, Counter())[one.outcome] += 1
    return table


def share(found: Iterable[Judged], truths: tuple[str, ...], outcome: str) -> float:
    """Of the sentences with these truths, the share with this outcome."""
    outcomes = [one.outcome for one in found if one.filled.template["truth"] in truths]
    return outcomes.count(outcome) / len(outcomes) if outcomes else 0.0
