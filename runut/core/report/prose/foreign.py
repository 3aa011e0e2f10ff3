"""Marks of other systems in people's words: what they mean here, and that they are none of ours."""

import re
from html import unescape

TAG = re.compile(
    r"<(?P<end>/?)(?P<name>b|strong|i|em|u|s|span|font|p|div|br|sup|sub|a|h[1-6]|ul|ol|li|table|"
    r"tbody|thead|tr|td|th|img|code|pre|blockquote)\b[^<>\n]*>",
    re.I,
)
ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});", re.I)
LINK = re.compile(r"\[(?P<words>[^\[\]\n]+)\]\((?P<address>(?:https?://|mailto:)[^\s()]+)\)")
CODE = re.compile(r"(?<![\w`])(?P<fence>`{1,3})(?P<words>[^`\n]+)(?P=fence)(?![\w`])")
BOLD_TAGS = frozenset(("b", "strong"))
ITALIC_TAGS = frozenset(("i", "em"))

_HEADING = re.compile(r"#{1,6}\s+(?P<words>\S.*?)\s*#*")
_QUOTE = re.compile(r"(?:>\s*)+(?P<words>\S.*)")
_NOTHING = re.compile(r"(?:-\s?){3,}|(?:\*\s?){3,}|={3,}|`{3,}\w*|~{3,}|>+|#{1,6}")


def entity_sign(text: str) -> str:
    """What an entity stands for; itself where it is none.

    >>> entity_sign("&amp;"), entity_sign("&bukan;")
    ('&', '&bukan;')
    """
    sign = unescape(text)
    return sign if (len(sign) == 1 and sign.isprintable()) or sign == "\u00a0" else text


def link_words(found: re.Match[str]) -> str:
    """A link as it reads on paper: its words, and the address where they do not say it."""
    words, address = found["words"], found["address"].removeprefix("mailto:")
    return words if address in words else f"{words} ({address})"


def foreign_line(text: str) -> tuple[str, str] | None:
    """A line that another system would take for a heading, a quotation or a rule: its words, and
    what to tell about it; None for every other line.

    >>> foreign_line("## Hasil")[0], foreign_line("---")[0], foreign_line("#tagar")
    ('*Hasil*', '', None)
    """
    if found := _HEADING.fullmatch(text):
        words = found["words"].strip("*")
        return (
            f"*{words}*",
            "tanda # bukan tanda di sini. Judul ditetapkan oleh susunan laporan; kata-katanya "
            "ditulis tebal",
        )
    if _NOTHING.fullmatch(text):
        return "", "garis atau tanda tanpa kata dihilangkan"
    if found := _QUOTE.fullmatch(text):
        return found["words"], "tanda > di depan kalimat dihilangkan"
    return None
