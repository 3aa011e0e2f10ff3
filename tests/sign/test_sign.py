"""Signing: an honest file is sah, for a validator not ours too; a bad request is refused."""

import os
import re
import shutil
import subprocess
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from runut.files.signing.check import check_pdf
from runut.files.signing.sign import CertificateSigner, Signer, SigningFailed, WrongPassphrase
from tests.sign.office import (
    NAME,
    NEXT_DAY,
    PASSPHRASE,
    SIGNED_AT,
    office,
    report,
    signed_report,
)


def written_by_pypdf() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


HONEST = {
    "plain": report(),
    "archive": report("Capaian", "a-2a"),
    "accessible": report("Capaian", "ua-1"),
    "archive and accessible": report("Capaian", "a-2a", "ua-1"),
    "one word": report("x"),
    "Indonesian signs": report("Capaian – “baik” × 100 ≥ 95 %"),
    "forty pages": report("#for n in range(40) [Halaman #n #pagebreak()]"),
    "a wide table": report("#table(columns: 8, ..range(800).map(str))"),
    "with a line end after its end": report() + b"\r\n",
    "cross references in a table": written_by_pypdf(),
}


@pytest.mark.parametrize("kind", HONEST)
def test_an_honest_file_is_sah(kind: str) -> None:
    signed = office().sign(HONEST[kind])
    verdict = check_pdf(signed, office().trust, at=NEXT_DAY)
    assert (verdict.verdict, verdict.signer, verdict.signed_at, verdict.is_test_certificate) == (
        "sah",
        NAME,
        SIGNED_AT,
        True,
    )


def test_the_original_bytes_stand_untouched_before_the_signature() -> None:
    assert report().endswith(b"%%EOF")
    # PDF/A: a comment at the end of the old file must not swallow the first new object.
    assert signed_report().startswith(report() + b"\n")


def test_the_same_document_signed_at_the_same_moment_gives_the_same_bytes() -> None:
    assert office().sign(report()) == signed_report()


def test_the_signature_allows_no_change_and_carries_the_words_of_the_signer() -> None:
    reader = PdfFileReader(BytesIO(signed_report()))
    (signature,) = reader.embedded_signatures
    details = signature.sig_object
    assert (details["/Reason"], details["/Location"], details["/Name"]) == (
        "Pengesahan LAKIP (sertifikat uji, tanpa kekuatan hukum)",
        "Pontianak",
        f"{NAME} (sertifikat uji)",
    )
    assert details["/SubFilter"] == "/ETSI.CAdES.detached"
    assert details["/Reference"][0]["/TransformParams"]["/P"] == 1


def test_the_field_is_invisible_and_has_a_name_for_screen_readers() -> None:
    (signature,) = PdfFileReader(BytesIO(signed_report())).embedded_signatures
    field = signature.sig_field
    left, bottom, right, top = field["/Rect"]
    assert (left, bottom) == (right, top)
    assert left < 0
    assert field["/TU"] == "Tanda tangan elektronik"


def test_the_description_of_the_document_is_not_touched_by_signing() -> None:
    before = pypdf.PdfReader(BytesIO(report())).metadata
    assert pypdf.PdfReader(BytesIO(signed_report())).metadata == before


def test_a_wrong_passphrase_is_said_and_nothing_is_signed() -> None:
    signer: Signer = CertificateSigner(office().certificate, "salah")
    with pytest.raises(WrongPassphrase, match="Frasa sandi sertifikat salah"):
        signer.sign_pdf(report(), reason="", location="", signer_name=NAME, at=SIGNED_AT)


@pytest.mark.parametrize("archive", [b"", b"bukan sertifikat", report()[:2000]])
def test_what_is_no_certificate_file_is_said(archive: bytes) -> None:
    with pytest.raises(SigningFailed, match="Berkas sertifikat tidak dapat dibaca"):
        CertificateSigner(archive, PASSPHRASE).sign_pdf(
            report(), reason="", location="", signer_name=NAME, at=SIGNED_AT
        )


@pytest.mark.parametrize("days", [-2, 731])
def test_a_certificate_outside_of_its_time_does_not_sign(days: int) -> None:
    with pytest.raises(SigningFailed, match="berlaku 05-01-2026 sampai 05-01-2028"):
        office().sign(report(), at=SIGNED_AT + timedelta(days=days))


def test_a_signed_file_is_not_signed_over() -> None:
    with pytest.raises(SigningFailed, match="sudah ditandatangani"):
        office().sign(signed_report())


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"bukan pdf", report()[:3000], b"\0" * 5000])
def test_what_is_no_whole_pdf_is_not_signed(data: bytes) -> None:
    with pytest.raises(SigningFailed, match="PDF"):
        office().sign(data)


def test_a_locked_pdf_is_not_signed() -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(report()))
    writer.encrypt("sandi", algorithm="RC4-128")
    output = BytesIO()
    writer.write(output)
    with pytest.raises(SigningFailed, match="berkata sandi"):
        office().sign(output.getvalue())


def test_the_passphrase_shows_in_no_printout_of_the_signer() -> None:
    assert PASSPHRASE not in repr(CertificateSigner(office().certificate, PASSPHRASE))


@pytest.mark.skipif(
    shutil.which("pdfsig") is None and not os.environ.get("CI"),
    reason="pdfsig (poppler-utils) is not installed",
)
def test_popplers_validator_calls_the_honest_file_valid_and_a_changed_one_not(
    tmp_path: Path,
) -> None:
    signed = signed_report()
    changed = signed.replace(b"/FlateDecode", b"/FlateDecodf", 1)
    (tmp_path / "jujur.pdf").write_bytes(signed)
    (tmp_path / "ubah.pdf").write_bytes(changed)
    honest = pdfsig(tmp_path / "jujur.pdf")
    assert "Signature is Valid." in honest
    assert "Total document signed" in honest
    assert not re.search("Signature is Valid.", pdfsig(tmp_path / "ubah.pdf"))


def pdfsig(path: Path) -> str:
    answer = subprocess.run(
        ["pdfsig", "-nocert", path], capture_output=True, text=True, check=False
    )
    return answer.stdout
