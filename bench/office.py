"""Imported first by what measures an office: an empty database of its own, and Django set up.

SQLite in a temporary folder; the database that RUNUT_DATABASE names, if no office is in it; or one
on the server of ``scripts/with-postgres --durable``.
"""

import os
import sys
import tempfile

_SOCKET = os.environ.get("RUNUT_UJI_POSTGRES", "")
os.environ.setdefault("RUNUT_DATA", tempfile.mkdtemp(prefix="runut-ukur-"))
os.environ["DJANGO_SETTINGS_MODULE"] = "runut.settings"
if _SOCKET:
    import psycopg

    _name = f"ukur_{os.getpid()}"
    with psycopg.connect(f"postgresql://uji@/postgres?host={_SOCKET}", autocommit=True) as _server:
        _server.execute(f"CREATE DATABASE {_name} TEMPLATE template0")
    os.environ["RUNUT_DATABASE"] = f"postgresql://uji@/{_name}?host={_SOCKET}"

import django

django.setup()

from django.core.management import call_command
from django.db import connection

from runut.office.people.models import Office

call_command("migrate", verbosity=0)
if Office.objects.exists():
    sys.exit("Pengukuran memerlukan basis data kosong; di sini sudah ada kantor.")
print(f"basis data: {connection.vendor}", flush=True)
