"""Words put in the places of names, in the dress of the run in which the name began."""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from runut.files.templates.names import BREAK, Element, Named, P, R, T, text_of, texts_of
from runut.files.write.docx.package import W
from runut.files.write.layout.letters import legal, whole_dates

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LABELS = {"", "NIP", "NIP."}
"""What may stand beside a name whose word is empty, and goes with it."""
_DRAWN = tuple(f"{{{W}}}{one}" for one in ("drawing", "pict", "object", "sectPr", "fldChar"))
_BEFORE_SPACING = frozenset(
    (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"),
        *("numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens"),
        *("kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN"),
        *("bidi", "adjustRightInd", "snapToGrid"),
    )
)


def is_left_out(paragraph: Element, named: Sequence[Named], values: Sequence[str]) -> bool:
    """Whether nothing is left of a paragraph: all its names are empty and it says nothing else."""
    if any(values) or next(paragraph.iter(*_DRAWN), None) is not None:
        return False
    text = text_of(paragraph)
    for one in reversed(named):
        text = text[: one.start] + text[one.end :]
    parent = paragraph.getparent()
    is_only = parent is None or len(parent.findall(P)) < 2
    return text.strip() in _LABELS and not is_only


def write(paragraph: Element, named: Sequence[Named], values: Sequence[str]) -> None:
    """Put the values in the places of the names; what was written is not looked at again."""
    for one, value in reversed(list(zip(named, values, strict=True))):
        _exchange(paragraph, one, whole_dates(legal(value)))


def _exchange(paragraph: Element, named: Named, value: str) -> None:
    at = 0
    first = True
    for piece in texts_of(paragraph):
        length = len(piece.text or "") if piece.tag == T else 1
        begin, end = max(named.start - at, 0), min(named.end - at, length)
        at += length
        if begin >= end or piece.tag != T:
            continue
        text = piece.text or ""
        _set(piece, text[:begin], value if first else "", text[end:])
        first = False


def _set(piece: Element, before: str, value: str, after: str) -> None:
    """The text of a piece; the lines of the value come apart by breaks of Word."""
    lines = value.split("\n")
    piece.text = before + lines[0] + ("" if len(lines) > 1 else after)
    piece.set(_SPACE, "preserve")
    for n, one in enumerate(lines[1:], start=2):
        following = etree.Element(T)
        following.text = one + (after if n == len(lines) else "")
        following.set(_SPACE, "preserve")
        broken = etree.Element(BREAK)
        piece.addnext(broken)
        broken.addnext(following)
        piece = following


def space_before(paragraph: Element, twips: int) -> None:
    """So much room over a paragraph, whatever its style says."""
    properties = properties_of_paragraph(paragraph)
    spacing = properties.find(f"{{{W}}}spacing")
    if spacing is None:
        known = [etree.QName(one).localname in _BEFORE_SPACING for one in properties]
        spacing = etree.Element(f"{{{W}}}spacing")
        properties.insert(sum(known), spacing)
    spacing.attrib.pop(f"{{{W}}}beforeAutospacing", "")
    spacing.set(f"{{{W}}}before", str(twips))


def properties_of_paragraph(paragraph: Element) -> Element:
    found = paragraph.find(f"{{{W}}}pPr")
    if found is None:
        found = etree.Element(f"{{{W}}}pPr")
        paragraph.insert(0, found)
    return found


def run_like(paragraph: Element) -> Element:
    """An empty run in the dress of the first run of a paragraph."""
    run = etree.Element(R)
    dress = paragraph.find(f".//{R}/{{{W}}}rPr")
    if dress is not None:
        run.append(deepcopy(dress))
    return run


def insert_notice(body: Element, words: str) -> None:
    """A line over everything else: that the paper is a draft."""
    paragraph = etree.Element(P)
    run = etree.SubElement(paragraph, R)
    dress = etree.SubElement(run, f"{{{W}}}rPr")
    etree.SubElement(dress, f"{{{W}}}b")
    etree.SubElement(run, T).text = legal(words)
    body.insert(0, paragraph)
