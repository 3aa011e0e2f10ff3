"""Who signs the report of a case, by the register of the office on a day."""

from datetime import date

from runut.core.case.model import Step
from runut.core.case.rights import assignee_of
from runut.core.case.writing import composing_steps
from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Paper, Signature, Signatures, blocks_of
from runut.core.report.lakip.facts import says_same
from runut.office.cases.acting import OpenCase
from runut.office.cases.text_life import COMPOSING, checks_of_text, holders_of
from runut.office.people.models import Office, Person, profile_of
from runut.office.people.naming import pejabat
from runut.office.reports.queries import standing_texts


def signer_on(case: OpenCase, day: date) -> Pejabat | None:
    """Who is to sign on ``day``: the holder of the last signing step, or who stands in for him.

    None where no step signs the report, or its holder is nobody of the office any more.
    """
    step = next((one for one in reversed(checks_of_text(case)) if one.signs), None)
    if step is None:
        return None
    actor = step.actors[0]
    holder = assignee_of(step, case.state) or _likely_holder(case, step)
    substitutes = [
        one.substitute
        for one in case.state.delegations
        if one.holder == holder and one.actor == actor and one.first <= day <= one.last
    ]
    ref = substitutes[-1] if substitutes else holder
    person = Person.objects.filter(office_id=case.row.office_id, pk=int(ref or 0)).first()
    return pejabat(person, day, (actor,)) if person else None


def _likely_holder(case: OpenCase, step: Step) -> str:
    """Of several holders the one who last answered at this step (who sent the draft back for a
    block of his own gets it), else the first who had no hand in the text."""
    holders = sorted(case.state.roles.get(step.actors[0], ()), key=int)
    if (last := case.state.step(step.no).done_by) in holders:
        return last
    writers = {one for found in standing_texts(case.row).values() for one in found}
    composing = composing_steps(case.definition, COMPOSING)
    makers = writers | {one for made in composing for one in holders_of(case, made)}
    free = [one for one in holders if one not in makers]
    free = free or [one for one in holders if one not in writers]
    return next(iter(free or holders), "")


def block_difference(paper: Paper, person: Person, day: date, roles: tuple[str, ...]) -> str:
    """What the signature block of a paper says otherwise than who is about to sign it; "" if it
    says the same, or the paper has no block for an electronic signature."""
    blocks = [
        one
        for block in blocks_of(paper)
        if isinstance(block, Signatures)
        for one in block.blocks
        if one.state != "kosong"
    ]
    now = pejabat(person, day, roles)
    if not blocks or any(_is_of(one, now) for one in blocks):
        return ""
    named = blocks[-1]
    return (
        f"Blok tanda tangan naskah ini atas nama {_named(named.nama, named.jabatan, named.nip)}, "
        f"sedangkan yang menandatangani hari ini {_named(now.nama, now.jabatan, now.nip)}"
    )


def _is_of(block: Signature, now: Pejabat) -> bool:
    pairs = ((block.nama, now.nama), (block.jabatan, now.jabatan), (block.nip, now.nip))
    return all(says_same(one, other) for one, other in pairs)


def _named(nama: str, jabatan: str, nip: str) -> str:
    return ", ".join(part for part in (nama, jabatan, nip and f"NIP {nip}") if part)


def signs_for_testing(office: Office) -> bool:
    """Whether the office signs with test certificates, which prove nothing before the law."""
    return office.is_contoh or profile_of(office).cara_tanda_tangan == "uji"
