"""The surat pengantar: drafted for what a case has made, and sent through checking and signing."""

from collections.abc import Sequence

from runut.core.findings import Refused
from runut.core.report.papers.pengantar import SuratPengantar, compose_pengantar
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import OpenCase, act
from runut.office.cases.numbering import PENGANTAR
from runut.office.cases.queries import people_of
from runut.office.letters.actions.drafting import draw_letter, save_draft
from runut.office.letters.case_papers import sent_things
from runut.office.letters.drawing import Naskah
from runut.office.letters.models import Letter
from runut.office.letters.queries import letter_about
from runut.office.letters.rules import choose_signer
from runut.office.people.models import Person
from runut.office.people.naming import letterhead
from runut.office.trust.append import Act

TENTANG = "pengantar"


def draft_covering(
    case: OpenCase, doer: Doer, *, kepada: str, di: str, tembusan: tuple[str, ...]
) -> Done | Refused:
    """Draft the letter that goes with what the case has made. One is on its way at a time."""
    if known := recall(doer):
        return known
    office = case.row.office
    if doer.person.ref not in people_of(case):
        return Refused(
            "bukan_pelaksana",
            "Surat pengantar disusun oleh pelaksana SOP ini. Minta kepada mereka.",
        )
    day = doer.at.astimezone(office.zone).date()
    choice = choose_signer(office, PENGANTAR, day, _seniors(case), None)
    before = letter_about(office.pk, case.row.pk, TENTANG)
    if isinstance(choice, Refused):
        return choice
    if before and before.status == Letter.Status.NUMBERED:
        return Refused(
            "sudah_bernomor",
            "Surat pengantar sudah bernomor. Selesaikan dahulu tanda tangannya, atau batalkan "
            "surat itu dengan alasannya.",
        )
    tree = compose_pengantar(
        SuratPengantar(
            kop=letterhead(office),
            kota=office.kota,
            kepada=kepada,
            di=di,
            kiriman=sent_things(case),
            tembusan=tembusan,
        )
    )
    draft = draw_letter(
        Naskah(tree, "surat_pengantar", "Surat pengantar"),
        doer,
        choice,
        jenis=PENGANTAR,
        tentang=TENTANG,
        hal=f"Pengiriman {case.row.judul}",
        pemeriksa=None,
        kepada=kepada,
    )
    last = case.definition.steps[-1].no

    def save(now: OpenCase) -> Sequence[Act] | Refused:
        return save_draft(now, last, draft, doer, before, is_new=bool(before and before.is_signed))

    return act(case.row.pk, doer, [], also=save)


def _seniors(case: OpenCase) -> list[Person]:
    return [one for one in people_of(case).values() if one.is_active]
