from dataclasses import replace

import pytest

from runut.core.case.apply import apply
from runut.core.case.events import Event, StepCompleted
from runut.core.case.model import CaseState, CaseStatus, CompleteStep, Output, StartStep, StepStatus
from runut.core.findings import Refused
from tests.case.definitions import LAKIP, LOOP, definition, step
from tests.case.driving import START, Driven, kode
from tests.people import ANTON, BUDI, DEWI, HENDRA, RINA, WATI

ALL_NINE = ("1 rina", "2 dewi", "3 dewi", "4 rina", "5 budi", "6 budi", "7 rina", "8 hendra")


def asked(case: Driven, no: str, by: str, **more: object) -> CompleteStep:
    request = CompleteStep(by=by, at=case.clock, no=no, round=case.state.step(no).round)
    return replace(request, **more)  # type: ignore[arg-type]


def test_five_roles_walk_all_nine_steps_to_the_end() -> None:
    case = Driven(LAKIP)
    case.run(*ALL_NINE)
    assert case.open == {"9"}
    assert case.state.status is CaseStatus.BERJALAN
    case.run("9 anton")
    assert case.state.status is CaseStatus.SELESAI
    assert case.open == set()
    assert [mark.kind for mark in case.state.marks] == ["paraf", "paraf", "tanda_tangan"]
    assert [mark.by for mark in case.state.marks] == [RINA, HENDRA, ANTON]


def test_only_a_holder_of_the_role_completes() -> None:
    case = Driven(LAKIP)
    assert kode(case.complete("1", DEWI)) == "bukan_pelaksana"
    assert kode(case.complete("1", WATI)) == "bukan_pelaksana"
    assert case.open == {"1"}


def test_a_step_that_is_not_open_cannot_be_completed() -> None:
    case = Driven(LAKIP)
    assert kode(case.complete("2", DEWI)) == "belum_terbuka"
    case.run("1 rina")
    assert kode(case.complete("1", RINA)) == "sudah_berubah"
    assert kode(case.ask(asked(case, "2", DEWI, round=2))) == "sudah_berubah"


def test_a_step_of_another_sop_is_not_there() -> None:
    case = Driven(LAKIP)
    assert kode(case.ask(CompleteStep(by=RINA, at=START, no="10", round=1))) == "tidak_ada"


def test_what_is_missing_of_the_kelengkapan_is_named() -> None:
    case = Driven(LAKIP)
    refused = case.ask(asked(case, "1", RINA, outputs=(Output("Penugasan", "abc"),)))
    assert isinstance(refused, Refused)
    assert refused.kode == "kelengkapan_kurang"
    assert "Agenda rapat" in refused.reason


def test_an_output_has_to_be_left_and_what_is_oral_is_recorded() -> None:
    case = Driven(LAKIP)
    ready = asked(case, "1", RINA, kelengkapan=("Agenda rapat",))
    blank = replace(ready, outputs=(Output("Penugasan", pernyataan="  "),))
    assert kode(case.ask(ready)) == "output_kurang"
    assert kode(case.ask(blank)) == "output_kurang"
    spoken = (Output("Penugasan", pernyataan="Dewi ditugasi lisan pada apel pagi."),)
    assert kode(case.ask(replace(ready, outputs=spoken))) == ""
    assert case.state.step("1").outputs == spoken


def test_outputs_are_kept_in_the_order_of_the_form() -> None:
    two = replace(step("1", "Staf", "2"), output=("Draft akhir", "Daftar perubahan"))
    case = Driven(definition(two, step("2", "Karo", back="1")))
    given = (Output("Foto", "f"), Output("Daftar perubahan", "b"), Output("Draft akhir", "a"))
    case.ask(asked(case, "1", DEWI, outputs=given))
    names = [out.nama for out in case.state.step("1").outputs]
    assert names == ["Draft akhir", "Daftar perubahan", "Foto"]


def test_a_decision_needs_one_of_its_labels() -> None:
    case = Driven(LOOP)
    case.run("1 dewi", "2 dewi")
    assert kode(case.complete("3", RINA)) == "tanpa_putusan"
    assert kode(case.complete("3", RINA, exit_="Mungkin")) == "tanpa_putusan"
    assert kode(case.complete("3", RINA, exit_="Ya")) == ""
    assert case.state.step("3").exit == "Ya"


def test_a_label_where_nothing_is_decided_is_not_recorded() -> None:
    case = Driven(LAKIP)
    case.complete("1", RINA, exit_="Ya")
    assert case.state.step("1").exit == ""
    assert case.open == {"2"}


def test_a_checker_says_no_by_returning_not_by_completing() -> None:
    drawn = definition(
        step("1", "Tim", "2", output="Draft"),
        step("2", "Kabag", "Ya:3 Tidak:1", checks="1"),
        step("3", "Karo"),
    )
    case = Driven(drawn)
    case.run("1 budi")
    assert kode(case.complete("2", HENDRA, exit_="Tidak")) == "pakai_kembalikan"
    assert kode(case.complete("2", HENDRA, exit_="Ya")) == ""


def test_taking_up_a_step_is_noted_once() -> None:
    case = Driven(LAKIP)
    request = StartStep(by=RINA, at=case.clock, no="1", round=1)
    case.ask(request)
    first = case.state.step("1")
    assert (first.started_by, first.started_at) == (RINA, request.at)
    assert case.ask(replace(request, at=case.clock)) == ()
    assert case.state.step("1") == first
    assert kode(case.ask(replace(request, by=BUDI))) == "bukan_pelaksana"


def test_an_event_tells_all_that_follows_from_the_act() -> None:
    case = Driven(LAKIP)
    case.run(*ALL_NINE, "9 anton")
    last = case.events[-1]
    assert isinstance(last, StepCompleted)
    assert last.finishes
    assert last.opens == ()
    assert case.state.step("9").status is StepStatus.SELESAI


def test_an_unknown_event_breaks_a_promise() -> None:
    with pytest.raises(TypeError, match="unknown event"):
        apply(CaseState(), Event(by=RINA, at=START))
