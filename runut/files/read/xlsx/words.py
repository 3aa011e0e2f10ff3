"""Words of a workbook: strings of cells and shapes; letters of symbol fonts as their marks."""

from runut.files.read.signs import plain_signs
from runut.files.read.xlsx.parts import Node, tag_of


def shared_strings(root: Node | None) -> list[str]:
    """The table of strings that cells point into."""
    return [] if root is None else [rich_text(item) for item in root.iterfind("{*}si")]


def rich_text(item: Node) -> str:
    """The text of a string item: its runs, without the phonetic ones."""
    pieces = []
    for node in item:
        if tag_of(node) == "t":
            pieces.append(node.text or "")
        elif tag_of(node) == "r":
            font = node.find("{*}rPr/{*}rFont")
            name = font.get("val", "") if font is not None else ""
            pieces.append(plain_signs(name, node.findtext("{*}t") or ""))
    return unescape("".join(pieces))


def drawn_text(body: Node | None) -> str:
    """The words in a drawn shape, one paragraph per line."""
    if body is None:
        return ""
    lines = []
    for paragraph in body.iterfind("{*}p"):
        pieces = []
        for node in paragraph:
            if tag_of(node) in ("r", "fld"):
                pieces.append(node.findtext("{*}t") or "")
            elif tag_of(node) == "br":
                pieces.append("\n")
        lines.append("".join(pieces))
    return "\n".join(lines).strip()


def unescape(text: str) -> str:
    """Line ends as the file means them; Excel writes some controls as ``_x000D_``."""
    text = text.replace("_x000D_", "").replace("_x000A_", "\n").replace("_x0009_", "\t")
    return text.replace("\r\n", "\n").replace("\r", "\n")
