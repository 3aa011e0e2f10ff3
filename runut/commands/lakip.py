"""``runut lakip``: the reports from a data workbook, and what the year's still lacks."""

import argparse
import json
import re
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja.model import DataKinerja
from runut.core.kinerja.pemeriksaan.data import HANYA_DI_KANTOR
from runut.core.report.blocks import Paper, gaps_of
from runut.core.report.claims.findings import claim_findings
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.draft import prepare_draft
from runut.core.report.lakip.matrix import Matriks
from runut.core.report.lakip.proposed import proposed_in
from runut.core.report.lakip.review.answers import ARTI
from runut.core.report.lakip.review.attest import Pernyataan, attest
from runut.core.report.lakip.sections import editable_sections
from runut.core.report.lakip.stale import stale_findings
from runut.core.report.proposals import proposals_of, take_all, with_marks
from runut.core.report.text import write_text
from runut.core.report.triwulan.compose import TRIWULAN, compose_triwulan
from runut.files.guard.parent import read_guarded
from runut.files.write.html import write_page
from runut.files.write.paper import write_docx, write_pdf

DONE, FINDINGS, CANNOT = 0, 1, 2
_READER = "runut.files.read.workbook.year:read_workbook"
_LEVEL_WORDS = {
    Level.BLOCKER: "HARUS DIPERBAIKI",
    Level.WARNING: "BELUM LENGKAP",
    Level.INFO: "CATATAN",
}


def _bytes(text: str) -> bytes:
    """UTF-8; half a character from a damaged file stays visible as its number."""
    return text.encode("utf-8", "backslashreplace")


WRITERS: dict[str, Callable[[Paper, date], bytes]] = {
    "docx": lambda paper, created: write_docx(paper, created=created),
    "pdf": lambda paper, created: write_pdf(paper, created=created),
    "html": lambda paper, _created: _bytes(write_page(paper)),
    "txt": lambda paper, _created: _bytes(write_text(paper)),
}
"""The formats of ``--formats`` and who draws them; all draw the same tree."""


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``lakip build``, ``lakip triwulan`` and ``lakip check``."""
    lakip = subparsers.add_parser("lakip", help="laporan kinerja dari buku data")
    acts = lakip.add_subparsers(dest="tindakan", required=True, metavar="TINDAKAN")
    build = acts.add_parser("build", help="susun laporan")
    quarter = acts.add_parser("triwulan", help="susun laporan sampai suatu triwulan")
    quarter.add_argument(
        "--triwulan", type=int, choices=TRIWULAN, required=True, metavar="N", help="1 sampai 4"
    )
    build.add_argument(
        "--pakai-usulan",
        action="store_true",
        help="pakai semua kalimat usulan; bawaan: ditandai [usulan]",
    )
    for parser in (build, quarter):
        _add_writing(parser)
    check = acts.add_parser("check", help="periksa kelengkapan dan reviu laporan")
    check.add_argument("file", type=Path, metavar="DATA.xlsx")
    check.add_argument("--json", action="store_true", help="satu dokumen JSON")
    check.set_defaults(run=_check)


def _add_writing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="DATA.xlsx")
    parser.add_argument("-o", dest="folder", type=Path, required=True, metavar="DIR")
    parser.add_argument("--formats", default=",".join(WRITERS), metavar="docx,pdf,html,txt")
    parser.add_argument("--tanggal", metavar="TTTT-BB-HH", help="tanggal naskah; bawaan: hari ini")
    parser.add_argument("--json", action="store_true", help="satu dokumen JSON")
    parser.set_defaults(run=_build)


def _build(args: argparse.Namespace) -> int:
    formats = [part.strip().lower() for part in args.formats.split(",") if part.strip()]
    unknown = [name for name in formats if name not in WRITERS]
    if unknown or not formats:
        names = ", ".join(WRITERS)
        return _cannot(f"Format {', '.join(unknown) or '(kosong)'} tidak ada. Pilih dari {names}.")
    created = _date_of(args.tanggal)
    if created is None:
        return _cannot(f"Tanggal {args.tanggal} tidak terbaca. Tulis seperti 2026-01-31.")
    data, problems = _read(args.file)
    if data is None:
        return _cannot(_why_unusable(args.file, problems))
    triwulan = getattr(args, "triwulan", None)
    if triwulan is None:
        paper, stem = _lakip(data, takes_proposals=args.pakai_usulan), _stem(data)
    else:
        paper = compose_triwulan(data, triwulan)
        stem = f"{_stem(data).replace('lakip', 'laporan-triwulan', 1)}-tw{triwulan}"
    try:
        files = _write(paper, args.folder, stem, formats, created)
    except OSError as error:
        return _cannot(f"Folder {args.folder} tidak dapat ditulisi ({error.strerror}).")
    _report_build(files, paper, as_json=args.json)
    return DONE


def _lakip(data: DataKinerja, *, takes_proposals: bool) -> Paper:
    """The report of a workbook alone: nobody of an office has taken its proposed sentences, so they
    are marked, unless who gives the command takes them."""
    paper = compose_lakip(data, {})
    return take_all(paper) if takes_proposals else with_marks(paper)


def _check(args: argparse.Namespace) -> int:
    data, problems = _read(args.file)
    if data is None:
        return _cannot(_why_unusable(args.file, problems))
    said = attest(data, {})
    claims = claim_findings(prepare_draft(data, {}))
    proposed = _proposal_findings(data)
    findings = (*problems, *claims, *said.kurang, *proposed, *stale_findings(data, {}))
    if args.json:
        _print_json(
            {
                "tahun": data.tahun,
                **_review_json(said),
                "temuan": [_finding_json(one) for one in findings],
                "tidak_diperiksa": HANYA_DI_KANTOR,
            }
        )
    else:
        _print_check(said, findings)
    is_lacking = any(one.tingkat.rank >= Level.WARNING.rank for one in findings)
    return FINDINGS if is_lacking else DONE


def _proposal_findings(data: DataKinerja) -> list[Finding]:
    """What nobody has taken, by chapter and who usually writes it."""
    sections = {one.key: one for one in editable_sections(data)}
    found: dict[tuple[str, str], list[str]] = {}
    for one in proposed_in(prepare_draft(data, {})):
        section = sections[one.section]
        found.setdefault((section.bab, section.writer), []).append(section.key)
    return [
        Finding(
            "lakip.usulan",
            Level.INFO,
            f"{bab}: {len(keys)} usulan Runut belum dipakai siapa pun.",
            f"Biasanya diputus oleh {writer}.",
            Place(bagian=keys[0]),
        )
        for (bab, writer), keys in found.items()
    ]


def _read(file: Path) -> tuple[DataKinerja | None, tuple[Finding, ...]]:
    try:
        source = file.read_bytes()
    except OSError as error:
        reason = f"Berkas {file} tidak dapat dibuka ({error.strerror})."
        return None, (Finding("berkas_tidak_terbuka", Level.BLOCKER, reason),)
    return read_guarded(_READER, source, file.name)


def _why_unusable(file: Path, problems: tuple[Finding, ...]) -> str:
    """One sentence on the first thing that blocks, and where the others are listed."""
    blockers = [one for one in problems if one.tingkat is Level.BLOCKER]
    first = f"{blockers[0].pesan} {blockers[0].usul}".rstrip() if blockers else "Data kosong."
    if len(blockers) < 2:
        return first
    more = f"Masih ada {len(blockers) - 1} kesalahan lain; lihat dengan runut kinerja check {file}."
    return f"{first} {more}"


def _date_of(text: str | None) -> date | None:
    if text is None:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _stem(data: DataKinerja) -> str:
    """The file name, from the short name of the office in the data."""
    slug = re.sub(r"[^a-z0-9]+", "-", data.profil.singkatan.lower()).strip("-")
    return "-".join(part for part in ("lakip", slug[:60], str(data.tahun)) if part)


def _write(
    paper: Paper, folder: Path, stem: str, formats: list[str], created: date
) -> dict[str, Path]:
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for name in dict.fromkeys(formats):
        files[name] = folder / f"{stem}.{name}"
        files[name].write_bytes(WRITERS[name](paper, created))
    return files


def _report_build(files: dict[str, Path], paper: Paper, *, as_json: bool) -> None:
    gaps = gaps_of(paper)
    if as_json:
        _print_json(
            {
                "berkas": {name: str(path) for name, path in files.items()},
                "belum_diisi": [asdict(gap) for gap in gaps],
                "usulan": len(proposals_of(paper)),
            }
        )
        return
    for path in files.values():
        print(path)
    if proposed := len(proposals_of(paper)):
        print(f"{proposed} usulan Runut ditandai [usulan]; --pakai-usulan memakainya semua.")
    if gaps:
        print(f"{len(gaps)} bagian belum diisi dan ditandai pada laporan:")
    for gap in gaps:
        print(f"  {gap.key}: {gap.ask}")


def _print_check(said: Pernyataan, findings: tuple[Finding, ...]) -> None:
    matriks = said.matriks
    print(f"Analisis per sasaran: {matriks.terisi} dari {matriks.jumlah} terisi.")
    for one in sorted(findings, key=lambda each: -each.tingkat.rank):
        print(f"{_LEVEL_WORDS[one.tingkat]}: {one.pesan} {one.usul}".rstrip())
    print("Yang terlihat:")
    for fact in said.fakta:
        print(f"  {fact.kalimat}")
        for place in fact.letak:
            print(f"    - {place}")
    print(said.sentence)
    for answer, meaning in ARTI.items():
        chosen = said.answered(answer)
        if chosen:
            print(f"Reviu, jawaban {answer} ({meaning}): {len(chosen)} butir.")
        for each in chosen:
            print(f"  {each.nomor} {each.pernyataan} {each.alasan}")
    print(f"Tidak diperiksa di sini: {'; '.join(HANYA_DI_KANTOR)}. Itu ada di halaman Reviu.")


def _review_json(said: Pernyataan) -> dict[str, Any]:
    """The states are explained in the document itself: who reads it needs no other page."""
    return {
        "matriks": _matrix_json(said.matriks),
        "arti_jawaban": ARTI,
        "jumlah_jawaban": dict(said.tally),
        "reviu": [asdict(one) for one in said.jawaban],
        "fakta": [asdict(one) for one in said.fakta],
    }


def _matrix_json(matriks: Matriks) -> dict[str, Any]:
    return {
        "terisi": matriks.terisi,
        "jumlah": matriks.jumlah,
        "sel": [
            {
                "sasaran": sel.sasaran_id,
                "analisis": sel.nomor,
                "terisi": sel.is_filled,
                "kurang": list(sel.kurang),
                "bagian": sel.key,
            }
            for sel in matriks.sels
        ],
    }


def _finding_json(one: Finding) -> dict[str, Any]:
    return asdict(one) | {"tingkat": one.tingkat.value}


def _print_json(document: object) -> None:
    """UTF-8 whatever the console's encoding is."""
    text = json.dumps(document, ensure_ascii=False, indent=1)
    sys.stdout.buffer.write(_bytes(text) + b"\n")
    sys.stdout.buffer.flush()


def _cannot(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return CANNOT
