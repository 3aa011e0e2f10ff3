from runut.core.case.events import StepConfirmed
from runut.core.case.model import AssignStep
from tests.case.definitions import TOGETHER
from tests.case.driving import Driven, kode
from tests.people import BUDI, DEWI, HENDRA, RINA, ROLES, SARI


def test_all_actors_confirm_before_the_leading_one_completes() -> None:
    case = Driven(TOGETHER)
    assert kode(case.complete("1", DEWI)) == "belum_dikonfirmasi"
    assert isinstance(case.complete("1", BUDI), tuple)
    assert case.state.step("1").confirmed == ("Tim",)
    assert kode(case.complete("1", DEWI)) == "belum_dikonfirmasi"
    case.complete("1", HENDRA)
    assert case.open == {"1"}
    case.run("1 dewi")
    assert case.open == {"2"}


def test_a_role_confirms_once_whoever_of_it_does() -> None:
    case = Driven(TOGETHER)
    case.complete("1", BUDI)
    assert kode(case.complete("1", SARI)) == "sudah_dikonfirmasi"


def test_who_leads_and_holds_another_role_too_confirms_that_by_completing() -> None:
    case = Driven(TOGETHER, {**ROLES, "Staf": (RINA,), "Tim": (RINA,)})
    case.complete("1", HENDRA)
    assert kode(case.complete("1", RINA)) == ""
    assert case.open == {"2"}


def test_confirming_needs_neither_papers_nor_outputs() -> None:
    case = Driven(TOGETHER)
    confirmed = case.complete("1", BUDI)
    assert isinstance(confirmed, tuple)
    assert isinstance(confirmed[0], StepConfirmed)
    assert case.state.step("1").outputs == ()


def test_an_assignment_binds_the_leading_role_and_not_the_others() -> None:
    case = Driven(TOGETHER, {**ROLES, "Staf": (DEWI, SARI)})
    case.ask(AssignStep(by=RINA, at=case.clock, no="1", round=1, person=DEWI))
    assert kode(case.complete("1", BUDI)) == ""
    # Sari is Staf too, but the step is Dewi's; in the Tim somebody has confirmed already.
    assert kode(case.complete("1", SARI)) == "sudah_dikonfirmasi"


def test_a_new_round_asks_everybody_again() -> None:
    case = Driven(TOGETHER)
    case.complete("1", BUDI)
    case.complete("1", HENDRA)
    case.run("1 dewi")
    case.give_back("2", "anton", "1")
    assert case.state.step("1").confirmed == ()
    assert kode(case.complete("1", DEWI)) == "belum_dikonfirmasi"


def test_who_confirmed_has_a_hand_in_the_document() -> None:
    case = Driven(TOGETHER, {**ROLES, "Karo": (BUDI, "anton")})
    case.complete("1", BUDI)
    case.complete("1", HENDRA)
    case.run("1 dewi")
    assert set(case.state.step("1").outputs[0].authors) == {DEWI, BUDI, HENDRA}
    assert kode(case.complete("2", BUDI)) == "karya_sendiri"
