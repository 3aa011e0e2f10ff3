from django.db import migrations

_MARKS = {"periksa": "paraf", "tandatangan": "tanda_tangan"}


def _say_marks(apps, schema_editor):
    """What a check puts on a document was told by its verb; now the kind of work says it."""
    for version in apps.get_model("sops", "SopVersion").objects.exclude(adopsi={}):
        adopsi = version.adopsi
        works = adopsi.get("works", {})
        adopsi["marks"] = {no: _MARKS[work] for no, work in works.items() if work in _MARKS}
        adopsi["works"] = {
            no: "panggil_rapat" if work == "penugasan" else work for no, work in works.items()
        }
        adopsi["report"] = "lakip" if "sempurnakan" in works.values() else ""
        version.save(update_fields=["adopsi"])


class Migration(migrations.Migration):

    dependencies = [
        ("sops", "0002_reading"),
    ]

    operations = [migrations.RunPython(_say_marks, migrations.RunPython.noop)]
