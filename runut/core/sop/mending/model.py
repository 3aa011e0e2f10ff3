"""One repair of an SOP: what it would change, told before it is taken."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from runut.core.findings import Finding, Place
from runut.core.sop.model import SOP


@dataclass(frozen=True)
class Mended:
    """The SOP after a repair, and the sentence that says what is changed."""

    pesan: str
    sop: SOP


@dataclass(frozen=True)
class Repair:
    """A proposal that takes one finding away. Nothing is changed before somebody takes it.

    ``kode``, ``letak`` and ``tentang`` are those of the finding; ``key`` names the repair in a
    form of the web. ``hasil`` is the SOP with this repair alone.
    """

    kode: str
    letak: Place
    tentang: str
    pesan: str
    hasil: SOP = field(repr=False)

    @property
    def key(self) -> str:
        return key_of(self.kode, self.letak, self.tentang)


Mender: TypeAlias = Callable[[SOP, Finding], Mended | None]
"""What mends a finding, or ``None`` where that would take knowledge which the SOP has not got."""


def key_of(kode: str, letak: Place, tentang: str) -> str:
    """The name of the repair of a finding, the same as long as the finding is.

    >>> key_of("kegiatan.kembar", Place(langkah="7"), "")
    'kegiatan.kembar/7/'
    """
    return f"{kode}/{letak.langkah or ''}/{tentang}"


def key_of_finding(finding: Finding) -> str:
    """The key that the repair of this finding has, if it has one."""
    return key_of(finding.kode, finding.letak, finding.tentang)
