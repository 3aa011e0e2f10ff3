from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from runut.core.case.explain import people_who_may
from runut.core.case.model import (
    CancelCase,
    DelegateRole,
    Delegation,
    EndDelegation,
    PaperAct,
    PauseCase,
    StepStatus,
)
from tests.case.definitions import LAKIP, TOGETHER
from tests.case.driving import WIB, Driven, kode
from tests.people import BUDI, DEWI, HENDRA, JOKO, RINA, ROLES, WATI

TO_EIGHT = ("1 rina", "2 dewi", "3 dewi", "4 rina", "5 budi", "6 budi", "7 rina")
PLH = Delegation("Kabag", HENDRA, JOKO, "Plh", date(2026, 1, 12), date(2026, 1, 16), "800/12/2026")


def delegated(case: Driven, given: Delegation, by: str = RINA) -> str:
    return kode(case.ask(DelegateRole(by=by, at=case.clock, delegation=given)))


def test_a_substitute_acts_in_the_name_of_the_holder() -> None:
    case = Driven(LAKIP)
    case.run(*TO_EIGHT)
    assert delegated(case, PLH, by=HENDRA) == ""
    assert kode(case.complete("8", JOKO, behalf=HENDRA)) == ""
    mark = case.state.marks[-1]
    assert (mark.by, mark.on_behalf_of) == (JOKO, HENDRA)
    assert case.state.step("8").on_behalf_of == HENDRA


def test_without_a_delegation_nobody_acts_for_another() -> None:
    case = Driven(LAKIP)
    case.run(*TO_EIGHT)
    assert kode(case.complete("8", JOKO, behalf=HENDRA)) == "bukan_pengganti"
    assert kode(case.complete("8", HENDRA, behalf=HENDRA)) == "bukan_pengganti"
    delegated(case, PLH)
    assert kode(case.complete("8", WATI, behalf=HENDRA)) == "bukan_pengganti"
    assert kode(case.complete("8", JOKO)) == "bukan_pelaksana", "not in his own right"


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        (11, "bukan_pengganti"),
        (12, ""),
        (16, ""),
        (17, "bukan_pengganti"),
    ],
    ids=["day before", "first day", "last day", "day after"],
)
def test_a_delegation_runs_from_its_first_to_its_last_day(day: int, answer: str) -> None:
    case = Driven(LAKIP)
    case.run(*TO_EIGHT)
    delegated(case, PLH)
    case.clock = datetime(2026, 1, day, 23, 59, tzinfo=WIB)
    assert kode(case.complete("8", JOKO, behalf=HENDRA)) == answer


def test_a_paper_act_is_judged_by_the_day_it_was_done() -> None:
    case = Driven(LAKIP)
    case.run(*TO_EIGHT)
    delegated(case, PLH)
    last_day, day_after = case.clock, case.clock + timedelta(days=5)
    case.clock += timedelta(days=9)
    late = PaperAct(JOKO, day_after, "pindaian")
    assert kode(case.complete("8", DEWI, behalf=HENDRA, paper=late)) == "bukan_pengganti"
    in_time = PaperAct(JOKO, last_day, "pindaian")
    assert kode(case.complete("8", DEWI, behalf=HENDRA, paper=in_time)) == ""
    assert case.state.step("8").done_by == JOKO
    assert case.state.step("8").done_at == last_day


def test_a_delegation_covers_only_the_role_it_names() -> None:
    """Rina leads as Staf and sits in the Tim; Joko stands in for her in the Tim alone."""
    case = Driven(TOGETHER, {**ROLES, "Staf": (RINA,)})
    given = replace(PLH, actor="Tim", holder=RINA)
    assert delegated(case, given) == ""
    assert kode(case.complete("1", JOKO, behalf=RINA)) == ""
    assert case.state.step("1").confirmed == ("Tim",)
    assert case.state.step("1").status is StepStatus.TERBUKA
    assert kode(case.complete("1", JOKO, behalf=RINA)) == "sudah_dikonfirmasi"


def test_leading_by_delegation_confirms_no_role_that_was_not_delegated() -> None:
    case = Driven(TOGETHER, {**ROLES, "Staf": (RINA,), "Tim": (RINA,)})
    delegated(case, replace(PLH, actor="Staf", holder=RINA))
    case.complete("1", HENDRA)
    assert kode(case.complete("1", JOKO, behalf=RINA)) == "belum_dikonfirmasi"


@pytest.mark.parametrize(
    ("wrong", "answer"),
    [
        (replace(PLH, holder=BUDI), "bukan_anggota"),
        (replace(PLH, actor="Satpam"), "bukan_anggota"),
        (replace(PLH, substitute=HENDRA), "pengganti_sama"),
        (replace(PLH, substitute=""), "tanpa_pengganti"),
        (replace(PLH, last=date(2026, 1, 11)), "tanggal_terbalik"),
        (replace(PLH, sk=" "), "tanpa_sk"),
    ],
    ids=["no holder", "no role", "himself", "nobody", "dates reversed", "no decree"],
)
def test_a_delegation_names_holder_substitute_dates_and_decree(
    wrong: Delegation, answer: str
) -> None:
    assert delegated(Driven(LAKIP), wrong) == answer


def test_only_the_holder_or_the_starter_names_a_substitute() -> None:
    case = Driven(LAKIP)
    assert delegated(case, PLH, by=DEWI) == "bukan_pelaksana"
    assert delegated(case, PLH, by=JOKO) == "bukan_pelaksana"
    assert delegated(case, PLH, by=HENDRA) == ""


def test_a_substitute_is_named_in_a_paused_case_too_but_not_in_a_cancelled_one() -> None:
    case = Driven(LAKIP)
    case.ask(PauseCase(by=RINA, at=case.clock, reason="Menunggu data BPS"))
    assert delegated(case, PLH) == ""
    case.ask(CancelCase(by=RINA, at=case.clock, reason="Tidak jadi"))
    assert delegated(case, PLH) == "tidak_berjalan"


def in_inbox(case: Driven, no: str, day: int) -> set[str]:
    at = datetime(2026, 1, day, 9, 0, tzinfo=WIB)
    return set(people_who_may(case.definition, case.state, no, at))


def test_work_moves_to_the_substitute_and_comes_back_by_itself() -> None:
    case = Driven(LAKIP)
    case.run(*TO_EIGHT)
    assert delegated(case, replace(PLH, first=date(2026, 1, 14))) == ""
    assert [in_inbox(case, "8", day) for day in (13, 14, 16, 17)] == [
        {HENDRA},
        {JOKO},
        {JOKO},
        {HENDRA},
    ]
    case.clock = datetime(2026, 1, 14, 9, 0, tzinfo=WIB)
    refused = case.complete("8", HENDRA)
    assert kode(refused) == "dialihkan"
    assert "sampai dengan 16 Januari 2026" in refused.reason


def test_a_substitute_who_wrote_takes_nothing_over() -> None:
    case = Driven(LAKIP)
    case.run(*TO_EIGHT)
    delegated(case, replace(PLH, substitute=BUDI))
    assert in_inbox(case, "8", 13) == {HENDRA}
    assert kode(case.complete("8", BUDI, behalf=HENDRA)) == "karya_sendiri"
    assert kode(case.complete("8", HENDRA)) == ""


def ended(case: Driven, last: date, *, by: str = RINA, reason: str = "Sudah kembali.") -> str:
    ask = EndDelegation(by=by, at=case.clock, delegation=PLH, last=last, reason=reason)
    return kode(case.ask(ask))


def test_a_substitution_is_ended_before_its_time() -> None:
    case = Driven(LAKIP)
    case.run(*TO_EIGHT)
    delegated(case, PLH)
    assert ended(case, date(2026, 1, 13), by=DEWI) == "bukan_pelaksana"
    assert ended(case, date(2026, 1, 13), reason=" ") == "tanpa_alasan"
    assert ended(case, date(2026, 1, 17)) == "tanggal_terbalik"
    assert ended(case, date(2026, 1, 13), by=HENDRA) == ""
    assert [in_inbox(case, "8", day) for day in (13, 14)] == [{JOKO}, {HENDRA}]
    assert ended(case, date(2026, 1, 12)) == "sudah_berubah"


def test_a_substitution_that_ends_before_it_begins_never_was() -> None:
    case = Driven(LAKIP)
    delegated(case, PLH)
    assert ended(case, date(2026, 1, 11)) == ""
    assert case.state.delegations == ()


def test_a_substitute_records_a_paper_act_in_the_name_of_the_holder() -> None:
    case = Driven(LAKIP)
    case.run(*TO_EIGHT)
    delegated(case, PLH)
    on_paper = PaperAct(JOKO, case.clock, "pindaian")
    assert kode(case.complete("8", JOKO, behalf=HENDRA, paper=on_paper)) == ""


def test_the_substitute_of_the_starter_may_do_what_the_starter_may() -> None:
    case = Driven(LAKIP)
    cancel = CancelCase(by=JOKO, at=case.clock, on_behalf_of=RINA, reason="Ganti SOP")
    assert kode(case.ask(cancel)) == "bukan_pelaksana"
    delegated(case, replace(PLH, actor="Kasubag", holder=RINA))
    assert kode(case.ask(replace(cancel, on_behalf_of=HENDRA))) == "bukan_pelaksana"
    assert kode(case.ask(cancel)) == ""
    assert case.events[-1].on_behalf_of == RINA
