"""One door for SOP files of every kind: chosen by their bytes, read where they can do no harm."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from runut.core.sop.reading.asal import field_key
from runut.files.read import libreoffice
from runut.files.read.sop import read_sop_file
from tests.sop_in.test_web_pages import TABLE

TEXT = (
    "NAMA SOP\tCuti\n\nNo\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n"
    "\t\tStaf\tKabag\tKelengkapan\tWaktu\tOutput\t\n1\tMencatat\t√\t\tFormulir\t5 menit\tAgenda\t\n"
)


@pytest.mark.parametrize("name", ["sop.txt", "sop.docx", "sop", "sop.pdf"])
def test_text_is_known_whatever_its_name_says(name: str) -> None:
    reading = read_sop_file(TEXT.encode(), name)
    assert reading.sop is not None and reading.sop.judul == "Cuti"
    assert reading.asal[field_key("waktu", "1")].letak.baris == 5
    assert reading.asal["judul"].letak.baris == 1


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_a_web_page_is_known_whatever_its_name_says(code: str) -> None:
    reading = read_sop_file(TABLE.encode(code), "sop.txt")
    assert reading.sop is not None and len(reading.sop.langkah) == 2


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "kosong"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "gambar"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "gambar"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "lama"),
        (b"{\\rtf1 Kegiatan}", "RTF"),
        (b"\0\1\2\3" * 100, "bukan berkas teks"),
        (b"PK\x03\x04 rusak", "berkas"),
        (b"%PDF-1.7 rusak", "berkas"),
        (b"a" * 3_000_000, "2 MB"),
    ],
)
def test_what_is_none_of_ours_is_refused_in_one_sentence(
    data: bytes, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "PROGRAMS", ())
    reading = read_sop_file(data, "coba")
    assert reading.sop is None
    assert word in reading.findings[0].pesan.casefold() or word in reading.findings[0].pesan
    assert reading.findings[0].usul


def test_an_open_document_is_named() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<x/>")
    (finding,) = read_sop_file(stream.getvalue(), "sop.odt").findings
    assert "OpenDocument" in finding.pesan


@pytest.mark.parametrize("sign", ["|", "\t"])
def test_a_table_in_other_signs_or_with_a_taller_head_is_read(sign: str) -> None:
    rows = (
        ("No", "Kegiatan", "Pelaksana", "", "Mutu Baku", "", ""),
        ("", "", "Bidang", "Kepala", "Kelengkapan", "Waktu", "Output"),
        ("---",) * 7,
        ("1", "Mencatat surat", "√", "", "Surat", "5 menit", "Agenda"),
        ("2", "Menyetujui", "", "√", "Agenda", "5 menit", "Disposisi"),
    )
    text = "\n".join(f"{sign}{sign.join(row)}{sign}" for row in rows)
    reading = read_sop_file(f"Nama SOP : Surat Masuk\n\n{text}\n".encode(), "sop.md")
    assert reading.sop is not None and reading.sop.judul == "Surat Masuk"
    assert [one.pelaksana[0].nama for one in reading.sop.langkah] == ["Bidang", "Kepala"]
