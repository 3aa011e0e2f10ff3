"""What a kind of work says of itself: its name, when it fits a step, where its page is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from runut.core.sop.model import SOP, Langkah


@dataclass(frozen=True)
class SopContext:
    """An SOP as kinds of work see it. ``report``: the kind of report it composes, "" if none."""

    sop: SOP
    report: str = ""

    def after(self, langkah: Langkah) -> tuple[Langkah, ...]:
        """The steps below ``langkah`` in the form."""
        return self.sop.langkah[self.sop.langkah.index(langkah) + 1 :]


class Grade(Enum):
    """How a kind of work suits a step."""

    PROPOSED = "diusulkan"
    POSSIBLE = "dapat"
    IMPOSSIBLE = "tidak dapat"


@dataclass(frozen=True)
class Fit:
    """Whether a kind suits a step of this SOP, and why, in a sentence for its owner."""

    grade: Grade
    reason: str

    @property
    def is_proposed(self) -> bool:
        return self.grade is Grade.PROPOSED

    @property
    def is_possible(self) -> bool:
        return self.grade is not Grade.IMPOSSIBLE


def proposed(reason: str) -> Fit:
    return Fit(Grade.PROPOSED, reason)


def possible(reason: str) -> Fit:
    return Fit(Grade.POSSIBLE, reason)


def impossible(reason: str) -> Fit:
    return Fit(Grade.IMPOSSIBLE, reason)


@dataclass(frozen=True)
class Notice:
    """A line in somebody's inbox beside his tasks: what it says, and where it leads."""

    words: str
    url: str
    label: str


def _no_words() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Kind:
    """One kind of work.

    ``name`` is stored with an adopted SOP and never changes; ``title`` and ``about`` are for
    people. ``page`` is the dotted path of its view, called with the request and the ``StepPage``.
    ``mark``: what it puts on the document it examines (``paraf``, ``tanda_tangan``), "" if it
    examines none. ``is_shared``: every actor of the step works on the page, not the leading one
    alone. ``side_door``: dotted path of a function that answers another page for somebody who may
    not do the step, "" if none. ``notices``: dotted path of a function that answers what stands in
    a person's inbox beside his tasks. ``offer``: dotted path of a function that answers the address
    where somebody who may not do the step records it for who may, "" if none. ``words``: what
    its lines of the audit chain say.
    """

    name: str
    title: str
    about: str
    fit: Callable[[SopContext, Langkah], Fit]
    page: str
    mark: str = ""
    is_shared: bool = False
    side_door: str = ""
    notices: str = ""
    offer: str = ""
    words: Mapping[str, str] = field(default_factory=_no_words)
