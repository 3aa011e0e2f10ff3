"""The events of a case, as the audit chain keeps them."""

import json
from collections.abc import Iterator

from runut.core.case.codec import TAGS, event_from_dict
from runut.core.case.events import Event
from runut.office.cases.acting import case_subject
from runut.office.cases.models import Case
from runut.office.trust.models import Entry

EVENT_KINDS = frozenset(f"kasus.{tag}" for tag in TAGS)
"""The lines that move a case. Others only tell of it: a comment, an SOP that was asked for."""


def events_of(case: Case) -> Iterator[Event]:
    """Everything that happened in the case, in order. Raises ValueError for an unreadable line."""
    lines = Entry.objects.filter(
        office_id=case.office_id, subject=case_subject(case.pk), kind__in=EVENT_KINDS
    ).order_by("seq")
    for payload in lines.values_list("payload", flat=True):
        yield event_from_dict(json.loads(payload))
