"""``runut restore DIR``: what was taken out of a copy is verified, and told in one report."""

import argparse
import sys

from django.contrib.sessions.models import Session
from django.db import connections, transaction

from runut.core.findings import Finding, Level
from runut.core.words.dates import format_clock, format_moment
from runut.files.backup.place import stamp_of
from runut.files.backup.writing import in_megabytes
from runut.office import clock
from runut.office.backup.postgres import DUMP, put_back
from runut.office.people.models import Office
from runut.office.running.database import check_database, make_room_for_restore
from runut.office.running.set_up import prepare_database
from runut.office.running.taking_out import Taken
from runut.office.running.upgrade import require_known
from runut.office.trust.append import Act, append
from runut.office.verification.verify import verify_all

DONE, FINDINGS = 0, 1
_MOST_NAMED = 10


def run(args: argparse.Namespace) -> int:
    """Bring the office to this version, verify it, record that it was restored. 1 on findings."""
    taken: Taken = args.taken
    applied = [(app, name) for app, name in taken.contents.told["migrasi"]]
    require_known(applied)
    if not taken.is_sqlite:
        check_database()
        make_room_for_restore()
        dump = taken.staging / DUMP
        put_back(dump, applied)
        dump.unlink()
    prepare_database()
    findings = verify_all()
    _record(taken)
    connections.close_all()
    _report(taken, findings)
    is_well = not taken.lost and all(one.tingkat is Level.INFO for one in findings)
    return DONE if is_well else FINDINGS


def _record(taken: Taken) -> None:
    """An act of its own: whoever holds a later checkpoint sees why the chain is shorter."""
    facts = {"cadangan": stamp_of(taken.copy.made), "hilang": list(taken.lost)}
    with transaction.atomic():
        for office in Office.objects.order_by("pk"):
            line = Act("kantor.dipulihkan", f"kantor:{office.pk}", facts)
            append(office.pk, [line], actor="", at=clock.now())
        # who has logged out since then would be in again
        Session.objects.all().delete()


def _report(taken: Taken, findings: tuple[Finding, ...]) -> None:
    contents = taken.contents
    made = taken.copy.made.astimezone(Office.objects.order_by("pk")[0].zone)
    zone = made.tzname() or ""
    names = ", ".join(contents.told["kantor"])
    out = [
        f"Kantor {names} dipulihkan dari cadangan {format_moment(made, zone)}.",
        f"  {len(contents.files) - len(taken.lost)} berkas, {in_megabytes(contents.size)}; "
        "setiap berkas sama dengan saat dicadangkan.",
    ]
    out += [f"  Tidak dapat dipulihkan: {one}" for one in taken.lost]
    out.append(
        f"  Yang dikerjakan setelah {format_clock(made, zone)} hari itu tidak ada di sini. "
        "Bandingkan dengan naskah yang tercetak sejak itu."
    )
    if not findings:
        out.append("  Diperiksa: rantai catatan utuh; setiap kasus dan dokumen sesuai catatannya.")
    else:
        out.append(f"  Diperiksa: {len(findings)} hal perlu dilihat (`runut verify`):")
        out += [f"    {one.pesan}" for one in findings[:_MOST_NAMED]]
    out.append("  Semua orang masuk lagi dengan kata sandinya yang lama.")
    if taken.copy.salt is None:
        out.append(
            "  Yang tidak ikut dalam cadangan tanpa frasa sandi, dan perlu diisi lagi di Kantor: "
            "kata sandi surel, layanan tanda tangan, dan NIK penanda tangan."
        )
    sys.stdout.write("\n".join(out) + "\n")
