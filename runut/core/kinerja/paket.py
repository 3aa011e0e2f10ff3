"""A unit data pack: which cells of the year a unit fills in for a quarter, with what it needs
beside them: the definition, the target, last year's figure."""

from collections.abc import Iterator
from dataclasses import dataclass

from runut.core.kinerja.angka import format_plain
from runut.core.kinerja.cetak import figure_text
from runut.core.kinerja.model import DataKinerja, Indikator, Rentang, Terukur

ROMAWI = ("I", "II", "III", "IV")
TERAKHIR = len(ROMAWI)
TANPA_UNIT = ""
"""The unit of indicators that name nobody."""


@dataclass(frozen=True)
class AngkaDiminta:
    """One figure that a unit is asked for. ``nilai`` is what the data of the office says today."""

    indikator_id: str
    kunci: str
    """The column of the data workbook: ``realisasi_tw1``, ``realisasi_2026``."""
    nama: str
    judul: str
    satuan: str
    definisi: str
    target: str
    tahun_lalu: str
    sebelumnya: str
    nilai: str

    @property
    def key(self) -> tuple[str, str]:
        return self.indikator_id, self.kunci


def units_of(indikator: Indikator) -> tuple[str, ...]:
    """Who answers for an indicator: its *penanggung jawab*, several parted by a semicolon.

    An indicator that names nobody belongs to ``TANPA_UNIT``, so that nothing is left out.
    """
    named = (" ".join(part.split()) for part in indikator.penanggung_jawab.split(";"))
    return tuple(dict.fromkeys(part for part in named if part)) or (TANPA_UNIT,)


def same_unit(one: str, other: str) -> bool:
    """Whether two spellings mean the same unit.

    >>> same_unit("Bagian  Umum", "bagian umum")
    True
    """
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def packs_of(data: DataKinerja, triwulan: int) -> dict[str, tuple[AngkaDiminta, ...]]:
    """Every unit with what it is asked for in a quarter; who is asked for nothing is not there."""
    found: dict[str, list[AngkaDiminta]] = {}
    for indikator in data.indikators:
        asked = tuple(_asked(data.tahun, indikator, triwulan))
        for unit in units_of(indikator) if asked else ():
            name = next((known for known in found if same_unit(known, unit)), unit)
            found.setdefault(name, []).extend(asked)
    return {unit: tuple(cells) for unit, cells in sorted(found.items())}


def _asked(tahun: int, i: Indikator, triwulan: int) -> Iterator[AngkaDiminta]:
    by_quarters = bool(i.target_triwulan or i.realisasi_triwulan or i.agregasi)
    if by_quarters:
        judul = f"Realisasi TW {ROMAWI[triwulan - 1]}"
        target = _of_quarter(i, i.target_triwulan, triwulan)
        yield _isian(
            tahun,
            i,
            kunci=f"realisasi_tw{triwulan - 1}",
            judul=judul,
            target=f"TW {ROMAWI[triwulan - 1]}: {target}" if target else "",
            sebelumnya=_earlier_quarters(i, triwulan),
            now=_now(i.realisasi_triwulan, triwulan),
        )
    if triwulan == TERAKHIR and not (by_quarters and i.agregasi):
        yield _isian(
            tahun,
            i,
            kunci=f"realisasi_{tahun}",
            judul=f"Realisasi {tahun}",
            target="",
            sebelumnya=_earlier_quarters(i, triwulan),
            now=_as_typed(i.realisasi),
        )


def _isian(
    tahun: int, i: Indikator, *, kunci: str, judul: str, target: str, sebelumnya: str, now: str
) -> AngkaDiminta:
    year = figure_text(i.target, i.satuan, "")
    targets = (target, f"tahun {tahun}: {year}" if year else "")
    last = figure_text(i.riwayat.get(tahun - 1), i.satuan, "")
    return AngkaDiminta(
        i.id,
        kunci,
        i.nama,
        judul,
        i.satuan,
        i.definisi,
        "; ".join(one for one in targets if one) or "belum ada",
        last or "belum ada",
        sebelumnya,
        now,
    )


def _of_quarter(i: Indikator, figures: tuple[Terukur, ...], triwulan: int) -> str:
    if len(figures) < triwulan:
        return ""
    return figure_text(figures[triwulan - 1], i.satuan, "")


def _now(figures: tuple[Terukur, ...], triwulan: int) -> str:
    return _as_typed(figures[triwulan - 1]) if len(figures) >= triwulan else ""


def _earlier_quarters(i: Indikator, triwulan: int) -> str:
    told = (
        (ROMAWI[q], figure_text(one, i.satuan, ""))
        for q, one in enumerate(i.realisasi_triwulan[: triwulan - 1])
    )
    return "; ".join(f"TW {romawi}: {words}" for romawi, words in told if words)


def _as_typed(terukur: Terukur) -> str:
    """A figure as somebody would type it again, with all its decimals."""
    if terukur.tulisan is not None:
        return terukur.tulisan.teks
    match terukur.nilai:
        case None:
            return ""
        case str():
            return terukur.nilai
        case Rentang():
            return f"{format_plain(terukur.nilai.low)} s.d. {format_plain(terukur.nilai.high)}"
        case _:
            return format_plain(terukur.nilai)
