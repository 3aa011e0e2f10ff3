"""One line of the plan of action as somebody's task."""

from datetime import date
from typing import ClassVar

from django.db import models

from runut.office.cases.models import Case
from runut.office.people.models import Office, Person


class PlannedAction(models.Model):
    """A line of the plan of action (core.kinerja.tindakan.RencanaAksi), for one person.

    ``tahun`` is the year in which it is to be done; with ``kode`` it tells the line apart, also in
    a corrected report and in the book of the year after. ``case``: the report that planned it last.
    ``batas``: the day that the words of ``batas_waktu`` say, None where they say none.
    ``alasan``: why it was handed to ``untuk``. ``versi`` rises with every change.
    """

    class Keadaan(models.TextChoices):
        TERBUKA = "terbuka", "Belum dijawab"
        TERLAKSANA = "terlaksana", "Terlaksana"
        TIDAK = "tidak", "Tidak terlaksana"
        DILAPORKAN = "dilaporkan", "Dijawab dalam laporan"
        DICABUT = "dicabut", "Dikeluarkan dengan ralat"

    LONGEST_CODE: ClassVar = 200

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    tahun = models.PositiveIntegerField()
    kode = models.CharField(max_length=LONGEST_CODE)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    indikator = models.TextField()
    rencana = models.TextField()
    penanggung_jawab = models.TextField(blank=True)
    batas_waktu = models.TextField(blank=True)
    batas = models.DateField(null=True)
    target = models.TextField(blank=True)
    untuk = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    alasan = models.TextField(blank=True)
    keadaan = models.CharField(max_length=12, choices=Keadaan.choices, default=Keadaan.TERBUKA)
    hasil = models.TextField(blank=True)
    bukti = models.TextField(blank=True)
    dijawab_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    dijawab_pada = models.DateTimeField(null=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "tahun", "kode"], name="planned_action_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["office", "keadaan", "untuk"], name="planned_action_for")
        ]

    @property
    def is_answered_here(self) -> bool:
        return self.keadaan in (self.Keadaan.TERLAKSANA, self.Keadaan.TIDAK)

    @property
    def takes_answer(self) -> bool:
        """Open, or answered on its page and still to be corrected there."""
        return self.keadaan == self.Keadaan.TERBUKA or self.is_answered_here

    def is_late(self, today: date) -> bool:
        is_open = self.keadaan == self.Keadaan.TERBUKA
        return is_open and self.batas is not None and self.batas < today
