"""Soundness of the flow: every step can be reached, and every case can end."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from runut.core.findings import Level
from runut.core.sop.checks.model import Check, Hit
from runut.core.sop.flow import answers, ends, exits, starts
from runut.core.sop.model import SOP, Bentuk, Langkah
from runut.core.words.items import join_numbers

_DASAR: Final = "PermenPANRB 35/2012, simbol dan alur bagan"


def _no_such_target(sop: SOP) -> Iterable[Hit]:
    known = {step.no for step in sop.langkah}
    for step in sop.langkah:
        for way in step.lanjut:
            if way.ke not in known:
                yield Hit(
                    f"Langkah {step.no} berlanjut ke langkah {way.ke}, padahal langkah itu tidak "
                    "ada.",
                    step.no,
                )


def _decides_nothing(sop: SOP) -> Iterable[Hit]:
    for step in sop.langkah:
        labels = answers(step)
        if step.bentuk is Bentuk.KEPUTUSAN and (len(set(labels)) < 2 or None in labels):
            yield Hit(
                f"Keputusan pada langkah {step.no} belum mempunyai dua cabang yang berlabel "
                "berbeda.",
                step.no,
                tingkat=Level.BLOCKER if len(labels) > 1 else Level.WARNING,
            )


def _goes_on_after_the_end(sop: SOP) -> Iterable[Hit]:
    for step in sop.langkah:
        if step.bentuk is Bentuk.SELESAI and step.lanjut:
            yield Hit(
                f"Langkah {step.no} bersimbol selesai tetapi masih berlanjut ke langkah lain.",
                step.no,
            )


def _out_of_reach(sop: SOP) -> Iterable[Hit]:
    """One arrow that is missing cuts off a whole run of steps: one finding for each run."""
    forward = _forward(sop)
    reached = _closure(starts(sop), forward)
    lost = [step.no for step in sop.langkah if step.no not in reached]
    for no in lost:
        if no not in reached:
            run = _closure([no], forward) - reached
            reached |= run
            named = [other for other in lost if other in run]
            yield Hit(f"Langkah {join_numbers(named)} tidak pernah dicapai dari langkah awal.", no)


def _is_dead_end(step: Langkah, last: Sequence[str]) -> bool:
    return not step.lanjut and step.no not in last


def _dead_end(sop: SOP) -> Iterable[Hit]:
    last = ends(sop)
    for step in sop.langkah:
        if _is_dead_end(step, last):
            yield Hit(
                f"Langkah {step.no} buntu: tidak ada panah keluar, padahal bukan akhir prosedur.",
                step.no,
            )


def _never_ends(sop: SOP) -> Iterable[Hit]:
    last = ends(sop)
    backward = _backward(sop)
    dead = [step.no for step in sop.langkah if _is_dead_end(step, last)]
    ending = _closure((*last, *dead), backward)
    lost = [step.no for step in sop.langkah if step.no not in ending]
    if lost:
        yield Hit(f"Dari langkah {join_numbers(lost)} akhir prosedur tidak dapat dicapai.", lost[0])


def _forward(sop: SOP) -> dict[str, list[str]]:
    return {no: [way.ke for way in ways] for no, ways in exits(sop).items()}


def _backward(sop: SOP) -> dict[str, list[str]]:
    forward = _forward(sop)
    backward: dict[str, list[str]] = {no: [] for no in forward}
    for no, targets in forward.items():
        for target in targets:
            backward.setdefault(target, []).append(no)
    return backward


def _closure(begin: Iterable[str], edges: Mapping[str, Sequence[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(begin)
    while waiting:
        no = waiting.pop()
        if no not in seen:
            seen.add(no)
            waiting.extend(edges.get(no, ()))
    return seen


CHECKS_SOUNDNESS: Final = (
    Check(
        "aliran.tujuan-tidak-ada",
        "Tujuan panah tidak ada",
        "Panah menuju nomor langkah yang tidak ada.",
        Level.BLOCKER,
        "Perbaiki nomor tujuan pada simbol langkah itu.",
        _DASAR,
        _no_such_target,
    ),
    Check(
        "aliran.keputusan-kurang-cabang",
        "Keputusan kurang cabang",
        "Belah ketupat harus mempunyai paling sedikit dua cabang yang berlabel berbeda; dengan "
        "satu cabang kasus tetap berjalan, tanpa pilihan.",
        Level.BLOCKER,
        "Tuliskan kedua cabangnya, misalnya <Ya→8; Tidak→6>.",
        _DASAR,
        _decides_nothing,
    ),
    Check(
        "aliran.selesai-berlanjut",
        "Kapsul selesai berlanjut",
        "Kapsul selesai masih mempunyai panah keluar.",
        Level.WARNING,
        "Ganti simbolnya menjadi kotak, atau hapus panah keluarnya.",
        _DASAR,
        _goes_on_after_the_end,
    ),
    Check(
        "aliran.tidak-terjangkau",
        "Langkah tidak terjangkau",
        "Tidak ada jalan dari awal ke langkah itu; kasus berjalan tanpa melaluinya.",
        Level.WARNING,
        "Tambahkan panah menuju langkah itu, atau hapus langkahnya.",
        _DASAR,
        _out_of_reach,
    ),
    Check(
        "aliran.buntu",
        "Langkah buntu",
        "Langkah bukan akhir prosedur, tetapi tidak ada panah keluar; kasus lanjut ke baris di "
        "bawahnya.",
        Level.WARNING,
        "Tambahkan panah ke langkah berikutnya, atau beri simbol selesai.",
        _DASAR,
        _dead_end,
    ),
    Check(
        "aliran.tak-berujung",
        "Lingkaran tanpa jalan keluar",
        "Dari langkah itu akhir prosedur tidak dapat dicapai.",
        Level.BLOCKER,
        "Tambahkan jalan yang menuju akhir prosedur.",
        _DASAR,
        _never_ends,
    ),
)
