"""How far an office has come with being set up."""

from typing import ClassVar

from django.db import models

from runut.office.people.models import Office


class SetupStep(models.Model):
    """A step of setting up that was done, or was put off on purpose; it can always be done again.

    What a step is for can be seen without this row wherever the office itself shows it.
    """

    class State(models.TextChoices):
        SUDAH = "sudah", "Sudah"
        DILEWATI = "dilewati", "Dilewati"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    langkah = models.CharField(max_length=20)
    keadaan = models.CharField(max_length=10, choices=State.choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "langkah"], name="setup_step_once")
        ]
