"""The symbols of an SOP over or in the cells of its Word table."""

from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

from docx.oxml import parse_xml

from tests.corpus.make.docx_anchor import Anchor
from tests.corpus.make.docx_cells import centre
from tests.corpus.make.docx_shapes import Ids, run, run_of, run_of_canvas, run_of_group
from tests.corpus.make.docx_vml import vml_types
from tests.corpus.make.frames import (
    Frame,
    frame_of_label,
    frame_of_shape,
    frames_of_connector,
    freeform,
)
from tests.corpus.make.geometry import Drawing
from tests.corpus.make.page_plan import MARGIN, Form
from tests.corpus.make.picture import PNG
from tests.corpus.make.variant import Variant


@dataclass
class Body:
    """The step rows of the file by their numbers, and the line above the table of each page."""

    rows: dict[str, Any] = field(default_factory=dict)
    titles: dict[int, Any] = field(default_factory=dict)


def put_drawing(drawing: Drawing, body: Body, variant: Variant, form: Form) -> None:
    how = variant.pilihan.get("xml", "mc")
    ids = Ids(picture_of(drawing, body))
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


def picture_of(drawing: Drawing, body: Body) -> str:
    """The relation to the picture that stands for symbols, where one does."""
    if not any(shape.kind == "gambar" for shape in drawing.shapes):
        return ""
    found: str = body.titles[0].part.get_or_add_image(BytesIO(PNG))[0]
    return found


def frames_on(drawing: Drawing, page: int, variant: Variant) -> list[Frame]:
    found = [
        frame_of_shape(s, variant.nama_bentuk, drawing.filled)
        for s in drawing.shapes
        if s.halaman == page
    ]
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
    how, ids = variant.pilihan.get("xml", "mc"), Ids(picture_of(drawing, body))
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
        frame = frame_of_shape(shape, variant.nama_bentuk, drawing.filled)
        home = cell.paragraphs[0]._p
        home.append(parse_xml(run_of(frame, None if stands else anchor, ids, how)))
    for page in sorted({con.halaman for con in drawing.connectors}):
        home, anchor = home_of(page, body, variant, form)
        for frame in frames_on(drawing, page, variant):
            if frame.is_line or frame.is_label:
                home.append(parse_xml(run_of(frame, anchor, ids, how)))


def nearest_row(y: float, page: int, form: Form) -> str:
    rows = [row for row in form.rows.values() if row.halaman == page]
    return min(rows, key=lambda row: abs(row.cy - y)).no
