"""A report in Word that people edited: its words in order, with who inserted and deleted what.

Unlike the reading of an SOP it needs no layout, and keeps what others leave out: deletions,
comments, bookmarks, controls. It runs in the guarded process (``files.guard``).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from runut.core.findings import Finding, Level
from runut.core.report.word.flow import (
    ASKING_INK,
    Aside,
    Change,
    FlowParagraph,
    FlowTable,
    Piece,
    Remark,
    Unit,
    WordFlow,
    plain,
)
from runut.files.read.docx.numbering import Lists, lists_of
from runut.files.read.docx.pictures import BOXES, media_of, parts_in, pictures_of
from runut.files.read.docx.xml import (
    MC,
    Element,
    Parts,
    W,
    is_on,
    open_parts,
    parse,
    value,
)

_MARK = re.compile(r"_Rn(\d{1,4})_\d{1,5}")
_CODE = re.compile(r"SALINAN SUNTING ([A-Z2-9]{10})")
_CHANGES: dict[str, Change] = {
    W + "ins": "sisip",
    W + "moveTo": "sisip",
    W + "del": "hapus",
    W + "moveFrom": "hapus",
}
_STRESS = {"strong": "b", "strong emphasis": "b", "emphasis": "i"}
_BREAKS = {W + "br": "\n", W + "cr": "\n", W + "tab": "\t", W + "noBreakHyphen": "-"}
_NOTES = {"footnotes": "catatan kaki", "endnotes": "catatan akhir"}
_PAGES = {"header": "kepala halaman", "footer": "kaki halaman"}
_DEEPEST = 60
Answer = tuple[WordFlow | None, tuple[Finding, ...]]


def read_flow(data: bytes, name: str) -> Answer:
    """What the file says. Call it through ``guard.read_guarded``: the file comes from outside."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            doubled = [one for one, count in Counter(names).items() if count > 1]
            if doubled:
                return None, (_refusal("Berkas ini memuat dua bagian dengan nama yang sama."),)
            others = {one: archive.read(one) for one in names if _is_other(one)}
            media = media_of(archive)
        parts = open_parts(data)
    except (BadZipFile, KeyError, ValueError):
        return None, (_refusal(f"{name} bukan berkas Word (.docx) yang utuh."),)
    trees = {one: parse(content) for one, content in others.items()}
    return _Reader(parts, trees, media).read(), ()


def _is_other(name: str) -> bool:
    return (
        re.fullmatch(r"word/(comments|footnotes|endnotes|header\d*|footer\d*)\.xml", name)
        is not None
    )


def _refusal(pesan: str) -> Finding:
    return Finding(
        "berkas_bukan_salinan",
        Level.BLOCKER,
        pesan,
        "Buka salinan suntingnya di Word atau LibreOffice, simpan sebagai .docx, lalu unggah lagi.",
    )


@dataclass
class _State:
    """Inside which recorded change the reader is."""

    change: Change = ""
    author: str = ""
    at: str = ""


@dataclass
class _Field:
    """A field under way: its instruction, and whether its result has begun."""

    words: str = ""
    is_result: bool = False


@dataclass
class _Paragraph:
    """A paragraph while it is read."""

    pieces: list[Piece] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    media: list[str] = field(default_factory=list)


class _Reader:
    def __init__(self, parts: Parts, others: dict[str, Element], media: Mapping[str, str]) -> None:
        self.document = parts.document
        self.media = media
        self.others = others
        self.lists: Lists = lists_of(parts)
        self.styles = _styles(parts)
        self.units: list[Unit] = []
        self.asides: list[Aside] = []
        self.waiting: list[str] = []
        self.fields: list[_Field] = []
        self.open_remarks: dict[str, list[str]] = {}
        self.quoted: dict[str, tuple[str, int]] = {}
        self.in_contents = 0

    def read(self) -> WordFlow:
        body = self.document.find(W + "body")
        self.blocks(body if body is not None else self.document, _State(), self.units)
        for name, tree in sorted(self.others.items()):
            self.asides += _asides(name, tree)
        heads = "\n".join(one.text for one in self.asides)
        whole = f"{heads}\n" + "\n".join(one.text for one in self.units[:50])
        codes = tuple(dict.fromkeys(_CODE.findall(whole)))
        return WordFlow(tuple(self.units), tuple(self.remarks()), tuple(self.asides), codes)

    def blocks(self, holder: Element, state: _State, into: list[Unit], depth: int = 0) -> None:
        """The paragraphs and tables of a body, a cell or a control, in order."""
        if depth > _DEEPEST:
            return
        for child in holder:
            if child.tag == W + "p":
                into.append(self.paragraph(child, state, len(into)))
            elif child.tag == W + "tbl":
                into.append(self.table(child, state, depth))
            elif child.tag == W + "sdt":
                self.control(child, state, into, depth)
            elif child.tag == W + "bookmarkStart":
                self.waiting += _mark(child)
            elif child.tag in _CHANGES:
                self.blocks(child, _changed(child, state), into, depth + 1)
            elif child.tag in (W + "sdtContent", W + "customXml", W + "smartTag"):
                self.blocks(child, state, into, depth + 1)

    def control(self, sdt: Element, state: _State, into: list[Unit], depth: int) -> None:
        inner = sdt.find(W + "sdtContent")
        if inner is None:
            return
        is_contents = "Contents" in (value(sdt, f"{W}sdtPr/{W}docPartObj/{W}docPartGallery") or "")
        self.in_contents += is_contents
        self.blocks(inner, state, into, depth + 1)
        self.in_contents -= is_contents

    def table(self, tbl: Element, state: _State, depth: int) -> FlowTable:
        rows = []
        for tr in _below(tbl, W + "tr"):
            fate = tr.find(f"{W}trPr/{W}ins")
            gone = tr.find(f"{W}trPr/{W}del")
            inner = next((_changed(one, state) for one in (fate, gone) if one is not None), state)
            cells = []
            for tc in _below(tr, W + "tc"):
                units: list[Unit] = []
                self.blocks(tc, inner, units, depth + 1)
                cells.append(tuple(_flat(units)))
            rows.append(tuple(cells))
        paragraphs = [p for row in rows for cell in row for p in cell]
        marks = tuple(mark for p in paragraphs for mark in p.marks)
        return FlowTable(tuple(rows), marks, _section(marks))

    def paragraph(self, p: Element, state: _State, number: int) -> FlowParagraph:
        found = _Paragraph(marks=[*self.waiting])
        self.waiting = []
        had_contents = self.is_contents
        self.runs(p, state, found, number)
        properties = p.find(W + "pPr")
        style = value(properties, W + "pStyle") or ""
        name = self.styles.get(style, (style, ""))[0].lower()
        kind, level = self.list_of(properties, style)
        has_list_style = name.startswith(("toc ", "table of figures", "contents "))
        return FlowParagraph(
            tuple(found.pieces),
            tuple(found.marks),
            _section(found.marks),
            kind,  # type: ignore[arg-type]
            level,
            name.startswith(("heading", "judul", "lepas")),
            had_contents or self.is_contents or has_list_style or bool(self.in_contents),
            _ending(properties, state),
            tuple(found.pictures),
            tuple(found.media),
        )

    @property
    def is_contents(self) -> bool:
        return any(one.words.strip().startswith("TOC") for one in self.fields)

    def list_of(self, properties: Element | None, style: str) -> tuple[str, int]:
        """The kind of list that a paragraph is an item of, and how deep."""
        number = properties.find(W + "numPr") if properties is not None else None
        if number is None:
            number = self.styles.get(style, ("", None))[1]
        list_id = value(number, W + "numId") if number is not None else None
        if list_id in (None, "0"):
            return "", 0
        level = value(number, W + "ilvl") or "0"
        depth = int(level) if level.isdigit() else 0
        found = self.lists.levels.get((list_id or "", depth))
        if found is None or found.format == "none" or not (found.text or "").strip():
            return "", 0
        if found.format == "bullet":
            return "butir", depth
        return ("huruf" if found.format.endswith("Letter") else "nomor"), depth

    def runs(
        self, holder: Element, state: _State, into: _Paragraph, number: int, depth: int = 0
    ) -> None:
        if depth > _DEEPEST:
            return
        for child in holder:
            tag = child.tag
            if tag == W + "r":
                self.run(child, state, into, number)
            elif tag in _CHANGES:
                self.runs(child, _changed(child, state), into, number, depth + 1)
            elif tag == W + "bookmarkStart":
                into.marks += _mark(child)
            elif tag == W + "commentRangeStart":
                self.open_remarks[child.get(W + "id") or ""] = []
            elif tag in (W + "commentRangeEnd", W + "commentReference"):
                self.close_remark(child.get(W + "id") or "", number)
            elif tag == MC + "AlternateContent":
                self.asides += _boxed(child)
            elif tag not in (W + "pPr", W + "sdtPr", W + "sdtEndPr", W + "rPr", W + "smartTagPr"):
                self.runs(child, state, into, number, depth + 1)

    def run(self, r: Element, state: _State, into: _Paragraph, number: int) -> None:
        properties = r.find(W + "rPr")
        if is_on(properties, W + "vanish"):
            # words that no eye sees are still somebody's words
            self.asides.append(Aside("teks tersembunyi", plain("".join(_words(r)))))
            return
        dress = self.dress(properties)
        for child in r:
            tag = child.tag
            if tag == W + "fldChar":
                self.field(child.get(W + "fldCharType") or "")
            elif tag == W + "instrText":
                if self.fields:
                    self.fields[-1].words += child.text or ""
            elif tag == W + "commentReference":
                self.close_remark(child.get(W + "id") or "", number)
            elif tag in (W + "t", W + "delText") or tag in _BREAKS:
                text = child.text or "" if tag in (W + "t", W + "delText") else _BREAKS[tag]
                if tag == W + "br" and child.get(W + "type") in ("page", "column"):
                    continue
                if self.fields and not self.fields[-1].is_result:
                    continue
                into.pieces.append(Piece(text, state.change, state.author, state.at, dress))
                for words in self.open_remarks.values():
                    words.append(text)
            elif tag in (W + "drawing", W + "pict", W + "object", MC + "AlternateContent"):
                self.asides += _boxed(child)
                pictures = [] if state.change == "hapus" else pictures_of(child)
                into.pictures += pictures
                into.media += parts_in(child, self.media, len(pictures))

    def dress(self, properties: Element | None) -> str:
        """Bold, italic, underlined; by hand or by a style of letters. Words typed over the line
        that asked for them took its look along: that is nobody's."""
        if value(properties, W + "color") == ASKING_INK:
            return ""
        name, _ = self.styles.get(value(properties, W + "rStyle") or "", ("", None))
        found = _STRESS.get(name.lower(), "")
        found += "".join(one for one in "bi" if is_on(properties, W + one) and one not in found)
        return found + ("u" if (value(properties, W + "u") or "none") != "none" else "")

    def field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].is_result = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def close_remark(self, number: str, unit: int) -> None:
        words = self.open_remarks.pop(number, None)
        if number not in self.quoted:
            self.quoted[number] = (plain("".join(words or ())), unit)

    def remarks(self) -> Iterator[Remark]:
        tree = self.others.get("word/comments.xml")
        for one in tree if tree is not None else ():
            quoted, unit = self.quoted.get(one.get(W + "id") or "", ("", -1))
            text = "\n".join(plain("".join(_words(p))) for p in one.iter(W + "p")).strip()
            author, at = one.get(W + "author") or "", one.get(W + "date") or ""
            yield Remark(author, at, text, quoted, unit)


def _styles(parts: Parts) -> dict[str, tuple[str, Element | None]]:
    """The styles of paragraphs by id: their names, and the list that they put a paragraph in."""
    found: dict[str, tuple[str, Element | None]] = {}
    for style in parts.styles if parts.styles is not None else ():
        if style.tag == W + "style":
            number = style.find(f"{W}pPr/{W}numPr")
            name = value(style, W + "name") or ""
            found[style.get(W + "styleId") or ""] = (name, number)
    return found


def _below(holder: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, through controls and changes around them."""
    for child in holder:
        if child.tag == tag:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml", *_CHANGES):
            yield from _below(child, tag)


def _flat(units: list[Unit]) -> Iterator[FlowParagraph]:
    for one in units:
        if isinstance(one, FlowParagraph):
            yield one
        else:
            yield from (p for row in one.rows for cell in row for p in cell)


def _section(marks: Iterable[str]) -> int:
    """The section whose words the bookmarks stand around, 0 for none."""
    numbers = (int(found[1]) for one in marks if (found := _MARK.fullmatch(one)))
    return next(numbers, 0)


def _mark(start: Element) -> list[str]:
    name = start.get(W + "name") or ""
    return [name] if _MARK.fullmatch(name) else []


def _changed(element: Element, state: _State) -> _State:
    """Inside a recorded change; what one inserted and another deleted is deleted."""
    change = _CHANGES[element.tag]
    author, at = element.get(W + "author") or "", element.get(W + "date") or ""
    return replace(state, change=change, author=author, at=at)


def _ending(properties: Element | None, state: _State) -> Piece:
    mark = properties.find(W + "rPr") if properties is not None else None
    for tag in _CHANGES:
        found = mark.find(tag) if mark is not None else None
        if found is not None:
            inner = _changed(found, state)
            return Piece("\n", inner.change, inner.author, inner.at)
    return Piece("\n", state.change, state.author, state.at)


def _words(element: Element) -> Iterator[str]:
    for one in element.iter(W + "t", W + "delText", *_BREAKS):
        yield one.text or "" if one.tag in (W + "t", W + "delText") else _BREAKS[one.tag]


def _boxed(drawing: Element) -> list[Aside]:
    """The words of text boxes; of two copies of one drawing the first."""
    choice = drawing.find(f".//{MC}Choice") if drawing.tag != MC + "AlternateContent" else None
    holder = choice if choice is not None else drawing.find(MC + "Choice")
    holder = drawing if holder is None else holder
    texts = (plain(" ".join(_words(one))) for tag in BOXES for one in holder.iter(tag))
    return [Aside("kotak teks", text) for text in texts if text]


def _asides(name: str, tree: Element) -> Iterator[Aside]:
    part = re.sub(r"\d|word/|\.xml", "", name)
    if part in _NOTES:
        for one in tree:
            text = plain(" ".join(plain("".join(_words(p))) for p in one.iter(W + "p")))
            if text:
                yield Aside(_NOTES[part], text)
    elif part in _PAGES:
        text = plain(" ".join(plain("".join(_words(p))) for p in tree.iter(W + "p")))
        if text:
            yield Aside(_PAGES[part], text)
