"""Pictures by somebody who means harm: bombs of size, lies of the head, other kinds underneath."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

from PIL import Image

from tests.hostile import honest

Make = Callable[[], bytes]
_HEAD = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, content: bytes, crc: int | None = None) -> bytes:
    told = zlib.crc32(kind + content) if crc is None else crc
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", told)


def png(width: int, height: int, *more: bytes, depth: int = 8, colour: int = 2) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    rows = zlib.compress(b"\0" * 4_096)
    return _HEAD + head + b"".join(more) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def saved(kind: str, mode: str, size: tuple[int, int] = (200, 200), **options: object) -> bytes:
    out = BytesIO()
    Image.new(mode, size).save(out, kind, **options)
    return out.getvalue()


def animated(kind: str) -> bytes:
    frames = [Image.new("RGB", (120, 120), (n, n, n)) for n in range(0, 250, 5)]
    out = BytesIO()
    frames[0].save(out, kind, save_all=True, append_images=frames[1:])
    return out.getvalue()


def with_exif(content: bytes) -> bytes:
    """The photo with this in the place of what the camera says of it."""
    data = honest.jpeg()
    told = b"Exif\0\0" + content
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(told) + 2) + told + data[2:]


def turned(value: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = value
    out = BytesIO()
    Image.new("RGB", (300, 200)).save(out, "JPEG", exif=exif.tobytes())
    return out.getvalue()


def size_told(width: int, height: int) -> bytes:
    """A JPEG whose head tells another size than it has."""
    data = bytearray(honest.jpeg())
    at = next(data.find(mark) for mark in (b"\xff\xc0", b"\xff\xc2") if mark in data)
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


PICTURES: dict[str, tuple[Make, str]] = {
    "bom PNG": (lambda: png(50_000, 50_000), "png"),
    "bom PNG miliaran": (lambda: png(2**31 - 1, 2**31 - 1), "png"),
    "PNG nol": (lambda: png(0, 0), "png"),
    "PNG sempit": (lambda: png(1, 30_000), "png"),
    "PNG 16 bit": (lambda: saved("PNG", "I;16"), "png"),
    "PNG satu bit": (lambda: saved("PNG", "1"), "png"),
    "PNG bening": (lambda: saved("PNG", "LA"), "png"),
    "PNG palet": (lambda: saved("PNG", "P"), "png"),
    "PNG jenis warna 9": (lambda: png(100, 100, colour=9), "png"),
    "PNG kata terpadat": (
        lambda: png(100, 100, chunk(b"zTXt", b"a\0\0" + zlib.compress(b"A" * 80_000_000))),
        "png",
    ),
    "PNG profil terpadat": (
        lambda: png(100, 100, chunk(b"iCCP", b"a\0\0" + zlib.compress(b"A" * 80_000_000))),
        "png",
    ),
    "PNG CRC salah": (lambda: png(100, 100, chunk(b"gAMA", b"\0\0\0\1", crc=7)), "png"),
    "PNG seribu potong": (lambda: png(100, 100, *[chunk(b"tEXt", b"a\0b")] * 5_000), "png"),
    "PNG bergerak": (lambda: animated("PNG"), "png"),
    "PNG kepala saja": (lambda: _HEAD, "png"),
    "PNG tanpa isi": (lambda: _HEAD + chunk(b"IEND", b""), "png"),
    "GIF bergerak": (lambda: animated("GIF"), "gif"),
    "GIF bernama png": (lambda: animated("GIF"), "png"),
    "TIFF": (lambda: saved("TIFF", "RGB"), "tif"),
    "WEBP": (lambda: saved("WEBP", "RGB"), "webp"),
    "BMP bernama jpg": (lambda: saved("BMP", "RGB"), "jpg"),
    "ICO": (lambda: saved("ICO", "RGB", (64, 64)), "ico"),
    "JPEG CMYK": (lambda: saved("JPEG", "CMYK"), "jpg"),
    "JPEG abu-abu": (lambda: saved("JPEG", "L"), "jpg"),
    "JPEG bertahap": (lambda: saved("JPEG", "RGB", progressive=True), "jpg"),
    "JPEG ukuran bohong": (lambda: size_told(65_000, 65_000), "jpg"),
    "JPEG nol": (lambda: size_told(0, 0), "jpg"),
    "JPEG bernama png": (honest.jpeg, "png"),
    "PNG bernama jpg": (honest.png, "jpg"),
    "EXIF rusak": (lambda: with_exif(b"MM\0*\xff\xff\xff\xff"), "jpg"),
    "EXIF melingkar": (
        lambda: with_exif(b"II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\x08\0\0\0"),
        "jpg",
    ),
    "EXIF penuh": (lambda: with_exif(b"\xff" * 60_000), "jpg"),
    "EXIF diputar 99": (lambda: turned(99), "jpg"),
    "EXIF diputar": (lambda: turned(6), "jpg"),
    "PNG dan skrip": (lambda: honest.png() + b"<script>alert(1)</script>", "png"),
    "PNG dan arsip": (lambda: honest.png() + honest.sop_docx(), "png"),
    "JPEG dan PHP": (lambda: honest.jpeg() + b"<?php system('id'); ?>", "jpg"),
    "SVG dengan skrip": (
        lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "svg",
    ),
    "SVG bernama png": (lambda: b"<svg onload='alert(1)'/>", "png"),
    "SVG entitas": (
        lambda: b'<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
        "svg",
    ),
    "EPS": (lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n(%pipe%id) (w) file\n", "jpg"),
}
