"""What the styles of an Excel file say about its cells: number format, and whether struck out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

Node = etree._Element

_BUILT_IN: Final = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    41: "#,##0",
    42: "#,##0",
    43: "#,##0.00",
    44: "#,##0.00",
}
"""Number formats that files name by number alone (ECMA-376, 18.8.30), as far as we need them."""

_OFF: Final = ("0", "false", "off")


@dataclass(frozen=True)
class Style:
    """A style of cells: its number format ("" for General), and whether its font strikes out."""

    format: str = ""
    is_struck: bool = False


def parse(part: bytes) -> Node:
    """The XML of a part; nothing outside of it is ever looked up."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(part, parser)


def read_styles(part: bytes) -> tuple[Style, ...]:
    """The styles in the order in which cells name them."""
    root = parse(part)
    formats = {
        int(one.get("numFmtId") or 0): one.get("formatCode") or ""
        for one in root.iterfind("{*}numFmts/{*}numFmt")
    }
    fonts = [_strikes(font) for font in root.iterfind("{*}fonts/{*}font")]
    return tuple(_styles(root, formats, fonts))


def read_struck_strings(part: bytes) -> dict[int, str]:
    """What is left of each shared text when the words that are struck out are left out."""
    if b"strike" not in part:
        return {}
    texts = enumerate(parse(part).iterfind("{*}si"))
    return {n: kept for n, text in texts if (kept := without_struck(text)) is not None}


def without_struck(text: Node) -> str | None:
    """The words of a rich text that are not struck out; None when none is."""
    runs = text.findall("{*}r")
    struck = [_strikes(run.find("{*}rPr")) for run in runs]
    if not any(struck):
        return None
    kept = (run for run, is_struck in zip(runs, struck, strict=True) if not is_struck)
    return "".join(run.findtext("{*}t") or "" for run in kept)


def _styles(root: Node, formats: dict[int, str], fonts: list[bool]) -> Iterator[Style]:
    for one in root.iterfind("{*}cellXfs/{*}xf"):
        kind, font = int(one.get("numFmtId") or 0), int(one.get("fontId") or 0)
        is_struck = font < len(fonts) and fonts[font]
        yield Style(formats.get(kind, _BUILT_IN.get(kind, "")), is_struck)


def _strikes(font: Node | None) -> bool:
    strike = None if font is None else font.find("{*}strike")
    return strike is not None and strike.get("val", "1") not in _OFF
