"""The operators of a PDF page, and the objects that make pages a file."""

from dataclasses import dataclass, field


@dataclass
class Sheet:
    """The operators of one page; y is turned, because PDF counts from below."""

    height: float
    ops: list[str] = field(default_factory=list)

    def at(self, x: float, y: float) -> str:
        return f"{x:.2f} {self.height - y:.2f}"

    def add(self, text: str) -> None:
        self.ops.append(text)

    def text(self, x: float, y: float, words: str, size: float = 8.0) -> None:
        if not words:
            return
        raw = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.add(f"BT /F1 {size:g} Tf {self.at(x, y)} Td ({raw}) Tj ET")

    def bar(self, left: float, top: float, right: float, bottom: float) -> None:
        """A filled thin rectangle."""
        self.add(f"{self.at(left, bottom)} {right - left:.2f} {bottom - top:.2f} re f*")

    def box(self, left: float, top: float, right: float, bottom: float) -> None:
        """The borders of a cell as Word prints them: bars of half a point."""
        for bar in (
            (left, top - 0.24, right, top + 0.24),
            (left, bottom - 0.24, right, bottom + 0.24),
            (left - 0.24, top, left + 0.24, bottom),
            (right - 0.24, top, right + 0.24, bottom),
        ):
            self.bar(*bar)


def document(
    pages: list[Sheet],
    paper: tuple[float, float],
    *,
    wrapped: bool = False,
    turned: bool = False,
    shifted: bool = False,
) -> bytes:
    """Objects, cross-reference table and trailer.

    ``wrapped``: content inside a form XObject; ``turned``: upright pages shown turned by a
    quarter; ``shifted``: the page box does not begin at the origin.
    """
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    width, height = paper
    box, turn, frame = f"[0 0 {width:.1f} {height:.1f}]", "", ""
    if turned:  # shown turned clockwise: what stands at (x, y) is drawn at (height - y, x)
        box, turn = f"[0 0 {height:.1f} {width:.1f}]", "/Rotate 90"
        frame = f"0 1 -1 0 {height:.2f} 0 cm"
    if shifted:
        box = f"[100 50 {width + 100:.1f} {height + 50:.1f}]"
        frame = "1 0 0 1 100 50 cm"
    for sheet in pages:
        content = "\n".join([frame, *sheet.ops]).encode("cp1252")
        resources = "<< /Font << /F1 3 0 R >> >>"
        if wrapped:
            facts = f"/Type /XObject /Subtype /Form /BBox {box} /Resources {resources}"
            objects.append(stream(content, facts))
            resources = f"<< /XObject << /Fm0 {len(objects)} 0 R >> >>"
            content = b"q 1 0 0 1 0 0 cm /Fm0 Do Q"
        objects.append(stream(content, ""))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} {turn} /Resources {resources} "
            f"/Contents {len(objects)} 0 R >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return joined(objects)


def stream(content: bytes, extra: str) -> bytes:
    return f"<< /Length {len(content)} {extra} >>\nstream\n".encode() + content + b"\nendstream"


def joined(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010d} 00000 n \n".encode()
    out += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    )
    return bytes(out)
