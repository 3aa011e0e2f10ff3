"""Notula: what was said, what was decided on which section, and who does it by when."""

from dataclasses import dataclass
from datetime import date, datetime

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import (
    Block,
    Cell,
    Heading,
    Letterhead,
    Line,
    Paper,
    Signatures,
    Table,
    Text,
    line,
)
from runut.core.report.cells import cell, center, form, head_row, paragraph
from runut.core.report.filling import Filling, filling
from runut.core.report.papers.letter import (
    DI_KERTAS,
    BuktiElektronik,
    Peserta,
    named,
    signature_of,
    title_of,
)
from runut.core.words.dates import format_clock, format_date, format_day


@dataclass(frozen=True)
class Pembahasan:
    """What one speaker said, about which part of the draft (empty: the whole)."""

    pembicara: str
    uraian: str
    bagian: str = ""


@dataclass(frozen=True)
class Keputusan:
    """A decision. ``bagian_key`` is the key of the section that it changes, ``bagian`` its title.

    ``hasil`` stays empty in the minutes; the list of changes fills it when the decision is done.
    """

    nomor: int
    isi: str
    bagian_key: str = ""
    bagian: str = ""
    penanggung_jawab: str = ""
    batas: date | None = None
    hasil: str = ""


@dataclass(frozen=True)
class Notula:
    """The minutes of one meeting."""

    kop: Letterhead
    kota: str
    tanggal: date
    judul: str
    mulai: datetime
    selesai: datetime | None
    tempat: str
    pimpinan: Pejabat
    notulis: Pejabat
    peserta: tuple[Peserta, ...]
    jumlah_undangan: int
    acara: tuple[str, ...]
    pembukaan: str
    pembahasan: tuple[Pembahasan, ...]
    keputusan: tuple[Keputusan, ...]
    penutup: str = ""
    nomor: str = ""
    bukti_notulis: BuktiElektronik | None = None
    bukti_pimpinan: BuktiElektronik | None = None
    zona: str = "WIB"
    footer: str = ""
    jumlah_tamu: int = 0
    """How many of ``peserta`` were not called."""


def compose_notula(data: Notula) -> Paper:
    """NOTULA: head, opening, discussion by speaker, decisions with their sections, closing."""
    return Paper(
        title=f"Notula: {data.judul}",
        subject=data.judul,
        author=data.notulis.nama,
        body=(
            data.kop,
            *title_of("NOTULA", "notula", data.nomor),
            _head(data),
            *_opening(data),
            _section("C", "Pembahasan", "notula.pembahasan"),
            _discussion(data.pembahasan),
            _section("D", "Keputusan", "notula.keputusan"),
            _decisions(data.keputusan),
            _section("E", "Penutup", "notula.penutup"),
            paragraph(_closing(data)),
            Signatures(
                (
                    signature_of(data.pimpinan, bukti=data.bukti_pimpinan, menunggu=DI_KERTAS),
                    signature_of(
                        data.notulis,
                        kota=data.kota,
                        tanggal=data.tanggal,
                        bukti=data.bukti_notulis,
                        menunggu=DI_KERTAS,
                    ),
                )
            ),
            *_participants(data.peserta),
        ),
        footer=data.footer,
        paper="f4",
        filling=_filling(data),
    )


def _filling(data: Notula) -> Filling:
    said = [
        {"no": f"{n}.", "pembicara": one.pembicara, "bagian": _part(one), "uraian": one.uraian}
        for n, one in enumerate(data.pembahasan, start=1)
    ]
    decided = [
        {
            "no": f"{one.nomor}.",
            "bagian": one.bagian or "Seluruh naskah",
            "isi": one.isi,
            "penanggung_jawab": one.penanggung_jawab or "-",
            "batas": format_date(one.batas) if one.batas else "-",
        }
        for one in data.keputusan
    ]
    present = [
        {"no": f"{n}.", "nama": one.nama, "jabatan": one.tempat_kerja}
        for n, one in enumerate(data.peserta, start=1)
    ]
    agenda = [{"no": f"{n}.", "isi": one} for n, one in enumerate(data.acara, start=1)]
    return filling(
        "notula",
        {"acara": agenda, "pembahasan": said, "keputusan": decided, "peserta": present},
        nomor=data.nomor,
        rapat=data.judul,
        hari_tanggal=format_day(data.mulai),
        dibuka=format_clock(data.mulai, data.zona),
        ditutup=_closed(data),
        tempat=data.tempat,
        pimpinan=named(data.pimpinan),
        notulis=named(data.notulis),
        kehadiran=_attendance(data),
        pembukaan=_opened(data),
        penutup=_closing(data),
    )


def _section(number: str, text: str, key: str) -> Heading:
    return Heading(2, text, number=f"{number}.", key=key, in_contents=False)


def _head(data: Notula) -> Table:
    return form(
        ("Rapat", data.judul),
        ("Hari, tanggal", format_day(data.mulai)),
        ("Pukul dibuka", format_clock(data.mulai, data.zona)),
        ("Pukul ditutup", _closed(data)),
        ("Tempat", data.tempat),
        ("Pimpinan rapat", named(data.pimpinan)),
        ("Notulis", named(data.notulis)),
        ("Kehadiran", _attendance(data)),
        label=0.22,
    )


def _closed(data: Notula) -> str:
    return format_clock(data.selesai, data.zona) if data.selesai else "-"


def _attendance(data: Notula) -> str:
    """How many came of those who were called; who was not called is counted apart."""
    called = len(data.peserta) - data.jumlah_tamu
    guests = f", dan {data.jumlah_tamu} di luar undangan" if data.jumlah_tamu else ""
    return f"{called} hadir dari {data.jumlah_undangan} undangan{guests}"


def _opened(data: Notula) -> str:
    at = format_clock(data.mulai, data.zona)
    return data.pembukaan or f"Rapat dibuka oleh {data.pimpinan.nama} pada pukul {at}."


def _opening(data: Notula) -> tuple[Block, ...]:
    agenda = tuple((center(f"{n}."), cell(one)) for n, one in enumerate(data.acara, start=1))
    return (
        _section("A", "Acara", "notula.acara"),
        Table(head=(), rows=agenda, widths=(0.06, 0.94), frame=False),
        _section("B", "Pembukaan", "notula.pembukaan"),
        paragraph(_opened(data)),
    )


def _discussion(pembahasan: tuple[Pembahasan, ...]) -> Block:
    if not pembahasan:
        return paragraph("Tidak ada pembahasan yang dicatat.")
    rows = tuple(
        (
            center(f"{number}."),
            cell(one.pembicara),
            cell(*_about(one), one.uraian),
        )
        for number, one in enumerate(pembahasan, start=1)
    )
    return Table(head=(head_row("No", "Pembicara", "Uraian"),), rows=rows, widths=(0.06, 0.24, 0.7))


def _part(one: Pembahasan) -> str:
    return f"Bagian: {one.bagian}" if one.bagian else ""


def _about(one: Pembahasan) -> tuple[Line, ...]:
    return (line(Text(_part(one), italic=True)),) if one.bagian else ()


def _decisions(keputusan: tuple[Keputusan, ...]) -> Block:
    if not keputusan:
        return paragraph("Rapat tidak mengambil keputusan yang mengubah isi naskah.")
    head = ["No", "Bagian naskah", "Keputusan", "Penanggung jawab", "Batas waktu"]
    widths: tuple[float, ...] = (0.06, 0.2, 0.38, 0.2, 0.16)
    if any(one.hasil for one in keputusan):
        head.append("Tindak lanjut")
        widths = (0.05, 0.17, 0.28, 0.15, 0.13, 0.22)
    return Table(
        head=(head_row(*head),),
        rows=tuple(_decision(one, has_result=len(head) == len(widths) == 6) for one in keputusan),
        widths=widths,
        key="notula.keputusan.tabel",
    )


def _decision(one: Keputusan, *, has_result: bool) -> tuple[Cell, ...]:
    cells = (
        center(f"{one.nomor}."),
        cell(one.bagian or "Seluruh naskah"),
        cell(one.isi),
        cell(one.penanggung_jawab or "-"),
        cell(format_date(one.batas) if one.batas else "-"),
    )
    return (*cells, cell(one.hasil or "belum")) if has_result else cells


def _closing(data: Notula) -> str:
    count = len(data.keputusan)
    end = f" pada pukul {format_clock(data.selesai, data.zona)}" if data.selesai else ""
    return data.penutup or f"Rapat ditutup{end} dengan {count} keputusan. Daftar hadir terlampir."


def _participants(peserta: tuple[Peserta, ...]) -> tuple[Block, ...]:
    rows = tuple(
        (center(f"{number}."), cell(one.nama), cell(one.tempat_kerja))
        for number, one in enumerate(peserta, start=1)
    )
    return (
        Heading(2, "Peserta yang hadir", key="notula.peserta", in_contents=False),
        Table(
            head=(head_row("No", "Nama", "Jabatan/Instansi"),), rows=rows, widths=(0.07, 0.43, 0.5)
        ),
    )
