"""Signs of the picture fonts (Wingdings, Symbol) as characters that every font has.

A tick is always the tick of the form, ``√``.
"""

from typing import Final

WINGDINGS: Final = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x73: "◆", 0x74: "◆",
    0x75: "◆", 0x76: "◆", 0x77: "◆", 0x9E: "•", 0x9F: "●", 0xA1: "○", 0xA4: "◉", 0xA7: "▪",
    0xA8: "□", 0xB7: "•", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE7: "←",
    0xE8: "→", 0xE9: "↑", 0xEA: "↓", 0xEF: "←", 0xF0: "→", 0xF1: "↑", 0xF2: "↓", 0xF3: "↔",
    0xFB: "✗", 0xFC: "√", 0xFD: "☒", 0xFE: "√",
}  # fmt: skip
WINGDINGS_2: Final = {
    0x4F: "✗", 0x50: "√", 0x51: "☒", 0x52: "√", 0x53: "☒", 0x54: "☒", 0x95: "●", 0x96: "●",
    0x97: "●", 0x98: "●", 0xA2: "■", 0xA3: "□",
}  # fmt: skip
WINGDINGS_3: Final = {0x22: "↔", 0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x7D: "▶"}
WEBDINGS: Final = {0x61: "√", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗", 0x34: "▶", 0x3D: "●"}
MARLETT: Final = {0x61: "√", 0x62: "√", 0x68: "●"}
SYMBOL: Final = {
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xD6: "√", 0xAB: "↔", 0xAC: "←",
    0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xA8: "◆", 0xDE: "→", 0xDC: "←", 0xDB: "↔", 0x2D: "-",
}  # fmt: skip

_FONTS: Final = {
    "wingdings": WINGDINGS,
    "wingdings 2": WINGDINGS_2,
    "wingdings 3": WINGDINGS_3,
    "webdings": WEBDINGS,
    "marlett": MARLETT,
    "symbol": SYMBOL,
}
_PRIVATE: Final = range(0xF020, 0xF100)
_UNKNOWN: Final = "●"


def is_picture_font(font: str) -> bool:
    """Whether the letters of this font are pictures."""
    return font.strip().lower() in _FONTS


def sign(font: str, code: int) -> str:
    """The character for one place of a picture font; a filled circle where none is known.

    >>> sign("Wingdings", 0xF0FC), sign("Symbol", 0xD6)
    ('√', '√')
    """
    place = code - 0xF000 if code in _PRIVATE else code
    known = _FONTS.get(font.strip().lower())
    if known is None:
        return chr(code) if code not in _PRIVATE else WINGDINGS.get(place, _UNKNOWN)
    return known.get(place, _UNKNOWN)


def private_sign(code: int) -> str | None:
    """The character for a private one (U+F0…) whose font is not known; None where none fits.

    >>> private_sign(0xF0FC), private_sign(0xF0AE), private_sign(0xF0FF)
    ('√', '→', None)
    """
    place = code - 0xF000
    fonts = (WINGDINGS, SYMBOL, WINGDINGS_2)
    return next((font[place] for font in fonts if place in font), None)


def plain_signs(font: str, text: str) -> str:
    """Words typed in a picture font, or with its private characters, as they show.

    >>> plain_signs("Wingdings", "ü"), plain_signs("Arial", "\\uf0fc selesai")
    ('√', '√ selesai')
    """
    if is_picture_font(font):
        return "".join(char if char.isspace() else sign(font, ord(char)) for char in text)
    return "".join(sign(font, ord(char)) if ord(char) in _PRIVATE else char for char in text)
