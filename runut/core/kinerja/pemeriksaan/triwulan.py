"""The quarters of an indicator against its year, against their targets and against each other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from runut.core.findings import Finding, Level
from runut.core.kinerja.angka import format_nilai, round_half_up
from runut.core.kinerja.model import Agregasi, Indikator, Polaritas, Terukur
from runut.core.kinerja.pemeriksaan.lonjakan import is_jump
from runut.core.kinerja.pemeriksaan.temuan import finding_at
from runut.core.kinerja.satuan import counts_things
from runut.core.kinerja.triwulan import agregasi_of, gather_year

_ROMAN = ("I", "II", "III", "IV")
_EMPTY = Terukur(None, "")


def check_triwulan(indikator: Indikator) -> Iterator[Finding]:
    """What does not fit together in the quarters."""
    if indikator.agregasi is Agregasi.JUMLAH and indikator.polaritas is Polaritas.PREDIKAT:
        yield finding_at(
            "predikat_dijumlahkan",
            indikator.sel,
            "predikat tidak dapat dijumlahkan.",
            "Ganti agregasi menjadi akhir.",
            tentang=indikator.id,
        )
    yield from _undeclared(indikator)
    yield from _against_year(indikator)
    yield from _against_targets(indikator)
    yield from _falling(indikator)


def filled_quarters(triwulan: Sequence[Terukur]) -> list[int]:
    """Which quarters are filled in, counted from 0."""
    return [q for q, terukur in enumerate(triwulan) if terukur.nilai is not None]


def _undeclared(indikator: Indikator) -> Iterator[Finding]:
    filled = filled_quarters(indikator.realisasi_triwulan)
    if len(filled) > 1 and agregasi_of(indikator) is None:
        yield finding_at(
            "agregasi_kosong",
            indikator.sel,
            f"triwulan '{indikator.nama}' terisi, tetapi cara menjadikannya setahun belum dipilih.",
            "Isi kolom Agregasi.",
            tentang=indikator.id,
        )
    gaps = [_ROMAN[q] for q in range(max(filled, default=0)) if q not in filled]
    if filled and gaps:
        yield finding_at(
            "triwulan_terlewat",
            indikator.realisasi_triwulan[filled[-1]].sel,
            f"realisasi TW {_ROMAN[filled[-1]]} '{indikator.nama}' terisi, TW {', '.join(gaps)} "
            "kosong.",
            "Isi yang terlewat, atau biarkan bila memang tidak diukur.",
            Level.INFO,
            tentang=f"{indikator.id} {','.join(gaps)}",
        )


def _against_year(indikator: Indikator) -> Iterator[Finding]:
    """The four quarters, put together as declared, must give the figure of the year."""
    if indikator.agregasi is None:
        return
    for apa, tahunan, triwulan in (
        ("target", indikator.target, indikator.target_triwulan),
        ("realisasi", indikator.realisasi, indikator.realisasi_triwulan),
    ):
        if tahunan.nilai is None or len(filled_quarters(triwulan)) < len(_ROMAN):
            continue
        bare = replace(indikator, target=_EMPTY, realisasi_triwulan=triwulan)
        made = gather_year(replace(bare, target_triwulan=())).realisasi
        if made.nilai is not None and not _is_same(made, tahunan):
            yield finding_at(
                "triwulan_tidak_cocok",
                tahunan.sel,
                f"{apa} tahun {format_nilai(tahunan.nilai)} tidak sama dengan hasil triwulannya, "
                f"{format_nilai(made.nilai)}.",
                "Betulkan salah satunya, atau periksa agregasinya.",
                tentang=f"{indikator.id} {apa} {tahunan.nilai} {made.nilai}",
            )


def _is_same(one: Terukur, other: Terukur) -> bool:
    """The same to two decimals: a mean or a quotient is written rounded."""
    a, b = one.nilai, other.nilai
    if isinstance(a, Decimal) and isinstance(b, Decimal):
        return round_half_up(a) == round_half_up(b)
    return a == b


def _against_targets(indikator: Indikator) -> Iterator[Finding]:
    """A quarter many times its own target, or a small part of it: a slipped comma."""
    pairs = zip(_ROMAN, indikator.target_triwulan, indikator.realisasi_triwulan, strict=False)
    for roman, target, realisasi in pairs:
        if is_jump(target, realisasi):
            yield finding_at(
                "triwulan_janggal",
                realisasi.sel,
                f"realisasi TW {roman} {format_nilai(realisasi.nilai)} berbeda berkali lipat dari "
                f"targetnya, {format_nilai(target.nilai)}.",
                "Periksa letak komanya.",
                tentang=f"{indikator.id} TW {roman} {realisasi.nilai} {target.nilai}",
            )


def _falling(indikator: Indikator) -> Iterator[Finding]:
    """A count that is cumulative cannot fall."""
    if indikator.agregasi is not Agregasi.AKHIR or indikator.polaritas is not Polaritas.NAIK:
        return
    filled = [(n, t) for t in indikator.realisasi_triwulan if isinstance(n := t.nilai, Decimal)]
    for (one, _), (then, following) in pairwise(filled):
        if then < one and counts_things(indikator.satuan):
            yield finding_at(
                "kumulatif_turun",
                following.sel,
                f"realisasi triwulan '{indikator.nama}' turun dari {format_nilai(one)} ke "
                f"{format_nilai(then)}, padahal angkanya kumulatif.",
                "Periksa angkanya; bila per triwulan, pilih agregasi jumlah.",
                tentang=f"{indikator.id} {one} {then}",
            )
