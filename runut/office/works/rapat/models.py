"""The meeting that an SOP holds: its call, who came, and what was decided."""

import secrets
from datetime import datetime
from typing import ClassVar

from django.db import models

from runut.core.words.dates import format_clock, format_day, format_hours, format_moment
from runut.office.cases.models import Case
from runut.office.people.models import Office, Person


def new_token() -> str:
    """The secret of a check-in address: 128 bits, so that nobody finds one by trying."""
    return secrets.token_urlsafe(16)


class Meeting(models.Model):
    """A meeting of a case. ``version`` guards its facts against two editors.

    ``occasion`` is the first step of those that prepare, hold and record it; ``ke`` counts the
    meetings of one occasion: when the work comes back, another one is held and this one stays.

    ``composed_from`` are the facts that the last invitation was drawn from: where they differ
    from the facts now, it has to be drawn again. ``token`` opens the check-in for all invitees.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="meetings")
    occasion = models.CharField(max_length=12)
    ke = models.PositiveIntegerField(default=1)
    version = models.PositiveIntegerField(default=1)
    acara = models.CharField(max_length=300)
    rangka = models.CharField(max_length=300, blank=True)
    tempat = models.CharField(max_length=200)
    mulai = models.DateTimeField()
    selesai = models.DateTimeField()
    catatan = models.TextField(blank=True)
    perintah = models.TextField(blank=True)
    nomor = models.CharField(max_length=80, blank=True)
    composed_from = models.JSONField(default=dict)
    checklist = models.JSONField(default=list)
    token = models.CharField(max_length=32, default=new_token)
    pimpinan = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    notulis = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    dibuka_pada = models.DateTimeField(null=True)
    ditutup_pada = models.DateTimeField(null=True)
    pembahasan = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "token"], name="meeting_token"),
            models.UniqueConstraint(
                fields=["office", "case", "occasion", "ke"], name="meeting_occasion"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["office", "mulai"], name="meeting_mulai")]

    def local(self, moment: datetime) -> datetime:
        """``moment`` on the clock of the office."""
        return moment.astimezone(self.office.zone)

    @property
    def is_held(self) -> bool:
        """Whether it took place; where no step of the SOP opens it, its minutes say so."""
        return self.dibuka_pada is not None or self.ditutup_pada is not None

    @property
    def zona(self) -> str:
        """The short name of the office's time, as papers print it (WIB, WITA, WIT)."""
        return self.local(self.mulai).tzname() or ""

    @property
    def hari(self) -> str:
        return format_day(self.local(self.mulai))

    @property
    def waktu(self) -> str:
        return format_hours(self.local(self.mulai), self.local(self.selesai), self.zona)

    @property
    def dibuka(self) -> str:
        return format_moment(self.local(self.dibuka_pada), self.zona) if self.dibuka_pada else ""


class Invitee(models.Model):
    """Somebody called to the meeting: how the call reached him, and when he came."""

    class Channel(models.TextChoices):
        PRINT = "cetak", "Cetak, diantar"
        EMAIL = "email", "Surat elektronik"
        WHATSAPP = "whatsapp", "WhatsApp"

    class Presence(models.TextChoices):
        QR = "qr", "QR"
        NOTED = "catatan", "dicatat"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="invitees")
    urutan = models.PositiveIntegerField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    nama = models.CharField(max_length=150)
    nip = models.CharField(max_length=18, blank=True)
    jabatan = models.CharField(max_length=200, blank=True)
    token = models.CharField(max_length=32, default=new_token)
    sent_by = models.CharField(max_length=10, choices=Channel.choices, blank=True)
    sent_at = models.DateTimeField(null=True)
    attended_at = models.DateTimeField(null=True)
    attended_by = models.CharField(max_length=8, choices=Presence.choices, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "meeting", "urutan"], name="invitee_urutan"),
            models.UniqueConstraint(fields=["office", "token"], name="invitee_token"),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def disampaikan(self) -> str:
        """When the invitation reached him, in words; "" as long as it has not."""
        return _moment(self.meeting, self.sent_at)

    @property
    def hadir(self) -> str:
        """When he came, in words; "" as long as he has not."""
        if self.attended_at is None:
            return ""
        return format_clock(self.meeting.local(self.attended_at), self.meeting.zona)


class Resolution(models.Model):
    """A decision of the meeting on one section of the draft; closed by work or by a reason."""

    class Status(models.TextChoices):
        OPEN = "terbuka", "Belum dikerjakan"
        DONE = "selesai", "Selesai"
        REFUSED = "ditolak", "Tidak dilaksanakan"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="resolutions")
    urutan = models.PositiveIntegerField()
    version = models.PositiveIntegerField(default=1)
    section_key = models.CharField(max_length=120)
    section_title = models.CharField(max_length=200)
    isi = models.TextField()
    pic = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    tenggat = models.DateField(null=True)
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

    def __str__(self) -> str:
        return f"Keputusan {self.urutan}"

    @property
    def ditutup(self) -> str:
        """When it was closed, in words; "" as long as it is open."""
        return _moment(self.meeting, self.closed_at)


def _moment(meeting: Meeting, at: datetime | None) -> str:
    return format_moment(meeting.local(at), meeting.zona) if at else ""
