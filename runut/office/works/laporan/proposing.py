"""Deciding on the sentences that Runut proposes: taken, left out, or opened again."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from runut.core.findings import Refused
from runut.core.report.proposals import Choice, Proposal
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.cases.acting import OpenCase, load_to_write
from runut.office.people.models import Person
from runut.office.reports.proposals import ProposalRow, Proposals, keep_decisions, proposals_of
from runut.office.trust.append import append
from runut.office.works.laporan.writing import (
    refuse_loss,
    refuse_writing,
    titles_of,
    writable_keys,
)

OTHERS_DECIDED = Refused(
    "sudah_berubah",
    "Usulan ini berubah atau diputus orang lain sejak halaman dibuka. Baca lagi, lalu putuskan.",
)
NOTHING_WAITS = Refused("tanpa_usulan", "Tidak ada usulan yang menunggu keputusan Saudara.")


def decide_proposals(
    case_id: int,
    key: str,
    chosen: Mapping[str, Choice],
    seen: str,
    doer: Doer,
    *,
    gives_up: bool = False,
) -> Done | Refused:
    """Decide on proposals of a section, by their names. ``seen`` is the mark of those that stood on
    the page; ``gives_up`` agrees to lose the later check or signature that taking costs."""
    with transaction.atomic():
        if known := recall(doer):
            return known
        case = load_to_write(case_id, doer.person.office_id)
        if refused := refuse_writing(case, key, doer.person, doer.at):
            return refused
        standing = proposals_of(case.row).of(key)
        wanted = [row for row in standing.rows if row.proposal.name in chosen]
        if standing.mark != seen or len(wanted) != len(chosen):
            return OTHERS_DECIDED
        takes = any(choice is Choice.TAKEN for choice in chosen.values())
        if takes and (refused := refuse_loss(case, key, doer.person, gives_up=gives_up)):
            return refused
        _keep(case, [(row.proposal, chosen[row.proposal.name]) for row in wanted], doer)
        remember(doer, doer.url)
    return Done(doer.url)


def take_all(case_id: int, seen: str, doer: Doer, *, gives_up: bool = False) -> Done | Refused:
    """Take everything that still waits in the sections that the person may write."""
    with transaction.atomic():
        if known := recall(doer):
            return known
        case = load_to_write(case_id, doer.person.office_id)
        found = proposals_of(case.row)
        rows = waiting_for(case, found, doer.person, doer.at)
        if not rows:
            return _why_nothing(case, found, doer)
        if found.mark != seen:
            return OTHERS_DECIDED
        for key in dict.fromkeys(row.section.key for row in rows):
            if refused := refuse_loss(case, key, doer.person, gives_up=gives_up):
                return refused
        _keep(case, [(row.proposal, Choice.TAKEN) for row in rows], doer)
        remember(doer, doer.url)
    return Done(doer.url)


def waiting_for(
    case: OpenCase, found: Proposals, person: Person, at: datetime
) -> list[ProposalRow]:
    """What waits in the sections that a person may write."""
    keys = writable_keys(case, person, at)
    return [row for row in found.waiting if row.section.key in keys]


def _why_nothing(case: OpenCase, found: Proposals, doer: Doer) -> Refused:
    refused = (
        refuse_writing(case, found.waiting[0].section.key, doer.person, doer.at)
        if found.waiting
        else None
    )
    return refused or NOTHING_WAITS


def _keep(case: OpenCase, chosen: Sequence[tuple[Proposal, Choice]], doer: Doer) -> None:
    line = keep_decisions(case, chosen, titles_of(case), doer)
    append(case.row.office_id, [line], actor=doer.person.ref, at=doer.at)
