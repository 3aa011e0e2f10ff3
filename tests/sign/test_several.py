"""Several signatures on one PDF: each is named, and which one fell, and why."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from runut.files.signing.appending import Extras
from runut.files.signing.certificates import make_authority, make_signer, read_trust
from runut.files.signing.check import check_pdf
from runut.files.signing.joint import add_signature, signatures_in
from runut.files.signing.sign import CertificateSigner, SigningFailed
from runut.files.signing.stamp import Stamp
from runut.files.signing.verdict import Verdict
from tests.depth import examples
from tests.sign.office import NEXT_DAY, SIGNED_AT, report, signed_report
from tests.sign.test_attacks import content_replaced

CASES = Path(__file__).parents[1] / "data" / "tanda-tangan"
PENERIMA, PEMBERI = "Ir. Bambang Sutrisno", "Dra. Ratna Dewi"


@cache
def keys() -> Path:
    folder = Path(mkdtemp())
    make_authority(folder, "Dinas Contoh", SIGNED_AT)
    for nip, name in (("1", PENERIMA), ("2", PEMBERI)):
        make_signer(folder, name, nip, f"frasa-sandi-{nip}", SIGNED_AT)
    return folder


def signer(nip: str, extras: Extras | None = None) -> CertificateSigner:
    archive = (keys() / f"{nip}.p12").read_bytes()
    return CertificateSigner(archive, f"frasa-sandi-{nip}", extras or Extras())


def added(pdf: bytes, nip: str, extras: Extras | None = None) -> bytes:
    names = {"1": PENERIMA, "2": PEMBERI}
    return add_signature(
        signer(nip, extras),
        pdf,
        reason="Perjanjian Kinerja",
        location="Pontianak",
        signer_name=names[nip],
        at=SIGNED_AT,
    )


@cache
def once() -> bytes:
    return added(report(), "1")


@cache
def twice() -> bytes:
    return added(once(), "2")


def judged(pdf: bytes) -> Verdict:
    return check_pdf(pdf, read_trust(keys()), at=NEXT_DAY)


def each(pdf: bytes) -> list[tuple[str, str]]:
    return [(one.signer, one.verdict) for one in judged(pdf).signatures]


def test_two_parties_sign_one_paper_and_both_are_named() -> None:
    assert twice().startswith(once())
    assert judged(twice()).verdict == "sah"
    assert each(twice()) == [(PENERIMA, "sah"), (PEMBERI, "sah")]
    assert [one.nomor for one in signatures_in(twice())] == [1, 2]


def test_each_signer_has_a_stamp_of_their_own_beside_the_other() -> None:
    stamped = Extras(stamp=Stamp(("Ditandatangani", "Nama"), "https://contoh.example/v/X"))
    pdf = added(added(report(), "1", stamped), "2", stamped)
    assert judged(pdf).verdict == "sah"


def test_a_third_may_follow() -> None:
    assert each(added(twice(), "1")) == [(PENERIMA, "sah"), (PEMBERI, "sah"), (PENERIMA, "sah")]


def test_nobody_signs_after_whoever_signed_alone() -> None:
    with pytest.raises(SigningFailed, match="sudah ditandatangani"):
        added(signed_report(), "2")


def test_nobody_signs_a_file_whose_first_signature_fell() -> None:
    with pytest.raises(SigningFailed, match="yang sudah ada tidak utuh"):
        added(content_replaced(once()), "2")
    with pytest.raises(SigningFailed, match="yang sudah ada tidak utuh"):
        add_signature(
            NeverAsked(),
            content_replaced(once()),
            reason="",
            location="",
            signer_name=PEMBERI,
            at=SIGNED_AT,
        )


class NeverAsked:
    """A service that would sign anything: it is not even asked."""

    reference = ""

    def sign_pdf(self, pdf: bytes, **_: object) -> bytes:
        raise AssertionError("asked to sign a fallen paper")


def test_a_change_between_the_two_falls_the_first_and_says_when() -> None:
    changed = signer("2").sign_pdf(
        content_replaced(once()), reason="", location="", signer_name=PEMBERI, at=SIGNED_AT
    )
    assert each(changed) == [(PENERIMA, "tidak sah"), (PEMBERI, "sah")]
    reasons = " ".join(judged(changed).reasons)
    assert f"Tanda tangan 1, {PENERIMA}: berkas ditambah setelah ditandatangani" in reasons
    assert f"sebelum tanda tangan 2 ({PEMBERI})" in reasons


def test_a_change_after_both_falls_both() -> None:
    changed = content_replaced(twice())
    assert each(changed) == [(PENERIMA, "tidak sah"), (PEMBERI, "tidak sah")]


@pytest.mark.parametrize(
    "junk", [b"\n", b"%%EOF\n", b"\n%%EOF\n", b"Capaian 195 %", b"x" * 5000, b"\0" * 3]
)
@pytest.mark.parametrize("count", [1, 2])
def test_what_is_put_behind_the_end_is_said_to_be_added(junk: bytes, count: int) -> None:
    pdf = (once() if count == 1 else twice()) + junk
    verdict = judged(pdf)
    assert verdict.verdict == "tidak sah"
    assert [one.signer for one in verdict.signatures] == [PENERIMA, PEMBERI][:count]
    for one in verdict.signatures:
        assert "ditambah setelah ditandatangani" in one.reasons[0]


def uncovered(pdf: bytes) -> range:
    """Where the last signature itself lies: the only bytes that no signature covers."""
    start = pdf.rindex(b"/Contents <")
    return range(start, pdf.index(b">", start) + 1)


@given(place=st.integers(0, len(twice()) - 1), flip=st.integers(1, 255))
@settings(max_examples=examples(200), deadline=None)
def test_any_changed_byte_falls_the_signatures_that_cover_it(place: int, flip: int) -> None:
    assume(place not in uncovered(twice()))
    changed = bytearray(twice())
    changed[place] ^= flip
    verdict = judged(bytes(changed))
    assert verdict.verdict not in ("sah", "penerbit lain")
    assert verdict.reasons
    if len(verdict.signatures) != 2:
        return  # so little is left that it can only be said of the whole file
    fell = [one.nomor for one in verdict.signatures if one.verdict == "tidak sah"]
    assert 2 in fell
    if place >= len(once()):
        # what the first signed is untouched, and nobody says otherwise
        assert "Isi berkas berubah setelah ditandatangani." not in verdict.signatures[0].reasons
    elif place not in uncovered(once()):
        assert 1 in fell


def test_a_broken_structure_hides_no_name() -> None:
    broken = twice().replace(b"startxref", b"startxreg")
    assert [one.signer for one in judged(broken).signatures] == [PENERIMA, PEMBERI]
    assert judged(broken).verdict == "tidak sah"


CASE_NAMES = {
    "s1": ("penerbit lain", [("Pejabat a", "penerbit lain")]),
    "p2": ("penerbit lain", [("Pejabat a", "penerbit lain"), ("Pejabat b", "penerbit lain")]),
    "p1t": ("tidak sah", [("Pejabat a", "tidak sah")]),
    "p1tb": ("tidak sah", [("Pejabat a", "tidak sah"), ("Pejabat b", "penerbit lain")]),
}


@pytest.mark.parametrize("name", CASE_NAMES)
def test_files_of_other_programs_name_each_signer(name: str) -> None:
    pdf = (CASES / f"{name}.pdf").read_bytes()
    verdict = check_pdf(pdf, (), at=SIGNED_AT.replace(year=2027))
    expected, signers = CASE_NAMES[name]
    assert verdict.verdict == expected
    assert [(one.signer, one.verdict) for one in verdict.signatures] == signers


def test_a_locked_pdf_is_called_so() -> None:
    verdict = check_pdf((CASES / "enc.pdf").read_bytes(), (), at=NEXT_DAY)
    assert verdict.verdict == "tidak dapat diperiksa"
    assert verdict.reasons[0].startswith("PDF ini berkata sandi")
