"""What was told to whom on which morning, how a person wants it, and the secret of his feed."""

import secrets
from typing import ClassVar

from django.db import models

from runut.office.people.models import Office, Person


def new_token() -> str:
    """The secret of a calendar address: 192 bits, so that nobody finds one by trying."""
    return secrets.token_urlsafe(24)


class Morning(models.Model):
    """A working morning on which the reminders of an office were gathered: once."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    hari = models.DateField()
    pada = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "hari"], name="morning_once")
        ]


class Digest(models.Model):
    """All that a person is told on one morning. ``isi``: the lines (see due.Line).

    ``surel``: how its e-mail stands; ``surel_pada``: since when.
    """

    class Surel(models.TextChoices):
        NONE = "tidak", "Tidak dikirim"
        WAITING = "menunggu", "Menunggu"
        SENDING = "dikirim", "Sedang dikirim"
        SENT = "terkirim", "Terkirim"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    hari = models.DateField()
    isi = models.JSONField(default=list)
    dibuat_pada = models.DateTimeField()
    surel = models.CharField(max_length=10, choices=Surel.choices, default=Surel.NONE)
    surel_pada = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "person", "hari"], name="digest_once")
        ]
        indexes: ClassVar = [models.Index(fields=["office", "hari", "surel"], name="digest_surel")]


class Told(models.Model):
    """That a person was told of a mark of a limit: never twice."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=80)
    kind = models.CharField(max_length=8)
    digest = models.ForeignKey(Digest, on_delete=models.PROTECT, related_name="told")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "person", "subject", "kind"], name="told_once"
            )
        ]


class Preference(models.Model):
    """Whether a person wants his reminders by e-mail too; without a row: yes."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    surel = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "person"], name="preference_once")
        ]


class Feed(models.Model):
    """The secret address of a person's calendar; without a row there is none."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    token = models.CharField(max_length=40, default=new_token)
    dibuat_pada = models.DateTimeField()

    SECRETS: ClassVar = ("token",)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "person"], name="feed_once"),
            models.UniqueConstraint(fields=["office", "token"], name="feed_token"),
        ]
