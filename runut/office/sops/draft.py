"""A proposal as its owner works on it: the SOP as read, and which of its fields are not sure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from runut.core.findings import Place
from runut.core.sop.model import SOP, Bentuk
from runut.core.sop.proposals.actors import apply_best, propose_actors
from runut.core.sop.reading.asal import STEP_FIELDS, UNSURE, Asal, field_key
from runut.core.sop.text.parse import read_sop_text
from runut.office.sops.asal_json import asal_from_json
from runut.office.sops.models import SopVersion
from runut.office.sops.spots import Spot, spots_of


@dataclass(frozen=True)
class Draft:
    """``asal`` holds every field that has an origin; ``unsure`` the keys that are to be asked.

    ``spots`` are the places to show for them.
    """

    version: SopVersion
    sop: SOP
    asal: dict[str, Asal]
    unsure: tuple[str, ...]
    spots: dict[str, Spot]


def sop_of(version: SopVersion) -> SOP:
    """The SOP as the register keeps it. It was readable when it was stored."""
    sop, _ = read_sop_text(version.teks)
    if sop is None:
        raise ValueError(f"stored SOP {version.pk} cannot be read")
    return sop


def draft_of(version: SopVersion) -> Draft:
    """The proposal with our best guess where the file names no actor."""
    sop, asal = sop_of(version), asal_from_json(version.asal)
    for key, reason in _gaps(sop):
        asal[key] = replace(asal.get(key, Asal()), keyakinan=0.0, alasan=reason)
    proposals = propose_actors(sop)
    for usulan in proposals:
        key = field_key("pelaksana", usulan.langkah_no)
        best = usulan.calon[0] if usulan.calon else None
        origin = asal.get(key, Asal(Place(langkah=usulan.langkah_no)))
        asal[key] = replace(
            origin,
            keyakinan=best.keyakinan if best else 0.0,
            alasan=best.alasan if best else "Berkas tidak menandai pelaksananya.",
        )
    asal = _in_form_order(sop, asal)
    settled = set(version.dipastikan)
    unsure = tuple(
        key for key, one in asal.items() if one.keyakinan < UNSURE and key not in settled
    )
    return Draft(version, apply_best(sop, proposals), asal, unsure, spots_of(version, asal))


def _in_form_order(sop: SOP, asal: Mapping[str, Asal]) -> dict[str, Asal]:
    """As its owner looks through them: a database may keep JSON in an order of its own."""
    form = [field_key(name) for name in vars(sop)]
    form += [field_key(name, step.no) for step in sop.langkah for name in STEP_FIELDS]
    places = {key: place for place, key in enumerate(form)}
    return dict(sorted(asal.items(), key=lambda one: places.get(one[0], len(places))))


def _gaps(sop: SOP) -> Iterator[tuple[str, str]]:
    """(field, reason) of what every SOP has and this reading has not."""
    if not sop.judul:
        yield field_key("judul"), "Nama SOP tidak ditemukan dalam berkas."
    if not sop.pelaksana:
        yield field_key("pelaksana"), "Nama kolom pelaksana tidak ditemukan dalam berkas."
    for step in sop.langkah:
        labels = {way.jika for way in step.lanjut}
        if step.bentuk is Bentuk.KEPUTUSAN and (len(labels) < 2 or None in labels):
            reason = "Keputusan ini belum mempunyai dua cabang berlabel, misalnya Ya dan Tidak."
            yield field_key("lanjut", step.no), reason
