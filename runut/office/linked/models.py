"""What serves a step of a running case: another SOP, run here or asked of somebody."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from runut.office.cases.models import Case
from runut.office.people.models import Office, Person


class LinkedWork(models.Model):
    """An SOP named by step ``no`` of ``case``, under the name ``nama`` that the step gives it.

    Either ``child``, a case that runs it here, or a promise: ``penanggung_jawab`` does it outside
    until ``batas`` and says by ``bukti`` how it ended.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="linked")
    no = models.CharField(max_length=12)
    nama = models.CharField(max_length=300)
    child = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="serves")
    penanggung_jawab = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    batas = models.DateField(null=True)
    bukti = models.TextField(blank=True)
    selesai_pada = models.DateTimeField(null=True)
    diminta_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "case", "no", "nama"], name="linked_once"),
            models.CheckConstraint(
                condition=Q(child__isnull=False) | Q(penanggung_jawab__isnull=False),
                name="linked_to_something",
            ),
        ]

    def __str__(self) -> str:
        return self.nama
