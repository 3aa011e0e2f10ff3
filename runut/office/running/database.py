"""The database under the office, before anything is done in it: is it there, and is it ours?"""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256

from django.core.exceptions import ImproperlyConfigured
from django.db import Error, NotSupportedError, connection

from runut.office.people.models import Office
from runut.office.running import CannotRun

OLDEST_POSTGRESQL = 15
_OURS = "dibuat oleh runut demo"
"""Stands as a comment on a table of the database that the demo made."""

_STARTING = int.from_bytes(sha256(b"penyiapan basis data").digest()[:8], signed=True)
START_LIMIT_S, LOOK_AGAIN_S = 300, 0.2


@contextmanager
def one_start_at_a_time() -> Iterator[None]:
    """Of two starts on one PostgreSQL the second waits, and finds made what the first has made.

    A data folder has its own lock; a database can be named by several folders and machines.
    Raises CannotRun where the first does not come to its end.
    """
    if connection.vendor != "postgresql":
        yield
        return
    until = time.monotonic() + START_LIMIT_S
    while _ask(f"SELECT pg_try_advisory_lock({_STARTING})") != (True,):
        if time.monotonic() > until:
            raise CannotRun(
                "Basis data pada RUNUT_DATABASE masih disiapkan oleh Runut yang lain. Tunggu "
                "sampai Runut itu siap, atau hentikan, lalu jalankan lagi."
            )
        time.sleep(LOOK_AGAIN_S)
    try:
        yield
    finally:
        with suppress(Error):  # a connection that broke has let go of it already
            _ask(f"SELECT pg_advisory_unlock({_STARTING})")


def check_database() -> None:
    """Raises ImproperlyConfigured, in Indonesian, for a database that no office can live in.

    SQLite is not asked: looking would already make its file.
    """
    if connection.vendor != "postgresql":
        return
    try:
        connection.ensure_connection()
    except (Error, NotSupportedError) as error:
        raise ImproperlyConfigured(
            "Basis data pada RUNUT_DATABASE tidak dapat dihubungi "
            f"({str(error).strip().splitlines()[0]}). Periksa alamat, nama, dan kata sandinya, "
            "dan apakah PostgreSQL sedang berjalan."
        ) from error
    version, encoding = _ask(
        "SELECT current_setting('server_version_num')::int / 10000,"
        " current_setting('server_encoding')"
    )
    if int(str(version)) < OLDEST_POSTGRESQL:
        raise ImproperlyConfigured(
            f"PostgreSQL di sana versi {version}; Runut memerlukan versi {OLDEST_POSTGRESQL} "
            "atau lebih baru."
        )
    if encoding != "UTF8":
        raise ImproperlyConfigured(
            f"Basis data itu memakai penyandian {encoding}. Buat basis data dengan UTF8: "
            "createdb -E UTF8 -T template0 NAMA."
        )


def make_room_for_demo() -> None:
    """Take away what an earlier demo made in this database; nothing else is ever touched.

    Raises ImproperlyConfigured for a database that holds an office the demo did not make.
    """
    tables = _our_tables() if connection.vendor == "postgresql" else []
    if "people_office" not in tables or not Office.objects.exists():
        return
    (comment,) = _ask("SELECT obj_description('people_office'::regclass)")
    if comment != _OURS or Office.objects.exclude(is_contoh=True).exists():
        raise ImproperlyConfigured(
            "Basis data pada RUNUT_DATABASE sudah berisi kantor yang bukan buatan `runut demo`. "
            "Tidak ada yang diubah. Buat basis data baru untuk contoh: createdb NAMA."
        )
    _drop(tables)


def make_room_for_restore() -> None:
    """See that no office lives in this database; empty tables of ours are made anew.

    Raises CannotRun for a database that holds an office; nothing is changed then.
    """
    tables = _our_tables()
    if "people_office" in tables and Office.objects.exists():
        raise CannotRun(
            "Basis data pada RUNUT_DATABASE sudah berisi kantor. Tidak ada yang diubah. Pulihkan "
            "ke basis data kosong: createdb -E UTF8 -T template0 NAMA."
        )
    if tables:
        _drop(tables)


def _drop(tables: list[str]) -> None:
    with connection.cursor() as cursor:
        names = ", ".join(connection.ops.quote_name(name) for name in tables)
        cursor.execute(f"DROP TABLE {names}")


def mark_as_demo() -> None:
    """Note in the database that the demo made what is in it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"COMMENT ON TABLE people_office IS '{_OURS}'")


def _our_tables() -> list[str]:
    there = set(connection.introspection.table_names())
    ours = connection.introspection.django_table_names(include_views=False)
    return [name for name in (*ours, "django_migrations", "runut_cache") if name in there]


def _ask(statement: str) -> tuple[object, ...]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        found: tuple[object, ...] = cursor.fetchone()
        return found
