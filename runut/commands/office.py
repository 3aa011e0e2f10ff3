"""Commands on an office: serve it, walk the example through, check that all is as it was done."""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from django.core.exceptions import ImproperlyConfigured

from runut.office.running import CannotRun, why
from runut.office.running.address import (
    USUAL_HOST,
    USUAL_PORT,
    public_url,
    served_address,
)
from runut.office.running.demo_folder import DATA, mark_demo, require_demo_folder
from runut.office.running.folder import (
    data_folder,
    open_folder,
    own_folder,
    private_files,
    require_office,
    usual_mode,
)
from runut.office.running.lock import WORKER_LOCK, locked
from runut.office.running.parent import belong_to_parent

Subparsers = Any
"""argparse keeps the type of its subparsers private."""

Command = Callable[[argparse.Namespace], int]

CANNOT = 2


def register(subparsers: Subparsers) -> None:
    """Add ``serve``, ``demo``, ``worker`` and ``bench``."""
    serve = subparsers.add_parser("serve", help="jalankan kantor di peramban")
    serve.add_argument("--demo", action="store_true", help="siapkan kantor contoh")
    serve.add_argument(
        "--kantor", type=Path, metavar="BERKAS.json", help="buat kantor baru dari berkas"
    )
    serve.add_argument("--host", help=f"alamat yang dilayani; biasanya {USUAL_HOST}")
    serve.add_argument("--port", type=int, help=f"biasanya {USUAL_PORT}")
    serve.add_argument(
        "--web",
        type=int,
        choices=range(1, 33),
        default=1,
        metavar="N",
        help="berapa proses web; lebih dari satu memerlukan PostgreSQL",
    )
    serve.set_defaults(run=plainly(_serve))
    demo = subparsers.add_parser("demo", help="sembilan langkah tanpa peramban")
    demo.add_argument("-o", dest="folder", type=Path, required=True, metavar="DIR")
    demo.add_argument("--year", type=int, default=2025, metavar="TAHUN")
    demo.add_argument("--ganti", action="store_true", help="ganti hasil demo yang lalu di DIR")
    demo.set_defaults(run=plainly(_demo))
    worker = subparsers.add_parser("worker", help="pekerja latar; dijalankan oleh serve")
    worker.set_defaults(run=plainly(_worker))
    bench = subparsers.add_parser("bench", help="pengukuran kita sendiri")
    bench.set_defaults(run=_bench)


def verify_office(args: argparse.Namespace) -> int:
    """``runut verify`` without a file: the whole office."""
    return plainly(_verify)(args)


def open_findings(args: argparse.Namespace) -> int:
    """``runut kinerja temuan``: what is not answered yet of the figures of this office."""
    return plainly(_open_findings)(args)


def _open_findings(args: argparse.Namespace) -> int:
    require_office(data_folder())
    return in_office("runut.office.running.figures", args)


def known_file(data: bytes) -> str:
    """What the office of this folder knows of a file without electronic signature, "" if nothing.

    Judging a file needs no office: where there is none, or it cannot be read, nothing is known.
    """
    try:
        require_office(data_folder())
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "runut.settings")
        django.setup()
        return str(import_module("runut.office.running.known_file").words_on(data))
    except (CannotRun, ImproperlyConfigured, OSError):
        return ""


def plainly(run: Command) -> Command:
    """What a command cannot do is said in one sentence, and nothing is left of it."""

    def said(args: argparse.Namespace) -> int:
        try:
            return run(args)
        except (CannotRun, ImproperlyConfigured) as reason:
            print(reason, file=sys.stderr)
        except OSError as error:
            where = f" ({error.filename})" if error.filename else ""
            print(f"Runut berhenti: {why(error)}{where}.", file=sys.stderr)
        return CANNOT

    return said


def in_office(module: str, args: argparse.Namespace) -> int:
    """A command that lives in the office layer, which can only be imported once Django is up."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "runut.settings")
    django.setup()
    status: int = import_module(module).run(args)
    return status


def _serve(args: argparse.Namespace) -> int:
    """Unless the office names another address, papers name the one that is really served.

    Without ``--host`` and ``--port`` the office itself may have said where it is to be served.
    """
    if args.demo and args.kantor:
        raise CannotRun("Pilih salah satu: --demo untuk kantor contoh, --kantor untuk kantor lain.")
    args.address, args.told_url = None, public_url()
    if args.host or args.port is not None:
        port = USUAL_PORT if args.port is None else args.port
        args.address = served_address(args.host or USUAL_HOST, port)
        os.environ["RUNUT_URL"] = args.told_url or args.address.url
    with own_folder(data_folder(), args.address.url if args.address else "runut serve"):
        return in_office("runut.office.running.serve", args)


def _worker(args: argparse.Namespace) -> int:
    belong_to_parent()
    folder = data_folder()
    with private_files(), locked(open_folder(folder), WORKER_LOCK, "runut worker"):
        return in_office("runut.office.running.worker", args)


def _verify(args: argparse.Namespace) -> int:
    require_office(data_folder())
    return in_office("runut.office.running.verify", args)


def _demo(args: argparse.Namespace) -> int:
    """The demo has a data folder of its own, inside the folder it leaves its papers in."""
    require_demo_folder(args.folder, may_replace=args.ganti)
    args.folder.mkdir(parents=True, exist_ok=True)
    args.paper_mode = usual_mode()
    data = args.folder / DATA
    with own_folder(data.resolve(), "runut demo"):
        mark_demo(args.folder)
        os.environ["RUNUT_DATA"] = str(data)
        return in_office("runut.office.running.demo", args)


def _bench(args: argparse.Namespace) -> int:
    folder = Path(__file__).resolve().parents[2] / "bench"
    if not folder.exists():
        print("Pengukuran hanya ada dalam salinan sumber Runut.", file=sys.stderr)
        return CANNOT
    return subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(folder / "all.py")], check=False, cwd=folder.parent
    ).returncode
