"""The identity block understood: dates, posts, items; every field with its origin."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile
from typing import Final

from runut.core.findings import Finding, Level, Place
from runut.core.sop.form.pengesahan import (
    POST_WORDS,
    RANK,
    UNIT_WORDS,
    has_degree,
    is_whole_title,
    read_pengesahan,
)
from runut.core.sop.model import Pengesahan
from runut.core.sop.reading.asal import Asal
from runut.core.sop.reading.block import Block, Piece, is_form_title
from runut.core.sop.reading.canvas import around
from runut.core.sop.reading.items import items_of, laws_of, numbers_in
from runut.core.words.dates import parse_date
from runut.core.words.items import listed, normal

_DATES: Final = {
    "tanggal_pembuatan": "Tanggal Pembuatan",
    "tanggal_revisi": "Tanggal Revisi",
    "tanggal_efektif": "Tanggal Efektif",
}
_UNEVEN: Final = "Banyaknya butir tidak sama dengan banyaknya nomor di sampingnya"
_BY_ORDER: Final = "Isian blok identitas lebih sedikit daripada labelnya; mungkin tertukar baris."
_ALONE: Final = "Hanya tanggal revisi yang terisi; mungkin tercetak di samping label yang salah."
_NOTHING: Final = "-–—_.…: \n"
_TITLE_LINES: Final = 3
_NIP: Final = re.compile(r"\bNIP\b[\s.:]*(?P<digits>[\d .-]*)", re.IGNORECASE)
_DIGITS_OF_NIP: Final = 18
_OFFICES: Final = UNIT_WORDS | listed(
    "biro kementerian lembaga universitas fakultas sekolah dewan komisi pengadilan kejaksaan satuan"
)


@dataclass
class Understood:
    """Fields of the identity block, their origins, and what was odd."""

    texts: dict[str, str] = field(default_factory=dict)
    dates: dict[str, date] = field(default_factory=dict)
    items: dict[str, tuple[str, ...]] = field(default_factory=dict)
    instansi: tuple[str, ...] = ()
    pengesahan: Pengesahan = field(default_factory=Pengesahan)
    prosedur: str = ""
    catatan: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    asal: dict[str, Asal] = field(default_factory=dict)


def understand(block: Block) -> Understood:
    """All fields of the block. What cannot be understood is kept as a note and said."""
    found = Understood()
    for name in ("nomor", "judul"):
        _text(block, name, found)
    found.instansi = _instansi(block, found)
    for name, label in _DATES.items():
        _date(block, name, label, found)
    if found.dates.keys() == {"tanggal_revisi"} and "tanggal_pembuatan" in block.keys:
        asal = found.asal["tanggal_revisi"]
        found.asal["tanggal_revisi"] = replace(asal, keyakinan=0.6, alasan=_ALONE)
    for name, section in block.sections.items():
        texts = [piece.text for piece in section if piece.text.strip(_NOTHING)]
        found.items[name] = laws_of(texts) if name == "dasar_hukum" else items_of(texts)
        count = numbers_in([piece.text for piece in section])
        is_even = count < 2 or count == len(found.items[name])
        alasan = "" if is_even else f"{_UNEVEN} ({count} nomor)."
        found.asal[name] = origin(section, 1.0 if is_even else 0.6, alasan)
    if pieces := block.keys.get("disahkan_oleh"):
        found.pengesahan = pengesahan_of([piece.text for piece in pieces], found.instansi)
        found.asal["disahkan_oleh"] = origin(pieces)
    found.prosedur = normal(" ".join(piece.text for piece in block.prosedur))
    if block.prosedur:
        found.asal["judul_prosedur"] = origin(block.prosedur)
    for name in block.unsure:
        found.asal[name] = replace(found.asal.get(name, Asal()), keyakinan=0.6, alasan=_BY_ORDER)
    return found


def origin(pieces: Sequence[Piece], keyakinan: float = 1.0, alasan: str = "") -> Asal:
    """Where a field stood: the place of its first piece, the box around all on that page."""
    if not pieces:
        return Asal(keyakinan=keyakinan, alasan=alasan)
    first = pieces[0]
    boxes = [piece.box for piece in pieces if piece.box and piece.halaman == first.halaman]
    place = Place(halaman=first.halaman, baris=first.baris, kolom=first.kolom, sel=first.sel)
    return Asal(place, around(boxes), keyakinan, alasan)


def _instansi(block: Block, found: Understood) -> tuple[str, ...]:
    """The office's name: in the block, else in the lines above it that name an office."""
    named = [piece for piece in block.loose if _names_office(piece.text)]
    pieces = _from_office_on(block.instansi) or named
    found.catatan += [normal(piece.text) for piece in block.loose if piece not in pieces]
    lines = [normal(line) for piece in pieces for line in piece.text.split("\n")]
    title = [] if "judul" in block.keys else _title_in(lines)
    if title:
        found.texts["judul"] = normal(" ".join(title))
        found.asal["judul"] = origin(
            pieces, 0.6, "Judul diambil dari baris di bawah nama formulir."
        )
    kept = tuple(line for line in lines if line and line not in title and not is_form_title(line))
    if kept:
        found.asal["instansi"] = origin(pieces)
    return tuple(dict.fromkeys(kept))


def _from_office_on(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Without what stands above the office's name, such as a list of changes."""
    first = next((i for i, piece in enumerate(pieces) if _begins_as_office(piece.text)), 0)
    return pieces[first:]


def _title_in(lines: Sequence[str]) -> list[str]:
    """Without a label, the lines right below "Standar Operasional Prosedur" that name no office."""
    below = iter(lines)
    if not any(is_form_title(line) for line in below):
        return []
    return list(takewhile(lambda line: line and not _begins_as_office(line), below))[:_TITLE_LINES]


def _begins_as_office(text: str) -> bool:
    return bool(text.strip()) and text.casefold().split()[0] in _OFFICES


def _names_office(text: str) -> bool:
    words = text.casefold().split()
    return bool(words) and (words[0] in _OFFICES or (text.isupper() and len(words) < 12))


def _text(block: Block, name: str, found: Understood) -> None:
    pieces = block.keys.get(name, [])
    text = normal(" ".join(piece.text for piece in pieces))
    if not text.strip(_NOTHING):
        return
    found.texts[name] = text
    found.asal[name] = origin(pieces)
    if parse_date(text):
        alasan = "Isinya sebuah tanggal; mungkin tercetak di samping label yang salah."
        found.asal[name] = origin(pieces, 0.5, alasan)
        found.findings.append(_misplaced(name, text, pieces[0]))


def _date(block: Block, name: str, label: str, found: Understood) -> None:
    pieces = block.keys.get(name, [])
    text = normal(" ".join(piece.text for piece in pieces))
    if not text.strip(_NOTHING):
        return
    day = parse_date(text)
    if day:
        found.dates[name] = day
        found.asal[name] = origin(pieces)
    else:
        found.catatan.append(f"{label.upper()}: {text}")
        found.findings.append(_undated(label, text, pieces[0]))


def pengesahan_of(texts: Sequence[str], instansi: Sequence[str]) -> Pengesahan:
    """Post, name and NIP out of the lines of a signature: the name stands above the NIP.

    Without a NIP the last line is a name only where a degree, an honorific, brackets, the space
    left for a signature or a title that needs no more words says so. A title is never split.
    """
    written = [normal(line).strip(" _") for text in texts for line in text.split("\n")]
    lines = [line for line in written if line]
    nip, before = _nip(lines)
    if nip is None and len(before) < 2:
        return read_pengesahan(before, instansi)
    before = [line for line in before if not (len(before) > 1 and RANK.match(line))]
    if len(before) < 2:
        found = read_pengesahan(before, instansi)
        return Pengesahan(found.jabatan, found.nama, nip)
    title, last = " ".join(before[:-1]).strip(" ,"), before[-1]
    has_room = "" in written[written.index(before[-2]) : written.index(last)]
    if nip is None and not _is_name(last, title, instansi, has_room=has_room):
        return Pengesahan(" ".join(before), "", None)
    return Pengesahan(title, last.strip("()"), nip)


def _is_name(line: str, title: str, instansi: Sequence[str], *, has_room: bool) -> bool:
    first = line.split(maxsplit=1)[0].casefold().strip(".,")
    if first in POST_WORDS or first in UNIT_WORDS:
        return False
    if has_degree(line) or line.startswith("(") or read_pengesahan([line], ()).nama:
        return True
    return has_room or is_whole_title(title, instansi)


def _nip(lines: Sequence[str]) -> tuple[str | None, list[str]]:
    """The digits of the NIP, and the lines without it."""
    for place, line in enumerate(lines):
        if found := _NIP.search(line):
            digits = re.sub(r"\D", "", found["digits"]) or None
            rest = line[: found.start()].strip()
            return digits, [*lines[:place], *([rest] if rest else [])]
        if len(digits := re.sub(r"\D", "", line)) == _DIGITS_OF_NIP and len(line) < 26:
            return digits, list(lines[:place])
    return None, list(lines)


def _misplaced(name: str, text: str, piece: Piece) -> Finding:
    return Finding(
        "baca.tanggal-salah-tempat",
        Level.WARNING,
        f"Di samping label {'Nomor' if name == 'nomor' else 'Nama'} SOP pada halaman "
        f"{piece.halaman} tertulis sebuah tanggal: “{text}”.",
        "Periksa isian itu dan pindahkan tanggalnya ke baris yang benar.",
        Place(halaman=piece.halaman, baris=piece.baris, sel=piece.sel),
    )


def _undated(label: str, text: str, piece: Piece) -> Finding:
    return Finding(
        "baca.tanggal-tidak-dipahami",
        Level.WARNING,
        f"{label} pada halaman {piece.halaman} bukan tanggal yang lengkap: “{text}”.",
        "Tuliskan seperti 3 Januari 2022.",
        Place(halaman=piece.halaman, baris=piece.baris, sel=piece.sel),
    )
