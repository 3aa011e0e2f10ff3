"""Packages of Word and Excel by somebody who means harm: lies, bombs, links outside."""

import struct
import warnings
from collections.abc import Callable
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from tests.guard import files
from tests.guard.files import OFFICE, archive, docx
from tests.hostile.damage import repacked
from tests.hostile.elsewhere import elsewhere

MAIN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}


def with_parts(data: bytes, **parts: bytes | str) -> bytes:
    """The package with parts added (``a__b`` for ``a/b``); the same name stands twice then."""
    output = BytesIO(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with ZipFile(output, "a", ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name.replace("__", "/"), content)
    return output.getvalue()


def named(name: str) -> Callable[[bytes], bytes]:
    """A part under a name that leads elsewhere."""

    def make(data: bytes) -> bytes:
        output = BytesIO(data)
        with ZipFile(output, "a") as package:
            package.writestr(ZipInfo(name), "isi")
        return output.getvalue()

    return make


def linked(data: bytes) -> bytes:
    """A part that is a link to a file of the server."""
    output = BytesIO(data)
    info = ZipInfo("word/media/tautan.png")
    info.external_attr = 0o120777 << 16
    with ZipFile(output, "a") as package:
        package.writestr(info, "/etc/passwd")
    return output.getvalue()


def twin(data: bytes) -> bytes:
    """The main part twice: one program shows the first, another the second."""
    main = next(name for name in MAIN.values() if name.encode() in data)
    return with_parts(data, **{main: "<lain/>"})


def locked(data: bytes) -> bytes:
    """Every part is marked as behind a password."""
    spoiled = bytearray(data)
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = spoiled.find(mark)
        while place >= 0:
            spoiled[place + at] |= 1
            place = spoiled.find(mark, place + 4)
    return bytes(spoiled)


def lied_about(offset: int, value: int) -> Callable[[bytes], bytes]:
    def make(data: bytes) -> bytes:
        part = next(name for name in MAIN.values() if name.encode() in data)
        return files.with_a_lie(data, part, offset=offset, value=value)

    return make


def nested(data: bytes, depth: int = 5) -> bytes:
    """An archive in an archive in an archive, the honest file at the bottom of it."""
    for _ in range(depth):
        data = with_parts(docx("<w:p/>"), word__isi_docx=data)
    return data


@cache
def zip_bomb() -> bytes:
    return archive({"word/document.xml": [b"\0" * (1 << 20)] * 400})


@cache
def bomb_in_a_picture() -> bytes:
    with_bomb = {"word/media/gambar.png": [b"\0" * (1 << 20)] * 300}
    return docx("<w:p/>", **with_bomb)


def overlapping(data: bytes) -> bytes:
    """Forty names for one stretch of bytes."""
    place = data.index(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    size = 46 + sum(struct.unpack_from("<HHH", data, place + 28))
    entry = data[place : place + size]
    twins = b"".join(
        entry[:46] + bytes([65 + n // 26, 65 + n % 26]) + entry[48:] for n in range(40)
    )
    directory = data[place:end] + twins
    count = struct.unpack_from("<H", data, end + 10)[0] + 40
    tail = struct.pack("<4s4xHHIIH", b"PK\x05\x06", count, count, len(directory), place, 0)
    return data[:place] + directory + tail


def thousands_of_parts(data: bytes) -> bytes:
    return with_parts(data, **{f"isi{n}.bin": b"" for n in range(2_100)})


def other_packing(data: bytes) -> bytes:
    output = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(output, "w", 14) as new:  # LZMA
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return output.getvalue()


def not_packed(data: bytes) -> bytes:
    output = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(output, "w", ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return output.getvalue()


def in_capitals(data: bytes) -> bytes:
    output = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(output, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name.upper(), old.read(name))
    return output.getvalue()


def with_macro(data: bytes) -> bytes:
    return with_parts(data, word__vbaProject_bin=b"x", xl__vbaProject_bin=b"x").replace(
        b"vbaProject_bin", b"vbaProject.bin"
    )


def with_object(data: bytes) -> bytes:
    return with_parts(data, **{"word__embeddings__oleObject1.bin": b"\xd0\xcf\x11\xe0"})


def with_activex(data: bytes) -> bytes:
    return with_parts(data, **{"word__activeX__activeX1.xml": "<a/>"})


def from_outside(kind: str, target: str = "") -> Callable[[bytes], bytes]:
    """A relation of the main part to something at another place."""

    def make(data: bytes) -> bytes:
        to = target or f"{elsewhere().url}/{kind}"
        name = (
            "word/_rels/document.xml.rels"
            if MAIN["docx"].encode() in data
            else "xl/_rels/workbook.xml.rels"
        )
        of_kind = f'Type="{OFFICE}/{kind}" Target="{to}" TargetMode="External"'
        one = f'<Relationship Id="jahat1" {of_kind}/>'
        return repacked(
            data,
            lambda part, xml: (
                xml.replace(b"</Relationships>", one.encode() + b"</Relationships>")
                if part == name
                else xml
            ),
        )

    return make


def told_by_doctype(entity: str) -> Callable[[bytes], bytes]:
    """The main part with an entity of its own, used at the first words."""

    def make(data: bytes) -> bytes:
        def change(name: str, xml: bytes) -> bytes:
            if name not in MAIN.values():
                return xml
            head, mark, rest = xml.partition(b"?>")
            return head + mark + f"<!DOCTYPE w [{entity}]>".encode() + rest

        return repacked(data, change)

    return make


IN_BOTH: dict[str, Callable[[bytes], bytes]] = {
    "bagian utama kembar": twin,
    "bagian dua ../": named("../../jahat.xml"),
    "bagian di akar": named("/etc/jahat.xml"),
    "bagian di cakram": named("C:\\jahat.xml"),
    "bagian garis miring terbalik": named("..\\..\\jahat.xml"),
    "bagian bernama panjang": named("a" * 60_000),
    "bagian tautan": linked,
    "terkunci per bagian": locked,
    "ukuran bohong": lied_about(24, 7),
    "ukuran raksasa": lied_about(24, 0xFFFFFFF0),
    "tempat bohong": lied_about(42, 0x7FFFFFFF),
    "padatan bohong": lied_about(20, 0x7FFFFFFF),
    "arsip bertingkat": nested,
    "bagian bertumpuk": overlapping,
    "ribuan bagian": thousands_of_parts,
    "dipadatkan cara lain": other_packing,
    "tidak dipadatkan": not_packed,
    "nama huruf besar": in_capitals,
    "makro": with_macro,
    "objek": with_object,
    "activex": with_activex,
    "templat dari luar": from_outside("attachedTemplate"),
    "gambar dari luar": from_outside("image"),
    "bingkai dari luar": from_outside("frame"),
    "objek dari luar": from_outside("oleObject"),
    "berkas dari luar": from_outside("subDocument", "file:///etc/passwd"),
    "bagi jaringan": from_outside("image", "\\\\127.0.0.1\\c$\\x.png"),
    "gambar dari cakram": from_outside("image", "file:///etc/passwd"),
    "tawa seribu juta": told_by_doctype(files.laughing().partition("[")[2].rpartition("]")[0]),
    "entitas dari cakram": told_by_doctype('<!ENTITY x SYSTEM "file:///etc/passwd">'),
    "entitas parameter": told_by_doctype('<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;'),
    "PDF di depan": lambda data: b"%PDF-1.7\n" + data,
    "program di depan": lambda data: b"MZ\x90\0" + data,
    "HTML di depan": lambda data: b"<html><script>alert(1)</script></html>" + data,
}
"""What can be done to a Word file and to a workbook alike."""
