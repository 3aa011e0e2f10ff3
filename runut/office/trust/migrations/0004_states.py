"""A line of the chain also holds what stands in the rows that were written with it.

Plain SQL: Django would copy the whole table on SQLite, and lose the triggers that guard it.
"""

from django.db import migrations, models

from runut.office.vendor_sql import VendorSQL

_ADD = ("ALTER TABLE trust_entry ADD COLUMN states text NOT NULL DEFAULT ''",)
_DROP = ("ALTER TABLE trust_entry DROP COLUMN states",)


class Migration(migrations.Migration):
    dependencies = [("trust", "0003_no_replacing")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[VendorSQL((_ADD, _DROP), (_ADD, _DROP))],
            state_operations=[
                migrations.AddField("entry", "states", models.TextField(blank=True, default="")),
            ],
        )
    ]
