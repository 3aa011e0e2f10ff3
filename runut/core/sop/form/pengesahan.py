"""Who authorised the SOP: post, name and NIP out of one cell, though nothing parts them."""

import re
from collections.abc import Sequence
from typing import Final

from runut.core.sop.model import Pengesahan
from runut.core.words.items import listed, normal
from runut.core.words.names import format_nip

POST_WORDS: Final = listed(
    "kepala wakil plt plh pj pjs sekretaris direktur asisten ketua inspektur camat lurah bupati "
    "walikota gubernur menteri rektor dekan koordinator pejabat a.n an"
)
UNIT_WORDS: Final = listed(
    "dinas badan kantor bagian subbagian sub bidang subbidang seksi sekretariat daerah direktorat "
    "jenderal deputi pusat balai unit upt uptd kecamatan kelurahan desa kabupaten kota provinsi "
    "dprd dpr rsud rsu pemerintah republik indonesia inspektorat rumah sakit umum puskesmas "
    "dan tata usaha administrasi organisasi hukum keuangan kepegawaian perencanaan pembangunan"
)
_HONORIFICS: Final = listed("dr drs dra ir h hj prof kh")
_DEGREE: Final = re.compile(
    r",\s*(?:[A-Z][\w]{0,4}\.|(?:SE|SH|ST|MM|MH|MT|MSi|MPA|MAP|Ak|CA|Ners|Apt|Ph\.?D)\b)",
)
"""A comma and what follows a name: S.Sos., M.Si, A.Md. …"""
RANK: Final = re.compile(r"\b(?:pembina|penata|pengatur|juru)\b", re.IGNORECASE)
"""The first word of a rank of civil servants."""
_NIP: Final = re.compile(r"\bNIP\b[\s.:]*(?P<digits>[\d .-]*)", re.IGNORECASE)


def read_pengesahan(cells: Sequence[str], instansi: Sequence[str]) -> Pengesahan:
    """Post, name and NIP: by cell where the cells part them, else by the words of the office.

    The name starts where the words of posts, units and this office's own name end.
    """
    texts = [normal(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    texts, nip = _take_nip(texts)
    if len(texts) > 1:
        return Pengesahan(_blank(texts[0]), _blank(normal(" ".join(texts[1:]))), nip)
    jabatan, nama = _part(_blank(texts[0]) if texts else "", instansi)
    return Pengesahan(jabatan, _without_rank(nama), nip)


def print_pengesahan(pengesahan: Pengesahan) -> str:
    """The cells that ``read_pengesahan`` reads back: post, name and NIP parted by tabs."""
    jabatan, nama = normal(pengesahan.jabatan), normal(pengesahan.nama)
    if not (jabatan or nama or pengesahan.nip):
        return ""
    nip = f"NIP. {format_nip(pengesahan.nip)}" if pengesahan.nip else ""
    cells = [jabatan or "-", nama or "-", *([nip] if nip else [])]
    if not nip and _take_nip(cells) != (cells, None):
        cells.append("NIP.")
    return "\t".join(cells)


def _take_nip(texts: list[str]) -> tuple[list[str], str | None]:
    """The cells without the NIP that the last one holds or ends with, and its digits."""
    found = _NIP.search(texts[-1]) if texts else None
    if found is None or texts[-1][found.end() :].strip():
        return texts, None
    before = texts[-1][: found.start()].strip()
    digits = re.sub(r"\D", "", found["digits"]) or None
    if before and not digits:
        return texts, None
    return [*texts[:-1], *([before] if before else [])], digits


def _without_rank(nama: str) -> str:
    """The name without the civil servant's rank (pangkat) that may follow it."""
    found = RANK.search(nama)
    return nama[: found.start()].strip(" ,") if found and found.start() else nama


def _blank(text: str) -> str:
    return "" if text == "-" else text


def _part(text: str, instansi: Sequence[str]) -> tuple[str, str]:
    """Post and name out of one line, only where something in it says where the name begins.

    That is the office's own name after the word of the post, an honorific, or a degree; words that
    merely belong to no known unit may be the rest of a title: "Kepala Dinas Kesehatan".
    """
    words = text.split()
    if not words or _plain(words[0]) not in POST_WORDS:
        return (text, "") if "," not in text else ("", text)
    titled = [p for p, word in enumerate(words) if p and _is_honorific(word)]
    if titled:
        return " ".join(words[: titled[0]]), " ".join(words[titled[0] :])
    if end := _end_of_office(words, instansi):
        return " ".join(words[:end]), " ".join(words[end:])
    if not has_degree(text):
        return text, ""
    known = POST_WORDS | UNIT_WORDS | {_plain(word) for line in instansi for word in line.split()}
    for place, word in enumerate(words):
        if _plain(word) in _HONORIFICS or _plain(word) not in known:
            return " ".join(words[:place]), " ".join(words[place:])
    return text, ""


def _end_of_office(words: Sequence[str], instansi: Sequence[str]) -> int:
    """Where a title ends that is words of a post and the whole name of one of its offices; or 0."""
    plain = [_plain(word) for word in words]
    first = next((p for p, word in enumerate(plain) if word not in POST_WORDS), len(plain))
    for line in instansi:
        office = [_plain(word) for word in line.split()]
        for start in range(1, first + 1):
            if office and plain[start : start + len(office)] == office:
                return start + len(office)
    return 0


def has_degree(text: str) -> bool:
    """Whether words end in a degree, as names do: ``Budi Santoso, S.Sos., M.Si``."""
    return bool(_DEGREE.search(text))


def is_whole_title(text: str, instansi: Sequence[str]) -> bool:
    """Whether a title needs no further words: it ends with the name of one of its offices."""
    words = text.split()
    return bool(words) and _end_of_office(words, instansi) == len(words)


def _is_honorific(word: str) -> bool:
    return word.endswith(".") and _plain(word) in _HONORIFICS


def _plain(word: str) -> str:
    return word.casefold().strip(".,;:()")
