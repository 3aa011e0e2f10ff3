"""A template filled for one paper: names become words, rows are repeated, signatures get room."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import date, datetime

from lxml import etree

from runut.core.findings import Finding
from runut.core.report.blocks import Boxed, Paper, Signature
from runut.core.report.filling import Filling
from runut.core.report.papers.daftar_hadir import QR_HADIR
from runut.core.report.templates.kinds import BY_JENIS, KAKI, NO, SIGN_HERE, TemplateKind
from runut.core.report.templates.signers import signers_of
from runut.core.report.text import line_text
from runut.core.words.names import format_nip
from runut.files.templates.names import (
    TBL,
    TC,
    TEXT_BOX,
    TR,
    Element,
    P,
    names_in,
    paragraphs_of,
    row_of,
    text_of,
)
from runut.files.templates.parts import Package, unpack
from runut.files.templates.signing import show_code, sign
from runut.files.templates.words import insert_notice, is_left_out, write
from runut.files.write.docx.package import W, core_part
from runut.files.write.docx.paper import properties_of

CANT_SPLIT = f"{{{W}}}cantSplit"
_CORE = "docProps/core.xml"
Words = Mapping[str, str]


def fill_template(
    data: bytes, name: str, *, paper: Paper, created: date | datetime
) -> tuple[bytes, tuple[Finding, ...]]:
    """The paper as a Word file in the layout of the office.

    The template was looked through when it was handed in (``check``); call this through
    ``guard.read_guarded`` all the same. The same input gives the same bytes.
    """
    assert paper.filling is not None  # noqa: S101 - who asks for a template has one
    package = unpack(data)
    _Filler(package, paper, paper.filling).run()
    if _CORE in package.files:
        package.files[_CORE] = core_part(properties_of(paper, created))
    return package.bytes(), ()


class _Filler:
    def __init__(self, package: Package, paper: Paper, filling: Filling) -> None:
        self.package, self.paper, self.filling = package, paper, filling
        self.kind: TemplateKind = BY_JENIS[filling.jenis]
        self.signers = signers_of(self.kind, paper.body)
        self.words = {**filling.words, **_signer_words(self.signers), KAKI: paper.footer}
        self.groups = filling.groups
        self.row_words: dict[Element, Words] = {}

    def run(self) -> None:
        for part, root in self.package.roots.items():
            self._conditions(root)
            self._rows(root)
            for paragraph in list(paragraphs_of(root)):
                self._paragraph(paragraph, part)
            _make_whole(root)
        for block in reversed(self.paper.body):
            if isinstance(block, Boxed):
                words = " ".join(line_text(one) for one in block.lines)
                insert_notice(self.package.body, words)

    def _conditions(self, root: Element) -> None:
        """Leave out what a paper lacks; the lines that say so go in any case."""
        for paragraph in list(paragraphs_of(root)):
            names = names_in(text_of(paragraph))
            if not names or not (names[0].condition or names[0].ends):
                continue
            parent = paragraph.getparent()
            if parent is None:
                continue
            if names[0].condition and not self._is_there(names[0].condition):
                _remove_up_to(paragraph, names[0].condition)
            if paragraph.getparent() is not None:
                parent.remove(paragraph)

    def _is_there(self, name: str) -> bool:
        return bool(self.groups.get(name) or self.words.get(name))

    def _rows(self, root: Element) -> None:
        for group, rows in self.groups.items():
            is_row = self.kind.groups[group].is_row
            units: list[Element] = []
            for paragraph in paragraphs_of(root):
                names = [one.name for one in names_in(text_of(paragraph))]
                if any(one.startswith(f"{group}.") for one in names):
                    row = row_of(paragraph) if is_row else None
                    unit = paragraph if row is None else row
                    units += [] if unit in units else [unit]
            for unit in units:
                self._repeat(unit, group, rows)

    def _repeat(self, unit: Element, group: str, rows: list[dict[str, str]]) -> None:
        parent = unit.getparent()
        assert parent is not None  # noqa: S101 - rows and paragraphs stand in something
        for row in rows:
            words = {f"{group}.{one}": text for one, text in row.items()}
            copy = deepcopy(unit)
            copy.tail = None
            _let_split(copy)
            unit.addprevious(copy)
            for paragraph in copy.iter(P):
                self.row_words[paragraph] = {**words, NO: row.get(NO, "")}
        if rows or unit.tag != P or len(parent.findall(P)) > 1:
            parent.remove(unit)
        else:
            self.row_words[unit] = {f"{group}.{one}": "" for one in self.kind.groups[group].names}

    def _paragraph(self, paragraph: Element, part: str) -> None:
        named = names_in(text_of(paragraph))
        if not named:
            return
        signer = next((one for one in named if one.name in self._places_to_sign()), None)
        if signer is not None:
            short = self._places_to_sign()[signer.name]
            sign(paragraph, self.signers.get(short), self.package, part)
            return
        if any(one.name == QR_HADIR for one in named):
            show_code(paragraph, self.words.get(QR_HADIR, ""), self.package, part)
            return
        words = {**self.words, **self.row_words.get(paragraph, {})}
        values = [words.get(one.name, "") for one in named]
        if is_left_out(paragraph, named, values):
            parent = paragraph.getparent()
            assert parent is not None  # noqa: S101 - a paragraph is never the root
            parent.remove(paragraph)
        else:
            write(paragraph, named, values)

    def _places_to_sign(self) -> dict[str, str]:
        return {f"{SIGN_HERE}{short}": short for short, _ in self.kind.signers if short}


def _make_whole(root: Element) -> None:
    """What lost all its rows or paragraphs on the way is no good to Word: mended or taken out."""
    for table in list(root.iter(TBL)):
        parent = table.getparent()
        if table.find(TR) is None and parent is not None:
            parent.remove(table)
    for place in (root, *root.iter(TC, TEXT_BOX)):
        is_cell = etree.QName(place).localname in ("tc", "txbxContent", "hdr", "ftr")
        if is_cell and (len(place) == 0 or place[-1].tag != P):
            etree.SubElement(place, P)


def _let_split(row: Element) -> None:
    """LibreOffice 7.4 drops rows that may not be cut where a table meets the end of a page."""
    for one in list(row.iter(CANT_SPLIT)):
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)


def _remove_up_to(paragraph: Element, condition: str) -> None:
    """Take out what follows up to its end."""
    parent = paragraph.getparent()
    following = paragraph.getnext()
    while following is not None:
        names = names_in(text_of(following)) if following.tag == P else []
        if names and names[0].ends == condition:
            return
        after = following.getnext()
        if parent is not None:
            parent.remove(following)
        following = after


def _signer_words(signers: Mapping[str, Signature]) -> dict[str, str]:
    found: dict[str, str] = {}
    for short, one in signers.items():
        found |= {
            f"tempat_tanggal_{short}": one.place_date,
            f"jabatan_{short}": one.jabatan,
            f"nama_{short}": one.nama,
            f"pangkat_{short}": one.pangkat,
            f"nip_{short}": format_nip(one.nip) if one.nip else "",
        }
    return found
