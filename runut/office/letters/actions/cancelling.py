"""A numbered letter is called off before it goes out: its number stays used, and says why."""

from collections.abc import Sequence

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import OpenCase
from runut.office.letters.actions.working import act_on, change, line
from runut.office.letters.models import Letter
from runut.office.letters.queries import is_signer
from runut.office.trust.append import Act

_OPEN = (Letter.Status.NUMBERED, Letter.Status.SIGNED)


def cancel_letter(letter: Letter, doer: Doer, *, alasan: str) -> Done | Refused:
    """Call the letter off; another one can then be drafted, under a number of its own."""
    if known := recall(doer):
        return known
    if refused := refuse_cancelling(letter, doer):
        return refused

    def save(_: OpenCase) -> Sequence[Act] | Refused:
        refused = change(letter, status=Letter.Status.CANCELLED, catatan=alasan)
        facts = {"nomor": letter.nomor, "reason": alasan}
        return refused or [line(letter, "dibatalkan", facts, letter.document.sha256)]

    return act_on(letter, doer, save)


def refuse_cancelling(letter: Letter, doer: Doer) -> Refused | None:
    """Why this person does not call the letter off now. An invitation goes with its meeting."""
    if letter.status not in _OPEN or letter.tentang.startswith("rapat:"):
        return Refused(
            "belum_terbuka",
            "Yang dapat dibatalkan ialah surat yang sudah bernomor dan belum dikirim.",
        )
    day = doer.at.astimezone(letter.office.zone).date()
    if letter.dibuat_oleh_id == doer.person.pk or is_signer(letter, doer.person, day):
        return None
    return Refused("bukan_pelaksana", "Surat dibatalkan oleh penyusun atau penanda tangannya.")
