"""Catatan hasil: what a step left in words, as a paper that can be checked and signed."""

from dataclasses import dataclass
from datetime import datetime

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Letterhead, Paper
from runut.core.report.cells import form, paragraph
from runut.core.report.papers.letter import title_of
from runut.core.words.dates import format_moment


@dataclass(frozen=True)
class CatatanHasil:
    """Who wrote which result of which step, in his own words, line by line."""

    kop: Letterhead
    pada: datetime
    sop: str
    pelaksanaan: str
    langkah: str
    hasil: str
    kata: tuple[str, ...]
    oleh: Pejabat
    zona: str = "WIB"


def compose_catatan_hasil(data: CatatanHasil) -> Paper:
    """The record: what it is the result of, then the words as they were written."""
    return Paper(
        title=f"Catatan hasil: {data.hasil}",
        subject=data.hasil,
        author=data.oleh.jabatan or data.oleh.nama,
        body=(
            data.kop,
            *title_of("CATATAN HASIL", "catatan"),
            form(
                ("SOP", data.sop),
                ("Pelaksanaan", data.pelaksanaan),
                ("Langkah", data.langkah),
                ("Hasil", data.hasil),
                ("Ditulis oleh", ", ".join(filter(None, (data.oleh.nama, data.oleh.jabatan)))),
                ("Pada", format_moment(data.pada, data.zona)),
                label=0.2,
            ),
            *(paragraph(words) for words in data.kata),
        ),
        footer="",
        paper="f4",
        show_page_numbers=False,
    )
