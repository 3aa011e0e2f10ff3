from dataclasses import replace
from datetime import timedelta

from runut.core.case.model import PaperAct, ReturnStep, StepStatus
from tests.case.definitions import LAKIP, TOGETHER
from tests.case.driving import START, Driven, kode
from tests.people import ANTON, BUDI, DEWI, HENDRA, RINA, WATI

TO_NINE = (
    "1 rina", "2 dewi", "3 dewi", "4 rina", "5 budi", "6 budi", "7 rina", "8 hendra",
)  # fmt: skip


def test_a_signature_on_paper_is_recorded_by_somebody_else_as_his_who_signed() -> None:
    case = Driven(LAKIP)
    case.run(*TO_NINE)
    signed = PaperAct(ANTON, START + timedelta(hours=1), "pindaian")
    assert kode(case.complete("9", DEWI, paper=signed)) == ""
    step, mark = case.state.step("9"), case.state.marks[-1]
    assert (step.done_by, step.done_at) == (ANTON, signed.when)
    assert (mark.by, mark.at, mark.kind) == (ANTON, signed.when, "tanda_tangan")
    assert case.events[-1].by == DEWI


def test_who_acted_on_paper_must_hold_the_role() -> None:
    case = Driven(LAKIP)
    paper = PaperAct(DEWI, START, "pindaian")
    assert kode(case.complete("1", RINA, paper=paper)) == "bukan_pelaksana"


def test_no_stranger_records_an_act_on_paper() -> None:
    case = Driven(LAKIP)
    paper = PaperAct(RINA, START, "pindaian")
    assert kode(case.complete("1", WATI, paper=paper)) == "bukan_pelaksana"


def test_an_act_on_paper_needs_its_proof_and_a_day_that_has_come() -> None:
    case = Driven(LAKIP)
    paper = PaperAct(RINA, START, "pindaian")
    assert kode(case.complete("1", DEWI, paper=replace(paper, proof_sha256=""))) == "tanpa_bukti"
    tomorrow = replace(paper, when=case.clock + timedelta(days=1))
    assert kode(case.complete("1", DEWI, paper=tomorrow)) == "tanggal_mendatang"


def test_the_order_of_the_sop_holds_on_paper_too() -> None:
    case = Driven(LAKIP)
    paper = PaperAct(DEWI, START, "pindaian")
    assert kode(case.complete("2", RINA, paper=paper)) == "belum_terbuka"


def test_a_paraf_on_paper_is_bound_to_the_bytes_that_were_printed() -> None:
    case = Driven(LAKIP)
    case.run(*TO_NINE[:6])
    paper = PaperAct(RINA, START, "pindaian")
    assert kode(case.complete("7", BUDI, paper=paper, read="cetakan-lama")) == "sudah_berubah"


def test_a_part_done_on_paper_confirms_and_does_not_complete() -> None:
    case = Driven(TOGETHER)
    case.complete("1", DEWI, paper=PaperAct(BUDI, START, "pindaian"))
    assert case.state.step("1").confirmed == ("Tim",)
    assert case.state.step("1").confirmed_by == (BUDI,)
    assert case.state.step("1").status is StepStatus.TERBUKA
    case.complete("1", DEWI, paper=PaperAct(HENDRA, START, "pindaian"))
    case.complete("1", BUDI, paper=PaperAct(DEWI, START, "pindaian"))
    assert case.open == {"2"}


def test_a_draft_handed_back_on_paper_goes_back() -> None:
    case = Driven(LAKIP)
    case.run(*TO_NINE)
    request = ReturnStep(
        by=DEWI, at=case.clock, no="9", round=1, to="6", notes="Lihat coretan.",
        read_sha256="naskah-6", paper=PaperAct(ANTON, START, "pindaian"),
    )  # fmt: skip
    assert kode(case.ask(replace(request, by=WATI))) == "bukan_pelaksana"
    assert kode(case.ask(request)) == ""
    assert case.state.step("9").done_by == ANTON
    assert case.open == {"6"}
