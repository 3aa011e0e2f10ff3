"""The database itself refuses to change or remove a line of the audit chain."""

from django.db import migrations

from runut.office.vendor_sql import VendorSQL

MESSAGE = "jejak audit hanya boleh ditambah"
REFUSE = (
    "CREATE OR REPLACE FUNCTION trust_entry_menolak() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
)


def _trigger(what: str) -> VendorSQL:
    name = f"trust_entry_tanpa_{what.lower()}"
    # PostgreSQL empties a table without asking about its rows
    each = "STATEMENT" if what == "TRUNCATE" else "ROW"
    sqlite = (
        (
            f"CREATE TRIGGER {name} BEFORE {what} ON trust_entry "
            f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
        ),
        (f"DROP TRIGGER {name}",),
    )
    postgresql = (
        (
            REFUSE,
            f"CREATE TRIGGER {name} BEFORE {what} ON trust_entry "
            f"FOR EACH {each} EXECUTE FUNCTION trust_entry_menolak()",
        ),
        (f"DROP TRIGGER {name} ON trust_entry",),
    )
    return VendorSQL(((), ()) if what == "TRUNCATE" else sqlite, postgresql)


class Migration(migrations.Migration):
    dependencies = [("trust", "0001_initial")]
    operations = [_trigger("UPDATE"), _trigger("DELETE"), _trigger("TRUNCATE")]
