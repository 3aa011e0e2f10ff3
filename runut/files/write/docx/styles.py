"""The styles, lists and settings of a DOCX: real Word headings, one typeface, Bahasa Indonesia."""

from collections.abc import Sequence
from dataclasses import dataclass

from runut.core.report.word.flow import ASKING_INK
from runut.files.write.docx.package import xml_part
from runut.files.write.layout.rhythm import (
    CAPTION,
    CHAPTER,
    CHAPTER_ENTRY,
    ENTRY,
    FRAME,
    ITEM,
    ITEM_MARK,
    ITEM_WORDS,
    LETTER,
    SECTIONS,
    TEXT,
    UNDER_PICTURE,
    Step,
)

TYPEFACE = "Arial"
"""Word has Arial; Arimo, which the PDF uses, is as wide letter by letter."""
INK = "14253A"
MUTE = "55626F"
ACCENT = "0F5FB5"
HAIR = "9AA5B1"
SHADE = "EEF1F5"
AMBER = ASKING_INK
AMBER_WASH = "FDF1D6"
BLUE_WASH = "EEF4FB"
SMALL = '<w:sz w:val="20"/><w:szCs w:val="20"/>'
MM = 56.6929
"""Twips in a millimetre."""
_GAP = 2
"""How high the empty paragraph is that parts a table from what follows, in points."""
_SLACK = 0.1
"""Points that a line of a list is lower than in the PDF: its full page is not too full in Word."""
_LEVELS = 3
"""How deep lists stand under lists."""


def twips(mm: float) -> int:
    return round(mm * MM)


def styles_part(*, report: bool, room_twips: int) -> bytes:
    """All styles. A report has wider lines and chapters in 14 pt; a letter is closer."""
    text = TEXT if report else LETTER
    normal = spacing(text, 0, text.after(text))
    drawn = [
        _defaults(),
        _style("Normal", "Normal", "", normal),
        *_headings(report),
        *_lists_of_contents(room_twips),
        *_parts_of_a_page(),
    ]
    return xml_part("w:styles", "".join(drawn))


def spacing(step: Step, before: float, after: float) -> str:
    """The rooms of a paragraph, given in points; its lines are as high as in the PDF, and higher
    only where somebody sets larger type."""
    rooms = f'w:before="{round(before * 20)}" w:after="{round(after * 20)}"'
    return f'<w:spacing {rooms} w:line="{round(step.pitch * 20)}" w:lineRule="atLeast"/>'


def _defaults() -> str:
    font = f'w:ascii="{TYPEFACE}" w:hAnsi="{TYPEFACE}" w:cs="{TYPEFACE}" w:eastAsia="{TYPEFACE}"'
    kerned = '<w:kern w:val="2"/>'
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {font}/>{kerned}<w:sz w:val="22"/>'
        '<w:szCs w:val="22"/><w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def _style(key: str, name: str, based: str, paragraph: str, run: str = "") -> str:
    default = ' w:default="1"' if key == "Normal" else ""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    after = '<w:next w:val="Normal"/>' if key.startswith("Heading") else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/>{base}'
        f"{after}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _headings(report: bool) -> list[str]:
    """Word's own heading styles; the loose ones look alike and stay out of the contents."""
    first = _HEADING_1 if report else _TITLE
    looks = [first, *_SECTIONS]
    drawn = []
    for level, (paragraph, run) in enumerate(looks, 1):
        kept = f"<w:keepNext/><w:keepLines/>{paragraph}"
        outline = f'<w:outlineLvl w:val="{level - 1}"/>'
        drawn.append(_style(f"Heading{level}", f"heading {level}", "Normal", kept + outline, run))
        loose = '<w:outlineLvl w:val="9"/>'
        drawn.append(_style(f"Lepas{level}", f"Judul lepas {level}", f"Heading{level}", loose))
    return drawn


_TO_RULE = 3.6
"""From the title of a chapter to the short line under it, in points."""
_HEADING_1 = (
    f'{spacing(CHAPTER, 0, _TO_RULE)}<w:jc w:val="center"/>',
    f'<w:b/><w:bCs/><w:color w:val="{INK}"/><w:sz w:val="28"/><w:szCs w:val="28"/>',
)
_TITLE = (
    '<w:spacing w:before="240" w:after="200"/><w:jc w:val="center"/>',
    '<w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/>',
)


def _section(step: Step, italic: str = "") -> tuple[str, str]:
    hanging = twips(7)
    paragraph = (
        f'<w:tabs><w:tab w:val="left" w:pos="{hanging}"/></w:tabs>'
        f"{spacing(step, step.before(), step.after())}"
        f'<w:ind w:left="{hanging}" w:hanging="{hanging}"/>'
    )
    size = round(step.size * 2)
    sizes = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return paragraph, f'<w:b/><w:bCs/>{italic}<w:color w:val="{INK}"/>{sizes}'


_SECTIONS = (
    _section(SECTIONS[0]),
    _section(SECTIONS[1]),
    _section(SECTIONS[2], "<w:i/><w:iCs/>"),
)


def _lists_of_contents(room: int) -> list[str]:
    def leader(left: int, hanging: int, step: Step = ENTRY) -> str:
        return (
            f'<w:tabs><w:tab w:val="left" w:pos="{left + hanging}"/>'
            f'<w:tab w:val="right" w:leader="dot" w:pos="{room}"/></w:tabs>'
            f"{spacing(step, step.before() - _SLACK, step.below)}"
            f'<w:ind w:left="{left + hanging}" w:hanging="{hanging}"/>'
        )

    step = twips(7)
    return [
        _style("TOC1", "toc 1", "Normal", leader(0, 0, CHAPTER_ENTRY), "<w:b/><w:bCs/>"),
        _style("TOC2", "toc 2", "Normal", leader(step, step)),
        _style("TOC3", "toc 3", "Normal", leader(2 * step, step)),
        _style("TOC4", "toc 4", "Normal", leader(3 * step, step)),
        _style("TableofFigures", "table of figures", "Normal", leader(0, twips(22))),
    ]


def _parts_of_a_page() -> list[str]:
    small = f'<w:color w:val="{MUTE}"/><w:sz w:val="17"/><w:szCs w:val="17"/>'
    ruled = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{HAIR}"/></w:pBdr>'
    tight, centred, kept = _spacing(0, 0), '<w:jc w:val="center"/>', "<w:keepNext/><w:keepLines/>"
    after = round((FRAME.after() - _GAP) * 20)
    tiny = f'<w:spacing w:before="0" w:after="{after}" w:line="{_GAP * 20}" w:lineRule="exact"/>'
    justified = '<w:jc w:val="both"/>'
    caption = spacing(CAPTION, CAPTION.before(), CAPTION.after(FRAME))
    under = spacing(UNDER_PICTURE, UNDER_PICTURE.before(), UNDER_PICTURE.after())
    return [
        _style("Header", "header", "Normal", ruled + tight, small),
        _style("Footer", "footer", "Normal", tight, small),
        _style("Caption", "caption", "Normal", kept + caption + centred, SMALL),
        _style("KeteranganGambar", "Keterangan gambar", "Caption", _NOT_KEPT + under),
        _style("IsiTabel", "Isi tabel", "Normal", tight),
        _style("Catatan", "Catatan tabel", "Normal", "<w:keepLines/>" + tight, small),
        _style("Jarak", "Jarak", "Normal", tiny, '<w:sz w:val="8"/><w:szCs w:val="8"/>'),
        _style("Butir", "Butir", "Normal", spacing(ITEM, 0, ITEM.after(ITEM)) + justified),
        _style("Kop", "Kop", "Normal", f"<w:keepNext/>{tight}{centred}"),
        _style("TandaTangan", "Tanda tangan", "Normal", kept + tight + centred),
        _style("Sampul", "Sampul", "Normal", tight, f'<w:color w:val="{INK}"/>'),
        _style("Kotak", "Kotak", "Normal", _boxed(ACCENT, BLUE_WASH), SMALL),
        _style("KotakPeringatan", "Kotak peringatan", "Normal", _boxed(AMBER, AMBER_WASH), SMALL),
    ]


def _spacing(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/>'


_NOT_KEPT = '<w:keepNext w:val="0"/>'


def _boxed(bar: str, wash: str) -> str:
    return (
        f'<w:keepLines/><w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{wash}"/>'
        f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{bar}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="4" w:color="{wash}"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{wash}"/>'
        '<w:spacing w:before="0" w:after="0" w:line="252" w:lineRule="auto"/><w:ind w:left="220"/>'
    )


@dataclass(frozen=True)
class WordList:
    """One list of a document: its marks, how deep it stands under others, what it begins with."""

    kind: str
    depth: int = 0
    first: int = 1


def numbering_part(lists: Sequence[WordList]) -> bytes:
    """The lists of the document in order, each ``bullet``, ``decimal`` or ``lowerLetter``.

    Every list has its own number, so that each starts again from its first.
    """
    marks = {"bullet": "•", "decimal": "%{}.", "lowerLetter": "%{}."}
    kinds = list(marks)
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{''.join(_level(kind, marks[kind], depth) for depth in range(_LEVELS))}</w:abstractNum>"
        for n, kind in enumerate(kinds)
    )
    nums = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{kinds.index(one.kind)}"/>'
        f'<w:lvlOverride w:ilvl="{one.depth}"><w:startOverride w:val="{one.first}"/>'
        "</w:lvlOverride></w:num>"
        for n, one in enumerate(lists, 1)
    )
    return xml_part("w:numbering", abstract + nums)


def _level(kind: str, mark: str, depth: int) -> str:
    left, hanging = twips(ITEM_WORDS * (depth + 1)), twips(ITEM_WORDS - ITEM_MARK)
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{mark.format(depth + 1)}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'
        "</w:pPr></w:lvl>"
    )


def settings_part(*, has_lists: bool) -> bytes:
    """``updateFields`` (at its place in the schema) makes Word renew the lists when it opens."""
    update = '<w:updateFields w:val="true"/>' if has_lists else ""
    uri = "http://schemas.microsoft.com/office/word"
    return xml_part(
        "w:settings",
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{update}<w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>',
    )
