"""What a change of the calendar did to open tasks."""

from typing import ClassVar

from django.db import models

from runut.office.cases.models import Case
from runut.office.people.models import Office


class DeadlineMove(models.Model):
    """The limit of an open step moved because the calendar changed, and why."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    no = models.CharField(max_length=12)
    round = models.PositiveIntegerField()
    dari = models.DateTimeField()
    ke = models.DateTimeField()
    karena = models.CharField(max_length=400)
    versi = models.PositiveIntegerField(help_text="Versi kalender kantor")
    pada = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "case", "no", "round", "versi"], name="deadline_move_once"
            )
        ]
