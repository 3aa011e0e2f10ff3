"""A signed letter goes out."""

from collections.abc import Sequence
from datetime import datetime

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import OpenCase
from runut.office.letters.actions.working import act_on, change, line
from runut.office.letters.models import Letter
from runut.office.people.address import refuse_unreachable
from runut.office.trust.append import Act


def send_letter(letter: Letter, doer: Doer, *, kepada: str, at: datetime) -> Done | Refused:
    """Record that the letter was handed over or sent: to whom, and when."""
    if known := recall(doer):
        return known
    if letter.status != Letter.Status.SIGNED:
        return Refused("belum_terbuka", "Surat ini belum ditandatangani atau sudah dikirim.")
    if refused := refuse_unreachable(letter.office):
        return refused
    if at > doer.at:
        return Refused("waktu_mendatang", "Waktu itu belum tiba. Betulkan tanggal atau jamnya.")

    def save(_: OpenCase) -> Sequence[Act] | Refused:
        return mark_sent(letter, doer, kepada=kepada, at=at)

    return act_on(letter, doer, save)


def mark_sent(
    letter: Letter, doer: Doer, *, kepada: str = "", at: datetime | None = None
) -> Sequence[Act] | Refused:
    """The letter has reached those it is for. Call inside the transaction of an act."""
    moment = at or doer.at
    refused = change(
        letter,
        status=Letter.Status.SENT,
        dikirim_pada=moment,
        dikirim_oleh=doer.person,
        kepada=kepada or letter.kepada,
    )
    facts = {"kepada": kepada or letter.kepada, "pada": moment.isoformat()}
    return refused or [line(letter, "dikirim", facts, letter.document.sha256)]
