"""SOPs made up by a fixed draw: sequences, decisions, ways back, work side by side, nested."""

from dataclasses import replace
from random import Random

from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut, Pelaksana

ACTORS = ("Petugas Loket", "Pemeriksa", "Penanggung Jawab")
Ends = list[tuple[int, str | None]]
"""Steps, by row, whose way out is still to be drawn, each with its label."""


class Draw:
    """A form while it is being filled in, row by row."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.rows: list[list[Lanjut]] = []

    def step(self, ends: Ends) -> int:
        """A new row that the open ends lead to."""
        self.rows.append([])
        self.link(ends, len(self.rows) - 1)
        return len(self.rows) - 1

    def link(self, ends: Ends, target: int) -> None:
        for row, label in ends:
            self.rows[row].append(Lanjut(str(target + 1), label))

    def block(self, ends: Ends, depth: int) -> Ends:
        """Some rows after the open ends, and their own open ends."""
        kinds = ["step", "step"] if depth <= 0 else ["step", "choice", "loop", "split", "chain"]
        kind = self.random.choice(kinds)
        if kind == "step":
            return [(self.step(ends), None)]
        if kind == "chain":
            return self.block(self.block(ends, depth - 1), depth - 1)
        head = self.step(ends)
        if kind == "loop":
            tail = self.step(self.block([(head, None)], depth - 1))
            self.link([(tail, "Tidak")], head)
            return [(tail, "Ya")]
        labels = ("Ya", "Tidak") if kind == "choice" else (None, None)
        parts = [self.block([(head, label)], depth - 1) for label in labels]
        if kind == "split":
            return [(self.step([*parts[0], *parts[1]]), None)]
        return [*parts[0], *parts[1]]


def generated(seed: int) -> SOP:
    """The SOP of one draw; the same number gives the same SOP."""
    draw = Draw(seed)
    ends: Ends = [(draw.step([]), None)]
    for _ in range(2):
        ends = draw.block(ends, 2)
    draw.step(ends)
    steps = [_step(draw, row, ways) for row, ways in enumerate(draw.rows)]
    last = replace(steps[-1], bentuk=Bentuk.SELESAI)
    return SOP(f"Prosedur Ke-{seed}", (*steps[:-1], last), ACTORS)


def _step(draw: Draw, row: int, ways: list[Lanjut]) -> Langkah:
    has_answers = any(way.jika for way in ways)
    bentuk = Bentuk.KEPUTUSAN if has_answers else Bentuk.MULAI if row == 0 else Bentuk.PROSES
    actor = Pelaksana(draw.random.choice(ACTORS))
    unique = tuple(dict.fromkeys(ways))
    return Langkah(str(row + 1), f"Kegiatan ke-{row + 1}", (actor,), bentuk, lanjut=unique)
