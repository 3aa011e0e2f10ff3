"""Nota dinas in words of one's own, drafted by one and signed by another within the office."""

from dataclasses import dataclass

from runut.core.report.blocks import Letterhead, Paper, Signatures
from runut.core.report.cells import form, paragraph
from runut.core.report.filling import filling, lines
from runut.core.report.papers.isian import NOMOR, PENGIRIM, TANGGAL
from runut.core.report.papers.letter import copies_to, signature_of, title_of

PENUTUP = "Demikian disampaikan untuk menjadi perhatian."


@dataclass(frozen=True)
class NotaDinas:
    """Number, day and sender come when it is signed; ``isi`` is what it says, by paragraph."""

    kop: Letterhead
    kepada: str
    hal: str
    isi: tuple[str, ...]
    lampiran: str = "-"
    sifat: str = "Biasa"
    tembusan: tuple[str, ...] = ()


def compose_nota_dinas(data: NotaDinas) -> Paper:
    """NOTA DINAS: its head in the order of tata naskah dinas, the words, the sender."""
    return Paper(
        title=f"Nota Dinas: {data.hal}",
        subject=data.hal,
        body=(
            data.kop,
            *title_of("NOTA DINAS", "nota_dinas", NOMOR),
            form(
                ("Yth.", data.kepada),
                ("Dari", PENGIRIM.jabatan),
                ("Hal", data.hal),
                ("Lampiran", data.lampiran),
                ("Tanggal", TANGGAL),
                ("Sifat", data.sifat),
                label=0.16,
            ),
            *(paragraph(one, indent=True) for one in data.isi),
            paragraph(PENUTUP, indent=True),
            Signatures((signature_of(PENGIRIM),)),
            *copies_to(data.tembusan),
        ),
        paper="f4",
        show_page_numbers=False,
        filling=filling(
            "nota_dinas",
            {"tugas": [], "tembusan": lines("nama", data.tembusan)},
            judul="NOTA DINAS",
            nomor=NOMOR,
            kepada=data.kepada,
            dari=PENGIRIM.jabatan,
            hal=data.hal,
            lampiran=data.lampiran,
            tanggal=TANGGAL,
            sifat=data.sifat,
            lisan="",
            pembuka="\n".join(data.isi),
            rapat_hari="",
            rapat_pukul="",
            rapat_tempat="",
            batas="",
            penutup=PENUTUP,
        ),
    )
