"""Which signed report a case corrects, and by what a signed report was replaced."""

from runut.core.case.writing import TextLife, is_signed
from runut.office.cases.acting import OpenCase, load
from runut.office.cases.models import Case, Document
from runut.office.cases.text_life import COMPOSING, life_of, writes_text
from runut.office.people.models import Person, Right
from runut.office.people.rights import may
from runut.office.reports.models import Correction


def signed_report(case: OpenCase) -> Document | None:
    """The signed report of a closed case, None while it has none."""
    if life_of(case) is not TextLife.CLOSED or not is_signed(
        case.definition, case.state, COMPOSING
    ):
        return None
    signed = Document.objects.filter(office_id=case.row.office_id, case=case.row)
    # by certificate or by hand: what counts is that the frozen draft was signed
    rows = signed.filter(signs__jenis__startswith="draft_")
    return rows.select_related("signs").order_by("-versi").first()


def signed_report_of(case: Case) -> Document | None:
    """The signed report of a case by its row, None while it has none."""
    return signed_report(load(case.pk, case.office_id))


def may_correct(case: OpenCase, person: Person) -> bool:
    """Whether the person may start a ralat of this case's report now."""
    signed = signed_report(case)
    if signed is None or running_correction(signed):
        return False
    day = case.row.mulai_pada.astimezone(case.row.office.zone).date()
    return may(person, Right.START) or writes_text(case, person.ref, day)


def running_correction(signed: Document) -> Correction | None:
    """The ralat of a signed report that is on its way, or already replaced it."""
    rows = Correction.objects.filter(office_id=signed.office_id, signed=signed)
    return rows.exclude(case__status="dibatalkan").select_related("case").last()


def correction_by(case: Case) -> Correction | None:
    """What this case corrects, None if it is no ralat."""
    rows = Correction.objects.filter(office_id=case.office_id, case=case)
    return rows.select_related("signed__signs__office", "signed__case").first()
