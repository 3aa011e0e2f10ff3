"""The Perjanjian Kinerja of each year with its revisions, and who has signed it."""

from typing import ClassVar

from django.db import models

from runut.core.kinerja.perjanjian import Perjanjian
from runut.office.people.models import Office, Person


class PerjanjianKinerja(models.Model):
    """One agreement: the first of its year (``revisi`` 0) or a revision. Frozen it never changes.

    ``isi`` is what it says (core.kinerja.perjanjian). ``sha256`` is the PDF that was frozen,
    ``tertanda`` the same with the signatures so far, ``pindaian`` the scan where ink signed.
    """

    class Keadaan(models.TextChoices):
        DRAF = "draf", "Draf"
        BEKU = "beku", "Menunggu tanda tangan"
        DITANDATANGANI = "tertanda", "Ditandatangani"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    tahun = models.PositiveIntegerField()
    revisi = models.PositiveIntegerField(default=0)
    isi = models.JSONField()
    versi = models.PositiveIntegerField(default=1)
    keadaan = models.CharField(max_length=10, choices=Keadaan.choices, default=Keadaan.DRAF)
    sha256 = models.CharField(max_length=64, blank=True)
    tertanda = models.CharField(max_length=64, blank=True)
    pindaian = models.CharField(max_length=64, blank=True)
    dibuat_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()
    dibekukan_pada = models.DateTimeField(null=True)
    lengkap_pada = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "tahun", "revisi"], name="pk_once")
        ]

    @property
    def says(self) -> Perjanjian:
        return Perjanjian.from_dict(self.isi)

    @property
    def is_draft(self) -> bool:
        return self.keadaan == self.Keadaan.DRAF

    @property
    def is_frozen(self) -> bool:
        return self.keadaan == self.Keadaan.BEKU

    @property
    def is_signed(self) -> bool:
        return self.keadaan == self.Keadaan.DITANDATANGANI


class PkSignature(models.Model):
    """A party has signed. ``cara``: elektronik, luar (elsewhere, by a certificate), basah."""

    class Pihak(models.IntegerChoices):
        PERTAMA = 1, "Pihak pertama"
        KEDUA = 2, "Pihak kedua"

    class Cara(models.TextChoices):
        ELEKTRONIK = "elektronik", "Elektronik"
        LUAR = "luar", "Elektronik di luar Runut"
        BASAH = "basah", "Dengan tinta"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    perjanjian = models.ForeignKey(
        PerjanjianKinerja, on_delete=models.PROTECT, related_name="signatures"
    )
    pihak = models.PositiveSmallIntegerField(choices=Pihak.choices)
    nama = models.CharField(max_length=200)
    cara = models.CharField(max_length=12, choices=Cara.choices)
    pada = models.DateTimeField()
    hari = models.DateField(null=True, help_text="Tanggal tanda tangan dengan tinta")
    sha256 = models.CharField(max_length=64)
    dicatat_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "perjanjian", "pihak"], name="pk_signature_once"
            )
        ]
