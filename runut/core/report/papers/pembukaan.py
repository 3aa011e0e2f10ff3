"""Catatan pembukaan rapat: who opened it and when, who takes the minutes, who was there by then."""

from dataclasses import dataclass
from datetime import date, datetime

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Block, Letterhead, Paper, Signatures, Table
from runut.core.report.cells import cell, center, form, head_row, paragraph
from runut.core.report.papers.letter import (
    BuktiElektronik,
    Peserta,
    named,
    signature_of,
    title_of,
)
from runut.core.words.dates import format_clock, format_day


@dataclass(frozen=True)
class Pembukaan:
    """The opening of one meeting. ``peserta`` are those who were there when it was opened."""

    kop: Letterhead
    kota: str
    tanggal: date
    acara: str
    tempat: str
    dibuka: datetime
    pimpinan: Pejabat
    notulis: Pejabat
    peserta: tuple[Peserta, ...]
    jumlah_undangan: int
    bukti: BuktiElektronik | None = None
    zona: str = "WIB"
    footer: str = ""


def compose_pembukaan(data: Pembukaan) -> Paper:
    """CATATAN PEMBUKAAN RAPAT, signed by who leads the meeting."""
    return Paper(
        title=f"Catatan Pembukaan Rapat: {data.acara}",
        subject=data.acara,
        author=data.pimpinan.jabatan,
        body=(
            data.kop,
            *title_of("CATATAN PEMBUKAAN RAPAT", "pembukaan"),
            form(
                ("Acara", data.acara),
                ("Hari, tanggal", format_day(data.dibuka)),
                ("Pukul dibuka", format_clock(data.dibuka, data.zona)),
                ("Tempat", data.tempat),
                ("Pimpinan rapat", named(data.pimpinan)),
                ("Notulis", named(data.notulis)),
                label=0.22,
            ),
            paragraph(
                f"Rapat dibuka oleh {data.pimpinan.nama} pada pukul "
                f"{format_clock(data.dibuka, data.zona)} dan dihadiri {len(data.peserta)} dari "
                f"{data.jumlah_undangan} undangan. {data.notulis.nama} ditugaskan menulis "
                "notula."
            ),
            *_present(data.peserta),
            Signatures(
                (
                    signature_of(
                        data.pimpinan, kota=data.kota, tanggal=data.tanggal, bukti=data.bukti
                    ),
                )
            ),
        ),
        footer=data.footer,
        paper="f4",
        show_page_numbers=False,
    )


def _present(peserta: tuple[Peserta, ...]) -> tuple[Block, ...]:
    if not peserta:
        return (paragraph("Belum ada peserta yang tercatat hadir saat rapat dibuka."),)
    rows = tuple(
        (center(f"{number}."), cell(one.nama), cell(one.tempat_kerja))
        for number, one in enumerate(peserta, start=1)
    )
    head = head_row("No", "Hadir saat rapat dibuka", "Jabatan/Instansi")
    return (Table(head=(head,), rows=rows, widths=(0.07, 0.43, 0.5), key="pembukaan.tabel"),)
