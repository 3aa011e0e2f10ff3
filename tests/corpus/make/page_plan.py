"""Heights of the rows of an SOP's form on paper, estimated so that no text is cut off."""

from dataclasses import dataclass

from tests.corpus.definitions import Definition
from tests.corpus.make.geometry import Plan, RowBox
from tests.corpus.make.variant import Variant
from tests.corpus.make.wording import PAIRS, identity_rows, items, step_texts

PAPERS = {"A4": (841.9, 595.3), "F4": (935.4, 612.3), "A3": (1190.6, 841.9)}
MARGIN = 36.0
LINE = 9.4
WIDTHS = {"no": 26.0, "kelengkapan": 92.0, "waktu": 50.0, "output": 92.0, "keterangan": 78.0}
ROOM = 22.0
SPILL = 28.0  # the rest of a row that did not fit its page


def lines(text: str, width: float, size: float = 8.0) -> int:
    """Lines that ``text`` takes in a column, rather too many than too few."""
    total = 0
    for part in text.split("\n"):
        used, rows = 0.0, 1
        for word in part.split():
            wide = sum(size * (0.72 if c.isupper() else 0.53) for c in word) + size * 0.28
            if used + wide > width - 11 and used:
                rows += 1
                used = 0.0
            used += wide
            rows += int(wide // max(width - 11, 1))
        total += rows
    return max(total, 1)


@dataclass(frozen=True)
class Form:
    """The frame of one form on paper: widths of columns, heights of heads and rows."""

    paper: tuple[float, float]
    widths: tuple[float, ...]
    head: tuple[float, ...]
    identity: tuple[float, ...]
    title: float
    start: float  # top of the title line of the table on its first page
    rows: dict[str, RowBox]

    @property
    def edges(self) -> tuple[float, ...]:
        found = [MARGIN]
        for width in self.widths:
            found.append(found[-1] + width)
        return tuple(found)


def longest_word(name: str) -> float:
    """The width of the longest word at 8 points: no office program breaks it then."""
    return max(sum(5.8 if c.isupper() else 4.0 for c in word) for word in name.split())


def widths_of(sop: Definition, variant: Variant) -> tuple[float, ...]:
    total = PAPERS[variant.kertas][0] - 2 * MARGIN
    note = [WIDTHS["keterangan"]] if variant.keterangan is not None else []
    fixed = WIDTHS["no"] + WIDTHS["kelengkapan"] + WIDTHS["waktu"] + WIDTHS["output"] + sum(note)
    actor = min(58.0, max(44.0, (total - fixed - 130) / len(sop.pelaksana)))
    actors = [max(actor, longest_word(name) + 14) for name in sop.pelaksana]
    activity = total - fixed - sum(actors)
    return (
        WIDTHS["no"],
        activity,
        *actors,
        *[WIDTHS[key] for key in variant.urutan],
        *note,
    )


def head_heights(sop: Definition, variant: Variant, widths: tuple[float, ...]) -> tuple[float, ...]:
    tallest = max(lines(actor, widths[2 + i]) for i, actor in enumerate(sop.pelaksana))
    found = [14.0, 6 + LINE * max(tallest, 1)]
    if variant.pelaksana is None and variant.mutu is None:
        found = [14 + 6 + LINE * tallest]
    return (*found, 13.0) if variant.baris_nomor else tuple(found)


def identity_heights(sop: Definition, variant: Variant, total: float) -> tuple[float, ...]:
    found = [6 + LINE * lines(value, total * 0.3) for _, value in identity_rows(sop, variant)]
    found[4] = max(found[4], 58.0)
    for left, right in PAIRS:
        tallest = max(
            sum(lines(item, total / 2, 8.6) for item in items(sop.lists[name], variant))
            for name in (left, right)
        )
        found += [14.0, 6 + LINE * tallest]
    return tuple(found)


def row_height(texts: dict[str, str], widths: tuple[float, ...], actors: int) -> float:
    needed = max(
        lines(texts["kegiatan"], widths[1]),
        *[lines(texts[key], WIDTHS[key]) for key in ("kelengkapan", "waktu", "output")],
        lines(texts["keterangan"], WIDTHS["keterangan"]),
    )
    return max(42.0, 7 + LINE * needed)


def form_of(sop: Definition, variant: Variant) -> Form:
    """The whole frame. Rows fill their pages, so that every office program breaks there."""
    paper = PAPERS[variant.kertas]
    widths = widths_of(sop, variant)
    total = paper[0] - 2 * MARGIN
    head = head_heights(sop, variant, widths)
    identity = identity_heights(sop, variant, total) if variant.identitas != "tidak ada" else ()
    title = 18.0
    start = MARGIN
    if variant.satu_halaman:
        start += sum(identity)
    heights = [row_height(t, widths, len(sop.pelaksana)) for t in step_texts(sop, variant)]
    rows = lay_rows(sop, variant, heights, first=start + title, head=sum(head), page=paper[1])
    return Form(paper, widths, head, identity, title, start, rows)


def lay_rows(
    sop: Definition,
    variant: Variant,
    heights: list[float],
    *,
    first: float,
    head: float,
    page: float,
) -> dict[str, RowBox]:
    counts = list(variant.per_halaman) or [len(heights)]
    found: dict[str, RowBox] = {}
    done = 0
    linked = variant.penghubung == "dalam" and len(counts) > 1
    for number, size in enumerate(counts):
        top = first + head if number == 0 else MARGIN + (head if variant.ulang_kepala else 0)
        if number > 0 and "tabel terpisah" in variant.pilihan:
            top += 18.0
        if number > 0 and "baris terbelah" in variant.pilihan:
            top += SPILL
        above = ROOM if linked and number > 0 else 0.0
        below = ROOM if linked and number < len(counts) - 1 else 0.0
        chosen = heights[done : done + size]
        for i, no in enumerate(variant_numbers(sop)[done : done + size]):
            if no in variant.dua_bentuk:
                chosen[i] = max(chosen[i], 72.0)
        chosen[0] += above
        chosen[-1] += below
        extra = {no: 15.0 for no, _ in variant.bagian}
        if no := variant.pilihan.get("baris kosong sebelum"):
            extra[no] = extra.get(no, 0.0) + 2 * ROOM
        apart = sum(extra.get(no, 0.0) for no in variant_numbers(sop)[done : done + size])
        if number < len(counts) - 1:
            slack = page - MARGIN - 10 - top - sum(chosen) - apart
            if slack < 0:
                raise ValueError(f"{variant.nama}: page {number} is too full by {-slack:.0f} pt")
            chosen = [h + slack / size for h in chosen]
        elif top + sum(chosen) > page - MARGIN and variant.pilihan.get("tinggi") != "otomatis":
            raise ValueError(f"{variant.nama}: last page too full")
        for i, height in enumerate(chosen):
            no = sop.langkah[done + i].no
            top += extra.get(no, 0.0)
            found[no] = RowBox(
                no, number, top, top + height,
                above if i == 0 else 0.0, below if i == size - 1 else 0.0,
            )  # fmt: skip
            top += height
        done += size
    return found


def variant_numbers(sop: Definition) -> list[str]:
    return [step.no for step in sop.langkah]


def plan_of(sop: Definition, form: Form) -> Plan:
    columns = {
        actor: (form.edges[2 + i], form.edges[3 + i]) for i, actor in enumerate(sop.pelaksana)
    }
    body: dict[int, tuple[float, float]] = {}
    for row in form.rows.values():
        top, bottom = body.get(row.halaman, (row.top, row.bottom))
        body[row.halaman] = (min(top, row.top), max(bottom, row.bottom))
    return Plan(columns, form.rows, body)
