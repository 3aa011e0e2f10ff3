"""A template is filled: names become words as data, rows repeat, what is empty is not printed."""

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree
from pypdf import PdfReader

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Boxed, Paper, line
from runut.core.report.papers.isian import fill, for_srikandi
from runut.core.report.papers.letter import BuktiElektronik, signature_of
from runut.core.report.templates.kinds import KINDS
from runut.core.report.templates.ours import ours
from runut.files.read.libreoffice import is_installed
from runut.files.templates.printing import print_docx, says_all
from runut.files.write.docx.package import W
from runut.files.write.paper import write_docx
from tests.paper_templates.word import (
    DAY,
    KOP,
    before_the_end,
    changed,
    filled,
    our_template,
    replaced,
    said_by,
    sample_paper,
    split_everywhere,
)

JENIS = [one.jenis for one in KINDS]


def with_words(**words: str) -> Paper:
    paper = sample_paper()
    assert paper.filling is not None
    filling = paper.filling
    for name, text in words.items():
        filling = filling.with_word(name, text)
    return replace(paper, filling=filling)


@pytest.mark.parametrize("jenis", JENIS)
def test_every_fact_of_a_kind_has_a_name_in_our_template_and_no_other_stands_there(
    jenis: str,
) -> None:
    kind = next(one for one in KINDS if one.jenis == jenis)
    paper = sample_paper(jenis)
    assert paper.filling is not None
    assert set(paper.filling.words) == set(kind.names)
    assert {g: set(rows[0]) for g, rows in paper.filling.groups.items()} == {
        g: set(one.names) for g, one in kind.groups.items()
    }
    assert ours(jenis, KOP).body[0] == KOP


@pytest.mark.parametrize("jenis", JENIS)
def test_our_template_filled_says_what_our_own_drawing_says(jenis: str) -> None:
    paper = sample_paper(jenis)
    drawn = said_by(write_docx(paper, created=DAY))
    assert said_by(filled(our_template(jenis), paper)) == drawn
    assert said_by(filled(split_everywhere(our_template(jenis)), paper)) == drawn


def test_the_same_template_and_paper_give_the_same_bytes() -> None:
    assert filled(our_template(), sample_paper()) == filled(our_template(), sample_paper())


def test_what_people_typed_is_never_read_as_a_name_or_as_markup() -> None:
    evil = "{{nama_penanda}} ${x} </w:t> & {{bila tembusan}} {% if 1 %}{{7*7}}"
    words = said_by(filled(our_template(), with_words(hal=evil)))
    assert evil in words
    assert "49" not in "".join(words)


def test_lines_in_a_word_stay_lines() -> None:
    words = said_by(filled(our_template(), with_words(acara="Satu\nDua")))
    assert "Satu\nDua" in words


def test_what_is_empty_is_not_printed_nor_its_label() -> None:
    words = said_by(filled(our_template(), with_words(catatan="")))
    assert "NIP " not in words
    assert not any("{{" in one for one in words)


def test_a_part_that_a_paper_lacks_is_left_out_with_its_two_lines() -> None:
    paper = sample_paper()
    assert paper.filling is not None
    alone = replace(paper, filling=replace(paper.filling, baris=()))
    words = said_by(filled(our_template(), alone))
    assert "Tembusan:" not in words
    assert "DAFTAR UNDANGAN" not in words
    assert not any("bila" in one or "akhir" in one for one in words)


def test_a_paper_of_a_certificate_has_its_claim_and_its_code() -> None:
    proof = BuktiElektronik("Ditandatangani secara elektronik oleh\nRina", "https://x/v/K", True)
    block = signature_of(
        Pejabat("Plt. Kepala Biro,", "Rina", nip="198001012005012003"), bukti=proof
    )
    paper = sample_paper()
    body = tuple(
        replace(one, blocks=(block,)) if hasattr(one, "blocks") else one for one in paper.body
    )
    done = filled(our_template(), replace(paper, body=body))
    words = "\n".join(said_by(done))
    assert "Ditandatangani secara elektronik oleh\nRina" in words
    assert "NIP 19800101 200501 2 003" in words
    assert "Plt. Kepala Biro," in words
    with zipfile.ZipFile(io.BytesIO(done)) as archive:
        assert "word/media/runut-qr1.png" in archive.namelist()
        assert b'Extension="png"' in archive.read("[Content_Types].xml")


def test_the_check_in_has_its_code_only_before_the_meeting() -> None:
    paper = sample_paper("daftar_hadir")
    assert paper.filling is not None
    before = replace(paper, filling=paper.filling.with_word("qr_hadir", "https://x/hadir/7/"))
    assert any(
        "Pindai kode" in one for one in said_by(filled(our_template("daftar_hadir"), before))
    )
    after = said_by(filled(our_template("daftar_hadir"), paper))
    assert not any("Pindai kode" in one for one in after)


def test_names_in_the_foot_of_the_page_and_in_text_boxes_are_filled() -> None:
    box = "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>No. {{nomor}}</w:t></w:r></w:p>"
    given = before_the_end(our_template(), f"{box}</w:txbxContent></w:pict></w:r></w:p>")
    done = filled(given, replace(sample_paper(), footer="Periksa: https://x/v/K"))
    assert said_by(done, "word/footer1.xml") == ["Periksa: https://x/v/K"]
    assert "No. 001/CONTOH/2026" in said_by(done)


def test_a_draft_says_so_over_everything_else() -> None:
    paper = sample_paper()
    draft = replace(paper, body=(Boxed((line("DRAF: belum bernomor."),), "warning"), *paper.body))
    assert said_by(filled(our_template(), draft))[0] == "DRAF: belum bernomor."


def test_the_draft_for_srikandi_keeps_the_names_of_srikandi() -> None:
    paper = for_srikandi(with_words(nomor="${nomor_naskah}"))
    assert "${nomor_naskah}" in said_by(filled(our_template(), paper))


def test_signing_fills_the_number_in_the_facts_too() -> None:
    paper = fill(with_words(nomor="${nomor_naskah}"), {"${nomor_naskah}": "7/UND"})
    assert "7/UND" in said_by(filled(our_template(), paper))


def test_what_the_office_changed_stays_and_what_the_file_says_of_itself_is_of_the_paper() -> None:
    given = replaced(our_template(), "Demikian undangan ini", "Dengan hormat, undangan ini")
    done = filled(given, sample_paper())
    assert any(one.startswith("Dengan hormat, undangan ini") for one in said_by(done))
    with zipfile.ZipFile(io.BytesIO(done)) as archive:
        assert b"Undangan rapat contoh" in archive.read("docProps/core.xml")


@pytest.mark.skipif(not is_installed(), reason="LibreOffice is not on this computer")
def test_libreoffice_prints_it_and_a_print_that_lost_words_is_none() -> None:
    done = filled(our_template("notula"), sample_paper("notula"))
    pdf = print_docx(done)
    assert pdf is not None
    assert len(PdfReader(io.BytesIO(pdf)).pages) in (1, 2)
    more = before_the_end(done, "<w:p><w:r><w:t>Tertinggal</w:t></w:r></w:p>")
    assert says_all(pdf, "", docx=done) == (True, ())
    assert says_all(pdf, "", docx=more) == (False, ())


def test_rows_may_be_cut_because_libreoffice_drops_those_that_may_not() -> None:
    done = filled(changed(our_template("notula"), str), sample_paper("notula"))
    with zipfile.ZipFile(io.BytesIO(done)) as archive:
        xml = archive.read("word/document.xml").decode()
    row = xml[xml.index("Nama Pegawai Kedua") - 900 : xml.index("Nama Pegawai Kedua")]
    assert "cantSplit" not in row[row.rindex("<w:tr>") :]


def test_what_is_left_of_a_list_without_rows_is_a_file_that_word_opens() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{{tembusan.nama}}</w:t></w:r></w:p></w:tc>"
    asked = "".join(
        f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>"
        for one in ("{{bila tembusan}}", "{{akhir tembusan}}")
    )
    row = "<w:tr><w:tc><w:p><w:r><w:t>{{undangan.jabatan}}</w:t></w:r></w:p></w:tc></w:tr>"
    tables = f"<w:tbl>{row}</w:tbl><w:tbl><w:tr>{cell}<w:tc>{asked}</w:tc></w:tr></w:tbl>"
    paper = sample_paper()
    assert paper.filling is not None
    bare = [(name, ()) for name, _ in paper.filling.baris]
    alone = replace(paper, filling=replace(paper.filling, baris=tuple(bare)))
    with zipfile.ZipFile(io.BytesIO(filled(before_the_end(our_template(), tables), alone))) as file:
        root = etree.fromstring(file.read("word/document.xml"))
    assert all(table.find(f"{{{W}}}tr") is not None for table in root.iter(f"{{{W}}}tbl"))
    assert all(one[-1].tag == f"{{{W}}}p" for one in root.iter(f"{{{W}}}tc"))
    assert root.find(f".//{{{W}}}sectPr") is not None
