"""Changes of single fields of an SOP, and of a word or a number wherever it stands."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, Final

from runut.core.sop.form.printed import SECTIONS
from runut.core.sop.model import SOP, Langkah

_STEP_NAMED: Final = re.compile(r"(?P<head>\blangkah (?:ke-?)?)(?P<no>\d+[a-z]?)\b", re.IGNORECASE)


def only_step(sop: SOP, no: str | None) -> Langkah | None:
    """The step of that number, if exactly one has it."""
    found = [step for step in sop.langkah if step.no == no]
    return found[0] if len(found) == 1 else None


def with_step(sop: SOP, no: str, **changed: Any) -> SOP:
    """The SOP with other fields in one of its steps."""
    langkah = tuple(replace(s, **changed) if s.no == no else s for s in sop.langkah)
    return replace(sop, langkah=langkah)


def swapped(items: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    """The items with one of them called otherwise; what then stands twice stands once."""
    return tuple(dict.fromkeys(new if item == old else item for item in items))


def renamed_item(sop: SOP, old: str, new: str) -> SOP:
    """The SOP with a document called otherwise in every step that makes or needs it."""
    langkah = tuple(
        replace(
            step,
            kelengkapan=swapped(step.kelengkapan, old, new),
            output=swapped(step.output, old, new),
        )
        for step in sop.langkah
    )
    return replace(sop, langkah=langkah)


def in_every_text(sop: SOP, change: Callable[[str], str]) -> SOP:
    """The SOP with a change made in all its words, save names of people, offices and actors."""
    sections: dict[str, Any] = {
        section: tuple(map(change, getattr(sop, section))) for section in SECTIONS
    }
    langkah = tuple(_changed(step, change) for step in sop.langkah)
    return replace(
        sop,
        judul=change(sop.judul),
        judul_prosedur=change(sop.judul_prosedur),
        langkah=langkah,
        **sections,
    )


def _changed(step: Langkah, change: Callable[[str], str]) -> Langkah:
    return replace(
        step,
        kegiatan=change(step.kegiatan),
        kelengkapan=tuple(map(change, step.kelengkapan)),
        output=tuple(map(change, step.output)),
        keterangan=change(step.keterangan),
        rujukan_sop=tuple(map(change, step.rujukan_sop)),
    )


def word_replaced(text: str, word: str, other: str) -> str:
    """A text with one of its words changed wherever it stands as a whole word."""
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", lambda _: other, text)


def renumbered(sop: SOP, new: Mapping[str, str]) -> SOP:
    """The SOP with other step numbers, also in its ways out and where a text says "langkah 7"."""

    def say(text: str) -> str:
        return _STEP_NAMED.sub(lambda m: m["head"] + new.get(m["no"], m["no"]), text)

    langkah = tuple(
        replace(
            _changed(step, say),
            no=new[step.no],
            lanjut=tuple(replace(way, ke=new.get(way.ke, way.ke)) for way in step.lanjut),
        )
        for step in sop.langkah
    )
    return replace(sop, langkah=langkah)


def without_signs(value: Any, signs: re.Pattern[str]) -> Any:
    """An SOP, or any part of one, without these signs in any of its texts."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return signs.sub("", value)
    if isinstance(value, tuple):
        return tuple(without_signs(one, signs) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            one.name: without_signs(getattr(value, one.name), signs) for one in fields(value)
        }
        return replace(value, **changed)
    return value
