"""The report of a quarter as one block tree: a summary, then a page for each sasaran."""

from collections.abc import Sequence

from runut.core.kinerja.capaian import HasilCapaian
from runut.core.kinerja.model import DataKinerja, Sasaran
from runut.core.report.blocks import (
    Block,
    Boxed,
    Bullets,
    Cell,
    Figure,
    Heading,
    Line,
    PageBreak,
    Paper,
    Table,
    line,
)
from runut.core.report.cells import cell, center, head_row, paragraph, right
from runut.core.report.lakip.depan import DATA_CONTOH
from runut.core.report.lakip.draft import full_name, unit_name
from runut.core.report.lakip.figures import EMPTY, count
from runut.core.report.lakip.formulas import formula_notes, indikator_title
from runut.core.report.triwulan.money import money_blocks
from runut.core.report.triwulan.rows import (
    TRIWULAN,
    BarisTriwulan,
    quarter_name,
    quarter_rows,
)
from runut.core.words.items import join_words

__all__ = ["TRIWULAN", "compose_triwulan"]

Groups = Sequence[tuple[Sasaran, tuple[BarisTriwulan, ...]]]


def compose_triwulan(data: DataKinerja, triwulan: int) -> Paper:
    """What is known up to the end of ``triwulan`` (1 to 4); nothing of it is the year's."""
    title = f"Laporan Kinerja {quarter_name(triwulan)} Tahun {data.tahun}"
    office = unit_name(data.profil)
    groups = tuple((one, quarter_rows(data, one, triwulan)) for one in data.simpul)
    shown = tuple((one, rows) for one, rows in groups if rows or one in data.sasarans)
    return Paper(
        title=f"{title}, {office}",
        subject=f"{title} {full_name(data.profil)}",
        author=full_name(data.profil),
        body=(
            Heading(1, title.upper(), key="triwulan"),
            paragraph(full_name(data.profil), align="center"),
            *((Boxed((line(DATA_CONTOH),), "warning"),) if data.profil.is_contoh else ()),
            *_summary(shown, triwulan),
            *money_blocks(data, triwulan),
            *(
                block
                for number, (sasaran, rows) in enumerate(shown, start=1)
                for block in _page(number, sasaran, rows, triwulan)
            ),
        ),
        header=f"{title} {data.profil.singkatan or office}",
        footer=DATA_CONTOH if data.profil.is_contoh else "",
        keywords=("laporan triwulan", str(data.tahun), data.profil.singkatan or office),
    )


def _summary(groups: Groups, triwulan: int) -> tuple[Block, ...]:
    counted = [row for _, rows in groups for row in rows if row.is_dihitung]
    upto = _upto(triwulan)
    return (
        Heading(2, "Ringkasan", key="triwulan.ringkasan"),
        paragraph(
            f"Angka dalam laporan ini adalah capaian {upto}, bukan capaian tahun. Target "
            f"pembandingnya adalah target {upto}; bila target triwulan tidak ditetapkan, yang "
            "disebut hanya bagiannya dari target tahun."
        ),
        paragraph(*_counts(counted, upto)),
        Table(
            head=(
                head_row(
                    "No", "Sasaran", "Indikator", "Sesuai target", "Di bawah target", "Lainnya"
                ),
            ),
            rows=tuple(
                _summary_row(n, sasaran, [row for row in rows if row.is_dihitung])
                for n, (sasaran, rows) in enumerate(groups, start=1)
            ),
            widths=(0.06, 0.46, 0.12, 0.12, 0.12, 0.12),
            caption=f"Ikhtisar per sasaran {upto}",
            notes=(
                line(
                    "Lainnya: belum diisi, belum bertarget triwulan, atau tidak dapat dibandingkan."
                ),
            ),
            key="triwulan.ringkasan.tabel",
        ),
    )


def _counts(rows: Sequence[BarisTriwulan], upto: str) -> Line:
    good, bad, rest = _numbers(rows)
    return line(
        "Dari ",
        count(len(rows), "jumlah indikator"),
        " indikator, ",
        count(good, f"jumlah indikator yang mencapai target {upto}"),
        f" mencapai target {upto}, ",
        count(bad, f"jumlah indikator di bawah target {upto}"),
        " di bawahnya, dan ",
        count(rest, "jumlah indikator yang belum dapat dibandingkan"),
        " belum dapat dibandingkan.",
    )


def _numbers(rows: Sequence[BarisTriwulan]) -> tuple[int, int, int]:
    good = sum(row.is_sesuai is True for row in rows)
    bad = sum(row.is_sesuai is False for row in rows)
    return good, bad, len(rows) - good - bad


def _summary_row(number: int, sasaran: Sasaran, rows: Sequence[BarisTriwulan]) -> tuple[Cell, ...]:
    good, bad, rest = _numbers(rows)
    return (
        center(f"{number}."),
        cell(sasaran.nama),
        center(count(len(rows), "jumlah indikator sasaran ini")),
        center(count(good, "jumlah indikator yang mencapai target")),
        center(count(bad, "jumlah indikator di bawah target")),
        center(count(rest, "jumlah indikator yang belum dapat dibandingkan")),
    )


def _page(
    number: int, sasaran: Sasaran, rows: tuple[BarisTriwulan, ...], triwulan: int
) -> tuple[Block, ...]:
    upto = _upto(triwulan)
    key = f"triwulan.{sasaran.id}"
    title = Heading(2, f"Sasaran {number}: {sasaran.nama}", key=key)
    if not rows:
        return (PageBreak(), title, paragraph("Sasaran ini belum mempunyai indikator."))
    return (
        PageBreak(),
        title,
        *((paragraph(f"Tujuan: {sasaran.tujuan}"),) if sasaran.tujuan else ()),
        paragraph(*_counts([row for row in rows if row.is_dihitung], upto)),
        Table(
            head=(
                head_row(
                    "Indikator kinerja",
                    "Target tahun",
                    f"Target {upto}",
                    f"Realisasi {upto}",
                    f"Capaian {upto}",
                ),
            ),
            rows=tuple(_cells(row) for row in rows),
            widths=(0.36, 0.16, 0.16, 0.18, 0.14),
            caption=f"Capaian {upto}, sasaran {number}",
            notes=(*formula_notes([row.indikator for row in rows]), *_workings(rows)),
            key=f"{key}.tabel",
        ),
        *_lacking(rows, triwulan),
    )


def _cells(row: BarisTriwulan) -> tuple[Cell, ...]:
    name = cell(indikator_title(row.indikator))
    if not row.is_dihitung and not row.is_sub:
        return (name, *(right(EMPTY) for _ in range(3)), center("lihat rincian"))
    printed = row.cetak
    own_target = printed.target if row.is_target_sendiri else EMPTY
    how = f"dihitung: {printed.kerja}"
    return (
        name,
        right(_figure(printed.target_tahun, row.indikator.target.sel)),
        right(_figure(own_target, how)),
        cell(*_result(row), align="right"),
        right(Figure(printed.capaian, how) if row.is_target_sendiri else EMPTY),
    )


def _result(row: BarisTriwulan) -> tuple[Line, ...]:
    """The figure; how far it goes where the last quarter is empty; its share of the year."""
    if not row.is_terisi:
        return (line("belum diisi"),)
    printed = row.cetak
    lines = [line(_figure(printed.realisasi, f"dihitung: {printed.kerja}"))]
    if row.is_tertinggal:
        lines.append(line(f"baru {printed.lingkup}"))
    is_same = row.is_target_sendiri and printed.target == printed.target_tahun
    if printed.bagian_tahun and not is_same:
        lines.append(line(f"({printed.bagian_tahun})"))
    return tuple(lines)


def _figure(text: str, source: str) -> Figure | str:
    return Figure(text, source) if any(char.isdigit() for char in text) and source else text


def _workings(rows: Sequence[BarisTriwulan]) -> tuple[Line, ...]:
    """The numbers put into each rule, and why a target was missed where that does not show it."""
    lines: list[Line] = []
    for row in rows:
        code, hasil = row.indikator.id, row.hasil
        if row.is_target_sendiri:
            lines.append(line(f"{code}: ", Figure(hasil.kerja, f"dihitung: {hasil.kerja}"), "."))
            if hasil.sebab and hasil.alasan:
                lines.append(line(f"{code}: {hasil.alasan}"))
    return tuple(lines)


def _lacking(rows: Sequence[BarisTriwulan], triwulan: int) -> tuple[Block, ...]:
    """What stands open, by the code of the indicator; nothing of it is taken for zero."""
    counted = [row for row in rows if row.is_dihitung]
    groups: dict[str, list[str]] = {}
    for row in counted:
        if not row.is_terisi:
            groups.setdefault(f"Belum diisi {_upto(triwulan)}", []).append(row.indikator.id)
        elif row.is_tertinggal:
            groups.setdefault(f"Baru terisi {row.cetak.lingkup}", []).append(row.indikator.id)
        elif not row.is_target_sendiri:
            groups.setdefault(_reason(row.hasil), []).append(row.indikator.id)
    if not groups:
        return ()
    return (Bullets(tuple(line(f"{why}: {join_words(codes)}.") for why, codes in groups.items())),)


def _reason(hasil: HasilCapaian) -> str:
    if hasil.alasan:
        return hasil.alasan.rstrip(".")
    return "Target triwulan tidak ditetapkan, dibandingkan dengan target tahun saja"


def _upto(triwulan: int) -> str:
    return f"s.d. {quarter_name(triwulan).replace('Triwulan', 'TW')}"
