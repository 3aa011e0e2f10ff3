"""Text to blocks, with everything that could not be taken as it stood, by its line."""

import re
from dataclasses import dataclass, field

from runut.core.findings import Finding, Level, Place
from runut.core.report.blocks import Block, Line, Paragraph, Photo
from runut.core.report.prose.foreign import foreign_line
from runut.core.report.prose.lists import Item, Kind, lists_of
from runut.core.report.prose.runs import ESCAPABLE, read_line
from runut.core.report.prose.tables import MOST_COLUMNS, is_row, is_rule, row_cells, table_of

_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<dash>[-*•–▪◦])|(?P<number>\d{1,3})[.)]|(?P<letter>[a-z])[.)])"
    r"[ \t\u00a0]+(?P<words>\S.*)"
)
_PICTURE = re.compile(r"\[gambar\s+(?P<inner>[^\n]*)\]", re.I)
_CAPTION = re.compile(r"tabel\s*:\s*(?P<words>\S.*)", re.I)
_PARTS = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"[0-9a-f]{8,64}")
_KIND = "naskah.tanda"


@dataclass(frozen=True)
class Prose:
    """What a text says, and what was odd in it."""

    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()


def read_prose(text: str, key: str = "") -> Prose:
    """The text of a section as blocks. ``key`` is the section, for its paragraphs and findings.

    >>> [type(one).__name__ for one in read_prose("Satu.\\n- dua\\n| a | b |\\n| 1 | 2 |").blocks]
    ['Paragraph', 'Bullets', 'Table']
    """
    reader = _Reader(key)
    for number, row in enumerate(_rows(text), start=1):
        reader.read(number, row)
    reader.finish()
    return Prose(tuple(reader.blocks), tuple(reader.findings))


def is_special(row: str) -> bool:
    """Whether a line by itself would be read as something else than a paragraph."""
    bare = row.strip()
    return bool(
        _ITEM.fullmatch(row)
        or _PICTURE.fullmatch(bare)
        or _CAPTION.fullmatch(bare)
        or is_row(bare)
        or foreign_line(bare)
    )


def _rows(text: str) -> list[str]:
    return re.sub("\r\n?|[\u2028\u2029\x85\x0b\x0c]", "\n", text).split("\n")


@dataclass
class _Reader:
    """Lines one after the other; what may go on in the next one is kept open."""

    key: str
    blocks: list[Block] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    table: list[tuple[Line, ...]] = field(default_factory=list)
    table_line: int = 0
    caption: tuple[int, str] | None = None
    is_after_blank: bool = False

    def read(self, number: int, row: str) -> None:
        bare = row.strip()
        if not bare:
            self.end_table()
            self.is_after_blank = True
            return
        self.take(number, row, bare)
        self.is_after_blank = False

    def take(self, number: int, row: str, bare: str) -> None:
        if is_row(bare):
            self.end_items()
            self.take_row(number, bare)
            return
        self.end_table()
        if found := _ITEM.fullmatch(row):
            self.end_caption()
            self.take_item(number, found)
        elif self.items and not self.is_after_blank and self.goes_on(row):
            last = self.items[-1]
            self.items[-1] = last.and_then(self.line(number, bare))
        else:
            self.end_items()
            self.take_paragraph(number, bare)

    def take_paragraph(self, number: int, bare: str) -> None:
        if found := _CAPTION.fullmatch(bare):
            self.end_caption()
            self.caption = (number, bare)
            return
        self.end_caption()
        if found := _PICTURE.fullmatch(bare):
            self.take_picture(number, found["inner"])
            return
        if foreign := foreign_line(bare):
            words, told = foreign
            self.tell(number, told, Level.INFO)
            bare = words
        elif bare.startswith("\\") and (is_special(bare[1:]) or bare[1:2] not in ESCAPABLE):
            bare = bare[1:]
        self.add_paragraph(number, bare)

    def add_paragraph(self, number: int, bare: str) -> None:
        if line := self.line(number, bare):
            self.blocks.append(Paragraph(line, key=self.key))

    def take_item(self, number: int, found: re.Match[str]) -> None:
        indent = len(found["indent"].expandtabs(4))
        kind: Kind = "dash" if found["dash"] else "number" if found["number"] else "letter"
        count = 1
        if found["number"]:
            count = int(found["number"])
        elif found["letter"]:
            count = ord(found["letter"]) - ord("a") + 1
        line = self.line(number, found["words"].strip())
        if not line:
            return
        self.items.append(Item(indent, kind, count, line, self.is_after_blank))

    def goes_on(self, row: str) -> bool:
        """Whether a line stands under the words of the last item."""
        indent = len(row.expandtabs(4)) - len(row.expandtabs(4).lstrip())
        return indent >= self.items[-1].indent + 2

    def take_row(self, number: int, bare: str) -> None:
        if is_rule(bare):
            return
        cells = tuple(self.line(number, one) for one in row_cells(bare))
        if not self.table:
            self.table_line = number
        elif len(cells) != len(self.table[0]):
            self.tell(
                number,
                f"baris tabel ini berisi {len(cells)} kolom, kepala tabelnya {len(self.table[0])}. "
                "Samakan jumlahnya; sel kosong ditulis | |",
            )
        if len(cells) > MOST_COLUMNS:
            self.tell(
                number,
                f"tabel ini berisi {len(cells)} kolom; sampai {MOST_COLUMNS} kolom dapat dibaca di "
                "atas kertas. Bagi menjadi dua tabel",
            )
        self.table.append(cells)

    def take_picture(self, number: int, inner: str) -> None:
        parts = [" ".join(_unescaped(one).split()) for one in _PARTS.split(inner)]
        code, caption, alt = (*parts, "", "")[:3]
        if not _CODE.fullmatch(code):
            self.tell(
                number,
                f"kode gambar “{code[:20]}” tidak dikenal. Sisipkan gambar dengan tombol Gambar",
            )
            return
        if not caption or not alt:
            lack = "judul" if not caption else "uraian bagi yang tidak dapat melihatnya"
            self.tell(number, f"gambar ini belum mempunyai {lack}")
        self.blocks.append(Photo(code[:12], caption, alt))

    def line(self, number: int, words: str) -> Line:
        line, told = read_line(words)
        for one in told:
            self.tell(number, one, Level.INFO)
        return line

    def tell(self, number: int, what: str, level: Level = Level.WARNING) -> None:
        place = Place(baris=number, bagian=self.key or None)
        self.findings.append(Finding(_KIND, level, f"Baris {number}: {what}.", letak=place))

    def end_items(self) -> None:
        if self.items:
            self.blocks += lists_of(self.items)
            self.items = []

    def end_caption(self) -> None:
        """A caption that no table followed is a sentence."""
        if self.caption:
            number, words = self.caption
            self.caption = None
            self.add_paragraph(number, words)

    def end_table(self) -> None:
        if not self.table:
            return
        caption = ""
        if self.caption and (found := _CAPTION.fullmatch(self.caption[1])):
            caption = " ".join(_unescaped(found["words"]).split())
        self.caption = None
        if len(self.table) == 1:
            self.tell(self.table_line, "tabel ini hanya berisi kepala. Tambahkan barisnya")
        self.blocks.append(table_of(self.table, caption))
        self.table = []

    def finish(self) -> None:
        self.end_table()
        self.end_items()
        self.end_caption()


def _unescaped(words: str) -> str:
    return re.sub(r"\\([\\|\[\]])", r"\1", words)
