"""The order to prepare the meeting, as a nota dinas; an oral order leaves a record of itself."""

from dataclasses import dataclass
from datetime import date, datetime

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import (
    Block,
    Bullets,
    Letterhead,
    Paper,
    Signatures,
    line,
)
from runut.core.report.cells import form, paragraph
from runut.core.report.filling import Filling, filling, lines
from runut.core.report.papers.letter import (
    BuktiElektronik,
    copies_to,
    named,
    post_or_name,
    signature_of,
    title_of,
)
from runut.core.words.dates import format_clock, format_date, format_day, format_moment

PENUTUP = "Demikian untuk dilaksanakan dengan penuh tanggung jawab."


@dataclass(frozen=True)
class Penugasan:
    """Who orders whom to do what by when. ``lisan_pada``: given by mouth at that time.

    ``rapat_mulai`` and ``rapat_tempat`` are printed where the order is about a meeting.
    """

    kop: Letterhead
    kota: str
    tanggal: date
    dari: Pejabat
    kepada: tuple[Pejabat, ...]
    hal: str
    tugas: tuple[str, ...]
    nomor: str = ""
    sifat: str = "Biasa"
    lampiran: str = "-"
    dasar: str = ""
    batas: date | None = None
    rapat_mulai: datetime | None = None
    rapat_tempat: str = ""
    lisan_pada: datetime | None = None
    tembusan: tuple[str, ...] = ()
    bukti: BuktiElektronik | None = None
    zona: str = "WIB"
    footer: str = ""


def compose_penugasan(data: Penugasan) -> Paper:
    """The nota dinas, or, for an order given by mouth, the record of it."""
    is_oral = data.lisan_pada is not None
    title = "CATATAN PENUGASAN" if is_oral else "NOTA DINAS"
    return Paper(
        title=f"{title.capitalize() if is_oral else 'Nota Dinas'}: {data.hal}",
        subject=data.hal,
        author=data.dari.jabatan,
        body=(
            data.kop,
            *title_of(title, "penugasan", data.nomor),
            _head(data),
            *_content(data),
            Signatures((signature_of(data.dari, bukti=data.bukti),)),
            *copies_to(data.tembusan),
        ),
        footer=data.footer,
        paper="f4",
        show_page_numbers=False,
        filling=_filling(data, title),
    )


def _filling(data: Penugasan, title: str) -> Filling:
    start = data.rapat_mulai
    return filling(
        "nota_dinas",
        {"tugas": lines("isi", data.tugas), "tembusan": lines("nama", data.tembusan)},
        judul=title,
        nomor=data.nomor,
        kepada=_recipients(data),
        dari=post_or_name(data.dari),
        hal=data.hal,
        lampiran=data.lampiran,
        tanggal=format_date(data.tanggal),
        sifat=data.sifat,
        lisan=_told(data),
        pembuka=_opening(data),
        rapat_hari=format_day(start) if start else "",
        rapat_pukul=format_clock(start, data.zona) if start else "",
        rapat_tempat=(data.rapat_tempat or "-") if start else "",
        batas=_limit(data),
        penutup=PENUTUP,
    )


def _head(data: Penugasan) -> Block:
    return form(
        ("Yth.", _recipients(data)),
        ("Dari", post_or_name(data.dari)),
        ("Hal", data.hal),
        ("Lampiran", data.lampiran),
        ("Tanggal", format_date(data.tanggal)),
        ("Sifat", data.sifat),
        label=0.16,
    )


def _recipients(data: Penugasan) -> str:
    return "; ".join(post_or_name(one) for one in data.kepada)


def _told(data: Penugasan) -> str:
    if data.lisan_pada is None:
        return ""
    when = format_moment(data.lisan_pada, data.zona)
    return f"Penugasan ini disampaikan secara lisan pada {when} dan dicatat di sini."


def _opening(data: Penugasan) -> str:
    who = f"Saudara {'; '.join(named(one) for one in data.kepada)}"
    reason = f"Berdasarkan {data.dasar}, {who}" if data.dasar else who
    return f"{reason} ditugaskan untuk melaksanakan hal-hal berikut:"


def _limit(data: Penugasan) -> str:
    return f"Batas waktu: {format_day(data.batas)}." if data.batas else ""


def _content(data: Penugasan) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if data.lisan_pada:
        blocks.append(paragraph(_told(data)))
    blocks.append(paragraph(_opening(data)))
    blocks.append(Bullets(tuple(line(one) for one in data.tugas), ordered=True))
    if data.rapat_mulai:
        blocks.append(paragraph("Rapat yang disiapkan:"))
        blocks.append(_meeting(data, data.rapat_mulai))
    if data.batas:
        blocks.append(paragraph(_limit(data)))
    blocks.append(paragraph(PENUTUP))
    return tuple(blocks)


def _meeting(data: Penugasan, start: datetime) -> Block:
    return form(
        ("Hari, tanggal", format_day(start)),
        ("Pukul", format_clock(start, data.zona)),
        ("Tempat", data.rapat_tempat or "-"),
        label=0.2,
    )
