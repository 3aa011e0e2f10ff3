"""The sentences of the report: one fact each, read in the direction of the polarity."""

from collections.abc import Sequence

from runut.core.kinerja.anggaran import JumlahAnggaran
from runut.core.kinerja.angka import format_rupiah
from runut.core.kinerja.cetak import printed_row
from runut.core.kinerja.deret import Arah
from runut.core.kinerja.rekap import BarisCapaian, RekapCapaian
from runut.core.report.blocks import Figure, Inline, Line, line
from runut.core.report.lakip.figures import (
    capaian_figure,
    count,
    measured,
    percent,
)
from runut.core.report.lakip.rows import part_figure
from runut.core.words.items import join_words

_VERBS = {Arah.MEMBAIK: "membaik", Arah.MEMBURUK: "memburuk", Arah.TETAP: "tetap"}


def status_sentence(row: BarisCapaian, tahun: int) -> Line:
    """Capaian of an indicator against this year's target; a miss is said plainly."""
    indikator, hasil = row.indikator, row.hasil
    if hasil.bagian is not None:
        return line(f"{indikator.nama}: ", *part_words(row))
    if hasil.capaian is None:
        reason = hasil.alasan or "Capaian tidak dapat dihitung."
        return line(f"{indikator.nama}: {reason[0].lower()}{reason[1:]}")
    why = f" (realisasi {hasil.sebab})" if hasil.sebab else ""
    end = f" Target tidak tercapai{why}." if hasil.is_tercapai is False else ""
    kategori = f" ({hasil.kategori})" if hasil.kategori else ""
    return line(
        f"Realisasi {indikator.nama} tahun {tahun} sebesar ",
        measured(indikator.realisasi, indikator.satuan),
        " dari target ",
        measured(indikator.target, indikator.satuan),
        ", atau capaian ",
        capaian_figure(hasil),
        f"{kategori}.{end}",
    )


def part_words(row: BarisCapaian) -> tuple[Inline | str, ...]:
    """What is known of a year that is not over, against the target that belongs to it."""
    printed = printed_row(row.indikator, row.hasil)
    part = row.hasil.bagian
    lead = (f"{printed.lingkup} terealisasi ", part_figure(printed))
    share = f" ({printed.bagian_tahun})" if printed.bagian_tahun else ""
    if part is None or part.capaian is None:
        why = (part.alasan if part else None) or row.hasil.alasan or ""
        return (*lead, f"{share}. {why}".rstrip())
    if part.lingkup.is_target_tahun:
        return (*lead, f"{share}, target tahun {printed.target}.")
    of_part = (
        ", atau ",
        Figure(printed.capaian, f"dihitung: {printed.kerja}"),
        f" dari {printed.acuan} ",
        Figure(printed.target, f"dihitung: {printed.kerja}"),
    )
    return (*lead, *of_part, f"{share}.")


def year_sentences(rekap: RekapCapaian, total: JumlahAnggaran, lead: str = "") -> tuple[Line, Line]:
    """Results and money of the year; nothing of what the data do not have."""
    return (
        counts_sentence(rekap, lead) if rekap.jumlah else (),
        budget_sentence(total) if total.pagu or total.realisasi else (),
    )


def not_yet_sentence(tahun: int, rows: Sequence[BarisCapaian], end: str) -> Line:
    """One sentence for all indicators of which the year says nothing yet."""
    codes = join_words([row.indikator.id for row in rows])
    return line(f"{codes}: realisasi tahun {tahun} belum terukur setahun penuh, sehingga {end}.")


def mean_source(rekap: RekapCapaian) -> str:
    """Over what a mean was made."""
    return f"rata-rata {rekap.dirata_rata} capaian yang terukur setahun penuh"


def counts_sentence(rekap: RekapCapaian, lead: str = "") -> Line:
    """How many of the indicators reached their target, how many did not, how many say nothing."""
    begin = f"{lead}dari " if lead else "Dari "
    whole = (begin, count(rekap.jumlah, "jumlah indikator"), " indikator, ")
    if rekap.jumlah and belum_dinilai(rekap) == rekap.jumlah:
        return line(*whole, "belum ada yang dapat dinilai setahun penuh", *_partly(rekap), ".")
    parts: list[Figure | str] = [
        *whole,
        count(rekap.tercapai, "jumlah indikator yang realisasinya mencapai target"),
        " mencapai atau melebihi target dan ",
        count(rekap.tidak_tercapai, "jumlah indikator yang realisasinya di bawah target"),
        " belum.",
        *_unmeasured(rekap),
    ]
    if rekap.rata_rata is not None:
        mean = percent(rekap.rata_rata, mean_source(rekap))
        number = count(rekap.dirata_rata, "jumlah indikator yang terukur setahun penuh")
        return line(*parts, " Rata-rata capaian ", number, " indikator yang terukur ", mean, ".")
    why = rekap.alasan_rata_rata
    return line(*parts, *((f" {why}",) if why else ()))


def _unmeasured(rekap: RekapCapaian) -> tuple[Figure | str, ...]:
    """Those of which the year says nothing are neither reached nor missed, and in no mean."""
    rest = belum_dinilai(rekap)
    if not rest:
        return ()
    number = count(rest, "indikator tanpa realisasi setahun atau tanpa target")
    return (
        " Sebanyak ",
        number,
        " indikator belum dapat dinilai",
        *_partly(rekap),
        "; tidak dihitung tercapai, tidak dihitung nol.",
    )


def _partly(rekap: RekapCapaian) -> tuple[Figure | str, ...]:
    if not rekap.sebagian:
        return ()
    number = count(rekap.sebagian, "indikator yang baru terukur sebagian tahun")
    return (" (", number, " baru terukur sebagian tahun)")


def belum_dinilai(rekap: RekapCapaian) -> int:
    """The indicators of which nobody can say yet whether the target was reached."""
    return rekap.jumlah - rekap.tercapai - rekap.tidak_tercapai


def categories_sentence(rekap: RekapCapaian) -> Line:
    """How many indicators are in each category."""
    parts: list[Figure | str] = []
    for kategori, number in rekap.per_kategori.items():
        parts += [
            "; " if parts else "Menurut kategori: ",
            f"{kategori} ",
            count(number, f"jumlah indikator berkategori {kategori}"),
        ]
    return line(*parts, " indikator.") if parts else ()


def budget_sentence(total: JumlahAnggaran) -> Line:
    """The money of the year in one sentence."""
    used = (
        ("; serapan belum dapat dihitung karena ada angka yang kosong.",)
        if total.serapan is None
        else (" atau ", percent(total.serapan, "realisasi ÷ pagu × 100"), ".")
    )
    return line(
        "Dari pagu anggaran ",
        Figure(format_rupiah(total.pagu), "dihitung: jumlah pagu seluruh baris anggaran"),
        " terealisasi ",
        Figure(format_rupiah(total.realisasi), "dihitung: jumlah realisasi seluruh baris anggaran"),
        *used,
    )
