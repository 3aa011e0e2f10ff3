"""Tables and lines of a written HTML page, tag by tag."""

from html.parser import HTMLParser

from tests.printed.flow import Shown, ShownTable, joined, squeeze
from tests.printed.from_docx import head_of

_LINES = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption"))
_Placed = tuple[str, int, int]


def read_html(page: str) -> list[Shown]:
    reader = _Reader()
    reader.feed(page)
    return joined(reader.flow)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.flow: list[Shown] = []
        self.head: list[list[_Placed]] = []
        self.rows: list[list[_Placed]] = []
        self.row: list[_Placed] = []
        self.is_head = False
        self.words: list[str] = []
        self.in_cell = False
        self.size = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "table":
            self.head, self.rows = [], []
        elif tag in ("thead", "tbody"):
            self.is_head = tag == "thead"
        elif tag == "tr":
            self.row = []
        elif tag in ("td", "th"):
            self.in_cell, self.words = True, []
            self.size = int(given.get("colspan") or 1), int(given.get("rowspan") or 1)
        elif tag in _LINES and not self.in_cell:
            self.words = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        words = squeeze("".join(self.words))
        if tag in ("td", "th"):
            self.row.append((words, *self.size))
            self.in_cell = False
        elif tag == "tr":
            (self.head if self.is_head else self.rows).append(self.row)
        elif tag == "table":
            self.flow.append(
                ShownTable(head_of(_grid(self.head)), tuple(map(tuple, _grid(self.rows))))
            )
        elif tag in _LINES and not self.in_cell and words:
            self.flow.append(words)
            self.words = []


def _grid(rows: list[list[_Placed]]) -> list[list[str]]:
    """Every cell at its column; one over several rows stands in each."""
    columns = sum(span for _, span, _ in rows[0]) if rows else 0
    left = [0] * columns
    grid: list[list[str]] = []
    for row in rows:
        waiting, line = list(row), [""] * columns
        column = 0
        while column < columns:
            if left[column]:
                left[column] -= 1
                line[column] = grid[-1][column]
                column += 1
            elif waiting:
                words, span, deep = waiting.pop(0)
                line[column] = words
                left[column : column + span] = [deep - 1] * span
                column += span
            else:
                column += 1
        grid.append(line)
    return grid
