"""The marks of a copy that people edit in Word: a bookmark around the words of each paragraph.

They do not show, and Word and LibreOffice carry them along. Controls (``w:sdt``) would say more,
but LibreOffice 7.4 makes a field to be filled in of each, and loses the words under a comment.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from runut.core.report.blocks import Block
from runut.core.report.word.places import section_of
from runut.files.write.docx.package import W

_FIRST_ID = 100_000
"""Above the numbers of the anchors that the lists of contents use."""
_P, _R, _START, _END = (f"{{{W}}}{name}" for name in ("p", "r", "bookmarkStart", "bookmarkEnd"))
_PROPERTIES, _ID, _NAME = (f"{{{W}}}{name}" for name in ("pPr", "id", "name"))


class Marks:
    """Marks one document from its first block to its last. ``sections``: numbers by their key."""

    def __init__(self, sections: Mapping[str, int]) -> None:
        self.sections = sections
        self.count = 0

    def add(self, block: Block, elements: list[etree._Element]) -> None:
        """Mark what a block was drawn as: with the number of its section, or 0 for computed."""
        number = self.sections.get(section_of(block), 0)
        for one in _paragraphs(elements):
            self._around(one, f"_Rn{number}_{self.count}")
            self.count += 1

    def _around(self, paragraph: etree._Element, name: str) -> None:
        number = str(_FIRST_ID + self.count)
        at = 1 if len(paragraph) and paragraph[0].tag == _PROPERTIES else 0
        paragraph.insert(at, etree.Element(_START, {_ID: number, _NAME: name}))
        paragraph.append(etree.Element(_END, {_ID: number}))


def _paragraphs(elements: list[etree._Element]) -> Iterator[etree._Element]:
    """The paragraphs of a block with something in them, of a table the first one."""
    for one in elements:
        if one.tag != _P:
            first = one.find(f".//{_P}")
            yield from () if first is None else (first,)
        elif any(child.tag in (_R, _START) for child in one):
            yield one
