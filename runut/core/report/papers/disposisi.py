"""Lembar disposisi: the form that goes with a letter from desk to desk; filled with a pen."""

from dataclasses import dataclass
from datetime import date

from runut.core.report.blocks import Cell, Letterhead, Paper, Table
from runut.core.report.cells import cell
from runut.core.report.filling import filling, lines
from runut.core.report.papers.letter import title_of
from runut.core.words.dates import format_date

_ISI = (
    "Tanggapan dan saran",
    "Proses lebih lanjut",
    "Koordinasi/konfirmasi",
    "Siapkan bahan",
    "Untuk diketahui",
    "Arsip",
)
_BOX = "☐"


@dataclass(frozen=True)
class LembarDisposisi:
    """The letter that the sheet goes with, and the posts it can go on to."""

    kop: Letterhead
    surat_dari: str
    nomor_surat: str
    hal: str
    diteruskan: tuple[str, ...]
    tanggal_surat: date | None = None
    diterima: date | None = None
    nomor_agenda: str = ""
    sifat: str = "Biasa"
    footer: str = ""


def compose_disposisi(data: LembarDisposisi) -> Paper:
    """LEMBAR DISPOSISI. It is no substitute for a letter, and says so."""
    return Paper(
        title=f"Lembar Disposisi: {data.hal}",
        subject=data.hal,
        body=(
            data.kop,
            *title_of("LEMBAR DISPOSISI", "disposisi"),
            Table(
                head=(),
                rows=(
                    _pair("Surat dari", data.surat_dari, "Diterima", _day(data.diterima)),
                    _pair("Nomor surat", data.nomor_surat, "Nomor agenda", data.nomor_agenda),
                    _pair("Tanggal surat", _day(data.tanggal_surat), "Sifat", data.sifat),
                    (_label("Hal"), cell(data.hal, span=3)),
                    (
                        cell("Diteruskan kepada", bold=True, span=2),
                        cell("Isi disposisi", bold=True, span=2),
                    ),
                    (cell(*_boxes(data.diteruskan), span=2), cell(*_boxes(_ISI), span=2)),
                    (cell("Catatan", *[""] * 6, span=4),),
                    (cell("Paraf dan tanggal", *[""] * 3, span=4),),
                ),
                widths=(0.18, 0.37, 0.18, 0.27),
                key="disposisi.tabel",
            ),
        ),
        footer=data.footer or "Lembar ini tidak menggantikan naskah dinas.",
        paper="f4",
        show_page_numbers=False,
        filling=filling(
            "disposisi",
            {"diteruskan": lines("jabatan", data.diteruskan)},
            surat_dari=data.surat_dari,
            nomor_surat=data.nomor_surat,
            tanggal_surat=_day(data.tanggal_surat),
            diterima=_day(data.diterima),
            nomor_agenda=data.nomor_agenda,
            sifat=data.sifat,
            hal=data.hal,
        ),
    )


def _pair(*words: str) -> tuple[Cell, ...]:
    return (_label(words[0]), cell(words[1] or "-"), _label(words[2]), cell(words[3] or " "))


def _label(text: str) -> Cell:
    return cell(text, bold=True)


def _boxes(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{_BOX} {one}" for one in words) or (" ",)


def _day(day: date | None) -> str:
    return format_date(day) if day else ""
