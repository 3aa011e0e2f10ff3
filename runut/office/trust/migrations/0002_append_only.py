"""The database itself refuses to change or remove a line of the audit chain."""

from django.db import migrations

MESSAGE = "jejak audit hanya boleh ditambah"


def _trigger(what: str) -> migrations.RunSQL:
    name = f"trust_entry_tanpa_{what.lower()}"
    return migrations.RunSQL(
        f"CREATE TRIGGER {name} BEFORE {what} ON trust_entry "
        f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
        f"DROP TRIGGER {name}",
    )


class Migration(migrations.Migration):
    dependencies = [("trust", "0001_initial")]
    operations = [_trigger("UPDATE"), _trigger("DELETE")]
