"""The register of SOPs: each adopted text is stored with its hash and never edited."""

from typing import ClassVar

from django.db import models

from runut.office.people.models import Office, Person


class Sop(models.Model):
    """A procedure under one title; its texts are its versions."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    judul = models.CharField(max_length=300)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "judul"], name="sop_office_judul")
        ]

    def __str__(self) -> str:
        return self.judul


class SopVersion(models.Model):
    """One text of an SOP: first proposed (``usulan``), then adopted (``berlaku``).

    ``teks`` is the canonical text of core.sop.print; ``sha256`` its hash. ``sumber_sha256`` is
    the file as it was handed in, ``halaman`` its pages as pictures, ``asal`` where each field
    stood on them, ``temuan`` what was odd about it, ``dipastikan`` the fields that the owner has
    looked at since. ``adopsi`` holds what the owner confirmed beside the text (ways back, the
    page that serves each step); ``diterima`` the blockers it was taken with, and why.
    """

    class Status(models.TextChoices):
        USULAN = "usulan", "Usulan"
        BERLAKU = "berlaku", "Berlaku"
        DIGANTI = "diganti", "Diganti"

    class Jenis(models.TextChoices):
        """What kind of file the SOP was handed in as."""

        TEKS = "txt", "Teks"
        DOCX = "docx", "Word"
        XLSX = "xlsx", "Excel"
        PDF = "pdf", "PDF"
        HTML = "html", "Halaman web"
        BPMN = "bpmn", "BPMN"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    sop = models.ForeignKey(Sop, on_delete=models.PROTECT, related_name="versions")
    revisi = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.USULAN)
    teks = models.TextField()
    sha256 = models.CharField(max_length=64)
    sumber_sha256 = models.CharField(max_length=64)
    sumber_nama = models.CharField(max_length=200)
    sumber_jenis = models.CharField(max_length=4, choices=Jenis.choices, default=Jenis.TEKS)
    asal = models.JSONField(default=dict)
    halaman = models.JSONField(
        default=list, help_text="Gambar setiap halaman: lebar, tinggi, format, sha256"
    )
    temuan = models.JSONField(default=list)
    dipastikan = models.JSONField(default=list)
    versi = models.PositiveIntegerField(
        default=1, help_text="Naik setiap kali naskah ini dikoreksi"
    )
    revisi_dari = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="revisi_berikut"
    )
    adopsi = models.JSONField(default=dict)
    diterima = models.JSONField(
        default=dict, help_text="Penghalang yang masih ada ketika diadopsi, dan mengapa diterima"
    )
    dibuat_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()
    diadopsi_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    diadopsi_pada = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "sop", "revisi"], name="sopversion_revisi")
        ]
        indexes: ClassVar = [models.Index(fields=["office", "status"], name="sopversion_status")]

    @property
    def is_draft(self) -> bool:
        """Whether it is still being worked on."""
        return self.status == self.Status.USULAN

    @property
    def was_adopted(self) -> bool:
        """Whether it is or was in force; a draft that a repair replaced never was."""
        is_old_draft = self.status == self.Status.DIGANTI and self.diadopsi_pada is None
        return not (self.is_draft or is_old_draft)


class Peraturan(models.Model):
    """A regulation as the office itself knows it: in place of the delivered entry, or beside it."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    jenis = models.CharField(max_length=60)
    nomor = models.CharField(max_length=60)
    tahun = models.PositiveIntegerField()
    tentang = models.CharField(max_length=500, blank=True)
    dicabut_oleh = models.CharField(max_length=120, blank=True)
    dicabut_tanggal = models.DateField(null=True, blank=True)
    sumber = models.CharField(max_length=300)
    ditulis_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ditulis_pada = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "jenis", "nomor", "tahun"], name="peraturan_office_sebutan"
            )
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.nomor}/{self.tahun}"
