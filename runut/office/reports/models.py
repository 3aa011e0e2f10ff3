"""The words people write for a report, apart from the figures and never overwritten."""

from typing import ClassVar

from django.db import models

from runut.office.cases.models import Case, Document
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


class FrozenDraft(models.Model):
    """What was frozen: the draft, the version of the figures in it, and what became of the notes.

    ``jawaban``: what the writers answered to each note of a return, by the note's key.
    ``berubah``: the sections that differ from the draft that came back before.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="frozen")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="frozen")
    data_versi = models.PositiveIntegerField(null=True)
    jawaban = models.JSONField(default=dict)
    berubah = models.JSONField(default=list)
    dibekukan_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    dibekukan_pada = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["office", "case"], name="frozendraft_case")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "document"], name="frozendraft_document")
        ]


class Correction(models.Model):
    """A ralat: the case that corrects a signed report, which stays as it is."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    signed = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="corrections")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="corrects")
    alasan = models.TextField()
    diminta_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["office", "signed"], name="correction_signed")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "case"], name="correction_case")
        ]
