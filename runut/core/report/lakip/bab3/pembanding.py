"""Analysis 4 of a sasaran: against the national standard and named peers, each with its source."""

from dataclasses import dataclass

from runut.core.kinerja.cetak import figure_text
from runut.core.kinerja.deret import Arah, Banding, Posisi, compare_with
from runut.core.kinerja.model import Indikator, Sasaran, Terukur
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.blocks import Block, Cell, Figure, Gap, Inline, Line, Paragraph, Table, line
from runut.core.report.cells import cell, center, head_row, right
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.figures import EMPTY, change_text, change_unit, measured
from runut.core.report.lakip.formulas import indikator_title
from runut.core.report.lakip.keys import analisis_key
from runut.core.report.lakip.words import written
from runut.core.report.proposals import joined, propose
from runut.core.words.items import join_words

STANDAR = "Standar nasional"
_BACAAN = {Arah.MEMBAIK: "lebih baik", Arah.MEMBURUK: "belum setara", Arah.TETAP: "setara"}


@dataclass(frozen=True)
class Lawan:
    """A figure of somebody else beside that of an indicator."""

    indikator: Indikator
    nama: str
    nilai: Terukur
    sumber: str

    @property
    def banding(self) -> Banding | None:
        return compare_with(self.indikator, self.nilai.nilai)

    @property
    def bacaan(self) -> str:
        """``lebih baik``, ``belum setara`` or ``setara``, in the sense of the polarity."""
        found = self.banding
        if found is None:
            return ""
        return "setara" if found.posisi is Posisi.SAMA else _BACAAN[found.arah]


def benchmark_blocks(draft: Draft, sasaran: Sasaran) -> tuple[Block, ...]:
    """4) Against standard and peers, or the plain sentence that there is none."""
    key = analisis_key(sasaran.id, 4)
    rows = draft.rows_of(sasaran)
    others = [one for row in rows for one in compared_with(draft, row.indikator)]
    compared = {one.indikator.id for one in others}
    none = [
        row.indikator
        for row in rows
        if row.indikator.tanpa_standar_nasional and row.indikator.id not in compared
    ]
    blocks: list[Block] = []
    if others:
        blocks.append(_table(others, draft.label_of(sasaran), f"{key}.tabel"))
        blocks += propose(key, "pembanding", Paragraph(joined(*_judged(others))))
    if none:
        blocks.append(Paragraph(line(_none_sentence(none, is_all=len(none) == len(rows)))))
    words = written(draft.words, key)
    open_ones = [row.indikator.nama for row in rows if _is_open(row, compared)]
    if open_ones and not words:
        ask = (
            f"standar nasional atau pembanding lain untuk {'; '.join(open_ones)}, atau pernyataan "
            "bahwa tidak ada"
        )
        blocks.append(Paragraph(line(Gap(key, ask)), align="left"))
    return (*blocks, *words)


def compared_with(draft: Draft, indikator: Indikator) -> tuple[Lawan, ...]:
    """The standard first, then the named peers, in the order of the data."""
    found = []
    if indikator.standar_nasional is not None:
        source = indikator.standar_nasional_sumber
        found.append(Lawan(indikator, STANDAR, indikator.standar_nasional, source))
    for one in draft.data.pembanding:
        if one.indikator_id == indikator.id and one.nilai.nilai is not None:
            source = ", ".join(part for part in (one.sumber, str(one.tahun or "")) if part)
            found.append(Lawan(indikator, one.nama, one.nilai, source))
    return tuple(found)


def _is_open(row: BarisCapaian, compared: set[str]) -> bool:
    return not row.indikator.tanpa_standar_nasional and row.indikator.id not in compared


def _none_sentence(indikators: list[Indikator], *, is_all: bool) -> str:
    if is_all:
        return "Tidak ada standar nasional untuk indikator pada sasaran ini."
    return f"Tidak ada standar nasional untuk {'; '.join(one.nama for one in indikators)}."


def _table(others: list[Lawan], label: str, key: str) -> Table:
    return Table(
        head=(
            head_row("Indikator", "Realisasi", "Pembanding", "Nilai", "Posisi", "Sumber, tahun"),
        ),
        rows=tuple(_row(one) for one in others),
        widths=(0.25, 0.11, 0.17, 0.11, 0.12, 0.24),
        caption=f"Perbandingan dengan standar nasional dan pembanding lain, {label}",
        key=key,
    )


def _row(one: Lawan) -> tuple[Cell, ...]:
    satuan, banding = one.indikator.satuan, one.banding
    return (
        cell(indikator_title(one.indikator)),
        right(measured(one.indikator.realisasi, satuan, "belum diukur")),
        cell(one.nama),
        right(measured(one.nilai, satuan)),
        center(banding.posisi.value if banding else EMPTY),
        cell(one.sumber or EMPTY),
    )


def _judged(others: list[Lawan]) -> tuple[Line, ...]:
    """One sentence for each way of standing, with the distance only where it must be made up."""
    good = [one for one in others if one.bacaan == "lebih baik"]
    same = [one for one in others if one.bacaan == "setara"]
    behind = [one for one in others if one.bacaan == "belum setara"]
    sentences: list[Line] = []
    if good:
        sentences.append(line(f"Kinerja lebih baik daripada {_named(good)}."))
    if same:
        sentences.append(line(f"Kinerja setara dengan {_named(same)}."))
    if behind:
        parts: list[Inline | str] = []
        for one in behind:
            parts += ["; " if parts else "Kinerja belum setara dengan ", *_gap(one)]
        sentences.append(line(*parts, "."))
    unknown = [one.indikator.id for one in others if not one.bacaan]
    if unknown:
        codes = join_words(list(dict.fromkeys(unknown)))
        sentences.append(line(f"{codes} belum dapat dibandingkan."))
    return tuple(sentences)


def _named(others: list[Lawan]) -> str:
    """``standar nasional (IKU-1, IKU-12) dan Biro Umum (IKU-1)``."""
    by_name: dict[str, list[str]] = {}
    for one in others:
        by_name.setdefault(_called(one.nama), []).append(one.indikator.id)
    return join_words([f"{name} ({', '.join(codes)})" for name, codes in by_name.items()])


def _gap(one: Lawan) -> tuple[Inline | str, ...]:
    banding = one.banding
    where = f"{_called(one.nama)} untuk {one.indikator.id}"
    if banding is None or banding.selisih == 0:
        return (where,)
    size = change_text(banding.selisih, change_unit(one.indikator))
    value = figure_text(one.nilai, one.indikator.satuan)
    how = f"dihitung: selisih realisasi dengan {value}"
    return (f"{where}, selisih ", Figure(size, how))


def _called(nama: str) -> str:
    return "standar nasional" if nama == STANDAR else nama
