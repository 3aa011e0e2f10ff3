"""Which kind of work a step is: changed while a case runs, as long as the step has not begun."""

from runut.core.case.events import Decision, WorkChanged
from runut.core.case.model import CaseState, ChangeWork, Definition
from runut.core.case.rights import manages, refuse_unless_running
from runut.core.findings import Refused


def change_work(definition: Definition, state: CaseState, request: ChangeWork) -> Decision:
    """Give a step another kind of work. What a step was begun as, it is ended as."""
    step = definition.step(request.no)
    if refused := refuse_unless_running(state):
        return refused
    if step is None:
        return Refused("tidak_ada", f"Langkah {request.no} tidak ada dalam SOP ini.")
    if not manages(state, request):
        return Refused(
            "bukan_pelaksana",
            "Hanya pengelola pelaksanaan ini yang dapat mengganti jenis pekerjaan langkah.",
        )
    if state.step(request.no).has_begun:
        return Refused(
            "sudah_dikerjakan",
            f"Langkah {request.no} sudah dikerjakan, sehingga jenis pekerjaannya tidak dapat "
            "diganti lagi.",
        )
    if request.work.work == step.work:
        return Refused("tidak_berubah", "Jenis pekerjaan langkah ini sudah demikian.")
    if not request.reason.strip():
        return Refused("tanpa_alasan", "Tuliskan alasannya; alasan itu dicatat dalam riwayat.")
    return (
        WorkChanged(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            no=request.no,
            work=request.work,
            reason=request.reason.strip(),
        ),
    )
