"""Whose LAKIP it is: the parties, who reviews and signs, the name of the office, example data."""

from dataclasses import replace
from datetime import date

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Paper, Signatures, blocks_of
from runut.core.report.digest import canonical_json
from runut.core.report.lakip.compose import compose_lakip
from tests.report.reading import said
from tests.report.sample import DATA, PROFIL


def test_the_agreement_has_both_parties_the_superior_on_the_left() -> None:
    paper = compose_lakip(DATA, {})
    signers = [b for b in blocks_of(paper) if isinstance(b, Signatures) and len(b.blocks) == 2]
    assert len(signers) == 2  # the statement and its annex
    names = [[one.nama for one in block.blocks] for block in signers]
    assert names == [["Hadi Pranoto, M.Si.", "Sari Wulandari, S.STP."]] * 2
    assert signers[0].blocks[1].place_date == "Pontianak, 20 Januari 2025"


def test_a_head_without_superior_signs_the_agreement_alone() -> None:
    alone = replace(DATA, profil=replace(PROFIL, atasan=Pejabat("", "")))
    words = said(compose_lakip(alone, {}))
    assert "berjanji akan mewujudkan target kinerja" in words
    assert "pihak kedua" not in words.lower()


def test_the_review_statement_is_left_out_unless_asked_for_and_never_signed() -> None:
    assert "PERNYATAAN TELAH DIREVIU" not in said(compose_lakip(DATA, {}))
    paper = compose_lakip(DATA, {}, with_reviu=True)
    words = said(paper)
    assert "PERNYATAAN TELAH DIREVIU" in words
    assert "diisi oleh pereviu setelah reviu selesai" in words
    assert "tidak terdapat kondisi" not in words
    before = sum(isinstance(b, Signatures) for b in blocks_of(compose_lakip(DATA, {})))
    assert sum(isinstance(b, Signatures) for b in blocks_of(paper)) == before


def test_invented_example_data_say_so_on_the_cover_and_on_every_page() -> None:
    paper = compose_lakip(DATA, {})
    assert paper.cover is not None
    assert "DATA CONTOH" in paper.cover.notice
    assert "DATA CONTOH" in paper.footer
    real = compose_lakip(replace(DATA, profil=replace(PROFIL, is_contoh=False)), {})
    assert real.cover is not None
    assert (real.cover.notice, real.footer) == ("", "")


def test_the_name_of_the_office_comes_from_the_data_alone() -> None:
    other = replace(
        PROFIL,
        instansi=("PEMERINTAH KABUPATEN MELAWI", "DINAS SOSIAL"),
        singkatan="Dinsos",
        kota="Nanga Pinoh",
        pimpinan=Pejabat("Kepala Dinas", "Ujang"),
        atasan=Pejabat("Bupati", "Rini"),
        tugas="Melaksanakan urusan sosial.",
        visi="",
    )
    text = canonical_json(compose_lakip(replace(DATA, profil=other), {}))
    for name in (
        "Kalimantan Barat",
        "Administrasi Pimpinan",
        "Adpim",
        "Pontianak",
        "Sari Wulandari",
    ):
        assert name.lower() not in text.lower()
    assert "Dinas Sosial Kabupaten Melawi" in text


def test_a_signature_is_wet_until_an_address_for_its_verification_is_given() -> None:
    def preface(paper: Paper) -> Signatures:
        return next(b for b in blocks_of(paper) if isinstance(b, Signatures))

    wet = preface(compose_lakip(DATA, {}, tanggal=date(2026, 2, 2))).blocks[0]
    assert (wet.state, wet.place_date) == ("kosong", "Pontianak, 2 Februari 2026")
    signed = preface(compose_lakip(DATA, {}, verification="https://kantor/v/ABC")).blocks[0]
    assert (signed.state, signed.qr) == ("periksa", "https://kantor/v/ABC")
