"""A clean definition laid on paper: the form that the operators spoil."""

from itertools import pairwise

from tests.corpus.definitions import Definition
from tests.corpus.dirty.paper import Box, Page, Paper, Rule, Words
from tests.corpus.make.geometry import draw
from tests.corpus.make.page_plan import LINE, MARGIN, Form, form_of, plan_of
from tests.corpus.make.pdf_by_hand import wrap
from tests.corpus.make.variant import Variant
from tests.corpus.make.wording import (
    PAIRS,
    TITLES,
    identity_rows,
    items,
    label,
    step_texts,
    truth,
)


def lay(sop: Definition, variant: Variant) -> Paper:
    """The form on paper, with nothing wrong."""
    form = form_of(sop, variant)
    drawing = draw(sop, plan_of(sop, form), variant)
    count = 1 + max(row.halaman for row in form.rows.values())
    pages = [Page() for _ in range(1 + count)]
    identity(pages[0], sop, variant, form)
    for number, page in enumerate(pages[1:]):
        top = form.start + form.title if number == 0 else MARGIN
        step_head(page, sop, variant, form, top)
        step_rows(page, number, sop, variant, form)
    facts = truth(sop, variant, variant.nama, "pdf", drawing.undrawn)
    return Paper(sop, variant, form, drawing, pages, 1, facts)


def cell(page: Page, box: Box, text: str, role: str, rule: Rule | None = None) -> None:
    """Four sides and the wrapped words of a cell; a side that stands already is not repeated."""
    left, top, right, bottom = box
    at = rule or Rule(0, 0, 0, 0, "identity")
    for x0, y0, x1, y1, column in (
        (left, top, right, top, -1),
        (left, bottom, right, bottom, -1),
        (left, top, left, bottom, at.column),
        (right, top, right, bottom, at.column + 1 if at.column >= 0 else -1),
    ):
        side = Rule(x0, y0, x1, y1, at.table, column, at.row)
        if not any(same(side, other) for other in page.rules):
            page.rules.append(side)
    write(page, box, text, role)


def same(a: Rule, b: Rule) -> bool:
    return max(abs(a.x0 - b.x0), abs(a.y0 - b.y0), abs(a.x1 - b.x1), abs(a.y1 - b.y1)) < 0.1


def write(page: Page, box: Box, text: str, role: str) -> None:
    left, top, right, _ = box
    for i, line in enumerate(wrap(text, right - left, 8)):
        if line:
            page.words.append(Words(left + 4, top + 8 + i * LINE, line, role))


def identity(page: Page, sop: Definition, variant: Variant, form: Form) -> None:
    left, right = MARGIN, form.edges[-1]
    half = left + (right - left) / 2
    third = half + (right - left) * 0.17
    y = MARGIN
    cell(page, (left, y, half, y + sum(form.identity[:6])), "\n".join(sop.instansi), "instansi")
    rows = zip(IDENTITY, identity_rows(sop, variant), form.identity, strict=False)
    for key, (name, value), height in rows:
        cell(page, (half, y, third, y + height), name, f"label:{key}")
        cell(page, (third, y, right, y + height), value, f"nilai:{key}")
        y += height
    for i, pair in enumerate(PAIRS):
        head, tall = form.identity[6 + 2 * i], form.identity[7 + 2 * i]
        for key, a, b in ((pair[0], left, half), (pair[1], half, right)):
            cell(page, (a, y, b, y + head), label(TITLES[key], variant), f"label:{key}")
            words = "\n".join(items(sop.lists[key], variant))
            cell(page, (a, y + head, b, y + head + tall), words, f"daftar:{key}")
        y += head + tall


IDENTITY = (
    "nomor",
    "tanggal_pembuatan",
    "tanggal_revisi",
    "tanggal_efektif",
    "disahkan_oleh",
    "judul",
)


def step_head(page: Page, sop: Definition, variant: Variant, form: Form, top: float) -> None:
    edges, after = form.edges, 2 + len(sop.pelaksana)
    middle, low = top + form.head[0], top + form.head[0] + form.head[1]

    def put(a: int, b: int, high: tuple[float, float], text: str, role: str = "kepala") -> None:
        box = (edges[a], high[0], edges[b], high[1])
        cell(page, box, text, role, Rule(0, 0, 0, 0, "head", a if b == a + 1 else -1, "kepala"))

    put(0, 1, (top, low), "No")
    put(1, 2, (top, low), variant.kegiatan)
    put(2, after, (top, middle), variant.pelaksana or "")
    for i, actor in enumerate(sop.pelaksana):
        put(2 + i, 3 + i, (middle, low), actor, f"aktor:{i}")
    put(after, after + 3, (top, middle), variant.mutu or "")
    for i, name in enumerate(variant.mutu_baku):
        put(after + i, after + i + 1, (middle, low), name)
    if variant.keterangan is not None:
        put(after + 3, after + 4, (top, low), variant.keterangan)
    if variant.baris_nomor:
        for i in range(len(edges) - 1):
            put(i, i + 1, (low, low + form.head[2]), str(i + 1), f"nomor kolom:{i}")


def step_rows(page: Page, number: int, sop: Definition, variant: Variant, form: Form) -> None:
    for step, text in zip(sop.langkah, step_texts(sop, variant), strict=True):
        row = form.rows[step.no]
        if row.halaman != number:
            continue
        words = [text["no"], text["kegiatan"], *[""] * len(sop.pelaksana)]
        words += [*[text[key] for key in variant.urutan], text["keterangan"]]
        for i, (left, right) in enumerate(pairwise(form.edges)):
            at = Rule(0, 0, 0, 0, "body", i, step.no)
            cell(page, (left, row.top, right, row.bottom), words[i], f"isi:{step.no}:{i}", at)


def fitted(sop: Definition, **facts: object) -> tuple[Variant, Paper]:
    """The form of an SOP over as few pages as hold it."""
    count = len(sop.langkah)
    for pages in range(1, 6):
        size = -(-count // pages)
        split = (*[size] * (pages - 1), count - size * (pages - 1))
        if split[-1] < 1:
            continue
        variant = Variant(f"kotor-{sop.kunci}", sop.kunci, per_halaman=split, **facts)  # type: ignore[arg-type]
        try:
            return variant, lay(sop, variant)
        except ValueError:
            continue
    raise ValueError(f"{sop.kunci} fits no paper")
