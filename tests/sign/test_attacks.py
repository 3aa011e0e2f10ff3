"""Known attacks on signed PDFs, each built here: none of the results is ever called sah."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from io import BytesIO
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.functions import sign_pdf
from pyhanko.sign.signers.pdf_cms import SimpleSigner
from pyhanko.sign.signers.pdf_signer import (
    PdfSignatureMetadata,
    PdfSigner,
    PdfSigningSession,
)

from runut.files.signing.check import check_pdf
from tests.depth import examples
from tests.sign.office import (
    NEXT_DAY,
    PASSPHRASE,
    SIGNED_AT,
    Office,
    office,
    office_at,
    other_office_of_the_same_name,
    report,
    signed_report,
)

Attack = Callable[[bytes], bytes]


def update(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """What a PDF editor does: a new version appended, the old bytes untouched."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    change(writer)
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def first_page(writer: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    return writer.root["/Pages"]["/Kids"][0]


def stream(text: bytes) -> generic.StreamObject:
    return generic.StreamObject(stream_data=text)


def content_replaced(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        page = first_page(writer)
        page["/Contents"] = writer.add_object(stream(b"BT (Capaian 195 %) Tj ET"))
        writer.update_container(page)

    return update(pdf, change)


def page_covered_by_an_annotation(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        note = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Annot"),
                pdf_name("/Subtype"): pdf_name("/FreeText"),
                pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 595, 842))),
                pdf_name("/Contents"): generic.pdf_string("Capaian 195 %"),
            }
        )
        page = first_page(writer)
        page["/Annots"] = generic.ArrayObject([writer.add_object(note)])
        writer.update_container(page)

    return update(pdf, change)


def another_catalog(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        writer.root["/OpenAction"] = generic.pdf_string("javascript")
        writer.update_root()

    return update(pdf, change)


def form_field_added(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        field = generic.DictionaryObject(
            {pdf_name("/FT"): pdf_name("/Tx"), pdf_name("/T"): generic.pdf_string("capaian")}
        )
        form = writer.root["/AcroForm"]
        form["/Fields"].append(writer.add_object(field))
        writer.update_container(form)

    return update(pdf, change)


def signature_removed_from_the_form(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        del writer.root["/AcroForm"]
        writer.update_root()

    return update(pdf, change)


def signature_dictionary_replaced(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        field = writer.root["/AcroForm"]["/Fields"][0].get_object()
        field["/V"] = writer.add_object(generic.DictionaryObject(dict(field["/V"])))
        writer.update_container(field)

    return update(pdf, change)


def byte_range(new: bytes) -> Attack:
    """``new`` in the place of the ByteRange, filled with spaces to the same length."""

    def attack(pdf: bytes) -> bytes:
        old = re.search(rb"/ByteRange ?\[[^]]*\]", pdf)
        assert old is not None
        return pdf.replace(old[0], new.ljust(len(old[0])))

    return attack


def second_range_shortened(pdf: bytes) -> bytes:
    _, one, two, rest = signature_places(pdf)
    return byte_range(b"/ByteRange [0 %d %d %d]" % (one, two, rest - 40))(pdf)


def content_wrapped_between_the_ranges(pdf: bytes) -> bytes:
    _, one, two, rest = signature_places(pdf)
    wedge = b"99 0 obj (Capaian 195 %) endobj\n"
    moved = pdf[:two] + wedge + pdf[two:]
    return byte_range(b"/ByteRange [0 %d %d %d]" % (one, two + len(wedge), rest))(moved)


def signature_places(pdf: bytes) -> list[int]:
    found = re.search(rb"/ByteRange ?\[([^]]*)\]", pdf)
    assert found is not None
    return [int(number) for number in found[1].split()]


def contents(new: Callable[[bytes], bytes]) -> Attack:
    """The hexadecimal text of the signature replaced by ``new`` of it, to the same length."""

    def attack(pdf: bytes) -> bytes:
        _, one, two, _ = signature_places(pdf)
        old = pdf[one:two]
        changed = new(old)
        assert len(changed) == len(old)
        assert changed != old
        return pdf[:one] + changed + pdf[two:]

    return attack


def signature_of_another_report(pdf: bytes) -> bytes:
    other = office().sign(report("Capaian 95,6%"))
    _, one, two, _ = signature_places(other)
    return contents(lambda _: other[one:two])(pdf)


def signed_by(who: Office) -> Attack:
    """The report with other figures, signed with whatever certificate the forger has."""
    return lambda _: who.sign(report("Capaian 195%"))


def changed_and_signed_again_by_a_forger(pdf: bytes) -> bytes:
    key = SimpleSigner.load_pkcs12_data(
        other_office_of_the_same_name().certificate, [], PASSPHRASE.encode()
    )
    writer = IncrementalPdfFileWriter(BytesIO(content_replaced(pdf)))
    details = PdfSignatureMetadata(field_name="Kedua", subfilter=SigSeedSubFilter.PADES)
    # The library itself refuses to add to a certified file; the forger's does not.
    writer.prev.root["/Perms"] = generic.DictionaryObject()
    return sign_pdf(writer, details, key).getvalue()


def rewritten(pdf: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf))
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


ATTACKS: dict[str, Attack] = {
    "content of the page replaced": content_replaced,
    "page covered by an annotation": page_covered_by_an_annotation,
    "another catalog": another_catalog,
    "form field added": form_field_added,
    "signature removed from the form": signature_removed_from_the_form,
    "signature dictionary replaced": signature_dictionary_replaced,
    "ByteRange zeroed": byte_range(b"/ByteRange [0 0 0 0]"),
    "ByteRange of the beginning only": byte_range(b"/ByteRange [0 100 100 0]"),
    "ByteRange negative": byte_range(b"/ByteRange [0 -1 5 -9]"),
    "ByteRange of words": byte_range(b"/ByteRange [/a /b /c]"),
    "ByteRange not a list": byte_range(b"/ByteRange 7"),
    "ByteRange removed": byte_range(b"/ByteRanje [0 1 2 3]"),
    "ByteRange gone": byte_range(b""),
    "second range shortened": second_range_shortened,
    "content wrapped between the ranges": content_wrapped_between_the_ranges,
    "Contents emptied": contents(lambda old: b"<" + b"0" * (len(old) - 2) + b">"),
    "Contents an empty text": contents(lambda old: b"<>".ljust(len(old))),
    "Contents null": contents(lambda old: b"null".ljust(len(old))),
    "Contents of noise": contents(lambda old: b"<" + b"30" * (len(old) // 2 - 1) + b">"),
    "something in the filling of Contents": contents(lambda old: old[:-9] + b"deadbeef>"),
    "signature of another report": signature_of_another_report,
    "words after the end": lambda pdf: pdf + b"\nCapaian 195 %",
    "a line end after the end": lambda pdf: pdf + b"\n",
    "an archive after the end": lambda pdf: pdf + b"PK\x05\x06" + b"\0" * 18,
    "a second end": lambda pdf: pdf + b"\n%%EOF\n",
    "words before the beginning": lambda pdf: b"Capaian 195 %\n" + pdf,
    "end cut off": lambda pdf: pdf[:-7],
    "signature cut away": lambda pdf: report(),
    "other figures under a certificate of the same name": signed_by(
        other_office_of_the_same_name()
    ),
    "changed and signed again by a forger": changed_and_signed_again_by_a_forger,
    "rewritten by another program": rewritten,
    "nothing left": lambda pdf: b"",
    "only the signature left": lambda pdf: pdf[len(report()) :],
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attacked_file_is_never_sah(name: str) -> None:
    attacked = ATTACKS[name](signed_report())
    verdict = check_pdf(attacked, office().trust, at=NEXT_DAY)
    assert verdict.verdict != "sah"
    assert all(reason.endswith(".") for reason in verdict.reasons)
    assert verdict.reasons


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attacked_file_is_not_the_recorded_one(name: str) -> None:
    recorded = sha256(signed_report()).hexdigest()
    attacked = ATTACKS[name](signed_report())
    verdict = check_pdf(attacked, office().trust, at=NEXT_DAY, expected_sha256=recorded)
    assert verdict.verdict == "tidak sah"
    assert "bukan berkas yang dicatat kantor" in verdict.reasons[0]


def test_the_signed_file_itself_is_sah_so_the_attacks_prove_something() -> None:
    recorded = sha256(signed_report()).hexdigest()
    verdict = check_pdf(signed_report(), office().trust, at=NEXT_DAY, expected_sha256=recorded)
    assert verdict.verdict == "sah"


@given(place=st.integers(0, len(report()) - 1), flip=st.integers(1, 255))
@settings(max_examples=examples(150), deadline=None)
def test_one_changed_byte_of_the_document_is_found(place: int, flip: int) -> None:
    changed = bytearray(signed_report())
    changed[place] ^= flip
    assert check_pdf(bytes(changed), office().trust, at=NEXT_DAY).verdict != "sah"


@given(st.binary(max_size=400) | st.binary(max_size=400).map(lambda noise: b"%PDF-1.7\n" + noise))
@settings(max_examples=examples(100), deadline=None)
def test_any_bytes_at_all_get_an_answer(data: bytes) -> None:
    assert check_pdf(data, office().trust, at=NEXT_DAY).verdict == "tidak dapat diperiksa"


def test_a_second_honest_signature_leaves_both_sah() -> None:
    twice = signed_with(signed_with(report(), "Pertama"), "Kedua")
    assert check_pdf(twice, office().trust, at=NEXT_DAY).verdict == "sah"
    assert check_pdf(twice + b"\n", office().trust, at=NEXT_DAY).verdict == "tidak sah"


def test_a_change_between_two_signatures_is_found() -> None:
    changed = content_replaced(signed_with(report(), "Pertama"))
    twice = signed_with(changed, "Kedua")
    verdict = check_pdf(twice, office().trust, at=NEXT_DAY)
    assert verdict.verdict == "tidak sah"


def signed_with(pdf: bytes, field_name: str, at: datetime = SIGNED_AT) -> bytes:
    """Signed as other programs do: a next signature is allowed."""
    key = SimpleSigner.load_pkcs12_data(office().certificate, [], PASSPHRASE.encode())
    details = PdfSignatureMetadata(
        field_name=field_name,
        subfilter=SigSeedSubFilter.PADES,
        certify=field_name == "Pertama",
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    signer = SignerAt(details, key, new_field_spec=SigFieldSpec(field_name))
    signer.at = at
    return bytes(signer.sign_pdf(writer).getvalue())


class SignerAt(PdfSigner):
    at: datetime

    def init_signing_session(self, *args: Any, **options: Any) -> PdfSigningSession:
        session = super().init_signing_session(*args, **options)
        session.system_time = self.at
        return session


def test_a_certificate_of_an_authority_nobody_knows_is_of_another_issuer() -> None:
    verdict = check_pdf(signed_report(), [], at=NEXT_DAY)
    assert verdict.verdict == "penerbit lain"
    assert "SERTIFIKAT UJI RUNUT Biro Perekonomian" in verdict.reasons[0]


def test_an_authority_that_only_bears_the_trusted_name_is_said() -> None:
    verdict = check_pdf(signed_report(), other_office_of_the_same_name().trust, at=NEXT_DAY)
    assert verdict.verdict == "penerbit lain"
    assert "bukan terbitannya" in verdict.reasons[0]


def test_after_the_certificate_has_ended_only_the_record_of_the_office_vouches() -> None:
    years_later = SIGNED_AT + timedelta(days=1500)
    recorded = sha256(signed_report()).hexdigest()
    without = check_pdf(signed_report(), office().trust, at=years_later)
    assert without.verdict == "tidak dapat diperiksa"
    assert "sudah berakhir" in without.reasons[0]
    known = check_pdf(signed_report(), office().trust, at=years_later, expected_sha256=recorded)
    assert known.verdict == "sah"


def test_a_signature_that_states_no_time_is_not_sah() -> None:
    timeless = signed_report().replace(b"\n/M (", b"\n/X (")
    verdict = check_pdf(timeless, office().trust, at=NEXT_DAY)
    assert (verdict.verdict, verdict.signed_at) == ("tidak sah", None)
    assert verdict.reasons[0] == "Tanda tangan tidak menyebut waktunya."


def test_without_a_moment_the_certificate_is_judged_at_the_signing() -> None:
    assert check_pdf(*signed_years_ago()).verdict == "sah"
    assert check_pdf(*signed_years_ago(), at=NEXT_DAY).verdict == "tidak dapat diperiksa"
    before_issue = signed_with(report(), "Pertama", SIGNED_AT - timedelta(days=400))
    assert check_pdf(before_issue, office().trust).verdict == "tidak sah"


def signed_years_ago() -> tuple[bytes, tuple[bytes, ...]]:
    then = SIGNED_AT - timedelta(days=2_000)
    old = office_at(then)
    return old.sign(report(), at=then), old.trust


def test_a_signature_from_the_future_is_not_sah() -> None:
    verdict = check_pdf(signed_report(), office().trust, at=SIGNED_AT - timedelta(hours=1))
    assert verdict.verdict == "tidak sah"
    assert verdict.reasons[0] == "Waktu tanda tangan berada di masa depan."


def test_a_signature_outside_of_the_time_of_its_certificate_is_not_sah() -> None:
    before_issue = signed_with(report(), "Pertama", SIGNED_AT - timedelta(days=400))
    verdict = check_pdf(before_issue, office().trust, at=NEXT_DAY)
    assert verdict.verdict == "tidak sah"
    assert "di luar masa berlaku" in verdict.reasons[0]


def test_a_changed_figure_is_named_as_a_change_of_the_content() -> None:
    changed = signed_report().replace(b"/FlateDecode", b"/FlateDecodf", 1)
    verdict = check_pdf(changed, office().trust, at=NEXT_DAY)
    assert verdict.reasons[0] == "Isi berkas berubah setelah ditandatangani."


def test_an_unsigned_file_is_neither_sah_nor_false() -> None:
    verdict = check_pdf(report(), office().trust, at=NEXT_DAY)
    assert verdict.verdict == "tidak dapat diperiksa"
    assert verdict.reasons == ("Berkas ini tidak memuat tanda tangan elektronik.",)
