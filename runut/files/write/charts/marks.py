"""The marks a chart is drawn with: words, lines, boxes; numbers as Indonesian papers write them."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal
from xml.sax.saxutils import escape

from runut.core.kinerja.angka import format_near
from runut.files.typeface import width_of
from runut.files.write.layout.letters import drawable

INK = "#14253a"
MUTE = "#55626f"
HAIR = "#d8dee6"
ACCENT = "#0f5fb5"
SIZE = 9.0
_WHOLE = Decimal(100)

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class ChartPoint:
    """A place in the drawing of a chart."""

    x: float
    y: float


def number(value: Decimal) -> str:
    """A number with at most two decimals, comma and thousands dots; trailing zeros are dropped.

    >>> number(Decimal("12345.678")), number(Decimal("100.00")), number(Decimal("-0.001"))
    ('12.345,68', '100', '0')
    """
    rounded = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    if rounded == _WHOLE != value:  # a target that was just missed is not drawn as reached
        return format_near(value).removesuffix("%")
    plain = f"{rounded:,.2f}".rstrip("0").rstrip(".")
    plain = "0" if plain in ("-0", "") else plain
    return plain.translate(str.maketrans(",.", ".,"))


def wrap(label: str, room: float) -> list[str]:
    """A label over as many lines as it takes in this room."""
    lines = [""]
    for word in drawable(label).split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, SIZE) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def text(at: ChartPoint, words: str, colour: str, anchor: Anchor = "start", more: str = "") -> str:
    return (
        f'<text x="{_n(at.x)}" y="{_n(at.y)}" font-size="{SIZE:g}" fill="{colour}" '
        f'text-anchor="{anchor}"{more}>{escape(drawable(words))}</text>'
    )


def value_text(at: ChartPoint, value: Decimal, anchor: Anchor, *, main: bool) -> str:
    """A value beside its mark; in bold where it is the one reported."""
    return text(at, number(value), INK, anchor, ' font-weight="bold"' if main else "")


def white_behind(at: ChartPoint, value: Decimal, anchor: Anchor) -> str:
    """White under a value, so that a line behind it does not strike it out."""
    width = width_of(number(value), SIZE, bold=True) + 7
    left = {"start": at.x - 3.5, "middle": at.x - width / 2, "end": at.x - width + 3.5}[anchor]
    return rect(left, at.y - SIZE + 0.5, width, SIZE + 1, "#fff")


def rect(x: float, y: float, width: float, height: float, colour: str) -> str:
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" fill="{colour}"/>'
    )


def hline(
    x1: float, x2: float, y: float, colour: str, width: float, *, dashed: bool = False
) -> str:
    return _stroke(ChartPoint(x1, y), ChartPoint(x2, y), colour, width, dashed)


def vline(
    x: float, y1: float, y2: float, colour: str, width: float, *, dashed: bool = False
) -> str:
    return _stroke(ChartPoint(x, y1), ChartPoint(x, y2), colour, width, dashed)


def path(points: list[ChartPoint], colour: str, width: float, dash: str = "") -> str:
    """A line through the points, ``dash`` such as "7 3"."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    steps = " ".join(f"{_n(p.x)},{_n(p.y)}" for p in points)
    return (
        f'<polyline points="{steps}" fill="none" stroke="{colour}" stroke-width="{width:g}" '
        f'stroke-linejoin="round" stroke-linecap="butt"{dashes}/>'
    )


def circle(at: ChartPoint, radius: float, colour: str) -> str:
    return f'<circle cx="{_n(at.x)}" cy="{_n(at.y)}" r="{radius:g}" fill="{colour}"/>'


def _stroke(start: ChartPoint, end: ChartPoint, colour: str, width: float, dashed: bool) -> str:
    dash = ' stroke-dasharray="4 3"' if dashed else ""
    return (
        f'<line x1="{_n(start.x)}" y1="{_n(start.y)}" x2="{_n(end.x)}" y2="{_n(end.y)}" '
        f'stroke="{colour}" stroke-width="{width:g}"{dash}/>'
    )


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
