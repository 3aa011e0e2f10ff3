"""T12 on the real database: the chain cannot be changed past it."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction

from runut.office.people.models import Office
from runut.office.trust.models import Entry
from tests.audit.chain import links
from tests.databases import POSTGRES_SOCKET, sql

pytestmark = pytest.mark.django_db


def _by_the_orm_update(entry: Entry) -> None:
    Entry.objects.filter(pk=entry.pk).update(actor="lain")


def _by_the_orm_delete(entry: Entry) -> None:
    Entry.objects.filter(pk=entry.pk).delete()


def _by_bulk_update(entry: Entry) -> None:
    entry.actor = "lain"
    Entry.objects.bulk_update([entry], ["actor"])


def _by_saving(entry: Entry) -> None:
    entry.payload = "{}"
    entry.save()


def _by_upsert(entry: Entry) -> None:
    Entry.objects.bulk_create(
        [entry], update_conflicts=True, unique_fields=["office", "seq"], update_fields=["hash"]
    )


def _by_sql(statement: str) -> Callable[[Entry], None]:
    return lambda entry: sql(statement, entry.pk)


def _by_emptying(what: str) -> Callable[[Entry], None]:
    def empty(entry: Entry) -> None:
        sql("SET CONSTRAINTS ALL IMMEDIATE")  # else the keys still to be checked refuse it
        sql(f"TRUNCATE {what}")

    return empty


COLUMNS = (
    "office_id, seq, prev_hash, at, actor, on_behalf_of, kind, subject, payload, document, states"
)
WAYS: dict[str, Callable[[Entry], None]] = {
    "orm update": _by_the_orm_update,
    "orm delete": _by_the_orm_delete,
    "bulk_update": _by_bulk_update,
    "save": _by_saving,
    "upsert": _by_upsert,
    "sql update": _by_sql("UPDATE trust_entry SET actor = 'lain' WHERE id = %s"),
    "sql delete": _by_sql("DELETE FROM trust_entry WHERE id = %s"),
}
SQLITE_WAYS = {
    "sql update or replace": _by_sql("UPDATE OR REPLACE trust_entry SET seq = 2 WHERE id = %s"),
    "sql replace the row": _by_sql(
        f"INSERT OR REPLACE INTO trust_entry (id, {COLUMNS}, hash)"  # noqa: S608
        f" SELECT id, {COLUMNS}, 'x' FROM trust_entry WHERE id = %s"
    ),
    "sql replace by number": _by_sql(
        f"REPLACE INTO trust_entry ({COLUMNS}, hash)"  # noqa: S608
        f" SELECT {COLUMNS}, 'x' FROM trust_entry WHERE id = %s"
    ),
}
POSTGRES_WAYS: dict[str, Callable[[Entry], None]] = {
    "sql upsert": _by_sql(
        f"INSERT INTO trust_entry (id, {COLUMNS}, hash)"  # noqa: S608
        f" SELECT id, {COLUMNS}, 'x' FROM trust_entry WHERE id = %s"
        " ON CONFLICT (id) DO UPDATE SET hash = 'x'"
    ),
    "sql merge": _by_sql(
        "MERGE INTO trust_entry USING (SELECT %s::bigint AS id) AS other"
        " ON trust_entry.id = other.id WHEN MATCHED THEN DELETE"
    ),
    "sql truncate": _by_emptying("trust_entry"),
    "sql truncate of what it hangs on": _by_emptying("people_office CASCADE"),
}
WAYS |= POSTGRES_WAYS if POSTGRES_SOCKET else SQLITE_WAYS


@pytest.mark.parametrize("way", WAYS)
def test_t12_the_database_refuses_to_change_the_chain(office: Office, way: str) -> None:
    before = links(office)
    entry = Entry.objects.get(office=office, seq=5)
    refused = (IntegrityError, connection.Database.IntegrityError)
    with pytest.raises(refused, match="jejak audit"), transaction.atomic():
        WAYS[way](entry)
    assert links(office) == before
