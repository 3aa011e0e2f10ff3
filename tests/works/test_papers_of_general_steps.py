"""What a general step leaves for a later check: words become a paper, and files can be signed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from runut.files.signing.check import check_pdf
from runut.office.cases.acting import load
from runut.office.cases.documents import stored_bytes, stored_paper
from runut.office.cases.models import Case, Document
from runut.office.example.office import PASSWORD, ExampleOffice
from runut.office.trust.test_certificates import make_test_certificates
from runut.office.verification.verify import verify_all
from tests.guard import files
from tests.kantor import MONDAY
from tests.report.reading import said
from tests.works.running import browser, do, pdf, start, step_url, text
from tests.works.sops import sop_text

SOP = sop_text(
    "PENERBITAN SURAT",
    ("Staf", "Kabag", "Karo"),
    ("Mengonsep surat", "Staf", "Bahan", "Konsep surat"),
    ("Memeriksa surat", "Kabag", "Konsep surat", "Surat diparaf"),
    ("Menandatangani surat", "Karo", "Surat diparaf", "Surat"),
    ("Mencatat surat", "Staf", "Surat", "Catatan agenda"),
)
WORDS = "Permohonan disetujui.\nBerlaku satu tahun."


@pytest.fixture
def case(example: ExampleOffice) -> Case:
    return start(example, SOP, {"Staf": ["dewi"], "Kabag": ["hendra"], "Karo": ["andreas"]})


def test_words_that_are_checked_later_become_a_paper_to_read_mark_and_sign(
    example: ExampleOffice, case: Case
) -> None:
    make_test_certificates(example.office, MONDAY, passphrase=PASSWORD)
    assert do(example, "dewi", case, "1", hasil_0=WORDS).status_code == 302

    note = Document.objects.get(case=case, jenis="catatan_hasil")
    told = said(stored_paper(note))
    assert all(line in told for line in WORDS.splitlines())
    assert example.people["dewi"].nama in told
    page = text(browser(example, "hendra").get(step_url(case, "2")))
    assert f"/dokumen/{note.pk}/" in page
    assert do(example, "hendra", case, "2").status_code == 302
    assert load(case.pk, case.office_id).state.marks[-1].sha256 == note.sha256

    assert do(example, "andreas", case, "3", sandi=PASSWORD).status_code == 302

    signed = stored_bytes(Document.objects.get(case=case, no="3"), "pdf")
    assert signed.startswith(stored_bytes(note, "pdf"))
    assert example.people["andreas"].nama in (check_pdf(signed, ()).signer or "")
    assert verify_all() == ()


def test_words_that_nobody_checks_stay_words(example: ExampleOffice, case: Case) -> None:
    make_test_certificates(example.office, MONDAY, passphrase=PASSWORD)
    do(example, "dewi", case, "1", berkas_0=pdf())

    assert not Document.objects.filter(case=case, jenis="catatan_hasil").exists()
    [output] = load(case.pk, case.office_id).state.step("1").outputs
    assert output.sha256 == Document.objects.get(case=case).sha256


def test_a_word_file_for_a_step_that_is_signed_is_refused_and_a_pdf_passes(
    example: ExampleOffice, case: Case
) -> None:
    word = SimpleUploadedFile("surat.docx", files.docx("<w:p/>"))

    refused = do(example, "dewi", case, "1", berkas_0=word)

    assert refused.status_code == 422
    assert "Konsep surat akan ditandatangani secara elektronik" in text(refused)
    assert "Simpan sebagai PDF, lalu unggah lagi." in text(refused)
    assert not Document.objects.filter(case=case).exists()
    assert do(example, "dewi", case, "1", berkas_0=pdf()).status_code == 302
    assert Document.objects.get(case=case).files.get().format == "pdf"


def test_a_word_file_passes_where_nothing_is_signed(example: ExampleOffice) -> None:
    sop = SOP.replace("Menandatangani surat", "Menerima surat")
    case = start(example, sop, {"Staf": ["dewi"], "Kabag": ["hendra"], "Karo": ["andreas"]})
    word = SimpleUploadedFile("surat.docx", files.docx("<w:p/>"))

    assert do(example, "dewi", case, "1", berkas_0=word).status_code == 302
