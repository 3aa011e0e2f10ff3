"""What an office does not have yet and will miss later: asked for before, never at the act.

A room of the office that knows of something says it by a function
``lacks(office, day, definition)`` in its module ``lacks``; *Siap dijalankan?* gathers them.
"""

from dataclasses import dataclass


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
