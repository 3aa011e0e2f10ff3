"""The meeting that an SOP holds: its call, who came, and what was decided."""

from typing import ClassVar

from django.db import models

from runut.office.cases.models import Case
from runut.office.people.models import Office, Person


class Meeting(models.Model):
    """The meeting of a case. ``version`` guards its facts against two editors."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="meeting")
    version = models.PositiveIntegerField(default=1)
    acara = models.CharField(max_length=300)
    tempat = models.CharField(max_length=200)
    mulai = models.DateTimeField()
    selesai = models.DateTimeField()
    perintah = models.TextField(blank=True)
    nomor = models.CharField(max_length=80, blank=True)
    checklist = models.JSONField(default=list)
    is_draft_shared = models.BooleanField(default=False)
    pimpinan = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    notulis = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    dibuka_pada = models.DateTimeField(null=True)
    ditutup_pada = models.DateTimeField(null=True)
    pembahasan = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["office", "mulai"], name="meeting_mulai")]


class Invitee(models.Model):
    """Somebody called to the meeting: how the call reached him, and when he came."""

    class Channel(models.TextChoices):
        PRINT = "cetak", "Cetak, diantar"
        EMAIL = "email", "Surat elektronik"
        WHATSAPP = "whatsapp", "WhatsApp"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="invitees")
    urutan = models.PositiveIntegerField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    nama = models.CharField(max_length=150)
    nip = models.CharField(max_length=18, blank=True)
    jabatan = models.CharField(max_length=200, blank=True)
    token = models.CharField(max_length=32)
    sent_by = models.CharField(max_length=10, choices=Channel.choices, blank=True)
    sent_at = models.DateTimeField(null=True)
    attended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "meeting", "urutan"], name="invitee_urutan"),
            models.UniqueConstraint(fields=["office", "token"], name="invitee_token"),
        ]


class Resolution(models.Model):
    """A decision of the meeting on one section of the draft; closed by work or by a reason."""

    class Status(models.TextChoices):
        OPEN = "terbuka", "Belum dikerjakan"
        DONE = "selesai", "Selesai"
        REFUSED = "ditolak", "Tidak dilaksanakan"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="resolutions")
    urutan = models.PositiveIntegerField()
    section_key = models.CharField(max_length=120)
    section_title = models.CharField(max_length=200)
    isi = models.TextField()
    pic = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.OPEN)
    tindak_lanjut = models.TextField(blank=True)
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "meeting", "urutan"], name="resolution_urutan"
            )
        ]
