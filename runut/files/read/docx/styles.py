"""Word's styles: how large, how bold and how far apart the words of a paragraph stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from runut.files.read.docx.xml import TWIPS, Element, Parts, W, is_on, number, value

_DEEPEST_STYLE = 20
_SIZE, _FONT = 10.0, "Times New Roman"


@dataclass(frozen=True)
class Letters:
    """How a run looks. ``size`` in points."""

    size: float = _SIZE
    font: str = _FONT
    is_bold: bool = False
    is_hidden: bool = False


@dataclass(frozen=True)
class Spacing:
    """How a paragraph stands, in points; ``line`` is a share of the line unless ``rule`` is set.

    ``joins_alike``: no gap to a neighbour of the same style.
    """

    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    rule: str = "auto"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    align: str = "left"
    list_id: str | None = None
    list_level: int = 0
    breaks_page: bool = False
    joins_alike: bool = False


@dataclass(frozen=True)
class Styles:
    """The styles by id, and what holds without any."""

    by_id: dict[str, Element] = field(default_factory=dict)
    default_ids: dict[str, str] = field(default_factory=dict)
    letters: Letters = Letters()
    spacing: Spacing = Spacing()


def styles_of(parts: Parts) -> Styles:
    """The styles of a file; Word's own defaults where it has none."""
    if parts.styles is None:
        return Styles()
    by_id, default_ids = {}, {}
    for style in parts.styles.iterfind(W + "style"):
        key = style.get(W + "styleId") or ""
        by_id[key] = style
        if style.get(W + "default") in ("1", "true", "on"):
            default_ids[style.get(W + "type") or ""] = key
    defaults = parts.styles.find(W + "docDefaults")
    run = defaults.find(f"{W}rPrDefault/{W}rPr") if defaults is not None else None
    paragraph = defaults.find(f"{W}pPrDefault/{W}pPr") if defaults is not None else None
    return Styles(by_id, default_ids, letters_of(Letters(), run), spacing_of(Spacing(), paragraph))


def letters_of(letters: Letters, properties: Element | None) -> Letters:
    """The look after these run properties (``w:rPr``)."""
    if properties is None:
        return letters
    size = number(value(properties, W + "sz"), 2)
    bold, hidden = is_on(properties, W + "b"), is_on(properties, W + "vanish")
    fonts = properties.find(W + "rFonts")
    font = value(fonts, "", W + "ascii") or value(fonts, "", W + "hAnsi")
    return Letters(
        size if size else letters.size,
        font or letters.font,
        letters.is_bold if bold is None else bold,
        letters.is_hidden if hidden is None else hidden,
    )


def spacing_of(spacing: Spacing, properties: Element | None) -> Spacing:
    """The stand of a paragraph after these properties (``w:pPr``)."""
    if properties is None:
        return spacing
    spacing = _gaps(spacing, properties.find(W + "spacing"))
    spacing = _indents(spacing, properties.find(W + "ind"))
    listed = properties.find(W + "numPr")
    if listed is not None:
        level = number(value(listed, W + "ilvl"))
        spacing = replace(
            spacing,
            list_id=value(listed, W + "numId") or spacing.list_id,
            list_level=int(level) if level is not None else spacing.list_level,
        )
    breaks = is_on(properties, W + "pageBreakBefore")
    joins = is_on(properties, W + "contextualSpacing")
    return replace(
        spacing,
        align=value(properties, W + "jc") or spacing.align,
        breaks_page=spacing.breaks_page if breaks is None else breaks,
        joins_alike=spacing.joins_alike if joins is None else joins,
    )


def _gaps(spacing: Spacing, found: Element | None) -> Spacing:
    if found is None:
        return spacing
    before, after = _twips(found, "before"), _twips(found, "after")
    line, rule = number(found.get(W + "line")), found.get(W + "lineRule") or spacing.rule
    if line is not None:
        line = line / 240 if rule == "auto" else line / TWIPS
    if is_on(found.getparent(), W + "spacing") and found.get(W + "beforeAutospacing") == "1":
        before = 5.0
    return replace(
        spacing,
        before=spacing.before if before is None else before,
        after=spacing.after if after is None else after,
        line=spacing.line if line is None else line,
        rule=spacing.rule if line is None else rule,
    )


def _indents(spacing: Spacing, found: Element | None) -> Spacing:
    if found is None:
        return spacing
    left = _twips(found, "left")
    left = _twips(found, "start") if left is None else left
    right = _twips(found, "right")
    right = _twips(found, "end") if right is None else right
    first, hanging = _twips(found, "firstLine"), _twips(found, "hanging")
    first = -hanging if hanging is not None else first
    return replace(
        spacing,
        left=spacing.left if left is None else left,
        right=spacing.right if right is None else right,
        first=spacing.first if first is None else first,
    )


def _twips(element: Element, name: str) -> float | None:
    return number(element.get(W + name), TWIPS)


def chain(styles: Styles, key: str | None, kind: str) -> Iterator[Element]:
    """The style and those it is based on, the most general first."""
    found: list[Element] = []
    key = key or styles.default_ids.get(kind)
    while key in styles.by_id and len(found) < _DEEPEST_STYLE:
        style = styles.by_id[key]
        found.append(style)
        key = value(style, W + "basedOn")
    return reversed(found)


def paragraph_style(
    styles: Styles, key: str | None, table_style: str | None = None
) -> tuple[Letters, Spacing]:
    """How a paragraph of this style looks, in a table of that style."""
    letters, spacing = styles.letters, styles.spacing
    if table_style is not None:
        for style in chain(styles, table_style, "table"):
            letters = letters_of(letters, style.find(W + "rPr"))
            spacing = spacing_of(spacing, style.find(W + "pPr"))
    for style in chain(styles, key, "paragraph"):
        letters = letters_of(letters, style.find(W + "rPr"))
        spacing = spacing_of(spacing, style.find(W + "pPr"))
    return letters, spacing
