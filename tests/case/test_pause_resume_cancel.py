import pytest

from runut.core.case.decide import decide
from runut.core.case.model import CancelCase, CaseState, CaseStatus, PauseCase, Request, ResumeCase
from runut.core.findings import Refused
from tests.case.definitions import LAKIP, definition, step
from tests.case.driving import START, Driven, kode
from tests.people import DEWI, RINA


def pause(by: str = RINA, reason: str = "Menunggu data BPS.") -> Request:
    return PauseCase(by=by, at=START, reason=reason)


def resume(by: str = RINA, reason: str = "Data sudah diterima.") -> Request:
    return ResumeCase(by=by, at=START, reason=reason)


def cancel(by: str = RINA, reason: str = "SOP diganti.") -> Request:
    return CancelCase(by=by, at=START, reason=reason)


def test_a_paused_case_stands_still_and_says_why() -> None:
    case = Driven(LAKIP)
    case.ask(pause())
    refused = case.complete("1", RINA)
    assert isinstance(refused, Refused)
    assert refused.kode == "tidak_berjalan"
    assert "ditunda" in refused.reason
    assert "Alasan: Menunggu data BPS." in refused.reason
    assert case.open == {"1"}


def test_a_resumed_case_goes_on_where_it_stood() -> None:
    case = Driven(LAKIP)
    case.run("1 rina")
    before = case.state
    case.ask(pause())
    case.ask(resume())
    assert case.state == before


def test_a_cancelled_case_is_over() -> None:
    case = Driven(LAKIP)
    case.ask(pause())
    assert kode(case.ask(cancel())) == ""
    assert case.state.status is CaseStatus.DIBATALKAN
    assert case.state.reason == "SOP diganti."
    assert [kode(case.ask(r)) for r in (pause(), resume(), cancel())] == [
        "tidak_berjalan", "tidak_ditunda", "tidak_berjalan",
    ]  # fmt: skip


@pytest.mark.parametrize("ask", [pause, cancel])
def test_only_the_starter_and_only_with_a_reason(ask: type[Request]) -> None:
    case = Driven(LAKIP)
    assert kode(case.ask(ask(by=DEWI))) == "bukan_pelaksana"  # type: ignore[call-arg]
    assert kode(case.ask(ask(reason=" "))) == "tanpa_alasan"  # type: ignore[call-arg]
    assert case.state.status is CaseStatus.BERJALAN


def test_resuming_too_is_the_starters_act_with_a_reason() -> None:
    case = Driven(LAKIP)
    case.ask(pause())
    assert kode(case.ask(resume(by=DEWI))) == "bukan_pelaksana"
    assert kode(case.ask(resume(reason=""))) == "tanpa_alasan"
    assert case.state.status is CaseStatus.DITUNDA


def test_a_running_case_is_not_resumed_and_a_paused_one_not_paused() -> None:
    case = Driven(LAKIP)
    assert kode(case.ask(resume())) == "tidak_ditunda"
    case.ask(pause())
    assert kode(case.ask(pause())) == "tidak_berjalan"


def test_a_finished_case_cannot_be_cancelled() -> None:
    case = Driven(definition(step("1", "Staf")))
    case.run("1 dewi")
    refused = case.ask(cancel())
    assert isinstance(refused, Refused)
    assert "sudah selesai" in refused.reason


def test_what_never_started_cannot_be_cancelled() -> None:
    refused = decide(LAKIP, CaseState(), cancel())
    assert isinstance(refused, Refused)
    assert refused.kode == "tidak_berjalan"
