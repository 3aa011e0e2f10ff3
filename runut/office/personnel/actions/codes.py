"""One-time codes: how somebody comes in for the first time, or after losing a password.

A code has 59 bits of chance, so a keyed hash of it is enough: guessing is stopped at the door,
and a stolen table without the office's key says nothing. A slow hash would make a sheet for two
thousand people take minutes.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hmac import compare_digest

from django.db import transaction
from django.utils.crypto import salted_hmac

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.locks import lock_register
from runut.office.people.models import Person
from runut.office.personnel.actions.keeping import NOT_HERE, Written, keep, line
from runut.office.personnel.models import LoginCode
from runut.office.trust.append import append

LASTS = timedelta(hours=72)
_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without signs that are read for another: 0 and O, 1, I and L."""
_LENGTH, _GROUP = 12, 4
WRONG = Refused(
    "kode_salah",
    "Nama pengguna atau kode masuk salah, sudah dipakai, atau sudah lewat waktunya. "
    "Mintalah kode baru kepada pengelola kantor Saudara.",
)


@dataclass(frozen=True)
class MadeCode:
    """A code as it is shown once, in groups."""

    person: Person
    code: str
    until: datetime


def make_codes(
    person_ids: Sequence[int], doer: Doer, url: str
) -> tuple[Done | Refused, tuple[MadeCode, ...]]:
    """Make a new code for each of these people; earlier ones no longer count.

    The codes are given back to be shown now: they are kept nowhere. The same form sent again is
    done, and has no codes to show.
    """
    made: list[MadeCode] = []

    def write() -> Written | Refused:
        people = list(
            Person.objects.filter(
                office_id=doer.person.office_id, pk__in=person_ids, is_active=True
            ).order_by("nama")
        )
        if not people or len(people) != len(set(person_ids)):
            return NOT_HERE
        close_codes(people, doer.at)
        until = doer.at + LASTS
        made.extend(MadeCode(person, _new_code(), until) for person in people)
        LoginCode.objects.bulk_create(
            LoginCode(
                office_id=one.person.office_id,
                person=one.person,
                hash=_hash(one.person.pk, one.code),
                dibuat_oleh=doer.person,
                dibuat_pada=doer.at,
                berlaku_sampai=until,
            )
            for one in made
        )
        facts = {"berlaku_sampai": until.isoformat()}
        return url, [line("kode_dibuat", one.person.pk, facts) for one in made]

    answer = keep(doer, write)
    return answer, tuple(made)


def use_code(username: str, code: str, password: str, at: datetime) -> Person | Refused:
    """Let somebody in by a code, with a password of his own from now on.

    Whoever was in under the name until now is out: sessions hang on the password.
    """
    with transaction.atomic():
        person = find_person(username)
        if person is None:
            return WRONG
        lock_register(person.office_id)
        row = valid_code(person, code, at)
        if row is None:
            return WRONG
        closed = LoginCode.objects.filter(pk=row.pk, ditutup_pada__isnull=True)
        if closed.update(ditutup_pada=at) != 1:
            return WRONG
        close_codes([person], at)
        person.set_password(password)
        person.save(update_fields=["password"])
        used = line("kode_dipakai", person.pk, {"dibuat_pada": row.dibuat_pada.isoformat()})
        append(person.office_id, [used], actor=person.ref, at=at)
    return person


def find_person(username: str) -> Person | None:
    """Who may come in under this name."""
    return Person.objects.filter(username__iexact=username.strip(), is_active=True).first()


def valid_code(person: Person, code: str, at: datetime) -> LoginCode | None:
    """The row of a code that still lets this person in."""
    open_codes = LoginCode.objects.filter(
        office_id=person.office_id, person=person, ditutup_pada__isnull=True, berlaku_sampai__gt=at
    )
    typed = _hash(person.pk, code)
    return next((row for row in open_codes if compare_digest(row.hash, typed)), None)


def close_codes(people: Sequence[Person], at: datetime) -> None:
    """The codes of these people no longer count."""
    LoginCode.objects.filter(person__in=people, ditutup_pada__isnull=True).update(ditutup_pada=at)


def _new_code() -> str:
    signs = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
    return "-".join(signs[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def _hash(person_id: int, code: str) -> str:
    """However the groups are typed: small letters, spaces or lines between them."""
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    return salted_hmac(f"runut.kode.{person_id}", plain, algorithm="sha256").hexdigest()
