"""Certificates of signers, signing that is under way, and signatures by hand.

Keys, passphrases and NIK are never in here: keys lie in the folder of keys, the rest nowhere.
"""

from typing import ClassVar

from django.db import models

from runut.office.cases.models import Case, Document
from runut.office.people.models import Office, Person


class Certificate(models.Model):
    """The certificate of a person, as it said of itself when it came in. ``berkas``: the name of
    its file in the office's folder of keys."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    berkas = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64)
    pemilik = models.CharField(max_length=200)
    penerbit = models.CharField(max_length=200)
    mulai = models.DateTimeField()
    berakhir = models.DateTimeField()
    is_uji = models.BooleanField(default=False)
    diunggah_pada = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "person"], name="signing_certificate_once")
        ]


class Attempt(models.Model):
    """The last time somebody asked for the signature of a step in one of its rounds.

    ``BERJALAN``: a service is being asked just now. Nothing here says that a paper is signed: that
    say the events of the case alone.
    """

    class Status(models.TextChoices):
        BERJALAN = "berjalan", "sedang ditandatangani"
        GAGAL = "gagal", "belum berhasil"
        SELESAI = "selesai", "sudah ditandatangani"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    no = models.CharField(max_length=12)
    round = models.PositiveIntegerField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status.choices)
    mulai = models.DateTimeField()
    sampai = models.DateTimeField(help_text="Sesudah ini permintaan dianggap tidak dijawab")
    pesan = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "case", "no", "round"], name="signing_attempt_once"
            )
        ]


class WetSignature(models.Model):
    """A paper that was signed by hand: when, by whom, where its original is kept."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="basah")
    penanda_tangan = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    tanggal = models.DateField()
    tempat_asli = models.CharField(max_length=200)
    halaman = models.PositiveIntegerField(default=1)
    dicatat_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "document"], name="signing_wet_once")
        ]
