"""What all composers of the report share: figures and words, each computed or gathered once.

No two places of the report can count differently, because only this one counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from runut.core.kinerja.anggaran import (
    EfisiensiSasaran,
    JumlahAnggaran,
    efficiency_rows,
    total_of_data,
)
from runut.core.kinerja.model import (
    DataKinerja,
    Indikator,
    Jenis,
    Polaritas,
    Profil,
    Sasaran,
    Terukur,
)
from runut.core.kinerja.rekap import (
    BarisCapaian,
    RekapCapaian,
    capaian_rows,
    summarize_capaian,
    tujuan_rows,
)
from runut.core.report.lakip.catatan import Catatan
from runut.core.report.lakip.words import Words, gather_words
from runut.core.words.names import in_running_text


@dataclass(frozen=True)
class Draft:
    """The report in the making."""

    data: DataKinerja
    words: Words
    rows: tuple[BarisCapaian, ...]
    rekap: RekapCapaian
    total: JumlahAnggaran
    efisiensi: tuple[EfisiensiSasaran, ...]
    aims: tuple[BarisCapaian, ...] = ()
    """Indicators of the aims themselves: printed beside the sasaran, not counted with them."""
    catatan: Catatan | None = None
    """What the office keeps beside the figures; None where a workbook is all there is."""

    @property
    def tahun(self) -> int:
        return self.data.tahun

    @property
    def renstra_akhir(self) -> int:
        return self.data.profil.renstra_periode[1]

    def label_of(self, sasaran: Sasaran) -> str:
        """The sasaran by its number, short enough for a caption."""
        ids = [one.id for one in self.data.sasarans]
        return f"sasaran {ids.index(sasaran.id) + 1}"

    @property
    def counted(self) -> tuple[BarisCapaian, ...]:
        """The rows that are measured for themselves: where parts are, not what they are parts of,
        and the other way round."""
        return tuple(row for row in self.rows if row.is_dihitung)

    def rows_of(self, sasaran: Sasaran) -> tuple[BarisCapaian, ...]:
        return tuple(row for row in self.rows if row.sasaran.id == sasaran.id)

    def efisiensi_of(self, sasaran: Sasaran) -> EfisiensiSasaran:
        return next(one for one in self.efisiensi if one.sasaran.id == sasaran.id)


def prepare_draft(
    data: DataKinerja, texts: Mapping[str, str], catatan: Catatan | None = None
) -> Draft:
    """Compute everything once; an indicator filled only by quarters gets its year's figure."""
    rows = _with_years(capaian_rows(data))
    return Draft(
        data=data,
        words=gather_words(data, texts),
        rows=rows,
        rekap=summarize_capaian(rows),
        total=total_of_data(data),
        efisiensi=efficiency_rows(data),
        aims=_with_years(tujuan_rows(data)),
        catatan=catatan,
    )


def _with_years(rows: tuple[BarisCapaian, ...]) -> tuple[BarisCapaian, ...]:
    return tuple(replace(row, indikator=_with_year(row.indikator, row)) for row in rows)


def _with_year(indikator: Indikator, row: BarisCapaian) -> Indikator:
    """The two figures that were compared, where the year's own cells are empty."""
    hasil, changed = row.hasil, indikator
    if indikator.target.nilai is None and hasil.ukur_target.nilai is not None:
        source = _made_of(indikator.target_triwulan)
        changed = replace(changed, target=replace(hasil.ukur_target, sel=source))
    if indikator.realisasi.nilai is None and hasil.ukur_realisasi.nilai is not None:
        source = _made_of(indikator.realisasi_triwulan)
        changed = replace(changed, realisasi=replace(hasil.ukur_realisasi, sel=source))
    return changed


def _made_of(quarters: tuple[Terukur, ...]) -> str:
    cells = (one.sel for one in quarters if one.nilai is not None and one.sel)
    return f"dihitung dari triwulan: {', '.join(cells)}"


SIFAT = {Jenis.TANGGAL: "makin awal makin baik", Jenis.ADA: "harus ada"}
MAKIN_BAIK = {
    Polaritas.NAIK: "makin tinggi makin baik",
    Polaritas.TURUN: "makin rendah makin baik",
    Polaritas.RENTANG: "baik bila berada di dalam rentang target",
    Polaritas.STABIL: "makin dekat dengan target makin baik",
    Polaritas.PREDIKAT: "makin tinggi predikatnya makin baik",
}


def sense_of(indikator: Indikator) -> str:
    """Which way is better, in words; a day and a document have words of their own."""
    return SIFAT.get(indikator.target.jenis) or MAKIN_BAIK[indikator.polaritas]


def unit_name(profil: Profil) -> str:
    """The unit in running text, from the last line of its letterhead."""
    return in_running_text(profil.instansi[-1]) if profil.instansi else profil.singkatan


def full_name(profil: Profil) -> str:
    """The unit with what it belongs to, nearest first, as a sentence introduces it.

    The word "Pemerintah" of the top line is left out after the names below it.
    """
    names = [in_running_text(one) for one in reversed(profil.instansi)]
    below = [name.removeprefix("Pemerintah ") for name in names[1:]]
    return " ".join([*names[:1], *below]) or profil.singkatan
