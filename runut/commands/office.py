"""Commands on an office: serve it, walk the example through, check that all is as it was done."""

import argparse
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from django.core.exceptions import ImproperlyConfigured

Subparsers = Any
"""argparse keeps the type of its subparsers private."""

CANNOT = 2


def register(subparsers: Subparsers) -> None:
    """Add ``serve``, ``demo``, ``worker`` and ``bench``."""
    serve = subparsers.add_parser("serve", help="jalankan kantor di peramban")
    serve.add_argument("--demo", action="store_true", help="siapkan kantor contoh")
    serve.add_argument(
        "--kantor", type=Path, metavar="BERKAS.json", help="buat kantor baru dari berkas"
    )
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument(
        "--web",
        type=int,
        choices=range(1, 33),
        default=1,
        metavar="N",
        help="berapa proses web; lebih dari satu memerlukan PostgreSQL",
    )
    serve.set_defaults(run=_in_office("runut.office.running.serve"))
    demo = subparsers.add_parser("demo", help="sembilan langkah tanpa peramban")
    demo.add_argument("-o", dest="folder", type=Path, required=True, metavar="DIR")
    demo.add_argument("--year", type=int, default=2025, metavar="TAHUN")
    demo.set_defaults(run=_demo)
    worker = subparsers.add_parser("worker", help="pekerja latar; dijalankan oleh serve")
    worker.set_defaults(run=_in_office("runut.office.running.worker"))
    bench = subparsers.add_parser("bench", help="pengukuran kita sendiri")
    bench.set_defaults(run=_bench)


def verify_office() -> int:
    """``runut verify`` without a file: the whole office."""
    status: int = _in_office("runut.office.running.verify")(argparse.Namespace())
    return status


def _in_office(module: str) -> Any:
    """A command that lives in the office layer, which can only be imported once Django is up."""

    def run(args: argparse.Namespace) -> int:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "runut.settings")
        try:
            django.setup()
            status: int = import_module(module).run(args)
        except ImproperlyConfigured as problem:
            print(problem, file=sys.stderr)
            return CANNOT
        return status

    return run


def _demo(args: argparse.Namespace) -> int:
    """The demo has a data folder of its own, inside the folder it leaves its papers in."""
    os.environ["RUNUT_DATA"] = str(args.folder / "data")
    status: int = _in_office("runut.office.running.demo")(args)
    return status


def _bench(args: argparse.Namespace) -> int:
    folder = Path(__file__).resolve().parents[2] / "bench"
    if not folder.exists():
        print("Pengukuran hanya ada dalam salinan sumber Runut.", file=sys.stderr)
        return CANNOT
    return subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(folder / "all.py")], check=False, cwd=folder.parent
    ).returncode
