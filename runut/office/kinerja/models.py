"""The figures of a year, as they came in: each workbook is kept whole, by its hash.

Beside them what waits to be confirmed, and the findings that stay until somebody answers them.
"""

from typing import ClassVar

from django.db import models

from runut.office.people.models import Office, Person


class Dataset(models.Model):
    """A data workbook that was read without blockers. A new one is a new version, never an edit."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    tahun = models.PositiveIntegerField()
    versi = models.PositiveIntegerField()
    nama = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    temuan = models.JSONField(default=list)
    alasan = models.TextField(blank=True, help_text="Mengapa angka berubah dari versi sebelumnya")
    cara = models.CharField(max_length=8, default="buku", help_text="buku atau formulir")
    dimuat_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    dimuat_pada = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "tahun", "versi"], name="dataset_versi")
        ]


class Upload(models.Model):
    """Figures that came in and wait: seen before they count. Nothing reads them but their page.

    A large workbook is first read behind its page (``kemajuan``: how far; ``diperbarui``: since
    when). Until then its year is 0; one that cannot be used stays with its findings as GAGAL.
    """

    class Keadaan(models.TextChoices):
        DIBACA = "dibaca", "Sedang dibaca"
        GAGAL = "gagal", "Tidak dapat dipakai"
        MENUNGGU = "menunggu", "Menunggu"
        DITERAPKAN = "diterapkan", "Diterapkan"
        DIBATALKAN = "dibatalkan", "Dibatalkan"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    tahun = models.PositiveIntegerField()
    nama = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    temuan = models.JSONField(default=list)
    cara = models.CharField(max_length=8, default="buku")
    alasan = models.TextField(blank=True)
    keadaan = models.CharField(max_length=12, choices=Keadaan.choices, default=Keadaan.MENUNGGU)
    diunggah_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    diunggah_pada = models.DateTimeField()
    kemajuan = models.JSONField(default=dict)
    diperbarui = models.DateTimeField(null=True)
    dataset = models.ForeignKey(Dataset, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["office", "keadaan", "tahun"], name="upload_waiting")
        ]


class KeptFinding(models.Model):
    """A finding about the figures of a year that stays until it is answered.

    ``kunci`` tells it apart from others and holds from version to version
    (core.kinerja.jawaban). ``angka``: the figure it is about and ``nilai``, what that figure said;
    "" where the checks themselves say in the next version whether it still stands. Answers about
    the words of the year's report are kept here too (``OF_WORDS``): ``angka`` is then the indicator
    that a sentence speaks of.
    """

    OF_WORDS = "klaim."

    class Keadaan(models.TextChoices):
        TERBUKA = "terbuka", "Belum dijawab"
        BENAR = "benar", "Dinyatakan benar"
        DIBETULKAN = "dibetulkan", "Dibetulkan"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    tahun = models.PositiveIntegerField()
    kunci = models.CharField(max_length=20)
    kode = models.CharField(max_length=60)
    sel = models.CharField(max_length=60, blank=True)
    pesan = models.TextField()
    usul = models.TextField(blank=True)
    angka = models.CharField(max_length=300, blank=True)
    nilai = models.TextField(blank=True)
    sejak_versi = models.PositiveIntegerField()
    keadaan = models.CharField(max_length=12, choices=Keadaan.choices, default=Keadaan.TERBUKA)
    pemilik = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    jawaban = models.TextField(blank=True)
    dijawab_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    dijawab_pada = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "tahun", "kunci"], name="kept_finding_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["office", "keadaan", "pemilik"], name="kept_finding_owner")
        ]
