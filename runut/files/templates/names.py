"""Names in double braces in the paragraphs of a Word part, however Word cut them into runs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from runut.core.words.unseen import visible
from runut.files.write.docx.package import W

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
P, R, T, TR, TC, TBL = (f"{{{W}}}{one}" for one in ("p", "r", "t", "tr", "tc", "tbl"))
BREAK, TAB, TEXT_BOX = (f"{{{W}}}{one}" for one in ("br", "tab", "txbxContent"))
FALLBACK = f"{{{MC}}}Fallback"
_NAME = re.compile(r"\{\{([^{}]*)\}\}")
_SINGLE = re.compile(r"(?<![{$])\{([^{}]+)\}(?!\})")
_SPACE = re.compile(r"\s+")
BEGIN, END = "bila ", "akhir "

Element = etree._Element


@dataclass(frozen=True)
class Named:
    """A name in a paragraph: how it was meant, and where its braces stand in the text."""

    name: str
    start: int
    end: int

    @property
    def condition(self) -> str:
        """The name whose presence a line of its own asks for (``bila …``), or ""."""
        return self.name.removeprefix(BEGIN) if self.name.startswith(BEGIN) else ""

    @property
    def ends(self) -> str:
        return self.name.removeprefix(END) if self.name.startswith(END) else ""


def paragraphs_of(root: Element) -> Iterator[Element]:
    """Every paragraph, those in tables and text boxes too."""
    yield from root.iter(P)


def texts_of(paragraph: Element) -> list[Element]:
    """The pieces of text of a paragraph; not those of a text box that hangs in it."""
    return [one for one in paragraph.iter(T, BREAK, TAB) if _owner(one) is paragraph]


def _owner(element: Element) -> Element | None:
    return next(element.iterancestors(P), None)


def text_of(paragraph: Element) -> str:
    """The words of a paragraph as one text; a line break and a tab are no part of a name."""
    return "".join(_piece(one) for one in texts_of(paragraph))


def _piece(one: Element) -> str:
    if one.tag == T:
        return one.text or ""
    return "\n" if one.tag == BREAK else "\t"


def names_in(text: str) -> list[Named]:
    """The names of a text. Case, spaces and signs that nobody sees do not matter.

    >>> [one.name for one in names_in("Yth. {{ Kepada }}, {{hari tanggal}}{{bila  tembusan}}")]
    ['kepada', 'hari_tanggal', 'bila tembusan']
    """
    return [Named(meant(found[1]), *found.span()) for found in _NAME.finditer(text)]


def meant(written: str) -> str:
    """A name as it was meant by who wrote it."""
    words = _SPACE.sub(" ", visible(written)).strip().casefold()
    for begin in (BEGIN, END):
        if words.startswith(begin):
            return begin + words.removeprefix(begin).strip().replace(" ", "_")
    return words.replace(" ", "_").replace("_.", ".").replace("._", ".")


def unclosed(text: str) -> bool:
    """Whether braces are left over where every name is taken out."""
    left = _NAME.sub("", text)
    return "{{" in left or "}}" in left


def single_braced(text: str) -> list[str]:
    """What stands in single braces, as it was meant; the ``${…}`` of other programs are theirs."""
    return [meant(found[1]) for found in _SINGLE.finditer(_NAME.sub("", text))]


def row_of(paragraph: Element) -> Element | None:
    """The row of a table that a paragraph stands in; a text box ends the way up."""
    for one in paragraph.iterancestors(TR, TEXT_BOX):
        return one if one.tag == TR else None
    return None
