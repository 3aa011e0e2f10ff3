"""Naming the outside parties of a case, and writing down what one of them did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from runut.core.case.model import Step
from runut.office.cases.acting import case_subject
from runut.office.cases.models import Case
from runut.office.trust.append import Act
from runut.office.works.luar.models import OutsideParty


@dataclass(frozen=True)
class Told:
    """What an outside party did, as told by who deals with it: who came or sent it, and when."""

    pihak: str
    oleh: str
    pada: datetime


def name_parties(case: Case, parties: Mapping[str, str]) -> Sequence[Act]:
    """Keep who the outside parties are. Call inside the transaction that starts the case."""
    OutsideParty.objects.bulk_create(
        OutsideParty(office_id=case.office_id, case=case, peran=peran, nama=nama)
        for peran, nama in parties.items()
    )
    return [
        Act("luar.ditetapkan", case_subject(case.pk), {"peran": peran, "nama": nama})
        for peran, nama in parties.items()
    ]


def party_of(case: Case, step: Step) -> str:
    """Who outside the office does this step, "" where somebody of the office does."""
    if not step.actors:
        return ""
    rows = OutsideParty.objects.filter(office_id=case.office_id, case=case, peran=step.actors[0])
    return rows.values_list("nama", flat=True).first() or ""


def parties_of(case: Case) -> dict[str, str]:
    """The outside parties of a case, by the actor that each stands for."""
    rows = OutsideParty.objects.filter(office_id=case.office_id, case=case)
    return dict(rows.order_by("pk").values_list("peran", "nama"))


def outside_roles(case: Case) -> set[str]:
    """The actors of the case that stand for somebody outside."""
    return set(parties_of(case))


def written_down(case: Case, no: str, told: Told) -> Act:
    """The line of the audit chain: the doer writes for somebody who has no login."""
    facts = {"no": no, "pihak": told.pihak, "oleh": told.oleh, "pada": told.pada.isoformat()}
    return Act("luar.dicatat", case_subject(case.pk), facts)
