"""Rows as they are printed: every rendering takes its words from here.

``compute_printed`` is the law of such a row, from its printed words alone.
"""

from dataclasses import dataclass
from decimal import Decimal

from runut.core.kinerja.angka import format_nilai, format_persen, read_rupiah
from runut.core.kinerja.capaian import HasilCapaian, compute_capaian, compute_pair
from runut.core.kinerja.model import Indikator, Jenis, Nilai, Polaritas, Terukur
from runut.core.kinerja.predikat import SKALA_BAWAAN
from runut.core.kinerja.rumus import formula_text
from runut.core.kinerja.satuan import is_persen, normal_satuan
from runut.core.kinerja.terbaca import Pertanyaan
from runut.core.kinerja.triwulan import share_of_year
from runut.core.kinerja.tulisan import read_tulisan

BELUM_DIISI = "belum diisi"
BELUM_DIUKUR = "belum diukur"
KOSONG = "–"
_TANPA_SATUAN = frozenset(("", "-", "nilai", "indeks", "skor", "angka"))
_PERINGKAT = frozenset(("predikat", "opini", "kategori", "peringkat"))


@dataclass(frozen=True)
class BarisTercetak:
    """A printed row: capaian follows from target, realisasi and rumus as they stand here.

    ``lingkup`` is ``tahun`` or ``s.d. TW II``, ``acuan`` the target that was compared with.
    ``bagian_tahun`` says what share of the year's target a part of the year is, where that can be
    said. ``tercapai`` is None for a part of the year and where it cannot be said.
    """

    indikator: Indikator
    hasil: HasilCapaian
    target_tahun: str
    target: str
    realisasi: str
    rumus: str
    lingkup: str
    acuan: str
    capaian: str
    kategori: str
    tercapai: bool | None
    alasan: str
    kerja: str
    bagian_tahun: str = ""


def value_text(nilai: Nilai | None, satuan: str) -> str:
    """A bare figure with its unit, as a sentence says it.

    >>> value_text(Decimal(95), "%"), value_text(Decimal(12), "kasus"), value_text("BB", "predikat")
    ('95%', '12 kasus', 'BB')
    """
    unit = satuan.strip()
    bare = format_nilai(nilai)
    if nilai is None or isinstance(nilai, str) or unit.lower() in _TANPA_SATUAN | _PERINGKAT:
        return bare
    if normal_satuan(unit) in ("rp", "rupiah"):
        return f"Rp{bare}"
    return f"{bare}%" if is_persen(unit) else f"{bare} {unit}"


def figure_text(terukur: Terukur | None, satuan: str, kosong: str = KOSONG) -> str:
    """A figure as printed: its own words where it has any, with the unit if they name none.

    >>> figure_text(Terukur(Decimal(95), ""), "persen")
    '95%'
    """
    if terukur is None or terukur.nilai is None:
        return kosong
    words = terukur.tulisan
    if words is None:
        return value_text(terukur.nilai, satuan)
    if words.teks[-1:].isdigit() and words.jenis is Jenis.ANGKA and not words.satuan:
        return _with_unit(words.teks, satuan)
    return words.teks


def printed_row(indikator: Indikator, hasil: HasilCapaian | None = None) -> BarisTercetak:
    """The row of an indicator; of a part of the year where only that is known."""
    year = hasil or compute_capaian(indikator)
    shown = year.bagian or year
    satuan = indikator.satuan
    target = shown.ukur_target if shown.ukur_target.nilai is not None else indikator.target
    return BarisTercetak(
        indikator=indikator,
        hasil=shown,
        target_tahun=figure_text(indikator.target, satuan, BELUM_DIISI),
        target=figure_text(target, satuan, BELUM_DIISI),
        realisasi=figure_text(shown.ukur_realisasi, satuan, BELUM_DIUKUR),
        rumus=rule_text(indikator),
        lingkup=shown.lingkup.teks,
        acuan=shown.lingkup.acuan,
        capaian=shown.capaian_teks,
        kategori=shown.kategori or KOSONG,
        tercapai=year.is_tercapai,
        alasan=" ".join(dict.fromkeys(a for a in (year.alasan, shown.alasan) if a)),
        kerja=shown.kerja,
        bagian_tahun=_share_of_year(indikator, shown),
    )


def rule_text(indikator: Indikator) -> str:
    """The declared rule, as printed under the table: formula and cap."""
    cap = f"; batas {format_persen(indikator.batas)}" if indikator.batas is not None else ""
    return f"{formula_text(indikator)}{cap}"


def compute_printed(
    target: str,
    realisasi: str,
    polaritas: Polaritas,
    *,
    formula: str | None = None,
    batas: Decimal | None = None,
    skala: str = SKALA_BAWAAN,
    satuan: str = "",
    nilai_predikat: dict[str, Decimal] | None = None,
) -> HasilCapaian | Pertanyaan:
    """Capaian from the words of a printed row and its rule, where a dot is of thousands.

    >>> compute_printed("1.200 publikasi", "1.386 publikasi", Polaritas.NAIK).capaian_teks
    '115,50%'
    """
    figures = []
    for words, is_target in ((target, True), (realisasi, False)):
        found = _read_printed(words, polaritas, satuan, is_target)
        if isinstance(found, Pertanyaan):
            return found
        figures.append(found)
    indikator = Indikator(
        "", "", "", satuan, polaritas, figures[0], figures[1],
        formula=formula, batas=batas, skala=skala, nilai_predikat=nilai_predikat or {},
    )  # fmt: skip
    return compute_pair(indikator, figures[0], figures[1])


def _read_printed(
    words: str, polaritas: Polaritas, satuan: str, is_target: bool
) -> Terukur | Pertanyaan:
    if words in (KOSONG, BELUM_DIISI, BELUM_DIUKUR):
        return Terukur(None, "")
    bare = words.removesuffix(satuan).strip() if satuan else words
    found = read_tulisan(bare, polaritas, satuan, is_target=is_target, read=read_rupiah)
    if isinstance(found, Pertanyaan):
        found = read_tulisan(words, polaritas, satuan, is_target=is_target, read=read_rupiah)
    return found if isinstance(found, Pertanyaan) else Terukur(found.nilai, "", found.tulisan)


def _with_unit(teks: str, satuan: str) -> str:
    unit = satuan.strip()
    if unit.lower() in _TANPA_SATUAN | _PERINGKAT:
        return teks
    return f"{teks}%" if is_persen(unit) else f"{teks} {unit}"


def _share_of_year(indikator: Indikator, shown: HasilCapaian) -> str:
    """``26,50% dari target tahun``, of a part of the year."""
    share = share_of_year(indikator, shown.ukur_realisasi) if shown.lingkup.is_bagian else None
    return "" if share is None else f"{format_persen(share)} dari target tahun"
