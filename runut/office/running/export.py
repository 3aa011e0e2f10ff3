"""``runut export DIR``: everything of the office in open formats, in a folder of its own."""

import argparse
import csv
import sys
from io import StringIO
from pathlib import Path

from django.db import transaction

from runut.core.words.dates import format_moment
from runut.files.store import write_whole
from runut.office import clock
from runut.office.export.chain import write_chain
from runut.office.export.headings import LEFT_OUT, SECRETS, TABLES
from runut.office.export.papers import Laid, write_papers
from runut.office.export.tables import write_tables
from runut.office.people.models import Office
from runut.office.running import CannotRun

DONE, FINDINGS = 0, 1


def run(args: argparse.Namespace) -> int:
    """Write it and say what it holds. 1 if stored files are missing or damaged."""
    offices = list(Office.objects.order_by("pk"))
    if not offices:
        raise CannotRun("Belum ada kantor di folder data ini; tidak ada yang diekspor.")
    lost: list[Laid] = []
    for office in offices:
        folder = args.folder if len(offices) == 1 else args.folder / f"kantor-{office.pk}"
        lost += _export(office, folder)
    for one in lost:
        sys.stdout.write(f"  Tidak dapat diekspor: {one.path}: {one.fault}\n")
    return FINDINGS if lost else DONE


def _export(office: Office, folder: Path) -> list[Laid]:
    # one transaction: the tables tell of one moment (on PostgreSQL, of one isolation)
    with transaction.atomic():
        rows = dict(write_tables(office, folder))
        lines = write_chain(office, folder)
    laid = list(write_papers(office, folder))
    lost = [one for one in laid if one.fault]
    _list_files(laid, folder)
    _about(office, folder)
    sys.stdout.write(
        f"Kantor {office.nama} diekspor ke {folder}\n"
        f"  {len(TABLES)} tabel dengan {sum(rows.values()) // 2} baris (CSV dan JSON), "
        f"{len(laid) - len(lost)} berkas, {lines} baris rantai. Mulai dari BACA-SAYA.txt.\n"
    )
    return lost


def _list_files(laid: list[Laid], folder: Path) -> None:
    out = StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["Berkas", "Sidik (SHA-256)", "Catatan"])
    writer.writerows([one.path.as_posix(), one.sha256, one.fault] for one in laid)
    write_whole(folder / "daftar-berkas.csv", ("\ufeff" + out.getvalue()).encode())


def _about(office: Office, folder: Path) -> None:
    local = clock.now().astimezone(office.zone)
    out = [
        f"Data {office.nama}, diekspor {format_moment(local, local.tzname() or '')} oleh Runut.",
        "",
        "tabel/           setiap tabel sebagai CSV (pemisah titik koma, UTF-8) dan JSON",
        "naskah/          naskah setiap pelaksanaan, satu folder satu pelaksanaan",
        "sop/ kinerja/ bukti/ perjanjian kinerja/ templat/    berkas yang dimuat kantor",
        "lainnya/         berkas lain yang tersimpan, dinamai menurut sidiknya",
        "daftar-berkas.csv    setiap berkas dengan sidik SHA-256-nya",
        "rantai/          catatan semua perbuatan, dan cara memeriksanya",
        "",
        "Dalam CSV, teks yang berawal = + - @ dan deretan angka panjang seperti NIP diberi tanda",
        "petik di depannya, supaya tidak dihitung sebagai rumus atau bilangan. JSON memuatnya apa",
        "adanya.",
        "",
        "Berisi data pribadi pegawai: simpan dan kirim seperti berkas kepegawaian.",
        "",
        "Tidak ikut:",
        *(f"  {table}: {why}" for table, why in sorted(LEFT_OUT.items())),
        *(f"  {column}: rahasia" for column in sorted(SECRETS)),
    ]
    write_whole(folder / "BACA-SAYA.txt", ("\n".join(out) + "\n").encode())
