"""Other SOPs that a step names in its Keterangan, and the notation where the words do not say it.

``Catatan rapat {SOP: 1. Penyusunan Renja 2. Penyusunan DPA}`` states the links outright.
"""

import re
from typing import Final

from runut.core.words.items import join_items, normal, split_items

_NAMED: Final = re.compile(r"\bSOP (?:AP )?(?P<name>[A-Z][^.;,()]*)")
_NEXT_NAME: Final = re.compile(r",? (?:dan|serta|atau) SOP ")
_OPEN: Final = "{SOP:"


def bare_name(item: str) -> str:
    """The name of an SOP without the word SOP in front of it."""
    return re.sub(r"^SOP (?:AP )?", "", item).strip(" .;")


def find_sop_names(keterangan: str) -> tuple[str, ...]:
    """The SOPs named in the words of a Keterangan.

    >>> find_sop_names("Terkait SOP Penerbitan Undangan Rapat Tim")
    ('Penerbitan Undangan Rapat Tim',)
    """
    separated = _NEXT_NAME.sub("; SOP ", normal(keterangan))
    names = [found["name"].strip() for found in _NAMED.finditer(separated)]
    return tuple(dict.fromkeys(name for name in names if name))


def read_keterangan(cell: str) -> tuple[str, tuple[str, ...]]:
    """Keterangan and the SOPs it links to: those stated outright, else those found in the words."""
    text = normal(cell)
    start = text.rfind(_OPEN)
    if start < 0 or not text.endswith("}"):
        return text, find_sop_names(text)
    return text[:start].rstrip(), split_items(text[start + len(_OPEN) : -1])


def print_keterangan(keterangan: str, rujukan_sop: tuple[str, ...]) -> str:
    """The cell that ``read_keterangan`` reads back; links are stated where the words do not."""
    text = normal(keterangan)
    if read_keterangan(text) == (text, rujukan_sop):
        return text
    return normal(f"{text} {_OPEN} {join_items(rujukan_sop)}}}")
