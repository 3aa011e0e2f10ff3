"""PDF files written operator by operator, as Word, Excel and others print them."""

from collections.abc import Sequence
from itertools import pairwise

WIDTH, HEIGHT = 600, 400


def pdf(
    *contents: str, turn: int = 0, is_wrapped: bool = False, box: Sequence[int] = (0, 0, 600, 400)
) -> bytes:
    """A PDF of these pages. ``is_wrapped``: each page is a form XObject, moved and back again."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    pages = []
    for content in contents:
        stream = content.encode("latin-1")
        extra = ""
        if is_wrapped:
            form = (
                f"<< /Type /XObject /Subtype /Form /BBox [-900 -900 1800 1800]"
                f" /Matrix [2 0 0 2 -10 -20] /Resources << /Font << /F 3 0 R >> >>"
                f" /Length {len(stream)} >>\nstream\n"
            )
            objects.append(form.encode() + stream + b"\nendstream")
            extra = f"/XObject << /X {len(objects)} 0 R >>"
            stream = b"q 0.5 0 0 0.5 5 10 cm /X Do Q"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{' '.join(map(str, box))}] /Rotate {turn}"
            f" /Contents {len(objects)} 0 R"
            f" /Resources << /Font << /F 3 0 R >> {extra} >> >>".encode()
        )
        pages.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(pages)}] /Count {len(pages)} >>".encode()
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def text(x: float, y: float, words: str, size: float = 9, matrix: str = "1 0 0 1") -> str:
    """Words at a place counted from the upper left of the page, as everything here."""
    return f"BT /F {size} Tf {matrix} {x} {HEIGHT - y} Tm ({words}) Tj ET\n"


def line(*points: tuple[float, float]) -> str:
    """An open stroke."""
    (x, y), *rest = points
    return f"{x} {HEIGHT - y} m " + "".join(f"{a} {HEIGHT - b} l " for a, b in rest) + "S\n"


def polygon(*points: tuple[float, float], paint: str = "s") -> str:
    """A closed outline: ``s`` stroked, ``f`` filled."""
    (x, y), *rest = points
    path = f"{x} {HEIGHT - y} m " + "".join(f"{a} {HEIGHT - b} l " for a, b in rest)
    return f"{path} h {paint}\n"


def rectangle(x: float, y: float, width: float, height: float, paint: str = "S") -> str:
    return f"{x} {HEIGHT - y - height} {width} {height} re {paint}\n"


def grid(across: Sequence[float], down: Sequence[float]) -> str:
    """A table ruled by strokes."""
    flat = [line((across[0], y), (across[-1], y)) for y in down]
    return "".join(flat + [line((x, down[0]), (x, down[-1])) for x in across])


def word_grid(across: Sequence[float], down: Sequence[float]) -> str:
    """A table as Word prints it: every side of every cell a thin fill, a dot at every corner."""
    thick, out = 0.48, ""
    for y in down:
        for left, right in pairwise(across):
            out += rectangle(left, y, thick, thick, "f")
            out += rectangle(left + thick, y, right - left - thick, thick, "f")
    for x in across:
        for top, bottom in pairwise(down):
            out += rectangle(x, top + thick, thick, bottom - top - thick, "f")
    return out


def rounded(x: float, y: float, width: float, height: float) -> str:
    """A capsule: straight sides, round ends."""
    r = height / 2
    left, right, top, bottom = x + r, x + width - r, HEIGHT - y, HEIGHT - y - height
    k = 1.33 * r
    return (
        f"{left} {top} m {right} {top} l"
        f" {right + k} {top} {right + k} {bottom} {right} {bottom} c"
        f" {left} {bottom} l {left - k} {bottom} {left - k} {top} {left} {top} c s\n"
    )


def circle(x: float, y: float, r: float) -> str:
    k, y = 0.5523 * r, HEIGHT - y
    return (
        f"{x + r} {y} m {x + r} {y + k} {x + k} {y + r} {x} {y + r} c"
        f" {x - k} {y + r} {x - r} {y + k} {x - r} {y} c"
        f" {x - r} {y - k} {x - k} {y - r} {x} {y - r} c"
        f" {x + k} {y - r} {x + r} {y - k} {x + r} {y} c s\n"
    )


def diamond(x: float, y: float, width: float, height: float, paint: str = "s") -> str:
    a, b = width / 2, height / 2
    return polygon((x - a, y), (x, y - b), (x + a, y), (x, y + b), paint=paint)


def arrow_down(x: float, y: float) -> str:
    """The head of an arrow whose tip is at a point."""
    return polygon((x, y), (x - 2.5, y - 5), (x + 2.5, y - 5), paint="f")
