"""Capaian: how much of its target an indicator reached, with the working printed.

The law of a row: capaian = f(target printed, realisasi printed, rule printed). A figure of a part
of the year is never the year's.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from runut.core.kinerja.angka import format_exact, format_near, format_persen, round_half_up
from runut.core.kinerja.aturan import CAPAIAN_TERCAPAI, CAPAIAN_TERENDAH
from runut.core.kinerja.gabungan import format_cell
from runut.core.kinerja.model import Indikator, Jenis, Nilai, Polaritas, Rentang, Sisi, Terukur
from runut.core.kinerja.predikat import kategori_of
from runut.core.kinerja.rumus import (
    LAN,
    RASIO,
    Hitungan,
    ada,
    apply_formula,
    formula_text,
    tanggal,
)
from runut.core.kinerja.satuan import is_persen
from runut.core.kinerja.sejenis import comparable, direction_conflict, is_reached
from runut.core.kinerja.triwulan import (
    ROMAWI,
    Kumpulan,
    gather_part,
    gather_year,
    share_of_year,
)

BELUM_DIUKUR = "Belum diukur."
DI_LUAR_RENTANG = "di luar rentang"
TEPAT_DI_BATAS = "tepat pada batas"
_TAHUN_PENUH = 4
_KOSONG = Terukur(None, "")


@dataclass(frozen=True)
class Lingkup:
    """What a row is about: the year, or the quarters up to one, against whose target."""

    sampai: int = _TAHUN_PENUH
    is_bagian: bool = False
    is_target_tahun: bool = True
    """False: compared with the target of those quarters."""

    @property
    def teks(self) -> str:
        """``tahun`` or ``s.d. TW II``."""
        return f"s.d. TW {ROMAWI[self.sampai - 1]}" if self.is_bagian else "tahun"

    @property
    def acuan(self) -> str:
        """Which target the figure was compared with, in words."""
        return "target tahun" if self.is_target_tahun else f"target {self.teks}"


TAHUN_PENUH = Lingkup()


@dataclass(frozen=True)
class HasilCapaian:
    """Capaian in percent (two decimals, half up), its category, a remark, and the working.

    ``capaian`` None means not measured or not computable, never 0; ``alasan`` then says why.
    ``alasan`` beside a number names the rule that bent it (floor, cap, zero). ``target`` and
    ``realisasi`` are the two figures that were compared, put together from quarters where needed;
    ``ukur_target`` and ``ukur_realisasi`` the same with their words and cells.

    ``tercapai`` compares the two figures themselves; None where that cannot be said. Where only a
    part of the year is known, ``capaian`` of the year is None and ``bagian`` holds that part.
    """

    capaian: Decimal | None
    kategori: str | None
    alasan: str | None
    kerja: str
    target: Nilai | None = None
    realisasi: Nilai | None = None
    tercapai: bool | None = None
    lingkup: Lingkup = TAHUN_PENUH
    persen: Decimal | None = None
    """Capaian before rounding."""
    ukur_target: Terukur = _KOSONG
    ukur_realisasi: Terukur = _KOSONG
    bagian: "HasilCapaian | None" = None

    @property
    def is_tercapai(self) -> bool | None:
        """Whether the target of the year was reached; None when it cannot be said."""
        return None if self.lingkup.is_bagian else self.tercapai

    @property
    def capaian_teks(self) -> str:
        """The percentage as printed: never rounded across 100."""
        if self.capaian is None:
            return "–"
        return format_persen(self.capaian) if self.persen is None else format_near(self.persen)

    @property
    def sebab(self) -> str:
        """Why the target was missed, where the percentage alone would say otherwise or is missing.

        A strict target ("< 150") that is met exactly stands at 100 and is missed; so may a result
        outside its range.
        """
        full = CAPAIAN_TERCAPAI.nilai
        is_plain = self.persen is not None and self.persen < full
        if self.tercapai is not False or is_plain:
            return ""
        return DI_LUAR_RENTANG if isinstance(self.target, Rentang) else TEPAT_DI_BATAS

    @property
    def is_terhitung(self) -> bool:
        """Whether it belongs into a mean: a figure of the year, not a result out of its range."""
        return self.capaian is not None and not self.lingkup.is_bagian and self.kategori is not None


def compute_capaian(indikator: Indikator) -> HasilCapaian:
    """Capaian of the year; from the quarters when only they are filled in.

    The year's own figure counts when it is there: it is the one that was verified.
    """
    if indikator.realisasi.nilai is not None:
        target = indikator.target
        if target.nilai is None:
            target = gather_year(indikator).target
        return compute_pair(indikator, target, indikator.realisasi)
    if not any(r.nilai is not None for r in indikator.realisasi_triwulan):
        return compute_pair(indikator, indikator.target, indikator.realisasi)
    year = gather_year(indikator)
    if year.is_lengkap:
        return _of(indikator, year)
    part = compute_triwulan(indikator)
    kerja = formula_text(indikator)
    alasan = year.alasan or _only_a_part(indikator, part)
    return HasilCapaian(
        None, None, alasan, kerja, indikator.target.nilai, None,
        ukur_target=indikator.target, bagian=part,
    )  # fmt: skip


def compute_pair(
    indikator: Indikator, target: Terukur, realisasi: Terukur, asal: str = ""
) -> HasilCapaian:
    """Capaian of two figures; ``asal`` says how they were put together."""
    bare = HasilCapaian(
        None, None, None, formula_text(indikator), target.nilai, realisasi.nilai,
        ukur_target=target, ukur_realisasi=realisasi,
    )  # fmt: skip
    alasan = _missing(target, realisasi) or direction_conflict(indikator, target)
    if alasan is not None:
        return replace(bare, alasan=alasan)
    pair = comparable(indikator, target, realisasi)
    if isinstance(pair, str):
        return replace(bare, alasan=pair)
    t, r = pair
    raw = _raw(indikator, target, t, r)
    tercapai = is_reached(indikator, target, t, r)
    kerja = f"{asal}{_quotients(indikator, target, realisasi)}"
    if raw.persen is None:
        is_range = isinstance(t, Rentang)
        return replace(
            bare,
            alasan=raw.alasan,
            kerja=f"{kerja}{raw.kerja}",
            tercapai=tercapai if is_range else None,
        )
    done = _bounded(raw, indikator.batas)
    persen = done.persen or Decimal(0)
    return replace(
        bare,
        capaian=round_half_up(persen),
        kategori=_kategori(indikator, persen, tercapai, isinstance(t, Rentang)),
        alasan=_remark(done, target, tercapai, persen),
        kerja=f"{kerja}{done.kerja}",
        tercapai=tercapai,
        persen=persen,
    )


def compute_triwulan(indikator: Indikator, sampai: int = _TAHUN_PENUH) -> HasilCapaian:
    """Capaian from the quarters up to number ``sampai``, put together as declared.

    ``jumlah``: the sum of the filled realisasi over the sum of the targets of those quarters.
    ``akhir`` (also when nothing is declared): the last filled quarter. ``rata-rata``: the means.
    ``rasio``: x and y each added up. Quarters without targets are set against the year's.
    """
    return _of(indikator, gather_part(indikator, sampai))


def other_formula_note(indikator: Indikator) -> str | None:
    """A warning when the other common formula would give this result another category.

    Only where two formulas are in use: lower is better, and a range read in that sense.
    """
    if indikator.polaritas is not Polaritas.TURUN or indikator.target.jenis is Jenis.TANGGAL:
        return None
    other = LAN if indikator.formula == RASIO else RASIO
    ours = compute_capaian(indikator)
    theirs = compute_capaian(replace(indikator, formula=other))
    if ours.capaian is None or theirs.capaian is None or ours.kategori == theirs.kategori:
        return None
    return (
        f"Peringatan: dengan rumus {formula_text(replace(indikator, formula=other))} capaian "
        f"menjadi {format_persen(theirs.capaian)} ({theirs.kategori}), bukan "
        f"{format_persen(ours.capaian)} ({ours.kategori}). Cantumkan rumus yang dipakai."
    )


def _of(indikator: Indikator, found: Kumpulan) -> HasilCapaian:
    """The result of figures that were put together from quarters."""
    lingkup = (
        TAHUN_PENUH
        if found.is_lengkap
        else Lingkup(found.sampai, is_bagian=True, is_target_tahun=found.is_target_tahun)
    )
    if found.alasan is not None:
        return HasilCapaian(
            None, None, found.alasan, formula_text(indikator), found.target.nilai,
            found.realisasi.nilai, lingkup=lingkup,
            ukur_target=found.target, ukur_realisasi=found.realisasi,
        )  # fmt: skip
    hasil = compute_pair(indikator, found.target, found.realisasi, found.asal)
    if lingkup.is_bagian and found.is_target_tahun and hasil.capaian is not None:
        # a share of the year is no grade: there was no target for this part
        hasil = replace(hasil, kategori=None, tercapai=None)
    return replace(hasil, lingkup=lingkup)


def _only_a_part(indikator: Indikator, part: HasilCapaian) -> str:
    share = share_of_year(indikator, part.ukur_realisasi)
    said = "" if share is None else f" ({format_persen(share)} dari target tahun)"
    done = format_cell(part.ukur_realisasi)
    return f"Baru {part.lingkup.teks}: {done}{said}; capaian tahun belum dapat dihitung."


def _missing(target: Terukur, realisasi: Terukur) -> str | None:
    if realisasi.nilai is None:
        return BELUM_DIUKUR
    return "Target belum diisi." if target.nilai is None else None


def _raw(indikator: Indikator, target: Terukur, t: Nilai, r: Nilai) -> Hitungan:
    if isinstance(t, Decimal) and isinstance(r, Decimal):
        if target.jenis is Jenis.TANGGAL:
            return tanggal(t, r, is_before=target.sisi is Sisi.KURANG)
        if target.jenis is Jenis.ADA:
            return ada(r)
    return apply_formula(indikator, t, r)


def _quotients(indikator: Indikator, *figures: Terukur) -> str:
    """How a quotient became the percentage that is computed with."""
    parts = []
    for huruf, one in zip("TR", figures, strict=True):
        words = one.tulisan
        if words is None or words.x is None or words.y is None:
            continue
        if words.jenis is Jenis.PECAHAN and one.nilai != words.x:
            times = " × 100" if is_persen(indikator.satuan) else ""
            parts.append(f"{huruf} = {format_exact(words.x)} ÷ {format_exact(words.y)}{times}; ")
    return "".join(parts)


def _bounded(hitungan: Hitungan, batas: Decimal | None) -> Hitungan:
    if hitungan.persen is None:
        return hitungan
    floor = CAPAIAN_TERENDAH.nilai
    if hitungan.persen < floor:
        lowest = format_persen(floor)
        return Hitungan(
            floor,
            f"{hitungan.kerja}, dicatat {lowest}",
            f"Hasil hitungan negatif; capaian paling rendah {lowest}.",
        )
    if batas is not None and hitungan.persen > batas:
        return Hitungan(
            batas,
            f"{hitungan.kerja}, dibatasi {format_persen(batas)}",
            f"Capaian dibatasi {format_persen(batas)} sebagaimana dinyatakan pada indikator.",
        )
    return hitungan


def _kategori(
    indikator: Indikator, persen: Decimal, tercapai: bool | None, is_range: bool
) -> str | None:
    """The category; none for a result outside its range that the formula puts at 100 or above.

    Whoever missed the target has no category that begins at 100, not by rounding either.
    """
    capaian = round_half_up(persen)
    full = CAPAIAN_TERCAPAI.nilai
    if is_range and tercapai is False and capaian >= full:
        return None
    if tercapai is False and full <= capaian:
        capaian = full - Decimal("0.01")
    return kategori_of(capaian, indikator.skala).nama


def _remark(done: Hitungan, target: Terukur, tercapai: bool | None, persen: Decimal) -> str | None:
    if tercapai is False and round_half_up(persen) >= CAPAIAN_TERCAPAI.nilai:
        if isinstance(target.nilai, Rentang):
            lead = "Realisasi di luar rentang, jadi target tidak tercapai."
        elif persen < CAPAIAN_TERCAPAI.nilai:
            lead = f"Target belum tercapai; capaiannya {format_near(persen)}."
        else:
            wanted = "kurang" if target.sisi is Sisi.KURANG else "lebih"
            lead = (
                f"Realisasi tepat pada batas, sedangkan target menghendaki {wanted} dari itu; jadi "
                "target tidak tercapai."
            )
        return f"{lead} {done.alasan}" if done.alasan else lead
    return done.alasan
