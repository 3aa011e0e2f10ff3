"""What the XML parts of an office file may hold: no entities, no abyss, no million cells."""

from re import compile as pattern
from typing import Protocol
from xml.parsers import expat

MOST_CELLS = 200_000
LARGEST_SHEET_AREA = 2_000_000
"""Rows times columns that the filled cells of one sheet span: readers set aside all of it."""

MOST_PARAGRAPHS = 50_000
"""Some 1,500 pages; every one of them is laid out by a reader, in its own time."""
MOST_MERGES = 20_000
DEEPEST = 200
_CELL_PLACE = pattern(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_XML_ENDINGS = (".xml", ".rels")
_FILLINGS = ("v", "is")
_SPACE_AND_MARKS = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"


class Refusal(Exception):
    """A file is not read, with the words of the finding that says so."""

    def __init__(self, kode: str, pesan: str, usul: str) -> None:
        super().__init__(pesan)
        self.kode, self.pesan, self.usul = kode, pesan, usul


class Sink(Protocol):
    """Takes the content of one part, piece by piece."""

    def feed(self, chunk: bytes) -> None: ...

    def close(self) -> None: ...


class XmlCheck:
    """What is found over all parts of one file: cells, links to the outside, a macro type."""

    def __init__(self) -> None:
        self.cells = self.paragraphs = self.merges = 0
        self.outside = ""
        self.has_macro_type = False

    def part(self, name: str) -> Sink:
        """Where the content of the part ``name`` goes."""
        is_xml = name.lower().endswith(_XML_ENDINGS)
        # A picture in SVG may have a DOCTYPE, and no reader of ours opens it.
        return _Ignored() if "/media/" in name and not is_xml else _XmlPart(self, is_xml=is_xml)


class _Ignored:
    def feed(self, chunk: bytes) -> None:
        pass

    def close(self) -> None:
        pass


class _XmlPart:
    """One part, XML by its name or by its look: a relation may make any part the document."""

    def __init__(self, total: XmlCheck, *, is_xml: bool) -> None:
        self.total, self.is_xml = total, is_xml
        self.is_followed = is_xml
        self.is_begun = False
        self.is_sheet = False
        self.depth = self.row = self.column = 0
        self.last_row = self.last_column = 0
        self.instruction = ""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype
        self.parser = parser

    def feed(self, chunk: bytes) -> None:
        if not self.is_begun and chunk.lstrip(_SPACE_AND_MARKS):
            self.is_followed = self.is_xml or chunk.lstrip(_SPACE_AND_MARKS).startswith(b"<")
            self.is_begun = True
        if self.is_followed:
            self._parse(chunk, is_last=False)

    def close(self) -> None:
        if self.is_followed:
            self._parse(b"", is_last=True)

    def _parse(self, chunk: bytes, *, is_last: bool) -> None:
        try:
            self.parser.Parse(chunk, is_last)
        except (expat.ExpatError, LookupError, ValueError) as error:
            self.is_followed = False
            if self.is_xml:
                raise _broken() from error

    def _doctype(self, *_: object) -> None:
        raise Refusal(
            "berkas_doctype",
            "Berkas ini memuat definisi jenis dokumen (DOCTYPE), yang tidak pernah ada dalam "
            "berkas kantor biasa.",
            "Buka di programnya, simpan ulang, lalu unggah lagi.",
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if self.depth == 0:
            self.is_sheet = local == "worksheet"
        self.depth += 1
        if self.depth > DEEPEST:
            raise _too_deep()
        if self.is_sheet:
            self._start_in_sheet(local, attributes)
        else:
            self._start_elsewhere(local, attributes)

    def _end(self, name: str) -> None:
        self.depth -= 1
        if self.parser.CharacterDataHandler is not None and name.endswith(" instrText"):
            self.parser.CharacterDataHandler = None
            self._see_instruction(self.instruction)

    def _start_in_sheet(self, local: str, attributes: dict[str, str]) -> None:
        if local == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.column = 0
        elif local == "c":
            self.total.cells += 1
            if self.total.cells > MOST_CELLS:
                raise _too_many_cells()
            self._move_to(attributes.get("r"))
        elif local == "mergeCell":
            self.total.merges += 1
            if self.total.merges > MOST_MERGES:
                raise _too_many_merges()
        elif local in _FILLINGS:
            self.last_row = max(self.last_row, self.row)
            self.last_column = max(self.last_column, self.column)
            if self.last_row * self.last_column > LARGEST_SHEET_AREA:
                raise _too_wide(self.last_row, self.last_column)

    def _move_to(self, place: str | None) -> None:
        if place is None:
            self.column += 1
            return
        found = _CELL_PLACE.fullmatch(place)
        if found is None:
            raise _broken()
        self.row, self.column = int(found[2]), _column_number(found[1])

    def _start_elsewhere(self, local: str, attributes: dict[str, str]) -> None:
        if local == "Relationship" and attributes.get("TargetMode") == "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            # A hyperlink in the text leads somewhere only when a person clicks it.
            if kind != "hyperlink":
                self.total.outside = self.total.outside or kind
        elif local in ("Override", "Default") and "macroEnabled" in attributes.get(
            "ContentType", ""
        ):
            self.total.has_macro_type = True
        elif local == "p":
            self.total.paragraphs += 1
            if self.total.paragraphs > MOST_PARAGRAPHS:
                raise _too_many_paragraphs()
        elif local == "ddeLink":
            self.total.outside = self.total.outside or "DDE"
        elif local == "fldSimple":
            for value in attributes.values():
                self._see_instruction(value)
        elif local == "instrText":
            self.instruction = ""
            self.parser.CharacterDataHandler = self._gather

    def _gather(self, text: str) -> None:
        self.instruction += text

    def _see_instruction(self, instruction: str) -> None:
        if instruction.strip().upper().startswith("DDE"):
            self.total.outside = self.total.outside or "DDE"


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _broken() -> Refusal:
    return Refusal(
        "berkas_rusak",
        "Salah satu bagian berkas ini rusak.",
        "Buka di programnya, simpan ulang, lalu unggah lagi.",
    )


def _too_deep() -> Refusal:
    return Refusal(
        "berkas_terlalu_dalam",
        f"Susunan berkas ini bersarang lebih dari {DEEPEST} tingkat (tabel di dalam tabel).",
        "Pisahkan tabel yang bersarang, lalu unggah lagi.",
    )


def _too_many_cells() -> Refusal:
    return Refusal(
        "berkas_terlalu_banyak_sel",
        "Berkas ini berisi lebih dari 200.000 sel.",
        "Hapus lembar dan baris yang tidak diperlukan, lalu unggah lagi.",
    )


def _too_many_merges() -> Refusal:
    return Refusal(
        "berkas_banyak_gabungan",
        "Berkas ini memuat lebih dari 20.000 sel gabungan.",
        "Lepaskan gabungan sel yang tidak diperlukan, lalu unggah lagi.",
    )


def _too_many_paragraphs() -> Refusal:
    return Refusal(
        "berkas_terlalu_panjang",
        "Berkas ini memuat lebih dari 50.000 alinea, jauh lebih panjang daripada naskah kantor.",
        "Hapus alinea kosong dan lampiran yang tidak diperlukan, lalu unggah lagi.",
    )


def _too_wide(rows: int, columns: int) -> Refusal:
    return Refusal(
        "berkas_terlalu_luas",
        f"Isi satu lembar tersebar sampai baris {rows} dan kolom ke-{columns}.",
        "Hapus isi yang jauh dari tabelnya, lalu unggah lagi.",
    )
