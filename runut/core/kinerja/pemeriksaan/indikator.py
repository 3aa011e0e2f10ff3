"""What is missing or looks like a slip in one indicator of the report year."""

from collections.abc import Container, Iterator
from dataclasses import replace
from decimal import Decimal

from runut.core.findings import Finding, Level
from runut.core.kinerja.angka import divide, format_nilai, format_persen
from runut.core.kinerja.aturan import CAPAIAN_WAJAR
from runut.core.kinerja.capaian import HasilCapaian, compute_capaian, other_formula_note
from runut.core.kinerja.model import Agregasi, Indikator, Polaritas, Rentang
from runut.core.kinerja.pemeriksaan.arah import check_arah
from runut.core.kinerja.pemeriksaan.lonjakan import check_lonjakan
from runut.core.kinerja.pemeriksaan.temuan import finding_at
from runut.core.kinerja.pemeriksaan.triwulan import check_triwulan
from runut.core.kinerja.pemeriksaan.ukuran import check_ukuran
from runut.core.kinerja.pemeriksaan.wajar import CAPAIAN_RENDAH
from runut.core.kinerja.sejenis import comparable
from runut.core.kinerja.triwulan import agregasi_of


def check_indikator(
    indikator: Indikator, tahun: int, *, ditolak: Container[str] = ()
) -> tuple[Finding, ...]:
    """Findings about one indicator of the report year ``tahun``.

    ``ditolak`` are places that were refused already: that they are empty is not said again.
    """
    jumps = tuple(check_lonjakan(indikator, tahun))
    own = (f"{indikator.id} realisasi ", f"{indikator.id} target ")
    planned = f"{indikator.id} target Renstra "
    is_told = any(f.tentang.startswith(own) and not f.tentang.startswith(planned) for f in jumps)
    return (
        *_missing_figures(indikator, ditolak),
        *jumps,
        *_capaian(indikator, is_told=is_told),
        *check_ukuran(indikator),
        *check_arah(indikator),
        *check_triwulan(indikator),
    )


def _missing_figures(indikator: Indikator, ditolak: Container[str]) -> Iterator[Finding]:
    target, realisasi = indikator.target, indikator.realisasi
    if target.nilai is None and not indikator.target_triwulan and target.sel not in ditolak:
        yield finding_at(
            "target_kosong",
            target.sel,
            f"target '{indikator.nama}' belum diisi.",
            "Isi target menurut Perjanjian Kinerja.",
            tentang=indikator.id,
        )
    if realisasi.nilai is None and realisasi.sel not in ditolak:
        yield from _unmeasured(indikator)
    if indikator.standar_nasional is None and not indikator.tanpa_standar_nasional:
        yield finding_at(
            "standar_belum_dijawab",
            indikator.sel,
            f"standar nasional '{indikator.nama}' belum dijawab.",
            "Isi standarnya beserta sumbernya, atau tulis: tidak ada.",
            Level.INFO,
            tentang=indikator.id,
        )


def _unmeasured(indikator: Indikator) -> Iterator[Finding]:
    """No figure of the year: a part of the year is no capaian of it; four quarters may make it."""
    hasil = compute_capaian(indikator)
    part = hasil.bagian
    if part is not None:
        said = f"{part.lingkup.teks} {format_nilai(part.realisasi)}"
        if part.capaian is not None:
            said += f" ({part.capaian_teks} dari {part.lingkup.acuan}{_of_year(indikator, part)})"
        yield finding_at(
            "baru_sebagian_tahun",
            indikator.realisasi.sel,
            f"realisasi setahun '{indikator.nama}' belum ada; baru {said}.",
            "Isi triwulan berikutnya dan realisasi setahun; sebelum itu tidak dihitung tercapai.",
            tentang=f"{indikator.id} {said}",
        )
    elif hasil.realisasi is None:
        yield finding_at(
            "belum_diukur",
            indikator.realisasi.sel,
            f"realisasi '{indikator.nama}' belum diisi.",
            "Isi hasil ukurnya; bila memang tidak diukur, jelaskan pada analisis.",
            Level.INFO,
            tentang=indikator.id,
        )


def _of_year(indikator: Indikator, part: HasilCapaian) -> str:
    """The same as a share of the year's target, where quarters add up to it."""
    target, realisasi = indikator.target.nilai, part.realisasi
    if part.lingkup.is_target_tahun or agregasi_of(indikator) is not Agregasi.JUMLAH:
        return ""
    if not isinstance(target, Decimal) or not isinstance(realisasi, Decimal) or target <= 0:
        return ""
    return f"; {format_persen(divide(realisasi * 100, target))} dari target tahun"


def _capaian(indikator: Indikator, *, is_told: bool) -> Iterator[Finding]:
    hasil = compute_capaian(indikator)
    note = other_formula_note(indikator)
    if note:
        yield finding_at(
            "rumus_lain",
            indikator.sel,
            note,
            "Pastikan rumusnya memang disepakati.",
            Level.INFO,
            tentang=f"{indikator.id} {note}",
        )
    both = comparable(indikator, indikator.target, indikator.realisasi)
    if None in (indikator.target.nilai, indikator.realisasi.nilai):
        yield from _impossible(indikator)
    elif hasil.capaian is not None:
        yield from _unlikely(indikator, hasil.capaian, is_told=is_told)
    elif _lacks_range_rule(indikator):
        yield _about(
            indikator,
            "rumus_rentang_ditanya",
            f"realisasi {format_nilai(indikator.realisasi.nilai)} di luar rentang "
            f"{format_nilai(indikator.target.nilai)}, dan kolom Rumus kosong.",
            "Isi Rumus: lan bila makin kecil makin baik, rasio bila makin besar makin baik, jarak "
            "bila keduanya buruk.",
        )
    elif isinstance(indikator.realisasi.nilai, str):
        usul = "Isi kolom Nilai predikat."
        yield _about(indikator, "predikat_tanpa_nilai", hasil.alasan or "", usul)
    elif isinstance(both, str):
        yield _about(
            indikator, "jenis_nilai_berbeda", both, "Tulis keduanya dengan cara yang sama."
        )
    else:
        yield from _impossible(indikator)


def _impossible(indikator: Indikator) -> Iterator[Finding]:
    """A target with which no realisasi could ever be computed: 0 or less."""
    if indikator.target.nilai is None:
        return
    measured = indikator.realisasi
    if measured.nilai is None and not isinstance(indikator.target.nilai, Rentang):
        measured = indikator.target
    hasil = compute_capaian(replace(indikator, realisasi=measured))
    if measured.nilai is None:
        return
    if hasil.capaian is None and hasil.alasan:
        yield finding_at(
            "tidak_dapat_dihitung",
            indikator.target.sel,
            f"capaian '{indikator.nama}' tidak dapat dihitung. {hasil.alasan}",
            "Periksa target dan polaritasnya.",
            tentang=f"{indikator.id} target {indikator.target.nilai} {hasil.alasan}",
        )


def _unlikely(indikator: Indikator, capaian: Decimal | None, *, is_told: bool) -> Iterator[Finding]:
    if capaian is None or is_told or indikator.realisasi.nilai is None:
        return
    if capaian > CAPAIAN_WAJAR.nilai:
        yield _about(
            indikator,
            "capaian_tinggi",
            f"capaian '{indikator.nama}' {format_persen(capaian)}, di atas "
            f"{format_persen(CAPAIAN_WAJAR.nilai)}.",
            "Periksa angka dan satuannya, atau jelaskan mengapa target terlalu rendah.",
        )
    elif capaian < CAPAIAN_RENDAH.nilai and indikator.realisasi.nilai != 0:
        yield _about(
            indikator,
            "capaian_rendah",
            f"capaian '{indikator.nama}' {format_persen(capaian)}, di bawah "
            f"{format_persen(CAPAIAN_RENDAH.nilai)}.",
            "Periksa letak koma dan satuannya, atau jelaskan penyebabnya.",
        )


def _about(indikator: Indikator, kode: str, pesan: str, usul: str) -> Finding:
    return finding_at(
        kode,
        indikator.realisasi.sel,
        pesan,
        usul,
        tentang=f"{indikator.id} {indikator.target.nilai} {indikator.realisasi.nilai}",
    )


def _lacks_range_rule(indikator: Indikator) -> bool:
    target, realisasi = indikator.target.nilai, indikator.realisasi.nilai
    return (
        indikator.polaritas is Polaritas.RENTANG
        and indikator.formula is None
        and isinstance(target, Rentang)
        and isinstance(realisasi, Decimal)
        and not target.low <= realisasi <= target.high
    )
