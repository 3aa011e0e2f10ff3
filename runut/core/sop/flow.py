"""The steps of an SOP as a graph: which step follows which, and whether every case can end.

In the form, flow is top to bottom; whatever else happens is written at the step as its exits.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from runut.core.findings import Finding, Level, Place
from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut

_DASAR: Final = "PermenPANRB 35/2012, simbol dan alur bagan"


def next_row(nos: Sequence[str], place: int, bentuk: Bentuk) -> tuple[Lanjut, ...]:
    """The way out where none is written: the row below; a last or ending step has none."""
    if bentuk is Bentuk.SELESAI or place + 1 >= len(nos):
        return ()
    return (Lanjut(nos[place + 1]),)


def with_next_rows(langkah: Sequence[Langkah], written: Sequence[bool]) -> tuple[Langkah, ...]:
    """The steps with the row below as way out wherever nothing was ``written``."""
    nos = [step.no for step in langkah]
    return tuple(
        step if is_written else replace(step, lanjut=next_row(nos, place, step.bentuk))
        for place, (step, is_written) in enumerate(zip(langkah, written, strict=True))
    )


def exits(sop: SOP) -> dict[str, tuple[Lanjut, ...]]:
    """The ways out of each step, in the order of the form."""
    return {step.no: step.lanjut for step in sop.langkah}


def back_edges(sop: SOP) -> tuple[tuple[str, str], ...]:
    """Pairs of steps (from, to) where the flow goes back up to an earlier row, or to itself."""
    place = {step.no: row for row, step in enumerate(sop.langkah)}
    return tuple(
        (step.no, way.ke)
        for row, step in enumerate(sop.langkah)
        for way in step.lanjut
        if place.get(way.ke, len(place)) <= row
    )


def ends(sop: SOP) -> tuple[str, ...]:
    """The steps at which a case ends: the closing capsules, else the last row."""
    capsules = tuple(step.no for step in sop.langkah if step.bentuk is Bentuk.SELESAI)
    return capsules or tuple(step.no for step in sop.langkah[-1:])


def starts(sop: SOP) -> tuple[str, ...]:
    """The steps at which a case starts: the opening capsules, else the first row."""
    capsules = tuple(step.no for step in sop.langkah if step.bentuk is Bentuk.MULAI)
    return capsules or tuple(step.no for step in sop.langkah[:1])


def check_soundness(sop: SOP) -> tuple[Finding, ...]:
    """Whether every step can be reached and every case can end; decisions have labelled exits."""
    found: list[Finding] = []
    for step in sop.langkah:
        found.extend(_check_exits(sop, step))
    return (*found, *_check_reach(sop))


def _check_exits(sop: SOP, step: Langkah) -> Iterable[Finding]:
    known = {other.no for other in sop.langkah}
    for way in step.lanjut:
        if way.ke not in known:
            yield _finding(
                "aliran.tujuan-tidak-ada",
                step,
                f"Langkah {step.no} berlanjut ke langkah {way.ke}, padahal langkah itu tidak ada.",
                "Perbaiki nomor tujuan pada simbol langkah itu.",
            )
    labels = [way.jika for way in step.lanjut]
    if step.bentuk is Bentuk.KEPUTUSAN and (len(set(labels)) < 2 or None in labels):
        yield _finding(
            "aliran.keputusan-kurang-cabang",
            step,
            f"Keputusan pada langkah {step.no} belum mempunyai dua cabang yang berlabel berbeda.",
            "Tuliskan kedua cabangnya, misalnya <Ya→8; Tidak→6>.",
        )
    if step.bentuk is Bentuk.SELESAI and step.lanjut:
        yield _finding(
            "aliran.selesai-berlanjut",
            step,
            f"Langkah {step.no} bersimbol selesai tetapi masih berlanjut ke langkah lain.",
            "Ganti simbolnya menjadi kotak, atau hapus panah keluarnya.",
            Level.WARNING,
        )


def _check_reach(sop: SOP) -> Iterable[Finding]:
    forward = {no: [way.ke for way in ways] for no, ways in exits(sop).items()}
    backward: dict[str, list[str]] = {no: [] for no in forward}
    for no, targets in forward.items():
        for target in targets:
            backward.setdefault(target, []).append(no)
    last = ends(sop)
    reached, ending = _closure(starts(sop), forward), _closure(last, backward)
    for step in sop.langkah:
        if step.no not in reached:
            yield _finding(
                "aliran.tidak-terjangkau",
                step,
                f"Langkah {step.no} tidak pernah dicapai dari langkah awal.",
                "Tambahkan panah menuju langkah itu, atau hapus langkahnya.",
            )
        if not step.lanjut and step.no not in last:
            yield _finding(
                "aliran.buntu",
                step,
                f"Langkah {step.no} buntu: tidak ada panah keluar, padahal bukan akhir prosedur.",
                "Tambahkan panah ke langkah berikutnya, atau beri simbol selesai.",
            )
        elif step.no not in ending:
            yield _finding(
                "aliran.tak-berujung",
                step,
                f"Dari langkah {step.no} akhir prosedur tidak dapat dicapai.",
                "Tambahkan jalan yang menuju akhir prosedur.",
            )


def _closure(begin: Iterable[str], edges: Mapping[str, Sequence[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(begin)
    while waiting:
        no = waiting.pop()
        if no not in seen:
            seen.add(no)
            waiting.extend(edges.get(no, ()))
    return seen


def _finding(
    kode: str, step: Langkah, pesan: str, usul: str, tingkat: Level = Level.BLOCKER
) -> Finding:
    return Finding(kode, tingkat, pesan, usul, Place(langkah=step.no), _DASAR)
