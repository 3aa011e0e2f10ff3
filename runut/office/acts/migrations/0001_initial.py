import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """The table is as the cases made it; only the models' home is another."""

    initial = True

    dependencies = [
        ("cases", "0003_keys_and_reports"),
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="IdempotencyKey",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("key", models.CharField(max_length=64)),
                        ("fingerprint", models.CharField(max_length=64)),
                        ("answer", models.CharField(max_length=200)),
                        ("at", models.DateTimeField()),
                        ("office", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="people.office")),
                        ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        "db_table": "cases_idempotencykey",
                        "constraints": [models.UniqueConstraint(fields=("office", "person", "key"), name="idempotency_once")],
                    },
                ),
            ],
        ),
    ]
