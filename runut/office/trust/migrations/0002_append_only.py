"""The database itself refuses to change or remove a line of the audit chain."""

from django.db import migrations

TABLES = ("trust_entry", "trust_checkpoint")
MESSAGE = "jejak audit hanya boleh ditambah"


def _trigger(table: str, what: str) -> migrations.RunSQL:
    name = f"{table}_tanpa_{what.lower()}"
    return migrations.RunSQL(
        f"CREATE TRIGGER {name} BEFORE {what} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
        f"DROP TRIGGER {name}",
    )


class Migration(migrations.Migration):
    dependencies = [("trust", "0001_initial")]
    operations = [_trigger(table, what) for table in TABLES for what in ("UPDATE", "DELETE")]
