"""Word files and workbooks by somebody who means harm: without end, bottom, or bounds."""

import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from random import Random
from zipfile import ZipFile, ZipInfo

from tests.guard import files
from tests.guard.files import SHEET, WORDS, XML, docx, relations, xlsx
from tests.hostile import honest
from tests.hostile.damage import repacked
from tests.hostile.elsewhere import elsewhere
from tests.hostile.packages import MAIN, bomb_in_a_picture, with_parts, zip_bomb

Make = Callable[[], bytes]


def with_body(body: str | Callable[[], str]) -> Make:
    """A Word file of this body, with what an honest one has around it."""
    return lambda: repacked(
        honest.template(),
        lambda name, xml: (
            files.document(body if isinstance(body, str) else body()).encode()
            if name == MAIN["docx"]
            else xml
        ),
    )


def with_sheet(rows: Callable[[], str], tail: str = "") -> Make:
    """The data workbook, its first sheet exchanged for these rows."""

    def make() -> bytes:
        begin, end = f'{XML}<worksheet xmlns="{SHEET}"><sheetData>', "</sheetData>"
        xml = f"{begin}{rows()}{end}{tail}</worksheet>".encode()
        return repacked(
            honest.workbook(),
            lambda name, old: xml if name == "xl/worksheets/sheet1.xml" else old,
        )

    return make


def paragraphs(number: int, words: str = "kata") -> Make:
    one = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
    return with_body(lambda: one * number)


def _with_a_file_of_ours() -> bytes:
    return with_body(_INCLUDE.format(file=elsewhere().file))()


def _different(number: int) -> str:
    """Paragraphs of which none is like another: no bomb by what they shrink to."""
    random = Random(number)
    texts = (random.randbytes(3).hex() for _ in range(number))
    return "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)


def deep(tag: str, depth: int) -> Make:
    return with_body(f"<w:{tag}>" * depth + f"</w:{tag}>" * depth)


def merged(number: int) -> Make:
    """So many merged ranges in one sheet."""
    ranges = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, number + 1))
    return with_sheet(lambda: files.cells(5, 5), f"<mergeCells>{ranges}</mergeCells>")


@cache
def one_long_string() -> bytes:
    begin, end = f'{XML}<sst xmlns="{SHEET}"><si><t>', "</t></si></sst>"
    text = [begin.encode(), *[b"Aku tidak berhenti. " * 50_000] * 40, end.encode()]
    return repacked_with(honest.workbook(), "xl/sharedStrings.xml", b"".join(text))


def repacked_with(data: bytes, part: str, content: bytes) -> bytes:
    return repacked(data, lambda name, xml: content if name == part else xml)


def formulas(text: str) -> Make:
    cells = f'<row r="1"><c r="A1"><f>{text}</f><v>1</v></c></row>'
    return with_sheet(lambda: cells)


_DDE = (
    "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DDEAUTO c:\\\\cmd "
    "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
)
_INCLUDE = (
    "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>INCLUDETEXT "
    '"{file}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
_WIDE = "<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 5_000 + "</w:tr></w:tbl>"
_SPANS = (
    "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2000000000'/></w:tcPr><w:p/></w:tc></w:tr>"
    "</w:tbl>"
)
_SIZES = (
    "<w:p/><w:sectPr><w:pgSz w:w='{n}' w:h='{n}'/><w:pgMar w:top='{n}' w:left='-{n}'/></w:sectPr>"
)

WORD: dict[str, Make] = {
    "bom kata": files.bomb_of_words,
    "bom zip": zip_bomb,
    "bom di gambar": bomb_in_a_picture,
    "tabel dalam tabel": files.tables_in_tables,
    "300.000 alinea": paragraphs(300_000),
    "49.000 alinea berbeda": with_body(lambda: _different(49_000)),
    "300.000 alinea berbeda": with_body(lambda: _different(300_000)),
    "alinea kosong 150.000": with_body("<w:p/>" * 150_000),
    "satu alinea 5 MB": paragraphs(1, "kata " * 1_000_000),
    "tabel 3.000 baris": with_body(
        "<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>" * 3_000 + "</w:tbl>"
    ),
    "tabel 5.000 kolom": with_body(_WIDE),
    "rentang dua miliar": with_body(_SPANS),
    "kertas raksasa": with_body(_SIZES.format(n=10**12)),
    "kertas nol": with_body(_SIZES.format(n=0)),
    "bersarang 190": deep("sdt", 190),
    "bersarang 10.000": deep("ins", 10_000),
    "DDE": with_body(_DDE),
    "badan tidak ada": lambda: docx(f'<w:document xmlns:w="{WORDS}"/>'.encode()),
    "akar lain": lambda: docx(b"<a/>"),
    "sejuta bookmark": with_body("<w:bookmarkStart w:id='1' w:name='_Rn1_1'/>" * 200_000),
    "gaya melingkar": lambda: repacked(
        honest.template(),
        lambda name, xml: (
            xml.replace(
                b"</w:styles>",
                b"<w:style w:type='paragraph' w:styleId='A'><w:basedOn w:val='B'/></w:style>"
                b"<w:style w:type='paragraph' w:styleId='B'><w:basedOn w:val='A'/></w:style>"
                b"</w:styles>",
            )
            if name == "word/styles.xml"
            else xml
        ),
    ),
    "gaya pada dirinya": with_body("<w:p><w:pPr><w:pStyle w:val='B'/></w:pPr></w:p>"),
    "berkas disisipkan": _with_a_file_of_ours,
    "kotak teks bersarang": with_body(
        "<w:p>"
        + "<w:r><w:pict><w:txbxContent><w:p>" * 40
        + "</w:p></w:txbxContent></w:pict></w:r>" * 40
        + "</w:p>"
    ),
}
EXCEL: dict[str, Make] = {
    "sel jauh": files.far_cells,
    "tiga juta sel": files.three_million_cells,
    "bom kalimat": files.bomb_of_strings,
    "210 MB": files.many_megabytes,
    "tawa di kalimat": files.billion_laughs_in_a_workbook,
    "kalimat 40 MB": one_long_string,
    "sejuta gabungan": merged(1_000_000),
    "gabungan 19.000": merged(19_000),
    "gabungan seluas lembar": with_sheet(
        lambda: files.cells(5, 5), '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    ),
    "gabungan 50.000": merged(50_000),
    "formula WEBSERVICE": formulas('WEBSERVICE("http://127.0.0.1:9/")'),
    "formula DDE": formulas("cmd|' /C calc'!A0"),
    "formula panjang": formulas("A1+" * 100_000 + "A1"),
    "nomor baris ganda": with_sheet(
        lambda: "".join(f'<row r="1"><c r="A1"><v>{n}</v></c></row>' for n in range(20_000))
    ),
    "angka raksasa": with_sheet(
        lambda: f'<row r="1"><c r="A1"><v>{"9" * 100_000}</v></c><c r="B1"><v>1e999</v></c></row>'
    ),
    "jenis sel lain": with_sheet(
        lambda: (
            '<row r="1"><c r="A1" t="zzz" s="99999"><v>x</v></c>'
            '<c r="B1" t="s"><v>4000000000</v></c><c r="C1" t="d"><v>9999-99-99</v></c></row>'
        )
    ),
    "tanggal jauh": with_sheet(
        lambda: (
            '<row r="1"><c r="A1" s="1"><v>99999999999</v></c><c r="B1" s="1"><v>-9e9</v></c></row>'
        )
    ),
    "lembar tidak ada": lambda: repacked(
        honest.workbook(), lambda n, x: None if "worksheets/sheet" in n else x
    ),
    "seribu lembar": lambda: xlsx(
        **{
            "xl/workbook.xml": f'{XML}<workbook xmlns="{SHEET}"><sheets>'
            + "".join(f'<sheet name="L{n}" sheetId="{n}"/>' for n in range(1, 1_900))
            + "</sheets></workbook>"
        }
    ),
    "lembar menunjuk dirinya": lambda: repacked(
        honest.workbook(),
        lambda n, x: (
            x.replace(b"worksheets/sheet1.xml", b"workbook.xml")
            if n == "xl/_rels/workbook.xml.rels"
            else x
        ),
    ),
    "ddeLink": lambda: with_parts(
        honest.workbook(),
        **{"xl__externalLinks__externalLink1.xml": "<externalLink><ddeLink/></externalLink>"},
    ),
    "zlib rusak": lambda: _bad_deflate(honest.workbook()),
    "tautan keluar": lambda: xlsx(
        **{"xl/_rels/workbook.xml.rels": relations("externalLink", elsewhere().url)}
    ),
}


def _bad_deflate(data: bytes) -> bytes:
    """Well formed as an archive, but what was packed is no deflate."""
    output = BytesIO()
    with ZipFile(output, "w") as package:
        for name in (MAIN["xlsx"], "[Content_Types].xml"):
            info = ZipInfo(name)
            package.writestr(info, zlib.compress(b"a" * 5_000))
    return output.getvalue().replace(b"\0\0\0\0!\0", b"\0\0\x08\0!\0")
