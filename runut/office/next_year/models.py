"""Which case goes on from which."""

from typing import ClassVar

from django.db import models

from runut.office.cases.models import Case
from runut.office.people.models import Office


class Continuation(models.Model):
    """``case`` is the report of the year after ``before``."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="continues")
    before = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="continued_by")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "before", "case"], name="continuation_once")
        ]
