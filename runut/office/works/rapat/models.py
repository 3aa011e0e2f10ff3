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

    ``agenda_no`` is its line in the agenda book of ``agenda_tahun``, the year in which it was
    called; ``notula_no`` that of its minutes in their register. ``layar_pada``: since then the
    screen of the room shows a code, and nobody checks in without it. ``alasan_waktu`` says why it
    was held at another time than announced.
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
    agenda_tahun = models.PositiveIntegerField(null=True)
    agenda_no = models.PositiveIntegerField(null=True)
    notula_tahun = models.PositiveIntegerField(null=True)
    notula_no = models.PositiveIntegerField(null=True)
    notula_kode = models.CharField(max_length=16, blank=True)
    notula_nomor = models.CharField(max_length=80, blank=True)
    alasan_waktu = models.CharField(max_length=700, blank=True)
    layar_pada = models.DateTimeField(null=True)
    dibatalkan_pada = models.DateTimeField(null=True)
    alasan_batal = models.CharField(max_length=300, blank=True)

    SECRETS: ClassVar = ("token",)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "agenda_tahun", "agenda_no"], name="meeting_agenda"
            ),
            models.UniqueConstraint(
                fields=["office", "notula_tahun", "notula_no"], name="meeting_notula"
            ),
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
    def is_over(self) -> bool:
        """Whether nothing can be done with it any more: it was closed, or called off."""
        return self.ditutup_pada is not None or self.dibatalkan_pada is not None

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
        return _moment(self, self.dibuka_pada)

    @property
    def ditutup(self) -> str:
        return _moment(self, self.ditutup_pada)

    @property
    def dibatalkan(self) -> str:
        return _moment(self, self.dibatalkan_pada)


class Invitee(models.Model):
    """Somebody called to the meeting: how the call reached him, what he answered, when he came.

    ``walk_in``: he came without being called, or for somebody who was (``mewakili``). ``device``
    marks the telephone that checked in, so that one telephone speaks for one person. What was
    written down later than it happened says by whom, when and why (``noted_…``).
    """

    class Channel(models.TextChoices):
        PRINT = "cetak", "Cetak, diantar"
        EMAIL = "email", "Surel"
        WHATSAPP = "whatsapp", "WhatsApp"

    class Presence(models.TextChoices):
        QR = "qr", "QR"
        ROOM = "layar", "kode di ruang rapat"
        NOTED = "catatan", "dicatat"
        LATER = "susulan", "dicatat kemudian"

    class Answer(models.TextChoices):
        COMES = "hadir", "Hadir"
        ABSENT = "tidak", "Tidak dapat hadir"
        SENDS = "wakil", "Mewakilkan"

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
    walk_in = models.BooleanField(default=False)
    mewakili = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, related_name="diwakili"
    )
    device = models.CharField(max_length=64, blank=True)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    noted_at = models.DateTimeField(null=True)
    noted_why = models.CharField(max_length=300, blank=True)
    read_at = models.DateTimeField(null=True)
    jawaban = models.CharField(max_length=5, choices=Answer.choices, blank=True)
    jawaban_pada = models.DateTimeField(null=True)
    wakil_nama = models.CharField(max_length=150, blank=True)
    wakil_jabatan = models.CharField(max_length=200, blank=True)

    SECRETS: ClassVar = ("token", "device")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "meeting", "device"],
                condition=~models.Q(device=""),
                name="invitee_device",
            ),
            models.UniqueConstraint(fields=["office", "mewakili"], name="invitee_mewakili"),
            models.UniqueConstraint(fields=["office", "meeting", "urutan"], name="invitee_urutan"),
            models.UniqueConstraint(fields=["office", "token"], name="invitee_token"),
        ]

    def __str__(self) -> str:
        return self.nama

    def get_attended_by_display(self) -> str:  # type: ignore[no-redef]  # Django leaves it to us
        """How his presence was noted, in words; what was noted later says by whom."""
        how = str(dict(self.Presence.choices).get(self.attended_by, ""))
        return f"{how} oleh {self.noted_by.nama}" if self.noted_by and how else how

    @property
    def dibaca(self) -> str:
        """When he said that he has read the invitation, in words; "" as long as he has not."""
        return _moment(self.meeting, self.read_at)

    @property
    def dijawab(self) -> str:
        return _moment(self.meeting, self.jawaban_pada)

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


class MeetingBook(models.Model):
    """The last line of a year's book: ``agenda`` of the meetings, ``notula`` of their minutes."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    tahun = models.PositiveIntegerField()
    kind = models.CharField(max_length=8)
    terakhir = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "tahun", "kind"], name="meeting_book")
        ]


class SignOff(models.Model):
    """The note-taker or the leader says that the minutes are right; ``sha256`` is what he read."""

    class Role(models.TextChoices):
        NOTULIS = "notulis", "Notulis"
        PIMPINAN = "pimpinan", "Pimpinan rapat"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="sign_offs")
    role = models.CharField(max_length=8, choices=Role.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "meeting", "role"], name="signoff_once")
        ]

    @property
    def pada(self) -> str:
        return _moment(self.meeting, self.at)


class Mailing(models.Model):
    """A letter to one person in the outbox. It is taken up once; ``message_id`` stays the same.

    UNSURE: the mail server was reached and did not answer to the end. Nobody knows whether the
    letter went out, so nothing sends it again by itself.
    """

    class State(models.TextChoices):
        WAITING = "menunggu", "Menunggu dikirim"
        SENDING = "dikirim", "Sedang dikirim"
        SENT = "terkirim", "Terkirim"
        FAILED = "gagal", "Tidak terkirim"
        UNSURE = "ragu", "Tidak pasti terkirim"

    class Method(models.TextChoices):
        REQUEST = "REQUEST", "Undangan"
        CANCEL = "CANCEL", "Pembatalan"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    invitee = models.ForeignKey(Invitee, on_delete=models.CASCADE, related_name="mailings")
    method = models.CharField(max_length=8, choices=Method.choices)
    kode = models.CharField(max_length=16)
    message_id = models.CharField(max_length=120)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    at = models.DateTimeField()
    sebab = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "invitee", "method", "kode"], name="mailing_once"
            )
        ]


def _moment(meeting: Meeting, at: datetime | None) -> str:
    return format_moment(meeting.local(at), meeting.zona) if at else ""
