"""A proposal as its owner works on it: the SOP as read, and which of its fields are not sure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from runut.core.findings import Finding, Place
from runut.core.sop.flow import answers
from runut.core.sop.model import SOP, Bentuk
from runut.core.sop.proposals.actors import apply_best, propose_actors
from runut.core.sop.reading.asal import STEP_FIELDS, UNSURE, Asal, field_key
from runut.core.sop.text.parse import read_sop_text
from runut.office.sops.asal_json import asal_from_json, findings_from_json
from runut.office.sops.models import SopVersion
from runut.office.sops.spots import Spot, spots_of

OF_THE_FILE: Final = frozenset(
    {
        "baca.perubahan-belum-diterima",
        "baca.komentar",
        "baca.baris-tersembunyi",
        "baca.beberapa-sop",
        "baca.melalui-libreoffice",
        "baca.bagan-tidak-dibaca",
        "baca.keterangan-tanda-tangan",
        "baca.terlalu-banyak-bentuk",
        "baca.pdf-halaman-rusak",
        "baca.pdf-halaman-padat",
        "baca.pdf-terlalu-panjang",
    }
)
"""Findings of the reading that concern no single field, and are told before anything is asked."""
_ASKED_AT: Final = {"baca.waktu-rincian": "waktu"}


@dataclass(frozen=True)
class Draft:
    """``asal`` holds every field that has an origin; ``unsure`` the keys that are to be asked.

    ``spots`` are the places to show for them; ``told`` is what was odd about the file as a whole.
    """

    version: SopVersion
    sop: SOP
    asal: dict[str, Asal]
    unsure: tuple[str, ...]
    spots: dict[str, Spot]
    told: tuple[Finding, ...] = ()


def sop_of(version: SopVersion) -> SOP:
    """The SOP as the register keeps it. It was readable when it was stored."""
    sop, _ = read_sop_text(version.teks)
    if sop is None:
        raise ValueError(f"stored SOP {version.pk} cannot be read")
    return sop


def unsure_of(version: SopVersion) -> frozenset[str]:
    """The fields of a proposal that its file gave unsurely and that nobody has confirmed since."""
    if not version.is_draft:
        return frozenset()
    read = asal_from_json(version.asal)
    doubted = {key for key, one in read.items() if one.keyakinan < UNSURE}
    return frozenset(doubted - set(version.dipastikan))


def draft_of(version: SopVersion) -> Draft:
    """The proposal with our best guess where the file names no actor."""
    sop, asal = sop_of(version), asal_from_json(version.asal)
    said = findings_from_json(version.temuan)
    for key, reason in (*_gaps(sop), *_asked_by(said)):
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
    told = tuple(one for one in said if one.kode in OF_THE_FILE)
    spots = spots_of(version, asal)
    return Draft(version, apply_best(sop, proposals), asal, unsure, spots, told)


def _asked_by(said: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    """(field, reason) of what the reading left open at a step, though it read something."""
    for one in said:
        if one.kode in _ASKED_AT and one.letak.langkah:
            yield field_key(_ASKED_AT[one.kode], one.letak.langkah), f"{one.pesan} {one.usul}"


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
        labels = set(answers(step))
        if step.bentuk is Bentuk.KEPUTUSAN and (len(labels) < 2 or None in labels):
            reason = "Keputusan ini belum mempunyai dua cabang berlabel, misalnya Ya dan Tidak."
            yield field_key("lanjut", step.no), reason
