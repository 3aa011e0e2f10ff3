"""The figures of a year, as they came in: each workbook is kept whole, by its hash."""

from typing import ClassVar

from django.db import models

from runut.office.people.models import Office, Person


class Dataset(models.Model):
    """A data workbook that was read without blockers. A new one is a new version, never an edit."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    tahun = models.PositiveIntegerField()
    versi = models.PositiveIntegerField()
    nama = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    temuan = models.JSONField(default=list)
    dimuat_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    dimuat_pada = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "tahun", "versi"], name="dataset_versi")
        ]
