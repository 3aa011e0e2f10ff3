"""``runut serve``: set the office up at the first run, then web and worker in one process tree."""

import argparse
import os

from django.conf import settings
from django.db import connection, connections

from runut.office.entry.first_code import forget_code, new_code
from runut.office.example.office import PASSWORD
from runut.office.people.models import Appointment, Office, profile_of
from runut.office.running import CannotRun
from runut.office.running.address import (
    EVERYWHERE,
    USUAL_HOST,
    USUAL_PORT,
    Address,
    require_free,
    served_address,
)
from runut.office.running.database import check_database, one_start_at_a_time
from runut.office.running.processes import WorkerKeeper, serve_web
from runut.office.running.set_up import have_office, prepare


def run(args: argparse.Namespace) -> int:
    """Set up what is missing and serve until stopped. The folder is ours for as long."""
    if args.web > 1 and connection.vendor == "sqlite":
        raise CannotRun(
            "Lebih dari satu proses web memerlukan PostgreSQL: sebutkan dalam RUNUT_DATABASE."
        )
    check_database()
    with one_start_at_a_time():
        prepare()
        office = have_office(args.kantor, is_demo=args.demo)
    address: Address = args.address or _address_of(office)
    _call_it(args.told_url, address, office)
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


def _address_of(office: Office | None) -> Address:
    """Where the office said that it is to be served, else on this computer alone."""
    told = profile_of(office).dengar if office else ""
    host, _, port = (told or f"{USUAL_HOST}:{USUAL_PORT}").rpartition(":")
    try:
        return served_address(host.strip("[]"), int(port))
    except CannotRun as reason:
        if not told:
            raise
        raise CannotRun(
            f"Kantor ini meminta dilayani di {told} (halaman Kantor, Alamat). {reason}"
        ) from reason


def _call_it(told_url: str, address: Address, office: Office | None) -> None:
    """Everything that this server starts calls it by one address."""
    named = profile_of(office).alamat_publik if office else ""
    os.environ["RUNUT_URL"] = settings.PUBLIC_URL = told_url or address.url
    if named.startswith("https://") and not told_url:
        # somebody in front of us speaks HTTPS: forms that come through there are ours too
        settings.CSRF_TRUSTED_ORIGINS = [named]


def _welcome(address: Address, office: Office | None) -> str:
    """Where to go, and who may log in to the example; without an office, how to make one."""
    out = [f"\nRunut siap di {address.url}/   (hentikan dengan Ctrl+C)"]
    if address.host in EVERYWHERE:
        out.append(f"Di komputer ini juga: http://localhost:{address.port}/")
    if office is None:
        out += [
            "Belum ada kantor di sini. Buka alamat itu di komputer ini untuk membuatnya.",
            f"Dari komputer lain diperlukan kode penyiapan: {new_code()}",
            "Untuk mencoba dengan kantor contoh: hentikan, lalu `runut serve --demo`.",
            f"Data kantor: {settings.DATA_DIR}",
        ]
        return "\n".join(out) + "\n\n"
    forget_code()
    named = profile_of(office).alamat_publik or settings.PUBLIC_URL
    if address.url != named:
        out.append(f"Naskah menyebut alamat {named}/.")
    out.append(f"Data kantor: {settings.DATA_DIR}")
    if office.is_contoh:
        out.append(f"Kantor contoh. Kata sandi semua orang: {PASSWORD}")
        posts = Appointment.objects.filter(office=office).select_related("person")
        for post in posts.order_by("pk"):
            out.append(f"  {post.person.username:<10} {post.peran or 'pengawas':<10} {post.person}")
    return "\n".join(out) + "\n\n"
