"""The plain text of a paper: captions, lists, gaps, cells that span."""

from decimal import Decimal

from runut.core.report.blocks import (
    Bullets,
    Chart,
    Cover,
    Gap,
    Heading,
    Lists,
    Paper,
    Paragraph,
    Series,
    Signature,
    Signatures,
    Table,
    line,
)
from runut.core.report.cells import cell, head_row
from runut.core.report.text import write_text


def small_table(caption: str) -> Table:
    return Table(
        head=(head_row("No", "Nama"),),
        rows=((cell("1"), cell("Ani")),),
        widths=(0.2, 0.8),
        caption=caption,
    )


def test_tables_and_figures_are_numbered_over_the_whole_document_and_listed() -> None:
    chart = Chart("bar", "Capaian", ("2024",), (Series("Capaian", (Decimal(90),)),), "%", "naik")
    words = write_text(
        Paper(
            "Laporan",
            front=(
                Lists("isi", "DAFTAR ISI"),
                Lists("tabel", "DAFTAR TABEL"),
                Lists("gambar", "DAFTAR GAMBAR"),
            ),
            body=(
                Heading(1, "PENDAHULUAN", number="BAB I"),
                small_table("Pegawai"),
                chart,
                small_table("Anggaran"),
            ),
        )
    )
    contents, body = words.split("BAB I PENDAHULUAN\n===")
    assert "Tabel 2. Anggaran" in contents
    assert "Gambar 1. Capaian" in contents
    assert "BAB I PENDAHULUAN" in contents
    assert "Tabel 2. Anggaran" in body


def test_a_gap_cannot_be_overlooked() -> None:
    words = write_text(Paper("x", body=(Paragraph(line("Sebab: ", Gap("k", "sebab"))),)))
    assert "Sebab: [BELUM DIISI: sebab]" in words


def test_cells_that_span_columns_and_rows_keep_the_grid() -> None:
    table = Table(
        head=(
            (cell("Nama", rows=2), cell("Kinerja", span=2)),
            (cell("Target"), cell("Realisasi")),
        ),
        rows=((cell("Satu"), cell("10"), cell("9")), (cell("Jumlah", span=2), cell("9"))),
        widths=(0.4, 0.3, 0.3),
    )
    lines = write_text(Paper("x", body=(table,))).splitlines()
    assert [part.strip() for part in lines[1].split("|")] == ["", "Target", "Realisasi"]
    assert lines[1].index("Target") == lines[3].index("10")
    assert [part.strip() for part in lines[5].split("|")] == ["Jumlah", "9"]


def test_the_cover_says_its_notice_and_the_signature_prints_the_nip_in_four_groups() -> None:
    words = write_text(
        Paper(
            "x",
            cover=Cover(("LAPORAN KINERJA",), ("BIRO",), "Pontianak, 2026", "DATA CONTOH"),
            body=(Signatures((Signature("Kepala", "Ratna", nip="198001012005012003"),)),),
        )
    )
    assert "[DATA CONTOH]" in words
    assert "NIP 19800101 200501 2 003" in words


def test_lists_are_numbered_lettered_or_dashed() -> None:
    items = (line("satu"), line("dua"))
    words = write_text(
        Paper(
            "x", body=(Bullets(items, ordered=True), Bullets(items, letters=True), Bullets(items))
        )
    )
    assert words.splitlines()[:2] == ["1. satu", "2. dua"]
    assert "b. dua" in words
    assert "- dua" in words
