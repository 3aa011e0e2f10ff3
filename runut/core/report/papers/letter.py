"""What every paper of the office has in common: its title, its people, its signer, its copies."""

from dataclasses import dataclass, replace
from datetime import date

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Block, Bullets, Heading, Signature, line
from runut.core.report.cells import paragraph
from runut.core.words.dates import format_date


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
    """One who is invited to a meeting or takes part. ``instansi`` is the part of the office."""

    nama: str
    jabatan: str
    instansi: str = ""
    nip: str = ""

    @property
    def tempat_kerja(self) -> str:
        return ", ".join(part for part in (self.jabatan, self.instansi) if part)


@dataclass(frozen=True)
class BuktiElektronik:
    """Proof that somebody confirmed in the application: the words to print and what the QR says."""

    note: str
    qr: str = ""


def signature_of(
    pejabat: Pejabat,
    *,
    kota: str = "",
    tanggal: date | None = None,
    bukti: BuktiElektronik | None = None,
) -> Signature:
    """The block of a signer: wet ink when there is no proof, the words of the proof otherwise."""
    block = Signature(
        jabatan=pejabat.jabatan,
        nama=pejabat.nama,
        place_date=f"{kota}, {format_date(tanggal)}" if kota and tanggal else "",
        pangkat=pejabat.pangkat,
        nip=pejabat.nip,
    )
    if bukti is None:
        return block
    return replace(block, state="elektronik", note=bukti.note, qr=bukti.qr)
