"""The words people write for a report, apart from the figures and never overwritten."""

from typing import ClassVar

from django.db import models

from runut.office.cases.models import Case
from runut.office.people.models import Office, Person


class SectionText(models.Model):
    """One saved state of one section. Saving adds a row; the highest ``versi`` is the text."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="texts")
    key = models.CharField(max_length=120)
    versi = models.PositiveIntegerField()
    teks = models.TextField(blank=True)
    ditulis_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ditulis_pada = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "case", "key", "versi"], name="sectiontext_versi"
            )
        ]
