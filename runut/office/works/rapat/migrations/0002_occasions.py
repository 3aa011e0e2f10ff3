import django.db.models.deletion
from django.db import migrations, models

_STEPS = ("panggil_rapat", "undangan", "kesiapan", "buka_rapat", "bahas")


def _name_occasions(apps, schema_editor):
    """Until now a case held one meeting: its occasion begins with the first of its steps."""
    for meeting in apps.get_model("meetings", "Meeting").objects.select_related("case__sop_version"):
        works = meeting.case.sop_version.adopsi.get("works", {})
        steps = [no for no, work in works.items() if work in _STEPS]
        meeting.occasion = steps[0] if steps else ""
        meeting.save(update_fields=["occasion"])


class Migration(migrations.Migration):

    dependencies = [
        ("cases", "0003_keys_and_reports"),
        ("sops", "0003_kinds_of_work"),
        ("meetings", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="meeting",
            name="case",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="cases.case"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="occasion",
            field=models.CharField(default="", max_length=12),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="meeting",
            name="ke",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.RunPython(_name_occasions, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(fields=("office", "case", "occasion", "ke"), name="meeting_occasion"),
        ),
    ]
