from django.db import migrations, models


def _name_reports(apps, schema_editor):
    """Until now a case with a year reported on it, and there was one kind of report."""
    apps.get_model("cases", "Case").objects.filter(tahun__isnull=False).update(laporan="lakip")


class Migration(migrations.Migration):

    dependencies = [
        ("cases", "0002_casemember"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.DeleteModel(name="IdempotencyKey")],
        ),
        migrations.AddField(
            model_name="case",
            name="laporan",
            field=models.CharField(blank=True, default="", max_length=30),
            preserve_default=False,
        ),
        migrations.RunPython(_name_reports, migrations.RunPython.noop),
    ]
