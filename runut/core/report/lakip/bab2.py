"""Bab II Perencanaan Kinerja: Renstra, IKU, the Perjanjian Kinerja of the year, its budget."""

from runut.core.kinerja.anggaran import KEGIATAN, PROGRAM, sub_lines, supporting_lines, top_rows
from runut.core.kinerja.model import Indikator, Sasaran
from runut.core.report.blocks import Block, Bullets, Cell, Heading, Line, Table, line
from runut.core.report.cells import cell, center, head_row, paragraph, right
from runut.core.report.lakip.catatan import revision_blocks
from runut.core.report.lakip.draft import MAKIN_BAIK, Draft, unit_name
from runut.core.report.lakip.figures import EMPTY, measured, rupiah, sum_source
from runut.core.report.lakip.keys import PERJANJIAN, RENSTRA
from runut.core.report.lakip.pagu import change_blocks
from runut.core.report.lakip.penjenjangan import cascade_charts
from runut.core.report.lakip.words import needed, written
from runut.core.words.dates import format_date
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
    if any(row.indikator.renstra for row in draft.rows):
        blocks.append(_targets_by_year(draft))
        return (*blocks, *_cascade(draft), *written(draft.words, RENSTRA))
    blocks += _aims(draft)
    ask = "target Renstra setiap indikator, atau alasan belum ada"
    return (*blocks, *_cascade(draft), *needed(draft.words, RENSTRA, ask))


def _cascade(draft: Draft) -> tuple[Block, ...]:
    """How the sasaran hang on the aims, and the budget on the sasaran."""
    if not _is_supported(draft):
        return ()
    return (
        paragraph("Penjenjangan dari tujuan sampai sub kegiatan digambarkan sebagai berikut."),
        *cascade_charts(draft),
    )


def _is_supported(draft: Draft) -> bool:
    """Whether any sasaran has a line of the budget under it: else there is no tree to draw."""
    return any(supporting_lines(draft.data, one.id) for one in draft.data.sasarans)


def _aims(draft: Draft) -> list[Block]:
    """Aims and sasaran in words, where no target of the Renstra is known."""
    lines: list[Line] = []
    aim = ""
    for sasaran in draft.data.sasarans:
        if sasaran.tujuan not in ("", aim):
            aim = sasaran.tujuan
            lines.append(line(f"Tujuan: {aim}"))
        lines.append(line(f"Sasaran: {sasaran.nama}"))
    return [Bullets(tuple(lines))] if lines else []


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
    return (
        paragraph(_made(draft)),
        agreement_table(draft, caption=f"Perjanjian Kinerja Tahun {draft.tahun}"),
        *revision_blocks(draft.catatan, draft.data),
        *written(draft.words, PERJANJIAN),
    )


def _made(draft: Draft) -> str:
    """When the targets were agreed: by the signed record where the office keeps one."""
    tahun, catatan = draft.tahun, draft.catatan
    if catatan is None:
        made = f" tanggal {draft.data.pk_tanggal}" if draft.data.pk_tanggal else ""
        return (
            f"Target tahun {tahun} ditetapkan dalam Perjanjian Kinerja{made}. Bentuknya terdapat "
            "pada Lampiran 1."
        )
    if not catatan.perjanjian:
        return f"Target tahun {tahun} menurut buku data adalah sebagai berikut."
    last = catatan.perjanjian[-1].pk
    made = f" tanggal {format_date(last.tanggal)}" if last.tanggal else ""
    return (
        f"Target tahun {tahun} ditetapkan dalam Perjanjian Kinerja{made}. Isinya sebagaimana "
        "ditandatangani terdapat pada Lampiran 1."
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
        *change_blocks(draft),
        *written(draft.words, "bab2.anggaran"),
    )


def program_table(draft: Draft, *, caption: str = "") -> Table:
    """Program, anggaran, keterangan: the lower half of the annex of the Perjanjian Kinerja."""
    rows: list[tuple[Cell, ...]] = []
    for row in top_rows(draft.data):
        subs = sub_lines(draft.data, row.anggaran.kode)
        if subs:
            funds = join_words(sorted({sub.sumber_dana for sub in subs}))
            money = right(rupiah(row.jumlah.pagu, sum_source(subs, "pagu")))
            rows.append((center(f"{len(rows) + 1}."), cell(row.anggaran.nama), money, cell(funds)))
    total = rupiah(draft.total.pagu, "dihitung: jumlah pagu seluruh baris anggaran")
    rows.append((cell("Jumlah", bold=True, span=2, align="right"), right(total), cell("")))
    return Table(
        head=(head_row("No", _top_title(draft), "Anggaran (Rp)", "Keterangan"),),
        rows=tuple(rows),
        widths=(0.07, 0.5, 0.25, 0.18),
        caption=caption,
    )


def _top_title(draft: Draft) -> str:
    """What the highest lines are, where the budget does not begin with programs."""
    levels = {row.anggaran.tingkat for row in top_rows(draft.data)}
    if levels == {PROGRAM}:
        return "Program"
    return "Kegiatan" if levels == {KEGIATAN} else "Program, kegiatan, sub kegiatan"
