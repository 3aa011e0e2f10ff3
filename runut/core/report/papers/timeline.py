"""Riwayat pelaksanaan: who did which step when, with the standard time beside the real one."""

from dataclasses import dataclass
from datetime import date, datetime

from runut.core.report.blocks import Cell, Figure, Letterhead, Paper, Table
from runut.core.report.cells import cell, center, form, head_row, paragraph, right
from runut.core.report.papers.letter import title_of
from runut.core.report.papers.saksi import witness_note
from runut.core.words.dates import format_clock, format_date, format_minutes, format_moment


@dataclass(frozen=True)
class Kejadian:
    """One run of one step. Minutes are working time; ``menit_nyata`` None: not finished.

    ``ulang_ke`` is 2 and more when the step was done again after a return.
    """

    langkah: str
    kegiatan: str
    pelaksana: str
    mulai: datetime
    selesai: datetime | None = None
    menit_baku: int | None = None
    menit_nyata: int | None = None
    ulang_ke: int = 1
    keluaran: str = ""
    keterangan: str = ""


@dataclass(frozen=True)
class Riwayat:
    """The whole history of one running SOP. ``sha256_sop`` is the text it was pinned to."""

    kop: Letterhead
    judul: str
    nama_sop: str
    kejadian: tuple[Kejadian, ...]
    nomor_sop: str = ""
    sha256_sop: str = ""
    batas: date | None = None
    dicetak: datetime | None = None
    zona: str = "WIB"
    titik_periksa: str = ""
    footer: str = ""


def compose_riwayat(data: Riwayat) -> Paper:
    """The timeline as a landscape table; the sums under it are of finished steps only."""
    return Paper(
        title=f"Riwayat Pelaksanaan: {data.judul}",
        subject=data.nama_sop,
        body=(
            data.kop,
            *title_of("RIWAYAT PELAKSANAAN", "riwayat"),
            form(*_facts(data), label=0.16),
            Table(
                head=(
                    head_row(
                        "Langkah",
                        "Kegiatan",
                        "Pelaksana",
                        "Mulai",
                        "Selesai",
                        "Waktu baku",
                        "Waktu nyata",
                        "Keluaran dan keterangan",
                    ),
                ),
                rows=tuple(_row(one, data.zona) for one in data.kejadian),
                widths=(0.07, 0.22, 0.13, 0.1, 0.1, 0.09, 0.1, 0.19),
                key="riwayat.tabel",
            ),
            paragraph(_summary(data.kejadian)),
            *witness_note(data.titik_periksa),
        ),
        footer=data.footer,
        paper="f4",
        landscape=True,
    )


def _facts(data: Riwayat) -> tuple[tuple[str, str], ...]:
    facts = [
        ("Kegiatan", data.judul),
        ("SOP", f"{data.nama_sop}{f' (Nomor {data.nomor_sop})' if data.nomor_sop else ''}"),
    ]
    if data.sha256_sop:
        facts.append(("SHA-256 SOP", data.sha256_sop))
    if data.batas:
        facts.append(("Batas waktu", format_date(data.batas)))
    if data.dicetak:
        facts.append(("Dicetak", format_moment(data.dicetak, data.zona)))
    if data.titik_periksa:
        facts.append(("Titik periksa", data.titik_periksa))
    return tuple(facts)


def _row(one: Kejadian, zona: str) -> tuple[Cell, ...]:
    number = one.langkah if one.ulang_ke == 1 else f"{one.langkah} (ulang ke-{one.ulang_ke})"
    remarks = tuple(part for part in (one.keluaran, one.keterangan) if part) or ("-",)
    return (
        center(number),
        cell(one.kegiatan),
        cell(one.pelaksana),
        _moment(one.mulai, zona),
        _moment(one.selesai, zona) if one.selesai else cell("berjalan"),
        right(format_minutes(one.menit_baku) if one.menit_baku is not None else "-"),
        _real(one),
        cell(*remarks),
    )


def _moment(moment: datetime, zona: str) -> Cell:
    return cell(format_date(moment), format_clock(moment, zona))


def _real(one: Kejadian) -> Cell:
    if one.menit_nyata is None:
        return right("-")
    spent = Figure(format_minutes(one.menit_nyata), f"dihitung: waktu kerja langkah {one.langkah}")
    if one.menit_baku is None or one.menit_nyata <= one.menit_baku:
        return right(spent)
    late = format_minutes(one.menit_nyata - one.menit_baku)
    return cell(spent, f"(lebih {late})", align="right")


def _summary(kejadian: tuple[Kejadian, ...]) -> str:
    done = [one for one in kejadian if one.menit_nyata is not None]
    real = sum(one.menit_nyata or 0 for one in done)
    repeats = sum(one.ulang_ke > 1 for one in kejadian)
    late = sum(
        one.menit_baku is not None and (one.menit_nyata or 0) > one.menit_baku for one in done
    )
    return (
        f"Selesai {len(done)} dari {len(kejadian)} pelaksanaan langkah dengan waktu kerja "
        f"{format_minutes(real)}. Melampaui waktu baku: {late}. Diulang setelah dikembalikan: "
        f"{repeats}."
    )
