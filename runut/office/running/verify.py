"""``runut verify``: is everything still as it was done?"""

import argparse
import sys
import time

from django.conf import settings
from django.db import DatabaseError, connection

from runut.core.findings import Level
from runut.office.running import CannotRun
from runut.office.verification.verify import Asked, verify_all
from runut.office.verification.witness import NoWitness

QUIET_S = 2.0
"""Who waits no longer than this is told nothing of how far it is."""


def run(args: argparse.Namespace) -> int:
    """Print every fault, the first bad row of a chain by its number. 1 if there is a fault.

    2 if there is nothing to verify: no database at all, or no such checkpoint.
    """
    _require_office()
    asked = Asked(
        titik=getattr(args, "titik", "") or "",
        is_recent=getattr(args, "baru", False),
        tell=_Progress().tell,
    )
    try:
        findings = verify_all(asked)
    except NoWitness as reason:
        raise CannotRun(str(reason)) from reason
    for finding in findings:
        sys.stdout.write(f"{finding.pesan}\n")
        if finding.usul:
            sys.stdout.write(f"    {finding.usul}\n")
    is_faulty = any(finding.tingkat is not Level.INFO for finding in findings)
    if not is_faulty:
        sys.stdout.write(RECENT_IS_WELL if asked.is_recent else ALL_IS_WELL)
    return int(is_faulty)


ALL_IS_WELL = (
    "Semua sesuai: rantai catatan utuh; setiap baris, kasus, dan dokumen sama dengan catatannya.\n"
)
RECENT_IS_WELL = (
    "Semua sesuai sejak titik periksa terakhir. Yang lebih lama diperiksa dengan `runut verify`.\n"
)


def _require_office() -> None:
    """Raises CannotRun where no office was ever made here."""
    where = settings.DATA_DIR if connection.vendor == "sqlite" else "RUNUT_DATABASE"
    try:
        names = connection.introspection.table_names()
    except (DatabaseError, UnicodeDecodeError):
        return  # there is something, and it is damaged: that is a finding
    if "django_migrations" not in names and "trust_entry" not in names:
        raise CannotRun(
            f"Basis data kantor di {where} belum ada atau kosong. "
            "Jalankan `runut serve` dahulu, atau pulihkan dari cadangan."
        )


class _Progress:
    """Says on the error channel what is being looked at, to who has waited a while."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    def tell(self, what: str) -> None:
        if time.monotonic() - self._begun > QUIET_S:
            sys.stderr.write(f"Memeriksa {what} …\n")
            sys.stderr.flush()
