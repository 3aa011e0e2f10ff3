"""What a file says of its signature, in footers and stamps: it is no text of the SOP."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from runut.core.findings import Finding, Level, Place
from runut.core.sop.reading.canvas import Canvas, Page, Table, Words
from runut.core.words.items import normal

_SIGNED: Final = re.compile(
    r"ditanda ?tangani secara elektronik|tanda tangan elektronik|sertifikat elektronik|"
    r"balai (?:besar )?sertifikasi elektronik|\bbsre\b|\bbssn\b|badan siber dan sandi|"
    r"(?:dibuktikan|memastikan|verifikasi|memeriksa) (?:\w+ ){0,2}keaslian|"
    r"(?:informasi|dokumen) elektronik dan/?atau (?:hasil cetaknya|dokumen elektronik)|"
    r"uu ite no|alat bukti (?:hukum )?yang sah|pindai (?:kode )?qr|scan qr|tte\.|"
    r"keaslian dokumen|\bsrikandi\b.*\bkode\b|digitally signed",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(
    r"(?:yang |dan |oleh |dengan |secara |melalui |dari |di |pada |\(|\"|token|https?://|www\.)",
    re.IGNORECASE,
)
_NEAR: Final = 1.8
"""Heights of a line within which the next line goes on with it."""
_LONGEST_QUOTED: Final = 160


def without_signed_words(canvas: Canvas) -> tuple[Canvas, tuple[Finding, ...]]:
    """The canvas without the lines in which a file tells of its electronic signature, and these
    lines as what was said.

    Only lines outside the form are looked at: a law on electronic documents may well be a legal
    basis of the SOP.
    """
    pages, told = [], []
    for page in canvas.pages:
        kept, gone = _parted(page)
        pages.append(kept)
        told += [(page.number, text) for text in gone]
    if not told:
        return canvas, ()
    return Canvas(tuple(pages)), (_said(told),)


def _parted(page: Page) -> tuple[Page, list[str]]:
    words = sorted(page.words, key=lambda one: (one.box.top, one.box.left) if one.box else (0, 0))
    gone: list[Words] = []
    for one in words:
        is_signed = bool(_SIGNED.search(normal(one.text)))
        goes_on = bool(gone) and _is_below(gone[-1], one) and bool(_GOES_ON.match(one.text.strip()))
        if is_signed or goes_on:
            gone.append(one)
    tables = [table for table in page.tables if _is_stamp(table)]
    if not gone and not tables:
        return page, []
    kept = replace(
        page,
        words=tuple(one for one in page.words if one not in gone),
        tables=tuple(table for table in page.tables if table not in tables),
    )
    stamped = [normal(" ".join(cell.text for cell in table.cells)) for table in tables]
    return kept, [*(normal(one.text) for one in gone), *stamped]


def _is_below(above: Words, one: Words) -> bool:
    if above.box is None or one.box is None:
        return False
    return 0 <= one.box.top - above.box.top <= _NEAR * max(above.box.height, one.box.height)


def _is_stamp(table: Table) -> bool:
    """Whether a small table of its own holds nothing but words on the signature."""
    filled = [cell for cell in table.cells if cell.text.strip()]
    return 0 < len(filled) <= 3 and any(_SIGNED.search(normal(cell.text)) for cell in filled)


def _said(told: Sequence[tuple[int, str]]) -> Finding:
    words = normal(" ".join(dict.fromkeys(text for _, text in told)))
    short = words if len(words) <= _LONGEST_QUOTED else words[: _LONGEST_QUOTED - 1] + "…"
    return Finding(
        "baca.keterangan-tanda-tangan",
        Level.INFO,
        f"Berkas ini menyebut tanda tangan elektroniknya: “{short}”. Tulisan itu bukan isi SOP dan "
        "tidak disalin.",
        "Keabsahan tanda tangannya diperiksa dengan runut verify atau di situs penerbitnya.",
        Place(halaman=told[0][0]),
    )
