"""The first start of an office, and every later one: what is missing is made, what is there stays.

An office is made in one transaction. A start that was cut short left nothing, or all of it.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError

from runut.core.findings import Finding
from runut.office import clock
from runut.office.cases.acting import definition_for
from runut.office.example.office import PASSWORD, example_year, set_up_example
from runut.office.founding.doubts import roles_not_known
from runut.office.founding.office_file import OfficeFile, read_office_file
from runut.office.founding.setup import set_up_office
from runut.office.people.models import Office, Person
from runut.office.running import CannotRun, why
from runut.office.running.upgrade import bring_up_to_date
from runut.office.sops.models import SopVersion
from runut.office.trust.test_certificates import make_test_certificates

WHOLE = ".lengkap"


def prepare() -> None:
    """Database, static files and keys, as this version needs them. Safe to repeat."""
    Path(settings.DATA_DIR).mkdir(parents=True, exist_ok=True, mode=0o700)
    prepare_database()
    _collect_static()


def prepare_database() -> None:
    """All tables as this version needs them."""
    with _database():
        bring_up_to_date()
        call_command("createcachetable", verbosity=0)


@contextmanager
def _database() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise CannotRun(
            f"Basis data di {settings.DATA_DIR} tidak dapat dibuka atau ditulisi ({error}). "
            "Periksa izin dan ruang penyimpanannya, atau pulihkan dari cadangan."
        ) from error


def _collect_static() -> None:
    """A copy that was cut short looks finished by its date: it is made anew from nothing."""
    whole = Path(settings.STATIC_ROOT) / WHOLE
    was_whole = whole.exists()
    whole.unlink(missing_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False, clear=not was_whole)
    whole.touch()


def have_office(file: Path | None, *, is_demo: bool) -> Office | None:
    """The office of this folder, made from its file or as the example if there is none yet.

    None where nothing says what it is to be: then it is made in the browser. Raises CannotRun if
    it cannot be made, or if the folder holds another one than asked for.
    """
    described = _described(file) if file else None
    with _database():
        office = Office.objects.order_by("pk").first()
        if office is None:
            office = _make(described, is_demo=is_demo)
        elif described is not None:
            _require_same(office, described)
        elif is_demo and not office.is_contoh:
            raise CannotRun(
                f"Folder data {settings.DATA_DIR} berisi kantor {office.nama}, bukan kantor "
                "contoh. Jalankan tanpa --demo, atau pilih folder lain lewat RUNUT_DATA."
            )
        if office is not None and office.is_contoh:
            make_test_certificates(office, clock.now(), passphrase=PASSWORD)
    return office


def _described(file: Path) -> OfficeFile:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise CannotRun(f"Berkas {file} tidak dapat dibuka ({why(error)}).") from error
    described, mistakes = read_office_file(data)
    if described is not None:
        _tell_doubts(mistakes)
    else:
        lines = "\n".join(f"  {_line(mistake)}" for mistake in mistakes)
        raise CannotRun(
            f"Berkas {file} belum dapat dipakai; perbaiki dahulu {len(mistakes)} hal ini "
            f"(contoh: examples/kantor-contoh.json):\n{lines}"
        )
    return described


def _line(mistake: Finding) -> str:
    place = f"baris {mistake.letak.baris}" if mistake.letak.baris else "berkas"
    if mistake.letak.kolom:
        place += f", kolom {mistake.letak.kolom}"
    return f"{place}: {mistake.pesan}"


def _tell_doubts(doubts: Iterable[Finding]) -> None:
    for doubt in doubts:
        sys.stdout.write(f"Periksa lagi: {_line(doubt)}\n")


def _make(described: OfficeFile | None, *, is_demo: bool) -> Office | None:
    at = clock.now()
    if described is not None:
        return set_up_office(described, at, _tell_passwords)
    if is_demo:
        sys.stdout.write("Menyiapkan kantor contoh …\n")
        sys.stdout.flush()
        return set_up_example(at, example_year(at.date()))[0].office
    return None


def _require_same(office: Office, described: OfficeFile) -> None:
    names = (described.office["nama"], described.office["kode"])
    if office.is_contoh or (office.nama, office.kode) != names:
        kind = "kantor contoh" if office.is_contoh else "kantor"
        raise CannotRun(
            f"Folder data {settings.DATA_DIR} sudah berisi {kind} {office.nama}; satu folder untuk "
            "satu kantor. Pilih folder lain lewat RUNUT_DATA, atau jalankan tanpa --kantor."
        )
    sys.stdout.write(f"Kantor {office.nama} sudah ada; berkasnya tidak dibaca lagi.\n")
    known = Person.objects.filter(office=office).values_list("username", flat=True)
    new = {str(one["username"]) for one in described.people} - set(known)
    if new:
        sys.stdout.write(f"  Belum ada di kantor ini: {', '.join(sorted(new))}.\n")
    adopted = SopVersion.objects.filter(office=office, status=SopVersion.Status.BERLAKU)
    steps = [step for version in adopted for step in definition_for(version).steps]
    actors = {actor for step in steps for actor in step.actors}
    _tell_doubts(roles_not_known(described.people, actors))


def _tell_passwords(passwords: dict[str, str]) -> None:
    sys.stdout.write("Kata sandi pertama setiap pegawai (catat; tidak ditampilkan lagi):\n")
    for username, password in passwords.items():
        sys.stdout.write(f"  {username:<14} kata sandi {password}\n")
    sys.stdout.flush()
