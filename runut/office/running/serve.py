"""``runut serve``: set the office up at the first run, then web and worker in one process tree."""

import argparse
import json
import secrets
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from granian.constants import Interfaces
from granian.server import Server

from runut.office import clock
from runut.office.example_office import (
    PASSWORD,
    ExampleOffice,
    make_example_office,
    start_example_case,
)
from runut.office.people.models import Appointment, Office
from runut.office.people.setup import add_person, create_office, seed_holidays
from runut.office.running.database import check_database
from runut.office.trust.test_certificates import make_test_certificates

WEB_THREADS = 4
EXAMPLE_DUE_DAYS = 60


def run(args: argparse.Namespace) -> int:
    """Set up what is missing and serve until stopped."""
    if args.web > 1 and connection.vendor == "sqlite":
        sys.stderr.write(
            "Lebih dari satu proses web memerlukan PostgreSQL: sebutkan dalam RUNUT_DATABASE.\n"
        )
        return 2
    prepare()
    if args.kantor and (problem := _make_office(args.kantor)):
        sys.stderr.write(problem + "\n")
        return 2
    if not Office.objects.exists():
        if not args.demo:
            sys.stderr.write(
                "Belum ada kantor di sini. Coba dulu: `runut serve --demo`. Untuk kantor Saudara: "
                "`runut serve --kantor BERKAS.json` (contoh: examples/kantor-contoh.json).\n"
            )
            return 2
        _make_example()
    _tell(f"http://{args.host}:{args.port}/")
    return _serve(args.host, args.port, args.web)


def prepare() -> None:
    """Database, static files and keys, as this version needs them. Safe to repeat.

    Raises ImproperlyConfigured, in Indonesian, for a database that no office can live in.
    """
    Path(settings.DATA_DIR).mkdir(parents=True, exist_ok=True, mode=0o700)
    check_database()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False, clear=False)


def _make_example() -> None:
    sys.stdout.write("Menyiapkan kantor contoh …\n")
    at = clock.now()
    example = make_example_office(at)
    make_test_certificates(example.office, at, passphrase=PASSWORD)
    _start_exercise(example)


def _start_exercise(example: ExampleOffice) -> None:
    """The example figures are of a past year, so the exercise gets a due date that lies ahead."""
    at = clock.now()
    due = (at + timedelta(days=EXAMPLE_DUE_DAYS)).date()
    start_example_case(example, 2025, at, batas=due)


def _make_office(path: Path) -> str:
    """Make an office from a file; print one password per person. Answers what is wrong, or ""."""
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        kantor, pegawai = facts["kantor"], facts["pegawai"]
    except (OSError, ValueError, KeyError, TypeError):
        return (
            f"Berkas {path} tidak dapat dibaca sebagai kantor. Lihat examples/kantor-contoh.json."
        )
    at = clock.now()
    try:
        office = create_office(kantor, at, is_contoh=False)
        seed_holidays(office, range(at.year - 1, at.year + 2))
        for one in pegawai:
            _add_with_password(office, one, at)
    except (KeyError, TypeError, ValueError) as error:
        return f"Isi berkas {path} kurang atau salah pada bagian {error}. Kantor belum dibuat."
    return ""


def _add_with_password(office: Office, facts: dict[str, Any], at: Any) -> None:
    password = secrets.token_urlsafe(9)
    add_person(office, facts, password, at)
    sys.stdout.write(f"  {facts['username']:<14} kata sandi {password}\n")


def _tell(url: str) -> None:
    out = [f"\nRunut siap di {url}   (hentikan dengan Ctrl+C)\n"]
    office = Office.objects.order_by("pk").first()
    if office and office.is_contoh:
        out.append(f"Kantor contoh. Kata sandi semua orang: {PASSWORD}")
        posts = Appointment.objects.filter(office=office).select_related("person")
        for post in posts.order_by("pk"):
            out.append(f"  {post.person.username:<10} {post.peran or 'pengawas':<10} {post.person}")
    sys.stdout.write("\n".join(out) + "\n\n")
    sys.stdout.flush()


def _serve(host: str, port: int, web: int) -> int:
    connections.close_all()  # the web processes are forked: none may inherit an open one
    worker = subprocess.Popen([sys.executable, "-m", "runut.cli", "worker"])
    server = Server(
        "runut.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=web,
        blocking_threads=WEB_THREADS,
        log_access=False,
    )
    try:
        server.serve()
    finally:
        worker.terminate()
        worker.wait(timeout=10)
    return 0
