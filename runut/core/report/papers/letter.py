"""What every paper of the office has in common: its title, its people, its signer, its copies."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Block, Bullets, Heading, Signature, line
from runut.core.report.cells import paragraph
from runut.core.words.dates import format_date, format_moment

DI_KERTAS = "(ditandatangani pada naskah cetak)"
"""Stands where a name is printed under what its bearer has not signed yet."""


def title_of(text: str, key: str, number: str = "") -> tuple[Block, ...]:
    """The centred title of a paper, with its number under it where it has one."""
    heading = Heading(1, text, key=key, in_contents=False)
    if not number:
        return (heading,)
    return (heading, paragraph(f"Nomor {number}", align="center"))


def copies_to(tembusan: tuple[str, ...]) -> tuple[Block, ...]:
    """The list of those who get a copy; nothing when there is none."""
    if not tembusan:
        return ()
    return (
        paragraph("Tembusan:", align="left"),
        Bullets(tuple(line(one) for one in tembusan), ordered=True),
    )


@dataclass(frozen=True)
class Peserta:
    """One who is invited to a meeting or takes part. ``instansi`` is the part of the office.

    A letter calls posts, not people; ``sebut_nama``: this one is called by name, as a guest is who
    comes for himself, or one of several in the same post.
    """

    nama: str
    jabatan: str
    instansi: str = ""
    nip: str = ""
    sebut_nama: bool = False

    @property
    def tempat_kerja(self) -> str:
        return ", ".join(part for part in (self.jabatan, self.instansi) if part)


@dataclass(frozen=True)
class BuktiElektronik:
    """What stands in the place of the ink: the words to print and what the QR says.

    ``is_signature``: a certificate signed; else the words tell of an act, and claim nothing more.
    """

    note: str
    qr: str = ""
    is_signature: bool = False


def acted(at: datetime, zona: str) -> BuktiElektronik:
    """The signer himself did this act in the application: that is said, and no more."""
    return BuktiElektronik(f"Dilakukan sendiri melalui Runut\npada {format_moment(at, zona)}")


def post_or_name(pejabat: Pejabat) -> str:
    """How a letter calls somebody: by his post; by name only where he has none."""
    return " ".join(pejabat.jabatan.split()) or pejabat.nama


def named(pejabat: Pejabat) -> str:
    """A person with his post, in running text."""
    post = " ".join(pejabat.jabatan.split())
    return f"{pejabat.nama} ({post})" if post else pejabat.nama


def signature_of(
    pejabat: Pejabat,
    *,
    kota: str = "",
    tanggal: date | None = None,
    bukti: BuktiElektronik | None = None,
    menunggu: str = "",
) -> Signature:
    """The block of a signer: the words of the proof, else room for ink.

    ``menunggu`` says in that room that the ink is still to come.
    """
    block = Signature(
        jabatan=pejabat.jabatan,
        nama=pejabat.nama,
        place_date=f"{kota}, {format_date(tanggal)}" if kota and tanggal else "",
        pangkat=pejabat.pangkat,
        nip=pejabat.nip,
        note=menunggu,
    )
    if bukti is None:
        return block
    state: Literal["elektronik", "tercatat"] = "elektronik" if bukti.is_signature else "tercatat"
    return replace(block, state=state, note=bukti.note, qr=bukti.qr)
