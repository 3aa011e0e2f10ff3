"""Appending a signature to a PDF (PAdES): B-B, with a time stamp B-T, with proofs B-LT.

Where the PDF draws its signature block itself, the field is invisible, so that PDF/A-2a and
PDF/UA-1 both stay valid; a PDF of others gets a visible stamp where one is asked for.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any, Final

from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.pdf_cms import Signer as Key
from pyhanko.sign.signers.pdf_signer import (
    DSSContentSettings,
    PdfSignatureMetadata,
    PdfSigner,
    PdfSigningSession,
    SigDSSPlacementPreference,
)

from runut.files.signing.failures import SigningFailed
from runut.files.signing.long_term import proofs_for
from runut.files.signing.stamp import Stamp, beside, stamp_box, stamp_style
from runut.files.signing.timestamps import Tsa, stamper_of

FIELD_NAME, READABLE_FIELD_NAME = "TandaTanganElektronik", "Tanda tangan elektronik"


@dataclass(frozen=True)
class Statement:
    """What a signature says of itself."""

    reason: str
    location: str
    name: str
    at: datetime


@dataclass(frozen=True)
class Extras:
    """What an office adds to its signatures: a time stamp, and a stamp to be seen.

    ``is_joint``: others sign the same file after this one, so it must allow further signatures.
    """

    tsa: Tsa | None = None
    stamp: Stamp | None = None
    is_joint: bool = False


NOTHING_MORE: Final = Extras()


def append_signature(pdf: bytes, key: Key, said: Statement, extras: Extras) -> bytes:
    """``pdf`` with the signature of ``key`` after it. Raises ``SigningFailed``.

    A file that was signed jointly so far gets a further signature; the earlier ones stay whole.
    A time stamp that was asked for and is not to be had is a failure: nothing is left out silently.
    """
    writer = _open_for_signing(pdf)
    try:
        output = _signer(writer, key, said, extras).sign_pdf(writer)
    except PdfError as error:
        raise SigningFailed(
            "PDF ini tidak dapat ditandatangani karena susunannya rusak; buat ulang PDF-nya."
        ) from error
    signed: bytes = output.getvalue()
    return signed


def _signer(writer: "_SignatureRevision", key: Key, said: Statement, extras: Extras) -> "_SignerAt":
    stamper = stamper_of(extras.tsa) if extras.tsa else None
    proofs = proofs_for(key, stamper, extras.tsa, said.at) if extras.tsa and stamper else None
    nomor = len(writer.prev.embedded_signatures) + 1
    # A first signature that others follow approves; only one that stands alone forbids all change.
    is_alone = nomor == 1 and not extras.is_joint
    field = _field(writer, extras.stamp, nomor)
    details = PdfSignatureMetadata(
        field_name=field.sig_field_name,
        reason=said.reason or None,
        location=said.location or None,
        name=said.name,
        md_algorithm="sha256",
        certify=is_alone,
        docmdp_permissions=MDPPerm.NO_CHANGES if is_alone else MDPPerm.FILL_FORMS,
        subfilter=SigSeedSubFilter.PADES,
        embed_validation_info=proofs is not None,
        validation_context=proofs,
        signer_key_usage=set(),
        # in one revision with the signature, which so covers the whole file
        dss_settings=DSSContentSettings(
            include_vri=False, placement=SigDSSPlacementPreference.TOGETHER_WITH_SIGNATURE
        ),
    )
    return _SignerAt(
        details,
        key,
        said.at,
        new_field_spec=field,
        stamp_style=stamp_style(extras.stamp) if extras.stamp else None,
        timestamper=stamper,
    )


def _field(writer: "_SignatureRevision", stamp: Stamp | None, nomor: int) -> SigFieldSpec:
    # Zero-sized and off the page: PDF/UA forbids a widget on the page outside of a Form tag.
    place: dict[str, Any] = {"invis_sig_settings": InvisSigSettings(box_out_of_bounds=True)}
    if stamp:
        page, box = stamp_box(writer.prev, beside(stamp, nomor))
        place = {"on_page": page, "box": box}
    ending = "" if nomor == 1 else f" {nomor}"
    readable = f"{READABLE_FIELD_NAME}{ending}"
    name = f"{FIELD_NAME}{ending.strip()}"
    return SigFieldSpec(name, readable_field_name=readable, **place)


class _SignerAt(PdfSigner):
    """pyHanko's signer, told the time instead of asking the machine's clock."""

    def __init__(
        self, details: PdfSignatureMetadata, key: Key, at: datetime, **options: Any
    ) -> None:
        super().__init__(details, key, **options)
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


def _open_for_signing(pdf: bytes) -> _SignatureRevision:
    # typst ends its file without a newline: the next object would join the comment %%EOF.
    # Behind a signature such a line end is an addition; pyHanko's signed files end with one.
    ended = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    try:
        reader = PdfFileReader(BytesIO(ended))
        is_encrypted, signatures = reader.encrypted, reader.embedded_signatures
    except (PdfError, ValueError, KeyError, TypeError, AssertionError) as error:
        raise SigningFailed(
            "Berkas ini bukan PDF yang utuh; buat ulang PDF-nya lalu tanda tangani."
        ) from error
    if is_encrypted:
        raise SigningFailed(
            "PDF ini berkata sandi. Yang terkunci sandi tidak dapat ditandatangani; "
            "simpan dahulu tanpa sandi."
        )
    if any(one.docmdp_level is MDPPerm.NO_CHANGES for one in signatures):
        raise SigningFailed(
            "PDF ini sudah ditandatangani; tanda tangan kedua akan merusak yang pertama. "
            "Buat ulang PDF-nya bila memang harus ditandatangani lagi."
        )
    return _SignatureRevision(reader.stream, prev=reader)
