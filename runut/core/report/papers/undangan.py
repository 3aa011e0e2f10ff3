"""Surat undangan rapat with its list of invitees, and the same invitation as a WhatsApp text."""

from dataclasses import dataclass
from datetime import date, datetime

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import (
    Block,
    Letterhead,
    PageBreak,
    Paper,
    Signatures,
    Table,
)
from runut.core.report.cells import cell, center, form, head_row, paragraph
from runut.core.report.filling import Filling, filling, lines
from runut.core.report.papers.isian import NOMOR, PENGIRIM, TANGGAL
from runut.core.report.papers.letter import (
    BuktiElektronik,
    Peserta,
    copies_to,
    signature_of,
    title_of,
)
from runut.core.words.dates import format_date, format_day, format_hours


@dataclass(frozen=True)
class Undangan:
    """An invitation. ``rangka`` says what the meeting serves, in words after "Dalam rangka".

    Number, day and signer are not known while it is drafted: their places carry names that
    ``isian.fill`` fills when it is signed.
    """

    kop: Letterhead
    kota: str
    hal: str
    undangan: tuple[Peserta, ...]
    rangka: str
    mulai: datetime
    tempat: str
    acara: str
    tanggal: date | None = None
    nomor: str = NOMOR
    penandatangan: Pejabat = PENGIRIM
    selesai: datetime | None = None
    sifat: str = "Biasa"
    catatan: str = ""
    tembusan: tuple[str, ...] = ()
    bukti: BuktiElektronik | None = None
    zona: str = "WIB"
    footer: str = ""


def compose_undangan(data: Undangan) -> Paper:
    """The letter, and from the second invitee on a list of invitees as annex."""
    return Paper(
        title=f"Undangan: {data.hal}",
        subject=data.acara,
        author=data.penandatangan.jabatan,
        body=(*_letter(data), *_annex(data)),
        footer=data.footer,
        paper="f4",
        show_page_numbers=False,
        filling=_filling(data),
    )


def whatsapp_text(data: Undangan) -> str:
    """The invitation as a message: short, with the number of the letter, no formatting but bold.

    A telephone shows ``*…*`` as bold.
    """
    lines = [
        f"*UNDANGAN — {data.hal}*",
        f"Nomor: {data.nomor or '(belum bernomor)'}",
        "",
        f"Dalam rangka {data.rangka}, mengharap kehadiran Bapak/Ibu pada:",
        f"Hari, tanggal: {format_day(data.mulai)}",
        f"Waktu: {format_hours(data.mulai, data.selesai, data.zona)}",
        f"Tempat: {data.tempat}",
        f"Acara: {data.acara}",
    ]
    if data.catatan:
        lines += ["", data.catatan]
    lines += ["", f"Terima kasih.\n{data.penandatangan.jabatan}\n{data.penandatangan.nama}"]
    return "\n".join(lines)


def _letter(data: Undangan) -> tuple[Block, ...]:
    return (
        data.kop,
        paragraph(f"{data.kota}, {_day(data)}", align="right"),
        form(
            ("Nomor", data.nomor),
            ("Sifat", data.sifat),
            ("Lampiran", _attached(data)),
            ("Hal", data.hal),
            label=0.14,
        ),
        paragraph(f"Yth. {_addressee(data)}", align="left"),
        paragraph("di tempat", align="left"),
        paragraph(
            f"Dalam rangka {data.rangka}, dengan ini kami mengharapkan kehadiran "
            "Bapak/Ibu/Saudara pada:",
            indent=True,
        ),
        form(
            ("Hari, tanggal", format_day(data.mulai)),
            ("Waktu", format_hours(data.mulai, data.selesai, data.zona)),
            ("Tempat", data.tempat),
            ("Acara", data.acara),
            label=0.2,
        ),
        *((paragraph(data.catatan, indent=True),) if data.catatan else ()),
        paragraph(
            "Demikian undangan ini disampaikan. Atas perhatian dan kehadirannya diucapkan "
            "terima kasih.",
            indent=True,
        ),
        Signatures((signature_of(data.penandatangan, bukti=data.bukti),)),
        *copies_to(data.tembusan),
    )


def _day(data: Undangan) -> str:
    return format_date(data.tanggal) if data.tanggal else TANGGAL


def _filling(data: Undangan) -> Filling:
    guests = enumerate(data.undangan if _has_annex(data) else (), start=1)
    rows = [
        {"no": f"{number}.", "jabatan": "\n".join(_guest(one)), "instansi": one.instansi or "-"}
        for number, one in guests
    ]
    return filling(
        "undangan",
        {"undangan": rows, "tembusan": lines("nama", data.tembusan)},
        kota=data.kota,
        tanggal=_day(data),
        nomor=data.nomor,
        sifat=data.sifat,
        lampiran=_attached(data),
        hal=data.hal,
        kepada=_addressee(data),
        rangka=data.rangka,
        hari_tanggal=format_day(data.mulai),
        waktu=format_hours(data.mulai, data.selesai, data.zona),
        tempat=data.tempat,
        acara=data.acara,
        catatan=data.catatan,
    )


def _attached(data: Undangan) -> str:
    return "1 (satu) lembar" if _has_annex(data) else "-"


def _has_annex(data: Undangan) -> bool:
    return len(data.undangan) > 1


def _addressee(data: Undangan) -> str:
    if _has_annex(data) or not data.undangan:
        return "(daftar undangan terlampir)"
    return _called(data.undangan[0])


def _called(one: Peserta) -> str:
    """A post; with the name where it is the person who is called, or where there is no post."""
    post = one.tempat_kerja
    return ", ".join(filter(None, (one.nama if one.sebut_nama or not post else "", post)))


def _guest(one: Peserta) -> tuple[str, ...]:
    with_name = one.sebut_nama or not one.jabatan
    return tuple(filter(None, (one.jabatan, one.nama if with_name else "")))


def _annex(data: Undangan) -> tuple[Block, ...]:
    if not _has_annex(data):
        return ()
    rows = tuple(
        (center(f"{number}."), cell(*_guest(one)), cell(one.instansi or "-"))
        for number, one in enumerate(data.undangan, start=1)
    )
    return (
        PageBreak(),
        form(
            ("Lampiran", "Surat undangan"),
            ("Nomor", data.nomor),
            ("Tanggal", _day(data)),
            label=0.14,
        ),
        *title_of("DAFTAR UNDANGAN", "daftar_undangan"),
        Table(
            head=(head_row("No", "Yang diundang", "Unit/Instansi"),),
            rows=rows,
            widths=(0.07, 0.5, 0.43),
        ),
        Signatures((signature_of(data.penandatangan, bukti=data.bukti),)),
    )
