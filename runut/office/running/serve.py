"""``runut serve``: set the office up at the first run, then web and worker in one process tree."""

import argparse

from django.conf import settings
from django.db import connection, connections

from runut.office.example.office import PASSWORD
from runut.office.people.models import Appointment, Office
from runut.office.running import CannotRun
from runut.office.running.address import EVERYWHERE, Address, require_free
from runut.office.running.processes import WorkerKeeper, serve_web
from runut.office.running.set_up import have_office, prepare


def run(args: argparse.Namespace) -> int:
    """Set up what is missing and serve until stopped. The folder is ours for as long."""
    address: Address = args.address
    if args.web > 1 and connection.vendor == "sqlite":
        raise CannotRun(
            "Lebih dari satu proses web memerlukan PostgreSQL: sebutkan dalam RUNUT_DATABASE."
        )
    prepare()
    office = have_office(args.kantor, is_demo=args.demo)
    welcome = _welcome(address, office)
    # the web process begins as a copy of this one: it must not find a database that is open
    connections.close_all()
    require_free(address)
    worker = WorkerKeeper()
    worker.start()
    try:
        return serve_web(address, welcome, args.web)
    finally:
        worker.stop()


def _welcome(address: Address, office: Office) -> str:
    """Where to go, and who may log in to the example."""
    out = [f"\nRunut siap di {address.url}/   (hentikan dengan Ctrl+C)"]
    if address.host in EVERYWHERE:
        out.append(f"Di komputer ini juga: http://localhost:{address.port}/")
    if address.url != settings.PUBLIC_URL:
        out.append(f"Naskah menyebut alamat {settings.PUBLIC_URL}/ (RUNUT_URL).")
    out.append(f"Data kantor: {settings.DATA_DIR}")
    if office.is_contoh:
        out.append(f"Kantor contoh. Kata sandi semua orang: {PASSWORD}")
        posts = Appointment.objects.filter(office=office).select_related("person")
        for post in posts.order_by("pk"):
            out.append(f"  {post.person.username:<10} {post.peran or 'pengawas':<10} {post.person}")
    return "\n".join(out) + "\n\n"
