"""``runut verify``: is everything still as it was done?"""

import argparse
import sys

from runut.core.findings import Level
from runut.office.trust.verify import verify_all


def run(args: argparse.Namespace) -> int:
    """Print every fault, the first bad row of a chain by its number. 1 if there is a fault."""
    findings = verify_all()
    for finding in findings:
        sys.stdout.write(f"{finding.pesan}\n")
        if finding.usul:
            sys.stdout.write(f"    {finding.usul}\n")
    if not findings:
        sys.stdout.write(
            "Semua sesuai: rantai catatan utuh; setiap kasus dan dokumen sama dengan catatannya.\n"
        )
    return int(any(finding.tingkat is not Level.INFO for finding in findings))
