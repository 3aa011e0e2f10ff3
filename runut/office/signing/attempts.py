"""What is being signed just now: a request under way keeps a second one out.

Written before the service is asked and after it has answered, each in a transaction of its own:
none is open while it is asked.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from runut.core.findings import Refused
from runut.office.acts.sending import Doer
from runut.office.cases.acting import StepRef
from runut.office.recording.touched import happens
from runut.office.signing.models import Attempt

_LONGEST_WORDS = 500
_STOPPED = (
    "Permintaan terakhir berhenti di tengah jalan. Naskah di sini belum ditandatangani; ulangi."
)


@dataclass
class Going:
    """A request under way; ``words``: why it came to nothing, "" once the paper is signed."""

    words: str = _STOPPED


@contextmanager
def under_way(ref: StepRef, doer: Doer, wait: timedelta) -> Iterator[Going | Refused]:
    """Holds the step while it is being signed; whoever comes second is told to wait."""
    begun = _begin(ref, doer, wait)
    if isinstance(begun, Refused):
        yield begun
        return
    going = Going()
    try:
        yield going
    finally:
        _end(begun, going.words, doer.at)


def attempt_of(ref: StepRef, office_id: int) -> Attempt | None:
    """The last request for this step in this round."""
    return Attempt.objects.filter(
        office_id=office_id, case_id=ref.case_id, no=ref.no, round=ref.round
    ).first()


def is_going(attempt: Attempt | None, at: datetime) -> bool:
    """Whether somebody is waiting for the service just now."""
    return bool(attempt and attempt.status == Attempt.Status.BERJALAN and at < attempt.sampai)


def words_of(attempt: Attempt | None, at: datetime) -> str:
    """What the page says of the last request, "" where there is nothing to say."""
    if attempt is None or attempt.status == Attempt.Status.SELESAI:
        return ""
    if is_going(attempt, at):
        return _busy(attempt)
    if attempt.status == Attempt.Status.BERJALAN:
        return _STOPPED
    return attempt.pesan


def _begin(ref: StepRef, doer: Doer, wait: timedelta) -> Attempt | Refused:
    office_id = doer.person.office_id
    try:
        with transaction.atomic():
            happens(doer.at)
            known = attempt_of(ref, office_id)
            if known is None:
                return Attempt.objects.create(
                    office_id=office_id,
                    case_id=ref.case_id,
                    no=ref.no,
                    round=ref.round,
                    person=doer.person,
                    status=Attempt.Status.BERJALAN,
                    mulai=doer.at,
                    sampai=doer.at + wait,
                )
            if is_going(known, doer.at) or not _take(known, doer, wait):
                return Refused("sedang_ditandatangani", _busy(known))
            known.version += 1
            return known
    except IntegrityError:
        known = attempt_of(ref, office_id)
        return Refused("sedang_ditandatangani", _busy(known))


def _take(known: Attempt, doer: Doer, wait: timedelta) -> bool:
    found = Attempt.objects.filter(
        office_id=known.office_id, pk=known.pk, version=known.version
    ).update(
        version=known.version + 1,
        status=Attempt.Status.BERJALAN,
        person=doer.person,
        mulai=doer.at,
        sampai=doer.at + wait,
        pesan="",
    )
    return found == 1


def _end(begun: Attempt, words: str, at: datetime) -> None:
    """One that took too long and was taken over by another says nothing more."""
    mine = Attempt.objects.filter(office_id=begun.office_id, pk=begun.pk, version=begun.version)
    with transaction.atomic():
        happens(at)
        mine.update(
            version=begun.version + 1,
            status=Attempt.Status.GAGAL if words else Attempt.Status.SELESAI,
            pesan=words[:_LONGEST_WORDS],
        )


def _busy(known: Attempt | None) -> str:
    since = ""
    if known is not None:
        since = f" sejak pukul {known.mulai.astimezone(known.office.zone):%H.%M}"
    return (
        f"Naskah ini sedang ditandatangani{since}. Tunggu sebentar, lalu muat ulang halaman ini; "
        "jangan mengirim lagi."
    )
