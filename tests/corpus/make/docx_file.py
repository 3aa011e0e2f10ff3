"""A Word file of an SOP: tables by python-docx, symbols as raw XML over or in them."""

import io
import zipfile
from dataclasses import dataclass, field, replace
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import parse_xml
from docx.shared import Pt

from tests.corpus.definitions import Definition, Step
from tests.corpus.make.docx_shapes import (
    NS,
    Anchor,
    Frame,
    Ids,
    frame_of_label,
    frame_of_shape,
    freeform,
    frames_of_connector,
    run,
    run_of,
    run_of_canvas,
    run_of_group,
    vml_types,
)
from tests.corpus.make.geometry import Drawing, draw
from tests.corpus.make.measured import with_measured
from tests.corpus.make.page_plan import MARGIN, Form, form_of, plan_of
from tests.corpus.make.variant import Variant
from tests.corpus.make.wording import PAIRS, TITLES, identity_rows, items, label, step_texts


def make(sop: Definition, variant: Variant, *, measured: bool = True) -> tuple[bytes, Drawing]:
    """The file, and what was drawn in it."""
    form = form_of(sop, variant)
    if measured and variant.pilihan.get("tinggi") == "otomatis":
        form = with_measured(form, sop, variant)
    drawing = draw(sop, plan_of(sop, form), variant) if variant.tanda == "bentuk" else Drawing()
    document = Document()
    set_page(document, form)
    if "penomoran otomatis" in variant.pilihan:
        add_numbering(document)
    if "sampul" in variant.pilihan:
        cover(document, sop)
    if variant.pembuka:
        paragraph(document, variant.pembuka, 12)
    if variant.identitas != "tidak ada":
        identity(document, sop, variant, form)
    title = paragraph(document, variant.judul_prosedur, form.title)
    title.paragraph_format.page_break_before = (
        variant.identitas != "tidak ada" and not variant.satu_halaman
    )
    body = steps(document, title, sop, variant, form)
    if "sampul" in variant.pilihan:
        closing(document, sop)
    if drawing.shapes:
        put_drawing(drawing, body, sop, variant, form)
    return frozen(document), drawing


def set_page(document: Any, form: Form) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Pt(form.paper[0]), Pt(form.paper[1])
    section.left_margin = section.right_margin = Pt(MARGIN)
    section.top_margin = section.bottom_margin = Pt(MARGIN)
    section.header_distance = section.footer_distance = Pt(18)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Arial", Pt(8)
    style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.line_spacing = 1.0


def paragraph(document: Any, text: str, height: float) -> Any:
    found = document.add_paragraph(text)
    found.paragraph_format.line_spacing = Pt(height)
    return found


def write(cell: Any, text: str) -> None:
    """Lines as paragraphs, the way a typist makes them."""
    parts = text.split("\n")
    cell.paragraphs[0].text = parts[0]
    for part in parts[1:]:
        cell.add_paragraph(part)


def new_table(document: Any, rows: int, widths: list[float], *, lined: bool = True) -> Any:
    table = document.add_table(rows=rows, cols=len(widths))
    if lined:
        table.style = "Table Grid"
    table.autofit = False
    properties = table._tbl.tblPr
    properties.append(parse_xml(f'<w:tblInd {NS} w:w="0" w:type="dxa"/>'))
    properties.append(
        parse_xml(
            f'<w:tblCellMar {NS}><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
        )
    )
    for i, width in enumerate(widths):
        table.columns[i].width = Pt(width)
        for cell in table.columns[i].cells:
            cell.width = Pt(width)
    return table


def set_height(row: Any, height: float, *, exact: bool) -> None:
    row.height = Pt(height)
    row.height_rule = WD_ROW_HEIGHT_RULE.EXACTLY if exact else WD_ROW_HEIGHT_RULE.AT_LEAST


def identity(document: Any, sop: Definition, variant: Variant, form: Form) -> None:
    total = sum(form.widths)
    upper = identity_rows(sop, variant)
    lined = variant.identitas != "tanpa garis"
    colon = "kolom titik dua" in variant.pilihan
    parts = [0.5, 0.15, 0.02, 0.33] if colon else [0.5, 0.17, 0.33]
    table = new_table(document, len(form.identity), [total * part for part in parts], lined=lined)
    for row, height in zip(table.rows, form.identity, strict=True):
        set_height(row, height, exact=True)
    office = table.cell(0, 0).merge(table.cell(5, 0))
    write(office, "\n".join(sop.instansi))
    for i, (name, value) in enumerate(upper):
        if "label dan nilai satu sel" in variant.pilihan:
            write(table.cell(i, 1).merge(table.cell(i, 2)), f"{name} : {value}")
            continue
        if "tanggal satu sel" in variant.pilihan and i in (1, 2, 3):
            continue
        write(table.cell(i, 1), name)
        if colon:
            write(table.cell(i, 2), ":")
        write(
            table.cell(i, 3 if colon else 2),
            (": " if variant.pilihan.get("nilai titik dua") else "") + value,
        )
    if "tanggal satu sel" in variant.pilihan:
        dates = [row for row in upper if "anggal" in row[0]]
        for column, part in ((1, 0), (2, 1)):
            cell = table.cell(1, column).merge(table.cell(3, column))
            write(cell, "\n".join(row[part] for row in dates))
    for i, pair in enumerate(PAIRS):
        for side, key in enumerate(pair):
            list_cells(table, 6 + 2 * i, side, key, sop, variant)


def list_cells(
    table: Any, row: int, side: int, key: str, sop: Definition, variant: Variant
) -> None:
    head, body = table.cell(row, side), table.cell(row + 1, side)
    if side == 1:
        last = len(table.columns) - 1
        head, body = head.merge(table.cell(row, last)), body.merge(table.cell(row + 1, last))
    values = items(sop.lists[key], variant)
    name = label(TITLES[key], variant)
    if variant.identitas == "satu sel":
        write(head.merge(body), "\n".join([name, *values]))
        return
    write(head, name)
    write(body, "\n".join(values))
    if "penomoran otomatis" in variant.pilihan:
        write_plain(body, sop.lists[key])
        for paragraph_ in body.paragraphs:
            numbered(paragraph_, 10 + row // 2 - 3 + 3 * side)


@dataclass
class Body:
    """The step rows of the file by their numbers, and the line above the table of each page."""

    rows: dict[str, Any] = field(default_factory=dict)
    titles: dict[int, Any] = field(default_factory=dict)


def write_plain(cell: Any, values: tuple[str, ...]) -> None:
    for paragraph_, value in zip(cell.paragraphs, values, strict=True):
        paragraph_.text = value


def steps(document: Any, title: Any, sop: Definition, variant: Variant, form: Form) -> Body:
    """The step table, or one table for each page."""
    body = Body(titles={0: title})
    if "tabel terpisah" not in variant.pilihan:
        step_table(document, sop, variant, form, sop.langkah, body)
        return body
    for page in sorted({row.halaman for row in form.rows.values()}):
        if page > 0:
            body.titles[page] = paragraph(document, "", 18)
            body.titles[page].paragraph_format.page_break_before = True
        chosen = tuple(s for s in sop.langkah if form.rows[s.no].halaman == page)
        step_table(document, sop, variant, form, chosen, body)
    return body


def step_table(
    document: Any,
    sop: Definition,
    variant: Variant,
    form: Form,
    chosen: tuple[Step, ...],
    body: Body,
) -> None:
    heads = len(form.head)
    table = new_table(document, heads, list(form.widths))
    for row, height in zip(table.rows, form.head, strict=True):
        set_height(row, height, exact=True)
        if variant.ulang_kepala:
            row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {NS}/>"))
    step_head(table, sop, variant)
    if "arsiran" in variant.pilihan:
        shade(table)
    texts = dict(zip([s.no for s in sop.langkah], step_texts(sop, variant), strict=True))
    exact = variant.pilihan.get("tinggi") != "otomatis"
    headings = dict(variant.bagian)
    for step in chosen:
        if step.no in headings:
            heading = table.add_row()
            set_height(heading, 15.0, exact=True)
            write(heading.cells[0].merge(heading.cells[-1]), headings[step.no])
        row, box = table.add_row(), form.rows[step.no]
        set_height(row, box.bottom - box.top if exact else 34.0, exact=exact)
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {NS}/>"))
        body.rows[step.no] = row
        fill_row(row.cells, texts[step.no], sop, variant, step)
        if variant.di_tengah:
            for i in (0, 1, *range(2 + len(sop.pelaksana), len(row.cells))):
                centre(row.cells[i])
    if variant.jumlah:
        last = table.add_row()
        write(last.cells[0].merge(last.cells[1 + len(sop.pelaksana)]), variant.jumlah)
    merge_times(table, sop, variant, body)


def shade(table: Any) -> None:
    """Grey behind the head, as most offices have it."""
    for row in table.rows:
        for tc in row._tr.tc_lst:
            tc.get_or_add_tcPr().append(
                parse_xml(f'<w:shd {NS} w:val="clear" w:color="auto" w:fill="BFBFBF"/>')
            )


def cover(document: Any, sop: Definition) -> None:
    """A cover, as bound SOPs have one, with words that belong to no field."""
    for text in ("STANDAR OPERASIONAL PROSEDUR", "(SOP)", "TAHUN 2024"):
        paragraph(document, text, 24)
    paragraph(document, sop.instansi[0], 18)
    document.add_page_break()


def closing(document: Any, sop: Definition) -> None:
    """Words under the table."""
    for text in ("Catatan: waktu dihitung dalam jam kerja.", "Mengetahui,", sop.jabatan):
        document.add_paragraph(text)


def step_head(table: Any, sop: Definition, variant: Variant) -> None:
    count = len(sop.pelaksana)
    after = 2 + count
    single = ["No.", variant.kegiatan]
    two = variant.pelaksana is not None or variant.mutu is not None
    last = 1 if two else 0
    for i, text in enumerate(single):
        write(table.cell(0, i).merge(table.cell(last, i)), text)
    names = [split_name(a) if variant.kepala_berbaris else a for a in sop.pelaksana]
    covered = variant.pelaksana_atas or count
    if variant.pelaksana is not None:
        write(table.cell(0, 2).merge(table.cell(0, 1 + covered)), variant.pelaksana)
    for i, name in enumerate(names):
        if two and (variant.pelaksana is None or i >= covered):
            write(table.cell(0, 2 + i).merge(table.cell(1, 2 + i)), name)
        else:
            write(table.cell(last, 2 + i), name)
    quality = variant.mutu_baku
    if variant.mutu is not None:
        write(table.cell(0, after).merge(table.cell(0, after + 2)), variant.mutu)
    for i, text in enumerate(quality):
        if two and variant.mutu is None:
            write(table.cell(0, after + i).merge(table.cell(1, after + i)), text)
        else:
            write(table.cell(last, after + i), text)
    if variant.keterangan is not None:
        write(table.cell(0, after + 3).merge(table.cell(last, after + 3)), variant.keterangan)
    if variant.baris_nomor:
        for i in range(len(table.columns)):
            write(table.cell(last + 1, i), str(i + 1))


def split_name(name: str) -> str:
    """A head typed over lines, a long word broken by hand."""
    return "\n".join(name.split())


def fill_row(
    cells: Any, texts: dict[str, str], sop: Definition, variant: Variant, step: Step
) -> None:
    after = 2 + len(sop.pelaksana)
    if "penomoran otomatis" in variant.pilihan:
        numbered(cells[0].paragraphs[0], 2)
    else:
        write(cells[0], texts["no"])
    write(cells[1], texts["kegiatan"])
    special_words(cells[1], texts["kegiatan"], variant, step)
    for i, key in enumerate(variant.urutan):
        write(cells[after + i], texts[key])
    if variant.keterangan is not None:
        write(cells[after + 3], texts["keterangan"])
    if variant.tanda not in ("bentuk", ""):
        for k, actor in enumerate(sop.pelaksana):
            if actor in step.pelaksana:
                mark(cells[2 + k], variant.tanda)


def mark(cell: Any, sign: str) -> None:
    if sign.startswith("sym:"):
        cell.paragraphs[0]._p.append(
            parse_xml(f'<w:r {NS}><w:sym w:font="Wingdings" w:char="{sign[4:]}"/></w:r>')
        )
        return
    cell.paragraphs[0].text = sign
    cell.paragraphs[0].alignment = 1


def numbered(paragraph_: Any, list_number: int) -> None:
    """Numbered by Word itself: the number is nowhere in the text."""
    paragraph_._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {NS}><w:ilvl w:val="0"/><w:numId w:val="{list_number}"/></w:numPr>')
    )


def add_numbering(document: Any) -> None:
    """Lists that count from one: number 2 for the rows, from 10 on one for each list."""
    element = document.part.numbering_part.element
    for old in list(element):
        element.remove(old)
    for number in (2, *range(10, 16)):
        element.append(
            parse_xml(
                f'<w:abstractNum {NS} w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
                '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
                '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
                '<w:pPr><w:ind w:left="200" w:hanging="200"/></w:pPr></w:lvl></w:abstractNum>'
            )
        )
    for number in (2, *range(10, 16)):
        element.append(
            parse_xml(f'<w:num {NS} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )


def special_words(cell: Any, text: str, variant: Variant, step: Step) -> None:
    """The same words as Word keeps them after a review, in a content control, or over breaks."""
    first, _, rest = text.partition(" ")
    paragraph_ = cell.paragraphs[0]._p
    if "lacak perubahan" in variant.pilihan:
        clear(paragraph_)
        by = 'w:id="90" w:author="Penelaah" w:date="2024-01-01T00:00:00Z"'
        paragraph_.append(parse_xml(f"<w:ins {NS} {by}><w:r><w:t>{first}</w:t></w:r></w:ins>"))
        paragraph_.append(
            parse_xml(
                f"<w:del {NS} {by}><w:r><w:delText>Kata yang sudah dihapus</w:delText></w:r></w:del>"
            )
        )
        paragraph_.append(parse_xml(f'<w:r {NS}><w:t xml:space="preserve"> {rest}</w:t></w:r>'))
    if "kontrol isi" in variant.pilihan:
        clear(paragraph_)
        paragraph_.append(
            parse_xml(
                f"<w:sdt {NS}><w:sdtPr/><w:sdtContent><w:r><w:t>{first}</w:t><w:br/>"
                f"<w:t>{rest}</w:t></w:r></w:sdtContent></w:sdt>"
            )
        )


def clear(paragraph_: Any) -> None:
    for run_ in list(paragraph_.r_lst):
        paragraph_.remove(run_)


def merge_times(table: Any, sop: Definition, variant: Variant, body: Body) -> None:
    if not variant.gabung_waktu:
        return
    column = 2 + len(sop.pelaksana) + variant.urutan.index("waktu")
    cells = [body.rows[no].cells[column] for no in variant.gabung_waktu]
    text = next(s.waktu for s in sop.langkah if s.no == variant.gabung_waktu[0])
    merged = cells[0].merge(cells[-1])
    for extra in merged.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    merged.paragraphs[0].text = text


def put_drawing(
    drawing: Drawing, body: Body, sop: Definition, variant: Variant, form: Form
) -> None:
    how = variant.pilihan.get("xml", "mc")
    ids = Ids()
    if how != "dml":
        body.titles[0]._p.append(parse_xml(run(f"<w:pict>{vml_types()}</w:pict>")))
    at = variant.pilihan.get("jangkar", "judul")
    if at in ("sel", "dalam sel"):
        in_cells(drawing, body, variant, form)
        return
    for page in sorted({shape.halaman for shape in drawing.shapes}):
        frames = frames_on(drawing, page, variant)
        home, anchor = home_of(page, body, variant, form)
        if "kanvas" in variant.pilihan:
            home.append(parse_xml(run_of_canvas(frames, anchor, ids)))
            continue
        size = int(variant.pilihan.get("grup", "1"))
        for i in range(0, len(frames), size):
            some = frames[i : i + size]
            made = (
                run_of_group(some, anchor, ids, how)
                if "grup" in variant.pilihan
                else run_of(some[0], anchor, ids, how)
            )
            home.append(parse_xml(made))


def frames_on(drawing: Drawing, page: int, variant: Variant) -> list[Frame]:
    found = [frame_of_shape(s, variant.nama_bentuk) for s in drawing.shapes if s.halaman == page]
    for con in drawing.connectors:
        if con.halaman != page:
            continue
        before = list(found)
        found += frames_of_connector(
            con, pieces="potong" in variant.pilihan, headless=variant.tanpa_kepala
        )
        if "garis bebas" in variant.pilihan and len(con.points) > 2:
            found = [*before, freeform(con)]
        if con.label:
            found.append(frame_of_label(con))
    if "v:line" in variant.pilihan:
        found = [replace(f, kind="v:line") if f.is_line else f for f in found]
    return found


def home_of(page: int, body: Body, variant: Variant, form: Form) -> tuple[Any, Anchor]:
    """The paragraph that holds all shapes of a page, and what their offsets start from."""
    first = next(row for row in form.rows.values() if row.halaman == page)
    if page == 0:
        home, x, y = body.titles[0]._p, MARGIN, form.start
    elif page in body.titles:
        home, x, y = body.titles[page]._p, MARGIN, MARGIN
    else:
        home, x, y = body.rows[first.no].cells[0].paragraphs[0]._p, MARGIN, first.top
    at = variant.pilihan.get("jangkar")
    if at == "halaman":
        return home, Anchor("page", "page", 0, 0, in_cell=False)
    if at == "margin":
        return home, Anchor("margin", "margin", MARGIN, MARGIN, in_cell=False)
    return home, Anchor("column", "paragraph", x, y, in_cell=page == 0 or page in body.titles)


def in_cells(drawing: Drawing, body: Body, variant: Variant, form: Form) -> None:
    """Every symbol hangs on, or stands in, the cell of its actor; the arrows on the page."""
    how, ids = variant.pilihan.get("xml", "mc"), Ids()
    stands = variant.pilihan.get("jangkar") == "dalam sel"
    for shape in drawing.shapes:
        near = shape.no or nearest_row(shape.cy, shape.halaman, form)
        column = next(
            i for i in range(len(form.widths)) if form.edges[i] <= shape.cx < form.edges[i + 1]
        )
        cell = body.rows[near].cells[column]
        anchor = Anchor("column", "paragraph", form.edges[column] + 4, form.rows[near].top)
        if stands:
            centre(cell)
        frame = frame_of_shape(shape, variant.nama_bentuk)
        home = cell.paragraphs[0]._p
        home.append(parse_xml(run_of(frame, None if stands else anchor, ids, how)))
    for page in sorted({con.halaman for con in drawing.connectors}):
        home, anchor = home_of(page, body, variant, form)
        for frame in frames_on(drawing, page, variant):
            if frame.is_line or frame.is_label:
                home.append(parse_xml(run_of(frame, anchor, ids, how)))


def centre(cell: Any) -> None:
    for paragraph_ in cell.paragraphs:
        paragraph_.alignment = 1
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:vAlign {NS} w:val="center"/>'))


def nearest_row(y: float, page: int, form: Form) -> str:
    rows = [row for row in form.rows.values() if row.halaman == page]
    return min(rows, key=lambda row: abs(row.cy - y)).no


def frozen(document: Any) -> bytes:
    """The file with fixed times, so that the same corpus gives the same bytes."""
    document.core_properties.author = ""
    document.core_properties.comments = ""
    raw = io.BytesIO()
    document.save(raw)
    return refrozen(raw.getvalue())


def refrozen(data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as out:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, source.read(name))
    return target.getvalue()
