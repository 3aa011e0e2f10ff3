"""A letter on its way out of the office."""

from datetime import datetime
from typing import ClassVar

from django.db import models

from runut.core.words.dates import format_date, format_moment
from runut.office.cases.models import Case, Document
from runut.office.people.models import Office, Person


class Letter(models.Model):
    """One letter, from its draft to the day it went out. ``version`` guards it against two hands.

    ``tentang`` names what it is about in its case (``rapat:7``); ``naskah`` is the SHA-256 of its
    block tree with the names of what is known only when it is signed; ``document`` how it looks
    now. ``kapasitas``: in which post it is signed, and for whom. ``tahun``, ``jenis`` and ``nomor``
    are its line of the agenda book, "" as long as it has none; one that was cancelled keeps it.
    """

    class Status(models.TextChoices):
        DRAFT = "draf", "Draf"
        RETURNED = "dikembalikan", "Dikembalikan"
        CHECKED = "diperiksa", "Sudah diperiksa"
        NUMBERED = "bernomor", "Bernomor, menunggu tanda tangan"
        SIGNED = "ditandatangani", "Ditandatangani"
        SENT = "dikirim", "Dikirim"
        REPLACED = "diganti", "Diganti surat lain"
        CANCELLED = "batal", "Batal"

    class Manner(models.TextChoices):
        ELECTRONIC = "elektronik", "Tanda tangan elektronik"
        WET = "basah", "Tanda tangan basah"
        ELSEWHERE = "luar", "Ditandatangani di aplikasi lain"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="letters")
    no = models.CharField(max_length=12)
    jenis = models.CharField(max_length=10)
    nama = models.CharField(max_length=200)
    hal = models.CharField(max_length=300)
    kepada = models.CharField(max_length=300, blank=True)
    tentang = models.CharField(max_length=60)
    status = models.CharField(max_length=14, choices=Status.choices, default=Status.DRAFT)
    version = models.PositiveIntegerField(default=1)
    naskah = models.CharField(max_length=64)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    scan = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    dibuat_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()
    pemeriksa = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    diperiksa_pada = models.DateTimeField(null=True)
    penanda = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kapasitas = models.JSONField(default=dict)
    tahun = models.PositiveIntegerField(default=0)
    nomor = models.CharField(max_length=80, blank=True)
    nomor_dari_luar = models.BooleanField(default=False)
    cara = models.CharField(max_length=10, choices=Manner.choices, blank=True)
    tanggal = models.DateField(null=True)
    ditandatangani_pada = models.DateTimeField(null=True)
    tempat_asli = models.CharField(max_length=200, blank=True)
    dikirim_pada = models.DateTimeField(null=True)
    dikirim_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    catatan = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "tahun", "jenis", "nomor"],
                condition=~models.Q(nomor="") & ~models.Q(status="diganti"),
                name="letter_nomor_once",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["office", "case", "tentang"], name="letter_tentang"),
            models.Index(fields=["office", "status"], name="letter_status"),
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.nomor}".strip()

    @property
    def is_signed(self) -> bool:
        return self.status in (self.Status.SIGNED, self.Status.SENT)

    @property
    def is_to_be_checked(self) -> bool:
        return self.status == self.Status.DRAFT and self.pemeriksa_id is not None

    @property
    def is_to_be_signed(self) -> bool:
        is_checked = self.status == self.Status.CHECKED
        return is_checked or (self.status == self.Status.DRAFT and self.pemeriksa_id is None)

    @property
    def diperiksa(self) -> str:
        return _moment(self, self.diperiksa_pada)

    @property
    def ditandatangani(self) -> str:
        """When it was signed, in words: the day for ink, the moment for a certificate."""
        if self.cara == self.Manner.ELECTRONIC:
            return _moment(self, self.ditandatangani_pada)
        return format_date(self.tanggal) if self.tanggal else ""

    @property
    def dikirim(self) -> str:
        return _moment(self, self.dikirim_pada)


def _moment(letter: Letter, at: datetime | None) -> str:
    if at is None:
        return ""
    local = at.astimezone(letter.office.zone)
    return format_moment(local, local.tzname() or "")
