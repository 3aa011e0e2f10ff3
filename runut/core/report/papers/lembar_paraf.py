"""Lembar paraf: who gave paraf or signed when, and the SHA-256 of the very document they read."""

from dataclasses import dataclass
from datetime import datetime

from runut.core.report.blocks import Cell, Letterhead, Paper, Table
from runut.core.report.cells import cell, center, form, head_row, paragraph
from runut.core.report.papers.letter import title_of
from runut.core.report.papers.saksi import witness_note
from runut.core.words.dates import format_clock, format_date, format_moment
from runut.core.words.names import format_nip


@dataclass(frozen=True)
class TandaPeriksa:
    """One paraf or signature. ``is_valid`` False: it fell because the document changed after it.

    ``tindakan`` is printed as it is (``Paraf``, ``Tanda tangan``, ``Dikembalikan``). A return is
    no mark on the document: it neither stands nor falls.
    """

    nama: str
    jabatan: str
    tindakan: str
    pada: datetime
    sha256: str
    nip: str = ""
    is_valid: bool = True
    catatan: str = ""
    is_return: bool = False


@dataclass(frozen=True)
class LembarParaf:
    """The trail of one document. ``sha256`` is the hash of the document as it stands now."""

    kop: Letterhead
    dokumen: str
    versi: str
    sha256: str
    tandas: tuple[TandaPeriksa, ...]
    dicetak: datetime | None = None
    zona: str = "WIB"
    titik_periksa: str = ""
    footer: str = ""


def compose_lembar_paraf(data: LembarParaf) -> Paper:
    """The sheet that goes with the document; a fallen paraf stays on it and says so."""
    facts = [("Dokumen", data.dokumen), ("Versi", data.versi), ("SHA-256", data.sha256)]
    if data.dicetak:
        facts.append(("Dicetak", format_moment(data.dicetak, data.zona)))
    if data.titik_periksa:
        facts.append(("Titik periksa", data.titik_periksa))
    return Paper(
        title=f"Lembar Kendali Paraf: {data.dokumen}",
        subject=data.dokumen,
        body=(
            data.kop,
            *title_of("LEMBAR KENDALI PARAF", "lembar_paraf"),
            form(*facts, label=0.16),
            Table(
                head=(head_row("No", "Nama dan jabatan", "Tindakan", "Waktu", "Dokumen, catatan"),),
                rows=tuple(
                    _row(number, one, data) for number, one in enumerate(data.tandas, start=1)
                ),
                widths=(0.06, 0.3, 0.14, 0.16, 0.34),
                key="lembar_paraf.tabel",
            ),
            paragraph(_summary(data)),
            *witness_note(data.titik_periksa),
        ),
        footer=data.footer,
        paper="f4",
    )


def _row(number: int, one: TandaPeriksa, data: LembarParaf) -> tuple[Cell, ...]:
    has_fallen = not one.is_valid and not one.is_return
    state = ("Gugur: dokumen berubah sesudahnya.",) if has_fallen else ()
    nip = (f"NIP {format_nip(one.nip)}",) if one.nip else ()
    note = (one.catatan,) if one.catatan else ()
    return (
        center(f"{number}."),
        cell(one.nama, one.jabatan, *nip),
        cell(one.tindakan),
        cell(format_date(one.pada), format_clock(one.pada, data.zona)),
        cell(f"SHA-256 {_short(one.sha256)}", *state, *note),
    )


def _short(sha256: str) -> str:
    """The ends of a hash: enough to compare by eye with the one in the head of the sheet.

    >>> _short("0123456789abcdef" * 4)
    '0123456789ab…89abcdef'
    """
    return sha256 if len(sha256) <= 24 else f"{sha256[:12]}…{sha256[-8:]}"


def _summary(data: LembarParaf) -> str:
    marks = [one for one in data.tandas if not one.is_return]
    on_this = sum(one.is_valid and one.sha256 == data.sha256 for one in marks)
    return (
        f"Yang berlaku pada versi ini: {on_this} dari {len(marks)} paraf dan tanda tangan. Paraf "
        "dan tanda "
        "tangan melekat pada SHA-256 dokumen; bila dokumen berubah, keduanya gugur."
    )
