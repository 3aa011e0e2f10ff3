"""Looking into an office file (XLSX, DOCX and ODS are zip archives) before any reader unpacks it.

Streams with limits on everything a bomb can blow up: nothing is unpacked as a whole, nothing is
written, no name in the archive is ever used as a path.
"""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Literal
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from runut.core.findings import Finding, Level
from runut.files.guard.xml_check import Refusal, XmlCheck

Kind = Literal["xlsx", "docx", "ods"]

MEGABYTE = 1 << 20
LARGEST_FILE = 25 * MEGABYTE
LARGEST_UNPACKED = 200 * MEGABYTE
LARGEST_RATIO, RATIO_MATTERS_FROM = 100, MEGABYTE
MOST_PARTS = 2_000
LARGEST_DIRECTORY = 2 * MEGABYTE
"""The list of parts itself: 2,000 names of a thousand characters."""

_MAIN_PART: dict[Kind, str] = {
    "xlsx": "xl/workbook.xml",
    "docx": "word/document.xml",
    "ods": "content.xml",
}
_PROGRAM: dict[Kind, str] = {
    "xlsx": "Excel (.xlsx)",
    "docx": "Word (.docx)",
    "ods": "OpenDocument (.ods)",
}
_OPEN_SHEET = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_CHUNK = 1 << 16
_HEAD = 128
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_END_RECORD = struct.Struct("<4s8xI")
_ENCRYPTED_FLAG = 1
_OLD_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_BEGIN_MARK, _END_MARK, _END_WITHIN = b"PK", b"PK\x05\x06", 22 + 65_535


def refuse_size(data: bytes) -> Finding | None:
    """A file larger than the office takes in, of whatever kind."""
    if len(data) <= LARGEST_FILE:
        return None
    size = f"{len(data) / MEGABYTE:.0f}"
    return _blocker(
        "berkas_terlalu_besar",
        f"Berkas ini {size} MB; paling besar {LARGEST_FILE // MEGABYTE} MB.",
        "Kecilkan gambar di dalamnya atau bagi menjadi beberapa berkas.",
    )


def precheck(data: bytes) -> Finding | None:
    """``precheck_zip`` for a file of any kind; what is no archive is left to its reader.

    Office files behind a password are containers of the old kind, which every reader would call
    broken.
    """
    if data.startswith(_OLD_MARK) and _LOCKED in data:
        return _blocker(
            "berkas_terkunci",
            "Berkas ini terkunci sandi.",
            "Buka di programnya, hapus sandinya, simpan ulang, lalu unggah lagi.",
        )
    # By its end, as zip readers look for it: the beginning may pretend to be something else.
    if _END_MARK not in data[-_END_WITHIN:]:
        return None
    if not data.startswith(_BEGIN_MARK):
        return _blocker(
            "berkas_ganda",
            "Berkas ini memuat arsip lain yang tersembunyi di belakang isinya.",
            "Buka di programnya, simpan ulang, lalu unggah lagi.",
        )
    if is_open_sheet(data):
        return precheck_zip(data, "ods")
    return precheck_zip(data, "docx" if _MAIN_PART["docx"].encode() in data else "xlsx")


def is_open_sheet(data: bytes) -> bool:
    """Whether these bytes are an open spreadsheet: such a package begins with its kind."""
    return data.startswith(_BEGIN_MARK) and _OPEN_SHEET in data[:_HEAD]


def precheck_zip(data: bytes, kind: Kind) -> Finding | None:
    """The reason not to read this office file, or a warning about it, or None.

    A warning (``tingkat``) says what will be left aside: links to other files are never followed.
    """
    too_large = refuse_size(data)
    if too_large is not None:
        return too_large
    try:
        return _check_parts(data, _parts(data, kind))
    except Refusal as refusal:
        return _blocker(refusal.kode, refusal.pesan, refusal.usul)
    except (BadZipFile, struct.error, zlib.error, NotImplementedError, OverflowError):
        return _broken(kind)


def _parts(data: bytes, kind: Kind) -> list[ZipInfo]:
    """The list of parts, after everything that can be said from the list alone."""
    _refuse_directory(data)
    with ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise _too_many_parts()
    names = [part.filename for part in parts]
    if _MAIN_PART[kind] not in names:
        raise Refusal(
            "berkas_bukan_jenisnya",
            f"Berkas ini bukan berkas {_PROGRAM[kind]}.",
            f"Simpan ulang dari programnya sebagai {_PROGRAM[kind]}, lalu unggah lagi.",
        )
    for name in names:
        _refuse_name(name)
    _refuse_twins(names)
    _refuse_programs(names)
    _refuse_overlap(parts)
    return parts


def _refuse_directory(data: bytes) -> None:
    """The library reads the whole list of parts into memory: look at its size first."""
    place = data.rfind(_END_MARK)
    if place < 0:
        raise BadZipFile
    _, size = _END_RECORD.unpack_from(data, place)
    if size > LARGEST_DIRECTORY or data[place - 20 : place - 16] == b"PK\x06\x07":
        raise _too_many_parts()


def _refuse_name(name: str) -> None:
    steps = name.replace("\\", "/").split("/")
    if ".." in steps or steps[0] == "" or ":" in name or "\x00" in name:
        raise Refusal(
            "berkas_nama_bagian",
            "Berkas ini memuat bagian dengan nama yang menunjuk ke luar berkas.",
            "Berkas semacam ini tidak dibuat oleh Word atau Excel; mintalah berkas aslinya.",
        )


def _refuse_twins(names: list[str]) -> None:
    """Two parts of one name: one program shows the first, another the second.

    Names of parts differ by more than capitals (ECMA-376 part 2, 6.2.2.3).
    """
    counted = Counter(name.lower() for name in names)
    twins = [name for name, count in counted.items() if count > 1]
    if twins:
        raise Refusal(
            "berkas_bagian_kembar",
            f"Berkas ini memuat dua bagian bernama sama ({twins[0][:80]}): isinya dapat terbaca "
            "lain di program lain.",
            "Buka di Word atau Excel, periksa isinya, simpan ulang, lalu unggah lagi.",
        )


def _refuse_programs(names: list[str]) -> None:
    lowered = [name.lower() for name in names]
    if any("vbaproject" in name or "macrosheets/" in name for name in lowered):
        raise macro_refusal()
    if any("/activex/" in name or "oleobject" in name for name in lowered):
        raise Refusal(
            "berkas_objek",
            "Berkas ini memuat objek program lain yang disisipkan (OLE atau ActiveX).",
            "Hapus objek itu atau tempelkan sebagai gambar, lalu unggah lagi.",
        )


def macro_refusal() -> Refusal:
    """The one answer to macros, wherever they show."""
    return Refusal(
        "berkas_makro",
        "Berkas ini memuat makro.",
        "Simpan ulang sebagai .xlsx atau .docx (tanpa makro), lalu unggah lagi.",
    )


def _refuse_overlap(parts: list[ZipInfo]) -> None:
    """One stretch of bytes that serves as many parts: small file, endless content."""
    places = sorted((part.header_offset, part.compress_size) for part in parts)
    if any(start + size > following for (start, size), (following, _) in pairwise(places)):
        raise _too_dense()


def _check_parts(data: bytes, parts: list[ZipInfo]) -> Finding | None:
    check = XmlCheck()
    unpacked = 0
    for part in parts:
        sink = check.part(part.filename)
        for chunk in _unpack(data, part):
            unpacked += len(chunk)
            if unpacked > LARGEST_UNPACKED:
                raise _too_dense()
            sink.feed(chunk)
        sink.close()
    if check.has_macro_type:
        raise macro_refusal()
    if not check.outside:
        return None
    return Finding(
        "berkas_tautan_luar",
        Level.WARNING,
        f"Berkas ini menunjuk ke berkas lain ({check.outside}); isinya tidak diambil.",
        "Bila isi itu diperlukan, tempelkan langsung ke dalam berkas.",
    )


def _unpack(data: bytes, part: ZipInfo) -> Iterator[bytes]:
    """The content in pieces, as long as it really is: the size in the list may be a lie."""
    magic, name_length, extra_length = _LOCAL_HEADER.unpack_from(data, part.header_offset)
    if magic != b"PK\x03\x04" or part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadZipFile
    if part.flag_bits & _ENCRYPTED_FLAG:
        raise Refusal(
            "berkas_terkunci",
            "Berkas ini terkunci sandi.",
            "Simpan ulang tanpa sandi, lalu unggah lagi.",
        )
    start = part.header_offset + _LOCAL_HEADER.size + name_length + extra_length
    packed = memoryview(data)[start : start + part.compress_size]
    if part.compress_type == ZIP_STORED:
        yield from (bytes(packed[at : at + _CHUNK]) for at in range(0, len(packed), _CHUNK))
        return
    most = max(LARGEST_RATIO * len(packed), RATIO_MATTERS_FROM)
    produced = 0
    for chunk in _inflate(packed):
        produced += len(chunk)
        if produced > most:
            raise _too_dense()
        yield chunk


def _inflate(packed: memoryview) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    for at in range(0, len(packed), _CHUNK):
        waiting = bytes(packed[at : at + _CHUNK])
        while waiting and not inflater.eof:
            yield inflater.decompress(waiting, _CHUNK)
            waiting = inflater.unconsumed_tail
    yield inflater.flush()
    if not inflater.eof:
        raise BadZipFile


def _too_many_parts() -> Refusal:
    return Refusal(
        "berkas_banyak_bagian",
        f"Berkas ini terdiri atas lebih dari {MOST_PARTS} bagian.",
        "Hapus gambar dan lembar yang tidak diperlukan, lalu unggah lagi.",
    )


def _too_dense() -> Refusal:
    return Refusal(
        "berkas_terlalu_padat",
        "Isi berkas ini, bila dibuka, jauh lebih besar daripada yang wajar.",
        "Salin isi yang diperlukan ke berkas baru, lalu unggah berkas baru itu.",
    )


def _broken(kind: Kind) -> Finding:
    return _blocker(
        "berkas_rusak",
        f"Berkas ini rusak atau bukan berkas {_PROGRAM[kind]}.",
        "Buka di programnya, simpan ulang, lalu unggah lagi.",
    )


def _blocker(kode: str, pesan: str, usul: str) -> Finding:
    return Finding(kode, Level.BLOCKER, pesan, usul)
