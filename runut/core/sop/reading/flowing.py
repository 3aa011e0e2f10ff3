"""Ways out of every step: as drawn, as written in a mark, else to the row below."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from runut.core.findings import Finding, Level, Place
from runut.core.sop.model import Bentuk, Langkah, Lanjut
from runut.core.sop.reading.asal import Asal, field_key
from runut.core.sop.reading.people import People
from runut.core.sop.reading.ways import Exit, Exits, is_no

_NEXT_ROW: Final = 0.75
_NEXT_ROW_UNDRAWN: Final = 0.85
"""How sure a way to the next row is where the form draws no way at all."""
_LABELLED: Final = 0.7
_PICTURED: Final = "Simbolnya berupa gambar; mungkin sebuah keputusan yang cabangnya berlabel."
_OTHER_LABEL: Final = {"ya": "Tidak", "tidak": "Ya"}


@dataclass
class Flow:
    """The steps with their ways, the origin of the ways, and what was odd."""

    langkah: list[Langkah] = field(default_factory=list)
    asal: dict[str, Asal] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def flow_of(
    steps: Sequence[Langkah],
    people: Sequence[People],
    exits: Exits,
) -> Flow:
    """The symbol and the ways out of every step, in the order of the form."""
    flow = Flow()
    for place, plain in enumerate(steps):
        own = [one for one in exits.ways if one.start == place]
        has_incoming = any(one.end == place for one in exits.ways)
        bentuk = _bentuk(people[place], place, len(steps), own, has_incoming=has_incoming)
        step = replace(plain, bentuk=bentuk)
        mark = people[place].mark
        if mark is not None and mark.lanjut is not None:
            flow.langkah.append(replace(step, lanjut=mark.lanjut))
            continue
        _take(flow, steps, step, place, exits)
        key = field_key("lanjut", step.no)
        if people[place].is_pictured and len(own) > 1 and not all(one.jika for one in own):
            flow.asal[key] = Asal(Place(langkah=step.no), keyakinan=0.6, alasan=_PICTURED)
    return flow


def _bentuk(
    people: People, place: int, count: int, own: Sequence[Exit], *, has_incoming: bool
) -> Bentuk:
    """What a capsule means: a start where the procedure begins, else an end."""
    if people.mark is not None and people.mark.is_capsule_open:
        return Bentuk.MULAI if place == 0 else Bentuk.SELESAI
    if not people.is_capsule:
        return people.bentuk or Bentuk.PROSES
    if place == 0:
        return Bentuk.MULAI
    if place == count - 1 or not own:
        return Bentuk.SELESAI
    return Bentuk.SELESAI if has_incoming and not own else Bentuk.MULAI


def _take(
    flow: Flow,
    steps: Sequence[Langkah],
    step: Langkah,
    place: int,
    exits: Exits,
) -> None:
    own = [one for one in exits.ways if one.start == place]
    free = [label for at, label in exits.unled if at == place]
    key = field_key("lanjut", step.no)
    below = steps[place + 1].no if place + 1 < len(steps) else None
    ways = [
        (steps[one.end].no, one.jika) for one in sorted(own, key=lambda one: _order(one, place))
    ]
    sure, alasan = min((one.keyakinan for one in own), default=1.0), ""
    if sure < 0.8:
        told = next((one.alasan for one in own if one.alasan), "")
        alasan = told or "Ujung panahnya tidak tergambar tepat pada simbol."
    if step.bentuk is Bentuk.SELESAI and not own:
        flow.langkah.append(replace(step, lanjut=()))
        return
    if step.bentuk is Bentuk.KEPUTUSAN:
        has_inner = any(one.step == place for one in exits.inner)
        ways, guessed = (ways, "") if has_inner else _decided(ways, below, place, steps)
        if not guessed and (other := _unled(ways, free, place, steps)):
            ways, guessed = [*ways, other], f"Cabang “{other[1]}” tertulis, tetapi tanpa panah."
        doubt = "" if guessed or (has_inner and len(own) < 2) else _doubt(own, place)
        if doubt:
            sure, alasan = min(sure, 0.6), doubt
            flow.findings.append(_doubted(step, doubt))
        if guessed:
            sure, alasan = min(sure, 0.7), guessed
            flow.findings.append(_guessed(step, guessed))
    elif not ways and below:
        ways = [(below, None)]
        sure = _NEXT_ROW if exits.ways else _NEXT_ROW_UNDRAWN
        alasan = "Panah keluarnya tidak terbaca; dilanjutkan ke baris berikutnya."
    label = next((jika for _, jika in ways if jika), None)
    if label and step.bentuk is not Bentuk.KEPUTUSAN and sure >= _LABELLED:
        sure = _LABELLED
        alasan = f"Panahnya berlabel “{label}”, padahal simbolnya bukan keputusan."
    flow.langkah.append(replace(step, lanjut=tuple(Lanjut(ke, jika) for ke, jika in ways)))
    flow.asal[key] = Asal(Place(langkah=step.no), keyakinan=sure, alasan=alasan)


def _order(one: Exit, place: int) -> tuple[bool, int]:
    """Forward ways first, the next row before all: the order in which forms are read."""
    return (one.end <= place, abs(one.end - place))


def _decided(
    ways: list[tuple[str, str | None]], below: str | None, place: int, steps: Sequence[Langkah]
) -> tuple[list[tuple[str, str | None]], str]:
    """The exits of a decision; the one that is missing or has no label, where the other says it."""
    labels = [jika for _, jika in ways if jika]
    other = _OTHER_LABEL.get(labels[0].casefold()) if len(labels) == 1 else None
    if len(ways) == 2 and other:
        named: list[tuple[str, str | None]] = [(ke, jika or other) for ke, jika in ways]
        return named, f"Label “{other}” tidak terbaca dan disimpulkan dari label cabang lainnya."
    nos = [step.no for step in steps]
    if len(ways) == 1 and below and ways[0][0] != below:
        is_back = nos.index(ways[0][0]) <= place
        jika = other if labels else None
        if is_back or is_no(ways[0][1]):
            return [(below, jika), *ways], "Cabang ke baris berikutnya tidak tergambar."
    if not ways and below:
        return [(below, None)], "Cabang keputusan ini tidak terbaca dari gambarnya."
    return ways, ""


def _doubt(own: Sequence[Exit], place: int) -> str:
    """Why the answers of a decision may stand at the wrong exits: drawn too near, or reversed."""
    if told := next((one.alasan for one in own if one.jika and one.alasan), ""):
        return told
    if len(own) == 1:
        return "Hanya satu cabangnya yang terbaca dari gambarnya."
    if not all(one.jika for one in own):
        return "Ada cabang yang labelnya tidak terbaca."
    forward = [one.jika for one in own if one.end > place and one.jika]
    back = [one.jika for one in own if one.end <= place and one.jika]
    if forward and back and all(map(is_no, forward)) and not any(map(is_no, back)):
        return f"“{forward[0]}” membawa maju dan “{back[0]}” membawa kembali; mungkin tertukar."
    return ""


def _doubted(step: Langkah, alasan: str) -> Finding:
    return Finding(
        "baca.label-cabang-kurang-pasti",
        Level.WARNING,
        f"Label cabang keputusan langkah {step.no} belum pasti. {alasan}",
        "Pastikan cabang mana yang Ya dan mana yang Tidak.",
        Place(langkah=step.no),
    )


def _unled(
    ways: Sequence[tuple[str, str | None]],
    free: Sequence[str],
    place: int,
    steps: Sequence[Langkah],
) -> tuple[str, str | None] | None:
    """The second exit of a decision whose label stands there without a line: the next row that
    the first exit does not lead to."""
    if len(ways) != 1 or not free or not ways[0][1] or is_no(ways[0][1]) is is_no(free[0]):
        return None
    after = (step.no for step in steps[place + 1 :] if step.no != ways[0][0])
    no = next(after, None)
    return (no, free[0]) if no else None


def _guessed(step: Langkah, alasan: str) -> Finding:
    return Finding(
        "baca.cabang-disimpulkan",
        Level.WARNING,
        f"Keputusan pada langkah {step.no}: {alasan[0].lower()}{alasan[1:]}",
        "Periksa kedua cabang keputusan itu dan labelnya.",
        Place(langkah=step.no),
    )
