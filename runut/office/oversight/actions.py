"""The acts of those who look on, and of those who answer them."""

from django.db import transaction

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.cases.acting import OpenCase, case_subject
from runut.office.oversight.models import Comment
from runut.office.oversight.queries import may_oversee
from runut.office.trust.append import Act, append

WORDS = {
    "kasus.dicatat": "memberi catatan",
    "kasus.catatan_dijawab": "menjawab catatan",
}


def comment(case: OpenCase, teks: str, doer: Doer) -> Done | Refused:
    """Say something of a case: by whoever looks on by right, or plays a role in it."""
    if not (may_oversee(doer.person) or plays_a_role(case, doer)):
        return Refused("bukan_pelaksana", "Catatan ditulis oleh pengawas dan pelaksana SOP ini.")
    return _say(case, teks, doer, "kasus.dicatat", None)


def answer(case: OpenCase, said: Comment, teks: str, doer: Doer) -> Done | Refused:
    """Answer a comment: whoever wrote it, looks on, or plays a role in the case."""
    if not (may_oversee(doer.person) or plays_a_role(case, doer)):
        return Refused("bukan_pelaksana", "Catatan dijawab oleh pengawas dan pelaksana SOP ini.")
    return _say(case, teks, doer, "kasus.catatan_dijawab", said)


def plays_a_role(case: OpenCase, doer: Doer) -> bool:
    """Whether the doer started the case or plays a role in it."""
    ref = doer.person.ref
    return ref == case.state.started_by or any(ref in held for held in case.state.roles.values())


def _say(case: OpenCase, teks: str, doer: Doer, kind: str, said: Comment | None) -> Done | Refused:
    with transaction.atomic():
        if known := recall(doer):
            return known
        row = Comment.objects.create(
            office_id=case.row.office_id,
            case=case.row,
            answers=said,
            person=doer.person,
            teks=teks.strip(),
            pada=doer.at,
        )
        facts = {"catatan": row.pk, "notes": row.teks}
        if said:
            facts["atas"] = said.pk
        line = Act(kind, case_subject(case.row.pk), facts)
        append(case.row.office_id, [line], actor=doer.person.ref, at=doer.at)
        remember(doer, doer.url)
    return Done(doer.url)
