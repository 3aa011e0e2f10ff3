"""``runut sop``: read an SOP, check it, write it in another form."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from runut.commands.sop_words import count_findings, describe_findings, describe_sop
from runut.core.findings import Finding, Level
from runut.core.sop.as_json import Json, sop_as_json
from runut.core.sop.check import check_sop
from runut.core.sop.decode import decode_text
from runut.core.sop.model import SOP
from runut.core.sop.parse import MAX_BYTES, read_sop
from runut.core.sop.print import print_sop_text

DONE, FINDINGS, CANNOT = 0, 1, 2

_NOT_YET_READ: Final = (".docx", ".xlsx", ".pdf", ".doc", ".xls", ".odt", ".ods")
_DRAWN: Final = (".txt", ".json")


@dataclass(frozen=True)
class _Read:
    """An SOP from a file and all that is to be said about it."""

    sop: SOP
    findings: tuple[Finding, ...]


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``sop read``, ``sop check`` and ``sop draw``."""
    sop = subparsers.add_parser("sop", help="baca, periksa, dan gambar SOP")
    acts = sop.add_subparsers(dest="tindakan", required=True, metavar="TINDAKAN")
    read = acts.add_parser("read", help="baca SOP dan usulkan pelaksana setiap langkah")
    read.add_argument("--json", action="store_true", help="satu dokumen JSON")
    read.set_defaults(run=_run_read)
    check = acts.add_parser("check", help="periksa SOP")
    check.add_argument("--json", action="store_true", help="satu dokumen JSON")
    check.add_argument(
        "--level",
        choices=[level.value for level in Level],
        default=Level.WARNING.value,
        help="temuan teringan yang membuat status keluar 1 (bawaan: warning)",
    )
    check.set_defaults(run=_run_check)
    draw = acts.add_parser("draw", help="tulis SOP dalam bentuk lain")
    draw.add_argument("-o", dest="out", type=Path, required=True, metavar="HASIL")
    draw.set_defaults(run=_run_draw)
    for parser in (read, check, draw):
        parser.add_argument("file", type=Path, metavar="BERKAS")


def _run_read(args: argparse.Namespace) -> int:
    found = _read(args.file)
    if isinstance(found, str):
        return _cannot(found)
    if args.json:
        print(_json_text(sop_as_json(found.sop, found.findings)))
    else:
        print(describe_sop(found.sop))
        print(f"\n{count_findings(found.findings)}")
        if found.findings:
            print(f"Rinciannya: runut sop check {args.file}")
    return DONE


def _run_check(args: argparse.Namespace) -> int:
    found = _read(args.file)
    if isinstance(found, str):
        return _cannot(found)
    asked = Level(args.level)
    if args.json:
        print(_json_text(sop_as_json(found.sop, found.findings)))
    else:
        print(describe_findings(found.findings, asked))
    return FINDINGS if _is_reached(found.findings, asked) else DONE


def _run_draw(args: argparse.Namespace) -> int:
    out: Path = args.out
    ending = out.suffix.lower()
    if ending not in _DRAWN:
        return _cannot(
            f"Bentuk {ending or 'tanpa akhiran'} belum tersedia; gunakan {' atau '.join(_DRAWN)}."
        )
    found = _read(args.file)
    if isinstance(found, str):
        return _cannot(found)
    text = (
        print_sop_text(found.sop)
        if ending == ".txt"
        else _json_text(sop_as_json(found.sop, found.findings)) + "\n"
    )
    try:
        if out.exists() and out.samefile(args.file):
            return _cannot(f"Berkas {out} adalah SOP yang dibaca; pilih nama lain untuk hasilnya.")
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        return _cannot(f"Berkas {out} tidak dapat ditulis ({error.strerror}). Periksa foldernya.")
    print(f"Ditulis: {out}")
    return DONE


def _read(path: Path) -> _Read | str:
    """The SOP in a file, or the sentence that says why there is none."""
    if path.suffix.lower() in _NOT_YET_READ:
        return (
            f"Berkas {path.name} belum dapat dibaca: bentuk {path.suffix.lower()} belum didukung. "
            "Simpan tabel SOP sebagai teks (.txt) dengan pemisah tab."
        )
    try:
        if not path.is_file():
            return f"Berkas {path} tidak ditemukan atau bukan berkas biasa."
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "namanya tidak sah"
        return f"Berkas {path} tidak dapat dibuka ({reason})."
    text, coded = decode_text(data, path.name)
    if text is None:
        return _sentence(coded)
    reading = read_sop(text, path.name)
    if reading.sop is None:
        return _sentence(reading.findings)
    findings = (*coded, *reading.findings, *check_sop(reading.sop))
    return _Read(reading.sop, tuple(_with_line(f, reading.baris) for f in findings))


def _with_line(finding: Finding, baris: dict[str, int]) -> Finding:
    """A finding about a step, with the line of the file on which the step begins."""
    place = finding.letak
    if place.langkah is None or place.baris is not None:
        return finding
    return replace(finding, letak=replace(place, baris=baris.get(place.langkah)))


def _is_reached(findings: Sequence[Finding], asked: Level) -> bool:
    return any(finding.tingkat.rank >= asked.rank for finding in findings)


def _sentence(findings: Sequence[Finding]) -> str:
    return " ".join(f"{finding.pesan} {finding.usul}".strip() for finding in findings)


def _json_text(document: dict[str, Json]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


def _cannot(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return CANNOT
