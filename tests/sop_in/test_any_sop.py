"""Any SOP, laid out on pages by the test in any way that offices do, is read back as it was."""

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from runut.core.sop.model import Bentuk
from runut.core.sop.reading.canvas import (
    Box,
    Canvas,
    Cell,
    Connector,
    Page,
    Shape,
    ShapeKind,
    Table,
)
from runut.core.sop.reading.sop import assemble

NAMES = ("Kasubag Umum", "Staf", "Kepala Bidang", "Sekretaris", "Camat", "Pemohon", "Tim Teknis")
KINDS = {
    Bentuk.MULAI: ShapeKind.TERMINATOR,
    Bentuk.SELESAI: ShapeKind.TERMINATOR,
    Bentuk.PROSES: ShapeKind.PROCESS,
    Bentuk.KEPUTUSAN: ShapeKind.DECISION,
}


@dataclass(frozen=True)
class Plan:
    """What the SOP says: actors by step, exits by step as (target, label), symbol by step."""

    names: tuple[str, ...]
    actors: tuple[tuple[int, ...], ...]
    exits: tuple[tuple[tuple[int, str | None], ...], ...]
    bentuk: tuple[Bentuk, ...]


@dataclass(frozen=True)
class Look:
    """How it is drawn: sizes, page breaks, lines glued or in pieces, heads repeated."""

    wide: float
    high: float
    shift: tuple[float, float]
    per_page: int
    is_glued: bool
    in_pieces: bool
    repeats_head: bool
    counts_columns: bool


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    names = tuple(draw(st.permutations(NAMES)))[: draw(st.integers(2, 6))]
    count = draw(st.integers(2, 9))
    seats = st.lists(st.integers(0, len(names) - 1), min_size=1, max_size=3, unique=True)
    actors: list[tuple[int, ...]] = []
    exits: list[tuple[tuple[int, str | None], ...]] = []
    bentuk: list[Bentuk] = []
    for place in range(count):
        is_last = place == count - 1
        back = draw(st.integers(0, place - 1)) if place and draw(st.booleans()) else None
        if place and not is_last and back is not None:
            bentuk.append(Bentuk.KEPUTUSAN)
            exits.append(((place + 1, "Ya"), (back, "Tidak")))
        else:
            bentuk.append(
                Bentuk.SELESAI if is_last else Bentuk.MULAI if place == 0 else Bentuk.PROSES
            )
            exits.append(() if is_last else ((place + 1, None),))
        actors.append(tuple(sorted(draw(seats))))
    return Plan(names, tuple(actors), tuple(exits), tuple(bentuk))


looks = st.builds(
    Look,
    wide=st.sampled_from([48.0, 70.0, 110.0]),
    high=st.sampled_from([36.0, 60.0]),
    shift=st.tuples(st.floats(-0.15, 0.15), st.floats(-0.1, 0.1)),
    per_page=st.sampled_from([4, 20]),
    is_glued=st.booleans(),
    in_pieces=st.booleans(),
    repeats_head=st.booleans(),
    counts_columns=st.booleans(),
)


def laid_out(plan: Plan, look: Look) -> Canvas:
    rows = range(len(plan.actors))
    chunks = [rows[at : at + look.per_page] for at in range(0, len(rows), look.per_page)]
    pages = [page(plan, look, chunk, number) for number, chunk in enumerate(chunks, 1)]
    return Canvas(tuple(pages))


def page(plan: Plan, look: Look, chunk: range, number: int) -> Page:
    columns = 2 + len(plan.names) + 4
    cells: list[Cell] = []
    if number == 1 or look.repeats_head:
        cells += head_cells(plan, look)
        if look.counts_columns:
            cells += [cell(look, 2, at, f"({at + 1})") for at in range(columns)]
    start = 1 + max((one.row for one in cells), default=-1)
    for place in chunk:
        texts = [f"{place + 1}.", f"Mengerjakan hal {place + 1}", *[""] * len(plan.names)]
        texts += [f"Bahan {place}", f"{place + 1} jam", f"Hasil {place}", f"Ket {place}"]
        row = start + place - chunk.start
        cells += [cell(look, row, column, text) for column, text in enumerate(texts)]
    shapes = {
        (place, seat): shape(plan, look, place, seat, start + place - chunk.start)
        for place in chunk
        for seat in plan.actors[place]
    }
    offs: list[Shape] = []
    connectors = lines(plan, look, shapes, offs, number)
    drawn = (*shapes.values(), *offs)
    return Page(number, 1200, 800, (Table(tuple(cells)),), drawn, tuple(connectors))


def head_cells(plan: Plan, look: Look) -> list[Cell]:
    count = len(plan.names)
    cells = [cell(look, 0, 0, "No", rows=2), cell(look, 0, 1, "Uraian\nKegiatan", rows=2)]
    cells += [cell(look, 0, 2, "Pelaksana", columns=count)]
    cells += [cell(look, 0, 2 + count, "Mutu Baku", columns=3)]
    cells += [cell(look, 0, 5 + count, "Ket.", rows=2)]
    names = (*plan.names, "Kelengka-\npan", "Waktu", "Output")
    return cells + [cell(look, 1, 2 + at, name) for at, name in enumerate(names)]


def cell(look: Look, row: int, column: int, text: str, *, rows: int = 1, columns: int = 1) -> Cell:
    left, top = 40 + column * look.wide, 60 + row * look.high
    box = Box(left, top, left + columns * look.wide, top + rows * look.high)
    return Cell(row, column, text, rows, columns, box)


def shape(plan: Plan, look: Look, place: int, seat: int, row: int) -> Shape:
    x = 40 + (2.5 + seat + look.shift[0]) * look.wide
    y = 60 + (row + 0.5 + look.shift[1]) * look.high
    is_lead = seat == plan.actors[place][0]
    kind = KINDS[plan.bentuk[place]] if is_lead else ShapeKind.PROCESS
    box = Box(x - look.wide * 0.3, y - look.high * 0.25, x + look.wide * 0.3, y + look.high * 0.25)
    return Shape(f"{place}-{seat}", kind, box)


def lines(
    plan: Plan,
    look: Look,
    shapes: dict[tuple[int, int], Shape],
    offs: list[Shape],
    number: int,
) -> list[Connector]:
    """Every exit as a line from the lead's symbol to the target's; over a page by a pair."""
    found: list[Connector] = []
    for place, exits in enumerate(plan.exits):
        for order, (target, label) in enumerate(exits):
            one = shapes.get((place, plan.actors[place][0]))
            other = shapes.get((target, plan.actors[target][0]))
            if one is None and other is None:
                continue
            letter = f"{place}/{order}"
            if one is None or other is None:
                off = off_page(look, one or other, letter, is_out=one is not None)
                offs.append(off)
                one, other = one or off, other or off
            found += line(look, one, other, label, is_back=target <= place)
    return found


def off_page(look: Look, near: Shape | None, letter: str, *, is_out: bool) -> Shape:
    assert near is not None
    place, order = map(int, letter.split("/"))
    x = 60.0 + 25 * (2 * place + order)
    y = 780.0 if is_out else 20.0
    return Shape(f"off{letter}", ShapeKind.OFF_PAGE, Box(x - 7, y - 7, x + 7, y + 7), letter)


def line(
    look: Look, one: Shape, other: Shape, label: str | None, *, is_back: bool
) -> list[Connector]:
    (x, _), (to_x, _) = one.box.centre, other.box.centre
    if is_back:
        aside = one.box.left - look.wide * 0.1
        start, end = (one.box.left, one.box.centre[1]), (to_x, other.box.bottom)
        corners = [(aside, start[1]), (aside, end[1] + 4), (to_x, end[1] + 4)]
    else:
        start, end = (x, one.box.bottom), (to_x, other.box.top)
        corners = [(x, end[1] - 4), (to_x, end[1] - 4)]
    points = (start, *corners, end)
    keys = {"start": one.key, "end": other.key} if look.is_glued else {}
    said = label or ""
    is_within_page = ShapeKind.OFF_PAGE not in (one.kind, other.kind)
    if look.in_pieces and not look.is_glued and is_within_page:
        last = len(points) - 2
        return [
            Connector((a, b), has_head_at_end=at == last, text="" if at else said)
            for at, (a, b) in enumerate(pairwise(points))
        ]
    return [Connector(points, keys.get("start"), keys.get("end"), has_head_at_end=True, text=said)]


@settings(max_examples=40, deadline=None, phases=[Phase.generate])
@given(plan=plans(), look=looks)
def test_any_sop_is_read_back(plan: Plan, look: Look) -> None:
    reading = assemble(laid_out(plan, look), "coba.pdf")
    assert reading.sop is not None, reading.findings
    sop = reading.sop
    assert sop.pelaksana == plan.names
    assert [step.no for step in sop.langkah] == [str(n + 1) for n in range(len(plan.actors))]
    for place, step in enumerate(sop.langkah):
        names = [plan.names[seat] for seat in plan.actors[place]]
        assert sorted(one.nama for one in step.pelaksana) == sorted(names)
        assert step.pelaksana[0].nama == names[0] and step.bentuk is plan.bentuk[place]
        assert (step.kelengkapan, step.output) == ((f"Bahan {place}",), (f"Hasil {place}",))
        assert step.waktu.menit_kerja == 60 * (place + 1) and step.keterangan == f"Ket {place}"
        ways = [(way.ke, way.jika) for way in step.lanjut]
        assert ways == [(str(to + 1), label) for to, label in plan.exits[place]]
