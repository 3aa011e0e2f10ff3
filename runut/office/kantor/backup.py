"""The copies of the office as its keeper sees them: where they can lie, how the last ones went."""

import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from runut.core.words.dates import format_moment
from runut.files.backup.writing import in_megabytes
from runut.office import clock
from runut.office.backup.last import LastCopies, last_copies
from runut.office.people.models import Office, Person, Right, profile_of
from runut.office.people.rights import rights_shown

DONE, WARN, BAD = "done", "warn", "bad"


def folder_fault(told: str) -> str:
    """Why copies cannot lie in this folder, "" if they can. Nothing is left in it."""
    folder = Path(told)
    if not folder.is_absolute():
        return "Tulis alamat folder yang lengkap, misalnya /mnt/cadangan/runut."
    data = Path(settings.DATA_DIR).resolve()
    try:
        resolved = folder.resolve()
        if resolved == data or data in resolved.parents:
            return "Folder ini di dalam data kantor sendiri; cadangan di situ ikut hilang."
        if not folder.exists():
            return "Folder ini belum ada di komputer yang menjalankan Runut. Buat dahulu."
        if not folder.is_dir():
            return "Ini berkas, bukan folder."
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"runut")
    except OSError:
        return "Folder ini tidak dapat ditulisi oleh Runut. Periksa izinnya."
    return ""


def about_folder(told: str) -> str:
    """What is to be known of a folder that is set: whether it still serves, how much fits in."""
    if fault := folder_fault(told):
        return fault
    folder = Path(told)
    free = shutil.disk_usage(folder).free // (1 << 30)
    words = f"Folder dapat ditulisi; ruang kosong {free} GB."
    if folder.stat().st_dev == Path(settings.DATA_DIR).stat().st_dev:
        words += " Cakramnya sama dengan data kantor: bila cakram itu rusak, keduanya hilang."
    return words


@dataclass(frozen=True)
class Told:
    """How the copies stand: ``level`` as notices have it, a heading, and what to know."""

    level: str
    heading: str
    lines: tuple[str, ...]


def how_copies_stand(office: Office, now: datetime) -> Told | None:
    """None where no place is set: then nothing is copied, and the page says how to begin."""
    if not profile_of(office).tempat_cadangan:
        return None
    known = last_copies()
    good = _last_good(known, office)
    if known.failed:
        tried = _moment(known.tried, office)
        again = "Diulangi sendiri setiap jam."
        return Told(BAD, "Cadangan terakhir gagal", (f"{tried}: {known.failed}", again, *good))
    if known.at is None:
        waiting = "Yang pertama dibuat sendiri beberapa saat lagi, selama Runut berjalan."
        return Told(WARN, "Belum ada cadangan", (waiting,))
    if known.is_old(now):
        days = (now - known.at).days
        return Told(WARN, f"Cadangan terakhir sudah {days} hari", (*good, *known.found))
    if known.found:
        return Told(WARN, "Cadangan menemukan kerusakan di kantor ini", (*known.found, *good))
    return Told(DONE, "Cadangan terakhir baik", good)


def notices(person: Person) -> list["CopyNotice"]:
    """A line in the inbox of whoever keeps the office, while copies fail or have become old."""
    known = last_copies()
    if known.tried is None or not (known.failed or known.is_old(clock.now())):
        return []
    if Right.KANTOR not in rights_shown(person) or not profile_of(person.office).tempat_cadangan:
        return []
    since = f"sejak {_moment(known.at, person.office)}" if known.at else "sama sekali"
    words = f"Belum ada cadangan kantor yang baik {since}. {known.failed}".rstrip()
    return [CopyNotice(words, reverse("kantor_cadangan"))]


@dataclass(frozen=True)
class CopyNotice:
    """A line of the inbox: what it says, and where it leads."""

    words: str
    url: str
    label: str = "Lihat cadangan"


def _last_good(known: LastCopies, office: Office) -> tuple[str, ...]:
    if known.at is None:
        return ("Belum pernah ada cadangan yang baik.",)
    sealed = "tersandi" if known.is_sealed else "tidak tersandi"
    size = in_megabytes(known.size)
    return (f"Yang baik terakhir: {_moment(known.at, office)}, {size}, {sealed}.",)


def _moment(at: datetime | None, office: Office) -> str:
    if at is None:
        return ""
    local = at.astimezone(office.zone)
    return format_moment(local, local.tzname() or "")
