"""A file that proves a figure, by its hash; never changed, at most withdrawn with a reason."""

from typing import ClassVar

from django.db import models

from runut.office.people.models import Office, Person


class Evidence(models.Model):
    """A file for the figure of ``indikator_id`` in a quarter; ``triwulan`` 0 is the year's.

    ``diunggah_oleh`` is None where a unit sent it by its pack; ``melalui`` says which.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    tahun = models.PositiveIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    indikator_id = models.CharField(max_length=100)
    nama = models.CharField(max_length=150)
    format = models.CharField(max_length=5)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveIntegerField()
    melalui = models.CharField(max_length=250, blank=True)
    diunggah_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    diunggah_pada = models.DateTimeField()
    ditarik_pada = models.DateTimeField(null=True)
    alasan = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "tahun", "triwulan", "indikator_id", "sha256"],
                condition=models.Q(ditarik_pada=None),
                name="evidence_once",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["office", "tahun", "indikator_id"], name="evidence_of_figure")
        ]

    def __str__(self) -> str:
        return self.nama
