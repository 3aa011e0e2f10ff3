"""Which forms were sent already, and what they were answered."""

from typing import ClassVar

from django.db import models

from runut.office.people.models import Office, Person


class IdempotencyKey(models.Model):
    """A form was sent: the same key again gets the same answer and has no second effect."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=64)
    answer = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        db_table = "cases_idempotencykey"  # it was a table of the cases once
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "person", "key"], name="idempotency_once")
        ]
