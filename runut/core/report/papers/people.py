"""People as office papers name them: who is invited or present, and how a signer's block looks."""

from dataclasses import dataclass, replace
from datetime import date

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Signature
from runut.core.words.dates import format_date


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
