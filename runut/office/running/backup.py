"""``runut backup DIR``: a checked copy of the office, while people work in it."""

import argparse
import json
import sys
import time

from runut.files.backup.writing import in_megabytes
from runut.office import clock
from runut.office.backup.making import Made
from runut.office.backup.secret import passphrase
from runut.office.running.copying import copy_now

DONE, FINDINGS = 0, 1


def run(args: argparse.Namespace) -> int:
    """Make it and say where it is. 1 if the office itself was found to be damaged."""
    begun = time.monotonic()
    secret = args.passphrase or passphrase()
    made = copy_now(args.folder.resolve(), clock.now().astimezone(), secret)
    told = _told(made)
    if args.json:
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    else:
        _say(made, time.monotonic() - begun)
    return FINDINGS if made.faults else DONE


def _told(made: Made) -> dict[str, object]:
    return {
        "folder": str(made.written.copy.folder),
        "berkas": len(made.written.contents.files),
        "ukuran": made.written.contents.size,
        "ditulis": made.written.new_bytes,
        "tersandi": made.is_sealed,
        "dihapus": made.dropped,
        "temuan": list(made.faults),
    }


def _say(made: Made, seconds: float) -> None:
    contents = made.written.contents
    out = [
        f"Cadangan selesai dan sudah diperiksa: {made.written.copy.folder}",
        f"  {len(contents.files)} berkas, {in_megabytes(contents.size)}; baru ditulis "
        f"{in_megabytes(made.written.new_bytes)} dalam {seconds:.0f} detik.",
    ]
    if made.is_sealed:
        out.append("  Tersandi: tanpa frasa sandinya cadangan ini tidak dapat dibuka siapa pun.")
    else:
        out.append(
            "  Tidak tersandi: siapa pun yang memegangnya dapat membacanya. Kata sandi surel, "
            "layanan tanda tangan, dan NIK tidak ikut."
        )
    if made.dropped:
        out.append(
            f"  {made.dropped} cadangan lama dihapus menurut rencana 7 hari, 5 minggu, 12 bulan."
        )
    out += [f"  Perlu diperiksa: {fault}" for fault in made.faults]
    sys.stdout.write("\n".join(out) + "\n")
