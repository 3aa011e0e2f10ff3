"""The steps of setting an office up: one list, in the order in which they are offered.

Each is found again on the hub at any time. A step of another room is known by the name of that
room's page; an installation without the room does not show the step.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from runut.office.kantor.models import SetupStep
from runut.office.people.models import Appointment, Office, OfficeProfile, profile_of
from runut.office.web.navigation import url_or_nothing

SUDAH, BELUM, DILEWATI = "sudah", "belum", "dilewati"
_BADGES = {SUDAH: "done", BELUM: "now", DILEWATI: ""}


@dataclass(frozen=True)
class Section:
    """A step of setting up.

    ``fields`` are those of ``Office`` and ``OfficeProfile`` that its page writes; none where the
    page belongs to another room. ``shows``: whether the office itself shows that it was done.
    """

    name: str
    label: str
    what: str
    url_name: str
    fields: tuple[str, ...] = ()
    shows: Callable[[Office, OfficeProfile], bool] = lambda office, profile: False

    @property
    def url(self) -> str:
        return url_or_nothing(self.url_name)


def _has_identity(office: Office, profile: OfficeProfile) -> bool:
    return bool(office.kop and office.kode and office.kota)


def _has_people(office: Office, profile: OfficeProfile) -> bool:
    return Appointment.objects.filter(office=office).exclude(peran="").exists()


IDENTITY = Section(
    "identitas",
    "Identitas, kop, dan lambang",
    "Nama, kode, alamat, dan baris kop: dicetak pada setiap naskah.",
    "kantor_identitas",
    (
        *("nama", "kode", "kop", "alamat", "kota"),
        *("telepon", "surel", "laman", "lambang"),
    ),
    _has_identity,
)
PEOPLE = Section(
    "pegawai",
    "Unit, jabatan, dan pegawai",
    "Siapa bekerja di sini, siapa memegang jabatan apa, dan peran apa dalam SOP.",
    "kantor_pegawai",
    shows=_has_people,
)
HOURS = Section(
    "jam",
    "Zona waktu dan jam kerja",
    "Jam kerja menurut Perpres 21/2023, WIB; ubah bila kantor Saudara lain, atau lewati.",
    "kantor_kalender_jam",
    shows=lambda office, profile: bool(profile.jam_kerja),
)
LETTERS = Section(
    "naskah",
    "Kode klasifikasi dan nomor naskah",
    "Bagaimana nomor surat dibentuk, dan siapa menandatangani naskah apa.",
    "kantor_naskah",
    shows=lambda office, profile: bool(profile.klasifikasi or profile.pola_nomor),
)
ADDRESS = Section(
    "alamat",
    "Alamat publik",
    "Alamat yang dibuka telepon dan yang dicetak sebagai kode QR.",
    "kantor_alamat",
    ("alamat_publik", "dengar"),
    lambda office, profile: bool(profile.alamat_publik),
)
MAIL = Section(
    "surel",
    "Server surel",
    "Untuk mengirim undangan dan peringatan lewat surel.",
    "kantor_surel",
    ("surat_elektronik",),
    lambda office, profile: bool(profile.surat_elektronik.get("host")),
)
SIGNING = Section(
    "tanda_tangan",
    "Tanda tangan",
    "Sertifikat elektronik, atau tanda tangan basah.",
    "kantor_tanda_tangan",
    shows=lambda office, profile: bool(profile.cara_tanda_tangan),
)
BACKUP = Section(
    "cadangan",
    "Tempat cadangan",
    "Folder di cakram lain untuk salinan data kantor.",
    "kantor_cadangan",
    ("tempat_cadangan",),
    lambda office, profile: bool(profile.tempat_cadangan),
)

ENTRY = Section(
    "masuk",
    "Masuk ke Runut",
    "Siapa wajib memakai langkah kedua setelah kata sandi, dan percobaan masuk yang salah.",
    "kantor_masuk",
    ("wajib_langkah_kedua",),
    lambda office, profile: profile.wajib_langkah_kedua,
)

SECTIONS = (IDENTITY, PEOPLE, HOURS, LETTERS, ADDRESS, MAIL, SIGNING, BACKUP)
BY_NAME = {section.name: section for section in (*SECTIONS, ENTRY)}
"""``ENTRY`` is no step of setting up: nobody has to decide on it before the office runs."""


@dataclass(frozen=True)
class Progress:
    """A step as the hub shows it."""

    section: Section
    state: str

    @property
    def badge(self) -> str:
        return _BADGES[self.state]


def progress_of(office: Office) -> list[Progress]:
    """Every step that this installation has, with its state."""
    profile = profile_of(office)
    marks = dict(SetupStep.objects.filter(office=office).values_list("langkah", "keadaan"))
    return [
        Progress(
            section, SUDAH if section.shows(office, profile) else marks.get(section.name, BELUM)
        )
        for section in SECTIONS
        if section.url
    ]


def next_after(name: str, office: Office) -> Section | None:
    """The next step that was neither done nor put off, after the one called ``name``."""
    all_of_them = progress_of(office)
    names = [one.section.name for one in all_of_them]
    at = names.index(name) + 1 if name in names else 0
    waiting = (one.section for one in all_of_them[at:] + all_of_them[:at] if one.state == BELUM)
    return next((section for section in waiting if section.name != name), None)


def facts_of(section: Section, office: Office, profile: OfficeProfile) -> dict[str, Any]:
    """What stands now in the fields of a section."""
    own = {field.name for field in Office._meta.fields}
    return {name: getattr(office if name in own else profile, name) for name in section.fields}
