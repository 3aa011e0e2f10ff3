"""Putting an electronic signature on a PDF (PAdES B-B).

The visible signature block is drawn by whoever writes the PDF; the field itself is invisible, so
that PDF/A-2a and PDF/UA-1 both stay valid.
"""

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any, Protocol

from asn1crypto.pkcs12 import Pfx
from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.pdf_cms import SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner, PdfSigningSession

FIELD_NAME, READABLE_FIELD_NAME = "TandaTanganElektronik", "Tanda tangan elektronik"


class SigningFailed(Exception):
    """The signature was not made. ``str()`` is one plain Indonesian sentence for the signer."""


class WrongPassphrase(SigningFailed):
    """The signer mistyped; everything else may be in order, so asking again is right."""


class Signer(Protocol):
    """Whoever puts a signature on a PDF: a certificate file here, a signing service elsewhere."""

    def sign_pdf(
        self, pdf: bytes, *, reason: str, location: str, signer_name: str, at: datetime
    ) -> bytes:
        """The signed PDF. Raises ``SigningFailed``; then nothing was signed."""
        ...


@dataclass(frozen=True)
class DemoSigner:
    """Signs with a certificate file (PKCS#12) and its passphrase, without any service.

    Same PDF, same certificate, same moment: same bytes (RSA signatures have no randomness).
    """

    certificate: bytes = field(repr=False)
    passphrase: str = field(repr=False)

    def sign_pdf(
        self, pdf: bytes, *, reason: str, location: str, signer_name: str, at: datetime
    ) -> bytes:
        """Sign so that any later change, even filling in a form, breaks the signature."""
        key = _open_certificate(self.certificate, self.passphrase, at)
        details = PdfSignatureMetadata(
            field_name=FIELD_NAME,
            reason=reason or None,
            location=location or None,
            name=signer_name,
            md_algorithm="sha256",
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
            subfilter=SigSeedSubFilter.PADES,
        )
        signer = _SignerAt(details, key, at)
        try:
            output = signer.sign_pdf(_open_unsigned(pdf))
        except PdfError as error:
            raise SigningFailed(
                "PDF ini tidak dapat ditandatangani karena susunannya rusak; buat ulang PDF-nya."
            ) from error
        signed: bytes = output.getvalue()
        return signed


class _SignerAt(PdfSigner):
    """pyHanko's signer, told the time instead of asking the machine's clock."""

    def __init__(self, details: PdfSignatureMetadata, key: SimpleSigner, at: datetime) -> None:
        # Zero-sized and off the page: PDF/UA forbids a widget on the page outside of a Form tag.
        field_spec = SigFieldSpec(
            FIELD_NAME,
            readable_field_name=READABLE_FIELD_NAME,
            invis_sig_settings=InvisSigSettings(box_out_of_bounds=True),
        )
        super().__init__(details, key, new_field_spec=field_spec)
        self.at = at

    def init_signing_session(self, *args: Any, **options: Any) -> PdfSigningSession:
        session = super().init_signing_session(*args, **options)
        session.system_time = self.at
        return session


class _SignatureRevision(IncrementalPdfFileWriter):
    """pyHanko's writer of additions, adding the signature and nothing else.

    As it comes, it writes the machine's time into the document's description and rolls dice for
    the file identifier.
    """

    def _update_meta(self) -> None:
        return

    @classmethod
    def _handle_id(cls, prev: PdfFileReader) -> ArrayObject:
        prev.stream.seek(0)
        latest = ByteStringObject(sha256(prev.stream.read()).digest()[:16])
        try:
            original = ByteStringObject(prev.trailer["/ID"][0].original_bytes)
        except KeyError:
            original = latest
        return ArrayObject([original, latest])


def _open_certificate(archive: bytes, passphrase: str, at: datetime) -> SimpleSigner:
    try:
        _ = Pfx.load(archive)["auth_safe"].native
    except (ValueError, TypeError) as error:
        raise SigningFailed(
            "Berkas sertifikat tidak dapat dibaca; pilih berkas berakhiran .p12 atau .pfx."
        ) from error
    try:
        key: SimpleSigner = SimpleSigner.load_pkcs12_data(archive, [], passphrase.encode())
    except ValueError as error:
        raise WrongPassphrase(
            "Frasa sandi sertifikat salah; dokumen belum ditandatangani. Silakan ulangi."
        ) from error
    certificate = key.signing_cert
    if certificate is None:
        raise SigningFailed("Berkas ini memuat kunci tanpa sertifikat; pilih berkas lain.")
    first, last = certificate.not_valid_before, certificate.not_valid_after
    if not first <= at <= last:
        raise SigningFailed(
            f"Sertifikat ini berlaku {first:%d-%m-%Y} sampai {last:%d-%m-%Y}; "
            "dokumen belum ditandatangani. Mintalah sertifikat yang masih berlaku."
        )
    return key


def _open_unsigned(pdf: bytes) -> _SignatureRevision:
    # typst ends its file without a newline: the next object would join the comment %%EOF.
    ended = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    try:
        reader = PdfFileReader(BytesIO(ended))
        is_encrypted, is_signed = reader.encrypted, bool(reader.embedded_signatures)
    except (PdfError, ValueError, KeyError, TypeError, AssertionError) as error:
        raise SigningFailed(
            "Berkas ini bukan PDF yang utuh; buat ulang PDF-nya lalu tanda tangani."
        ) from error
    if is_encrypted:
        raise SigningFailed("PDF ini terkunci sandi; simpan dahulu tanpa sandi.")
    if is_signed:
        raise SigningFailed(
            "PDF ini sudah ditandatangani; tanda tangan kedua akan merusak yang pertama. "
            "Buat ulang PDF-nya bila memang harus ditandatangani lagi."
        )
    return _SignatureRevision(reader.stream, prev=reader)
