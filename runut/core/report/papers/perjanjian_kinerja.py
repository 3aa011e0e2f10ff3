"""The Perjanjian Kinerja: the statement of both parties, and its annex of targets and money.

Layout of PermenPANRB 53/2014, Lampiran I.
"""

from runut.core.kinerja.model import Pejabat
from runut.core.kinerja.perjanjian import DASAR_PERUBAHAN, Janji, Perjanjian, Pihak
from runut.core.kinerja.satuan import is_persen
from runut.core.report.blocks import Block, Cell, Letterhead, PageBreak, Paper, Signatures, Table
from runut.core.report.cells import cell, center, form, head_row, paragraph, right
from runut.core.report.papers.letter import signature_of, title_of

_DASAR = dict(DASAR_PERUBAHAN)
_WITHOUT_UNIT = frozenset(("", "-", "indeks", "nilai", "skor", "angka", "predikat", "opini"))


def compose_perjanjian(pk: Perjanjian, kop: Letterhead, footer: str = "") -> Paper:
    """The agreement with its annex. Both blocks leave room: how they sign is said elsewhere."""
    return Paper(
        title=f"Perjanjian Kinerja Tahun {pk.tahun}",
        subject=pk.nama,
        author=pk.pertama.jabatan,
        body=(kop, *_statement(pk), PageBreak(), *_annex(pk)),
        footer=footer,
        paper="f4",
    )


def _statement(pk: Perjanjian) -> tuple[Block, ...]:
    title = "PERUBAHAN PERJANJIAN KINERJA" if pk.revisi else "PERJANJIAN KINERJA"
    return (
        *title_of(f"{title} TAHUN {pk.tahun}", "perjanjian"),
        *((paragraph(pk.nama, align="center"),) if pk.revisi else ()),
        paragraph(
            "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan "
            "akuntabel serta berorientasi pada hasil, kami yang bertanda tangan di bawah ini:",
            indent=True,
        ),
        _party(pk.pertama),
        paragraph("selanjutnya disebut pihak pertama;", align="left"),
        _party(pk.kedua),
        paragraph("selaku atasan pihak pertama, selanjutnya disebut pihak kedua.", align="left"),
        paragraph(
            "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran "
            "perjanjian ini, dalam rangka mencapai target kinerja jangka menengah seperti yang "
            "telah ditetapkan dalam dokumen perencanaan. Keberhasilan dan kegagalan pencapaian "
            "target kinerja tersebut menjadi tanggung jawab kami.",
            indent=True,
        ),
        paragraph(
            "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi "
            "terhadap capaian kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan "
            "dalam rangka pemberian penghargaan dan sanksi.",
            indent=True,
        ),
        *_why_revised(pk),
        _signatures(pk),
    )


def _why_revised(pk: Perjanjian) -> tuple[Block, ...]:
    if not pk.revisi:
        return ()
    return (paragraph(f"Dasar perubahan: {_DASAR.get(pk.dasar, pk.dasar)}. {pk.uraian}"),)


def _party(pihak: Pihak) -> Table:
    return form(("Nama", pihak.nama), ("Jabatan", pihak.jabatan), label=0.16)


def _signatures(pk: Perjanjian) -> Signatures:
    return Signatures(
        (
            signature_of(_signer("Pihak kedua,", pk.kedua)),
            signature_of(_signer("Pihak pertama,", pk.pertama), kota=pk.kota, tanggal=pk.tanggal),
        )
    )


def _signer(as_what: str, pihak: Pihak) -> Pejabat:
    return Pejabat(f"{as_what}\n{pihak.jabatan}", pihak.nama, pihak.pangkat, pihak.nip)


def _annex(pk: Perjanjian) -> tuple[Block, ...]:
    return (
        *title_of(f"LAMPIRAN PERJANJIAN KINERJA TAHUN {pk.tahun}", "lampiran"),
        targets_table(pk),
        *((money_table(pk),) if pk.program else ()),
        _signatures(pk),
    )


def targets_table(pk: Perjanjian) -> Table:
    """The targets as the parties signed them."""
    return Table(
        head=(head_row("No", "Sasaran strategis", "Indikator kinerja", "Target"),),
        rows=tuple(_target_rows(pk.janji)),
        widths=(0.07, 0.35, 0.38, 0.2),
        key="target",
    )


def _target_rows(janji: tuple[Janji, ...]) -> list[tuple[Cell, ...]]:
    """One row for each target; its sasaran is named where it begins."""
    rows: list[tuple[Cell, ...]] = []
    number, before = 0, ""
    for one in janji:
        is_new = one.sasaran != before
        number += is_new
        before = one.sasaran
        rows.append(
            (
                center(f"{number}." if is_new else ""),
                cell(one.sasaran if is_new else ""),
                cell(one.nama),
                center(_with_unit(one)),
            )
        )
    return rows


def _with_unit(one: Janji) -> str:
    """Bare numbers get their unit; a target in words says it itself."""
    unit = one.satuan.strip()
    if unit.lower() in _WITHOUT_UNIT or any(letter.isalpha() for letter in one.target):
        return one.target
    if is_persen(unit):
        return f"{one.target.removesuffix('%')}%"
    return f"{one.target} {unit}"


def money_table(pk: Perjanjian) -> Table:
    """The programmes and their money as the parties signed them."""
    return Table(
        head=(head_row("No", "Program", "Anggaran", "Keterangan"),),
        rows=tuple(
            (center(f"{number}."), cell(one.nama), right(one.anggaran), cell(one.sumber_dana))
            for number, one in enumerate(pk.program, start=1)
        ),
        widths=(0.07, 0.5, 0.25, 0.18),
        key="anggaran",
    )
