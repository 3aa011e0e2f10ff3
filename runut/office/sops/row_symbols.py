"""The symbols of a row with several actors, and the arrows inside it, as an officer types them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms

from runut.core.sop.flow import with_kinds
from runut.core.sop.model import Bentuk, Dalam, Langkah

BENTUK_NAMES: Final = {
    Bentuk.MULAI: "Mulai (kapsul)",
    Bentuk.PROSES: "Pelaksanaan (kotak)",
    Bentuk.KEPUTUSAN: "Keputusan (belah ketupat)",
    Bentuk.SELESAI: "Selesai (kapsul)",
}
_CHOICES: Final = [(str(one), name) for one, name in BENTUK_NAMES.items()]
_ARROW: Final = re.compile(r"\s*(?:→|->|=>|\bke)\s*$")
_PARTS: Final = re.compile(r"[;\n]")


def has_several(step: Langkah) -> bool:
    """Whether a row holds more than one symbol, so that each is asked by the name of its actor."""
    return len(step.pelaksana) > 1


def symbol_fields(step: Langkah) -> dict[str, forms.Field]:
    """The symbol of the step; with several actors that of each, and the arrows among them."""
    if not has_several(step):
        return {"bentuk": _symbol("Bentuk simbol", step.bentuk)}
    lead, *others = step.pelaksana
    fields = {"bentuk": _symbol(f"Simbol {lead.nama}", step.bentuk)}
    for place, one in enumerate(others, start=1):
        own = _symbol(f"Simbol {one.nama}", step.symbol_of(one))
        own.required = False  # a page from before he was added has no such field
        fields[f"simbol{place}"] = own
    fields["dalam"] = forms.CharField(
        label="Panah di dalam baris ini",
        required=False,
        max_length=2_000,
        initial=inner_as_text(step.dalam),
        help_text=f"Tulis seperti: {lead.nama} Tidak ke {others[0].nama}. "
        "Pisahkan dengan titik koma. Kosongkan bila tidak ada.",
    )
    return fields


def inner_as_text(dalam: Sequence[Dalam]) -> str:
    """The words for the arrows inside a row: "Kasi Tidak ke Staf; Staf ke Kasi"."""
    return "; ".join(" ".join(filter(None, (one.dari, one.jika, "ke", one.ke))) for one in dalam)


def read_inner(text: str, names: Sequence[str]) -> tuple[Dalam, ...] | str:
    """The arrows that the words name, or what is wrong with them in one plain sentence.

    >>> read_inner("Kasi Tidak ke Staf; Staf -> Kasi", ["Staf", "Kasi"])
    (Dalam(dari='Kasi', ke='Staf', jika='Tidak'), Dalam(dari='Staf', ke='Kasi', jika=None))
    >>> read_inner("Kasi ke Camat", ["Staf", "Kasi"])
    '“Kasi ke Camat” tidak dipahami. Tulis pelaksana langkah ini, misalnya: Staf ke Kasi.'
    """
    found = []
    for part in filter(None, (" ".join(one.split()) for one in _PARTS.split(text))):
        arrow = _arrow(part.rstrip("."), names)
        if arrow is None:
            example = " ke ".join(names[:2])
            return (
                f"“{part}” tidak dipahami. Tulis pelaksana langkah ini, misalnya: {example}."
                if len(names) > 1
                else f"“{part}” tidak dipahami: langkah ini hanya mempunyai satu pelaksana."
            )
        found.append(arrow)
    return tuple(dict.fromkeys(found))


def _arrow(part: str, names: Sequence[str]) -> Dalam | None:
    by_length = sorted(names, key=len, reverse=True)
    words = part.casefold()
    ke = next((name for name in by_length if words.endswith(name.casefold())), None)
    if ke is None:
        return None
    left = part[: len(part) - len(ke)].rstrip()
    shaft = _ARROW.search(left)
    if shaft is None:
        return None
    left = left[: shaft.start()].strip()
    dari = next((name for name in by_length if _begins(left, name)), None)
    if dari is None or dari == ke:
        return None
    return Dalam(dari, ke, left[len(dari) :].strip(" :") or None)


def _begins(words: str, name: str) -> bool:
    rest = words[len(name) :]
    return words.casefold().startswith(name.casefold()) and not rest[:1].isalnum()


def with_chosen(
    step: Langkah,
    before: Langkah,
    prefix: str,
    given: Mapping[str, Any],
    renamed: Mapping[str, str],
) -> Langkah:
    """The step with the symbols chosen for it; ``before`` is the row that the form showed."""
    lead = Bentuk(given[f"{prefix}bentuk"])
    if not has_several(before):
        return with_kinds(step, {one.nama: lead for one in step.pelaksana})
    kinds = {before.pelaksana[0].nama: lead}
    for place, one in enumerate(before.pelaksana[1:], start=1):
        kinds[one.nama] = Bentuk(given.get(f"{prefix}simbol{place}") or before.symbol_of(one))
    return with_kinds(step, {renamed.get(name, name): kind for name, kind in kinds.items()})


def _symbol(label: str, kind: Bentuk) -> forms.Field:
    return forms.ChoiceField(label=label, choices=_CHOICES, initial=str(kind))
