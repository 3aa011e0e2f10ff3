"""A Word file of an SOP: tables by python-docx, symbols as raw XML over or in them."""

from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.shared import Pt

from tests.corpus.definitions import Definition, Step
from tests.corpus.make.docx_cells import (
    add_numbering,
    centre,
    clear,
    frozen,
    mark,
    new_table,
    numbered,
    paragraph,
    set_height,
    shade,
    split_name,
    write,
)
from tests.corpus.make.docx_drawing import Body, put_drawing
from tests.corpus.make.docx_identity import closing, cover, history, identity
from tests.corpus.make.docx_shapes import NS
from tests.corpus.make.geometry import Drawing, draw
from tests.corpus.make.measured import with_measured
from tests.corpus.make.page_plan import MARGIN, ROOM, Form, form_of, plan_of
from tests.corpus.make.variant import Touch, Variant
from tests.corpus.make.wording import step_texts


def make(
    sop: Definition, variant: Variant, *, measured: bool = True, touch: Touch | None = None
) -> tuple[bytes, Drawing]:
    """The file, and what was drawn in it."""
    form = form_of(sop, variant)
    if measured and variant.pilihan.get("tinggi") == "otomatis":
        form = with_measured(form, sop, variant)
    drawing = draw(sop, plan_of(sop, form), variant) if variant.tanda == "bentuk" else Drawing()
    if touch is not None:
        touch.drawn(drawing, plan_of(sop, form))
    document = Document()
    set_page(document, form)
    if "penomoran otomatis" in variant.pilihan:
        add_numbering(document)
    if "sampul" in variant.pilihan:
        cover(document, sop)
    if "riwayat" in variant.pilihan:
        history(document)
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
        put_drawing(drawing, body, variant, form)
    if touch is not None:
        touch.filled(document)
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


def steps(document: Any, title: Any, sop: Definition, variant: Variant, form: Form) -> Body:
    """The step table, or one table for each page."""
    body = Body(titles={0: title})
    if "tabel terpisah" not in variant.pilihan:
        step_table(document, sop, variant, form, chosen=sop.langkah, body=body)
        return body
    for page in sorted({row.halaman for row in form.rows.values()}):
        if page > 0:
            body.titles[page] = paragraph(document, "", 18)
            body.titles[page].paragraph_format.page_break_before = True
        chosen = tuple(s for s in sop.langkah if form.rows[s.no].halaman == page)
        step_table(document, sop, variant, form, chosen=chosen, body=body)
    return body


def step_table(
    document: Any,
    sop: Definition,
    variant: Variant,
    form: Form,
    *,
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
        if step.no == variant.pilihan.get("baris kosong sebelum"):
            for _ in range(2):
                set_height(table.add_row(), ROOM, exact=True)
        row, box = table.add_row(), form.rows[step.no]
        set_height(row, box.bottom - box.top if exact else 34.0, exact=exact)
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {NS}/>"))
        body.rows[step.no] = row
        fill_row(row.cells, texts[step.no], sop, variant, step)
        if step.no == variant.pilihan.get("baris kosong setelah"):
            set_height(table.add_row(), 0.5, exact=True)
        if variant.di_tengah:
            for i in (0, 1, *range(2 + len(sop.pelaksana), len(row.cells))):
                centre(row.cells[i])
    if variant.jumlah:
        last = table.add_row()
        write(last.cells[0].merge(last.cells[1 + len(sop.pelaksana)]), variant.jumlah)
    merge_times(table, sop, variant, body)


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
                f"<w:del {NS} {by}><w:r><w:delText>Kata yang sudah dihapus</w:delText></w:r><"
                "/w:del>"
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
