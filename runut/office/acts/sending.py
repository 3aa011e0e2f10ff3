"""A form that is sent twice has one effect: the key it carries is stored with the act."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db import OperationalError, connection

from runut.core.findings import Refused
from runut.office.acts.models import IdempotencyKey
from runut.office.hot_sql import run
from runut.office.locks import lock_form
from runut.office.people.models import Person

_REMEMBER = (
    "INSERT INTO cases_idempotencykey (office_id, person_id, key, fingerprint, answer, at)"
    " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (office_id, person_id, key) DO NOTHING"
)


class KeyUsed(OperationalError):
    """This form was sent before; what it asked for is done already.

    Where no act awaits it, the answer is that of a busy office: come back in a moment.
    """


@dataclass(frozen=True)
class Sending:
    """One sending of a form: its key, and a fingerprint of what was sent with it."""

    key: str
    fingerprint: str

    @staticmethod
    def of(key: str, fields: Mapping[str, object]) -> "Sending":
        """A sending of ``fields`` under ``key``; uploads count by their content's hash."""
        text = json.dumps(fields, sort_keys=True, default=str)
        return Sending(key, sha256(text.encode()).hexdigest())


@dataclass(frozen=True)
class Doer:
    """Who does an act, when, by which form, and where to go on afterwards.

    ``on_behalf_of`` is the holder for whom a substitute acts, else "".
    """

    person: Person
    at: datetime
    sending: Sending | None = None
    url: str = ""
    on_behalf_of: str = ""


@dataclass(frozen=True)
class Done:
    """The act is done (or was, by the same form). ``url`` is where to go on."""

    url: str
    is_repeat: bool = False


def recall(doer: Doer) -> Done | Refused | None:
    """The answer this form was given before, or None. Another person's key is never seen.

    Inside a transaction the same form, sent twice at once, is answered one after the other.
    """
    person, sending = doer.person, doer.sending
    if sending is None:
        return None
    lock_form(person.office_id, person.pk, sending.key)
    known = IdempotencyKey.objects.filter(
        office_id=person.office_id, person=person, key=sending.key
    ).first()
    if known is None:
        return None
    if known.fingerprint != sending.fingerprint:
        return Refused(
            "kunci_dipakai",
            "Formulir ini sudah pernah dikirim dengan isi lain. Periksa isinya, lalu kirim lagi.",
        )
    return Done(known.answer, is_repeat=True)


def answer_to(person: Person, key: str) -> str:
    """What the form of this key was answered, whatever was sent with it; "" if nothing yet."""
    known = IdempotencyKey.objects.filter(office_id=person.office_id, person=person, key=key)
    return known.values_list("answer", flat=True).first() or ""


def remember(doer: Doer, answer: str) -> None:
    """Keep the answer under the form's key. Call inside the transaction of the act.

    Raises KeyUsed if the form was sent before: the caller undoes the act and recalls the answer.
    """
    if doer.sending is None:
        return
    stored = run(
        _REMEMBER,
        (
            doer.person.office_id,
            doer.person.pk,
            doer.sending.key,
            doer.sending.fingerprint,
            answer,
            connection.ops.adapt_datetimefield_value(doer.at),
        ),
    )
    if stored.rowcount != 1:
        raise KeyUsed
