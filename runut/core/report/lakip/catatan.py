"""What an office keeps beside the figures: the signed Perjanjian Kinerja and the evidence.

Printed in Bab II and as annexes, each file with its hash. A report that is made from a workbook
alone knows of neither, and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from runut.core.kinerja.bukti import Bukti
from runut.core.kinerja.model import DataKinerja
from runut.core.kinerja.perjanjian import DASAR_PERUBAHAN, Perjanjian, compare_pk
from runut.core.kinerja.perubahan_pk import changes_of
from runut.core.report.blocks import Block, Boxed, Cell, Heading, Table, line
from runut.core.report.cells import cell, center, form, head_row, paragraph
from runut.core.report.papers.perjanjian_kinerja import money_table, targets_table
from runut.core.words.dates import format_date
from runut.core.words.items import join_words

_DASAR = dict(DASAR_PERUBAHAN)
DARI_BUKU = (
    "Lampiran ini disusun dari buku data. Naskah yang ditandatangani belum dicatat di Runut, jadi "
    "belum dibandingkan dengannya."
)


@dataclass(frozen=True)
class TandaTanganPK:
    """A party that signed: who, how (``elektronik``, ``dengan tinta``), and on which day."""

    pihak: str
    nama: str
    cara: str
    tanggal: str


@dataclass(frozen=True)
class PkTersimpan:
    """A signed agreement as it is kept. ``berkas`` says what the file is, ``sha256`` which."""

    pk: Perjanjian
    berkas: str
    sha256: str
    tanda_tangan: tuple[TandaTanganPK, ...]


@dataclass(frozen=True)
class Catatan:
    """The signed agreements of the year, the first one first, and the evidence of its figures."""

    perjanjian: tuple[PkTersimpan, ...] = ()
    bukti: tuple[Bukti, ...] = ()


def revision_blocks(catatan: Catatan | None, data: DataKinerja) -> tuple[Block, ...]:
    """Bab II: which agreements were signed, on which ground, what each changed; and where the
    targets of this report are others than the signed ones."""
    if catatan is None:
        return ()
    return (*_revisions(catatan, data.tahun), *_differences(catatan, data))


def _differences(catatan: Catatan, data: DataKinerja) -> tuple[Block, ...]:
    other = compare_pk(catatan.perjanjian[-1].pk, data) if catatan.perjanjian else ()
    if not other:
        return ()
    lead = f"{len(other)} target laporan ini berbeda dari Perjanjian Kinerja yang ditandatangani:"
    return (Boxed((line(lead), *(line(one.kalimat) for one in other)), "warning"),)


def _revisions(catatan: Catatan, tahun: int) -> tuple[Block, ...]:
    if not catatan.perjanjian:
        return (paragraph(f"Perjanjian Kinerja {tahun} yang ditandatangani belum dicatat."),)
    if len(catatan.perjanjian) == 1 and not catatan.perjanjian[0].pk.revisi:
        return (paragraph(f"Perjanjian Kinerja {tahun} tidak diubah sepanjang tahun."),)
    rows = [
        _revision_row(number, one, before)
        for number, (one, before) in enumerate(
            zip(catatan.perjanjian, (None, *catatan.perjanjian), strict=False), start=1
        )
    ]
    return (
        paragraph(
            f"Perjanjian Kinerja {tahun} diubah menurut PermenPANRB Nomor 53 Tahun 2014. Target "
            "yang dilaporkan dibandingkan dengan perjanjian yang terakhir."
        ),
        Table(
            head=(head_row("No", "Perjanjian", "Tanggal", "Dasar perubahan", "Yang berubah"),),
            rows=tuple(rows),
            widths=(0.06, 0.16, 0.16, 0.26, 0.36),
            caption=f"Perubahan Perjanjian Kinerja tahun {tahun}",
            key="bab2.perjanjian.perubahan",
        ),
    )


def _revision_row(number: int, one: PkTersimpan, before: PkTersimpan | None) -> tuple[Cell, ...]:
    pk = one.pk
    ground = (f"{_DASAR.get(pk.dasar, pk.dasar)}.", pk.uraian) if pk.revisi else ("–",)
    changed: Sequence[str] = ("–",)
    if pk.revisi and before is None:
        changed = ("Perjanjian sebelumnya tidak tercatat di Runut.",)
    elif before is not None:
        nothing = "Tidak ada target, anggaran, atau pihak yang berubah."
        changed = changes_of(before.pk, pk) or (nothing,)
    return (
        center(f"{number}."),
        cell(pk.nama),
        cell(_day(pk)),
        cell(*(text for text in ground if text)),
        cell(*changed),
    )


def agreement_annex(catatan: Catatan) -> tuple[Block, ...]:
    """The newest signed agreement as it was signed, and where each of the year's files is."""
    last = catatan.perjanjian[-1]
    pk = last.pk
    kept = "Berkas yang ditandatangani disimpan di Runut dan dikenali dari sidik SHA-256 di bawah."
    return (
        paragraph(f"{pk.nama}, {_day(pk)}, sebagaimana ditandatangani. {kept}"),
        form(
            ("Pihak pertama", f"{pk.pertama.nama}, {pk.pertama.jabatan}"),
            ("Pihak kedua", f"{pk.kedua.nama}, {pk.kedua.jabatan}"),
        ),
        targets_table(pk),
        *((money_table(pk),) if pk.program else ()),
        Table(
            head=(head_row("Perjanjian", "Ditandatangani", "Berkas", "Sidik SHA-256"),),
            rows=tuple(_file_row(one) for one in catatan.perjanjian),
            widths=(0.18, 0.34, 0.16, 0.32),
            caption=f"Naskah Perjanjian Kinerja {pk.tahun} yang disimpan",
            key="lampiran1.naskah",
        ),
    )


def _file_row(one: PkTersimpan) -> tuple[Cell, ...]:
    signed = [f"{t.pihak}: {t.nama}, {t.cara}, {t.tanggal}" for t in one.tanda_tangan]
    return (cell(one.pk.nama, _day(one.pk)), cell(*signed), cell(one.berkas), cell(one.sha256))


def _day(pk: Perjanjian) -> str:
    return format_date(pk.tanggal) if pk.tanggal else "tanpa tanggal"


def evidence_annex(catatan: Catatan | None, indikators: Sequence[str]) -> tuple[Block, ...]:
    """LAMPIRAN 4: which file proves which figure; the indicators without one are named."""
    if catatan is None:
        return ()
    title = Heading(1, "DAFTAR BUKTI", number="LAMPIRAN 4", key="lampiran4")
    if not catatan.bukti:
        return (title, paragraph("Belum ada berkas bukti yang disimpan untuk angka tahun ini."))
    proved = {one.indikator_id for one in catatan.bukti}
    without = [one for one in indikators if one not in proved]
    missing = f"Belum ada bukti untuk {join_words(without)}."
    return (
        title,
        paragraph(
            "Berkas ini disimpan di Runut seperti diserahkan; sidik SHA-256 membuktikan bahwa "
            "isinya tidak berubah."
        ),
        Table(
            head=(head_row("Indikator", "Tentang", "Berkas", "Sidik SHA-256"),),
            rows=tuple(
                (cell(one.indikator_id), center(one.kapan), cell(one.nama), cell(one.sha256))
                for one in catatan.bukti
            ),
            widths=(0.15, 0.13, 0.34, 0.38),
            caption="Bukti angka kinerja",
            key="lampiran4.tabel",
        ),
        *((paragraph(missing, align="left"),) if without else ()),
    )
