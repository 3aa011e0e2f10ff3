"""What the words of an SOP say about who does a step whose mark is lost.

Each piece of evidence speaks for or against one actor at one step, with a weight (the logarithm
of how much likelier it makes him) and, where it speaks for him, a reason for the owner.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from runut.core.sop.model import SOP, Langkah
from runut.core.sop.proposals.rank import TOP, is_collective, keys_before, ranks
from runut.core.words.acts import (
    ASSIGNING,
    CLERICAL,
    DECIDING,
    DESK,
    HANDOVER,
    LEADING,
    MEETING,
    REPORTING,
    SIGNING,
    acts,
    decisive_acts,
    does,
    main_act,
)
from runut.core.words.verbs import act_key, keys, mentions, verb_keys, words

_TO: Final = r"(?:kepada|ke|untuk|diterima(?: oleh)?|disampaikan (?:ke|kepada))"
_ORDER_REACH: Final = 5
"""How many steps further an order ("menugaskan … untuk …") may still be carried out."""


_USUAL: Final = 3
_LOW: Final = 0.25
"""Below this rank nobody checks or signs."""
_CHAIR: Final = 0.3
"""From this height above the middle on, a post chairs meetings as readily as any higher one."""


@dataclass(frozen=True)
class Evidence:
    """For (positive weight) or against one actor at one step, both counted from 0."""

    step: int
    actor: int
    weight: float
    alasan: str = ""


def gather(sop: SOP) -> tuple[Evidence, ...]:
    """All that the words say, step by step, without a look at who does the other steps."""
    found: list[Evidence] = []
    heights = ranks(sop)
    for row in range(len(sop.langkah)):
        for source in (_named, _receivers, _orders, _makers, _notes, _meetings):
            found.extend(source(sop, row))
        found.extend(_acts_by_rank(sop, row, heights))
    return tuple(found)


def _named(sop: SOP, row: int) -> Iterable[Evidence]:
    """Whom the activity names as object or receiver does not do it; "oleh X" does."""
    step = sop.langkah[row]
    for actor, name in enumerate(sop.pelaksana):
        for text in (step.kegiatan, step.keterangan):
            if re.search(rf"\boleh {re.escape(name)}\b", text, re.IGNORECASE):
                yield Evidence(row, actor, 4.0, f"Langkah {step.no} menyebut “oleh {name}”.")
        if words(step.kegiatan)[: len(words(name))] == words(name) and words(name):
            yield Evidence(row, actor, 4.0, f"Kegiatan langkah {step.no} diawali “{name}”.")
        elif mentions(step.kegiatan, name):
            yield Evidence(row, actor, -3.5)


def _receivers(sop: SOP, row: int) -> Iterable[Evidence]:
    """ "kepada X", "diterima X" in a step: X does the next one, less surely after a report."""
    step = sop.langkah[row]
    is_report = bool(set(acts(step.kegiatan)[-1:]) & REPORTING)
    for actor, name in enumerate(sop.pelaksana):
        pattern = rf"\b{_TO}(?: \w+)? {re.escape(name)}(?!\w)"
        for text, where in ((step.kegiatan, "Kegiatan"), ("; ".join(step.output), "Output")):
            if re.search(pattern, text, re.IGNORECASE):
                alasan = f"{where} langkah {step.no} menyebut penerimanya {name}."
                yield Evidence(row + 1, actor, 1.5 if is_report else 3.0, alasan)
                yield Evidence(row, actor, -2.0)


def _orders(sop: SOP, row: int) -> Iterable[Evidence]:
    """ "Menugaskan X untuk …": X does what follows, above all what the order names."""
    step = sop.langkah[row]
    kegiatan = step.kegiatan
    is_main = main_act(kegiatan) in ASSIGNING
    for actor, name in enumerate(sop.pelaksana):
        if not any(before in ASSIGNING for before in keys_before(kegiatan, name)):
            continue
        alasan = f"Langkah {step.no} menugaskan {name}."
        yield Evidence(row + 1, actor, 2.2 if is_main else 0.5, alasan)
        order = re.split(re.escape(name), kegiatan, maxsplit=1, flags=re.IGNORECASE)[-1]
        wanted = verb_keys(order)
        for later in range(row + 1, min(row + 1 + _ORDER_REACH, len(sop.langkah))):
            if main_act(sop.langkah[later].kegiatan) in wanted:
                alasan = f"Langkah {step.no} menugaskan {name} untuk pekerjaan ini."
                yield Evidence(later, actor, 4.5, alasan)
            elif (keys(order) - _usual(sop)) & keys(" ".join(sop.langkah[later].kelengkapan)):
                alasan = f"Bahannya dibuat {name} atas tugas dari langkah {step.no}."
                yield Evidence(later, actor, 0.6, alasan)


def _usual(sop: SOP) -> frozenset[str]:
    """Keys of words so common in this SOP that sharing one says nothing."""
    counts = Counter(
        key for step in sop.langkah for key in keys(f"{step.kegiatan} {' '.join(step.kelengkapan)}")
    )
    return frozenset(key for key, count in counts.items() if count > _USUAL)


def _makers(sop: SOP, row: int) -> Iterable[Evidence]:
    """ "Penugasan X", "hasil pemeriksaan X" as input: X did the earlier step with that act."""
    step = sop.langkah[row]
    inputs = " ; ".join(step.kelengkapan)
    for actor, name in enumerate(sop.pelaksana):
        for act in keys_before(inputs, name):
            is_copied = _is_repeated_below(sop, row, name, act)
            source = _last_doing(sop, row, act)
            if source is not None:
                alasan = (
                    f"Kelengkapan langkah {step.no} menyebut hasil kerja {name} dari langkah ini."
                )
                yield Evidence(source, actor, 0.8 if is_copied else 3.2, alasan)
            if not is_copied:
                yield Evidence(row, actor, -1.5)
        for act in keys_before(" ; ".join(step.output), name):
            if act in DECIDING:
                yield Evidence(row, actor, 2.5, f"Output langkah {step.no} menyebut karya {name}.")


def _is_repeated_below(sop: SOP, row: int, name: str, act: str) -> bool:
    """The same words stand in a later step: here they are most likely a slip of copying."""
    return any(
        act in keys_before(" ; ".join(later.kelengkapan), name) for later in sop.langkah[row + 1 :]
    )


def _last_doing(sop: SOP, row: int, act: str) -> int | None:
    """The nearest earlier step that does the act, or leaves it behind as its output."""
    for earlier in range(row - 1, -1, -1):
        step = sop.langkah[earlier]
        if act in acts(step.kegiatan) or act in keys(" ".join(step.output)):
            return earlier
    return None


def _notes(sop: SOP, row: int) -> Iterable[Evidence]:
    """Keterangan: a name alone says who; a name with a verb of its own says who helps."""
    step = sop.langkah[row]
    for actor, name in enumerate(sop.pelaksana):
        if words(step.keterangan) == words(name):
            yield Evidence(row, actor, 4.0, f"Keterangan langkah {step.no} menyebut {name}.")
        elif re.search(rf"\b{re.escape(name)} me\w{{4,}}", step.keterangan, re.IGNORECASE):
            yield Evidence(row, actor, -1.2)


def _acts_by_rank(sop: SOP, row: int, heights: Mapping[str, float]) -> Iterable[Evidence]:
    """Checking, leading and signing belong to higher posts, clerical work to lower ones."""
    step = sop.langkah[row]
    act, others = main_act(step.kegiatan), set(decisive_acts(step.kegiatan))
    for actor, name in enumerate(sop.pelaksana):
        height = heights[name] - 0.4
        is_unfit = is_collective(name) or heights[name] < _LOW
        if act in LEADING:
            weight = 7.0 * min(height, _CHAIR) - (2.5 if is_unfit else 0.0)
            yield Evidence(row, actor, weight, _reason_of_rank(step, name, height))
        elif act in DECIDING | ASSIGNING:
            weight = 3.5 * height - (2.5 if is_unfit else 0.0)
            yield Evidence(row, actor, weight, _reason_of_rank(step, name, height))
        elif act in CLERICAL:
            steepness = 5.0 if others & DESK else 2.5
            yield Evidence(row, actor, -steepness * height, _reason_of_clerk(step, name, height))
        if others & ASSIGNING and act not in DECIDING | ASSIGNING | LEADING:
            yield Evidence(row, actor, 2.5 * height - (1.0 if is_unfit else 0.0))
        if others & SIGNING and heights[name] == TOP:
            alasan = f"{name} adalah pejabat yang mengesahkan SOP ini, jadi menandatangani."
            yield Evidence(row, actor, 2.5, alasan)


def _reason_of_rank(step: Langkah, name: str, height: float) -> str:
    verb = step.kegiatan.split()[0].casefold() if step.kegiatan else ""
    return f"Kegiatan “{verb}” lazim pada pejabat setingkat {name}." if height > 0 else ""


def _reason_of_clerk(step: Langkah, name: str, height: float) -> str:
    verb = step.kegiatan.split()[0].casefold() if step.kegiatan else ""
    return f"Kegiatan “{verb}” lazim dikerjakan {name}." if height < 0 else ""


def _meetings(sop: SOP, row: int) -> Iterable[Evidence]:
    """A discussion belongs to a body of several people, or to whose meeting the text calls it."""
    step = sop.langkah[row]
    is_discussion = bool(MEETING & keys(step.kegiatan)) and not does(step.kegiatan, DECIDING)
    if not is_discussion:
        return
    for actor, name in enumerate(sop.pelaksana):
        if is_collective(name):
            yield Evidence(row, actor, 2.0, f"Pembahasan dilakukan bersama oleh {name}.")
        for other in sop.langkah:
            if act_key("rapat") in keys_before(other.keterangan, name):
                alasan = f"Keterangan langkah {other.no} menyebut rapat {name}."
                yield Evidence(row, actor, 1.2, alasan)


def hands_on(step: Langkah) -> bool:
    """Whether a step ends by handing its result to somebody it does not name."""
    last = acts(step.kegiatan)[-1:]
    return bool(set(last) & HANDOVER)
