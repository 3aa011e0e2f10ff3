"""Somebody is entered in the register, corrected in it, or no longer lets in."""

from collections.abc import Sequence

from django.db import IntegrityError, transaction

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.people.models import Person
from runut.office.personnel.actions.codes import close_codes
from runut.office.personnel.actions.keeping import (
    CHANGED,
    NOT_HERE,
    Written,
    keep,
    line,
    page_of_person,
    person_here,
)
from runut.office.personnel.actions.posts import Post, refuse_post, write_post
from runut.office.personnel.actions.rights import refuse_last_keeper
from runut.office.personnel.facts import Facts
from runut.office.trust.append import Act

LOGIN_TAKEN = Refused(
    "nama_pengguna_dipakai",
    "Nama pengguna ini baru saja dipakai orang lain. Pilih yang lain, lalu simpan lagi.",
)


def add_person(facts: Facts, post: Post | None, doer: Doer) -> Done | Refused:
    """Enter somebody with his first post. He comes in by a one-time code."""

    def write() -> Written | Refused:
        written = write_person(facts, doer)
        if isinstance(written, Refused):
            return written
        person, acts = written
        if post:
            if refused := refuse_post(person, post):
                return refused
            acts = [*acts, *write_post(person, post)]
        return page_of_person(person.pk), acts

    return keep(doer, write)


def change_person(person_id: int, facts: Facts, versi: int, doer: Doer) -> Done | Refused:
    """Correct what the register says of somebody, if nobody else has since ``versi``."""

    def write() -> Written | Refused:
        person = person_here(doer, person_id)
        if person is None:
            return NOT_HERE
        if person.versi != versi:
            return CHANGED
        acts = write_changes(person, facts)
        return acts if isinstance(acts, Refused) else (page_of_person(person_id), acts)

    return keep(doer, write)


def set_active(person_id: int, *, is_active: bool, reason: str, doer: Doer) -> Done | Refused:
    """Let somebody in no longer, or again. His name stays in all that he did."""

    def write() -> Written | Refused:
        person = person_here(doer, person_id)
        if person is None:
            return NOT_HERE
        if not is_active:
            if person.pk == doer.person.pk:
                return Refused(
                    "diri_sendiri",
                    "Saudara tidak dapat menonaktifkan akun sendiri. Mintalah pengelola yang lain.",
                )
            if refused := refuse_last_keeper(person):
                return refused
            close_codes([person], doer.at)
        changed = Person.objects.filter(pk=person_id, is_active=not is_active).update(
            is_active=is_active, versi=person.versi + 1
        )
        if not changed:
            return CHANGED
        kind = "diaktifkan" if is_active else "dinonaktifkan"
        return page_of_person(person_id), [line(kind, person_id, {"reason": reason})]

    return keep(doer, write)


def write_person(facts: Facts, doer: Doer) -> tuple[Person, list[Act]] | Refused:
    """Store somebody new. Call inside an act on the register."""
    person = Person(office_id=doer.person.office_id, **vars(facts))
    person.set_unusable_password()
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError:
        return LOGIN_TAKEN
    told = {name: value for name, value in vars(facts).items() if value}
    return person, [line("ditambah", person.pk, told)]


def write_changes(person: Person, facts: Facts) -> Sequence[Act] | Refused:
    """Store what differs, if anything does. Call inside an act on the register."""
    changes = Facts.of(person).changes(facts)
    if not changes:
        return []
    try:
        with transaction.atomic():
            changed = Person.objects.filter(pk=person.pk, versi=person.versi).update(
                **vars(facts), versi=person.versi + 1
            )
    except IntegrityError:
        return LOGIN_TAKEN
    return [line("diubah", person.pk, {"berubah": changes})] if changed else CHANGED
