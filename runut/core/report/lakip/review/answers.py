"""The answers of a review. "ya" names the source it was compared with; being filled is not "ya"."""

from dataclasses import dataclass
from typing import Literal

Jawab = Literal["ya", "terisi", "tidak", "perlu orang", "tidak berlaku"]
YA: Jawab = "ya"
TERISI: Jawab = "terisi"
TIDAK: Jawab = "tidak"
PERLU_ORANG: Jawab = "perlu orang"
TIDAK_BERLAKU: Jawab = "tidak berlaku"

ARTI: dict[Jawab, str] = {
    YA: "dibandingkan dengan sumber lain yang disebut, dan cocok",
    TERISI: "ada isinya; benar dan memadainya belum dinilai",
    TIDAK: "ada yang kurang, atau berbeda dengan sumber yang disebut",
    PERLU_ORANG: "hanya dapat dinilai orang; bukti yang ada disebut",
    TIDAK_BERLAKU: "butir bersyarat yang syaratnya tidak terjadi",
}
"""What each answer means, as pages and the JSON of the command line say it."""


@dataclass(frozen=True)
class Bukti:
    """Something at hand that helps a person to judge: what it is, and where it opens."""

    kalimat: str
    tautan: str = ""


@dataclass(frozen=True)
class Point:
    """One point of a form: its number, what it states, and where in the report that stands."""

    nomor: str
    pernyataan: str
    letak: str = ""


@dataclass(frozen=True)
class Jawaban:
    """The answer to one point. ``dibandingkan`` is the source of a "ya"; ``bukti`` is at hand."""

    nomor: str
    pernyataan: str
    jawab: Jawab
    letak: str
    alasan: str
    dibandingkan: str = ""
    bukti: tuple[Bukti, ...] = ()


def compared(point: Point, source: str, differences: str, reason: str) -> Jawaban:
    """Yes where nothing differs from ``source``, no with what does."""
    if differences:
        return _answer(point, TIDAK, f"Berbeda: {differences}.", source)
    return _answer(point, YA, reason, source)


def filled(point: Point, lacking: str, reason: str) -> Jawaban:
    """Filled when nothing is lacking, and not more than that; no with what is lacking."""
    if lacking:
        return _answer(point, TIDAK, f"Kurang: {lacking}.")
    return _answer(point, TERISI, reason)


def for_person(point: Point, reason: str) -> Jawaban:
    return _answer(point, PERLU_ORANG, reason)


def not_asked(point: Point, reason: str) -> Jawaban:
    return _answer(point, TIDAK_BERLAKU, reason)


def _answer(point: Point, jawab: Jawab, reason: str, source: str = "") -> Jawaban:
    return Jawaban(point.nomor, point.pernyataan, jawab, point.letak, reason, source)
