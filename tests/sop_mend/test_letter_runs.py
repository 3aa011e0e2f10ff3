"""The SOP for incoming letters runs as a case, by both answers of its first decision."""

from runut.core.case.definition import Adoption, definition_of
from runut.core.case.model import CaseStatus
from runut.core.findings import Refused
from tests.case.driving import Driven
from tests.people import ANTON, BUDI, DEWI, HENDRA, RINA
from tests.sop_mend.corpus import SURAT_MASUK

DEFINITION = definition_of(SURAT_MASUK, "contoh", Adoption(marks={"8": "tanda_tangan"}))


def test_a_letter_that_needs_no_answer_is_filed_at_once() -> None:
    case = Driven(DEFINITION)
    case.run(f"1 {DEWI}", f"2 {RINA}")
    case.complete("3", ANTON, exit_="Tidak")
    assert case.open == {"11"}
    case.run(f"11 {DEWI}")
    assert case.state.status is CaseStatus.SELESAI


def test_an_answer_is_prepared_by_two_at_once_sent_back_once_and_signed() -> None:
    case = Driven(DEFINITION)
    case.run(f"1 {DEWI}", f"2 {RINA}")
    case.complete("3", ANTON, exit_="Ya")
    case.run(f"4 {DEWI}")
    assert case.open == {"5", "6"}
    case.run(f"6 {BUDI}")
    assert case.open == {"5"}
    case.run(f"5 {HENDRA}")
    assert case.open == {"7"}
    case.run(f"7 {DEWI}", f"7 {BUDI}")
    assert not isinstance(case.give_back("8", ANTON, "7"), Refused)
    assert case.open == {"7"}
    case.run(f"7 {DEWI}", f"7 {BUDI}")
    case.complete("8", ANTON, exit_="Ya")
    case.run(f"9 {DEWI}", f"10 {RINA}", f"11 {DEWI}")
    assert case.state.status is CaseStatus.SELESAI
