"""On PostgreSQL: an office comes back in another database, an upgrade is whole or taken back."""

import lzma
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

from tests.databases import address
from tests.running.serving import LIMIT_S, environment, run
from tests.running.test_upgrade import FAILING, UPGRADE, VERSIONS

pytestmark = pytest.mark.postgres

OLD = """
import json, sys
import django
django.setup()
from runut.office.backup.postgres import migrate_to
migrate_to([tuple(one) for one in json.load(sys.stdin)])
"""
OFFICE = (
    "INSERT INTO people_office (nama, kop, alamat, kota, kode, zona_waktu, is_contoh,"
    " ramadan, kalender_versi)"
    " VALUES ('Biro Lama', '[]', '', '', 'BL', 'Asia/Pontianak', false, '[]', 1)"
)


@contextmanager
def database(name: str) -> Iterator[str]:
    """An empty database, gone afterwards; how RUNUT_DATABASE names it."""
    with psycopg.connect(address("postgres"), autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        try:
            yield address(name)
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def python(
    folder: Path, where: str, program: str, told: str = ""
) -> subprocess.CompletedProcess[str]:
    more = {"DJANGO_SETTINGS_MODULE": "runut.settings", "RUNUT_DATABASE": where}
    return subprocess.run(
        [sys.executable, "-c", program],
        env=environment(folder, **more),
        input=told,
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT_S,
    )


@pytest.mark.gate
def test_an_office_comes_back_in_another_database_and_not_over_one(tmp_path: Path) -> None:
    with database("dulu") as before, database("kini") as now:
        made = run(tmp_path, "demo", "-o", str(tmp_path / "hasil"), RUNUT_DATABASE=before)
        assert made.returncode == 0, made.stderr
        data, usb = tmp_path / "hasil" / "data", str(tmp_path / "usb")
        assert run(data, "backup", usb, RUNUT_DATABASE=before).returncode == 0
        done = run(tmp_path / "baru", "restore", usb, RUNUT_DATABASE=now)
        assert done.returncode == 0, done.stderr
        assert run(tmp_path / "baru", "verify", RUNUT_DATABASE=now).returncode == 0
        # new rows are counted on after those that came back
        assert run(tmp_path / "baru", "backup", usb, RUNUT_DATABASE=now).returncode == 0
        over = run(tmp_path / "lagi", "restore", usb, RUNUT_DATABASE=now)
        assert over.returncode == 2 and "sudah berisi kantor" in over.stderr
        other = run(tmp_path / "lagi", "restore", usb)
        assert other.returncode == 2 and "dari PostgreSQL" in other.stderr


def test_an_upgrade_is_one_transaction(tmp_path: Path) -> None:
    packed = (VERSIONS / "0.1.0" / "runut.sqlite3.xz").read_bytes()
    (tmp_path / "lama.sqlite3").write_bytes(lzma.decompress(packed))
    with closing(sqlite3.connect(tmp_path / "lama.sqlite3")) as lama:
        ran = lama.execute("SELECT app, name FROM django_migrations").fetchall()
    told = "[" + ",".join(f'["{app}","{name}"]' for app, name in ran) + "]"
    with database("lama") as where:
        made = python(tmp_path / "data", where, OLD, told)
        assert made.returncode == 0, made.stderr
        with psycopg.connect(where) as there:
            there.execute(OFFICE)
        failed = python(tmp_path / "data", where, FAILING)
        assert failed.returncode == 1 and "KeyError: 'kolom lama'" in failed.stderr
        assert migrations_in(where) == len(ran), "all of it was taken back"
        done = python(tmp_path / "data", where, UPGRADE)
        assert done.returncode == 0, done.stderr
        assert migrations_in(where) > len(ran)
        assert len(list((tmp_path / "data" / "sebelum-pembaruan").iterdir())) == 2


def migrations_in(where: str) -> int:
    with psycopg.connect(where) as there:
        found = there.execute("SELECT count(*) FROM django_migrations").fetchone()
        assert found
        return int(found[0])
