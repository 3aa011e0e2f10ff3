"""Whether the parts of a plan and its budget refer to each other soundly, and what goes unused."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja.anggaran import shared_lines
from runut.core.kinerja.angka import format_exact, format_rupiah
from runut.core.kinerja.model import (
    Anggaran,
    DataKinerja,
    Indikator,
    Polaritas,
    Sasaran,
    Terukur,
)
from runut.core.kinerja.rumus import FORMULA, JARAK
from runut.core.kinerja.sejenis import direction_conflict
from runut.core.kinerja.uang import rupiah_of, sasaran_ids_of

_SERATUS = Decimal(100)


def check_keterkaitan(data: DataKinerja) -> tuple[Finding, ...]:
    """Every finding about what stands above or below what, and about the parts of the money."""
    return (
        *_nodes(data.simpul),
        *(f for i in data.indikators for f in _sub_indicator(data, i)),
        *(f for i in data.indikators for f in _unused_formula(i)),
        *(f for i in data.indikators for f in _senses(i)),
        *_shares(data),
        *(f for a in data.anggaran for f in _changes(a)),
        *(f for a in data.anggaran for f in _quarters(a)),
    )


def _finding(
    kode: str, sel: str, pesan: str, usul: str, *, tentang: str, tingkat: Level = Level.WARNING
) -> Finding:
    lembar, _, alamat = sel.partition("!")
    where = f"Lembar {lembar}, sel {alamat}: " if alamat else ""
    return Finding(kode, tingkat, where + pesan, usul, Place(sel=sel or None), tentang=tentang)


def _nodes(simpul: Sequence[Sasaran]) -> Iterator[Finding]:
    above = {one.id: one.induk_id for one in simpul}
    for one in simpul:
        if one.induk_id and one.induk_id not in above:
            yield _finding(
                "induk_tidak_dikenal",
                one.sel,
                f"induk '{one.induk_id}' dari {one.id} tidak ada di lembar ini.",
                f"Pakai salah satu: {', '.join(sorted(above))}.",
                tentang=one.id,
                tingkat=Level.BLOCKER,
            )
        elif _is_ring(one.id, above):
            yield _finding(
                "induk_melingkar",
                one.sel,
                f"{one.id} berada di bawah dirinya sendiri.",
                "Betulkan ID induknya.",
                tentang=one.id,
                tingkat=Level.BLOCKER,
            )


def _sub_indicator(data: DataKinerja, indikator: Indikator) -> Iterator[Finding]:
    if not indikator.induk_id:
        return
    known = {one.id: one for one in data.indikators}
    induk = known.get(indikator.induk_id)
    if induk is None:
        pesan = f"indikator induk '{indikator.induk_id}' tidak ada di lembar ini."
        kode, usul = "induk_tidak_dikenal", "Pakai ID indikator yang ada, atau kosongkan."
    elif _is_ring(indikator.id, {one.id: one.induk_id for one in data.indikators}):
        pesan = f"{indikator.id} menjadi sub-indikator dirinya sendiri."
        kode, usul = "induk_melingkar", "Betulkan ID indikator induknya."
    elif induk.sasaran_id != indikator.sasaran_id:
        pesan = (
            f"sub-indikator {indikator.id} di sasaran {indikator.sasaran_id}, padahal induknya "
            f"{induk.id} di {induk.sasaran_id}."
        )
        kode, usul = "induk_lain_sasaran", "Samakan ID sasarannya."
    else:
        return
    yield _finding(kode, indikator.sel, pesan, usul, tentang=indikator.id, tingkat=Level.BLOCKER)


def _is_ring(kode: str, above: dict[str, str]) -> bool:
    seen, at = {kode}, above.get(kode, "")
    while at and at not in seen:
        seen.add(at)
        at = above.get(at, "")
    return bool(at)


def _unused_formula(indikator: Indikator) -> Iterator[Finding]:
    """A formula that was declared where the polarity has no choice."""
    has_choice = indikator.polaritas is Polaritas.RENTANG or (
        indikator.polaritas is Polaritas.TURUN and indikator.formula != JARAK
    )
    if indikator.formula in FORMULA and not has_choice:
        yield _finding(
            "rumus_tidak_dipakai",
            indikator.sel,
            f"rumus {indikator.formula} tidak dipakai pada polaritas {indikator.polaritas.value}.",
            "Kosongkan kolom Rumus, atau betulkan polaritasnya.",
            tentang=f"{indikator.id} {indikator.formula}",
            tingkat=Level.INFO,
        )


def _senses(indikator: Indikator) -> Iterator[Finding]:
    """The words of targets beside that of the year; the year's own is told by its capaian."""
    others = (
        *indikator.target_triwulan,
        *indikator.renstra.values(),
        *indikator.riwayat_target.values(),
    )
    for target in others:
        conflict = direction_conflict(indikator, target)
        if conflict:
            yield _finding(
                "arah_target",
                target.sel,
                f"{conflict[0].lower()}{conflict[1:]}",
                "Periksa target dan polaritasnya.",
                tentang=f"{indikator.id} {conflict}",
            )


def _shares(data: DataKinerja) -> Iterator[Finding]:
    for line in data.anggaran:
        total = sum(line.bagian.values(), Decimal(0))
        if line.bagian and total != _SERATUS:
            yield _finding(
                "bagian_tidak_penuh",
                line.sel,
                f"bagian sasaran {line.kode} berjumlah {format_exact(total)}%, jadi sisanya tidak "
                "terkait dengan sasaran.",
                "Tulis bagian yang berjumlah 100, atau biarkan bila memang begitu.",
                tentang=f"{line.kode} {total}",
            )
    for line in shared_lines(data):
        ids = ", ".join(sasaran_ids_of(data, line))
        yield _finding(
            "dipakai_bersama",
            line.sel,
            f"{line.kode} menunjang {ids} tanpa bagian masing-masing; uangnya disebut dipakai "
            "bersama dan tidak dihitung pada salah satunya.",
            "Tulis bagiannya bila diketahui, misalnya S1=60; S2=40.",
            tentang=f"{line.kode} {ids}",
            tingkat=Level.INFO,
        )


def _changes(line: Anggaran) -> Iterator[Finding]:
    """The pagu that counts is the last one that was decided."""
    steps = (line.pagu_perubahan, line.pagu_pergeseran, line.pagu_awal)
    last = next((rupiah_of(s) for s in steps if s is not None and s.nilai is not None), None)
    pagu = rupiah_of(line.pagu)
    if last is not None and pagu is not None and last != pagu:
        yield _finding(
            "pagu_berbeda",
            line.pagu.sel,
            f"pagu {line.kode} {format_rupiah(pagu)}, padahal pagu terakhir yang ditulis "
            f"{format_rupiah(last)}.",
            "Betulkan salah satunya; laporan memakai kolom Pagu.",
            tentang=f"{line.kode} {pagu} {last}",
        )


def _quarters(line: Anggaran) -> Iterator[Finding]:
    money = [rupiah_of(one) for one in line.realisasi_triwulan]
    known = [one for one in money if one is not None]
    year = rupiah_of(line.realisasi)
    if len(known) < len(money):
        if known and year is None:
            yield _money_finding(
                line,
                "realisasi_sebagian",
                f"baru terisi {len(known)} dari 4 triwulan, jadi realisasi setahun belum ada.",
                "Isi triwulan berikutnya, atau kolom Realisasi.",
            )
        return
    if not known or year is None or sum(known) == year:
        return
    if known == sorted(known) and known[-1] == year:
        yield _money_finding(
            line,
            "realisasi_triwulan_kumulatif",
            "realisasi triwulannya tampaknya jumlah sampai dengan triwulan itu.",
            "Tulis uang setiap triwulan sendiri-sendiri.",
        )
        return
    yield _money_finding(
        line,
        "realisasi_triwulan_tidak_sama",
        f"realisasi setahun {format_rupiah(year)}, padahal jumlah triwulannya "
        f"{format_rupiah(sum(known, Decimal(0)))}.",
        "Betulkan salah satunya; laporan memakai realisasi setahun.",
    )


def _money_finding(line: Anggaran, kode: str, pesan: str, usul: str) -> Finding:
    place: Terukur = line.realisasi
    return _finding(kode, place.sel, f"{line.kode}: {pesan}", usul, tentang=f"{line.kode} {kode}")
