"""Who is away from when to when, and who stands in for him, by which letter."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from runut.core.words.dates import format_date
from runut.office.people.models import Office, Person


class Sebab(models.TextChoices):
    CUTI = "cuti", "Cuti"
    DINAS = "dinas", "Dinas luar"
    SAKIT = "sakit", "Sakit"
    KOSONG = "kosong", "Jabatan kosong"


class Jenis(models.TextChoices):
    PENGGANTI = "pengganti", "Pengganti selama tidak di tempat"
    PLH = "plh", "Pelaksana harian (Plh.)"
    PLT = "plt", "Pelaksana tugas (Plt.)"
    PJ = "pj", "Penjabat (Pj.)"


IS_A_POST = (Jenis.PLH, Jenis.PLT, Jenis.PJ)
"""Kinds by which the substitute holds the post, and not only does its work."""


class Substitution(models.Model):
    """``peran``: the actors of the SOPs that it is for. ``substitute`` is null where somebody is
    away and nobody stands in. ``diakhiri``: the last day, where it ended before its time."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    holder = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sebab = models.CharField(max_length=10, choices=Sebab.choices)
    jenis = models.CharField(max_length=10, choices=Jenis.choices)
    substitute = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    peran = models.JSONField(default=list)
    mulai = models.DateField()
    selesai = models.DateField()
    sk = models.CharField(max_length=120, blank=True)
    sk_tanggal = models.DateField(null=True)
    diakhiri = models.DateField(null=True)
    alasan_akhir = models.CharField(max_length=1000, blank=True)
    dicatat_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["office", "holder", "mulai"], name="substitution_holder"),
            models.Index(fields=["office", "substitute", "mulai"], name="substitution_substitute"),
        ]

    @property
    def last(self) -> date:
        """Its last day as it stands."""
        return self.diakhiri or self.selesai

    @property
    def surat(self) -> str:
        """The letter as trail and papers name it."""
        if self.sk_tanggal is None:
            return self.sk
        return f"{self.sk} tanggal {format_date(self.sk_tanggal)}"

    @property
    def title(self) -> str:
        """As what the substitute acts: "Plh. " and the role."""
        words = {"plh": "Plh.", "plt": "Plt.", "pj": "Pj.", "pengganti": "pengganti"}
        return f"{words[self.jenis]} {', '.join(self.peran)}"

    @property
    def days(self) -> str:
        return f"{format_date(self.mulai)} s.d. {format_date(self.last)}"

    @staticmethod
    def touching(first: date, last: date) -> Q:
        """Substitutions in force on one of the days from ``first`` to ``last``."""
        was_ended = Q(diakhiri__gte=first) & Q(diakhiri__gte=F("mulai"))
        is_whole = Q(diakhiri=None, selesai__gte=first)
        return Q(mulai__lte=last) & (is_whole | was_ended)
