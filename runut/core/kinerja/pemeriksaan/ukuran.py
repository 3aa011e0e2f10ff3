"""Figures against their unit: percent of a whole, things that are counted whole, negatives."""

import re
from collections.abc import Iterator
from decimal import Decimal

from runut.core.findings import Finding
from runut.core.kinerja.angka import format_exact
from runut.core.kinerja.model import Indikator, Jenis, Polaritas, Rentang, Terukur
from runut.core.kinerja.pemeriksaan.temuan import finding_at
from runut.core.kinerja.satuan import counts_things, is_other_kind, is_persen

_WHOLE = Decimal(100)
_GROWS = re.compile(r"pertumbuhan|\blaju|kenaikan|peningkatan|penurunan|perubahan|selisih|deviasi")
_MEANS = re.compile(r"rata[- ]rata|rerata|rasio|indeks|\bper\b")
_OF_TIME = ("hari", "jam", "menit", "kali", "bulan", "tahun", "rupiah")
_OUT_OF_100 = re.compile(
    r"\b(?:nilai|skor)\b.*\b(?:sakip|akip|lakip|ikm|reformasi birokrasi|maturitas|merit|spbe)\b"
    r"|kepuasan masyarakat"
)


def figures_of(indikator: Indikator) -> list[tuple[str, Terukur]]:
    """Every figure of the year with its name: target, realisasi, and those of the quarters."""
    quarters = ("I", "II", "III", "IV")
    return [
        ("target", indikator.target),
        ("realisasi", indikator.realisasi),
        *((f"target TW {q}", t) for q, t in zip(quarters, indikator.target_triwulan, strict=False)),
        *(
            (f"realisasi TW {q}", t)
            for q, t in zip(quarters, indikator.realisasi_triwulan, strict=False)
        ),
    ]


def check_ukuran(indikator: Indikator) -> Iterator[Finding]:
    """Asks where a figure and its unit do not go together; once for each kind of oddity."""
    numbers = [
        (apa, terukur, nilai)
        for apa, terukur in figures_of(indikator)
        for nilai in _numbers(terukur)
    ]
    satuan, nama = indikator.satuan.strip(), indikator.nama.lower()
    grows = _GROWS.search(nama) is not None
    over = [n for n in numbers if n[2] > _WHOLE]
    if over and is_persen(satuan) and not grows:
        yield _asked(
            indikator,
            "persen_lebih_seratus",
            over,
            "lebih dari 100 persen",
            "Periksa angkanya; bila bagian memang dapat melebihi keseluruhan, jelaskan.",
        )
    elif over and _OUT_OF_100.search(nama) and not is_persen(satuan):
        yield _asked(
            indikator, "nilai_lebih_seratus", over, "di atas 100", "Periksa letak komanya."
        )
    if is_persen(satuan) and _is_fraction(indikator):
        yield _asked(
            indikator,
            "persen_pecahan",
            numbers[:2],
            "bersatuan persen tetapi tidak lebih dari 1",
            "Bila maksudnya bagian dari 1, tulis persennya: 97, bukan 0,97.",
        )
    negative = [n for n in numbers if n[2] < 0]
    if negative and not grows and (is_persen(satuan) or counts_things(satuan)):
        yield _asked(
            indikator, "angka_negatif", negative, f"negatif ({satuan})", "Periksa tandanya."
        )
    yield from _of_other_unit(indikator)
    broken = [n for n in numbers if n[2] != n[2].to_integral_value()]
    if broken and _is_counted_whole(satuan, nama):
        yield _asked(
            indikator,
            "bukan_bilangan_bulat",
            broken,
            f"pecahan, padahal satuannya {satuan}",
            "Periksa letak koma dan satuannya.",
        )


def _of_other_unit(indikator: Indikator) -> Iterator[Finding]:
    """A figure that says its unit itself, and another one than the indicator or the target."""
    said = [("satuan indikator", indikator.satuan, indikator.sel)]
    said += [
        (apa, terukur.tulisan.satuan, terukur.sel)
        for apa, terukur in figures_of(indikator)
        if terukur.tulisan is not None and terukur.jenis is not Jenis.PECAHAN
    ]
    for n, (apa, satuan, sel) in enumerate(said):
        other = next((one for one in said[:n] if is_other_kind(one[1], satuan)), None)
        if other is not None:
            yield finding_at(
                "satuan_berbeda",
                sel,
                f"{apa} '{indikator.nama}' bersatuan {satuan}, padahal {other[0]} {other[1]}.",
                "Tulis semuanya dalam satuan yang sama.",
                tentang=f"{indikator.id} {apa} {satuan} {other[1]}",
            )
            return


def _asked(
    indikator: Indikator,
    kode: str,
    numbers: list[tuple[str, Terukur, Decimal]],
    what: str,
    usul: str,
) -> Finding:
    said = ", ".join(f"{apa} {format_exact(nilai)}" for apa, _, nilai in numbers)
    return finding_at(
        kode,
        numbers[0][1].sel,
        f"'{indikator.nama}': {said} {what}.",
        usul,
        tentang=f"{indikator.id} {said}",
    )


def _numbers(terukur: Terukur) -> tuple[Decimal, ...]:
    nilai = terukur.nilai
    if terukur.jenis in (Jenis.TANGGAL, Jenis.ADA, Jenis.TINGKAT):
        return ()
    if isinstance(nilai, Rentang):
        return nilai.low, nilai.high
    return (nilai,) if isinstance(nilai, Decimal) else ()


def _is_fraction(indikator: Indikator) -> bool:
    """Both at most 1 where more is better: a share typed as a part of one."""
    both = [indikator.target.nilai, indikator.realisasi.nilai]
    return indikator.polaritas is Polaritas.NAIK and all(
        isinstance(n, Decimal) and 0 < n <= 1 for n in both
    )


def _is_counted_whole(satuan: str, nama: str) -> bool:
    is_of_time = satuan.lower().split()[:1] and satuan.lower().split()[0] in _OF_TIME
    return counts_things(satuan) and not is_of_time and not _MEANS.search(nama)
