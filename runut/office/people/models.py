"""Who works in an office, in which post and since when, and which days the office does not work.

Every table begins with the office it belongs to; so do its keys and indexes.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar
from zoneinfo import ZoneInfo

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from runut.core.words.names import format_nip


class Office(models.Model):
    """An office (instansi): the owner of everything below."""

    nama = models.CharField(max_length=200)
    kop = models.JSONField(default=list, help_text="Baris kop naskah, dari pemerintah ke unit")
    alamat = models.CharField(max_length=300, blank=True)
    kota = models.CharField(max_length=100, blank=True)
    kode = models.CharField(max_length=30, help_text="Kode unit dalam nomor naskah")
    zona_waktu = models.CharField(max_length=50, default="Asia/Pontianak")
    is_contoh = models.BooleanField(default=False, help_text="Kantor contoh dengan data karangan")
    ramadan = models.JSONField(
        default=list, help_text="Awal dan akhir setiap Ramadan: [[awal, akhir], …]"
    )
    kalender_versi = models.PositiveIntegerField(
        default=1, help_text="Naik setiap kali hari libur berubah"
    )

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.zona_waktu)

    def __str__(self) -> str:
        return self.nama


class OfficeProfile(models.Model):
    """What an office tells of itself beyond its name: set in *Kantor*, empty at first.

    Apart from ``Office``, which every act reads. ``jam_kerja``: weekday ("0" is Monday) to
    ``[buka, istirahat mulai, istirahat selesai, tutup]``, and under "ramadan" the same for the
    fasting month; empty means the hours of the regulation.
    ``klasifikasi``, ``pola_nomor`` and ``penanda_tangan`` are by kind of paper ("UND", "ND", …):
    the classification code, the pattern of the number, the posts that may sign.
    ``cara_tanda_tangan``: "" where nothing is set yet. What is secret (passwords, keys) lies in
    the folder of keys, never here.
    """

    office = models.OneToOneField(Office, on_delete=models.PROTECT, related_name="profile")
    telepon = models.CharField(max_length=60, blank=True)
    surel = models.EmailField(blank=True)
    laman = models.CharField(max_length=120, blank=True)
    lambang = models.CharField(max_length=64, blank=True, help_text="SHA-256 gambar lambang")
    jam_kerja = models.JSONField(default=dict)
    klasifikasi = models.JSONField(default=dict)
    pola_nomor = models.JSONField(default=dict)
    penanda_tangan = models.JSONField(default=dict)
    alamat_publik = models.CharField(max_length=200, blank=True)
    dengar = models.CharField(max_length=60, blank=True, help_text="Alamat yang dilayani server")
    surat_elektronik = models.JSONField(default=dict, help_text="Server surel: host, port, …")
    tempat_cadangan = models.CharField(max_length=300, blank=True)
    cara_tanda_tangan = models.CharField(max_length=12, blank=True)
    tanda_tangan = models.JSONField(default=dict, help_text="Setelan cara tanda tangan")
    wajib_langkah_kedua = models.BooleanField(
        default=False, help_text="Yang menandatangani atau mengelola memasang langkah kedua"
    )


class PersonManager(BaseUserManager["Person"]):
    """Finds people by their login name."""


class Unit(models.Model):
    """A part of the office (bagian, subbagian, bidang, seksi), below ``induk`` or the office."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    nama = models.CharField(max_length=150)
    kode = models.CharField(max_length=30, blank=True)
    induk = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "nama"], name="unit_office_nama")
        ]

    def __str__(self) -> str:
        return self.nama


class Person(AbstractBaseUser):
    """A civil servant of the office, who logs in with ``username``.

    ``nama`` is the name as papers print it. Where it was typed in parts it is put together from
    them (core.words.names.full_name); where ``nama_pokok`` is empty it was stored as one, and
    nobody has said yet what of it is a title. ``versi`` rises with every change of the register.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    # The one key that does not begin with the office: a login has to find its office.
    username = models.CharField(max_length=60, unique=True)
    nama = models.CharField(max_length=150)
    nama_pokok = models.CharField(max_length=100, blank=True, help_text="Tanpa gelar")
    gelar_depan = models.CharField(max_length=40, blank=True)
    gelar_belakang = models.CharField(max_length=60, blank=True)
    nip = models.CharField(max_length=18, blank=True)
    pangkat = models.CharField(max_length=60, blank=True)
    email = models.EmailField(blank=True)
    telepon = models.CharField(max_length=30, blank=True)
    is_active = models.BooleanField(default=True)
    versi = models.PositiveIntegerField(default=1)

    objects = PersonManager()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["nama"]
    UNRECORDED: ClassVar = {
        "last_login": "keterangan “masuk terakhir” pada halaman pegawai; tidak memberi hak"
    }
    SECRETS: ClassVar = ("password",)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["office", "nama"], name="person_office_nama")]

    @property
    def ref(self) -> str:
        """How the rules and the audit chain call this person."""
        return str(self.pk)

    @property
    def nip_cetak(self) -> str:
        """The NIP in the groups in which papers print it."""
        return format_nip(self.nip)

    def get_short_name(self) -> str:
        return self.nama_pokok or self.nama.split(",")[0]

    def __str__(self) -> str:
        return self.nama


class Appointment(models.Model):
    """A person holds a post from a day on. ``peran`` is the actor of the SOPs it stands for.

    ``jenis`` tells a definitive holder from Plt and Plh; those need a decree (``sk``).
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    jabatan = models.CharField(max_length=200)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True)
    peran = models.CharField(max_length=80)
    jenis = models.CharField(max_length=12, default="definitif")
    mulai = models.DateField()
    selesai = models.DateField(null=True, blank=True)
    sk = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "person", "peran", "mulai"], name="appointment_once"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["office", "peran"], name="appointment_peran")]

    @staticmethod
    def held_on(day: date, of: str = "") -> Q:
        """Appointments in force on ``day``; ``of``: the way to them from another table."""
        start, end = f"{of}mulai", f"{of}selesai"
        is_open = Q((f"{end}__isnull", True)) | Q((f"{end}__gte", day))
        return Q((f"{start}__lte", day)) & is_open


class Right(models.TextChoices):
    """What a person may do beyond the steps of a case."""

    SOP = "sop", "Mengelola dan mengadopsi SOP"
    START = "mulai", "Memulai pelaksanaan SOP"
    KINERJA = "kinerja", "Mengelola data kinerja"
    AUDIT = "audit", "Melihat riwayat dan jejak audit"
    KANTOR = "kantor", "Mengelola kantor dan pegawai"


class Grant(models.Model):
    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="grants")
    right = models.CharField(max_length=12, choices=Right.choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "person", "right"], name="grant_once")
        ]


class Holiday(models.Model):
    """A day on which the office does not work, and by which decree. ``catatan``: a reserve."""

    class Jenis(models.TextChoices):
        LIBUR = "libur", "Libur nasional"
        CUTI_BERSAMA = "cuti_bersama", "Cuti bersama"
        DAERAH = "daerah", "Libur daerah"

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    tanggal = models.DateField()
    nama = models.CharField(max_length=150)
    jenis = models.CharField(max_length=15, choices=Jenis.choices)
    sumber = models.CharField(max_length=200, blank=True)
    catatan = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "tanggal"], name="holiday_once")
        ]


def profile_of(office: Office) -> OfficeProfile:
    """What the office tells of itself; an empty one where nothing was set yet."""
    return OfficeProfile.objects.filter(office_id=office.pk).first() or OfficeProfile(office=office)


def names_by_ref(people: Iterable[Person]) -> dict[str, str]:
    """Names under the references that rules and chain use."""
    return {person.ref: person.nama for person in people}
