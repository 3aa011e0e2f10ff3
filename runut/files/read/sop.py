"""A file of any kind as an SOP: what it is shows in its bytes, whatever its name ends in.

Everything but plain text is read in the guarded process, where a file can do no harm.
"""

from dataclasses import replace
from typing import Final

from runut.core.findings import Finding, Level
from runut.core.sop.reading.asal import Reading
from runut.core.sop.reading.refusals import blank_form, is_blank_activity
from runut.core.sop.reading.sop import assemble
from runut.core.sop.text.as_canvas import canvas_of_text
from runut.core.sop.text.decode import decode_text
from runut.core.sop.text.parse import MAX_BYTES, read_sop
from runut.files.guard.parent import read_guarded
from runut.files.read.docx.refuse import refuse_word
from runut.files.read.kinds import kind_of
from runut.files.read.libreoffice import office_xml_of
from runut.files.read.xlsx.refuse import refuse_csv, refuse_excel

_READ_HERE: Final = "runut.files.read.sop_here:read_here"
_REFUSED: Final = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "bentuk Office lama", "office"),
    (b"\x89PNG", "gambar", "picture"),
    (b"\xff\xd8\xff", "gambar", "picture"),
    (b"GIF8", "gambar", "picture"),
    (b"II*\x00", "gambar", "picture"),
    (b"MM\x00*", "gambar", "picture"),
    (b"BM", "gambar", "picture"),
)
_OTHER_HEADS: Final = frozenset({"baca.bukan-tabel-sop", "baca.tanpa-langkah"})
"""Refusals of the tab reader after which the text is tried as a table of any form."""
_TOLD_BETTER: Final = frozenset({"baca.aksara-lain", "baca.formulir-kosong"})
_ADVICE: Final = {
    "office": "Buka di programnya, simpan sebagai .docx atau .xlsx, lalu coba lagi.",
    "picture": "Gunakan berkas Word, Excel, atau PDF aslinya, atau ketik ulang tabelnya.",
}
_OPEN_DOCUMENT: Final = b"application/vnd.oasis.opendocument"


def read_sop_file(data: bytes, name: str, pilih: int | None = None) -> Reading:
    """The SOP in a file, what was odd, and where each field stood; else one reason why not.

    ``name`` is for the messages; ``pilih`` is which of several SOPs is meant, from 1. Nothing is
    raised on account of a file.
    """
    data, said = opened(data)
    if (at_once := read_at_once(data, name, pilih)) is not None:
        return at_once
    reading, problems = read_guarded(_READ_HERE, data, name, options={"pilih": pilih})
    problems = (*said, *problems)
    if not isinstance(reading, Reading):
        return Reading(None, tuple(problems))
    return replace(reading, findings=(*problems, *reading.findings))


def opened(data: bytes) -> tuple[bytes, tuple[Finding, ...]]:
    """The bytes to be read: an open document or rich text as LibreOffice gives it in Word's or
    Excel's form, with a word about that; any other file as it is."""
    made = office_xml_of(data)
    if made is None:
        return data, ()
    return made, (
        Finding(
            "baca.melalui-libreoffice",
            Level.INFO,
            "Berkas ini dibaca melalui LibreOffice, yang dapat menggeser simbol dan panahnya.",
            "Periksa pelaksana dan alurnya di samping berkas asli.",
        ),
    )


def read_at_once(data: bytes, name: str, pilih: int | None = None) -> Reading | None:
    """What is answered without the guarded process: plain text, and kinds that are none of ours."""
    if refused := _refused(data, name):
        return Reading(None, (refused,))
    if kind_of(data) is None:
        return read_text(data, name, pilih)
    return None


def read_text(data: bytes, name: str, pilih: int | None = None) -> Reading:
    """The SOP in a plain text: in our own form, else as a table of any form."""
    text, coded = decode_text(data[: MAX_BYTES + 1], name)
    if text is None:
        return Reading(None, coded)
    reading = read_sop(text, name, pilih)
    if reading.sop is None and reading.findings[0].kode in _OTHER_HEADS:
        other = assemble(canvas_of_text(text), name, pilih)
        is_better = other.sop or other.findings[0].kode in _TOLD_BETTER
        reading = other if is_better else replace(reading, sisa=other.sisa)
    if reading.sop and all(is_blank_activity(one.kegiatan) for one in reading.sop.langkah):
        sisa = replace(reading.sop, langkah=(), pelaksana=())
        reading = Reading(None, (blank_form(f"Berkas {name}" if name else "Teks ini"),), sisa=sisa)
    if reading.sop is None and (table := refuse_csv(data)):
        return Reading(None, (table,))
    return replace(reading, findings=(*coded, *reading.findings))


def _other_office_file(data: bytes, name: str) -> Finding | None:
    """Old, open, locked or binary files of the two programs; which one is asked first matters
    where only the name tells them apart."""
    programs = (refuse_word, refuse_excel)
    for refuse in reversed(programs) if ".xls" in name.lower() else programs:
        if found := refuse(data):
            return found
    return None


def _refused(data: bytes, name: str) -> Finding | None:
    """Kinds of files that are none of ours, said by their name and not as garbled text."""
    if kind_of(data) == "ods":
        return None
    if other := _other_office_file(data, name):
        return other
    kind = next(((what, why) for sign, what, why in _REFUSED if data.startswith(sign)), None)
    if kind is None and data.startswith(b"PK") and _OPEN_DOCUMENT in data[:200]:
        kind = ("bentuk OpenDocument", "office")
    if kind is None:
        return None
    what, why = kind
    return Finding(
        "baca.jenis-berkas",
        Level.BLOCKER,
        f"Berkas {name} berbentuk {what} dan tidak dapat dibaca."
        if why == "office"
        else f"Berkas {name} adalah {what}; tabel di dalam gambar tidak dapat dibaca.",
        _ADVICE[why],
    )
