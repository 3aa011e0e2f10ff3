"""A database that an older version made is brought up to this one, whole or not at all.

SQLite: a copy of the database is migrated and looked at; then it takes the old one's name. Until
that moment the old file is as it was, whatever happens, and it stays beside for three upgrades.
PostgreSQL: all of it is one transaction, after a dump of what was there.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from runut.files.backup.place import stamp_of
from runut.files.store import flush_folder
from runut.office import clock
from runut.office.backup.postgres import DUMP, dump
from runut.office.backup.snapshot import sqlite_fault
from runut.office.running import CannotRun
from runut.office.running.migrating import migrate_and_tell

BEFORE = "sebelum-pembaruan"
MOST_KEPT = 3
_NEW = ".baru"


def bring_up_to_date() -> None:
    """Make our tables as this version needs them. Safe to repeat, also after a power cut.

    Raises CannotRun, with everything as it was, for a database of a newer version and for one
    that cannot be brought up to this one.
    """
    executor = MigrationExecutor(connection)
    applied = set(executor.loader.applied_migrations)
    require_known(applied)
    if not applied or not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        migrate_and_tell(clock.now())
    elif connection.vendor == "sqlite":
        _upgrade_sqlite(Path(str(connection.settings_dict["NAME"])), clock.now())
    else:
        _upgrade_postgresql(clock.now())


def require_known(applied: Iterable[tuple[str, str]]) -> None:
    """Raises CannotRun if a newer version has been at these tables."""
    known = MigrationLoader(None).disk_migrations or ()
    if unknown := set(applied) - set(known):
        app, name = min(unknown)
        raise CannotRun(
            "Basis data kantor ini sudah dipakai oleh Runut yang lebih baru (pembaruan "
            f"{app}.{name} tidak dikenal di sini). Jalankan Runut versi itu atau yang lebih baru; "
            "tidak ada yang diubah."
        )


def _upgrade_sqlite(old: Path, now: datetime) -> None:
    new = old.with_name(old.name + _NEW)
    _remove(new)
    try:
        with closing(sqlite3.connect(old, timeout=20)) as database:
            database.execute("VACUUM INTO ?", (str(new),))
        with _told_plainly(), _connected_to(new):
            migrate_and_tell(now)
        with closing(sqlite3.connect(new)) as database:
            if fault := sqlite_fault(database):
                raise CannotRun(_failed(fault))
        for path in (new, old):
            _close_journal(path)
        _keep(old, now)
        _flush(new)
        new.replace(old)
        flush_folder(old.parent)
    except (sqlite3.DatabaseError, OSError) as error:
        # a disk that is full, a database that is damaged: the old file is as it was
        raise CannotRun(_failed(str(error))) from error
    finally:
        _remove(new)


@contextmanager
def _connected_to(path: Path) -> Iterator[None]:
    """Django's own connection leads to another file for a while."""
    told = connection.settings_dict
    before = told["NAME"]
    connections.close_all()
    told["NAME"] = path
    try:
        yield
    finally:
        connections.close_all()
        told["NAME"] = before


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except Exception as error:  # whatever a migration raises, the office stays as it was
        raise CannotRun(_failed(f"{type(error).__name__}: {error}")) from error


def _failed(reason: str) -> str:
    return (
        f"Basis data kantor tidak dapat diperbarui untuk versi ini ({reason}). Basis data lama "
        "tidak diubah: jalankan lagi Runut versi yang lama, dan sampaikan pesan ini kepada yang "
        "merawat Runut."
    )


def _close_journal(path: Path) -> None:
    """A database in one file: a journal left beside would be taken for its successor's."""
    try:
        with closing(sqlite3.connect(path, timeout=20)) as database:
            database.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        raise CannotRun(
            "Basis data kantor sedang dibuka oleh program lain, sehingga belum dapat diperbarui. "
            "Tutup program itu, lalu jalankan lagi."
        ) from error


def _keep(old: Path, now: datetime) -> None:
    folder = old.parent / BEFORE
    folder.mkdir(mode=0o700, exist_ok=True)
    kept = folder / f"{old.stem}-{stamp_of(now)}{old.suffix}"
    kept.unlink(missing_ok=True)
    try:
        os.link(old, kept)
    except OSError:  # a file system without second names
        shutil.copyfile(old, kept)
    _let_go(folder, f"{old.stem}-*{old.suffix}")


def _let_go(folder: Path, pattern: str) -> None:
    for path in sorted(folder.glob(pattern))[:-MOST_KEPT]:
        path.unlink()


def _upgrade_postgresql(now: datetime) -> None:
    folder = Path(settings.DATA_DIR) / BEFORE
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with dump(folder / f"{stamp_of(now)}-{DUMP}"):
        _let_go(folder, f"*-{DUMP}")
    with _told_plainly(), transaction.atomic():
        with connection.cursor() as cursor:
            # what is checked at the end only would keep tables from being changed
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET LOCAL statement_timeout = 0")
        migrate_and_tell(now)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _remove(path: Path) -> None:
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        with suppress(FileNotFoundError):
            path.with_name(name).unlink()
