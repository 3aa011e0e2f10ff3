"""What is missing about people that a later act will need."""

from datetime import date

from django.urls import reverse

from runut.core.case.model import Definition
from runut.office import clock
from runut.office.lacks import Lack
from runut.office.people.models import Appointment, Office, Person, Right
from runut.office.people.rights import people_with
from runut.office.personnel.queries import locked_out, names_of
from runut.office.personnel.roles import roles_in_force, roles_of_outsiders

_NAMED = 5


def lacks(office: Office, day: date, definition: Definition | None) -> list[Lack]:
    """Of the whole office, or of what a case of ``definition`` will need.

    A role of one SOP without a holder is told with its steps by the page that asks about that SOP
    (``kantor.lacks``), and so not a second time here.
    """
    return [
        *([] if definition else _roles(office, day)),
        *_keepers(office),
        *_nips(office, day, definition),
        *_locked_out(office),
    ]


def _wanted(office: Office, definition: Definition | None) -> dict[str, str]:
    """Role to the title of the SOP that has it, "" for the one of ``definition``."""
    if definition is None:
        return roles_in_force(office.pk)
    return {actor: "" for step in definition.steps for actor in step.actors}


def _roles(office: Office, day: date) -> list[Lack]:
    held = set(
        Appointment.objects.filter(
            Appointment.held_on(day), office=office, person__is_active=True
        ).values_list("peran", flat=True)
    )
    outside = roles_of_outsiders(office.pk)
    return [
        Lack(
            what=f"Belum ada yang memegang peran {role}.",
            later=f"Langkah {role} pada SOP {sop} tidak ada yang mengerjakan."
            + (" Bila ia pihak luar, sebut siapa saat memulai." if role in outside else ""),
            mend="Catat jabatan dengan peran itu",
            url=reverse("kantor_pegawai"),
            is_blocking=role not in outside,
        )
        for role, sop in roles_in_force(office.pk).items()
        if role not in held
    ]


def _keepers(office: Office) -> list[Lack]:
    keepers = people_with(office.pk, Right.KANTOR)
    if len(keepers) > 1:
        return []
    who = f"hanya {keepers[0].nama}" if keepers else "tidak seorang pun"
    return [
        Lack(
            what=f"Yang dapat mengelola kantor {who.rstrip('.')}.",
            later="Bila ia cuti atau lupa kata sandi, tidak ada yang dapat membuat kode masuk.",
            mend="Beri hak kepada orang kedua",
            url=reverse("pegawai_hak_semua"),
        )
    ]


def _nips(office: Office, day: date, definition: Definition | None) -> list[Lack]:
    """Those whose NIP stands on papers: who holds a role of an SOP."""
    roles = _wanted(office, definition)
    holders = Appointment.objects.filter(
        Appointment.held_on(day), office=office, peran__in=list(roles), person__is_active=True
    )
    people = Person.objects.filter(nip="", pk__in=holders.values("person_id")).order_by("nama")
    found = list(people)
    if not found:
        return []
    return [
        Lack(
            what=f"Belum ber-NIP: {_some(found)}.",
            later="Di bawah namanya pada undangan, daftar hadir, dan tanda tangan tidak ada NIP.",
            mend="Lengkapi NIP",
            url=_page(found),
        )
    ]


def _locked_out(office: Office) -> list[Lack]:
    found = locked_out(office.pk, clock.now())
    if not found:
        return []
    return [
        Lack(
            what=f"Belum dapat masuk: {_some(found)}.",
            later="Tugas mereka menunggu tanpa ada yang melihatnya.",
            mend="Cetak kode masuk",
            url=reverse("pegawai_kode_semua"),
        )
    ]


def _some(people: list[Person]) -> str:
    more = len(people) - _NAMED
    return names_of(people[:_NAMED]) + (f", dan {more} orang lagi" if more > 0 else "")


def _page(people: list[Person]) -> str:
    return (
        reverse("pegawai_ubah", args=[people[0].pk])
        if len(people) == 1
        else reverse("kantor_pegawai")
    )
