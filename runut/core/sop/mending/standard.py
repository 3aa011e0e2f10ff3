"""Repairs of an empty Mutu Baku, from the words of the SOP itself; a time is never made up."""

import re
from typing import Final

from runut.core.findings import Finding
from runut.core.sop.checks.langkah import EVENTS, LEFT_UNWRITTEN
from runut.core.sop.mending.change import only_step, with_step
from runut.core.sop.mending.model import Mended, Mender
from runut.core.sop.model import SOP, Langkah
from runut.core.words.verbs import is_verb, words

_MADE: Final = re.compile(
    r"(?:menyusun|membuat|merancang|mengonsep|mengonsepkan) (?P<made>[^,;.()]+)\.?", re.IGNORECASE
)
_MORE: Final = re.compile(
    r" (?:dan|serta|lalu|kemudian|untuk|agar|guna|sesuai|berdasarkan|dengan|kepada|oleh|bersama|"
    r"dalam|pada|di|ke) ",
    re.IGNORECASE,
)


def _fill(sop: SOP, finding: Finding) -> Mended | None:
    """Of the steps that lack it, those of which the SOP itself tells what it is."""
    fill = {"Output": _output_of, "Kelengkapan": _input_of}.get(finding.tentang)
    told, filled = [], sop
    for step in sop.langkah if fill else ():
        is_empty = not (step.output if finding.tentang == "Output" else step.kelengkapan)
        if fill is None or not is_empty or only_step(sop, step.no) is None:
            continue
        mended = fill(filled, step)
        if mended is not None:
            told.append(mended.pesan)
            filled = mended.sop
    return Mended(" ".join(told), filled) if told else None


def _output_of(sop: SOP, step: Langkah) -> Mended | None:
    """What a step makes is its output: "Menyusun konsep surat" leaves "Konsep surat"."""
    found = _MADE.fullmatch(step.kegiatan)
    if found is None or _MORE.search(f" {found['made']} "):
        return None
    made = found["made"].strip()
    made = made[0].upper() + made[1:]
    pesan = f"Output langkah {step.no} diisi “{made}”, yang dibuat kegiatan itu."
    return Mended(pesan, with_step(sop, step.no, output=(made,)))


def _input_of(sop: SOP, step: Langkah) -> Mended | None:
    """What the only step before it leaves, and no other step takes up, is what it works on."""
    before = [one for one in sop.langkah if any(way.ke == step.no for way in one.lanjut)]
    if len(before) != 1 or before[0].no == step.no:
        return None
    taken = {item for one in sop.langkah for item in one.kelengkapan}
    left = tuple(item for item in before[0].output if item not in taken)
    if not left or any(_is_no_paper(item) for item in left):
        return None
    told = ", ".join(f"“{item}”" for item in left)
    pesan = f"Kelengkapan langkah {step.no} diisi {told}, Output langkah {before[0].no}."
    return Mended(pesan, with_step(sop, step.no, kelengkapan=left))


def _is_no_paper(item: str) -> bool:
    first = next(iter(words(item)), "")
    return is_verb(first) or first in EVENTS or LEFT_UNWRITTEN.search(item) is not None


MENDERS_STANDARD: Final[dict[str, Mender]] = {"mutu-baku.kosong": _fill}
