"""Lines of the audit chain in the words of the room that wrote them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from runut.office.people.models import Person
from runut.office.trust.models import Entry

MOST_LINES = 50


@dataclass(frozen=True)
class Line:
    """A line of the chain as a page tells it; ``who`` is "" where no person of the office acted."""

    at: datetime
    who: str
    words: str


def told_lines(office_id: int, subject: str, words: Mapping[str, str]) -> list[Line]:
    """What was done with ``subject``, newest first: the kinds that ``words`` has a sentence for."""
    rows = Entry.objects.filter(office=office_id, subject=subject, kind__in=words)
    people = Person.objects.filter(office=office_id).values_list("pk", "nama")
    names = {str(pk): nama for pk, nama in people}
    return [
        Line(
            datetime.fromisoformat(row.at),
            names.get(row.actor, ""),
            " ".join(words[row.kind].format_map(_Told(json.loads(row.payload))).split()).rstrip(
                " :"
            ),
        )
        for row in rows.order_by("-seq")[:MOST_LINES]
    ]


def _said(words: str, payload: str) -> str:
    told = words.format_map(_Told(json.loads(payload)))
    return " ".join(told.split()).rstrip(" :")


class _Told(dict[str, object]):
    """What a line does not tell stays out of its sentence."""

    def __missing__(self, name: str) -> str:
        return ""
