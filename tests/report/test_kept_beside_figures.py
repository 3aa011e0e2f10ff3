"""The signed Perjanjian Kinerja with its revisions, and the evidence, stand in the report."""

from dataclasses import replace
from datetime import date

from runut.core.kinerja.bukti import Bukti
from runut.core.kinerja.perjanjian import Perjanjian, Pihak, ProgramPK, janji_of
from runut.core.report.lakip.catatan import Catatan, PkTersimpan, TandaTanganPK
from runut.core.report.lakip.compose import compose_lakip
from tests.report.reading import said
from tests.report.sample import DATA

KEPALA, SEKDA = Pihak("Kepala Dinas", "Sari Contoh"), Pihak("Sekretaris Daerah", "Budi Contoh")
AWAL = Perjanjian(
    DATA.tahun, 0, "Contoh", date(DATA.tahun, 1, 15), KEPALA, SEKDA, janji_of(DATA),
    (ProgramPK("4.01", "Program contoh", "Rp1.000.000"),),
)  # fmt: skip
FIRST = AWAL.janji[0]


def kept(pk: Perjanjian, digest: str) -> PkTersimpan:
    signed = (
        TandaTanganPK("Pihak pertama", pk.pertama.nama, "elektronik", "15 Januari 2025"),
        TandaTanganPK("Pihak kedua", pk.kedua.nama, "dengan tinta", "16 Januari 2025"),
    )
    return PkTersimpan(pk, "PDF bertanda tangan", digest * 64, signed)


def words(catatan: Catatan | None) -> str:
    return said(compose_lakip(DATA, {}, catatan=catatan))


def test_a_revision_is_named_with_its_ground_its_day_and_what_it_changed() -> None:
    before = replace(
        AWAL,
        janji=(replace(FIRST, target="12345"), *AWAL.janji[1:-1]),
        program=(ProgramPK("4.01", "Program contoh", "Rp900.000"),),
        pertama=Pihak("Kepala Dinas", "Lama Contoh"),
    )
    after = replace(
        AWAL, revisi=1, tanggal=date(DATA.tahun, 9, 1), dasar="strategi", uraian="Refocusing APBD.",
    )  # fmt: skip
    text = words(Catatan((kept(before, "a"), kept(after, "b"))))
    assert "Perubahan ke-1" in text and f"1 September {DATA.tahun}" in text
    assert "Perubahan strategi yang memengaruhi tujuan dan sasaran" in text
    assert "Refocusing APBD." in text
    assert f"Target {FIRST.id} {FIRST.nama} dari 12345 menjadi {FIRST.target}." in text
    assert f"{AWAL.janji[-1].id} {AWAL.janji[-1].nama} ditambahkan" in text
    assert "Anggaran Program contoh dari Rp900.000 menjadi Rp1.000.000." in text
    assert "Pihak pertama dari Lama Contoh (Kepala Dinas) menjadi Sari Contoh" in text


def test_the_annex_is_what_was_signed_with_the_hash_of_its_file() -> None:
    text = words(Catatan((kept(AWAL, "a"),)))
    assert "sebagaimana ditandatangani" in text and "a" * 64 in text
    assert f"ditetapkan dalam Perjanjian Kinerja tanggal 15 Januari {DATA.tahun}." in text
    assert "Pihak kedua: Budi Contoh, dengan tinta, 16 Januari 2025" in text
    assert f"Perjanjian Kinerja {DATA.tahun} tidak diubah sepanjang tahun." in text
    assert "berjanji akan mewujudkan" not in text


def test_targets_other_than_the_signed_ones_are_said_beside_their_table() -> None:
    other = replace(AWAL, janji=(replace(FIRST, target="12345"), *AWAL.janji[1:]))
    text = words(Catatan((kept(other, "a"),)))
    assert "1 target laporan ini berbeda dari Perjanjian Kinerja yang ditandatangani" in text
    assert "padahal dalam Perjanjian Kinerja 12345" in text


def test_what_the_office_does_not_have_is_said_and_a_workbook_alone_says_nothing_of_it() -> None:
    text = words(Catatan())
    assert f"Perjanjian Kinerja {DATA.tahun} yang ditandatangani belum dicatat." in text
    assert "Naskah yang ditandatangani belum dicatat di Runut" in text
    assert "Belum ada berkas bukti yang disimpan untuk angka tahun ini." in text
    assert f"Target tahun {DATA.tahun} menurut buku data adalah sebagai berikut." in text
    alone = words(None)
    assert "DAFTAR BUKTI" not in alone and "belum dicatat" not in alone


def test_evidence_is_listed_with_its_hash_and_figures_without_one_are_named() -> None:
    first, *others = [one.id for one in DATA.indikators]
    text = words(Catatan(bukti=(Bukti(first, 2, "survei.pdf", "c" * 64),)))
    assert "survei.pdf" in text and "c" * 64 in text and "TW II" in text
    assert "Belum ada bukti untuk" in text and others[0] in text.partition("Belum ada bukti")[2]
