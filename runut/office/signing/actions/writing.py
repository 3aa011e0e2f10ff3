"""What all acts of signing have in common: once for each sending, with a line in the chain."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, KeyUsed, recall, remember
from runut.office.people.models import Right
from runut.office.people.rights import may
from runut.office.trust.append import Act, append

NOT_YOURS = Refused(
    "bukan_pelaksana", "Hanya yang mengelola kantor dan pegawai dapat mengubah setelan ini."
)


def refuse_foreign(doer: Doer) -> Refused | None:
    """Settings of the office are changed by who keeps the office."""
    return None if may(doer.person, Right.KANTOR) else NOT_YOURS


def write(
    doer: Doer, kind: str, facts: Mapping[str, Any], save: Callable[[], None], document: str = ""
) -> Done | Refused:
    """Save, and write the line that says so, in one transaction; a form sent again is answered."""
    try:
        with transaction.atomic():
            if known := recall(doer):
                return known
            save()
            line = Act(kind, f"kantor:{doer.person.office_id}", dict(facts), document)
            append(doer.person.office_id, [line], actor=doer.person.ref, at=doer.at)
            remember(doer, doer.url)
    except KeyUsed:
        return recall(doer) or Done(doer.url)
    return Done(doer.url)
