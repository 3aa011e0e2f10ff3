"""Commands on signatures: put one on a PDF, judge the one in a PDF, or check the whole office."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from getpass import getpass
from importlib import import_module
from pathlib import Path
from typing import Any

from runut.files.signing.verdict import (
    PENERBIT_LAIN,
    SAH,
    TIDAK_DAPAT_DIPERIKSA,
    TIDAK_SAH,
    Judged,
    Verdict,
    check_upload,
)

Subparsers = Any
"""argparse keeps the type of its subparsers private."""

CANNOT = 2
_STATUS = {SAH: 0, TIDAK_SAH: 1, TIDAK_DAPAT_DIPERIKSA: CANNOT, PENERBIT_LAIN: CANNOT}


class _Cannot(Exception):
    """What stands in the way, as one sentence for the person at the terminal."""


def nothing_known(data: bytes) -> str:
    """What an office knows of a file, where there is no office."""
    return ""


def register(
    subparsers: Subparsers,
    verify_office: Callable[[argparse.Namespace], int],
    known_file: Callable[[bytes], str] = nothing_known,
) -> None:
    """Add ``sign`` and ``verify``; without a file, ``verify`` is ``verify_office``.

    ``known_file`` answers what the office knows of a file that holds no electronic signature.
    """
    sign = subparsers.add_parser("sign", help="tanda tangani PDF dengan berkas sertifikat")
    sign.add_argument("file", type=Path, metavar="BERKAS.pdf")
    sign.add_argument("-o", dest="output", type=Path, required=True, metavar="HASIL.pdf")
    sign.add_argument("--certificate", type=Path, required=True, metavar="SERTIFIKAT.p12")
    sign.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="BERKAS",
        help="berkas berisi frasa sandi; tanpa ini frasa sandi ditanyakan",
    )
    sign.add_argument("--reason", default="", metavar="ALASAN")
    sign.add_argument("--location", default="", metavar="TEMPAT")
    sign.add_argument("--name", default="", metavar="NAMA", help="nama penanda tangan")
    sign.add_argument(
        "--bersama",
        action="store_true",
        help="orang lain menandatangani PDF yang sama sesudah ini",
    )
    sign.set_defaults(run=_answering(_sign))
    verify = subparsers.add_parser("verify", help="periksa tanda tangan PDF, atau seluruh kantor")
    verify.add_argument("file", type=Path, nargs="?", metavar="BERKAS.pdf")
    verify.add_argument(
        "--trust",
        type=Path,
        action="append",
        metavar="OTORITAS.pem",
        help="sertifikat otoritas yang dipercaya; semula: otoritas kantor ini",
    )
    verify.add_argument("--json", action="store_true", dest="as_json")
    verify.add_argument(
        "--titik",
        metavar="BERKAS|KODE",
        help="bandingkan kantor dengan titik periksa yang disimpan di tempat lain",
    )
    verify.add_argument(
        "--baru",
        action="store_true",
        help="hanya yang ditulis sejak titik periksa terakhir",
    )

    def run_verify(args: argparse.Namespace) -> int:
        if args.file is None:
            return verify_office(args)
        return verify_pdf_file(args.file, args.trust, as_json=args.as_json, known_file=known_file)

    verify.set_defaults(run=_answering(run_verify))


def verify_pdf_file(
    path: Path,
    trust: Sequence[Path] | None = None,
    *,
    as_json: bool = False,
    known_file: Callable[[bytes], str] = nothing_known,
) -> int:
    """Judge the signature in ``path`` and say it; exit status 0 sah, 1 tidak sah, 2 neither."""
    authorities = [_read(file) for file in (_own_authorities() if trust is None else trust)]
    try:
        data = _read(path)
        verdict = check_upload(data, authorities, at=datetime.now(UTC))
    except ValueError as error:
        raise _Cannot("Berkas otoritas yang dipercaya bukan sertifikat PEM.") from error
    if verdict.verdict == TIDAK_DAPAT_DIPERIKSA and (known := known_file(data)):
        verdict = replace(verdict, reasons=(*verdict.reasons, known))
    status = _STATUS[verdict.verdict]
    if as_json:
        print(json.dumps(_as_json(verdict), ensure_ascii=False))
    else:
        print(_as_text(verdict), file=sys.stderr if status == CANNOT else sys.stdout)
    return status


def _sign(args: argparse.Namespace) -> int:
    # By name: the signing library takes long to load, and every other command would wait for it.
    signing = import_module("runut.files.signing.sign")
    signer = signing.CertificateSigner(_read(args.certificate), _passphrase(args.passphrase_file))
    joint = import_module("runut.files.signing.joint")
    sign = partial(joint.add_signature, signer) if args.bersama else signer.sign_pdf
    try:
        signed = sign(
            _read(args.file),
            reason=args.reason,
            location=args.location,
            signer_name=args.name,
            at=datetime.now(UTC),
        )
    except signing.SigningFailed as error:
        raise _Cannot(str(error)) from error
    _write(args.output, signed)
    print(f"Sudah ditandatangani: {args.output}")
    return 0


def _answering(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """``run``, with what stands in its way said in one sentence."""

    def answer(args: argparse.Namespace) -> int:
        try:
            return run(args)
        except _Cannot as error:
            print(error, file=sys.stderr)
            return CANNOT

    return answer


def _passphrase(file: Path | None) -> str:
    if file is not None:
        try:
            return _read(file).decode().removesuffix("\n").removesuffix("\r")
        except UnicodeDecodeError as error:
            raise _Cannot(f"Berkas frasa sandi {file} bukan berkas teks.") from error
    if sys.stdin.isatty():
        return getpass("Frasa sandi sertifikat: ")
    return sys.stdin.readline().removesuffix("\n")


def _own_authorities() -> list[Path]:
    # Not by settings: those make a key folder, and judging a PDF needs no office here.
    keys = Path(os.environ.get("RUNUT_DATA", "data")) / "kunci"
    return sorted(keys.glob("**/*.pem"))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _Cannot(f"Berkas {path} tidak dapat dibuka; periksa nama dan haknya.") from error


def _write(path: Path, data: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.belum-selesai")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError as error:
        raise _Cannot(f"Berkas {path} tidak dapat ditulis; periksa folder dan haknya.") from error


def _as_text(verdict: Verdict) -> str:
    if verdict.is_joint:
        return "\n".join((f"Putusan: {verdict.verdict}", *_unnamed(verdict), *_each(verdict)))
    lines = [f"Putusan: {verdict.verdict}", *[f"  {reason}" for reason in verdict.reasons]]
    if verdict.signer is not None:
        lines.append(f"Penanda tangan menurut sertifikat: {verdict.signer}")
    if verdict.signed_at is not None:
        lines.append(f"Waktu menurut tanda tangan: {verdict.signed_at:%d-%m-%Y %H:%M %Z}")
    return "\n".join(lines)


def _unnamed(verdict: Verdict) -> list[str]:
    """What is said of the file as a whole, not of one of its signatures."""
    named = tuple(f"Tanda tangan {one.nomor}," for one in verdict.signatures)
    return [f"  {reason}" for reason in verdict.reasons if not reason.startswith(named)]


def _each(verdict: Verdict) -> list[str]:
    lines = []
    for one in verdict.signatures:
        lines.append(f"Tanda tangan {one.nomor}: {one.signer}: {one.verdict}")
        lines += [f"  {reason}" for reason in one.reasons]
        if one.signed_at is not None:
            lines.append(f"  Waktu menurut tanda tangan: {one.signed_at:%d-%m-%Y %H:%M %Z}")
    return lines


def _one_as_json(one: Judged) -> dict[str, object]:
    return {
        "nomor": one.nomor,
        "putusan": one.verdict,
        "alasan": list(one.reasons),
        "penanda_tangan": one.signer,
        "penerbit": one.issuer,
        "waktu": one.signed_at.isoformat() if one.signed_at else None,
        "sertifikat_uji": one.is_test_certificate,
    }


def _as_json(verdict: Verdict) -> dict[str, object]:
    return {
        "putusan": verdict.verdict,
        "alasan": list(verdict.reasons),
        "penanda_tangan": verdict.signer,
        "tanda_tangan": [_one_as_json(one) for one in verdict.signatures],
        "waktu": verdict.signed_at.isoformat() if verdict.signed_at else None,
        "sertifikat_uji": verdict.is_test_certificate,
    }
