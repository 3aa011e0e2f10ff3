"""Commands on copies of an office: make one, put one back, take everything out in open formats."""

import argparse
import getpass
import os
import shlex
import sys
from pathlib import Path

from runut.commands.office import Subparsers, in_office, plainly
from runut.files.backup.sealed import SHORTEST, key_of
from runut.office.running import CannotRun
from runut.office.running.folder import data_folder, own_folder, private_files, require_office
from runut.office.running.taking_out import chosen_copy, move_up, require_empty, take_out_copy


def register(subparsers: Subparsers) -> None:
    """Add ``backup``, ``restore`` and ``export``."""
    backup = subparsers.add_parser("backup", help="cadangkan kantor, sementara orang bekerja")
    backup.add_argument("folder", type=Path, metavar="DIR", help="tempat semua cadangan")
    backup.add_argument(
        "--sandi", action="store_true", help="kunci dengan frasa sandi, yang ditanyakan"
    )
    backup.add_argument("--json", action="store_true")
    backup.set_defaults(run=plainly(_backup))
    restore = subparsers.add_parser("restore", help="pulihkan kantor dari cadangan")
    restore.add_argument(
        "folder",
        type=Path,
        metavar="DIR",
        help="tempat cadangan (yang terbaru), atau satu cadangan",
    )
    restore.add_argument(
        "--ke", type=Path, metavar="FOLDER", help="folder kosong; biasanya folder data (RUNUT_DATA)"
    )
    restore.add_argument(
        "--tetap",
        action="store_true",
        help="pulihkan walaupun ada naskah yang rusak dalam cadangan; yang rusak disebut",
    )
    restore.set_defaults(run=plainly(_restore))
    export = subparsers.add_parser("export", help="semua data kantor dalam bentuk terbuka")
    export.add_argument("folder", type=Path, metavar="DIR", help="folder kosong")
    export.set_defaults(run=plainly(_export))


def _backup(args: argparse.Namespace) -> int:
    require_office(data_folder())
    args.passphrase = _new_passphrase() if args.sandi else ""
    with private_files():
        return in_office("runut.office.running.backup", args)


def _restore(args: argparse.Namespace) -> int:
    """Taken out into a folder inside the new one, verified there, and moved up when all is well."""
    target = (args.ke or data_folder()).resolve()
    require_empty(target)
    copy = chosen_copy(args.folder.resolve())
    key = None
    if copy.salt is not None:
        key = key_of(_asked("Frasa sandi cadangan: "), copy.salt)
    with own_folder(target, "runut restore"):
        taken = take_out_copy(copy, key, target, despite=args.tetap)
        os.environ["RUNUT_DATA"] = str(taken.staging)
        args.taken = taken
        status = in_office("runut.office.running.restore", args)
        move_up(taken.staging, target)
    print(f"Jalankan: RUNUT_DATA={shlex.quote(str(target))} runut serve")
    return status


def _export(args: argparse.Namespace) -> int:
    require_office(data_folder())
    args.folder = args.folder.resolve()
    require_empty(args.folder)
    with private_files():
        return in_office("runut.office.running.export", args)


def _new_passphrase() -> str:
    """Asked twice of a person; of a script, its first line."""
    typed = _asked("Frasa sandi cadangan: ")
    if len(typed) < SHORTEST:
        raise CannotRun(f"Frasa sandi cadangan paling sedikit {SHORTEST} huruf.")
    if sys.stdin.isatty() and _asked("Sekali lagi: ") != typed:
        raise CannotRun("Kedua frasa sandi tidak sama; tidak ada yang ditulis.")
    return typed


def _asked(words: str) -> str:
    if sys.stdin.isatty():
        return getpass.getpass(words)
    return sys.stdin.readline().rstrip("\r\n")
