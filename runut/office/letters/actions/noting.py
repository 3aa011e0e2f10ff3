"""The nota dinas: drafted by one, looked at by another, signed by the post it comes from."""

from collections.abc import Sequence

from runut.core.findings import Refused
from runut.core.report.papers.nota_dinas import NotaDinas, compose_nota_dinas
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import OpenCase, act
from runut.office.cases.numbering import PENUGASAN
from runut.office.cases.queries import people_of
from runut.office.letters.actions.drafting import draw_letter, save_draft
from runut.office.letters.drawing import Naskah
from runut.office.letters.models import Letter
from runut.office.letters.queries import letter_page
from runut.office.letters.rules import choose_signer
from runut.office.people.models import Person
from runut.office.trust.append import Act

TENTANG = "nota"


def draft_nota(
    case: OpenCase,
    doer: Doer,
    nota: NotaDinas,
    *,
    dari: str,
    pemeriksa: str,
    before: Letter | None = None,
) -> Done | Refused:
    """Draft a nota dinas of the case. ``dari`` and ``pemeriksa`` are two of its people.

    ``before``: the nota that was given back, drafted again by who drafted it.
    """
    if known := recall(doer):
        return known
    people = people_of(case)
    if doer.person.ref not in people:
        return Refused(
            "bukan_pelaksana", "Nota dinas disusun oleh pelaksana SOP ini. Minta kepada mereka."
        )
    sender, checker = people.get(dari), people.get(pemeriksa)
    if sender is None or checker is None:
        return Refused("bukan_anggota", "Pilih pengirim dan pemeriksa dari pelaksana SOP ini.")
    if checker == doer.person:
        return Refused(
            "karya_sendiri", "Saudara menyusun nota ini; pilih orang lain untuk memeriksanya."
        )
    day = doer.at.astimezone(case.row.office.zone).date()
    choice = choose_signer(case.row.office, PENUGASAN, day, [], sender)
    if isinstance(choice, Refused):
        return choice
    draft = draw_letter(
        Naskah(compose_nota_dinas(nota), "nota_dinas", "Nota dinas"),
        doer,
        choice,
        jenis=PENUGASAN,
        tentang=TENTANG,
        hal=nota.hal,
        pemeriksa=checker,
        kepada=nota.kepada,
    )
    last = case.definition.steps[-1].no

    def save(now: OpenCase) -> Sequence[Act] | Refused:
        if before is not None and before.status != Letter.Status.RETURNED:
            return Refused("sudah_berubah", "Nota ini tidak sedang dikembalikan. Muat ulang.")
        return save_draft(now, last, draft, doer, before, is_new=False)

    return act(case.row.pk, doer, [], also=save)


def returned_nota(letter_id: int, doer: Doer) -> Letter | None:
    """The nota of this number that was given back to who asks."""
    letter, _ = letter_page(letter_id, doer.person)
    return letter if may_mend(letter, doer.person) else None


def may_mend(letter: Letter, person: Person) -> bool:
    """Whether a letter is a nota that came back to this person."""
    is_returned = letter.status == Letter.Status.RETURNED and letter.tentang == TENTANG
    return is_returned and letter.dibuat_oleh_id == person.pk
