"""One word for one thing: every string that people may read, held against the glossary."""

import re

from tests.project.visible import ROOT, Visible, visible_strings

_ROW = re.compile(r"^\| ([^|`]+) \| ([^|`]+) \|$", re.MULTILINE)
_OF_OTHERS = (
    "runut/core/words/",  # the vocabulary by which texts of others are understood
    "runut/core/sop/",  # what is said of an SOP quotes its words
    "runut/core/case/similar",
    "runut/files/guard/xml_check",  # names of XML
    "runut/office/letters/actions/__init__",  # names of code
)
_MACHINERY = re.compile(
    r"<\?xml|<w:|</|xmlns|content-types|charset=|^[a-z_]+(/|\.)|\bstored workbook|^a \w+ "
)
"""Markup and what only programmers read."""


def banned() -> list[str]:
    """The words of the last column of the glossary's list, each as it is written."""
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    table = glossary.split("## Words that people read")[1]
    rows = _ROW.findall(table)
    return [word.strip() for _, never in rows if never != "Never" for word in never.split(",")]


def found(strings: list[Visible]) -> list[str]:
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, banned()))})\b", re.IGNORECASE)
    return [
        f"{one.path}:{one.line} {one.text[:80]}"
        for one in strings
        if words.search(one.text)
        and not one.path.startswith(_OF_OTHERS)
        and not _MACHINERY.search(one.text)
    ]


def test_every_string_is_collected_and_none_says_another_word() -> None:
    strings = visible_strings()
    assert len(strings) > 5_000
    assert len(banned()) > 15
    assert found(strings) == []


def test_another_word_would_be_found() -> None:
    planted = [Visible("runut/office/x.html", 1, "Silakan Anda muat buku kerja ini.")]
    assert found(planted) == ["runut/office/x.html:1 Silakan Anda muat buku kerja ini."]
