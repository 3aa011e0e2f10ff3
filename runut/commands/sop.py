"""``runut sop``: read an SOP, check it, write it in another form."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from runut.commands.sop_words import CATALOGUE, count_findings, describe_findings, describe_sop
from runut.core.findings import Finding, Level
from runut.core.sop.as_json import Json, sop_as_json
from runut.core.sop.checks.all import check_sop
from runut.core.sop.model import SOP
from runut.core.sop.reading.asal import UNSURE, Asal, Lain, field_key, several
from runut.files.guard.zip_check import LARGEST_FILE
from runut.files.read.sop import read_sop_file

DONE, FINDINGS, CANNOT = 0, 1, 2


@dataclass(frozen=True)
class _Read:
    """An SOP from a file and all that is to be said about it."""

    sop: SOP
    findings: tuple[Finding, ...]
    lainnya: tuple[Lain, ...] = ()


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
    draw.add_argument(
        "--paper", choices=("a4", "f4"), default="a4", help="kertas formulir (bawaan: a4)"
    )
    draw.set_defaults(run=_run_draw)
    for parser in (read, check, draw):
        parser.add_argument("file", type=Path, metavar="BERKAS")
        parser.add_argument(
            "--pilih",
            type=int,
            metavar="N",
            help="baca SOP ke-N bila berkas memuat beberapa SOP (bawaan: yang pertama)",
        )


def _run_read(args: argparse.Namespace) -> int:
    found = _read(args.file, args.pilih)
    if isinstance(found, str):
        return _cannot(found)
    if args.json:
        print(_json_text(sop_as_json(found.sop, found.findings, found.lainnya)))
    else:
        print(describe_sop(found.sop))
        if found.lainnya:
            print(f"\n{several(found.sop.judul, found.lainnya).pesan}")
        print(f"\n{count_findings(found.findings)}")
        if found.findings:
            print(f"Rinciannya: runut sop check {args.file}")
    return DONE


def _run_check(args: argparse.Namespace) -> int:
    found = _read(args.file, args.pilih)
    if isinstance(found, str):
        return _cannot(found)
    asked = Level(args.level)
    if args.json:
        print(_json_text(sop_as_json(found.sop, found.findings, found.lainnya)))
    else:
        print(describe_findings(found.findings, asked))
        if found.sop.dasar_hukum:
            print(f"\n{CATALOGUE}")
    return FINDINGS if _is_reached(found.findings, asked) else DONE


def _run_draw(args: argparse.Namespace) -> int:
    out: Path = args.out
    ending = out.suffix.lower()
    # Imported here: the writers take as long to load as an SOP takes to be read.
    draw = import_module("runut.commands.sop_draw")
    if ending not in draw.DRAWERS:
        known = ", ".join(draw.DRAWERS)
        return _cannot(
            f"Bentuk {ending or 'tanpa akhiran'} tidak dikenal. Beri nama hasil dengan salah satu "
            f"akhiran ini: {known}."
        )
    found = _read(args.file, args.pilih)
    if isinstance(found, str):
        return _cannot(found)
    drawn = draw.DRAWERS[ending](found.sop, found.findings, args.paper)
    try:
        if out.exists() and out.samefile(args.file):
            return _cannot(f"Berkas {out} adalah SOP yang dibaca; pilih nama lain untuk hasilnya.")
        out.write_bytes(drawn)
    except OSError as error:
        return _cannot(f"Berkas {out} tidak dapat ditulis ({error.strerror}). Periksa foldernya.")
    print(f"Ditulis: {out}")
    if undrawn := draw.say_undrawn(found.sop, ending):
        print(undrawn)
    return DONE


def _read(path: Path, pilih: int | None) -> _Read | str:
    """The SOP in a file, or the sentence that says why there is none."""
    try:
        if not path.is_file():
            return f"Berkas {path} tidak ditemukan atau bukan berkas biasa."
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "namanya tidak sah"
        return f"Berkas {path} tidak dapat dibuka ({reason})."
    reading = read_sop_file(data, path.name, pilih)
    if reading.sop is None:
        return _sentence(reading.findings)
    unsure = {key for key, one in reading.asal.items() if one.keyakinan < UNSURE}
    findings = (*reading.findings, *check_sop(reading.sop, unsure=unsure))
    placed = tuple(_with_place(finding, reading.asal) for finding in findings)
    return _Read(reading.sop, placed, reading.lainnya)


def _with_place(finding: Finding, asal: Mapping[str, Asal]) -> Finding:
    """A finding about a step, with the page and the line on which the step begins."""
    place = finding.letak
    if place.langkah is None or place.baris is not None:
        return finding
    origin = asal.get(field_key("kegiatan", place.langkah))
    if origin is None:
        return finding
    found = replace(place, halaman=origin.letak.halaman, baris=origin.letak.baris)
    return replace(finding, letak=found)


def _is_reached(findings: Sequence[Finding], asked: Level) -> bool:
    return any(finding.tingkat.rank >= asked.rank for finding in findings)


def _sentence(findings: Sequence[Finding]) -> str:
    return " ".join(f"{finding.pesan} {finding.usul}".strip() for finding in findings)


def _json_text(document: dict[str, Json]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


def _cannot(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return CANNOT
