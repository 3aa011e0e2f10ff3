"""Memori serah terima: what somebody who leaves a post hands to the one who comes."""

from dataclasses import dataclass
from datetime import date

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Block, Heading, Letterhead, Paper, Signatures, Table
from runut.core.report.cells import cell, center, form, head_row, paragraph
from runut.core.report.papers.letter import signature_of, title_of
from runut.core.words.dates import format_date


@dataclass(frozen=True)
class Berjalan:
    """A case that runs: where it stands, who holds it, until when, what is still open in it."""

    judul: str
    keadaan: str
    pemegang: str
    batas: date | None = None
    terbuka: tuple[str, ...] = ()


@dataclass(frozen=True)
class SerahTerima:
    """All that is handed over. ``sops``: those in force, (title, since when). ``peran``: who plays
    which role. ``naskah``: signed papers, (name, code under which it is found)."""

    kop: Letterhead
    kota: str
    tanggal: date
    dari: Pejabat
    kepada: str
    berjalan: tuple[Berjalan, ...]
    selesai: tuple[tuple[str, str], ...]
    sops: tuple[tuple[str, str], ...]
    peran: tuple[tuple[str, str], ...]
    naskah: tuple[tuple[str, str], ...]
    footer: str = ""


def compose_serah_terima(data: SerahTerima) -> Paper:
    """The paper, signed by hand by both: what is empty is said to be so."""
    return Paper(
        title="Memori Serah Terima Pelaksanaan SOP",
        subject="Serah terima pelaksanaan SOP",
        author=data.dari.jabatan,
        body=(
            data.kop,
            *title_of("MEMORI SERAH TERIMA PELAKSANAAN SOP", "serah-terima"),
            form(
                (
                    "Dari",
                    f"{data.dari.nama} ({data.dari.jabatan})"
                    if data.dari.jabatan
                    else data.dari.nama,
                ),
                ("Kepada", data.kepada or "............................................"),
                ("Keadaan pada", format_date(data.tanggal)),
                label=0.18,
            ),
            *_running(data.berjalan),
            *_pairs("Yang sudah selesai", "Pelaksanaan", "Tahun", data.selesai, "selesai"),
            *_pairs("SOP yang berlaku", "SOP", "Berlaku sejak", data.sops, "sop"),
            *_pairs("Pemegang peran", "Peran", "Pegawai", data.peran, "peran"),
            *_pairs("Naskah bertanda tangan", "Naskah", "Kode", data.naskah, "naskah"),
            Signatures(
                (
                    signature_of(Pejabat("Yang menerima", data.kepada or " ")),
                    signature_of(data.dari, kota=data.kota, tanggal=data.tanggal),
                )
            ),
        ),
        footer=data.footer,
        paper="f4",
    )


def _running(berjalan: tuple[Berjalan, ...]) -> tuple[Block, ...]:
    heading = Heading(2, "Yang sedang berjalan", key="berjalan", in_contents=False)
    if not berjalan:
        return heading, paragraph("Tidak ada.")
    rows = tuple(
        (
            center(f"{number}."),
            cell(one.judul),
            cell(one.keadaan),
            cell(one.pemegang or "-"),
            cell(format_date(one.batas) if one.batas else "tanpa batas"),
            cell(*(one.terbuka or ("-",))),
        )
        for number, one in enumerate(berjalan, start=1)
    )
    head = (head_row("No", "Pelaksanaan", "Langkah", "Dipegang", "Batas waktu", "Masih terbuka"),)
    widths = (0.06, 0.18, 0.22, 0.18, 0.14, 0.22)
    return heading, Table(head=head, rows=rows, widths=widths, key="berjalan.tabel")


def _pairs(
    title: str, first: str, second: str, pairs: tuple[tuple[str, str], ...], key: str
) -> tuple[Block, ...]:
    heading = Heading(2, title, key=key, in_contents=False)
    if not pairs:
        return heading, paragraph("Tidak ada.")
    rows = tuple(
        (center(f"{number}."), cell(one), cell(other))
        for number, (one, other) in enumerate(pairs, start=1)
    )
    head = (head_row("No", first, second),)
    return heading, Table(head=head, rows=rows, widths=(0.07, 0.53, 0.4), key=f"{key}.tabel")
