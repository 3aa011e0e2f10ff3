"""What a unit fills in: refused figure by figure, kept as a proposal where it is right."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from runut.core.findings import Finding, Refused
from runut.core.kinerja.paket import AngkaDiminta
from runut.office.evidence.actions import Figure, Handed, keep_evidence
from runut.office.locks import lock_register
from runut.office.nul import holds_nul
from runut.office.packs.judging import findings_on, is_refused, plain_words
from runut.office.packs.models import Pack, Proposal
from runut.office.packs.queries import (
    current_of,
    latest_proposals,
    packs_of_unit,
    quarter_of,
    why_closed,
)
from runut.office.trust.append import Act, append

LONGEST_FIGURE, LONGEST_NOTE = 200, 500


@dataclass(frozen=True)
class Filled:
    """What was typed for one figure, and where, for the one who has to find it again."""

    indikator_id: str
    kunci: str
    nilai: str
    catatan: str = ""
    sel: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.indikator_id, self.kunci


@dataclass
class Received:
    """What became of it: how many figures were kept, what was refused and why, what is odd."""

    kept: list[Filled] = field(default_factory=list)
    refused: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    odd: dict[tuple[str, str], list[str]] = field(default_factory=dict)


def receive(pack: Pack, filled: Sequence[Filled], melalui: str, at: datetime) -> Received | Refused:
    """Keep what is right and new; say of the rest why not. Sent twice it has one effect."""
    if closed := why_closed(pack, at):
        return Refused("ditutup", closed)
    quarter = quarter_of(pack)
    cells = quarter.cells_of(pack.unit)
    if quarter.data is None:
        return Refused("tidak_ada", "Data kinerja tahun ini tidak ada lagi di kantor ini.")
    # judged before the transaction: reading a workbook takes a moment, and others want to write
    received = Received()
    new = _new_in(pack, cells, filled)
    _refuse_shape(new, cells, received)
    typed = {one.key: one.nilai for one in new if one.nilai and one.key not in received.refused}
    found = findings_on(quarter.data, typed)
    for one in new:
        if is_refused(found.get(one.key, ())):
            received.refused[one.key] = [plain_words(finding) for finding in found[one.key]]
    with transaction.atomic():
        lock_register(pack.office_id)
        for one in _new_in(pack, cells, new):
            if one.key in received.refused:
                continue
            findings = found.get(one.key, ())
            if findings:
                received.odd[one.key] = [plain_words(finding) for finding in findings]
            received.kept.append(one)
            _keep(pack, one, findings, melalui, at)
        if received.kept:
            _write(pack, received.kept, melalui, at)
    return received


def _new_in(pack: Pack, cells: tuple[AngkaDiminta, ...], filled: Sequence[Filled]) -> list[Filled]:
    """What differs from what stands in the cells: the same sent twice has one effect."""
    current = current_of(cells, latest_proposals(packs_of_unit(pack)))
    return [one for one in filled if (one.nilai, one.catatan) != current.get(one.key)]


def receive_evidence(
    pack: Pack, indikator_id: str, data: bytes, nama: str, at: datetime
) -> Refused | None:
    """A file that the unit hands in for one of its figures."""
    if closed := why_closed(pack, at):
        return Refused("ditutup", closed)
    if indikator_id not in {cell.indikator_id for cell in quarter_of(pack).cells_of(pack.unit)}:
        return Refused("tidak_ada", "Angka itu bukan angka unit ini.")
    figure = Figure(pack.office_id, pack.tahun, pack.triwulan, indikator_id)
    kept = keep_evidence(figure, Handed(data, nama, None, f"Paket {pack.nama}"[:250], at))
    return kept if isinstance(kept, Refused) else None


def _refuse_shape(
    new: Sequence[Filled], cells: tuple[AngkaDiminta, ...], received: Received
) -> None:
    asked = {cell.key: cell for cell in cells}
    for one in new:
        if one.key not in asked:
            received.refused[one.key] = ["Angka ini bukan angka unit Saudara."]
        elif not one.nilai and not one.catatan and asked[one.key].nilai:
            received.refused[one.key] = [
                "Angka yang sudah tercatat tidak dikosongkan dari sini. Tulis dalam catatan "
                "mengapa angka itu keliru."
            ]
        elif holds_nul([one.nilai, one.catatan]):
            received.refused[one.key] = ["Isian ini memuat tanda yang tidak dapat disimpan."]
        elif len(one.nilai) > LONGEST_FIGURE or len(one.catatan) > LONGEST_NOTE:
            received.refused[one.key] = [
                f"Isian paling panjang {LONGEST_FIGURE} huruf, catatan {LONGEST_NOTE} huruf."
            ]


def _keep(pack: Pack, one: Filled, findings: Sequence[Finding], melalui: str, at: datetime) -> None:
    Proposal.objects.create(
        office_id=pack.office_id,
        pack=pack,
        indikator_id=one.indikator_id,
        kunci=one.kunci,
        nilai=one.nilai,
        catatan=one.catatan,
        temuan=[plain_words(finding) for finding in findings],
        melalui=melalui,
        pada=at,
    )


def _write(pack: Pack, kept: Sequence[Filled], melalui: str, at: datetime) -> None:
    facts = {
        "unit": pack.nama,
        "masa": pack.masa,
        "paket": pack.pk,
        "jumlah": len(kept),
        "melalui": melalui,
        "isian": {f"{one.indikator_id} {one.kunci}": [one.nilai, one.catatan] for one in kept},
    }
    append(pack.office_id, [Act("paket.diisi", f"data:{pack.tahun}", facts)], actor="", at=at)
