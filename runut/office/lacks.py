"""What an office does not have yet and will miss later: asked for before, never at the act.

A room of the office that knows of something says it by a function
``lacks(office, day, definition)`` in its module ``lacks``; *Siap dijalankan?* gathers them.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.module_loading import import_string

from runut.core.case.model import Definition

SOURCES = (
    "runut.office.kantor.lacks",
    "runut.office.personnel.lacks",
    "runut.office.substitutes.lacks",
    "runut.office.signing.lacks",
    "runut.office.letters.lacks",
    "runut.office.calendar.lacks",
    "runut.office.reports.lacks",
    "runut.office.plans.lacks",
)
"""The modules that are asked, in the order in which they are shown.

Named here and not imported: they stand above the pages that ask.
"""


@dataclass(frozen=True)
class Lack:
    """Something that is missing. ``what`` is missing, ``later`` is what will not go without it;
    ``mend`` labels the link ``url`` to the page that mends it. ``is_blocking``: a case that is
    started all the same will come to a step that nobody can do."""

    what: str
    later: str
    mend: str
    url: str
    is_blocking: bool = False


Source = Callable[[Any, date, Definition | None], list[Lack]]


def gather(office: Any, day: date, definition: Definition | None) -> list[Lack]:
    """What every room says is missing, what blocks a case first; each thing once, in sentences."""
    rooms: list[Source] = [import_string(f"{name}.lacks") for name in SOURCES]
    found = [_told(lack) for room in rooms for lack in room(office, day, definition)]
    return sorted(dict.fromkeys(found), key=lambda lack: not lack.is_blocking)


def _told(lack: Lack) -> Lack:
    return replace(lack, what=_sentence(lack.what), later=_sentence(lack.later))


def _sentence(words: str) -> str:
    """With a capital and one full stop, however its room wrote it."""
    return f"{words[:1].upper()}{words[1:].rstrip('.')}." if words else ""
