"""Traces of signatures in a file whose structure is broken: who signed, and whether what they
signed is still there. Read from the bytes alone."""

from collections.abc import Iterator
from hashlib import new
from re import Match
from re import compile as pattern

from asn1crypto.cms import ContentInfo, SignedData

from runut.files.signing.one_signature import (
    CHANGED,
    MUTILATED,
    is_test,
    issuer_in,
    name_in,
    words_on_addition,
)
from runut.files.signing.verdict import TIDAK_SAH, Judged

_RANGE = pattern(rb"/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")
_MOST = 20


def judged_traces(pdf: bytes) -> tuple[Judged, ...]:
    """The signatures that can still be told in a broken file; all of them fell."""
    ordered = sorted(_ranges(pdf), key=lambda found: found[2] + found[3])
    return tuple(_judged(pdf, nomor, found) for nomor, found in enumerate(ordered, 1))


def _ranges(pdf: bytes) -> Iterator[tuple[int, int, int, int]]:
    for count, found in enumerate(_RANGE.finditer(pdf)):
        if count == _MOST:
            return
        yield _numbers(found)


def _numbers(found: Match[bytes]) -> tuple[int, int, int, int]:
    first, before, after, length = (int(number) for number in found.groups())
    return first, before, after, length


def _judged(pdf: bytes, nomor: int, places: tuple[int, int, int, int]) -> Judged:
    first, before, after, length = places
    try:
        contents = bytes.fromhex(pdf[first + before : after].strip(b"<>\r\n ").decode("ascii"))
        signed: SignedData = ContentInfo.load(contents)["content"]
        signer = signed["signer_infos"][0]
        number = signer["sid"].chosen["serial_number"].native
        certificate = next(
            one.chosen for one in signed["certificates"] if one.chosen.serial_number == number
        )
        algorithm = signer["digest_algorithm"]["algorithm"].native
        told = next(
            attribute["values"][0].native
            for attribute in signer["signed_attrs"]
            if attribute["type"].native == "message_digest"
        )
        covered = pdf[first : first + before] + pdf[after : after + length]
        is_whole = len(covered) == before + length and new(algorithm, covered).digest() == told
        reason = words_on_addition(pdf, after + length) if is_whole else CHANGED
        name, issuer = name_in(certificate), issuer_in(certificate)
        return Judged(nomor, TIDAK_SAH, (reason,), name, None, issuer, is_test(certificate))
    except Exception:  # noqa: BLE001 - what is not even a trace of a signature breaks anywhere
        return Judged(nomor, TIDAK_SAH, (MUTILATED,))
