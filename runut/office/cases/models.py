"""Running SOPs. The events in the audit chain are the truth; these rows are their cached answer."""

from typing import ClassVar

from django.db import models

from runut.office.people.models import Office, Person
from runut.office.sops.models import SopVersion

WORKING_COPY = {"pdf": "drafpdf", "docx": "drafdocx"}
"""Under which format the copy with DRAF across it is kept, beside the bytes to be signed."""


class Case(models.Model):
    """A running SOP. ``snapshot`` is core.case.CaseState as JSON; ``version`` guards every write.

    The case keeps the SOP text it started with. ``pengelola`` manages it since that was handed
    on; null while who started it does. ``tahun`` is the year reported on, where the
    procedure makes a yearly report; ``laporan`` the kind of report that it composes, "" if none.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    judul = models.CharField(max_length=200)
    sop_version = models.ForeignKey(SopVersion, on_delete=models.PROTECT)
    laporan = models.CharField(max_length=30, blank=True)
    tahun = models.PositiveIntegerField(null=True)
    status = models.CharField(max_length=12)
    version = models.PositiveIntegerField(default=0)
    snapshot = models.TextField()
    mulai_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    mulai_pada = models.DateTimeField()
    batas = models.DateField(null=True)
    pengelola = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    # the way of every act (docs/decisions/0005): not recorded again what its event tells already
    UNRECORDED: ClassVar = {
        "snapshot": "dihitung ulang dari riwayat kasus dan dibandingkan",
        "status": "dihitung ulang dari riwayat kasus dan dibandingkan",
        "version": "penghitung penyimpanan; tidak dibaca halaman, naskah, atau hak",
    }

    class Meta:
        indexes: ClassVar = [models.Index(fields=["office", "status"], name="case_status")]

    def __str__(self) -> str:
        return self.judul


class CaseMember(models.Model):
    """A person with a role in a case: in whose list it stands."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="members")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "person", "case"], name="member_once")
        ]


class Task(models.Model):
    """An open step in the inbox of one actor: who holds it, since when, until when."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="tasks")
    no = models.CharField(max_length=12)
    round = models.PositiveIntegerField()
    dibuka_pada = models.DateTimeField()
    batas = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "case", "no", "round"], name="task_once_per_round"
            )
        ]


class TaskHolder(models.Model):
    """A person in whose inbox a task lies."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="holders")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "person", "task"], name="holder_once")
        ]


class StandIn(models.Model):
    """Somebody acts for a holder of a role between two days: in one case, or, where ``case`` is
    null, in every case that starts while it lasts."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="stand_ins")
    holder = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    substitute = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    peran = models.TextField()
    jenis = models.CharField(max_length=20)
    sk = models.CharField(max_length=160)
    mulai = models.DateField()
    selesai = models.DateField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["office", "substitute", "selesai"], name="stand_in_substitute"),
            models.Index(fields=["office", "case"], name="stand_in_case"),
        ]


class Document(models.Model):
    """A stored paper. ``sha256`` is the hash of its PDF (of the upload itself where uploaded).

    ``kode`` is printed on it and opens its page of verification. ``signs`` points from a signed
    PDF to the very bytes that were checked.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="documents")
    no = models.CharField(max_length=12)
    round = models.PositiveIntegerField()
    jenis = models.CharField(max_length=30)
    nama = models.CharField(max_length=200)
    nomor = models.CharField(max_length=80, blank=True)
    versi = models.PositiveIntegerField()
    kode = models.CharField(max_length=16)
    sha256 = models.CharField(max_length=64)
    dibuat_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()
    signs = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="signed")
    is_published = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "kode"], name="document_kode"),
            models.UniqueConstraint(
                fields=["office", "case", "jenis", "versi"], name="document_versi"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["office", "sha256"], name="document_sha256")]

    @property
    def printed_code(self) -> str:
        """The code that stands on the paper: a signature goes on bytes that carry it already."""
        return self.signs.kode if self.signs else self.kode

    @property
    def is_draft(self) -> bool:
        """Whether it waits for a signature: what people take away says DRAF."""
        names = {file.format for file in self.files.all()}
        return bool(names & {*WORKING_COPY.values()}) and not self.signs_id and not self.is_signed

    @property
    def is_signed(self) -> bool:
        return bool(self.signed.all())

    @property
    def downloads(self) -> list["DocumentFile"]:
        """The files that are offered: of a draft the copies with DRAF across them."""
        copies = set(WORKING_COPY.values())
        return [
            file
            for file in self.files.all()
            if file.format != "json" and (file.format in copies) is self.is_draft
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.nomor}".strip()


class DocumentFile(models.Model):
    """One rendering of a document: ``pdf``, ``docx``, ``html``, ``json`` (its block tree) …

    Of a draft that waits for its signature also ``drafpdf`` and ``drafdocx``.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="files")
    format = models.CharField(max_length=8)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveBigIntegerField()

    @property
    def ending(self) -> str:
        """The ending of its name as a file."""
        return self.format.removeprefix("draf")

    @property
    def label(self) -> str:
        """What the button that takes it away says."""
        is_copy = self.format in WORKING_COPY.values()
        return f"{self.ending.upper()}{' (DRAF)' if is_copy else ''}"

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "document", "format"], name="documentfile_format"
            )
        ]


class AgendaNumber(models.Model):
    """The agenda book: the last number given, per year and kind of paper."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    tahun = models.PositiveIntegerField()
    jenis = models.CharField(max_length=30)
    terakhir = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "tahun", "jenis"], name="agenda_number")
        ]
