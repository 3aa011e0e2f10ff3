"""Surat pengantar and tanda terima: what was sent to whom, and the receiver's words for it."""

from dataclasses import dataclass
from datetime import date

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Block, Letterhead, Paper, Signature, Signatures, Table
from runut.core.report.cells import cell, center, form, head_row, paragraph
from runut.core.report.filling import filling, lines
from runut.core.report.papers.isian import NOMOR, PENGIRIM, TANGGAL
from runut.core.report.papers.letter import copies_to, post_or_name, signature_of, title_of
from runut.core.words.dates import format_date


@dataclass(frozen=True)
class Kiriman:
    """One thing that is sent: what it is, how many, and a remark."""

    naskah: str
    banyaknya: str
    keterangan: str = ""


@dataclass(frozen=True)
class SuratPengantar:
    """What goes to ``kepada`` with this letter. Day, number and signer come when it is signed."""

    kop: Letterhead
    kota: str
    kepada: str
    kiriman: tuple[Kiriman, ...]
    di: str = "tempat"
    nomor: str = NOMOR
    tanggal: date | None = None
    pengirim: Pejabat = PENGIRIM
    tembusan: tuple[str, ...] = ()
    footer: str = ""


@dataclass(frozen=True)
class TandaTerima:
    """The acknowledgement alone. ``surat`` names the letter that it answers."""

    kop: Letterhead
    kota: str
    dari: Pejabat
    kiriman: tuple[Kiriman, ...]
    surat: str = ""
    footer: str = ""


def compose_pengantar(data: SuratPengantar) -> Paper:
    """SURAT PENGANTAR: the table of what is sent, the sender at the right, the receiver's words."""
    day = format_date(data.tanggal) if data.tanggal else TANGGAL
    return Paper(
        title=f"Surat Pengantar: {data.kiriman[0].naskah}" if data.kiriman else "Surat Pengantar",
        body=(
            data.kop,
            paragraph(f"{data.kota}, {day}", align="right"),
            paragraph(f"Yth. {data.kepada}", align="left"),
            paragraph(f"di {data.di}", align="left"),
            *title_of("SURAT PENGANTAR", "surat_pengantar", data.nomor),
            _things(data.kiriman, "surat_pengantar.tabel"),
            paragraph("Demikian disampaikan untuk menjadi perhatian dan bahan selanjutnya."),
            form(("Diterima tanggal", ".................................."), label=0.22),
            Signatures((_receiver(), signature_of(data.pengirim))),
            *copies_to(data.tembusan),
        ),
        footer=data.footer,
        paper="f4",
        show_page_numbers=False,
        filling=filling(
            "surat_pengantar",
            {"kiriman": _rows(data.kiriman), "tembusan": lines("nama", data.tembusan)},
            kota=data.kota,
            tanggal=day,
            kepada=data.kepada,
            di=data.di,
            nomor=data.nomor,
        ),
    )


def compose_tanda_terima(data: TandaTerima) -> Paper:
    """TANDA TERIMA: who gave what; day, name and ink are the receiver's."""
    letter: tuple[Block, ...] = ()
    if data.surat:
        letter = (paragraph(f"Disampaikan dengan {data.surat}."),)
    return Paper(
        title="Tanda Terima",
        body=(
            data.kop,
            *title_of("TANDA TERIMA", "tanda_terima"),
            paragraph(f"Telah diterima dari {post_or_name(data.dari)}:"),
            _things(data.kiriman, "tanda_terima.tabel"),
            *letter,
            form(("Diterima tanggal", ".................................."), label=0.22),
            Signatures((_receiver(),)),
        ),
        footer=data.footer,
        paper="f4",
        show_page_numbers=False,
        filling=filling(
            "tanda_terima",
            {"kiriman": _rows(data.kiriman)},
            dari=post_or_name(data.dari),
            surat=f"Disampaikan dengan {data.surat}." if data.surat else "",
        ),
    )


def _rows(kiriman: tuple[Kiriman, ...]) -> list[dict[str, str]]:
    return [
        {
            "no": f"{number}.",
            "naskah": one.naskah,
            "banyaknya": one.banyaknya,
            "keterangan": one.keterangan or "-",
        }
        for number, one in enumerate(kiriman, start=1)
    ]


def _things(kiriman: tuple[Kiriman, ...], key: str) -> Table:
    return Table(
        head=(head_row("No", "Naskah dinas yang dikirimkan", "Banyaknya", "Keterangan"),),
        rows=tuple(
            (
                center(f"{number}."),
                cell(one.naskah),
                center(one.banyaknya),
                cell(one.keterangan or "-"),
            )
            for number, one in enumerate(kiriman, start=1)
        ),
        widths=(0.07, 0.47, 0.16, 0.3),
        key=key,
        row_mm=14,
    )


def _receiver() -> Signature:
    return Signature(
        "Penerima,", "..................................", pangkat="NIP ...................."
    )
