"""Bab II Perencanaan Kinerja: Renstra, IKU, the Perjanjian Kinerja of the year, its budget."""

from decimal import Decimal

from runut.core.kinerja.anggaran import program_rows, sub_lines, total_of
from runut.core.kinerja.model import Indikator, Sasaran
from runut.core.report.blocks import Block, Bullets, Cell, Heading, Line, Table, line
from runut.core.report.cells import cell, center, head_row, paragraph, right
from runut.core.report.lakip.draft import MAKIN_BAIK, Draft, unit_name
from runut.core.report.lakip.figures import EMPTY, measured, rupiah, sum_source
from runut.core.report.lakip.keys import PERJANJIAN, RENSTRA
from runut.core.report.lakip.words import needed, written
from runut.core.words.items import join_words

_MOST_YEARS = 6
"""Columns that fit beside the indicators; a Renstra covers five years."""


def compose_bab2(draft: Draft) -> tuple[Block, ...]:
    start, end = draft.data.profil.renstra_periode
    return (
        Heading(1, "PERENCANAAN KINERJA", number="BAB II", key="bab2"),
        Heading(2, f"Rencana Strategis {start}–{end}", number="A.", key=RENSTRA),
        *_renstra(draft),
        Heading(2, "Indikator Kinerja Utama", number="B.", key="bab2.iku"),
        *_iku(draft),
        Heading(2, f"Perjanjian Kinerja Tahun {draft.tahun}", number="C.", key=PERJANJIAN),
        *_agreement(draft),
        Heading(2, "Program dan Anggaran", number="D.", key="bab2.anggaran"),
        *_programs(draft),
    )


def _renstra(draft: Draft) -> tuple[Block, ...]:
    profil = draft.data.profil
    missions = tuple(dict.fromkeys(profil.misi))
    blocks: list[Block] = []
    if profil.visi:
        blocks.append(paragraph(f"Visi yang didukung: {profil.visi.rstrip('.')}."))
    if missions:
        blocks.append(paragraph("Misi yang didukung:"))
        blocks.append(Bullets(tuple(line(one) for one in missions), ordered=True))
    if draft.rows:
        blocks.append(_targets_by_year(draft))
    return (*blocks, *written(draft.words, RENSTRA))


def _targets_by_year(draft: Draft) -> Table:
    start, end = draft.data.profil.renstra_periode
    years = tuple(range(start, min(end, start + _MOST_YEARS - 1) + 1)) or (start,)
    share = round(0.44 / len(years), 3)
    rows: list[tuple[Cell, ...]] = []
    aim = ""
    for sasaran in draft.data.sasarans:
        if sasaran.tujuan not in ("", aim):
            aim = sasaran.tujuan
            rows.append((cell(f"Tujuan: {aim}", bold=True, span=len(years) + 2),))
        rows.append((cell(f"Sasaran: {sasaran.nama}", span=len(years) + 2),))
        rows += [_target_row(row.indikator, years) for row in draft.rows_of(sasaran)]
    return Table(
        head=(head_row("Indikator", "Satuan", *(str(year) for year in years)),),
        rows=tuple(rows),
        widths=(round(0.86 - share * len(years), 3), 0.14, *(share for _ in years)),
        caption=f"Tujuan, sasaran, dan target Renstra {start}–{end}",
        key="bab2.renstra.tabel",
    )


def _target_row(indikator: Indikator, years: tuple[int, ...]) -> tuple[Cell, ...]:
    targets = (right(measured(indikator.renstra.get(year))) for year in years)
    return (cell(indikator.nama), cell(indikator.satuan), *targets)


def _iku(draft: Draft) -> tuple[Block, ...]:
    main = [row.indikator for row in draft.rows if row.indikator.is_iku]
    if not main:
        return needed(draft.words, "bab2.iku", "Indikator Kinerja Utama yang ditetapkan pimpinan")
    rows = tuple(
        (
            center(f"{n}."),
            cell(one.nama),
            cell(one.definisi or EMPTY, f"Polaritas: {MAKIN_BAIK[one.polaritas]}."),
            cell(one.sumber_data or EMPTY),
            cell(one.penanggung_jawab or EMPTY),
        )
        for n, one in enumerate(main, start=1)
    )
    return (
        paragraph(
            f"Kinerja utama {unit_name(draft.data.profil)} diukur dengan {len(main)} Indikator "
            "Kinerja Utama."
        ),
        Table(
            head=(
                head_row(
                    "No", "Indikator", "Definisi dan polaritas", "Sumber data", "Penanggung jawab"
                ),
            ),
            rows=rows,
            widths=(0.06, 0.24, 0.34, 0.18, 0.18),
            caption="Indikator Kinerja Utama",
            key="bab2.iku.tabel",
        ),
        *written(draft.words, "bab2.iku"),
    )


def _agreement(draft: Draft) -> tuple[Block, ...]:
    made = f" tanggal {draft.data.pk_tanggal}" if draft.data.pk_tanggal else ""
    return (
        paragraph(
            f"Target tahun {draft.tahun} ditetapkan dalam Perjanjian Kinerja{made}. Naskahnya "
            "terdapat pada Lampiran 1."
        ),
        agreement_table(draft, caption=f"Perjanjian Kinerja Tahun {draft.tahun}"),
        *written(draft.words, PERJANJIAN),
    )


def agreement_table(draft: Draft, *, caption: str = "", numbers: tuple[Cell, ...] = ()) -> Table:
    """No, sasaran, indicator, target: the form of anak lampiran I/5-6 and its summary here."""
    rows: list[tuple[Cell, ...]] = []
    for number, sasaran in enumerate(draft.data.sasarans, start=1):
        rows += _sasaran_targets(draft, number, sasaran)
    return Table(
        head=(
            head_row("No", "Sasaran Strategis", "Indikator Kinerja", "Target"),
            *((numbers,) if numbers else ()),
        ),
        rows=tuple(rows),
        widths=(0.07, 0.34, 0.39, 0.2),
        caption=caption,
    )


def _sasaran_targets(draft: Draft, number: int, sasaran: Sasaran) -> list[tuple[Cell, ...]]:
    mine = [
        (cell(row.indikator.nama), cell(measured(row.indikator.target, row.indikator.satuan)))
        for row in draft.rows_of(sasaran)
    ] or [(cell(EMPTY), cell(EMPTY))]
    tall = len(mine)
    first = (
        cell(f"{number}.", align="center", rows=tall),
        cell(sasaran.nama, rows=tall),
        *mine[0],
    )
    return [first, *mine[1:]]


def _programs(draft: Draft) -> tuple[Block, ...]:
    if not sub_lines(draft.data):
        return needed(draft.words, "bab2.anggaran", "program dan anggaran menurut DPA")
    return (
        paragraph("Perjanjian Kinerja tersebut didukung program dan anggaran berikut."),
        program_table(draft, caption=f"Program dan anggaran tahun {draft.tahun}"),
        *written(draft.words, "bab2.anggaran"),
    )


def program_table(draft: Draft, *, caption: str = "") -> Table:
    """Program, anggaran, keterangan: the lower half of the annex of the Perjanjian Kinerja."""
    rows: list[tuple[Cell, ...]] = []
    for row in program_rows(draft.data):
        subs = sub_lines(draft.data, row.anggaran.kode)
        if subs:
            funds = join_words(sorted({sub.sumber_dana for sub in subs}))
            money = right(rupiah(row.jumlah.pagu, sum_source(subs, "pagu")))
            rows.append((center(f"{len(rows) + 1}."), cell(row.anggaran.nama), money, cell(funds)))
    outside = _outside_programs(draft)
    if outside:
        rows.append(
            (center(f"{len(rows) + 1}."), cell("Di luar program"), right(outside), cell(""))
        )
    total = rupiah(draft.total.pagu, "dihitung: jumlah pagu seluruh sub kegiatan")
    rows.append((cell("Jumlah", bold=True, span=2, align="right"), right(total), cell("")))
    return Table(
        head=(head_row("No", "Program", "Anggaran (Rp)", "Keterangan"),),
        rows=tuple(rows),
        widths=(0.07, 0.5, 0.25, 0.18),
        caption=caption,
    )


def _outside_programs(draft: Draft) -> Line | None:
    """Money of sub kegiatan whose program is not in the workbook, so that the sums agree."""
    inside = {
        sub.kode
        for row in program_rows(draft.data)
        for sub in sub_lines(draft.data, row.anggaran.kode)
    }
    others = tuple(sub for sub in sub_lines(draft.data) if sub.kode not in inside)
    money = total_of(others).pagu
    return line(rupiah(money, sum_source(others, "pagu"))) if money != Decimal(0) else None
