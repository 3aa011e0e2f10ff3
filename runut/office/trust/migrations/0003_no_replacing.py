"""INSERT OR REPLACE removes the line that is in its way, and SQLite asks no trigger of DELETE.

PostgreSQL knows no such statement: what comes nearest is an UPDATE, and asks its trigger.
"""

from django.db import migrations

from runut.office.vendor_sql import VendorSQL

MESSAGE = "jejak audit hanya boleh ditambah"


class Migration(migrations.Migration):
    dependencies = [("trust", "0002_append_only")]
    operations = [
        VendorSQL(
            sqlite=(
                (
                    "CREATE TRIGGER trust_entry_tanpa_ganti BEFORE INSERT ON trust_entry "
                    "WHEN EXISTS (SELECT 1 FROM trust_entry WHERE id = NEW.id "
                    "OR (office_id = NEW.office_id AND seq = NEW.seq)) "
                    f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
                ),
                ("DROP TRIGGER trust_entry_tanpa_ganti",),
            ),
            postgresql=((), ()),
        )
    ]
