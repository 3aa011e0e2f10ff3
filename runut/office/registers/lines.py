"""A meeting as a line of a book: the same words on the page, on paper and in Excel."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from runut.core.report.papers.buku import Buku, Kolom
from runut.office.people.models import Office
from runut.office.people.naming import letterhead
from runut.office.registers.queries import AGENDA_BOOK, Register
from runut.office.works.rapat.letters import leader_of
from runut.office.works.rapat.models import Meeting, SignOff

AGENDA_COLUMNS = (
    Kolom("No", 0.04),
    Kolom("Hari, tanggal", 0.11),
    Kolom("Waktu", 0.09),
    Kolom("Tempat", 0.1),
    Kolom("Acara", 0.17),
    Kolom("Pimpinan", 0.11),
    Kolom("Nomor undangan", 0.1),
    Kolom("Nomor notula", 0.1),
    Kolom("Hadir", 0.06),
    Kolom("Keputusan", 0.07),
    Kolom("Keadaan", 0.07),
)
MINUTES_COLUMNS = (
    Kolom("No", 0.04),
    Kolom("Nomor notula", 0.13),
    Kolom("Rapat", 0.22),
    Kolom("Hari, tanggal", 0.13),
    Kolom("Pimpinan", 0.14),
    Kolom("Notulis", 0.14),
    Kolom("Hadir", 0.07),
    Kolom("Keputusan", 0.1),
    Kolom("Dinyatakan sesuai", 0.13),
)
COLUMNS = {"agenda": AGENDA_COLUMNS, "notula": MINUTES_COLUMNS}


@dataclass(frozen=True)
class BookLine:
    """A line: its cells in the order of the columns, and the meeting behind it."""

    meeting: Meeting
    cells: tuple[str, ...]

    @property
    def number(self) -> str:
        return self.cells[0]

    @property
    def labelled(self) -> list[tuple[str, str]]:
        """The cells after the number, under the names of their columns."""
        columns = AGENDA_COLUMNS if len(self.cells) == len(AGENDA_COLUMNS) else MINUTES_COLUMNS
        return list(zip([one.judul for one in columns][1:], self.cells[1:], strict=True))


def book_lines(register: Register, rows: Iterable[Any], at: datetime) -> list[BookLine]:
    """The lines of a book. ``rows`` come from ``lines_of``."""
    if register == AGENDA_BOOK:
        return [BookLine(row, _agenda(row, at)) for row in rows]
    meetings = list(rows)
    signed = _sign_offs(meetings)
    return [BookLine(row, _minutes(row, signed.get(row.pk, []))) for row in meetings]


def book_of(
    register: Register, office: Office, tahun: int, lines: Iterable[BookLine], catatan: str
) -> Buku:
    """The year's book, to be drawn on paper or written for Excel."""
    return Buku(
        letterhead(office),
        f"{register.title} tahun {tahun}",
        COLUMNS[register.name],
        tuple(line.cells for line in lines),
        catatan,
    )


def _agenda(row: Any, at: datetime) -> tuple[str, ...]:
    return (
        str(row.agenda_no),
        row.hari,
        row.waktu,
        row.tempat,
        row.acara,
        leader_of(row).nama,
        row.nomor,
        row.notula_nomor,
        _came(row),
        _decided(row),
        state_of(row, at),
    )


def _minutes(row: Any, signed: list[SignOff]) -> tuple[str, ...]:
    return (
        str(row.notula_no),
        row.notula_nomor,
        row.acara,
        row.hari,
        leader_of(row).nama,
        row.notulis.nama if row.notulis else "",
        _came(row),
        _decided(row),
        "\n".join(f"{one.get_role_display()}: {one.person.nama}" for one in signed),
    )


def _came(row: Any) -> str:
    return f"{row.came} dari {row.called}" if row.is_held or row.came else ""


def _decided(row: Any) -> str:
    if not row.decided:
        return "tidak ada" if row.ditutup_pada else ""
    return f"{row.decided}, {row.open} terbuka" if row.open else f"{row.decided}, selesai semua"


def state_of(row: Meeting, at: datetime) -> str:
    """How the meeting stands at this moment, in one or two words."""
    if row.dibatalkan_pada:
        return "dibatalkan"
    if row.ditutup_pada:
        return "selesai"
    if row.dibuka_pada:
        return "berlangsung"
    return "akan datang" if row.mulai > at else "belum dicatat"


def _sign_offs(meetings: list[Meeting]) -> dict[int, list[SignOff]]:
    found: dict[int, list[SignOff]] = {}
    if not meetings:
        return found
    rows = SignOff.objects.filter(office_id=meetings[0].office_id, meeting__in=meetings)
    for one in rows.select_related("person").order_by("role"):
        found.setdefault(one.meeting_id, []).append(one)
    return found
