"""Judging the signatures in a PDF, each by itself: which one fell, and why.

``one_signature`` judges one, ``traces`` names those of a file that is broken.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from logging import NullHandler, getLogger
from re import compile as pattern

from asn1crypto.x509 import Certificate
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader

from runut.core.findings import Finding
from runut.files.signing.one_signature import ADDED, judge_signature
from runut.files.signing.traces import judged_traces
from runut.files.signing.verdict import (
    PENERBIT_LAIN,
    SAH,
    TIDAK_DAPAT_DIPERIKSA,
    TIDAK_SAH,
    Judged,
    Putusan,
    Verdict,
)

for _library in ("pyhanko", "pyhanko_certvalidator"):
    # What it logs about a bad file is in our verdict; it goes neither to the terminal nor to a log.
    getLogger(_library).addHandler(NullHandler())
    getLogger(_library).propagate = False

LOCKED = "PDF ini berkata sandi; buka sandinya dahulu, lalu simpan tanpa sandi."
_LOCKED = pattern(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
_WORST_FIRST: tuple[Putusan, ...] = (TIDAK_SAH, TIDAK_DAPAT_DIPERIKSA, PENERBIT_LAIN, SAH)


def check_pdf(
    pdf: bytes,
    trust: Sequence[bytes],
    *,
    at: datetime | None = None,
    expected_sha256: str | None = None,
) -> Verdict:
    """Judge the signatures of ``pdf`` against the authorities in ``trust`` (PEM).

    ``expected_sha256`` is the hash that the office recorded when it was signed, ``None`` where
    nothing is recorded. A recorded file is judged by its certificate at the signing, any other
    by its certificate ``at`` the moment of checking (``None``: at the signing as it states
    itself, which only a recorded file deserves). Never raises for any ``pdf``; raises
    ``ValueError`` when ``trust`` holds what is no certificate.
    """
    is_recorded = expected_sha256 == sha256(pdf).hexdigest()
    roots = [root for data in trust for root in load_certs_from_pemder_data(data)]
    verdict = _judge(pdf, roots, at, is_recorded=is_recorded)
    if expected_sha256 is not None and not is_recorded:
        sentence = "Berkas ini bukan berkas yang dicatat kantor saat ditandatangani: isinya lain."
        others = () if verdict.verdict == SAH else verdict.reasons
        return replace(verdict, verdict=TIDAK_SAH, reasons=(sentence, *others))
    if is_recorded and verdict.verdict == SAH:
        sentence = "Berkas ini sama persis dengan yang dicatat kantor saat ditandatangani."
        return replace(verdict, reasons=(*verdict.reasons, sentence))
    return verdict


def check_in_child(
    pdf: bytes, _name: str, trust: Sequence[bytes], at: datetime, expected_sha256: str | None
) -> tuple[Verdict, tuple[Finding, ...]]:
    """``check_pdf`` in the shape that ``read_guarded`` calls a reader."""
    return check_pdf(pdf, trust, at=at, expected_sha256=expected_sha256), ()


def fault_of_new_signature(pdf: bytes) -> str:
    """What is wrong with a signature that somebody has just made for us, "" if it holds.

    Who vouches for the signer is another question: that of ``check_pdf``.
    """
    verdict = _judge(pdf, [], None, is_recorded=True)
    if verdict.verdict == TIDAK_SAH or verdict.signer is None:
        said = " ".join(verdict.reasons)
        return f"Naskah kembali tanpa tanda tangan yang utuh, sehingga tidak dipakai. {said}"
    return ""


def _judge(
    pdf: bytes, roots: list[Certificate], at: datetime | None, *, is_recorded: bool
) -> Verdict:
    try:
        reader = PdfFileReader(BytesIO(pdf))
        if reader.encrypted:
            return _unknown(LOCKED)
    except Exception:  # noqa: BLE001 - a hostile file may break the library anywhere
        return _broken(pdf)
    try:
        signatures = reader.embedded_signatures
    except Exception:  # noqa: BLE001 - so may a mutilated signature; it is a bad one then
        return _mutilated(pdf)
    if signatures:
        return _together(
            [
                judge_signature(pdf, signatures, i, roots, at, is_recorded=is_recorded)
                for i in range(len(signatures))
            ]
        )
    if b"/ByteRange" in pdf:
        sentence = "Tanda tangan di dalam berkas ini telah dilepas."
        return _fallen(sentence, judged_traces(pdf))
    return _unknown("Berkas ini tidak memuat tanda tangan elektronik.")


def _broken(pdf: bytes) -> Verdict:
    """A file that cannot be opened: locked, or with traces of signatures, or neither."""
    if _LOCKED.search(pdf):
        return _unknown(LOCKED)
    if traces := judged_traces(pdf):
        return _fallen("Susunan berkas ini rusak setelah ditandatangani.", traces)
    return _unknown("Berkas ini bukan PDF yang utuh.")


def _mutilated(pdf: bytes) -> Verdict:
    sentence = "Bagian tanda tangan di dalam berkas ini rusak atau diubah."
    return _fallen(sentence, judged_traces(pdf))


def _unknown(sentence: str) -> Verdict:
    return Verdict(TIDAK_DAPAT_DIPERIKSA, (sentence,))


def _fallen(sentence: str, traces: Sequence[Judged]) -> Verdict:
    """A file whose signatures can only be traced: it is bad as a whole, whatever is left of it."""
    if not traces:
        return Verdict(TIDAK_SAH, (sentence,))
    together = _together(traces)
    return replace(together, verdict=TIDAK_SAH, reasons=(sentence, *together.reasons))


def _together(judged: Sequence[Judged]) -> Verdict:
    """As the worst of them; each is named where there are several."""
    judged = [_told_since_when(one, judged) for one in judged]
    verdict = min((one.verdict for one in judged), key=_WORST_FIRST.index)
    last = judged[-1]
    reasons = tuple(
        _named(one, reason) if len(judged) > 1 else reason
        for one in judged
        for reason in one.reasons
    )
    is_test = any(one.is_test_certificate for one in judged)
    if is_test:
        reasons += ("Ini sertifikat uji Runut, tanpa kekuatan hukum.",)
    return Verdict(verdict, reasons, last.signer, last.signed_at, is_test, tuple(judged))


def _told_since_when(one: Judged, judged: Sequence[Judged]) -> Judged:
    """A signature that fell though a later one holds fell before that one was made."""
    later = [other for other in judged if other.nomor > one.nomor and other.verdict != TIDAK_SAH]
    if one.verdict != TIDAK_SAH or not later or not one.reasons[0].startswith(ADDED):
        return one
    next_ = later[0]
    sentence = f"Perubahannya ada sebelum tanda tangan {next_.nomor} ({next_.signer}) dibubuhkan."
    return replace(one, reasons=(*one.reasons, sentence))


def _named(one: Judged, reason: str) -> str:
    return f"Tanda tangan {one.nomor}, {one.signer}: {reason[:1].lower()}{reason[1:]}"
