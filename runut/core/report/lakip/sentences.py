"""The sentences of the report: one fact each, read in the direction of the polarity."""

from collections.abc import Sequence
from decimal import Decimal

from runut.core.kinerja.anggaran import EfisiensiSasaran
from runut.core.kinerja.angka import format_rupiah
from runut.core.kinerja.aturan import CAPAIAN_TERCAPAI
from runut.core.kinerja.deret import Arah, Kemajuan, Posisi, TitikTahun, compare_standar
from runut.core.kinerja.efisiensi import EFISIEN
from runut.core.kinerja.model import Indikator, Polaritas
from runut.core.kinerja.rekap import BarisCapaian, RekapCapaian
from runut.core.report.blocks import Figure, Inline, Line, line
from runut.core.report.lakip.figures import (
    capaian_figure,
    change_text,
    count,
    measured,
    percent,
    points,
    value_text,
)

_VERBS = {Arah.MEMBAIK: "membaik", Arah.MEMBURUK: "memburuk", Arah.TETAP: "tetap"}


def status_sentence(row: BarisCapaian, tahun: int) -> Line:
    """Capaian of an indicator against this year's target; a miss is said plainly."""
    indikator, hasil = row.indikator, row.hasil
    if hasil.capaian is None:
        reason = hasil.alasan or "Capaian tidak dapat dihitung."
        return line(f"{indikator.nama}: {reason[0].lower()}{reason[1:]}")
    end = "" if hasil.is_tercapai else " Target tidak tercapai."
    return line(
        f"Realisasi {indikator.nama} tahun {tahun} sebesar ",
        measured(indikator.realisasi, indikator.satuan),
        " dari target ",
        measured(indikator.target, indikator.satuan),
        ", atau capaian ",
        capaian_figure(hasil),
        f" ({hasil.kategori}).{end}",
    )


def trend_sentence(indikator: Indikator, points: Sequence[TitikTahun]) -> Line:
    """The last of these years against the one before: the result, and capaian where it differs."""
    last, before = points[-1], indikator.riwayat.get(points[-1].tahun - 1)
    if last.selisih is None or last.arah is None or before is None:
        return line(
            f"{indikator.nama}: realisasi tahun {last.tahun - 1} tidak tersedia, sehingga belum "
            "dapat dibandingkan."
        )
    lead = (
        f"Dibandingkan tahun {last.tahun - 1} (",
        measured(before, indikator.satuan),
        f"), {indikator.nama} ",
    )
    if last.selisih == 0:
        return line(*lead, "tidak berubah; kinerja tetap", *_capaian_trend(points), ".")
    way = "naik" if last.selisih > 0 else "turun"
    size = Figure(
        change_text(last.selisih, indikator.satuan),
        f"dihitung: realisasi {last.tahun} dikurangi realisasi {last.tahun - 1}",
    )
    because = _because(indikator, last.arah)
    return line(*lead, f"{way} ", size, f"; {because}", *_capaian_trend(points), ".")


def _capaian_trend(points: Sequence[TitikTahun]) -> tuple[Inline | str, ...]:
    """Said only where capaian went another way than the result, because the target moved."""
    last = points[-1]
    old = points[-2].hasil if len(points) > 1 else None
    if old is None or old.capaian is None or last.hasil.capaian is None:
        return ()
    change = last.hasil.capaian - old.capaian
    is_same_way = {
        Arah.MEMBAIK: change >= 0,
        Arah.MEMBURUK: change <= 0,
        Arah.TETAP: change == 0,
        None: True,
    }
    if is_same_way[last.arah]:
        return ()
    way = "naik" if change > 0 else "turun"
    return (
        f". Karena target berubah, capaiannya {way} dari ",
        capaian_figure(old),
        " menjadi ",
        capaian_figure(last.hasil),
    )


def _because(indikator: Indikator, arah: Arah) -> str:
    """The reading of a change; said with its reason where the bare number would mislead."""
    if indikator.polaritas is Polaritas.TURUN:
        return f"karena makin rendah makin baik, kinerja {_VERBS[arah]}"
    if indikator.polaritas in (Polaritas.RENTANG, Polaritas.STABIL):
        nearer = {
            Arah.MEMBAIK: "mendekati",
            Arah.MEMBURUK: "menjauhi",
            Arah.TETAP: "sama jauh dari",
        }
        return f"hasil {nearer[arah]} target, kinerja {_VERBS[arah]}"
    return f"kinerja {_VERBS[arah]}"


def midterm_sentence(indikator: Indikator, kemajuan: Kemajuan) -> Line:
    """Realisasi so far against the target of the end of the Renstra."""
    target = indikator.renstra.get(kemajuan.tahun)
    if kemajuan.hasil.capaian is None:
        return line(
            f"{indikator.nama}: kemajuan terhadap target akhir Renstra {kemajuan.tahun} belum "
            "dapat dihitung."
        )
    return line(
        f"Terhadap target akhir Renstra {kemajuan.tahun} sebesar ",
        measured(target, indikator.satuan),
        f", kemajuan {indikator.nama} mencapai ",
        percent(kemajuan.hasil.capaian, kemajuan.hasil.kerja),
        ".",
    )


def benchmark_sentence(indikator: Indikator) -> Line:
    """Realisasi against the national standard, and whether that is better."""
    banding = compare_standar(indikator)
    standar = indikator.standar_nasional
    if banding is None or standar is None:
        return line(f"{indikator.nama}: belum dapat dibandingkan dengan standar nasional.")
    source = indikator.standar_nasional_sumber
    lead = (
        f"Realisasi {indikator.nama} ({value_text(indikator.realisasi.nilai, indikator.satuan)}) "
        f"{banding.posisi.value} standar nasional "
    )
    end = f" (sumber: {source})" if source else ""
    better = {
        Arah.MEMBAIK: "; kinerja lebih baik daripada standar",
        Arah.MEMBURUK: "; kinerja belum memenuhi standar",
        Arah.TETAP: "",
    }
    reading = "" if banding.posisi is Posisi.SAMA else better[banding.arah]
    return line(lead, measured(standar, indikator.satuan), f"{end}{reading}.")


def efficiency_sentence(one: EfisiensiSasaran) -> Line:
    """Capaian against the share of the money that was used; 0 % and 0 % is not efficient."""
    hasil = one.hasil
    if hasil.simpulan is None or one.capaian.rata_rata is None or hasil.selisih is None:
        return line(f"Efisiensi belum dapat dinilai. {hasil.alasan or ''}".strip())
    return line(
        "Dengan serapan ",
        percent(one.jumlah.serapan, "realisasi ÷ pagu × 100"),
        " dicapai kinerja rata-rata ",
        percent(one.capaian.rata_rata, "rata-rata capaian indikator sasaran ini"),
        f", sehingga penggunaan anggaran {hasil.simpulan} dengan selisih ",
        points(hasil.selisih, hasil.kerja),
        f" poin{_why_not(one.capaian.rata_rata, hasil.simpulan)}.",
    )


def _why_not(capaian: Decimal, simpulan: str) -> str:
    if simpulan == EFISIEN:
        return ""
    if capaian < CAPAIAN_TERCAPAI.nilai:
        return " karena target belum tercapai"
    return " karena serapan tidak lebih rendah daripada capaian"


def counts_sentence(rekap: RekapCapaian, lead: str = "Sebanyak ") -> Line:
    """How many of the indicators reached their target, and the mean."""
    parts: list[Figure | str] = [
        lead,
        count(rekap.tercapai, "jumlah indikator dengan capaian ≥ 100%"),
        " dari ",
        count(rekap.jumlah, "jumlah indikator pada Perjanjian Kinerja"),
        " indikator mencapai atau melebihi target",
    ]
    if rekap.rata_rata is not None:
        mean = percent(rekap.rata_rata, f"rata-rata {rekap.terukur} capaian yang terukur")
        return line(*parts, ", dengan rata-rata capaian ", mean, ".", *_unmeasured(rekap))
    return line(*parts, ".", *_unmeasured(rekap))


def _unmeasured(rekap: RekapCapaian) -> tuple[Figure | str, ...]:
    if not rekap.belum_diukur:
        return ()
    number = count(rekap.belum_diukur, "indikator tanpa realisasi atau tanpa target")
    return (" Capaian ", number, " indikator belum dapat dihitung dan tidak dianggap nol.")


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


def budget_sentence(pagu: Decimal, realisasi: Decimal, serapan: Decimal | None) -> Line:
    """The money of the year in one sentence."""
    used = (
        ("; serapan belum dapat dihitung karena ada angka yang kosong.",)
        if serapan is None
        else (" atau ", percent(serapan, "realisasi ÷ pagu × 100"), ".")
    )
    return line(
        "Dari pagu anggaran ",
        Figure(format_rupiah(pagu), "dihitung: jumlah pagu seluruh sub kegiatan"),
        " terealisasi ",
        Figure(format_rupiah(realisasi), "dihitung: jumlah realisasi seluruh sub kegiatan"),
        *used,
    )
