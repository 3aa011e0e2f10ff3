"""Which database an office lives in: SQLite in its data folder, or what ``RUNUT_DATABASE`` names.

reliability: a commit is on the disk before it is answered, and a writer waits for the one before
it instead of failing half-way (docs/decisions/0004-sqlite.md, 0013-postgresql.md).
"""

from importlib import import_module
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

WAIT_S = 20
"""How long a writer waits for another before the office answers that it is busy."""
LONGEST_STATEMENT_S = 60
LONGEST_IDLE_S = 300
_SCHEMES = ("postgresql://", "postgres://")
_FORM = "postgresql://nama:sandi@alamat:5432/basisdata atau postgresql:///basisdata?host=/folder"
_GUARANTEES = (
    "-c synchronous_commit=on -c default_transaction_isolation=read\\ committed"
    f" -c lock_timeout={WAIT_S}s -c statement_timeout={LONGEST_STATEMENT_S}s"
    f" -c idle_in_transaction_session_timeout={LONGEST_IDLE_S}s"
)


def database_of(address: str, data_folder: Path) -> dict[str, Any]:
    """Django's settings of the database at ``address``; "" is SQLite in ``data_folder``.

    Raises ImproperlyConfigured, in Indonesian, for an address that names no database.
    """
    return _postgresql(address) if address else _sqlite(data_folder / "runut.sqlite3")


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "runut.office.recording.sqlite",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": WAIT_S,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            ),
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    given = _parts(address)
    options = f"{given.pop('options', '')} {_GUARANTEES}".strip()
    return {
        "ENGINE": "runut.office.recording.postgresql",
        "NAME": given.pop("dbname"),
        "USER": given.pop("user", ""),
        "PASSWORD": given.pop("password", ""),
        "HOST": given.pop("host", ""),
        "PORT": given.pop("port", ""),
        # each thread of the server keeps its connection; one that died is replaced unnoticed
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 10, **given, "options": options},
    }


def _parts(address: str) -> dict[str, Any]:
    """The address as PostgreSQL's own library reads it."""
    if not address.startswith(_SCHEMES):
        raise ImproperlyConfigured(f"RUNUT_DATABASE tidak dikenali. Bentuknya: {_FORM}.")
    driver = import_module("psycopg")
    try:
        given: dict[str, Any] = driver.conninfo.conninfo_to_dict(address)
    except driver.Error as error:
        raise ImproperlyConfigured(
            f"RUNUT_DATABASE tidak dapat dibaca ({str(error).strip()}). Bentuknya: {_FORM}."
        ) from error
    if not given.get("dbname"):
        raise ImproperlyConfigured(f"RUNUT_DATABASE tidak menyebut basis data. Bentuknya: {_FORM}.")
    return given
