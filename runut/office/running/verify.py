"""``runut verify``: is everything still as it was done?"""

import argparse
import sys

from django.conf import settings
from django.db import DatabaseError

from runut.core.findings import Level
from runut.office.verification.verify import verify_all


def run(args: argparse.Namespace) -> int:
    """Print every fault, the first bad row of a chain by its number. 1 if there is a fault.

    2 if there is nothing to verify: no database, or one that cannot be read.
    """
    try:
        findings = verify_all()
    except DatabaseError:
        sys.stderr.write(
            f"Basis data kantor di {settings.DATA_DIR} belum ada atau tidak dapat dibaca. "
            "Jalankan `runut serve` dahulu, atau pulihkan dari cadangan.\n"
        )
        return 2
    for finding in findings:
        sys.stdout.write(f"{finding.pesan}\n")
        if finding.usul:
            sys.stdout.write(f"    {finding.usul}\n")
    if not findings:
        sys.stdout.write(
            "Semua sesuai: rantai catatan utuh; setiap kasus dan dokumen sama dengan catatannya.\n"
        )
    return int(any(finding.tingkat is not Level.INFO for finding in findings))
