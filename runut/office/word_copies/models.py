"""Copies of a draft that left for Word, the files that came back, and what they propose."""

from typing import ClassVar

from django.db import models

from runut.core.report.word.edits import Edit
from runut.office.cases.models import Case
from runut.office.people.models import Office, Person


class WordCopy(models.Model):
    """A copy as it was downloaded; ``kode`` stands on each of its pages.

    ``bagian``: for each section its number in the file, key, title, version and words as they left.
    ``angka``: what the live figures in them said.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="word_copies")
    kode = models.CharField(max_length=10)
    sha256 = models.CharField(max_length=64)
    bagian = models.JSONField()
    angka = models.JSONField()
    dibuat_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["office", "case"], name="word_copy_case")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "kode"], name="word_copy_kode")
        ]


class WordReturn(models.Model):
    """A file that came back. ``dasar``: the text of each changed section as the copy printed it,
    by key; the places of the suggestions count in it."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    copy = models.ForeignKey(WordCopy, on_delete=models.PROTECT, related_name="returns")
    sha256 = models.CharField(max_length=64)
    berkas = models.CharField(max_length=120)
    dasar = models.JSONField()
    melepas = models.BooleanField(default=False)
    """Who brought it agreed that he will not check the report."""
    diunggah_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    diunggah_pada = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "copy", "sha256"], name="word_return_once")
        ]


class Suggestion(models.Model):
    """One thing that a returned file says, until somebody has decided about it.

    ``key`` is the section, "" for none. ``awal`` and ``akhir`` are the stretch of the section's
    ``dasar`` that ``sebelum`` was. ``penulis`` and ``waktu`` as Word recorded them.
    ``rupa`` is how the letters of ``sesudah`` look, sign by sign (``word.edits``). Of a picture
    ``sesudah`` is the line by which a text holds it, ``sebelum`` the words that it stands after.
    """

    class Jenis(models.TextChoices):
        TEKS = "teks", "Usul perubahan teks"
        ANGKA = "angka", "Angka atau tabel yang diubah dengan tangan"
        LEPAS = "lepas", "Tidak mempunyai tempat"
        KOMENTAR = "komentar", "Komentar"
        GAMBAR = "gambar", "Gambar baru"

    class Keadaan(models.TextChoices):
        TERBUKA = "terbuka", "Menunggu"
        DITERIMA = "diterima", "Diterima"
        DITOLAK = "ditolak", "Ditolak"
        DIGABUNG = "digabung", "Digabung dengan tangan"
        DIBACA = "dibaca", "Dibaca"
        TUGAS = "tugas", "Menjadi komentar pada bagiannya"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    returned = models.ForeignKey(WordReturn, on_delete=models.PROTECT, related_name="suggestions")
    nomor = models.PositiveIntegerField()
    jenis = models.CharField(max_length=10, choices=Jenis)
    key = models.CharField(max_length=120, blank=True)
    tempat = models.CharField(max_length=400, blank=True)
    awal = models.PositiveIntegerField(default=0)
    akhir = models.PositiveIntegerField(default=0)
    sebelum = models.TextField(blank=True)
    sesudah = models.TextField(blank=True)
    rupa = models.TextField(blank=True)
    penulis = models.CharField(max_length=200, blank=True)
    waktu = models.CharField(max_length=40, blank=True)
    keadaan = models.CharField(max_length=10, choices=Keadaan, default=Keadaan.TERBUKA)
    diputus_oleh = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    diputus_pada = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "returned", "nomor"], name="word_suggestion_once"
            )
        ]

    @property
    def edit(self) -> Edit:
        """The suggestion as an edit of the text that left."""
        return Edit(
            self.awal, self.akhir, self.sebelum, self.sesudah, self.penulis, self.waktu, self.rupa
        )
