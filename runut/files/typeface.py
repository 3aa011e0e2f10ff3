"""The office typeface (Arimo, as wide as Arial letter by letter): where it is and how wide it runs.

Widths come from the font itself, so that tables can be fitted before anything is drawn.
"""

import struct
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import typst

FONT_DIR = Path(__file__).parent / "fonts"
FAMILY = "Arimo"
_FALLBACK = 0.6


@lru_cache(maxsize=2)
def advances(bold: bool = False) -> Mapping[int, float]:
    """The width of every character the typeface can draw, in shares of the type size."""
    font = (FONT_DIR / f"Arimo-{'Bold' if bold else 'Regular'}.ttf").read_bytes()
    tables = _tables(font)
    units = struct.unpack_from(">H", font, tables["head"] + 18)[0]
    count = struct.unpack_from(">H", font, tables["hhea"] + 34)[0]
    widths = struct.unpack_from(">" + "Hh" * count, font, tables["hmtx"])[::2]
    glyphs = _characters(font, tables["cmap"])
    return {char: widths[min(glyph, count - 1)] / units for char, glyph in glyphs.items()}


@lru_cache(maxsize=1)
def office_fonts() -> typst.Fonts:
    """The typeface for typst, and nothing else: no machine may draw a paper differently."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONT_DIR)]
    )


def width_of(text: str, size: float, bold: bool = False) -> float:
    """How wide a text runs on one line, in points.

    >>> round(width_of("Capaian 98,95", 10), 1)
    65.1
    """
    return size * _share(text, bold)


@lru_cache(maxsize=1 << 15)
def _share(text: str, bold: bool) -> float:
    """A paper asks for the same words again: for each of its files, at each size that it tries."""
    known = advances(bold)
    return sum(known.get(ord(char), _FALLBACK) for char in text)


def can_draw(char: str) -> bool:
    """Whether the typeface has a glyph for this character."""
    return ord(char) in advances()


def _tables(font: bytes) -> dict[str, int]:
    count = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sLLL", font, 12 + 16 * i) for i in range(count))
    return {tag.decode("latin-1"): offset for tag, _, offset, _ in records}


def _characters(font: bytes, cmap: int) -> dict[int, int]:
    """Character to glyph by the format 4 subtable, the only one in these fonts."""
    start = cmap + struct.unpack_from(">L", font, cmap + 8)[0]
    half = struct.unpack_from(">H", font, start + 6)[0]
    count = half // 2
    ends = struct.unpack_from(f">{count}H", font, start + 14)
    firsts = struct.unpack_from(f">{count}H", font, start + 16 + half)
    deltas = struct.unpack_from(f">{count}h", font, start + 16 + 2 * half)
    offsets_at = start + 16 + 3 * half
    found: dict[int, int] = {}
    for i in range(count):
        shift = struct.unpack_from(">H", font, offsets_at + 2 * i)[0]
        for char in range(firsts[i], min(ends[i], 0xFFFE) + 1):
            at = offsets_at + 2 * i + shift + 2 * (char - firsts[i])
            raw = char if shift == 0 else struct.unpack_from(">H", font, at)[0]
            glyph = (raw + deltas[i]) & 0xFFFF if raw or shift == 0 else 0
            if glyph:
                found[char] = glyph
    return found
