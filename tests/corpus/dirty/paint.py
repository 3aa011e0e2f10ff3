"""Paper painted as PDF: as Word prints (thin bars), by strokes, or as a spreadsheet (fills)."""

import math
from itertools import pairwise

from tests.corpus.dirty.paper import Page, Paper, Words
from tests.corpus.make.geometry import Con, Shp
from tests.corpus.make.pdf_by_hand import EXCEL, WORD, back, capsule, head, outline, polygon
from tests.corpus.make.pdf_objects import Sheet, document


def paint(paper: Paper) -> bytes:
    sheets = []
    for number, page in enumerate(paper.pages):
        sheet = Sheet(paper.form.paper[1])
        watermark(sheet, page)
        for (left, top, right, bottom), grey in page.fills:
            sheet.add(f"q {grey} g")
            sheet.bar(left, top, right, bottom)
            sheet.add("Q")
        rules(sheet, page, paper.way)
        for words in page.words:
            write(sheet, words, paper.spacing)
        for shape in paper.drawing.shapes:
            if shape.halaman + paper.first == number:
                symbol(sheet, shape, paper)
        for con in paper.drawing.connectors:
            if con.halaman + paper.first == number:
                arrow(sheet, con, paper)
        for left, top, right, bottom in page.pictures:
            picture(sheet, left, top, right, bottom)
        for x, y, r in page.stamps:
            sheet.add(f"q 0.3 0.2 0.7 RG 1.2 w {circle(sheet, x, y, r)} S Q")
            sheet.add(f"q 0.3 0.2 0.7 RG 0.6 w {circle(sheet, x, y, r - 3)} S Q")
        sheets.append(sheet)
    return document(sheets, paper.form.paper)


def watermark(sheet: Sheet, page: Page) -> None:
    if page.watermark:
        sheet.add(f"q 0.85 g BT /F1 60 Tf 0.7 0.7 -0.7 0.7 260 160 Tm ({page.watermark}) Tj ET Q")


def rules(sheet: Sheet, page: Page, way: str) -> None:
    for rule in page.rules:
        if way == "garis":
            a, b = sheet.at(rule.x0, rule.y0), sheet.at(rule.x1, rule.y1)
            sheet.add(f"0.5 w {a} m {b} l S")
        elif rule.is_upright:
            sheet.bar(rule.x0 - 0.24, rule.y0, rule.x0 + 0.24, rule.y1)
        else:
            sheet.bar(rule.x0, rule.y0 - 0.24, rule.x1, rule.y0 + 0.24)


def write(sheet: Sheet, words: Words, spacing: str) -> None:
    if words.turn:
        raw = words.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        at = sheet.at(words.x, words.y)
        sheet.add(f"BT /F1 {words.size:g} Tf 0 1 -1 0 {at} Tm ({raw}) Tj ET")
    elif spacing == "glif":
        sheet.add("0.35 Tc")
        sheet.text(words.x, words.y, words.text, words.size * 0.93)
        sheet.add("0 Tc")
    elif spacing == "ganda":
        sheet.text(words.x, words.y, words.text.replace(" ", "  "), words.size * 0.9)
    elif spacing == "nbsp":
        sheet.text(words.x, words.y, words.text.replace(" ", "\u00a0"), words.size)
    else:
        sheet.text(words.x, words.y, words.text, words.size)


def symbol(sheet: Sheet, shape: Shp, paper: Paper) -> None:
    kind = paper.kinds.get(shape.key, "")
    if shape.kind == "putih":
        sheet.add("q 1 g")
        sheet.bar(shape.left, shape.top, shape.right, shape.bottom)
        sheet.add("Q")
    elif paper.coloured and kind != "gambar":
        rgb = " ".join(f"{int(paper.coloured[i : i + 2], 16) / 255:.2f}" for i in (0, 2, 4))
        path = capsule(sheet, shape) if shape.kind in ROUND else polygon(sheet, outline(shape))
        sheet.add(f"q {rgb} rg {path} f* Q")
        sheet.text(shape.cx - 2.5, shape.cy + 2, shape.text, 6.5)
    elif kind == "gambar":
        picture(sheet, shape.left, shape.top, shape.right, shape.bottom)
    elif kind == "dokumen":
        document_symbol(sheet, shape)
    elif kind == "data":
        lean = 5.0
        corners = [
            (shape.left + lean, shape.top),
            (shape.right, shape.top),
            (shape.right - lean, shape.bottom),
            (shape.left, shape.bottom),
        ]
        sheet.add(f"q 1 g {polygon(sheet, corners)} f* Q q 1 w {polygon(sheet, corners)} S Q")
    elif kind == "bulat":
        r = (shape.bottom - shape.top) / 2
        sheet.add(f"q 1 g {circle(sheet, shape.cx, shape.cy, r)} f* Q")
        sheet.add(f"q 1 w {circle(sheet, shape.cx, shape.cy, r)} S Q")
        sheet.text(shape.cx - 2, shape.cy + 2.5, shape.text, 6.5)
    else:
        (EXCEL if paper.way == "excel" else WORD).shape(sheet, shape)


ROUND = ("mulai", "selesai")


def document_symbol(sheet: Sheet, s: Shp) -> None:
    """A sheet with a wave at its foot."""
    at, low, wave = sheet.at, s.bottom - 3, 6.0
    path = (
        f"{at(s.left, s.top)} m {at(s.right, s.top)} l {at(s.right, low)} l "
        f"{at(s.cx + 6, low - wave)} {at(s.cx - 6, low + wave)} {at(s.left, low)} c h"
    )
    sheet.add(f"q 1 g {path} f* Q q 1 w {path} S Q")


def picture(sheet: Sheet, left: float, top: float, right: float, bottom: float) -> None:
    """A small picture, kept in the page itself."""
    sheet.add(
        f"q {right - left:.2f} 0 0 {bottom - top:.2f} {sheet.at(left, bottom)} cm "
        "BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 80C0C080> EI Q"
    )


def arrow(sheet: Sheet, con: Con, paper: Paper) -> None:
    if paper.arrows == "satu":
        EXCEL.line(sheet, con)
    elif paper.arrows == "tiga":
        three_paths(sheet, con)
    elif paper.arrows == "pola":
        sheet.add("q [3 2] 0 d")
        WORD.line(sheet, con)
        sheet.add("Q")
    elif paper.arrows == "putus":
        dashes(sheet, con)
    elif paper.way == "excel":
        EXCEL.line(sheet, con)
    else:
        WORD.line(sheet, con)
    if con.label and con.label_at:
        sheet.text(con.label_at[0] + 2, con.label_at[1] + 7, con.label, 6.5)


def three_paths(sheet: Sheet, con: Con) -> None:
    """Every straight piece a stroke of its own, and an open arrowhead of two strokes."""
    for a, b in pairwise(con.points):
        sheet.add(f"q 0.75 w {sheet.at(*a)} m {sheet.at(*b)} l S Q")
    tip = con.points[-1]
    base = back(tip, con.points[-2], 4.5)
    for barb in head(tip, base, 2.6)[1:]:
        sheet.add(f"q 0.75 w {sheet.at(*barb)} m {sheet.at(*tip)} l S Q")


def dashes(sheet: Sheet, con: Con) -> None:
    """A dashed line as its dashes, each a stroke of its own, and a filled head."""
    tip, before = con.points[-1], con.points[-2]
    base = back(tip, before, 4.5)
    path = [*con.points[:-1], base]
    for (ax, ay), (bx, by) in pairwise(path):
        far = math.hypot(bx - ax, by - ay)
        at = 0.0
        while at < far:
            end = min(at + 3, far)
            one = ax + (bx - ax) * at / far, ay + (by - ay) * at / far
            other = ax + (bx - ax) * end / far, ay + (by - ay) * end / far
            sheet.add(f"q 0.75 w {sheet.at(*one)} m {sheet.at(*other)} l S Q")
            at += 5
    sheet.add(f"q 0 0 0 rg {polygon(sheet, head(tip, base, 2.6))} f* Q")


def circle(sheet: Sheet, x: float, y: float, r: float) -> str:
    points = [
        (x + r * math.cos(math.radians(d)), y + r * math.sin(math.radians(d)))
        for d in range(0, 360, 90)
    ]
    k = 0.5523 * r
    at = sheet.at
    east, south, west, north = points
    return (
        f"{at(*east)} m {at(x + r, y + k)} {at(x + k, y + r)} {at(*south)} c "
        f"{at(x - k, y + r)} {at(x - r, y + k)} {at(*west)} c "
        f"{at(x - r, y - k)} {at(x - k, y - r)} {at(*north)} c "
        f"{at(x + k, y - r)} {at(x + r, y - k)} {at(*east)} c h"
    )
