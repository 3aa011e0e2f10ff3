"""``runut kinerja``: the data workbook (template, check) and capaian from a list of indicators."""

import argparse
import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from runut.commands.office import open_findings
from runut.core.findings import Finding, Level
from runut.core.kinerja.angka import format_persen
from runut.core.kinerja.capaian import other_formula_note
from runut.core.kinerja.model import DataKinerja, Indikator
from runut.core.kinerja.pemeriksaan.data import HANYA_DI_KANTOR
from runut.core.kinerja.pemeriksaan.temuan import kunci_temuan
from runut.core.kinerja.permintaan import answer_of, asked_result, detail_of, read_indikators
from runut.core.kinerja.rekap import capaian_rows, summarize_capaian
from runut.core.kinerja.tahun_berikutnya import next_year
from runut.files.guard.parent import read_guarded
from runut.files.guard.progress import Progress
from runut.files.write.workbook.year import write_template, write_workbook

DONE, FINDINGS, CANNOT = 0, 1, 2
_ASKED = Level.WARNING
_READER = "runut.files.read.workbook.year:read_in_steps"


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``kinerja template``, ``kinerja check`` and ``kinerja compute``."""
    kinerja = subparsers.add_parser("kinerja", help="data kinerja dan capaian")
    acts = kinerja.add_subparsers(dest="tindakan", required=True, metavar="TINDAKAN")
    template = acts.add_parser("template", help="buat buku data kosong")
    template.add_argument("-o", dest="file", type=Path, required=True, metavar="BERKAS.xlsx")
    template.add_argument("--year", type=int, metavar="TAHUN", help="bawaan: tahun yang lalu")
    template.add_argument(
        "--dari", type=Path, metavar="BUKU.xlsx", help="buku tahun lalu, diteruskan ke tahun ini"
    )
    template.set_defaults(run=_template)
    check = acts.add_parser("check", help="periksa buku data")
    check.add_argument("file", type=Path, metavar="BERKAS.xlsx")
    check.add_argument("--json", action="store_true", help="satu dokumen JSON")
    check.set_defaults(run=_check)
    findings = acts.add_parser("temuan", help="temuan kantor ini yang belum dijawab")
    findings.add_argument("--year", type=int, metavar="TAHUN", help="hanya tahun ini")
    findings.add_argument("--json", action="store_true", help="satu dokumen JSON")
    findings.set_defaults(run=open_findings)
    compute = acts.add_parser("compute", help="hitung capaian dari daftar JSON di masukan baku")
    compute.add_argument("--json", action="store_true", help="satu dokumen JSON")
    compute.add_argument(
        "--rinci", action="store_true", help="dengan --json: juga baris tercetaknya dan lingkupnya"
    )
    compute.set_defaults(run=_compute)


def _template(args: argparse.Namespace) -> int:
    tahun = args.year or datetime.now(UTC).year - 1
    if not 2000 <= tahun <= 2100:
        return _cannot(f"Tahun {tahun} tidak wajar. Isi empat angka, misalnya --year 2025.")
    file: Path = args.file
    try:
        if file.exists() and file.stat().st_size > 0:
            return _cannot(f"Berkas {file} sudah ada. Pilih nama lain agar isinya tidak hilang.")
        if args.dari is not None:
            return _carry_over(args.dari, file)
        write_template(file, tahun)
    except OSError as error:
        return _cannot(f"Berkas {file} tidak dapat ditulis ({error.strerror}). Periksa foldernya.")
    print(f"Buku data kosong untuk tahun {tahun}: {file}")
    return DONE


def _carry_over(last: Path, file: Path) -> int:
    """The book of last year as the start of this one: all that stands, and what was measured."""
    try:
        source = last.read_bytes()
    except OSError as error:
        return _cannot(f"Berkas {last} tidak dapat dibuka ({error.strerror}).")
    data, findings = _read(source, last.name)
    if data is None:
        wrong = (f.pesan for f in findings if f.tingkat is Level.BLOCKER)
        return _cannot(f"{last} belum dapat diteruskan. {' '.join(wrong)}")
    following = next_year(data)
    file.write_bytes(write_workbook(following))
    print(f"Buku data tahun {following.tahun}, diteruskan dari {last.name}: {file}")
    return DONE


def _check(args: argparse.Namespace) -> int:
    try:
        source = args.file.read_bytes()
    except OSError as error:
        return _cannot(f"Berkas {args.file} tidak dapat dibuka ({error.strerror}).")
    data, findings = _read(source, args.file.name)
    if data is None and all(f.letak.sel is None for f in findings):
        return _cannot(f"{args.file}: " + " ".join(f"{f.pesan} {f.usul}" for f in findings))
    if args.json:
        _print_json({"temuan": [_finding(f) for f in findings], "tidak_diperiksa": HANYA_DI_KANTOR})
    else:
        _print_findings(data, findings)
    return FINDINGS if any(f.tingkat.rank >= _ASKED.rank for f in findings) else DONE


def _read(source: bytes, name: str) -> tuple[DataKinerja | None, tuple[Finding, ...]]:
    """The data and its findings; on a terminal it is shown how far the reading has come."""
    is_seen = sys.stderr.isatty()
    read: tuple[DataKinerja | None, tuple[Finding, ...]] = read_guarded(
        _READER, source, name, on_progress=_tell if is_seen else None
    )
    if is_seen:
        sys.stderr.write(f"\r{'':60}\r")
    return read


def _tell(progress: Progress) -> None:
    sys.stderr.write(f"\r{progress.selesai}/{progress.dari} {progress.tahap:50}")
    sys.stderr.flush()


def _compute(args: argparse.Namespace) -> int:
    try:
        data: object = json.loads(sys.stdin.buffer.read().decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return _cannot("Masukan bukan JSON yang sah. Kirim daftar indikator lewat masukan baku.")
    indikators, problems = read_indikators(data)
    if problems:
        return _cannot("\n".join(problems))
    if args.json:
        answer = detail_of if args.rinci else answer_of
        _print_json([answer(indikator) for indikator in indikators])
    else:
        for indikator in indikators:
            _print_capaian(indikator)
    return DONE


def _print_capaian(indikator: Indikator) -> None:
    hasil = asked_result(indikator)
    if hasil.capaian is None:
        print(f"{indikator.id}: tidak ada capaian. {hasil.alasan}")
    else:
        grade = f" ({hasil.kategori})" if hasil.kategori else ""
        part = f" {hasil.lingkup.teks}" if hasil.lingkup.is_bagian else ""
        print(f"{indikator.id}{part}: {hasil.capaian_teks}{grade}. {hasil.kerja}")
        if hasil.alasan:
            print(f"    {hasil.alasan}")
    note = other_formula_note(indikator)
    if note:
        print(f"    {note}")


def _print_findings(data: DataKinerja | None, findings: tuple[Finding, ...]) -> None:
    words = {Level.BLOCKER: "HARUS DIPERBAIKI", Level.WARNING: "PERIKSA", Level.INFO: "CATATAN"}
    for finding in sorted(findings, key=lambda f: -f.tingkat.rank):
        print(f"{words[finding.tingkat]}: {finding.pesan} {finding.usul}".rstrip())
    if data is None:
        print("Data belum dapat dipakai; perbaiki yang harus diperbaiki lalu periksa kembali.")
        return
    rekap = summarize_capaian(capaian_rows(data))
    mean = (
        "tidak disebut"
        if rekap.rata_rata is None
        else f"{format_persen(rekap.rata_rata)} atas {rekap.dirata_rata} indikator"
    )
    print(
        f"Data tahun {data.tahun}: {len(data.sasarans)} sasaran, {rekap.jumlah} indikator, "
        f"{rekap.terukur} terukur setahun penuh, {rekap.tercapai} tercapai, rata-rata capaian "
        f"{mean}, {len(findings)} temuan."
    )
    if rekap.alasan_rata_rata:
        print(rekap.alasan_rata_rata)
    print(f"Tidak diperiksa di sini: {'; '.join(HANYA_DI_KANTOR)}. Itu ada di halaman Kinerja.")


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kode": finding.kode,
        "kunci": kunci_temuan(finding),
        "tingkat": finding.tingkat.value,
        "letak": asdict(finding.letak),
        "pesan": finding.pesan,
        "usul": finding.usul,
    }


def _print_json(document: object) -> None:
    """UTF-8 whatever the console's encoding is; half a character from the input stays escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=1)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def _cannot(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return CANNOT
