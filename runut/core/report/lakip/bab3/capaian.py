"""Bab III.A: the method, the summary of all indicators, and for each sasaran the seven analyses."""

from decimal import Decimal

from runut.core.kinerja.angka import format_angka
from runut.core.kinerja.aturan import CAPAIAN_TERCAPAI, Skala
from runut.core.kinerja.model import Indikator, Sasaran
from runut.core.kinerja.predikat import find_skala
from runut.core.kinerja.rekap import BarisCapaian, RekapCapaian
from runut.core.kinerja.rumus import formula_text
from runut.core.report.blocks import Block, Bullets, Cell, Chart, Heading, Line, Series, Table, line
from runut.core.report.cells import cell, center, head_row, paragraph
from runut.core.report.lakip.bab3.banding import history_blocks
from runut.core.report.lakip.bab3.efisiensi import efficiency_blocks
from runut.core.report.lakip.bab3.pembanding import benchmark_blocks
from runut.core.report.lakip.bab3.penunjang import supporting_blocks
from runut.core.report.lakip.bab3.renstra import midterm_blocks
from runut.core.report.lakip.bab3.sebab import cause_blocks
from runut.core.report.lakip.bab3.target import judged_rows, target_blocks, target_table
from runut.core.report.lakip.draft import Draft, sense_of, unit_name
from runut.core.report.lakip.figures import drawn_value
from runut.core.report.lakip.formulas import formula_notes
from runut.core.report.lakip.keys import ANALISIS, METODE, RINGKASAN, analisis_key, sasaran_key
from runut.core.report.lakip.rows import row_cells
from runut.core.report.lakip.sentences import (
    belum_dinilai,
    categories_sentence,
)
from runut.core.report.lakip.words import needed, written
from runut.core.report.proposals import joined, propose, told
from runut.core.words.items import join_words

_MOST_BARS = 24
"""Bars that fit on one page with their names."""

_COMPOSERS = (
    target_blocks,
    history_blocks,
    midterm_blocks,
    benchmark_blocks,
    cause_blocks,
    efficiency_blocks,
    supporting_blocks,
)


def compose_capaian(draft: Draft) -> tuple[Block, ...]:
    return (
        Heading(1, "AKUNTABILITAS KINERJA", number="BAB III", key="bab3"),
        Heading(2, "Capaian Kinerja Organisasi", number="A.", key="bab3.capaian"),
        Heading(3, "Metode Pengukuran", number="1.", key=METODE),
        *_method(draft),
        Heading(3, "Ringkasan Capaian", number="2.", key=RINGKASAN),
        *_overview(draft),
        *_aims(draft),
        *(
            block
            for number, sasaran in enumerate(draft.data.sasarans, start=1)
            for block in _sasaran(draft, number, sasaran)
        ),
    )


def _sasaran(draft: Draft, number: int, sasaran: Sasaran) -> tuple[Block, ...]:
    """One sasaran: its seven analyses under numbered heads, also where one is still empty."""
    key = sasaran_key(sasaran.id)
    title = Heading(
        3, f"Sasaran {number}: {sasaran.nama}", number=f"{number + _before(draft)}.", key=key
    )
    if not draft.rows_of(sasaran):
        return (title, *needed(draft.words, key, "indikator kinerja untuk sasaran ini"))
    blocks: list[Block] = [title, *written(draft.words, key)]
    for position, compose in enumerate(_COMPOSERS, start=1):
        blocks.append(
            Heading(
                4,
                ANALISIS[position - 1],
                number=f"{position})",
                key=analisis_key(sasaran.id, position),
            )
        )
        blocks += compose(draft, sasaran)
    return tuple(blocks)


def _before(draft: Draft) -> int:
    """How many sections stand before the first sasaran."""
    return 3 if draft.aims else 2


def _aims(draft: Draft) -> tuple[Block, ...]:
    """The indicators of the aims: shown by themselves, counted with no sasaran."""
    if not draft.aims:
        return ()
    return (
        Heading(3, "Capaian Tujuan", number="3.", key="bab3.tujuan"),
        paragraph(
            "Indikator tujuan disajikan tersendiri dan tidak dihitung bersama indikator sasaran."
        ),
        target_table(draft.aims, f"Capaian tujuan tahun {draft.tahun}", "bab3.tujuan.tabel"),
        *propose(RINGKASAN, "tujuan", *judged_rows(draft.aims, draft.tahun)),
    )


def _method(draft: Draft) -> tuple[Block, ...]:
    indikators = [row.indikator for row in (*draft.rows, *draft.aims)]
    if not indikators:
        return needed(draft.words, METODE, "sasaran dan indikator kinerja pada buku data")
    return (
        paragraph(
            "Kinerja diukur dengan membandingkan realisasi (R) dan target (T) setiap indikator. "
            "Rumus mengikuti polaritas yang dinyatakan pada indikator."
        ),
        Bullets(tuple(dict.fromkeys(_formula_line(one) for one in indikators))),
        paragraph(
            "Perhitungan setiap indikator dicantumkan di bawah tabelnya. Capaian dibulatkan dua "
            "desimal dan dikelompokkan menurut skala berikut."
        ),
        *(_scale_table(kode) for kode in dict.fromkeys(one.skala for one in indikators)),
        *written(draft.words, METODE),
    )


def _formula_line(indikator: Indikator) -> Line:
    rule = sense_of(indikator)
    return line(f"{rule[0].upper()}{rule[1:]}: capaian = {formula_text(indikator)}")


def _scale_table(kode: str) -> Table:
    rule = find_skala(kode)
    if rule is None:
        raise KeyError(kode)
    rows = tuple((center(bounds), cell(nama)) for bounds, nama in _bounds(rule.nilai))
    return Table(
        head=(head_row("Capaian (%)", "Kategori"),),
        rows=rows,
        widths=(0.4, 0.6),
        caption=f"Skala kategori capaian ({rule.nilai.nama})",
        notes=(line(f"Sumber: {rule.rujukan}."),),
        key=f"bab3.metode.skala.{kode}",
    )


def _bounds(skala: Skala) -> tuple[tuple[str, str], ...]:
    """Each step with its bounds as they are compared, so that no value falls between two."""
    rows = []
    above = ""
    for step in skala.jenjang:
        low = format_angka(step.batas_bawah)
        mark = "≥" if step.is_termasuk else ">"
        rows.append((f"{mark} {low}{above}", step.nama))
        above = f" dan {'<' if step.is_termasuk else '≤'} {low}"
    return (*rows, (above.removeprefix(" dan "), skala.terendah.nama))


def _overview(draft: Draft) -> tuple[Block, ...]:
    if not draft.rows:
        return ()
    tahun = draft.tahun
    return (
        paragraph(
            f"Capaian {draft.rekap.jumlah} indikator kinerja {unit_name(draft.data.profil)} tahun "
            f"{tahun} adalah sebagai berikut."
        ),
        Table(
            head=(
                head_row("Kode", "Indikator kinerja", "Target", "Realisasi", "Capaian", "Kategori"),
            ),
            rows=tuple(_overview_rows(draft)),
            widths=(0.1, 0.34, 0.14, 0.14, 0.12, 0.16),
            caption=f"Ringkasan capaian indikator kinerja tahun {tahun}",
            notes=formula_notes([row.indikator for row in draft.rows]),
            key="bab3.ringkasan.tabel",
        ),
        *propose(RINGKASAN, "ringkasan", *told([joined(*_overview_words(draft))])),
        *_overview_chart(draft),
        *written(draft.words, RINGKASAN),
    )


def _overview_words(draft: Draft) -> tuple[Line, ...]:
    """Where the targets were reached, by sasaran; the summary at the front counts indicators."""
    groups: dict[str, list[str]] = {}
    for number, one in enumerate(draft.efisiensi, start=1):
        if one.capaian.jumlah:
            groups.setdefault(_standing(one.capaian), []).append(str(number))
    parts = [f"sasaran {join_words(numbers)} {how}" for how, numbers in groups.items()]
    words = "; ".join(parts)
    many = len(draft.rekap.per_kategori) > 1
    return (
        line(f"{words[:1].upper()}{words[1:]}.") if words else (),
        categories_sentence(draft.rekap) if many else (),
    )


def _standing(rekap: RekapCapaian) -> str:
    if belum_dinilai(rekap) == rekap.jumlah:
        return "belum dapat dinilai setahun penuh"
    if rekap.tercapai == rekap.jumlah:
        return "mencapai target pada semua indikatornya"
    if rekap.tidak_tercapai:
        return "masih mempunyai indikator yang belum mencapai target"
    return "mencapai target pada indikator yang sudah dapat dinilai"


def _overview_rows(draft: Draft) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for position, sasaran in enumerate(draft.data.sasarans, start=1):
        mine = draft.rows_of(sasaran)
        if mine:
            rows.append((cell(f"Sasaran {position}: {sasaran.nama}", bold=True, span=6),))
        rows += [_overview_row(row) for row in mine]
    return rows


def _overview_row(row: BarisCapaian) -> tuple[Cell, ...]:
    mark = "– " if row.is_sub else ""
    return (cell(row.indikator.id), cell(f"{mark}{row.indikator.nama}"), *row_cells(row))


def _overview_chart(draft: Draft) -> tuple[Chart, ...]:
    """One drawing where it is readable; of more indicators each sasaran has its own."""
    measured_rows = [row for row in draft.rows if row.hasil.capaian is not None]
    if not 1 < len(measured_rows) <= _MOST_BARS:
        return ()
    values = tuple(drawn_value(row.hasil) for row in measured_rows)
    return (_bars(draft, measured_rows, values),)


def _bars(
    draft: Draft, measured_rows: list[BarisCapaian], values: tuple[Decimal | None, ...]
) -> Chart:
    left = draft.rekap.jumlah - len(values)
    more = f" {left} indikator tanpa capaian setahun tidak digambar." if left > 0 else ""
    return Chart(
        kind="bar",
        caption=f"Capaian indikator kinerja tahun {draft.tahun}",
        labels=tuple(row.indikator.nama for row in measured_rows),
        series=(Series("Capaian", values),),
        unit="%",
        alt=f"Grafik batang capaian {len(values)} indikator; garis 100% menandai target tercapai."
        f"{more}",
        reference=CAPAIAN_TERCAPAI.nilai,
    )
