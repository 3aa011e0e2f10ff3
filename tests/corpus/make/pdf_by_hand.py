"""PDF files written operator by operator, as Word prints (strokes) and as Excel prints (fills)."""

import math
from itertools import pairwise

from tests.corpus.definitions import Definition
from tests.corpus.make.geometry import Con, Drawing, Point, Shp, draw
from tests.corpus.make.page_plan import LINE, MARGIN, SPILL, Form, form_of, plan_of
from tests.corpus.make.pdf_objects import Sheet, document
from tests.corpus.make.variant import Variant
from tests.corpus.make.wording import PAIRS, TITLES, identity_rows, items, label, step_texts

CURVE = 0.5523


def wrap(text: str, width: float, size: float) -> list[str]:
    """Lines of a cell; widths are those of Helvetica, roughly, rather too wide."""
    found = []
    for part in text.split("\n"):
        line = ""
        for word in part.split():
            longer = f"{line} {word}".strip()
            if line and measure(longer, size) > width - 6:
                found.append(line)
                longer = word
            line = longer
        found.append(line)
    return found


def measure(text: str, size: float) -> float:
    return sum(
        size * (0.7 if c.isupper() else 0.28 if c in " iljtf.,;:/()" else 0.54) for c in text
    )


def cell(
    sheet: Sheet,
    corners: tuple[float, float, float, float],
    text: str,
    *,
    lined: bool = True,
    centred: bool = False,
) -> None:
    """The words of one cell, wrapped, and its borders."""
    left, top, right, bottom = corners
    if lined:
        sheet.box(left, top, right, bottom)
    found = wrap(text, right - left, 8)
    down = max((bottom - top - len(found) * LINE) / 2, 0) if centred else 0.0
    for i, line in enumerate(found):
        aside = max((right - left - 8 - measure(line, 7.6)) / 2, 0) if centred else 0.0
        sheet.text(left + 4 + aside, top + 8 + down + i * LINE, line)


def make(sop: Definition, variant: Variant) -> tuple[bytes, Drawing]:
    """The file, and what was drawn in it."""
    form = form_of(sop, variant)
    drawing = draw(sop, plan_of(sop, form), variant)
    pages = [Sheet(form.paper[1])]
    identity(pages[0], sop, variant, form)
    count = 1 + max(row.halaman for row in form.rows.values())
    first = len(pages)
    pages += [Sheet(form.paper[1]) for _ in range(count)]
    steps(pages[first:], sop, variant, form)
    look = WORD if variant.pilihan["gaya"] == "word" else EXCEL
    for shape in drawing.shapes:
        look.shape(pages[first + shape.halaman], shape)
    for con in drawing.connectors:
        page = pages[first + con.halaman]
        look.line(page, con)
        if con.label and con.label_at:
            page.text(con.label_at[0] + 2, con.label_at[1] + 7, con.label, 6.5)
    for number, page in enumerate(pages, 1):
        if "kaki halaman" in variant.pilihan:
            running(page, number, len(pages), form)
    return document(pages, form.paper, **look_of(variant)), drawing


def look_of(variant: Variant) -> dict[str, bool]:
    """How the pages stand in the file: in a form XObject, turned, or off the origin."""
    return {
        "wrapped": "bungkus" in variant.pilihan,
        "turned": "putar" in variant.pilihan,
        "shifted": "geser" in variant.pilihan,
    }


def running(page: Sheet, number: int, count: int, form: Form) -> None:
    """A running head, a foot and a watermark, which belong to no field."""
    page.text(form.edges[-1] - 120, 20, "Dokumen terkendali", 7)
    page.text(MARGIN, form.paper[1] - 14, f"Halaman {number} dari {count}", 7)
    page.add("q 0.85 g BT /F1 60 Tf 0.7 0.7 -0.7 0.7 260 160 Tm (SALINAN) Tj ET Q")


def identity(sheet: Sheet, sop: Definition, variant: Variant, form: Form) -> None:
    left, right = MARGIN, form.edges[-1]
    half = left + (right - left) / 2
    third = half + (right - left) * 0.17
    y = MARGIN
    upper = identity_rows(sop, variant)
    cell(sheet, (left, y, half, y + sum(form.identity[:6])), "\n".join(sop.instansi))
    for (name, value), height in zip(upper, form.identity, strict=False):
        cell(sheet, (half, y, third, y + height), name)
        cell(sheet, (third, y, right, y + height), value)
        y += height
    for i, pair in enumerate(PAIRS):
        head, tall = form.identity[6 + 2 * i], form.identity[7 + 2 * i]
        for key, a, b in ((pair[0], left, half), (pair[1], half, right)):
            cell(sheet, (a, y, b, y + head), label(TITLES[key], variant))
            words = "\n".join(items(sop.lists[key], variant))
            cell(sheet, (a, y + head, b, y + head + tall), words)
        y += head + tall


def steps(pages: list[Sheet], sop: Definition, variant: Variant, form: Form) -> None:
    edges = form.edges
    texts = step_texts(sop, variant)
    for number, sheet in enumerate(pages):
        if number == 0 or variant.ulang_kepala:
            step_head(sheet, sop, variant, form, form.start + form.title if number == 0 else MARGIN)
        if number == 0 and variant.judul_prosedur:
            sheet.text(MARGIN, form.start + 10, variant.judul_prosedur)
        spilled: dict[str, str] = {}
        for step, text in zip(sop.langkah, texts, strict=True):
            row = form.rows[step.no]
            if row.halaman == number - 1:
                spilled = split_row(text) if "baris terbelah" in variant.pilihan else {}
            if row.halaman != number:
                continue
            if spilled:
                rest = [spilled.get(key, "") for key in columns_of(sop, variant)]
                for words_, (left, right) in zip(rest, pairwise(edges), strict=True):
                    cell(sheet, (left, row.top - SPILL, right, row.top), words_)
                spilled = {}
            kept = text
            if "baris terbelah" in variant.pilihan and is_last_of_page(step.no, form):
                rest = split_row(text)
                kept = {**text, **{k: text[k].removesuffix(v).strip() for k, v in rest.items()}}
            words = [kept["no"], kept["kegiatan"], *[""] * len(sop.pelaksana)]
            words += [*[kept[key] for key in variant.urutan], kept["keterangan"]]
            ruled = "garis panjang" in variant.pilihan
            if ruled:
                long_rules(sheet, row.top, row.bottom, edges)
            for i, (left, right) in enumerate(pairwise(edges)):
                corners = (left, row.top, right, row.bottom)
                cell(sheet, corners, words[i], lined=not ruled, centred=variant.di_tengah)


def columns_of(sop: Definition, variant: Variant) -> list[str]:
    return ["no", "kegiatan", *[""] * len(sop.pelaksana), *variant.urutan, "keterangan"]


def is_last_of_page(no: str, form: Form) -> bool:
    """The last row of a page that is not the last one."""
    page = form.rows[no].halaman
    later = [row for row in form.rows.values() if row.halaman > page]
    return bool(later) and form.rows[no].bottom == max(
        row.bottom for row in form.rows.values() if row.halaman == page
    )


def split_row(text: dict[str, str]) -> dict[str, str]:
    """The second half of the words of a row, for the next page; the first half stays."""
    rest = {}
    for key in ("kegiatan", "output"):
        words = text[key].split()
        half = (len(words) + 1) // 2
        rest[key] = " ".join(words[half:])
    return rest


def long_rules(sheet: Sheet, top: float, bottom: float, edges: tuple[float, ...]) -> None:
    """The rules of a row as strokes, the level ones over the whole breadth of the table."""
    for y in (top, bottom):
        sheet.add(f"0.5 w {sheet.at(edges[0], y)} m {sheet.at(edges[-1], y)} l S")
    for x in edges:
        sheet.add(f"0.5 w {sheet.at(x, top)} m {sheet.at(x, bottom)} l S")


def step_head(sheet: Sheet, sop: Definition, variant: Variant, form: Form, top: float) -> None:
    edges, count = form.edges, len(sop.pelaksana)
    if "arsiran" in variant.pilihan:
        sheet.add("q 0.8 g")
        sheet.bar(edges[0], top, edges[-1], top + sum(form.head))
        sheet.add("Q")
    middle, low = top + form.head[0], top + form.head[0] + form.head[1]
    after = 2 + count
    cell(sheet, (edges[0], top, edges[1], low), "No")
    cell(sheet, (edges[1], top, edges[2], low), variant.kegiatan)
    cell(sheet, (edges[2], top, edges[after], middle), variant.pelaksana or "")
    for i, actor in enumerate(sop.pelaksana):
        cell(sheet, (edges[2 + i], middle, edges[3 + i], low), actor)
    cell(sheet, (edges[after], top, edges[after + 3], middle), variant.mutu or "")
    for i, name in enumerate(variant.mutu_baku):
        cell(sheet, (edges[after + i], middle, edges[after + i + 1], low), name)
    cell(sheet, (edges[after + 3], top, edges[after + 4], low), variant.keterangan or "")


def outline(shape: Shp) -> list[Point]:
    """Corners of a symbol with straight sides."""
    left, t, r, b = shape.left, shape.top, shape.right, shape.bottom
    if shape.kind == "keputusan":
        return [(shape.cx, t), (r, shape.cy), (shape.cx, b), (left, shape.cy)]
    if shape.kind == "halaman":
        low = t + (b - t) * 0.8
        return [(left, t), (r, t), (r, low), (shape.cx, b), (left, low)]
    return [(left, t), (r, t), (r, b), (left, b)]


def polygon(sheet: Sheet, points: list[Point]) -> str:
    first, *rest = points
    return f"{sheet.at(*first)} m " + " ".join(f"{sheet.at(*p)} l" for p in rest) + " h"


def capsule(sheet: Sheet, s: Shp, inset: float = 0.0) -> str:
    """Two straight lines and four curves."""
    left, t, r, b = s.left + inset, s.top + inset, s.right - inset, s.bottom - inset
    q = (b - t) / 2
    k = q * CURVE
    m = (t + b) / 2
    at = sheet.at
    return (
        f"{at(left + q, t)} m {at(r - q, t)} l "
        f"{at(r - q + k, t)} {at(r, m - k)} {at(r, m)} c {at(r, m + k)} {at(r - q + k, b)} "
        f"{at(r - q, b)} c "
        f"{at(left + q, b)} l {at(left + q - k, b)} {at(left, m + k)} {at(left, m)} c "
        f"{at(left, m - k)} {at(left + q - k, t)} {at(left + q, t)} c h"
    )


class Strokes:
    """Word: white inside, then a stroked path; the arrowhead is a filled triangle of its own."""

    def shape(self, sheet: Sheet, s: Shp) -> None:
        if s.kind in ("mulai", "selesai"):
            path = capsule(sheet, s)
        elif s.kind == "proses":
            path = f"{sheet.at(s.left, s.bottom)} {s.right - s.left:.2f} {s.bottom - s.top:.2f} re"
        else:
            path = polygon(sheet, outline(s))
        sheet.add(f"q 1 1 1 rg {path} f* Q")
        sheet.add(f"q 1 w 0 0 0 RG {path} S Q")
        sheet.text(s.cx - 2.5, s.cy + 2, s.text, 6.5)

    def line(self, sheet: Sheet, con: Con) -> None:
        tip, before = con.points[-1], con.points[-2]
        base = back(tip, before, 4.5)
        path = [*con.points[:-1], base]
        strokes = f"{sheet.at(*path[0])} m " + " ".join(f"{sheet.at(*p)} l" for p in path[1:])
        sheet.add(f"q 0.75 w 0 0 0 RG {strokes} S Q")
        sheet.add(f"q 0 0 0 rg {polygon(sheet, head(tip, base, 2.6))} f* Q")


class Fills:
    """Excel: nothing is stroked; outlines are fills, an arrow is one filled polygon."""

    def shape(self, sheet: Sheet, s: Shp) -> None:
        w = 0.7
        if s.kind == "proses":
            for bar in (
                (s.left, s.top, s.right, s.top + w),
                (s.left, s.bottom - w, s.right, s.bottom),
                (s.left, s.top, s.left + w, s.bottom),
                (s.right - w, s.top, s.right, s.bottom),
            ):
                sheet.bar(*bar)
        elif s.kind in ("mulai", "selesai"):
            sheet.add(f"{capsule(sheet, s)} {capsule(sheet, s, w)} f*")
        else:
            outer = outline(s)
            inner = [(s.cx + (x - s.cx) * 0.93, s.cy + (y - s.cy) * 0.93) for x, y in outer]
            sheet.add(f"{polygon(sheet, outer)} {polygon(sheet, inner)} f*")
        sheet.text(s.cx - 2.5, s.cy + 2, s.text, 6.5)

    def line(self, sheet: Sheet, con: Con) -> None:
        tip, before = con.points[-1], con.points[-2]
        base = back(tip, before, 4.5)
        path = [*con.points[:-1], base]
        one, other = offset(path, 0.35), offset(path, -0.35)
        barbs = head(tip, base, 2.6)
        sheet.add(f"{polygon(sheet, [*one, barbs[1], tip, barbs[2], *reversed(other)])} f")


WORD, EXCEL = Strokes(), Fills()


def back(tip: Point, before: Point, length: float) -> Point:
    """The point ``length`` before the tip on its line."""
    dx, dy = before[0] - tip[0], before[1] - tip[1]
    far = math.hypot(dx, dy)
    return tip[0] + dx / far * min(length, far), tip[1] + dy / far * min(length, far)


def head(tip: Point, base: Point, breadth: float) -> list[Point]:
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    far = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / far * breadth, dx / far * breadth
    return [tip, (base[0] + nx, base[1] + ny), (base[0] - nx, base[1] - ny)]


def offset(path: list[Point], by: float) -> list[Point]:
    """The path shifted sideways; corners are square, so both shifts add up."""
    found = []
    for i, (x, y) in enumerate(path):
        normals = []
        for a, b in ((i - 1, i), (i, i + 1)):
            if a < 0 or b >= len(path):
                continue
            dx, dy = path[b][0] - path[a][0], path[b][1] - path[a][1]
            far = math.hypot(dx, dy) or 1.0
            normals.append((-dy / far, dx / far))
        found.append((x + by * sum({n[0] for n in normals}), y + by * sum({n[1] for n in normals})))
    return found
