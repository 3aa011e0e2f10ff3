"""Operators over Word and Excel files: the same faults, where cells are cells."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from docx.oxml import parse_xml
from openpyxl.styles import PatternFill

from tests.corpus.definitions import Definition
from tests.corpus.dirty import drawn
from tests.corpus.dirty.head_words import SIGNED
from tests.corpus.dirty.office_rows import pair_split_by_blank_rows, two_level_heads
from tests.corpus.make import docx_file, xlsx_file
from tests.corpus.make.docx_shapes import NS
from tests.corpus.make.geometry import Drawing, Plan, RowBox
from tests.corpus.make.variant import Touch, Variant
from tests.corpus.make.wording import MONTHS, identity_rows, truth


@dataclass
class Desk(Touch):
    """A file of an office program being made, and what is to be done to it."""

    sop: Definition
    variant: Variant
    random: Random
    truth: dict[str, Any]
    shown: Definition  # the SOP as its words are typed
    kind: str = ""
    drawing: Drawing = field(default_factory=Drawing)
    columns: list[tuple[float, float]] = field(default_factory=list)
    rows: dict[str, RowBox] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    arrows: str = ""
    on_drawing: list[Callable[[Any, Random], None]] = field(default_factory=list)
    on_cells: list[Callable[[Any, Random], None]] = field(default_factory=list)
    coloured: str = ""  # the colour of symbols without an outline
    labels: list[tuple[str, int, str]] = field(default_factory=list)  # typed in cells

    def drawn(self, drawing: Drawing, plan: Plan) -> None:
        self.drawing, self.columns = drawing, list(plan.columns.values())
        self.rows = plan.rows
        for operator in self.on_drawing:
            operator(self, self.random)
        drawing.shapes[:] = [
            replace(s, kind=self.kinds[s.key]) if s.key in self.kinds else s
            for s in self.drawing.shapes
        ]
        drawing.connectors[:] = self.drawing.connectors
        drawing.filled = self.coloured

    def filled(self, host: Any) -> None:
        for operator in self.on_cells:
            operator(host, self.random)


Change = Callable[[Desk, Random], None]


def on_drawing(operator: Callable[[Any, Random], None]) -> Change:
    def change(desk: Desk, random: Random) -> None:
        del random
        desk.on_drawing.append(operator)

    return change


def on_cells(operator: Callable[[Any, Random], None]) -> Change:
    def change(desk: Desk, random: Random) -> None:
        del random
        desk.on_cells.append(operator)

    return change


def values_a_row_down(desk: Desk, random: Random) -> None:
    del random
    values = [value for _, value in identity_rows(desk.shown, desk.variant)]
    moved = ((0, ""), *((i, values[i - 1]) for i in (1, 2, 3)))
    desk.variant = replace(desk.variant, isian=moved)
    desk.truth["tergeser"] = [
        "nomor",
        "tanggal_pembuatan",
        "tanggal_revisi",
        "tanggal_efektif",
    ]


def month_only_dates(desk: Desk, random: Random) -> None:
    row = random.choice((1, 3))
    key = ("", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")[row]
    iso = desk.truth["sop"][key]
    if not iso or desk.variant.isian:
        return
    words = f"{MONTHS[int(iso[5:7]) - 1]} {iso[:4]}"
    desk.variant = replace(desk.variant, isian=((row, words),))
    desk.truth["sop"][key] = ""
    desk.truth.setdefault("harus_ditanya", []).append(key)


def signer_far_below(desk: Desk, random: Random) -> None:
    value = identity_rows(desk.shown, desk.variant)[4][1]
    far = value.replace("\n\n", "\n" * random.randint(4, 6))
    desk.variant = replace(desk.variant, isian=(*desk.variant.isian, (4, far)))


def labels_in_one_cell(desk: Desk, random: Random) -> None:
    del random
    desk.variant.pilihan["label dan nilai satu sel"] = "1"


def unnumbered_rows(desk: Desk, random: Random) -> None:
    numbers = [step.no for step in desk.sop.langkah[1:]]
    bare = tuple(random.sample(numbers, k=min(2, len(numbers))))
    desk.variant = replace(desk.variant, tanpa_nomor=bare)
    desk.truth["tak_dinilai"] += [f"langkah.{no}.no" for no in bare]


def odd_spaces(desk: Desk, random: Random) -> None:
    """Spaces that do not break, or two of them, in every text."""
    space = random.choice(("\u00a0", "  ", " \u200b"))

    def odd(text: str) -> str:
        return text.replace(" ", space)

    steps = tuple(
        replace(step, kegiatan=odd(step.kegiatan), keterangan=odd(step.keterangan))
        for step in desk.shown.langkah
    )
    lists = {key: tuple(odd(item) for item in items) for key, items in desk.shown.lists.items()}
    desk.shown = replace(desk.shown, langkah=steps, lists=lists)


def signed_footer(host: Any, random: Random) -> None:
    del random
    if hasattr(host, "add_paragraph"):
        for words in SIGNED:
            host.add_paragraph(words)
        host.sections[0].footer.paragraphs[0].text = " ".join(SIGNED)
        return
    host.cell(host.max_row + 2, 1).value = " ".join(SIGNED)


def page_numbers(host: Any, random: Random) -> None:
    del random
    if hasattr(host, "add_paragraph"):
        host.sections[0].footer.paragraphs[0].add_run(" Halaman 1 dari 2")
    else:
        host.oddFooter.center.text = "Halaman &P dari &N"


def border_missing(host: Any, random: Random) -> None:
    """Some cells have no borders."""
    if hasattr(host, "add_paragraph"):
        cells = host.tables[-1]._tbl.xpath(".//w:tc")
        sides = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right"))
        for cell in random.sample(cells, k=min(4, len(cells))):
            cell.get_or_add_tcPr().append(parse_xml(f"<w:tcBorders {NS}>{sides}</w:tcBorders>"))
        return
    for _ in range(6):
        row, column = random.randint(1, host.max_row), random.randint(1, host.max_column)
        host.cell(row, column).border = None


def turned_heads(host: Any, random: Random) -> None:
    del random
    if hasattr(host, "add_paragraph"):
        for cell in host.tables[-1].rows[1].cells[2:4]:
            cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:textDirection {NS} w:val="btLr"/>'))


def misprinted_number_row(host: Any, random: Random) -> None:
    """One number wrong, or up to three left out."""
    wrong, gaps = random.choice(("", "11", "2,", "l")), random.randint(1, 3)
    if hasattr(host, "add_paragraph"):
        cells = list(host.tables[-1].rows[2].cells)
        for cell in random.sample(cells, k=1 if wrong else gaps):
            cell.paragraphs[0].text = wrong
        return
    for row in host.iter_rows():
        values = [cell for cell in row if cell.value is not None]
        if [str(cell.value) for cell in values[:4]] == ["1", "2", "3", "4"]:
            for cell in random.sample(values, k=1 if wrong else gaps):
                cell.value = wrong or None
            return


def watermark(host: Any, random: Random) -> None:
    del random
    if hasattr(host, "add_paragraph"):
        host.sections[0].header.paragraphs[0].text = "SALINAN"
    else:
        host.oddHeader.center.text = "SALINAN"


def number_row(desk: Desk, random: Random) -> None:
    del random
    if "nama_lain" in desk.truth:  # the third row of the head holds names
        return
    desk.variant = replace(desk.variant, baris_nomor=True)
    desk.on_cells.append(misprinted_number_row)


def shaded_head(desk: Desk, random: Random) -> None:
    del random
    desk.variant.pilihan["arsiran"] = "1"


def shaded_cells(host: Any, random: Random) -> None:
    """Cells of all kinds with a ground of their own."""
    colour = random.choice(("FFF2CC", "D9D9D9", "E2EFDA"))
    if hasattr(host, "add_paragraph"):
        cells = host.tables[-1]._tbl.xpath(".//w:tc")
        ground = f'<w:shd {NS} w:val="clear" w:color="auto" w:fill="{colour}"/>'
        for cell in random.sample(cells, k=min(8, len(cells))):
            cell.get_or_add_tcPr().append(parse_xml(ground))
        return
    for _ in range(12):
        row, column = random.randint(1, host.max_row), random.randint(1, host.max_column)
        host.cell(row, column).fill = PatternFill("solid", fgColor=colour)


OFFICE: dict[str, Change] = {
    "kepala bertingkat dua": two_level_heads,
    "garis hilang": on_cells(border_missing),
    "kepala diarsir": shaded_head,
    "sel diarsir": on_cells(shaded_cells),
    "baris nomor keliru": number_row,
    "kepala tegak": on_cells(turned_heads),
    "tanda air": on_cells(watermark),
    "kaki tanda tangan elektronik": on_cells(signed_footer),
    "nomor halaman": on_cells(page_numbers),
    "spasi huruf aneh": odd_spaces,
    "beberapa label satu sel": labels_in_one_cell,
    "isian turun satu sel": values_a_row_down,
    "nama penanda tangan jauh": signer_far_below,
    "tanggal tanpa hari": month_only_dates,
    "kotak di atas dua kolom": on_drawing(drawn.box_over_two_columns),
    "beberapa simbol sebaris": on_drawing(drawn.several_symbols),
    "putaran dalam baris": on_drawing(drawn.loop_in_row),
    "penghubung bernomor": on_drawing(drawn.numbered_connectors),
    "label di antara dua jalan": on_drawing(drawn.label_between_exits),
    "simbol lain": on_drawing(drawn.other_symbols),
    "baris tanpa nomor": unnumbered_rows,
    "pasangan terbelah baris kosong": pair_split_by_blank_rows,
}
MAKERS = {"docx": docx_file.make, "xlsx": xlsx_file.make}


def made_by_office(
    sop: Definition, variant: Variant, kind: str, operators: tuple[str, ...], random: Random
) -> tuple[bytes, dict[str, Any]]:
    variant = replace(variant, pilihan={})
    desk = Desk(sop, variant, random, truth(sop, variant, variant.nama, kind, set()), sop, kind)
    for name in sorted(operators, key=list(OFFICE).index):
        OFFICE[name](desk, random)
    data, drawing = MAKERS[kind](desk.shown, desk.variant, touch=desk)  # type: ignore[operator]
    desk.truth["tak_dinilai"] += [f"langkah.{no}.lanjut" for no in sorted(drawing.undrawn)]
    return data, desk.truth
