"""Operators on the cells of Word and Excel files."""

import re
from copy import deepcopy
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from openpyxl.styles import Font, PatternFill

from tests.corpus.make.docx_shapes import NS, Ids, run_of
from tests.corpus.make.frames import Frame

if TYPE_CHECKING:
    from tests.corpus.dirty.office import Desk

MARKER = re.compile(r"(\d{1,2}[.)]|[a-z][.)]|-)\s+")


def is_word(host: Any) -> bool:
    return hasattr(host, "add_paragraph")


def row_cells(host: Any, desk: "Desk") -> dict[str, list[Any]]:
    """The cells of every step row, by its number; rows are known by their activity."""
    width = 2 + len(desk.sop.pelaksana) + 3 + (desk.variant.keterangan is not None)
    rows = (
        [list(row.cells) for row in host.tables[-1].rows]
        if is_word(host)
        else [[host.cell(r, c) for c in range(1, width + 1)] for r in range(1, host.max_row + 1)]
    )
    activities = {step.kegiatan: step.no for step in desk.shown.langkah}
    found = {}
    for cells in rows:
        no = activities.get(text_of(cells[1]))
        if no is not None and no not in found:
            found[no] = cells
    return found


def text_of(cell: Any) -> str:
    return cell.text if hasattr(cell, "paragraphs") else str(cell.value or "")


def put(cell: Any, text: str) -> None:
    if hasattr(cell, "paragraphs"):
        cell.paragraphs[0].text = text
    else:
        cell.value = text or None


def head_typed_again(desk: "Desk", host: Any, random: Random) -> None:
    """The head of the table typed once more at the top of each page."""
    del random
    if not is_word(host):
        return
    table = host.tables[-1]
    count = 3 if desk.variant.baris_nomor else 2
    heads = [row._tr for row in table.rows][:count]
    for tr in heads:
        for mark in tr.xpath(".//w:tblHeader"):
            mark.getparent().remove(mark)
    firsts = {}
    for no, box in desk.rows.items():
        firsts.setdefault(box.halaman, no)
    rows = row_cells(host, desk)
    for page, no in firsts.items():
        if page > 0 and no in rows:
            for tr in heads:
                rows[no][0]._tc.getparent().addprevious(deepcopy(tr))


def identity_as_paragraphs(desk: "Desk", host: Any, random: Random) -> None:
    """No table: each line of the identity block a paragraph with a tab and a colon."""
    del desk
    if not is_word(host):
        return
    table = host.tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    lines = rows[0][0].split("\n")
    tab = random.choice(("\t: ", " : ", "\t\t:\t"))
    for row in rows[:6]:
        parts = row[-1].split("\n")
        lines += [f"{row[-2]}{tab}{parts[0]}", *[f"\t\t  {part}" for part in parts[1:] if part]]
    for heads, bodies in zip(rows[6::2], rows[7::2], strict=True):
        for column in (0, len(heads) - 1):
            lines += [heads[column], *bodies[column].split("\n")]
    for line in lines:
        table._tbl.addprevious(parse_xml(f"<w:p {NS}><w:r>{tabbed(line)}</w:r></w:p>"))
    table._tbl.getparent().remove(table._tbl)


def tabbed(line: str) -> str:
    escaped = line.replace("&", "&amp;").replace("<", "&lt;")
    return "<w:tab/>".join(
        f'<w:t xml:space="preserve">{part}</w:t>' for part in escaped.split("\t")
    )


def identity_in_two_tables(desk: "Desk", host: Any, random: Random) -> None:
    del desk, random
    if not is_word(host):
        return
    table = host.tables[0]._tbl
    lower = deepcopy(table)
    for tr in table.xpath("./w:tr")[6:]:
        table.remove(tr)
    for tr in lower.xpath("./w:tr")[:6]:
        lower.remove(tr)
    table.addnext(lower)
    table.addnext(parse_xml(f"<w:p {NS}/>"))


def activity_in_text_box(desk: "Desk", host: Any, random: Random) -> None:
    """The words of some activities stand in a text box inside their cell."""
    if not is_word(host):
        return
    ids = Ids()
    rows = row_cells(host, desk)
    for no in random.sample(list(rows), k=min(2, len(rows))):
        cell = rows[no][1]
        words = " ".join(cell.text.split()).replace("&", "&amp;")
        for extra in cell.paragraphs[1:]:
            extra._p.getparent().remove(extra._p)
        put(cell, "")
        box = desk.rows[no]
        frame = Frame(0, 0, 110, box.bottom - box.top - 6, "rect", text=words, is_label=True)
        cell.paragraphs[0]._p.append(parse_xml(run_of(frame, None, ids, "mc")))


def signs_of_symbol_fonts(desk: "Desk", host: Any, random: Random) -> None:
    """A letter in a font of signs: what is seen is a tick or a square, what is kept a letter."""
    font, letter = random.choice(
        (("Wingdings", "n"), ("Wingdings", "u"), ("Wingdings", "ü"), ("Wingdings 2", "P"),
         ("Webdings", "a"), ("Wingdings", "q"), ("Segoe UI Symbol", "✔"), ("Symbol", "·"))
    )  # fmt: skip
    for step in desk.sop.langkah:
        cells = row_cells(host, desk)[step.no]
        for i, actor in enumerate(desk.sop.pelaksana):
            if actor not in step.pelaksana:
                continue
            put(cells[2 + i], letter)
            if is_word(host):
                run = cells[2 + i].paragraphs[0].runs[0]
                fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
                for key in ("w:ascii", "w:hAnsi", "w:cs"):
                    fonts.set(qn(key), font)
            else:
                cells[2 + i].font = Font(name=font, size=10)


def arrows_typed(desk: "Desk", host: Any, random: Random) -> None:
    """Squares as symbols, and arrows as signs in the cells on the way to the next actor."""
    square = random.choice(("■", "□", "▭", "⬜"))
    rows = row_cells(host, desk)
    names = list(desk.sop.pelaksana)
    steps = desk.sop.langkah
    for step, after in zip(steps, (*steps[1:], None), strict=True):
        cells = rows[step.no]
        own = [names.index(actor) for actor in step.pelaksana]
        for i in own:
            put(cells[2 + i], "◇" if step.bentuk == "keputusan" else square)
        if after is None:
            continue
        here, there = own[-1], names.index(after.pelaksana[0])
        way = range(here + 1, there + 1) if there > here else range(here - 1, there - 1, -1)
        for i in way:
            if i not in own:
                put(cells[2 + i], "↓" if i == there else ("→" if there > here else "←"))


def coloured_cells(desk: "Desk", host: Any, random: Random) -> None:
    """Who acts has a coloured cell, and nothing else."""
    colour = random.choice(("92D050", "FFFF00", "5B9BD5", "000000"))
    for step in desk.sop.langkah:
        cells = row_cells(host, desk)[step.no]
        for i, actor in enumerate(desk.sop.pelaksana):
            if actor not in step.pelaksana:
                continue
            if is_word(host):
                ground = f'<w:shd {NS} w:val="clear" w:color="auto" w:fill="{colour}"/>'
                cells[2 + i]._tc.get_or_add_tcPr().append(parse_xml(ground))
            else:
                cells[2 + i].fill = PatternFill("solid", fgColor=colour)


def two_rows_for_lists(desk: "Desk", host: Any, random: Random) -> None:
    """A step over two rows: its number, activity and actors merged, its lists row by row."""
    if not is_word(host):
        return
    rows = row_cells(host, desk)
    after = 2 + len(desk.sop.pelaksana)
    some = [no for no, cells in rows.items() if "\n" in cells[after].text + cells[-2].text]
    for no in random.sample(some, k=min(2, len(some))):
        upper = rows[no][0]._tc.getparent()
        lower = deepcopy(upper)
        for height in (*upper.xpath(".//w:trHeight"), *lower.xpath(".//w:trHeight")):
            height.set(qn("w:val"), str(int(height.get(qn("w:val"))) // 2))
        upper.addnext(lower)
        for i, (a, b) in enumerate(zip(upper.xpath("./w:tc"), lower.xpath("./w:tc"), strict=True)):
            halves(a, b, listed=after <= i < after + 3 and len(a.xpath("./w:p")) > 1)


def halves(a: Any, b: Any, *, listed: bool) -> None:
    above, below = a.xpath("./w:p"), b.xpath("./w:p")
    if listed:
        for paragraph in above[1:]:
            a.remove(paragraph)
        b.remove(below[0])
        return
    for paragraph in below[1:]:
        b.remove(paragraph)
    for run in below[0].xpath("./w:r"):
        below[0].remove(run)
    for tc, value in ((a, "restart"), (b, "continue")):
        merge = OxmlElement("w:vMerge")
        merge.set(qn("w:val"), value)
        tc.get_or_add_tcPr().append(merge)


def list_numbers_apart(desk: "Desk", host: Any, random: Random) -> None:
    """The numbers of every list in a cell of their own beside its words."""
    del random
    if is_word(host):
        numbers_in_nested_tables(host)
        return
    start = next(c.row for row in host.iter_rows() for c in row if c.value == "No")
    for merged in list(host.merged_cells.ranges):
        cell = host.cell(merged.min_row, merged.min_col)
        lines = str(cell.value or "").split("\n")
        found = [MARKER.match(line) for line in lines]
        if merged.max_row >= start or not all(found) or merged.max_col == merged.min_col:
            continue
        host.unmerge_cells(str(merged))
        cell.value = "\n".join(one[1] for one in found if one)
        beside = host.cell(merged.min_row, merged.min_col + 1)
        beside.value = "\n".join(
            line[one.end() :] for line, one in zip(lines, found, strict=True) if one
        )
        beside.alignment, beside.font = cell.alignment.copy(), cell.font.copy()
        if merged.max_col > merged.min_col + 1:
            host.merge_cells(
                start_row=merged.min_row,
                end_row=merged.max_row,
                start_column=merged.min_col + 1,
                end_column=merged.max_col,
            )


def numbers_in_nested_tables(host: Any) -> None:
    table = host.tables[0]
    for row in table.rows[7::2]:
        for tc in row._tr.tc_lst:
            cell = type(row.cells[0])(tc, table)
            lines = cell.text.split("\n")
            found = [MARKER.match(line) for line in lines]
            if not all(found):
                continue
            for extra in cell.paragraphs[1:]:
                extra._p.getparent().remove(extra._p)
            put(cell, "")
            inner = cell.add_table(rows=len(lines), cols=2)
            for line, one, inside in zip(lines, found, inner.rows, strict=True):
                if one:
                    inside.cells[0].text, inside.cells[1].text = one[1], line[one.end() :]
            cell.paragraphs[0]._p.getparent().remove(cell.paragraphs[0]._p)


def dashes_in_empty_cells(desk: "Desk", host: Any, random: Random) -> None:
    """A dash where nothing is to be said."""
    del random
    after = 2 + len(desk.sop.pelaksana)
    for no, cells in row_cells(host, desk).items():
        for cell, name in zip(cells[after:], (*desk.variant.urutan, "keterangan"), strict=False):
            if not text_of(cell):
                put(cell, "-")
                desk.truth["pilihan"][f"langkah.{no}.{name}"] = ["-", "[]", "['-']"]


def blank_lines_in_cells(desk: "Desk", host: Any, random: Random) -> None:
    """Words pushed into place with the return key."""
    for cells in row_cells(host, desk).values():
        for cell in (cells[1], cells[-2], cells[-3]):
            if is_word(host):
                for _ in range(random.choice((0, 1, 2))):
                    cell.paragraphs[0].insert_paragraph_before(" ")
            elif cell.value:
                cell.value = f"\n{cell.value}  \n"


def head_in_its_own_table(desk: "Desk", host: Any, random: Random) -> None:
    """The head of the table is a table, and the rows below it another."""
    del random
    if not is_word(host) or len({row.halaman for row in desk.rows.values()}) > 1:
        return
    table = host.tables[-1]._tbl
    body = deepcopy(table)
    count = 3 if desk.variant.baris_nomor else 2
    for tr in table.xpath("./w:tr")[count:]:
        table.remove(tr)
    for tr in body.xpath("./w:tr")[:count]:
        body.remove(tr)
    table.addnext(body)
    low = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    table.addnext(parse_xml(f"<w:p {NS}><w:pPr>{low}</w:pPr></w:p>"))


def words_below(desk: "Desk", host: Any, random: Random) -> None:
    """Notes and the place for a signature below the table."""
    lines = random.choice(
        (
            ("Catatan:", "1. Waktu dihitung dalam jam kerja.", "2. Berkas rusak dikembalikan."),
            ("Mengetahui,", desk.sop.jabatan, "", "Budi Contoh", "NIP. 19700101 199001 1 001"),
            ("Keterangan simbol: kotak = proses; belah ketupat = keputusan",),
        )
    )
    if is_word(host):
        for line in lines:
            host.add_paragraph(line)
        return
    low = host.max_row + 2
    for i, line in enumerate(lines):
        host.cell(low + i, 2).value = line or None


def labels_in_cells(desk: "Desk", host: Any, random: Random) -> None:
    """ "Ya" and "Tidak" typed in the cell beside the symbol, not in a text box of the drawing."""
    del random
    rows = row_cells(host, desk)
    for no, column, label in desk.labels:
        if no in rows:
            put(rows[no][2 + column], label)


def take_labels(desk: "Desk", random: Random) -> None:
    """The labels out of the drawing; where they will be typed."""
    del random
    taken: dict[tuple[str, int], str] = {}
    for i, con in enumerate(desk.drawing.connectors):
        start = next(s for s in desk.drawing.shapes if s.key == con.start)
        if not con.label or not start.no:
            continue
        own = next(k for k, (a, b) in enumerate(desk.columns) if a <= start.cx <= b)
        column = own + {"r": 1, "l": -1}.get(con.keluar, 0)
        if not 0 <= column < len(desk.columns) or (start.no, column) in taken:
            continue
        taken[start.no, column] = con.label
        desk.drawing.connectors[i] = replace(con, label="", label_at=None)
    desk.labels = [(no, column, label) for (no, column), label in taken.items()]
