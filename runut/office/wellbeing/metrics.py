"""What ``/metrics`` tells, in the text format of Prometheus: figures about the machine's work.

Nothing in it is about people or their papers. What cannot be known now (a database that does not
answer) is left out: a missing figure is seen by who watches, a false zero is not.
"""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Count
from django_tasks_db.models import DBTaskResult

from runut.files.guard.room import OFFICE_ROOM
from runut.office.backup.last import last_copies
from runut.office.trust.checkpoints import newest_checkpoint
from runut.office.wellbeing.counting import answered
from runut.office.wellbeing.parts import look
from runut.office.wellbeing.restarts import WEB, WORKER, restarts

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True)
class Figure:
    """A figure with its meaning; its values by what tells them apart ("" if there is one)."""

    name: str
    means: str
    values: dict[str, float] = field(default_factory=dict)
    label: str = ""
    kind: str = "gauge"

    def lines(self) -> Iterator[str]:
        if self.values:
            yield f"# HELP {self.name} {self.means}"
            yield f"# TYPE {self.name} {self.kind}"
        for told, value in self.values.items():
            mark = f'{{{self.label}="{told}"}}' if self.label else ""
            yield f"{self.name}{mark} {value:.10g}"


def metrics_text(now: datetime) -> str:
    """Every figure that can be known now."""
    figures = [*_requests(), *_parts(now), *_stored(), *_jobs(), *_database()]
    return "\n".join(line for figure in figures for line in figure.lines()) + "\n"


def _requests() -> Iterator[Figure]:
    counted = answered()
    counts = {kind: float(count) for kind, (count, _) in counted.items()}
    seconds = {kind: seconds for kind, (_, seconds) in counted.items()}
    words = "Permintaan yang dijawab proses web ini, menurut kelas status"
    yield Figure("runut_requests_total", words, counts, "status", "counter")
    words = "Detik yang terpakai untuk menjawabnya"
    yield Figure("runut_request_seconds_total", words, seconds, "status", "counter")
    read, wait = OFFICE_ROOM.counted()
    values = {"dibaca": float(read), "menunggu": float(wait)}
    yield Figure("runut_readings", "Berkas di ruang baca proses web ini", values, "state")


def _parts(now: datetime) -> Iterator[Figure]:
    well = {one.name: float(one.is_well) for one in look(now)}
    yield Figure("runut_part_up", "1 bila bagian ini baik, seperti pada /siap", well, "part")
    found = restarts(now)
    again = {what: float(found[what]) for what in (WEB, WORKER)}
    words = "Berapa kali dijalankan lagi dalam satu jam terakhir"
    yield Figure("runut_restarts_last_hour", words, again, "process")


def _stored() -> Iterator[Figure]:
    copies = last_copies()
    with suppress(OSError):
        last = newest_checkpoint()
        values = {"": last.stat().st_mtime} if last else {}
        yield Figure("runut_checkpoint_timestamp_seconds", "Titik periksa terakhir", values)
    values = {"": copies.at.timestamp()} if copies.at else {}
    yield Figure("runut_backup_timestamp_seconds", "Cadangan terakhir yang baik", values)
    words = "1 bila percobaan cadangan terakhir gagal"
    yield Figure("runut_backup_failed", words, {"": float(bool(copies.failed))})
    with suppress(OSError):
        free = {"": float(shutil.disk_usage(settings.DATA_DIR).free)}
        yield Figure("runut_disk_free_bytes", "Ruang cakram yang tersisa", free)


def _jobs() -> Iterator[Figure]:
    with suppress(DatabaseError):
        rows = DBTaskResult.objects.values_list("status").annotate(count=Count("pk"))
        known = {"ready": 0.0, "running": 0.0, "failed": 0.0}
        found = {str(status).lower(): float(count) for status, count in rows}
        values = {state: found.get(state, 0.0) for state in known}
        yield Figure("runut_jobs", "Pekerjaan latar menurut keadaan", values, "state")


def _database() -> Iterator[Figure]:
    with suppress(DatabaseError, OSError):
        yield Figure("runut_database_bytes", "Besar basis data", {"": float(_size())})


def _size() -> int:
    if connection.vendor == "sqlite":
        name = Path(connection.settings_dict["NAME"])
        places = (name, name.with_name(f"{name.name}-wal"))
        return sum(one.stat().st_size for one in places if one.exists())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])
