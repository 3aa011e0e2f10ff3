"""Whether the data of a year hang together: references, sums, and figures that look like slips."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja.anggaran import (
    KEGIATAN,
    PROGRAM,
    SUB,
    JumlahAnggaran,
    is_below,
    sub_lines,
    total_of,
)
from runut.core.kinerja.angka import divide, format_nilai, format_persen, format_rupiah
from runut.core.kinerja.aturan import CAPAIAN_WAJAR, LONJAKAN_WAJAR
from runut.core.kinerja.capaian import compute_capaian, other_formula_note
from runut.core.kinerja.model import (
    Agregasi,
    Anggaran,
    DataKinerja,
    Indikator,
    Nilai,
    Polaritas,
    Terukur,
)


def check_data(data: DataKinerja) -> tuple[Finding, ...]:
    """Every finding about the data as a whole; the places are those of its cells."""
    return (
        *_emptiness(data),
        *_doubles("ID sasaran", ((s.id, s.sel) for s in data.sasarans)),
        *_doubles("ID indikator", ((i.id, i.sel) for i in data.indikators)),
        *_doubles("Kode anggaran", ((a.kode, a.sel) for a in data.anggaran)),
        *_doubles("Analisis sasaran", ((a.sasaran_id, a.sel) for a in data.analisis)),
        *_references(data),
        *(f for i in data.indikators for f in check_indikator(i, data.tahun)),
        *(f for a in data.anggaran for f in _budget_line(data, a)),
    )


def check_indikator(indikator: Indikator, tahun: int) -> tuple[Finding, ...]:
    """What is missing or looks like a slip in one indicator of the report year ``tahun``."""
    return (
        *_missing_figures(indikator),
        *_jumps(indikator, tahun),
        *_unlikely(indikator),
        *_quarters(indikator),
    )


def _finding(kode: str, sel: str, pesan: str, usul: str, tingkat: Level = Level.WARNING) -> Finding:
    lembar, _, alamat = sel.partition("!")
    where = f"Lembar {lembar}, sel {alamat}: " if alamat else ""
    return Finding(kode, tingkat, where + pesan, usul, Place(sel=sel or None))


def _emptiness(data: DataKinerja) -> Iterator[Finding]:
    if not data.sasarans:
        yield _finding(
            "tanpa_sasaran",
            "Sasaran!A4",
            "belum ada sasaran.",
            "Isi paling sedikit satu sasaran.",
            Level.BLOCKER,
        )
    if not data.indikators:
        yield _finding(
            "tanpa_indikator",
            "Indikator!A4",
            "belum ada indikator.",
            "Isi paling sedikit satu indikator.",
            Level.BLOCKER,
        )
    for sasaran in data.sasarans:
        if data.indikators and not data.indikators_of(sasaran.id):
            yield _finding(
                "sasaran_tanpa_indikator",
                sasaran.sel,
                f"sasaran {sasaran.id} belum punya indikator.",
                "Tambahkan indikatornya pada lembar Indikator.",
            )


def _doubles(apa: str, ids: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for kode, sel in ids:
        if kode and kode in first:
            yield _finding(
                "id_ganda",
                sel,
                f"{apa} '{kode}' sudah dipakai di sel {first[kode].partition('!')[2]}.",
                "Pakai ID yang berbeda.",
                Level.BLOCKER,
            )
        first.setdefault(kode, sel)


def _references(data: DataKinerja) -> Iterator[Finding]:
    known = {s.id for s in data.sasarans}
    uses = [
        *((i.sasaran_id, i.sel) for i in data.indikators),
        *((s, a.sel) for a in data.anggaran for s in a.sasaran_ids),
        *((a.sasaran_id, a.sel) for a in data.analisis),
    ]
    for kode, sel in uses:
        if kode and kode not in known:
            yield _finding(
                "sasaran_tidak_dikenal",
                sel,
                f"baris ini menyebut sasaran '{kode}' yang tidak ada di lembar Sasaran.",
                f"Pakai salah satu: {', '.join(sorted(known)) or 'belum ada sasaran'}.",
                Level.BLOCKER,
            )


def _missing_figures(indikator: Indikator) -> Iterator[Finding]:
    if indikator.target.nilai is None and not indikator.target_triwulan:
        yield _finding(
            "target_kosong",
            indikator.target.sel,
            f"target '{indikator.nama}' belum diisi.",
            "Isi target menurut Perjanjian Kinerja.",
        )
    if indikator.realisasi.nilai is None:
        yield _finding(
            "belum_diukur",
            indikator.realisasi.sel,
            f"realisasi '{indikator.nama}' belum diisi.",
            "Isi hasil ukurnya; bila memang tidak diukur, jelaskan pada analisis.",
            Level.INFO,
        )
    if indikator.standar_nasional is None and not indikator.tanpa_standar_nasional:
        yield _finding(
            "standar_belum_dijawab",
            indikator.sel,
            f"standar nasional '{indikator.nama}' belum dijawab.",
            "Isi standarnya beserta sumbernya, atau tulis: tidak ada.",
            Level.INFO,
        )


def _jumps(indikator: Indikator, tahun: int) -> Iterator[Finding]:
    """Far more or far less than in the last earlier year: most often a slipped comma."""
    pairs = (
        ("realisasi", indikator.realisasi, indikator.riwayat),
        ("target", indikator.target, indikator.riwayat_target),
    )
    for apa, sekarang, riwayat in pairs:
        years = [y for y in riwayat if y < tahun and riwayat[y].nilai is not None]
        if years and _is_jump(riwayat[max(years)].nilai, sekarang.nilai):
            yield _finding(
                "lonjakan",
                sekarang.sel,
                f"{apa} {format_nilai(sekarang.nilai)} berbeda berkali lipat dari "
                f"{format_nilai(riwayat[max(years)].nilai)} pada {max(years)}.",
                "Periksa letak koma, persen, dan satuannya.",
            )


def _is_jump(lama: Nilai | None, baru: Nilai | None) -> bool:
    if not isinstance(lama, Decimal) or not isinstance(baru, Decimal) or lama <= 0 or baru <= 0:
        return False
    ratio = divide(max(lama, baru), min(lama, baru))
    return ratio >= LONJAKAN_WAJAR.nilai


def _unlikely(indikator: Indikator) -> Iterator[Finding]:
    capaian = compute_capaian(indikator).capaian
    if capaian is not None and capaian > CAPAIAN_WAJAR.nilai:
        yield _finding(
            "capaian_tinggi",
            indikator.realisasi.sel,
            f"capaian '{indikator.nama}' {format_persen(capaian)}, di atas "
            f"{format_persen(CAPAIAN_WAJAR.nilai)}.",
            "Periksa angka dan satuannya, atau jelaskan mengapa target terlalu rendah.",
        )
    note = other_formula_note(indikator)
    if note:
        yield _finding(
            "rumus_lain", indikator.sel, note, "Pastikan rumusnya memang disepakati.", Level.INFO
        )
    if _mixes_kinds(indikator.target, indikator.realisasi):
        yield _finding(
            "jenis_nilai_berbeda",
            indikator.realisasi.sel,
            "target dan realisasi tidak sejenis (predikat dan angka).",
            "Isi keduanya sebagai predikat, atau keduanya sebagai angka.",
        )
    elif _lacks_predicate_value(indikator):
        yield _finding(
            "predikat_tanpa_nilai",
            indikator.realisasi.sel,
            compute_capaian(indikator).alasan or "",
            "Isi kolom Nilai predikat.",
        )


def _mixes_kinds(target: Terukur, realisasi: Terukur) -> bool:
    return isinstance(target.nilai, str) != isinstance(realisasi.nilai, str) and None not in (
        target.nilai,
        realisasi.nilai,
    )


def _lacks_predicate_value(indikator: Indikator) -> bool:
    is_full = isinstance(indikator.target.nilai, str) and isinstance(indikator.realisasi.nilai, str)
    return is_full and compute_capaian(indikator).capaian is None


def _quarters(indikator: Indikator) -> Iterator[Finding]:
    """The four quarters, put together as declared, must give the figure of the year."""
    if indikator.agregasi is Agregasi.JUMLAH and indikator.polaritas is Polaritas.PREDIKAT:
        yield _finding(
            "predikat_dijumlahkan",
            indikator.sel,
            "predikat tidak dapat dijumlahkan.",
            "Ganti agregasi menjadi akhir.",
        )
    for apa, tahunan, triwulan in (
        ("target", indikator.target, indikator.target_triwulan),
        ("realisasi", indikator.realisasi, indikator.realisasi_triwulan),
    ):
        year = _year_of(indikator, [t.nilai for t in triwulan])
        if None not in (year, tahunan.nilai) and year != tahunan.nilai:
            yield _finding(
                "triwulan_tidak_cocok",
                tahunan.sel,
                f"{apa} tahun {format_nilai(tahunan.nilai)} tidak sama dengan hasil triwulannya, "
                f"{format_nilai(year)}.",
                "Betulkan salah satunya, atau periksa agregasinya.",
            )


def _year_of(indikator: Indikator, figures: list[Nilai | None]) -> Nilai | None:
    """What four filled quarters make; None when they are not four, or nothing is declared."""
    if len(figures) < 4 or None in figures:
        return None
    if indikator.agregasi is Agregasi.AKHIR:
        return figures[-1]
    numbers = [f for f in figures if isinstance(f, Decimal)]
    if indikator.agregasi is Agregasi.JUMLAH and len(numbers) == len(figures):
        return sum(numbers, Decimal(0))
    return None


def _budget_line(data: DataKinerja, line: Anggaran) -> Iterator[Finding]:
    below = () if line.tingkat == SUB else sub_lines(data, line.kode)
    if below:
        yield from _sums(line, total_of(below))
        return
    yield from _overspent(line)
    if line.tingkat == SUB:
        yield from _sub_line(data, line)


def _overspent(line: Anggaran) -> Iterator[Finding]:
    pagu, realisasi = line.pagu.nilai, line.realisasi.nilai
    if isinstance(pagu, Decimal) and isinstance(realisasi, Decimal) and realisasi > pagu:
        yield _finding(
            "realisasi_melebihi_pagu",
            line.realisasi.sel,
            f"realisasi {format_rupiah(realisasi)} melebihi pagu {format_rupiah(pagu)}.",
            "Periksa angkanya, atau pakai pagu setelah perubahan.",
        )


def _sums(line: Anggaran, jumlah: JumlahAnggaran) -> Iterator[Finding]:
    for apa, terukur, sum_below in (
        ("pagu", line.pagu, jumlah.pagu),
        ("realisasi", line.realisasi, jumlah.realisasi),
    ):
        if isinstance(terukur.nilai, Decimal) and terukur.nilai != sum_below:
            yield _finding(
                f"{apa}_tidak_sama",
                terukur.sel,
                f"{apa} {line.tingkat} {line.kode} {format_rupiah(terukur.nilai)}, padahal jumlah "
                f"sub kegiatannya {format_rupiah(sum_below)}.",
                "Betulkan salah satunya; laporan memakai jumlah sub kegiatan.",
            )


def _sub_line(data: DataKinerja, line: Anggaran) -> Iterator[Finding]:
    for apa, terukur in (("pagu", line.pagu), ("realisasi", line.realisasi)):
        if terukur.nilai is None:
            yield _finding(
                f"{apa}_kosong",
                terukur.sel,
                f"{apa} {line.kode} belum diisi.",
                "Isi dengan rupiah; 0 bila memang tidak ada.",
            )
    above = [a for a in data.anggaran if a.tingkat != SUB and is_below(line.kode, a.kode)]
    lacking = {PROGRAM, KEGIATAN} - {a.tingkat for a in above}
    for tingkat in sorted(lacking):
        yield _finding(
            "induk_anggaran_hilang",
            line.sel,
            f"sub kegiatan {line.kode} tidak punya {tingkat} di atasnya.",
            f"Tambahkan baris {tingkat} dengan kode awalnya.",
        )
