"""The audit chain of each office. Rows are only ever added."""

from typing import ClassVar

from django.db import models

from runut.core.trust.chain import Link, Row
from runut.office.people.models import Office


class ChainHead(models.Model):
    """Where an office's chain ends. Its row is the lock that keeps ``seq`` without gaps."""

    office = models.OneToOneField(Office, on_delete=models.PROTECT, primary_key=True)
    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)


class Entry(models.Model):
    """One act, as core.trust.chain.Row has it. Triggers refuse UPDATE and DELETE."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    seq = models.PositiveBigIntegerField()
    prev_hash = models.CharField(max_length=64)
    at = models.CharField(max_length=32)
    actor = models.CharField(max_length=40)
    on_behalf_of = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    payload = models.TextField()
    document = models.CharField(max_length=64, blank=True)
    states = models.TextField(default="", blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "seq"], name="entry_office_seq")
        ]
        indexes: ClassVar = [
            models.Index(fields=["office", "subject", "seq"], name="entry_office_subject")
        ]

    def as_link(self) -> Link:
        row = Row(
            office=str(self.office_id),
            seq=self.seq,
            prev_hash=self.prev_hash,
            at=self.at,
            actor=self.actor,
            on_behalf_of=self.on_behalf_of,
            kind=self.kind,
            subject=self.subject,
            payload=self.payload,
            document=self.document,
            states=self.states,
        )
        return Link(row, self.hash)
