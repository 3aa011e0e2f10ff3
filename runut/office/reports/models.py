"""The words people write for a report, apart from the figures and never overwritten."""

from typing import ClassVar

from django.db import models

from runut.office.cases.models import Case, Document
from runut.office.people.models import Office, Person


class SectionText(models.Model):
    """One saved state of one section. Saving adds a row; the highest ``versi`` is the text."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="texts")
    key = models.CharField(max_length=120)
    versi = models.PositiveIntegerField()
    teks = models.TextField(blank=True)
    ditulis_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ditulis_pada = models.DateTimeField()
    usul_dari = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    """Whose words were taken over in this version, where somebody else proposed them."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "case", "key", "versi"], name="sectiontext_versi"
            )
        ]


class SectionPhoto(models.Model):
    """A picture that people put among their words: a JPEG of ours in the store, known by ``kode``,
    the beginning of its hash."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="photos")
    kode = models.CharField(max_length=12)
    sha256 = models.CharField(max_length=64)
    lebar = models.PositiveIntegerField()
    tinggi = models.PositiveIntegerField()
    judul = models.CharField(max_length=200)
    uraian = models.CharField(max_length=500)
    diunggah_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    diunggah_pada = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "case", "kode"], name="sectionphoto_kode")
        ]


class SectionComment(models.Model):
    """What somebody says to a paragraph of a section: a task of ``untuk`` until it is closed.

    ``kutipan`` is the paragraph as it stood, "" for the section as a whole; ``versi`` the version
    of the section that was read. Closed by a change of the text (``jawaban`` may be empty) or by
    words.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="section_comments")
    key = models.CharField(max_length=120)
    versi = models.PositiveIntegerField()
    kutipan = models.TextField(blank=True)
    isi = models.TextField()
    untuk = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ditulis_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ditulis_pada = models.DateTimeField()
    jawaban = models.TextField(blank=True)
    ditutup_oleh = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ditutup_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["office", "case", "key"], name="comment_section"),
            models.Index(fields=["office", "untuk", "ditutup_pada"], name="comment_owner"),
        ]


class SectionClaim(models.Model):
    """A sentence that the figures deny, or of which nobody can say of what it speaks: a task of
    ``untuk`` from ``sejak`` until it is mended or answered.

    ``kunci`` says which claim it is (core.report.claims); the answer itself stays with the figures
    of the year (KeptFinding), for it holds in a ralat too.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="section_claims")
    key = models.CharField(max_length=120)
    kunci = models.CharField(max_length=20)
    pesan = models.TextField()
    untuk = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sejak = models.DateTimeField()
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["office", "untuk", "selesai_pada"], name="section_claim_owner")
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "case", "kunci"], name="section_claim_once")
        ]


class SectionProposal(models.Model):
    """What somebody decided on a sentence that Runut proposes (core.report.proposals). Deciding
    adds a row; the newest of a section and a name holds.

    ``kalimat``: the sentence on which it was decided, its figures in braces.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="proposals")
    key = models.CharField(max_length=120)
    nama = models.CharField(max_length=40)
    putusan = models.CharField(max_length=12)
    kalimat = models.TextField()
    diputus_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    diputus_pada = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["office", "case", "key"], name="section_proposal_section")
        ]


class FrozenDraft(models.Model):
    """What was frozen: the draft, the version of the figures in it, and what became of the notes.

    ``jawaban``: what the writers answered to each note of a return, by the note's key.
    ``berubah``: the sections that differ from the draft that came back before.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="frozen")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="frozen")
    data_versi = models.PositiveIntegerField(null=True)
    jawaban = models.JSONField(default=dict)
    berubah = models.JSONField(default=list)
    dibekukan_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    dibekukan_pada = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["office", "case"], name="frozendraft_case")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "document"], name="frozendraft_document")
        ]


class Correction(models.Model):
    """A ralat: the case that corrects a signed report, which stays as it is."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    signed = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="corrections")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="corrects")
    alasan = models.TextField()
    diminta_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["office", "signed"], name="correction_signed")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "case"], name="correction_case")
        ]
