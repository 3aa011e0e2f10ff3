"""A form that is sent twice has one effect: the key it carries is stored with the act."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from runut.core.findings import Refused
from runut.office.cases.models import IdempotencyKey
from runut.office.people.models import Person


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
class Done:
    """The act is done (or was, by the same form). ``url`` is where to go on."""

    url: str
    is_repeat: bool = False


def recall(person: Person, sending: Sending) -> Done | Refused | None:
    """The answer this key was given before, or None. Another person's key is never seen."""
    known = IdempotencyKey.objects.filter(
        office_id=person.office_id, person=person, key=sending.key
    ).first()
    if known is None:
        return None
    if known.fingerprint != sending.fingerprint:
        return Refused(
            "kunci_dipakai",
            "Formulir ini sudah pernah dikirim dengan isi lain. Muat ulang halaman, lalu isi lagi.",
        )
    return Done(known.answer, is_repeat=True)


def remember(person: Person, sending: Sending, answer: str, at: datetime) -> None:
    """Keep the answer under the key. Call inside the transaction of the act."""
    IdempotencyKey.objects.create(
        office_id=person.office_id,
        person=person,
        key=sending.key,
        fingerprint=sending.fingerprint,
        answer=answer,
        at=at,
    )
