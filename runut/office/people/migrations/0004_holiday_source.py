from django.db import migrations, models


class Migration(migrations.Migration):
    """A day off says by which decree it is one."""

    dependencies = [("people", "0003_units_and_names")]

    operations = [
        migrations.AddField("holiday", "sumber", models.CharField(blank=True, max_length=200)),
        migrations.AddField("holiday", "catatan", models.CharField(blank=True, max_length=200)),
        migrations.AlterField(
            "holiday",
            "jenis",
            models.CharField(
                choices=[
                    ("libur", "Libur nasional"),
                    ("cuti_bersama", "Cuti bersama"),
                    ("daerah", "Libur daerah"),
                ],
                max_length=15,
            ),
        ),
    ]
