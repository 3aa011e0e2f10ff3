"""Texts, pages, models, open documents, and files that are nothing at all."""

from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZIP_STORED, ZipFile

from runut.files.bpmn_names import BPMN
from tests.guard import files
from tests.hostile import honest
from tests.hostile.elsewhere import elsewhere

Make = Callable[[], bytes]
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def open_document(kind: str, content: str) -> bytes:
    """An open document of LibreOffice's; its kind stands first, as it has to."""
    output = BytesIO()
    media = f"application/vnd.oasis.opendocument.{kind}"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    with ZipFile(output, "w", ZIP_STORED) as package:
        package.writestr("mimetype", media)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", manifest)
    return output.getvalue()


def odt(body: str, before: str = "") -> bytes:
    return open_document("text", _content(f"<office:text>{body}</office:text>", before))


def ods(rows: str, before: str = "") -> bytes:
    table = f'<table:table table:name="A">{rows}</table:table>'
    return open_document(
        "spreadsheet", _content(f"<office:spreadsheet>{table}</office:spreadsheet>", before)
    )


def _content(body: str, before: str) -> str:
    spaces = " ".join(
        f'xmlns:{name}="{_ODF}:{name}:1.0"'
        for name in ("office", "text", "table", "draw", "script")
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content {spaces} '
        'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
        f"<office:body>{body}</office:body></office:document-content>"
    )


def odt_section(target: str) -> bytes:
    """A document whose section is the text of another file."""
    return odt(
        '<text:section text:name="a"><text:section-source xlink:type="simple" '
        f'xlink:href="{target}" text:filter-name="Text"/><text:p>x</text:p></text:section>'
    )


def odt_picture(target: str) -> bytes:
    return odt(
        '<text:p><draw:frame draw:name="a" text:anchor-type="paragraph"><draw:image '
        f'xlink:href="{target}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        "</draw:frame></text:p>"
    )


def rtf(body: str) -> bytes:
    return ("{\\rtf1\\ansi " + body + "}").encode()


def _field(words: str) -> str:
    return f"{{\\field{{\\*\\fldinst {words}}}{{\\fldrslt x}}}}"


def bpmn(body: str, before: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}'
        f'<definitions xmlns="{BPMN}"><process id="p">{body}</process></definitions>'
    ).encode()


def _loop(number: int) -> str:
    """Tasks in one ring."""
    flows = "".join(
        f'<sequenceFlow id="f{n}" sourceRef="t{n}" targetRef="t{(n + 1) % number}"/>'
        for n in range(number)
    )
    return "".join(f'<task id="t{n}" name="Langkah"/>' for n in range(number)) + flows


def html(body: str) -> bytes:
    return f"<!doctype html><html><body>{body}</body></html>".encode()


def tabs(rows: int, columns: int) -> bytes:
    head = "NAMA SOP\tSURAT\nNo.\tKegiatan\tPelaksana\n"
    return (head + ("1\t" + "kata\t" * columns + "\n") * rows).encode()


TEXTS: dict[str, tuple[Make, str]] = {
    "kosong": (lambda: b"", "txt"),
    "satu bait": (lambda: b"a", "txt"),
    "NUL": (lambda: b"\0" * 5_000, "txt"),
    "derau": (lambda: Random(1).randbytes(20_000), "txt"),
    "derau besar": (lambda: Random(2).randbytes(3 << 20), "txt"),
    "UTF-16": (lambda: honest.sop_text().decode().encode("utf-16"), "txt"),
    "UTF-16 tanpa tanda": (lambda: honest.sop_text().decode().encode("utf-16-le"), "txt"),
    "aksara lain": (lambda: "手順書\t名前\n一\t書類\n".encode() * 50, "txt"),
    "aksara Arab": (lambda: "إجراء\tاسم\n".encode() * 50, "txt"),
    "arah terbalik": (
        lambda: honest.sop_text().replace(b"Menyusun", "\u202eMenyusun\u202c".encode()),
        "txt",
    ),
    "separuh huruf": (lambda: honest.sop_text() + b"\xf0\x9f\x98", "txt"),
    "pengganti tunggal": (lambda: honest.sop_text() + b"\xed\xa0\x80", "txt"),
    "satu baris 4 MB": (lambda: b"kata " * 800_000, "txt"),
    "sejuta tab": (lambda: b"\t" * 1_000_000, "txt"),
    "sejuta baris": (lambda: b"\n" * 1_000_000, "txt"),
    "20.000 baris SOP": (lambda: tabs(20_000, 5), "txt"),
    "2.000 kolom SOP": (lambda: tabs(50, 2_000), "txt"),
    "nomor raksasa": (lambda: tabs(5, 5).replace(b"\n1\t", b"\n" + b"9" * 5_000 + b"\t"), "txt"),
    "CSV": (lambda: b"No;Kegiatan;Pelaksana\n1;=cmd|' /C calc'!A0;Staf\n", "csv"),
    "JSON": (lambda: b"[" * 200_000, "json"),
    "angka romawi": (lambda: b"IVXLCDM" * 100_000, "txt"),
    "HTML skrip": (lambda: html("<script>alert(1)</script><table><tr><td>x"), "html"),
    "HTML bersarang": (lambda: html("<table><tr><td>" * 20_000), "html"),
    "HTML 100.000 sel": (lambda: html("<table>" + "<tr><td>x<td>y" * 50_000), "html"),
    "HTML rentang": (
        lambda: html("<table><tr><td colspan=999999999 rowspan=999999999>x</table>"),
        "html",
    ),
    "HTML rentang banyak": (
        lambda: html("<table>" + "<tr><td colspan=1000 rowspan=60000>x" * 1_000),
        "html",
    ),
    "HTML dari luar": (
        lambda: html(f'<link rel=stylesheet href="{elsewhere().url}/a.css"><table><tr><td>x'),
        "html",
    ),
    "HTML bernama doc": (lambda: html("<table><tr><td>No<td>Kegiatan"), "doc"),
    "BPMN tawa": (lambda: bpmn("<task id='a' name='&l9;'/>", files.laughing()), "bpmn"),
    "BPMN entitas": (
        lambda: bpmn("&x;", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "bpmn",
    ),
    "BPMN melingkar": (lambda: bpmn(_loop(1_000)), "bpmn"),
    "BPMN 10.000 tugas": (lambda: bpmn(_loop(10_000)), "bpmn"),
    "BPMN bersarang": (lambda: bpmn("<subProcess>" * 5_000), "bpmn"),
    "BPMN ke mana-mana": (
        lambda: bpmn("<sequenceFlow id='f' sourceRef='tidak' targetRef='ada'/>" * 500),
        "bpmn",
    ),
    "BPMN kosong": (lambda: bpmn(""), "bpmn"),
    "BPMN separuh": (lambda: bpmn(_loop(20))[:900], "bpmn"),
    "Word lama": (lambda: _OLD + b"\0" * 2_000 + "WordDocument".encode("utf-16-le"), "doc"),
    "Excel lama": (lambda: _OLD + b"\0" * 2_000 + "Workbook".encode("utf-16-le"), "xls"),
    "Excel lama bernama xlsx": (lambda: _OLD + b"\0" * 9_000, "xlsx"),
    "terkunci sandi": (
        lambda: _OLD + b"\0" * 2_000 + "EncryptedPackage".encode("utf-16-le"),
        "xlsx",
    ),
    "terkunci bernama docx": (
        lambda: _OLD + b"\0" * 2_000 + "EncryptedPackage".encode("utf-16-le"),
        "docx",
    ),
    "program": (lambda: b"MZ\x90\0" * 3_000, "exe"),
    "program bernama docx": (lambda: b"MZ\x90\0" * 3_000, "docx"),
    "program bernama pdf": (lambda: b"\x7fELF" * 3_000, "pdf"),
    "gzip": (lambda: b"\x1f\x8b\x08\0" + b"\0" * 500, "gz"),
    "zip kosong": (lambda: b"PK\x05\x06" + b"\0" * 18, "docx"),
    "zip sel": (lambda: files.archive({"a.txt": "isi"}), "xlsx"),
    "ODT rahasia cakram": (lambda: odt_section(elsewhere().file.as_uri()), "odt"),
    "ODT dari luar": (lambda: odt_section(elsewhere().url + "/a.txt"), "odt"),
    "ODT gambar dari luar": (lambda: odt_picture(elsewhere().url + "/a.png"), "odt"),
    "ODT gambar cakram": (lambda: odt_picture(elsewhere().file.as_uri()), "odt"),
    "ODT tawa": (lambda: odt("<text:p>&l9;</text:p>", files.laughing()), "odt"),
    "ODT makro": (
        lambda: odt(
            "<text:p><office:event-listeners><script:event-listener script:language="
            '"ooo:script" script:event-name="dom:load" xlink:href="vnd.sun.star.script:'
            'a$b?language=Basic"/></office:event-listeners></text:p>'
        ),
        "odt",
    ),
    "ODT rusak": (lambda: odt("<text:p>x</text:p>")[:-60], "odt"),
    "ODS diulang": (
        lambda: ods(
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
            'table:number-columns-repeated="16384" office:value-type="string">'
            "<text:p>x</text:p></table:table-cell></table:table-row>"
        ),
        "ods",
    ),
    "ODS tawa": (lambda: ods("<text:p>&l9;</text:p>", files.laughing()), "ods"),
    "ODS kosong": (lambda: ods(""), "ods"),
    "RTF rahasia cakram": (
        lambda: rtf(_field(f'INCLUDETEXT "{elsewhere().file}"')),
        "rtf",
    ),
    "RTF gambar dari luar": (
        lambda: rtf(_field(f'INCLUDEPICTURE "{elsewhere().url}/a.png"')),
        "rtf",
    ),
    "RTF bersarang": (lambda: rtf("{" * 50_000), "rtf"),
    "RTF objek": (lambda: rtf("{\\object\\objocx{\\*\\objdata 0105000002}}"), "rtf"),
    "RTF templat dari luar": (
        lambda: rtf(f"{{\\*\\template {elsewhere().url}/t.dotm}}"),
        "rtf",
    ),
}

CERTIFICATES: dict[str, tuple[Make, str]] = {
    "sertifikat kosong": (lambda: b"", "p12"),
    "sertifikat derau": (lambda: Random(3).randbytes(4_000), "p12"),
    "sertifikat bersarang": (lambda: b"\x30\x80" * 40_000, "p12"),
    "sertifikat panjang bohong": (lambda: b"\x30\x84\x7f\xff\xff\xff" + b"\0" * 500, "p12"),
    "PEM tanpa isi": (
        lambda: b"-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
        "pem",
    ),
    "PEM derau": (
        lambda: b"-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n",
        "pem",
    ),
    "PEM sepuluh ribu": (lambda: b"-----BEGIN CERTIFICATE-----\nAA==\n" * 5_000, "pem"),
}
