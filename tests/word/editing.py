"""A hand that edits a copy as people do, and the words that must come home for it.

``Hand`` keeps beside the file what each section must say afterwards, and what must be named.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from runut.core.report.word.spelled import spell
from tests.word.copies import Copy

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W.strip("{}")}
HERE = "bagian"
"""The section of a paragraph, while it is edited."""
AUTHORS = ("Ani Lestari", "Budi")
WORDS = (
    *("pelayanan", "meningkat", "karena", "“jadwal”", "tertib,", "pegawai", "–", "dilatih;"),
    *("12", "kegiatan", "selesai"),
)
AT = "2026-03-02T08:00:00Z"


@dataclass
class Hand:
    copy: Copy
    chance: random.Random
    files: dict[str, bytes] = field(default_factory=dict)
    lines: dict[int, list[str]] = field(default_factory=dict)
    altered: dict[int, tuple[str, str]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    authors: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        with ZipFile(BytesIO(self.copy.docx)) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.files["word/document.xml"])
        for start in self.root.iterfind(".//w:body/w:p/w:bookmarkStart", NS):
            if found := re.match(r"_Rn([1-9]\d*)_", start.get(f"{W}name")):
                start.getparent().set(HERE, found[1])
        for number, words in self.copy.words.items():
            self.lines[number] = spell(words, self.copy.values).text.splitlines()

    # what is where

    def paragraphs(self, number: int) -> list[etree._Element]:
        """Those of a section, and those that the hand put between them."""
        return [one for one in self.root.find("w:body", NS) if one.get(HERE) == str(number)]

    def written(self) -> int:
        """A section with words, by chance; one whose lines are its paragraphs."""
        return self.chance.choice(
            [
                n
                for n, lines in self.lines.items()
                if lines and len(self.paragraphs(n)) == len(lines)
            ]
        )

    def empty(self) -> int:
        return self.chance.choice([n for n, lines in self.lines.items() if not lines])

    def some_words(self, most: int = 8) -> str:
        return " ".join(self.chance.choice(WORDS) for _ in range(self.chance.randint(2, most)))

    # what people do

    def do(self, times: int) -> "Hand":
        acts: list[Callable[[], None]] = [
            self.replace_words, self.record_words, self.strike_out, self.add_paragraph,
            self.record_paragraph, self.delete_paragraph, self.fill_empty, self.alter_figure,
            self.comment, self.paste_table, self.move_paragraph,
        ]  # fmt: skip
        for _ in range(times):
            self.chance.choice(acts)()
        return self

    def replace_words(self) -> None:
        number = self.written()
        at = self.pick(number)
        if at is None:
            return
        words, mark = self.words_at(number, at)
        first, _, rest = words.partition(" ")
        new = f"{first} {self.some_words()} {rest}".strip()
        self.set_text(self.paragraphs(number)[at], new)
        self.lines[number][at] = mark + new

    def record_words(self) -> None:
        """Words inserted in the middle, recorded."""
        number = self.written()
        at = self.pick(number)
        if at is None:
            return
        words, mark = self.words_at(number, at)
        first, _, rest = words.partition(" ")
        new = self.some_words(4) + " "
        author = self.author()
        self.set_runs(
            self.paragraphs(number)[at],
            run(f"{first} ") + change("ins", author, run(new)) + run(rest),
        )
        self.lines[number][at] = f"{mark}{first} {new}{rest}".rstrip()

    def strike_out(self) -> None:
        """The last word deleted, recorded; another in its place."""
        number = self.written()
        at = self.pick(number)
        if at is None:
            return
        words, mark = self.words_at(number, at)
        rest, _, last = words.rpartition(" ")
        if not rest:
            return
        author, new = self.author(), self.some_words(3)
        self.set_runs(
            self.paragraphs(number)[at],
            run(f"{rest} ")
            + change("del", author, run(last, "delText"))
            + change("ins", author, run(new)),
        )
        self.lines[number][at] = f"{mark}{rest} {new}"

    def add_paragraph(self) -> None:
        number = self.written()
        new = self.some_words()
        paragraph = element(f"<w:p>{run(new)}</w:p>")
        paragraph.set(HERE, str(number))
        self.paragraphs(number)[-1].addnext(paragraph)
        self.lines[number].append(new)

    def record_paragraph(self) -> None:
        number, new, author = self.written(), self.some_words(), self.author()
        mark = (
            f'<w:pPr><w:rPr><w:ins w:id="901" w:author="{author}" w:date="{AT}"/></w:rPr></w:pPr>'
        )
        paragraph = element(f"<w:p>{mark}{change('ins', author, run(new))}</w:p>")
        paragraph.set(HERE, str(number))
        self.paragraphs(number)[0].addprevious(paragraph)
        self.lines[number].insert(0, new)

    def delete_paragraph(self) -> None:
        number = self.written()
        if len(self.lines[number]) < 3:
            return
        at = self.chance.randrange(len(self.lines[number]))
        if self.lines[number][at + 1 : at + 2] and self.lines[number][at + 1].startswith(" "):
            return  # an item with others under it
        gone = self.paragraphs(number)[at]
        gone.getparent().remove(gone)
        del self.lines[number][at]

    def move_paragraph(self) -> None:
        number = self.written()
        if len(self.lines[number]) < 2:
            return
        paragraphs = self.paragraphs(number)
        paragraphs[0].addprevious(paragraphs[-1])
        self.lines[number].insert(0, self.lines[number].pop())

    def fill_empty(self) -> None:
        number, new = self.empty(), self.some_words()
        self.set_text(self.paragraphs(number)[0], new)
        self.lines[number] = [new]

    def alter_figure(self) -> None:
        """A number in a computed table, typed over."""
        texts = [
            one
            for one in self.root.iterfind(".//w:tbl//w:t", NS)
            if (one.text or "").strip().replace(",", "").isdigit() and len(one.text) > 3
        ]
        chosen = self.chance.choice(texts)
        was, now = chosen.text, chosen.text[:-1] + str((int(chosen.text[-1]) + 1) % 10)
        chosen.text = now
        place = texts.index(chosen) if chosen in texts else 0
        first = self.altered.get(place, (was, ""))[0]
        self.altered[place] = (first, now)

    @property
    def altered_at_last(self) -> set[tuple[str, str]]:
        return {pair for pair in self.altered.values() if pair[0] != pair[1]}

    def comment(self) -> None:
        number, words = self.written(), self.some_words()
        at = str(len(self.remarks))
        paragraph = self.paragraphs(number)[0]
        start = element(f'<w:commentRangeStart w:id="{at}"/>')
        paragraph.insert(1 if paragraph[0].tag == f"{W}pPr" else 0, start)
        paragraph.append(element(f'<w:commentRangeEnd w:id="{at}"/>'))
        paragraph.append(element(f'<w:r><w:commentReference w:id="{at}"/></w:r>'))
        self.remarks.append(words)

    def table(self, *words: str) -> etree._Element:
        """Two rows of two cells, as they are pasted."""
        cells = [f"<w:tc><w:tcPr/><w:p>{run(one)}</w:p></w:tc>" for one in words]
        rows = f"<w:tr>{cells[0]}{cells[1]}</w:tr><w:tr>{cells[2]}{cells[3]}</w:tr>"
        grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
        size = '<w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr>'
        return element(f"<w:tbl>{size}{grid}{rows}</w:tbl>")

    def paste_table(self) -> None:
        words = [self.some_words(3) for _ in range(4)]
        number = self.written()
        if len(self.lines[number]) < 2 or "|" in "".join(self.lines[number]):
            return
        self.paragraphs(number)[0].addnext(self.table(*words))
        rows = [f"| {words[0]} | {words[1]} |", f"| {words[2]} | {words[3]} |"]
        self.lines[number][1:1] = rows

    # what programs do

    def unmark(self) -> "Hand":
        """No bookmark is left."""
        for name in ("bookmarkStart", "bookmarkEnd"):
            for one in list(self.root.iterfind(f".//w:{name}", NS)):
                one.getparent().remove(one)
        return self

    def split_runs(self) -> "Hand":
        """Runs cut anywhere, with the marks of proofing and of editing sessions between."""
        for text in list(self.root.iterfind(".//w:r/w:t", NS)):
            words, old = text.text or "", text.getparent()
            is_more = any(one.tag not in (f"{W}rPr", f"{W}t") for one in old)
            if len(words) < 6 or is_more or self.chance.random() < 0.5:
                continue
            cut = self.chance.randrange(1, len(words))
            other = etree.fromstring(etree.tostring(old))
            text.text, other.find("w:t", NS).text = words[:cut], words[cut:]
            for one in (text, other.find("w:t", NS)):
                one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            other.set(f"{W}rsidR", "00A77B3E")
            old.addnext(other)
            old.addnext(element('<w:proofErr w:type="spellStart"/>'))
        return self

    # the file

    def save(self) -> bytes:
        files = dict(self.files)
        for one in self.root.find("w:body", NS):
            one.attrib.pop(HERE, None)
        files["word/document.xml"] = etree.tostring(self.root, xml_declaration=True)
        if self.remarks:
            files |= _comments(files, self.remarks)
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        return out.getvalue()

    # small things

    def pick(self, number: int) -> int | None:
        """A paragraph of the section that nobody has recorded a change in."""
        paragraphs = self.paragraphs(number)
        free = [
            n for n, one in enumerate(paragraphs)
            if one.find(".//w:ins", NS) is None and one.find(".//w:commentRangeStart", NS) is None
        ]  # fmt: skip
        return self.chance.choice(free) if free else None

    def words_at(self, number: int, at: int) -> tuple[str, str]:
        line = self.lines[number][at]
        found = re.match(r" *(?:- |1\. |a\. )", line)
        mark = found[0] if found else ""
        return line.removeprefix(mark), mark

    def author(self) -> str:
        chosen = self.chance.choice(AUTHORS)
        self.authors.add(chosen)
        return chosen

    def set_text(self, paragraph: etree._Element, words: str) -> None:
        self.set_runs(paragraph, run(words))

    def set_runs(self, paragraph: etree._Element, runs: str) -> None:
        for one in list(paragraph):
            if one.tag in (f"{W}r", f"{W}proofErr"):
                paragraph.remove(one)
        end = paragraph.find("w:bookmarkEnd", NS)
        for one in element(f"<w:p>{runs}</w:p>"):
            paragraph.append(one) if end is None else end.addprevious(one)


def run(words: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>' if words else ""


def change(kind: str, author: str, runs: str) -> str:
    return f'<w:{kind} w:id="900" w:author="{author}" w:date="{AT}">{runs}</w:{kind}>'


def element(xml: str) -> etree._Element:
    name, _, rest = xml.partition(">")
    head, slash = (name[:-1], "/") if name.endswith("/") else (name, "")
    return etree.fromstring(f'{head} xmlns:w="{NS["w"]}"{slash}>{rest}')


def _comments(files: dict[str, bytes], remarks: list[str]) -> dict[str, bytes]:
    who = f'w:author="Ani Lestari" w:date="{AT}"'
    rows = "".join(
        f'<w:comment w:id="{n}" {who}><w:p>{run(one)}</w:p></w:comment>'
        for n, one in enumerate(remarks)
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    part = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
    line = f'<Relationship Id="rId999" Type="{relation}" Target="comments.xml"/></Relationships>'
    return {
        "word/comments.xml": f'<w:comments xmlns:w="{NS["w"]}">{rows}</w:comments>'.encode(),
        types: files[types].replace(b"</Types>", part.encode()),
        relations: files[relations].replace(b"</Relationships>", line.encode()),
    }
