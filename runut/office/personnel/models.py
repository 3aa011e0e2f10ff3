"""How people come in, and what they are trained for. The people themselves are of ``people``."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from runut.office.people.models import Office, Person


class LoginCode(models.Model):
    """A code that lets one person in once, to choose a password. Only its hash is kept.

    ``ditutup_pada``: it was used, or another was made instead.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="login_codes")
    hash = models.CharField(max_length=64)
    dibuat_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()
    berlaku_sampai = models.DateTimeField()
    ditutup_pada = models.DateTimeField(null=True)

    SECRETS: ClassVar = ("hash",)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["office", "person"], name="logincode_person")]


class Qualification(models.Model):
    """Training or competence of a person, as its certificate says it."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="qualifications")
    nama = models.CharField(max_length=200)
    penyelenggara = models.CharField(max_length=150, blank=True)
    nomor = models.CharField(max_length=100, blank=True)
    tanggal = models.DateField(null=True)
    berlaku_sampai = models.DateField(null=True)
    dicabut = models.BooleanField(default=False, help_text="Salah catat; tidak dihitung lagi")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["office", "person"], name="qualif_person")]

    def has_lapsed(self, day: date) -> bool:
        return self.berlaku_sampai is not None and self.berlaku_sampai < day


class Fulfilment(models.Model):
    """Whether a person fulfils a demand of SOPs, as somebody who keeps the office confirmed it.

    A demand is a line of *kualifikasi pelaksana*, found by the hash of its words: the same words
    in the next revision, or in another SOP, need not be confirmed again.
    """

    class Jawaban(models.TextChoices):
        YA = "ya", "Memenuhi"
        BELUM = "belum", "Belum memenuhi"
        BEBAS = "bebas", "Tidak diperlukan untuk tugasnya"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="fulfilments")
    hash = models.CharField(max_length=64)
    syarat = models.TextField()
    jawaban = models.CharField(max_length=6, choices=Jawaban.choices)
    dasar = models.ForeignKey(
        Qualification, on_delete=models.PROTECT, null=True, related_name="fulfilments"
    )
    dipastikan_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    dipastikan_pada = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "person", "hash"], name="fulfilment_once")
        ]

    @staticmethod
    def counts_on(day: date) -> Q:
        """Those that let the person do the work on ``day``: what they rest on has not lapsed."""
        lasting = Q(dasar__isnull=True) | (
            Q(dasar__dicabut=False)
            & (Q(dasar__berlaku_sampai__isnull=True) | Q(dasar__berlaku_sampai__gte=day))
        )
        return Q(jawaban="bebas") | (Q(jawaban="ya") & lasting)
