"""The window of a quarter, the pack of a unit, and what the unit proposes for each figure."""

from datetime import date
from typing import ClassVar

from django.db import models

from runut.core.kinerja.paket import ROMAWI
from runut.office.people.models import Office, Person


class EntryWindow(models.Model):
    """From when until when units fill in a quarter. The last one of a quarter holds.

    ``alasan``: why it was opened again or moved; the first one needs none.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    tahun = models.PositiveIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    urutan = models.PositiveIntegerField()
    dibuka = models.DateField()
    ditutup = models.DateField()
    alasan = models.CharField(max_length=300, blank=True)
    oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "tahun", "triwulan", "urutan"], name="window_once"
            )
        ]

    def __str__(self) -> str:
        return f"TW {ROMAWI[self.triwulan - 1]} {self.tahun}"

    def is_open(self, today: date) -> bool:
        return self.dibuka <= today <= self.ditutup


class Pack(models.Model):
    """What one unit is asked for in a quarter. ``kunci`` is the secret of its link; a pack that is
    sent again is another one, and the one before is withdrawn."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    tahun = models.PositiveIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=200, blank=True)
    urutan = models.PositiveIntegerField()
    kunci = models.CharField(max_length=32)
    surel = models.CharField(max_length=254, blank=True)
    dibuat_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()
    surel_pada = models.DateTimeField(null=True)
    surel_gagal = models.CharField(max_length=200, blank=True)
    ditarik_pada = models.DateTimeField(null=True)
    alasan = models.CharField(max_length=300, blank=True)

    SECRETS: ClassVar = ("kunci",)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "tahun", "triwulan", "unit", "urutan"], name="pack_once"
            )
        ]

    @property
    def nama(self) -> str:
        return self.unit or "Tanpa penanggung jawab"

    @property
    def masa(self) -> str:
        """The quarter in words."""
        return f"TW {ROMAWI[self.triwulan - 1]} {self.tahun}"

    def __str__(self) -> str:
        return f"{self.nama}, {self.masa}"


class Proposal(models.Model):
    """What a unit says of one figure: as typed. A later one for the same figure takes its place.

    An empty ``nilai`` takes back what was proposed before. ``temuan``: what is to be looked at.
    """

    class State(models.TextChoices):
        WAITING = "usulan", "menunggu"
        TAKEN = "dipakai", "dipakai"
        REFUSED = "ditolak", "ditolak"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="proposals")
    indikator_id = models.CharField(max_length=100)
    kunci = models.CharField(max_length=40)
    nilai = models.CharField(max_length=200, blank=True)
    catatan = models.CharField(max_length=500, blank=True)
    temuan = models.JSONField(default=list)
    melalui = models.CharField(max_length=60)
    pada = models.DateTimeField()
    keadaan = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    alasan = models.CharField(max_length=300, blank=True)
    diputus_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    diputus_pada = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["office", "pack", "indikator_id", "kunci"], name="proposal_of")
        ]

    @property
    def key(self) -> tuple[str, str]:
        return self.indikator_id, self.kunci
