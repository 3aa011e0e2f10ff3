"""Laporan kesiapan: the room, the papers and the list are ready, or what is not."""

from dataclasses import dataclass
from datetime import date, datetime

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Block, Heading, Letterhead, Paper, Signatures, Table
from runut.core.report.cells import cell, center, form, head_row, paragraph
from runut.core.report.filling import Filling, filling
from runut.core.report.papers.letter import (
    BuktiElektronik,
    post_or_name,
    signature_of,
    title_of,
)
from runut.core.words.dates import format_day, format_hours


@dataclass(frozen=True)
class Butir:
    """One thing that was to be prepared (room, screen, draft handed out), and how it stands."""

    nama: str
    is_ready: bool
    keterangan: str = ""


@dataclass(frozen=True)
class Kesiapan:
    """The report of the one who prepared the meeting to the one who gave the order."""

    kop: Letterhead
    kota: str
    tanggal: date
    kepada: Pejabat
    pelapor: Pejabat
    acara: str
    mulai: datetime
    tempat: str
    butirs: tuple[Butir, ...]
    undangan_terkirim: int
    undangan_jumlah: int
    selesai: datetime | None = None
    nomor: str = ""
    catatan: str = ""
    bukti: BuktiElektronik | None = None
    zona: str = "WIB"
    footer: str = ""


def compose_kesiapan(data: Kesiapan) -> Paper:
    """LAPORAN with its five parts; what is not ready is named in the conclusion."""
    return Paper(
        title=f"Laporan Kesiapan Rapat: {data.acara}",
        subject=data.acara,
        author=data.pelapor.jabatan,
        body=(
            data.kop,
            *title_of("LAPORAN TENTANG KESIAPAN RAPAT", "kesiapan", data.nomor),
            *_content(data),
            Signatures(
                (
                    signature_of(
                        data.pelapor, kota=data.kota, tanggal=data.tanggal, bukti=data.bukti
                    ),
                )
            ),
        ),
        footer=data.footer,
        paper="f4",
        show_page_numbers=False,
        filling=_filling(data),
    )


def _filling(data: Kesiapan) -> Filling:
    rows = [
        {
            "no": f"{number}.",
            "nama": one.nama,
            "keadaan": _state(one),
            "keterangan": one.keterangan or "-",
        }
        for number, one in enumerate(data.butirs, start=1)
    ]
    return filling(
        "kesiapan",
        {"butir": rows},
        nomor=data.nomor,
        kepada=post_or_name(data.kepada),
        acara=data.acara,
        hari_tanggal=format_day(data.mulai),
        waktu=format_hours(data.mulai, data.selesai, data.zona),
        tempat=data.tempat,
        kegiatan=_done(data),
        simpulan=_conclusion(data.butirs),
        catatan=data.catatan,
    )


def _done(data: Kesiapan) -> str:
    return (
        f"Undangan telah disampaikan kepada {data.undangan_terkirim} dari "
        f"{data.undangan_jumlah} undangan; ruangan, perlengkapan, dan bahan rapat diperiksa."
    )


def _state(one: Butir) -> str:
    return "siap" if one.is_ready else "belum siap"


def _content(data: Kesiapan) -> tuple[Block, ...]:
    return (
        _part("A", "Pendahuluan"),
        paragraph(
            f"Laporan ini disampaikan kepada {post_or_name(data.kepada)} sebagai "
            "pertanggungjawaban penyiapan rapat berikut."
        ),
        form(
            ("Acara", data.acara),
            ("Hari, tanggal", format_day(data.mulai)),
            ("Waktu", format_hours(data.mulai, data.selesai, data.zona)),
            ("Tempat", data.tempat),
            label=0.18,
        ),
        _part("B", "Kegiatan yang dilaksanakan"),
        paragraph(_done(data)),
        _part("C", "Hasil pemeriksaan"),
        Table(
            head=(head_row("No", "Yang disiapkan", "Keadaan", "Keterangan"),),
            rows=tuple(
                (
                    center(f"{number}."),
                    cell(one.nama),
                    center(_state(one)),
                    cell(one.keterangan or "-"),
                )
                for number, one in enumerate(data.butirs, start=1)
            ),
            widths=(0.07, 0.43, 0.16, 0.34),
            key="kesiapan.tabel",
        ),
        _part("D", "Simpulan dan saran"),
        paragraph(_conclusion(data.butirs)),
        *((paragraph(data.catatan),) if data.catatan else ()),
        _part("E", "Penutup"),
        paragraph("Demikian laporan ini disampaikan sebagai bahan pelaksanaan rapat."),
    )


def _part(letter: str, title: str) -> Heading:
    return Heading(2, title, number=f"{letter}.", in_contents=False)


def _conclusion(butirs: tuple[Butir, ...]) -> str:
    missing = [one.nama for one in butirs if not one.is_ready]
    if not missing:
        return "Seluruh bahan dan ruangan siap; rapat dapat dilaksanakan."
    return (
        f"{len(missing)} dari {len(butirs)} butir belum siap, yaitu {'; '.join(missing)}. "
        "Disarankan agar butir tersebut diselesaikan sebelum rapat dimulai."
    )
