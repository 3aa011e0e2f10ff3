"""Which actors of a case stand for somebody outside the office."""

from typing import ClassVar

from django.db import models

from runut.office.cases.models import Case
from runut.office.people.models import Office


class OutsideParty(models.Model):
    """An actor of a case who is outside: ``nama`` says who. Its holders write for him."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="outside")
    peran = models.CharField(max_length=120)
    nama = models.CharField(max_length=150)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "case", "peran"], name="outside_peran")
        ]

    def __str__(self) -> str:
        return self.nama
