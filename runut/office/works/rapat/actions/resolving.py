"""Working through the decisions of the meeting: each ends done, or refused with a reason."""

from collections.abc import Sequence

from django.db.models import QuerySet

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, StepRef, act
from runut.office.trust.append import Act
from runut.office.works.rapat.actions.working import line, start_request
from runut.office.works.rapat.models import Resolution

CLOSED = Refused(
    "sudah_berubah", "Keputusan ini baru saja ditangani orang lain. Muat ulang halaman."
)


def resolve(ref: StepRef, doer: Doer, resolution_id: int, tindak_lanjut: str) -> Done | Refused:
    """A decision was carried out. ``tindak_lanjut`` says what was changed in the draft."""
    return _close(ref, doer, resolution_id, Resolution.Status.DONE, tindak_lanjut)


def refuse_resolution(ref: StepRef, doer: Doer, resolution_id: int, alasan: str) -> Done | Refused:
    """A decision is not carried out, for a reason that stays with it."""
    if not alasan.strip():
        return Refused("tanpa_alasan", "Tuliskan alasan keputusan ini tidak dilaksanakan.")
    return _close(ref, doer, resolution_id, Resolution.Status.REFUSED, alasan)


def reopen_resolution(ref: StepRef, doer: Doer, resolution_id: int) -> Done | Refused:
    """Take back an answer that was a mistake: the decision waits again."""

    def save(case: OpenCase) -> Sequence[Act] | Refused:
        rows = _rows(case, resolution_id).exclude(status=Resolution.Status.OPEN)
        facts = {"urutan": rows.values_list("urutan", flat=True).first()}
        if not rows.update(
            status=Resolution.Status.OPEN, tindak_lanjut="", closed_by=None, closed_at=None
        ):
            return CLOSED
        return [line(case, "keputusan_dibuka_lagi", facts)]

    return act(ref.case_id, doer, [start_request(ref, doer)], also=save)


def _close(
    ref: StepRef, doer: Doer, resolution_id: int, status: Resolution.Status, words: str
) -> Done | Refused:
    def save(case: OpenCase) -> Sequence[Act] | Refused:
        rows = _rows(case, resolution_id).filter(status=Resolution.Status.OPEN)
        number = rows.values_list("urutan", flat=True).first()
        if not rows.update(
            status=status, tindak_lanjut=words.strip(), closed_by=doer.person, closed_at=doer.at
        ):
            return CLOSED
        facts = {"urutan": number, "status": str(status), "tindak_lanjut": words.strip()}
        return [line(case, "keputusan_ditangani", facts)]

    return act(ref.case_id, doer, [start_request(ref, doer)], also=save)


def _rows(case: OpenCase, resolution_id: int) -> QuerySet[Resolution]:
    return Resolution.objects.filter(
        office_id=case.row.office_id, meeting__case=case.row, pk=resolution_id
    )
