"""Daftar hadir rapat: empty for pens, or filled by those who checked in with the QR."""

from dataclasses import dataclass
from datetime import datetime

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Cell, Letterhead, Paper, Signatures, Table, Text, line
from runut.core.report.cells import cell, center, form, head_row, paragraph
from runut.core.report.filling import Filling, filling
from runut.core.report.papers.letter import (
    DI_KERTAS,
    BuktiElektronik,
    Peserta,
    signature_of,
    title_of,
)
from runut.core.words.dates import format_clock, format_day, format_hours
from runut.core.words.names import format_nip

QR_HADIR = "qr_hadir"
"""The name that a template has for the code of the check-in."""
PINDAI = "Pindai kode ini dengan telepon untuk mencatat kehadiran, atau tanda tangani di bawah."


@dataclass(frozen=True)
class Kehadiran:
    """One line of the list. ``pada`` is the time of checking in; None: not noted.

    ``cara`` says how the presence was noted (``QR``, ``dicatat``). Only what he did himself
    (``sendiri``) stands in the place of his paraf; else that room is left for a pen.
    """

    peserta: Peserta
    pada: datetime | None = None
    cara: str = ""
    sendiri: bool = False


_ONE_PAGE, _TWO_OVER = 9, 15
"""Rows of F4 paper beside which the signature has room; and so many that two stand over it on the
next page."""


@dataclass(frozen=True)
class DaftarHadir:
    """Who was there. ``baris_kosong`` lines are left for guests who were not invited."""

    kop: Letterhead
    acara: str
    mulai: datetime
    tempat: str
    kehadiran: tuple[Kehadiran, ...]
    selesai: datetime | None = None
    baris_kosong: int = 0
    penanggung_jawab: Pejabat | None = None
    bukti: BuktiElektronik | None = None
    zona: str = "WIB"
    footer: str = ""


def compose_daftar_hadir(data: DaftarHadir) -> Paper:
    """No, Nama, NIP, Jabatan/Instansi and Paraf, with the facts of the meeting above."""
    signer = data.penanggung_jawab
    return Paper(
        title=f"Daftar Hadir: {data.acara}",
        subject=data.acara,
        body=(
            data.kop,
            *title_of("DAFTAR HADIR", "daftar_hadir"),
            form(
                ("Hari, tanggal", format_day(data.mulai)),
                ("Waktu", format_hours(data.mulai, data.selesai, data.zona)),
                ("Tempat", data.tempat),
                ("Acara", data.acara),
                label=0.2,
            ),
            _list(data),
            paragraph(_count(data)),
            *((_signed(signer, data),) if signer else ()),
        ),
        footer=data.footer,
        paper="f4",
        filling=_filling(data),
    )


def _filling(data: DaftarHadir) -> Filling:
    rows = [_told(n, one, data.zona) for n, one in enumerate(data.kehadiran, start=1)]
    first_empty = len(rows) + 1
    rows += [
        {"no": f"{n}.", "nama": "", "nip": "", "jabatan": "", "paraf": f"{n}."}
        for n in range(first_empty, first_empty + data.baris_kosong)
    ]
    return filling(
        "daftar_hadir",
        {"hadir": rows},
        hari_tanggal=format_day(data.mulai),
        waktu=format_hours(data.mulai, data.selesai, data.zona),
        tempat=data.tempat,
        acara=data.acara,
        jumlah=_count(data),
        qr_hadir="",
    )


def _told(number: int, one: Kehadiran, zona: str) -> dict[str, str]:
    noted = _noted(one, zona)
    is_own = bool(one.sendiri and noted)
    name = one.peserta.nama if is_own or not noted else f"{one.peserta.nama}\n{noted}"
    return {
        "no": f"{number}.",
        "nama": name,
        "nip": format_nip(one.peserta.nip),
        "jabatan": one.peserta.tempat_kerja,
        "paraf": noted if is_own else f"{number}.",
    }


def _signed(signer: Pejabat, data: DaftarHadir) -> Signatures:
    is_filled = any(one.pada for one in data.kehadiran)
    waits = DI_KERTAS if is_filled else ""
    return Signatures((signature_of(signer, bukti=data.bukti, menunggu=waits),))


def _list(data: DaftarHadir) -> Table:
    rows = [_row(n, one, data.zona) for n, one in enumerate(data.kehadiran, start=1)]
    first_empty = len(rows) + 1
    rows += [
        (center(f"{n}."), *(cell("") for _ in range(3)), cell(f"{n}."))
        for n in range(first_empty, first_empty + _empty_lines(data))
    ]
    return Table(
        head=(head_row("No", "Nama", "NIP", "Jabatan/Instansi", "Paraf"),),
        rows=tuple(rows),
        widths=(0.06, 0.25, 0.26, 0.26, 0.17),
        row_mm=11,
        key="daftar_hadir.tabel",
    )


def _empty_lines(data: DaftarHadir) -> int:
    """The lines for guests: some more where closing and signature would stand on a page alone."""
    if not data.baris_kosong:
        return 0
    count = len(data.kehadiran)
    total = count + data.baris_kosong
    return _TWO_OVER - count if _ONE_PAGE < total < _TWO_OVER else data.baris_kosong


def _row(number: int, one: Kehadiran, zona: str) -> tuple[Cell, ...]:
    noted = _noted(one, zona)
    is_own = one.sendiri and noted
    return (
        center(f"{number}."),
        cell(one.peserta.nama, *(() if is_own or not noted else (line(Text(noted, italic=True)),))),
        cell(format_nip(one.peserta.nip)),
        cell(one.peserta.tempat_kerja),
        cell(noted) if is_own else cell(f"{number}."),
    )


def _noted(one: Kehadiran, zona: str) -> str:
    if one.pada is None:
        return ""
    how = f" ({one.cara})" if one.cara else ""
    return f"hadir {format_clock(one.pada, zona)}{how}"


def _count(data: DaftarHadir) -> str:
    present = sum(one.pada is not None for one in data.kehadiran)
    if not present:
        return f"Jumlah undangan: {len(data.kehadiran)} orang."
    return f"Jumlah undangan {len(data.kehadiran)} orang, tercatat hadir {present} orang."
