"""What an office does not have yet and will miss later: asked for before, never at the act.

A room of the office that knows of something says it by a function
``lacks(office, day, definition)`` in its module ``lacks``; *Siap dijalankan?* gathers them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
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
)
"""The modules that are asked, in the order in which they are shown; one that is not there is not.

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
    """What every room says is missing, what blocks a case first; each thing once."""
    found = [lack for source in _there() for lack in source(office, day, definition)]
    return sorted(dict.fromkeys(found), key=lambda lack: not lack.is_blocking)


def _there() -> Iterator[Source]:
    for name in SOURCES:
        package = name.rpartition(".")[0]
        if find_spec(package) and find_spec(name):
            yield import_string(f"{name}.lacks")
