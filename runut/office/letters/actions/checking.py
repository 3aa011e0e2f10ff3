"""A letter is checked by who looks at it before it is signed, or given back with notes."""

from collections.abc import Sequence

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import OpenCase
from runut.office.letters.actions.working import CHANGED, act_on, change, line
from runut.office.letters.models import Letter
from runut.office.letters.queries import is_signer
from runut.office.people.models import Person
from runut.office.trust.append import Act


def check_letter(letter: Letter, doer: Doer, *, read_sha256: str) -> Done | Refused:
    """Say that the draft, as it was read, may be signed."""
    if known := recall(doer):
        return known
    if refused := refuse_check(letter, doer.person) or _refuse_other(letter, read_sha256):
        return refused

    def save(_: OpenCase) -> Sequence[Act] | Refused:
        refused = change(letter, status=Letter.Status.CHECKED, diperiksa_pada=doer.at)
        return refused or [line(letter, "diperiksa", {}, letter.document.sha256)]

    return act_on(letter, doer, save)


def return_letter(letter: Letter, doer: Doer, *, notes: str, read_sha256: str) -> Done | Refused:
    """Give the draft back to who drafted it; both who checks and who signs may."""
    if known := recall(doer):
        return known
    if refused := _refuse_return(letter, doer) or _refuse_other(letter, read_sha256):
        return refused

    def save(_: OpenCase) -> Sequence[Act] | Refused:
        refused = change(letter, status=Letter.Status.RETURNED, catatan=notes, diperiksa_pada=None)
        return refused or [line(letter, "dikembalikan", {"notes": notes}, letter.document.sha256)]

    return act_on(letter, doer, save)


def refuse_check(letter: Letter, person: Person) -> Refused | None:
    """Why this person does not check this letter now."""
    if letter.dibuat_oleh_id == person.pk:
        return Refused("karya_sendiri", "Saudara menyusun surat ini; orang lain memeriksanya.")
    if letter.pemeriksa_id != person.pk:
        return Refused("bukan_pelaksana", "Surat ini diperiksa oleh orang lain.")
    if not letter.is_to_be_checked:
        return Refused("belum_terbuka", "Surat ini tidak sedang menunggu pemeriksaan.")
    return None


def _refuse_return(letter: Letter, doer: Doer) -> Refused | None:
    day = doer.at.astimezone(letter.office.zone).date()
    if letter.is_to_be_checked:
        return refuse_check(letter, doer.person)
    if letter.is_to_be_signed and is_signer(letter, doer.person, day):
        return None
    return Refused("bukan_pelaksana", "Surat ini tidak sedang menunggu Saudara.")


def _refuse_other(letter: Letter, read_sha256: str) -> Refused | None:
    """What was read is what is judged."""
    return None if letter.document.sha256 == read_sha256 else CHANGED
