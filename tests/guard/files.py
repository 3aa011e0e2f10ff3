"""Office files: honest ones, and the hostile ones of the reliability programme, F1 to F9."""

from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

WORKBOOK = (
    f'{XML}<workbook xmlns="{SHEET}"><sheets><sheet name="A" sheetId="1"/></sheets></workbook>'
)
TYPES = (
    f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def archive(parts: Mapping[str, str | bytes | Iterable[bytes]]) -> bytes:
    output = BytesIO()
    with ZipFile(output, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            with file.open(name, "w") as part:
                if isinstance(content, str):
                    part.write(content.encode())
                elif isinstance(content, bytes):
                    part.write(content)
                else:
                    for piece in content:
                        part.write(piece)
    return output.getvalue()


def sheet(rows: str | Iterable[bytes]) -> str | Iterable[bytes]:
    begin, end = f'{XML}<worksheet xmlns="{SHEET}"><sheetData>', "</sheetData></worksheet>"
    if isinstance(rows, str):
        return begin + rows + end
    return (piece for part in ([begin.encode()], rows, [end.encode()]) for piece in part)


def xlsx(rows: str | Iterable[bytes] = "", **others: str | bytes | Iterable[bytes]) -> bytes:
    parts = {"[Content_Types].xml": TYPES, "xl/workbook.xml": WORKBOOK}
    return archive({**parts, "xl/worksheets/sheet1.xml": sheet(rows), **others})


def docx(body: str | bytes = "", **others: str | bytes | Iterable[bytes]) -> bytes:
    text = document(body) if isinstance(body, str) else body
    return archive({"[Content_Types].xml": TYPES, "word/document.xml": text, **others})


def document(body: str, before: str = "") -> str:
    return f'{XML}{before}<w:document xmlns:w="{WORDS}"><w:body>{body}</w:body></w:document>'


def cells(rows: int, columns: int) -> str:
    return "".join(
        f'<row r="{row}">' + "".join(f"<c><v>{row * n}</v></c>" for n in range(columns)) + "</row>"
        for row in range(1, rows + 1)
    )


def relations(kind: str, target: str) -> str:
    return (
        f'{XML}<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/{kind}"'
        f' Target="{target}" TargetMode="External"/></Relationships>'
    )


def far_cells() -> bytes:
    """F1: one cell in the last row, one in the last column."""
    return xlsx(
        '<row r="1"><c r="XFD1"><v>1</v></c></row>'
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    )


@cache
def three_million_cells() -> bytes:
    """F2: 1,501 rows of 2,000 cells, a few kilobytes on disk."""
    row = b"<row>" + b"<c><v>1</v></c>" * 2_000 + b"</row>"
    return xlsx(row for _ in range(1_501))


@cache
def bomb_of_strings() -> bytes:
    """F3: one shared string of 300 MB."""
    begin, end = f'{XML}<sst xmlns="{SHEET}"><si><t>', "</t></si></sst>"
    pieces = [begin.encode(), *[b"A" * (1 << 20)] * 300, end.encode()]
    return xlsx(**{"xl/sharedStrings.xml": pieces})


@cache
def many_megabytes(size: int = 210) -> bytes:
    """A part of ``size`` MB that shrinks some fifty times: no bomb by its ratio."""
    noise = Random(1).randbytes(1 << 18)
    blocks = (noise[at : at + 128] + b" " * 8_000 for at in range(0, 1 << 18, 128))
    megabytes = b"".join(blocks)
    return xlsx(**{"xl/media/isi.bin": [megabytes] * (size * (1 << 20) // len(megabytes))})


@cache
def bomb_of_words() -> bytes:
    """F4: 300 MB of text in one paragraph."""
    begin, end = document("<w:p><w:r><w:t>|</w:t></w:r></w:p>").split("|")
    return archive(
        {
            "[Content_Types].xml": TYPES,
            "word/document.xml": [begin.encode(), *[b"A" * (1 << 20)] * 300, end.encode()],
        }
    )


def laughing(entity_text: str = "ha") -> str:
    """F5: nine levels of ten: a thousand million laughs."""
    lines = [f'<!ENTITY l0 "{entity_text}">']
    lines += [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)]
    return f"<!DOCTYPE w [{''.join(lines)}]>"


def billion_laughs() -> bytes:
    return docx(document("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", laughing()).encode())


def billion_laughs_in_a_workbook() -> bytes:
    strings = f'{XML}{laughing()}<sst xmlns="{SHEET}"><si><t>&l9;</t></si></sst>'
    return xlsx(**{"xl/sharedStrings.xml": strings})


def quadratic() -> bytes:
    """F5: one long entity, named many times."""
    before = f'<!DOCTYPE w [<!ENTITY a "{"a" * 50_000}">]>'
    return docx(
        document("<w:p><w:r><w:t>" + "&a;" * 50_000 + "</w:t></w:r></w:p>", before).encode()
    )


def stranger_in_the_house() -> bytes:
    """F6: an external entity that would fetch a file of the server."""
    before = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return docx(document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", before).encode())


def tables_in_tables(depth: int = 3_000) -> bytes:
    """F7."""
    level = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return docx(level[0] * depth + "<w:p/>" + level[1] * depth)


def with_a_lie(data: bytes, part: str, *, offset: int, value: int) -> bytes:
    """``data`` with a number in the zip's list of parts changed: 24 is the size, 42 the place."""
    entry = data.index(part.encode(), data.index(b"PK\x01\x02")) - 46
    assert data[entry : entry + 4] == b"PK\x01\x02"
    return data[: entry + offset] + value.to_bytes(4, "little") + data[entry + offset + 4 :]
