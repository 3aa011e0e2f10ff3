"""A check without a way back: the step that its work would return to, proposed with the reason."""

from dataclasses import dataclass

from runut.core.sop.acts import CHECKING, IMPROVING, MAKING, does
from runut.core.sop.model import SOP, Langkah


@dataclass(frozen=True)
class WayBack:
    """From a checking step to the step that would mend what it finds."""

    from_no: str
    to_no: str
    alasan: str


def is_checking(langkah: Langkah) -> bool:
    """Whether a step examines what another made: memeriksa, memaraf, menandatangani and alike."""
    return does(langkah.kegiatan, CHECKING)


def propose_ways_back(sop: SOP) -> tuple[WayBack, ...]:
    """For every check whose form draws no way back, the nearest step before it that mends or makes."""
    found = []
    for position, langkah in enumerate(sop.langkah):
        earlier = sop.langkah[:position]
        if not is_checking(langkah) or _leads_up(langkah, earlier):
            continue
        maker = _last_doing(earlier, IMPROVING) or _last_doing(earlier, MAKING)
        if maker is not None:
            found.append(
                WayBack(
                    langkah.no,
                    maker.no,
                    f"Langkah {maker.no} menyusun atau memperbaiki naskah itu.",
                )
            )
    return tuple(found)


def _leads_up(langkah: Langkah, earlier: tuple[Langkah, ...]) -> bool:
    return any(way.ke == before.no for way in langkah.lanjut for before in earlier)


def _last_doing(steps: tuple[Langkah, ...], kind: frozenset[str]) -> Langkah | None:
    return next((one for one in reversed(steps) if does(one.kegiatan, kind)), None)
