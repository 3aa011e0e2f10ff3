"""Making an office: its row, its people, its calendar, the start of its audit chain."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Model

from runut.core.trust.chain import START
from runut.files.read.holidays import holidays_of, ramadan_of
from runut.office.founding.office_file import OfficeFile
from runut.office.locks import lock_founding
from runut.office.nul import holds_nul, nul_in
from runut.office.people import entered
from runut.office.people.models import (
    Appointment,
    Grant,
    Holiday,
    Office,
    OfficeProfile,
    Person,
    Right,
)
from runut.office.trust.append import Act, append
from runut.office.trust.models import ChainHead

Tell = Callable[[dict[str, str]], None]
"""Told the first password of everybody, by the name to log in with."""


@transaction.atomic
def set_up_office(described: OfficeFile, at: datetime, tell: Tell) -> Office:
    """Make an office as its file describes it: with its people and calendar, or not at all."""
    office = create_office(described.office, at, is_contoh=False)
    seed_holidays(office, range(at.year - 1, at.year + 2), at)
    _tell_of_itself(office, described.profile, at)
    passwords = {one["username"]: secrets.token_urlsafe(9) for one in described.people}
    for one in described.people:
        add_person(office, one, passwords[one["username"]], at)
    # before the office counts: told too early they are void, told too late nobody may log in
    tell(passwords)
    return office


@transaction.atomic
def found_office(nama: str, first: Mapping[str, Any], password: str, at: datetime) -> Person | None:
    """Make the first office of this folder with the person who will keep it, who gets every right.

    None where there is an office already: of two who come at once one alone makes it.
    """
    lock_founding()
    if Office.objects.exists():
        return None
    office = create_office({"nama": nama}, at, is_contoh=False)
    seed_holidays(office, range(at.year - 1, at.year + 2), at)
    return add_person(office, {**first, "hak": list(Right.values), "peran": []}, password, at)


def _tell_of_itself(office: Office, profile: Mapping[str, Any], at: datetime) -> None:
    told = {name: value for name, value in profile.items() if value}
    if told:
        OfficeProfile.objects.create(office=office, **told)
        before: dict[str, Any] = {name: type(value)() for name, value in told.items()}
        facts = {"bagian": "berkas", "sebelum": before, "sesudah": told}
        line = Act("kantor.diubah", f"kantor:{office.pk}", facts)
        append(office.pk, [line], actor="", at=at)


@transaction.atomic
def create_office(facts: Mapping[str, Any], at: datetime, *, is_contoh: bool) -> Office:
    """Make an office from its facts (name, letterhead, address, code, zone).

    Raises ValueError, in Indonesian, for facts that cannot be stored.
    """
    _refuse_unstorable(Office, facts, "kantor")
    if zone := facts.get("zona_waktu"):
        if fault := entered.zone_fault(zone):
            raise ValueError(f"kantor.zona_waktu: {fault}")
        facts = {**facts, "zona_waktu": entered.zone_of(zone)}
    office = Office.objects.create(is_contoh=is_contoh, **facts)
    ChainHead.objects.create(office=office, seq=0, hash=START)
    line = Act("kantor.dibuat", f"kantor:{office.pk}", {"nama": office.nama})
    append(office.pk, [line], actor="", at=at)
    return office


@transaction.atomic
def add_person(office: Office, facts: Mapping[str, Any], password: str, at: datetime) -> Person:
    """Add a civil servant with posts (``peran``) and rights (``hak``); a post has a ``jabatan``.

    Raises ValueError, in Indonesian, for facts that cannot be stored.
    """
    for table in (Person, Appointment):
        _refuse_unstorable(table, facts, "pegawai")
    person = Person(
        office=office,
        username=facts["username"],
        nama=facts["nama"],
        nip=facts.get("nip", ""),
        pangkat=facts.get("pangkat", ""),
        email=facts.get("email", ""),
    )
    person.set_password(password)
    person.save()
    Appointment.objects.bulk_create(
        Appointment(
            office=office,
            person=person,
            jabatan=facts["jabatan"],
            peran=peran,
            mulai=date(at.year - 1, 1, 1),
        )
        for peran in facts["peran"] or [""]
        if facts.get("jabatan")
    )
    Grant.objects.bulk_create(
        Grant(office=office, person=person, right=right) for right in facts["hak"]
    )
    facts_kept = {"nama": person.nama, "peran": facts["peran"], "hak": facts["hak"]}
    line = Act("pegawai.ditambah", f"pegawai:{person.pk}", facts_kept)
    append(office.pk, [line], actor="", at=at)
    return person


def _refuse_unstorable(table: type[Model], facts: Mapping[str, Any], what: str) -> None:
    longest = {field.name: getattr(field, "max_length", None) for field in table._meta.fields}
    for name, value in facts.items():
        if holds_nul([name, value]):
            raise ValueError(nul_in(f"{what}.{name.replace(chr(0), '')}"))
        limit = longest.get(name)
        for word in value if isinstance(value, list) else [value]:
            if limit and len(str(word)) > limit:
                raise ValueError(f"{what}.{name} (terlalu panjang, paling banyak {limit} huruf)")


@transaction.atomic
def seed_holidays(office: Office, years: Sequence[int], at: datetime) -> None:
    """Fill the table of holidays for ``years``; days that the office set itself stay."""
    known = set(Holiday.objects.filter(office=office).values_list("tanggal", flat=True))
    Holiday.objects.bulk_create(
        Holiday(office=office, **vars(day))
        for day in holidays_of(years)
        if day.tanggal not in known
    )
    Office.objects.filter(pk=office.pk).update(
        kalender_versi=office.kalender_versi + 1,
        ramadan=[[first.isoformat(), last.isoformat()] for first, last in ramadan_of(years)],
    )
    told = {"tahun": f"{min(years)}–{max(years)}"}
    line = Act("kantor.hari_libur_diisi", f"kantor:{office.pk}", told)
    append(office.pk, [line], actor="", at=at)
    office.refresh_from_db()
