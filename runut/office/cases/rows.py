"""The few statements that every act on a case runs, as plain SQL (docs/decisions/0005-hot-path.md).

Everywhere else the ORM reads and writes these tables.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from django.db import connection

from runut.office.cases.models import Case
from runut.office.hot_sql import run
from runut.office.people.models import Office
from runut.office.recording.touched import note
from runut.office.sops.models import SopVersion

_LOAD = (
    "SELECT c.judul, c.sop_version_id, c.tahun, c.status, c.version, c.snapshot, c.mulai_oleh_id,"
    " c.mulai_pada, c.batas, c.laporan, v.revisi, v.sha256, CAST(v.adopsi AS TEXT),"
    " v.diadopsi_pada, o.nama,"
    " CAST(o.kop AS TEXT), o.alamat, o.kota, o.kode, o.zona_waktu, o.is_contoh,"
    " CAST(o.ramadan AS TEXT), o.kalender_versi"
    " FROM cases_case c JOIN sops_sopversion v ON v.id = c.sop_version_id"
    " JOIN people_office o ON o.id = c.office_id WHERE c.office_id = %s AND c.id = %s"
)
_TO_WRITE = {"sqlite": _LOAD, "postgresql": _LOAD + " FOR UPDATE OF c"}
"""Reading a case to act on it locks its row; on SQLite the transaction is the lock."""
_SAVE = (
    "UPDATE cases_case SET version = %s, status = %s, snapshot = %s"
    " WHERE office_id = %s AND id = %s AND version = %s"
)
_DROP_HOLDERS = (
    "DELETE FROM cases_taskholder WHERE office_id = %s AND task_id IN"
    " (SELECT id FROM cases_task WHERE office_id = %s AND case_id = %s AND no = %s) RETURNING id"
)
_DROP_TASK = "DELETE FROM cases_task WHERE office_id = %s AND case_id = %s AND no = %s RETURNING id"
_ADD_TASK = (
    "INSERT INTO cases_task (office_id, case_id, no, round, dibuka_pada, batas)"
    " VALUES (%s, %s, %s, %s, %s, %s) RETURNING id"
)
_ADD_HOLDER = (
    "INSERT INTO cases_taskholder (office_id, person_id, task_id) VALUES (%s, %s, %s) RETURNING id"
)

_LARGEST_KEY = 2**63 - 1
"""Keys are numbers of 64 bits; an address can name a larger one, a statement cannot."""


def load_row(case_id: int, office_id: int, *, is_to_write: bool = False) -> Case:
    """A case with its office and the head of its SOP version. Raises Case.DoesNotExist."""
    if case_id > _LARGEST_KEY:
        raise Case.DoesNotExist
    statement = _TO_WRITE[connection.vendor] if is_to_write else _LOAD
    found = run(statement, (office_id, case_id)).fetchone()
    if found is None:
        raise Case.DoesNotExist
    case, version, office = found[:10], found[10:14], found[14:]
    return Case(
        id=case_id,
        office=_office(office_id, office),
        judul=case[0],
        sop_version=_version(case[1], office_id, version),
        tahun=case[2],
        status=case[3],
        version=case[4],
        snapshot=case[5],
        mulai_oleh_id=case[6],
        mulai_pada=_moment(case[7]),
        batas=_day(case[8]),
        laporan=case[9],
    )


def save_row(row: Case, status: str, snapshot: str) -> bool:
    """Write the snapshot if nobody wrote since ``row`` was read."""
    values = (row.version + 1, status, snapshot, row.office_id, row.pk, row.version)
    return bool(run(_SAVE, values).rowcount == 1)


def drop_tasks(row: Case, nos: Iterable[str]) -> None:
    """Take steps that are no longer open, or open anew, out of all inboxes."""
    for no in nos:
        _write("cases_taskholder", _DROP_HOLDERS, (row.office_id, row.office_id, row.pk, no))
        _write("cases_task", _DROP_TASK, (row.office_id, row.pk, no))


@dataclass(frozen=True)
class NewTask:
    """A step that has just opened: since when, until when, and in whose inboxes."""

    no: str
    round: int
    opened_at: datetime
    due: datetime | None
    people: Sequence[str]


def add_task(row: Case, task: NewTask) -> None:
    """Put an open step into the inboxes of its people."""
    moments = [connection.ops.adapt_datetimefield_value(one) for one in (task.opened_at, task.due)]
    values = (row.office_id, row.pk, task.no, task.round, *moments)
    (task_id,) = _write("cases_task", _ADD_TASK, values)
    for ref in task.people:
        _write("cases_taskholder", _ADD_HOLDER, (row.office_id, int(ref), task_id))


def _write(table: str, statement: str, values: Sequence[Any]) -> list[int]:
    """The keys of the rows that ``statement`` wrote; the audit chain is told of them."""
    keys = [key for (key,) in run(statement, values).fetchall()]
    note(table, keys, values[0])
    return keys


# An office and an adopted version hardly ever change: the same columns give the same object,
# which an act reads and never writes.
@lru_cache(maxsize=256)
def _version(version_id: int, office_id: int, found: tuple[Any, ...]) -> SopVersion:
    return SopVersion(
        id=version_id,
        office_id=office_id,
        revisi=found[0],
        sha256=found[1],
        adopsi=json.loads(found[2]),
        diadopsi_pada=_moment(found[3]),
    )


@lru_cache(maxsize=64)
def _office(office_id: int, found: tuple[Any, ...]) -> Office:
    return Office(
        id=office_id,
        nama=found[0],
        kop=json.loads(found[1]),
        alamat=found[2],
        kota=found[3],
        kode=found[4],
        zona_waktu=found[5],
        is_contoh=bool(found[6]),
        ramadan=json.loads(found[7]),
        kalender_versi=found[8],
    )


def _moment(value: Any) -> Any:
    """SQLite hands moments back as UTC text, PostgreSQL as moments."""
    if isinstance(value, str):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    return value


def _day(value: Any) -> Any:
    return date.fromisoformat(value) if isinstance(value, str) else value
