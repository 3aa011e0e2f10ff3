"""The report in two pages for everybody: promised, reached, missed and why, the money.

Nothing is computed or judged here: every sentence and figure is one of the report's, every cause
the beginning of what people wrote in it. What the report does not say, this does not say.
"""

from collections.abc import Mapping
from dataclasses import replace

from runut.core.kinerja.model import DataKinerja
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.blocks import Block, Bullets, Chart, Heading, Line, Paper, Table, line
from runut.core.report.cells import cell, center, head_row, paragraph, right
from runut.core.report.columns import even_decimals
from runut.core.report.lakip.bab3.target import missed_sentence
from runut.core.report.lakip.depan import DATA_CONTOH
from runut.core.report.lakip.draft import Draft, full_name, prepare_draft, unit_name
from runut.core.report.lakip.figures import count
from runut.core.report.lakip.keys import faktor_key, hambatan_key, penyebab_key
from runut.core.report.lakip.live import live_figures
from runut.core.report.lakip.rows import result_lines, row_cells
from runut.core.report.lakip.sekilas import by_sasaran
from runut.core.report.lakip.sentences import belum_dinilai, budget_sentence, counts_sentence
from runut.core.report.prose.plain import plain_words
from runut.core.report.prose.resolve import resolve_paper

TANPA_SEBAB = "Laporan belum memuat penyebabnya."
_MOST_WORDS = 60


def compose_ringkasan(
    data: DataKinerja, texts: Mapping[str, str], *, sebanyak: int, kode: str = ""
) -> Paper:
    """The summary. ``sebanyak``: how many lines a table or list may have, so that it fits its two
    pages; ``kode``: that of the signed report, "" while it is a draft.
    """
    draft = prepare_draft(data, texts)
    office = unit_name(data.profil)
    body = (
        Heading(1, f"KINERJA {office.upper()} TAHUN {data.tahun}", in_contents=False),
        paragraph(f"Ringkasan Laporan Kinerja {full_name(data.profil)} untuk masyarakat."),
        Heading(2, "Yang dijanjikan dan yang dicapai"),
        *_promised(draft, sebanyak),
        *_chart(draft, sebanyak),
        Heading(2, "Yang belum tercapai, dan mengapa"),
        *_missed(draft, sebanyak),
        Heading(2, "Uang yang dipakai"),
        paragraph(*budget_sentence(draft.total)),
        Heading(2, "Selengkapnya"),
        _whole(draft, kode),
    )
    paper = Paper(
        title=f"Ringkasan Laporan Kinerja {office} Tahun {data.tahun}",
        subject=f"Ringkasan laporan kinerja {full_name(data.profil)} tahun {data.tahun}",
        author=full_name(data.profil),
        body=tuple(even_decimals(block) for block in body),
        header=f"Ringkasan LAKIP {data.profil.singkatan or office} Tahun {data.tahun}",
        footer=DATA_CONTOH if data.profil.is_contoh else "",
        keywords=("LAKIP", "ringkasan", str(data.tahun)),
    )
    return resolve_paper(paper, live_figures(draft), {})


def _promised(draft: Draft, most: int) -> tuple[Block, ...]:
    """Each indicator where they are few, else each sasaran; what is left out is counted."""
    rows = draft.counted
    table = _by_indicator(draft) if len(rows) <= most else _by_sasaran(draft, most)
    left = len(draft.efisiensi) - most if len(rows) > most else 0
    return (
        paragraph(
            f"Pada tahun {draft.tahun} dijanjikan ",
            count(len(draft.data.sasarans), "jumlah sasaran"),
            " sasaran. ",
            *counts_sentence(draft.rekap),
        ),
        *((table,) if table.rows else ()),
        *((paragraph(f"Masih ada {left} sasaran lain dalam laporan."),) if left > 0 else ()),
    )


def _by_indicator(draft: Draft) -> Table:
    return Table(
        head=(head_row("Indikator", "Dijanjikan", "Dicapai", "Hasil"),),
        rows=tuple(
            (
                cell(row.indikator.nama),
                row_cells(row)[0],
                cell(*result_lines(row), align="right"),
                center(_verdict(row)),
            )
            for row in draft.counted
        ),
        widths=(0.46, 0.17, 0.17, 0.2),
        caption=f"Janji dan capaian tahun {draft.tahun}",
    )


def _verdict(row: BarisCapaian) -> str:
    if row.hasil.is_tercapai is None:
        return "belum dinilai"
    return "tercapai" if row.hasil.is_tercapai else "belum tercapai"


def _by_sasaran(draft: Draft, most: int) -> Table:
    return Table(
        head=(head_row("Sasaran", "Indikator", "Tercapai", "Belum tercapai", "Belum dinilai"),),
        rows=tuple(
            (
                cell(one.sasaran.nama),
                right(count(one.capaian.jumlah, "jumlah indikator sasaran ini")),
                right(count(one.capaian.tercapai, "jumlah yang mencapai target")),
                right(count(one.capaian.tidak_tercapai, "jumlah yang tidak mencapai target")),
                right(count(belum_dinilai(one.capaian), "jumlah yang belum dapat dinilai")),
            )
            for one in draft.efisiensi[:most]
        ),
        widths=(0.48, 0.13, 0.13, 0.13, 0.13),
        caption=f"Janji dan capaian tahun {draft.tahun} menurut sasaran",
    )


def _chart(draft: Draft, most: int) -> tuple[Chart, ...]:
    """How many indicators of each sasaran reached their target; the words say the same."""
    return tuple(
        replace(one, caption=_caption(draft, one), alt=_alt(one)) for one in by_sasaran(draft, most)
    )


def _caption(draft: Draft, chart: Chart) -> str:
    """A chart of some sasaran says that there are more."""
    some = sum(1 for one in draft.efisiensi if one.capaian.jumlah)
    part = "" if len(chart.labels) == some else f", {len(chart.labels)} dari {some} sasaran"
    return f"Hasil indikator menurut sasaran tahun {draft.tahun}{part}"


def _alt(chart: Chart) -> str:
    told = (
        f"{label}: "
        + ", ".join(f"{one.values[n]} {one.name}" for one in chart.series if one.values[n])
        for n, label in enumerate(chart.labels)
    )
    return f"Grafik batang jumlah indikator. {'; '.join(told)}."


def _missed(draft: Draft, most: int) -> tuple[Block, ...]:
    missed = [row for row in draft.counted if row.hasil.is_tercapai is False]
    if not missed:
        rest = belum_dinilai(draft.rekap)
        said = "Tidak ada indikator yang dinyatakan belum mencapai target"
        return (paragraph(f"{said}; {rest} belum dapat dinilai." if rest else f"{said}."),)
    lines = [_with_cause(draft, row) for row in missed[:most]]
    if len(missed) > most:
        lines.append(line(f"dan {len(missed) - most} indikator lain, dimuat dalam laporan."))
    return (Bullets(tuple(lines)),)


def _with_cause(draft: Draft, row: BarisCapaian) -> Line:
    return (*missed_sentence(row, draft.tahun), *line(f" {_cause(draft, row)}"))


def _cause(draft: Draft, row: BarisCapaian) -> str:
    """What the report says of the indicator, else of its sasaran, and which of the two it is.

    The causes of a sasaran tell of what was reached too, so more of them is taken than a sentence
    and no sentence is called the cause of this one indicator.
    """
    slots = (
        (faktor_key(row.indikator.id, "hambatan"), "Penyebab menurut laporan"),
        (hambatan_key(row.sasaran.id), "Hambatan pada sasarannya menurut laporan"),
        (penyebab_key(row.sasaran.id), "Penjelasan laporan tentang sasarannya"),
    )
    for key, lead in slots:
        words = plain_words(draft.words.get(key, ""), live_figures(draft))
        if words:
            return f"{lead}: {_beginning(words)}"
    return TANPA_SEBAB


def _beginning(words: str) -> str:
    """As many words as there is room for; one that goes on says so.

    >>> _beginning("Anggaran terlambat.\\nRapat ditunda.")
    'Anggaran terlambat. Rapat ditunda.'
    """
    said = words.split()
    return " ".join(said) if len(said) <= _MOST_WORDS else f"{' '.join(said[:_MOST_WORDS])} …"


def _whole(draft: Draft, kode: str) -> Block:
    where = f" yang ditandatangani, kode {kode}" if kode else ", yang belum ditandatangani"
    return paragraph(
        f"Ringkasan ini disusun dari Laporan Kinerja {full_name(draft.data.profil)} Tahun "
        f"{draft.tahun}{where}. Rincian, cara menghitung, dan sumber setiap angka ada di sana."
    )
