"""Several symbols in a row: who works when, and a decision that sends its row round again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from runut.core.case.definition import Adoption, adoption_problems, definition_of
from runut.core.case.explain import holders_now, people_who_may
from runut.core.case.inner import to_confirm
from runut.core.case.model import CaseStatus, CompleteStep
from runut.core.findings import Refused
from runut.core.sop.model import SOP, Bentuk, Dalam, Langkah, Lanjut, Pelaksana
from tests.case.driving import Driven, kode
from tests.depth import examples
from tests.people import BUDI, DEWI, HENDRA, RINA
from tests.sop_cases.ten_rows import KASI, PEOPLE, STAF, TEN

BOX = Bentuk.PROSES
LOOPED = SOP(
    "Penyusunan surat",
    (
        Langkah(
            "1",
            "Menyusun konsep surat",
            (Pelaksana("Tim"),),
            Bentuk.MULAI,
            output=("Konsep surat",),
            lanjut=(Lanjut("2"),),
        ),
        Langkah(
            "2",
            "Memeriksa konsep surat",
            (Pelaksana("Kabag"), Pelaksana("Staf", bentuk=BOX)),
            Bentuk.KEPUTUSAN,
            lanjut=(Lanjut("3", "Ya"),),
            dalam=(Dalam("Kabag", "Staf", "Tidak"),),
        ),
        Langkah("3", "Mengarsipkan surat", (Pelaksana("Kasubag"),), Bentuk.SELESAI),
    ),
    ("Tim", "Staf", "Kabag", "Kasubag"),
)
RUN = definition_of(LOOPED, "sop", Adoption())
CHECKED = definition_of(
    LOOPED, "sop", Adoption(works={"2": "periksa"}, marks={"2": "paraf"}, ways_back={"2": "1"})
)


def at_two(definition=RUN) -> Driven:  # type: ignore[no-untyped-def]
    case = Driven(definition)
    case.run("1 budi")
    return case


def test_nobody_waits_for_the_box_before_the_decision_has_led_to_it() -> None:
    case = at_two()
    assert people_who_may(case.definition, case.state, "2") == (HENDRA,)
    assert kode(case.complete("2", DEWI)) == "belum_gilirannya"
    assert kode(case.complete("2", HENDRA, exit_="Ya")) == ""
    assert case.open == {"3"}


def test_a_no_sends_the_row_round_and_the_box_works_before_the_decision_is_answered_again() -> None:
    case = at_two()
    assert kode(case.complete("2", HENDRA, exit_="Tidak")) == ""
    assert (case.open, case.state.step("2").round) == ({"2"}, 2)
    assert DEWI in people_who_may(case.definition, case.state, "2")
    assert holders_now(case.definition, case.state)[0].actors == ("Kabag", "Staf")
    assert kode(case.complete("2", HENDRA, exit_="Ya")) == "belum_dikonfirmasi"
    assert kode(case.complete("2", DEWI)) == ""
    assert kode(case.complete("2", HENDRA, exit_="Tidak")) == ""
    assert case.state.step("2").round == 3
    case.complete("2", DEWI)
    assert kode(case.complete("2", HENDRA, exit_="Ya")) == ""
    case.complete("3", RINA)
    assert case.state.status is CaseStatus.SELESAI


def test_a_check_may_say_no_to_its_own_row_puts_no_mark_and_returns_all_the_same() -> None:
    case = at_two(CHECKED)
    assert kode(case.complete("2", HENDRA, exit_="Tidak")) == ""
    assert case.state.marks == () and case.state.step("2").round == 2
    case.complete("2", DEWI)
    assert kode(case.complete("2", HENDRA, exit_="Ya")) == ""
    assert [mark.no for mark in case.state.marks] == ["2"]


def test_the_actors_confirm_in_the_order_of_the_arrows() -> None:
    step = Langkah(
        "1",
        "Menyiapkan bahan",
        tuple(Pelaksana(name) for name in ("Kasubag", "Staf", "Tim", "Kabag")),
        BOX,
        dalam=(Dalam("Tim", "Staf"), Dalam("Staf", "Kabag"), Dalam("Kabag", "Kasubag")),
    )
    case = Driven(definition_of(SOP("x", (step,), ("Staf", "Tim")), "s", Adoption()))
    assert kode(case.complete("1", DEWI)) == "belum_gilirannya"
    assert kode(case.complete("1", HENDRA)) == "belum_gilirannya"
    for who in (BUDI, DEWI, HENDRA, RINA):
        assert kode(case.complete("1", who)) == ""
    assert case.state.status is CaseStatus.SELESAI


def test_a_chain_that_begins_at_the_leading_box_is_completed_at_its_last() -> None:
    step = Langkah(
        "1",
        "Menyiapkan bahan",
        tuple(Pelaksana(name) for name in ("Tim", "Staf", "Kabag")),
        BOX,
        dalam=(Dalam("Tim", "Staf"), Dalam("Staf", "Kabag")),
    )
    chain = SOP("x", (step,), ())
    case = Driven(definition_of(chain, "s", Adoption()))
    assert kode(case.complete("1", DEWI)) == "belum_gilirannya"
    assert kode(case.complete("1", HENDRA)) == "belum_dikonfirmasi"
    assert [kode(case.complete("1", who)) for who in (BUDI, DEWI, HENDRA)] == ["", "", ""]
    assert case.state.status is CaseStatus.SELESAI


def test_a_kind_of_work_stays_with_the_leading_symbol_of_its_chain() -> None:
    dalam = (Dalam("Tim", "Kabag"),)
    step = Langkah("1", "Menyusun", (Pelaksana("Tim"), Pelaksana("Kabag")), BOX, dalam=dalam)
    works = Adoption(works={"1": "susun"})
    leads = [
        definition_of(SOP("x", (step,), ()), "s", one).steps[0].actors[0]
        for one in (Adoption(), works)
    ]
    assert leads == ["Kabag", "Tim"]


def test_arrows_both_ways_leave_the_order_to_the_two() -> None:
    step = Langkah(
        "1",
        "Membahas bahan",
        tuple(Pelaksana(name) for name in ("Kabag", "Staf", "Tim")),
        BOX,
        dalam=(Dalam("Tim", "Staf"), Dalam("Staf", "Tim")),
    )
    case = Driven(definition_of(SOP("x", (step,), ()), "s", Adoption()))
    assert [kode(case.complete("1", who)) for who in (DEWI, BUDI, HENDRA)] == ["", "", ""]


ACTORS = {"Kasubag": RINA, "Staf": DEWI, "Tim": BUDI, "Kabag": HENDRA}


@st.composite
def sops(draw: st.DrawFn) -> SOP:
    count = draw(st.integers(1, 5))
    rows = tuple(draw(row(at, count)) for at in range(1, count + 1))
    return SOP("Acak", rows, tuple(ACTORS))


@st.composite
def row(draw: st.DrawFn, at: int, count: int) -> Langkah:
    names = draw(st.lists(st.sampled_from([*ACTORS]), min_size=1, max_size=4, unique=True))
    pairs = [(a, b) for a in names for b in names if a != b]
    arrows = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=5)) if pairs else []
    kind = draw(st.sampled_from([BOX, Bentuk.KEPUTUSAN]))
    labels = st.sampled_from([None, "Tidak", "Ya"])
    dalam = tuple(
        Dalam(a, b, draw(labels) if kind is Bentuk.KEPUTUSAN and a == names[0] else None)
        for a, b in arrows
    )
    onward = str(at + 1) if at < count else None
    ways = [Lanjut(onward, "Ya" if kind is Bentuk.KEPUTUSAN else None)] if onward else []
    if kind is Bentuk.KEPUTUSAN:
        ways.append(Lanjut(str(draw(st.integers(1, at))), "Tidak"))
        if onward is None:
            kind, ways = BOX, []
            dalam = tuple(Dalam(one.dari, one.ke) for one in dalam)
    pelaksana = tuple(
        Pelaksana(name, bentuk=None if not place or kind is BOX else BOX)
        for place, name in enumerate(names)
    )
    return Langkah(str(at), f"Kegiatan {at}", pelaksana, kind, lanjut=tuple(ways), dalam=dalam)


@settings(max_examples=examples(150), deadline=None)
@given(sops(), st.integers(0, 3))
def test_whatever_arrows_a_row_holds_its_definition_is_sound_and_its_case_ends(
    sop: SOP, noes: int
) -> None:
    assert adoption_problems(sop, Adoption()) == ()
    roles = {name: (person,) for name, person in ACTORS.items()}
    case = Driven(definition_of(sop, "s", Adoption()), roles=roles)
    for _ in range(200):
        if case.state.status is CaseStatus.SELESAI:
            return
        noes = _do_next(case, noes)
    raise AssertionError(f"never ends: {case.open}")


def _do_next(case: Driven, noes: int) -> int:
    """One open step done: its actors in whatever order is allowed, then the one who leads."""
    no = sorted(case.open)[0]
    step = case.definition.step(no)
    assert step is not None
    while waiting := [
        name for name in to_confirm(step, case.state) if name not in case.state.step(no).confirmed
    ]:
        answers = [case.complete(no, ACTORS[name]) for name in waiting]
        assert not all(isinstance(one, Refused) for one in answers), (waiting, step.inner)
    labels = [way.jika for way in step.exits if way.jika]
    exit_ = "Tidak" if noes and "Tidak" in labels else next(iter(labels), "")
    onward = {way.jika for way in step.exits if way.ke > no}
    if not noes and onward:
        exit_ = next((label for label in labels if label in onward), exit_)
    answer = case.complete(no, ACTORS[step.actors[0]], exit_=exit_)
    assert not isinstance(answer, Refused), answer
    return max(0, noes - (exit_ == "Tidak"))


def test_what_the_mending_actor_hands_in_is_taken_over_by_who_leads() -> None:
    case = Driven(definition_of(TEN["putaran kembali ke keputusan"], "s", Adoption()), roles=PEOPLE)
    case.complete("1", PEOPLE[STAF][0])
    case.complete("2", PEOPLE[KASI][0], exit_="Tidak")
    mended = case.complete("2", PEOPLE[STAF][0], bytes_="naskah-diperbaiki")
    assert not isinstance(mended, Refused), mended
    accepted = case.ask(
        CompleteStep(
            by=PEOPLE[KASI][0],
            at=case.clock,
            no="2",
            round=2,
            outputs=(),
            kelengkapan=(),
            exit="Ya",
        )
    )
    assert not isinstance(accepted, Refused), accepted
    (left,) = case.state.step("2").outputs
    assert left.sha256 == "naskah-diperbaiki"
    assert set(PEOPLE[STAF]) <= set(left.authors), "who mended it has his hand in it"


def test_a_new_round_begins_with_nothing_handed_in() -> None:
    case = Driven(definition_of(TEN["putaran kembali ke keputusan"], "s", Adoption()), roles=PEOPLE)
    case.complete("1", PEOPLE[STAF][0])
    for _ in range(2):
        case.complete("2", PEOPLE[KASI][0], exit_="Tidak")
        assert case.state.step("2").handed == ()
        case.complete("2", PEOPLE[STAF][0], bytes_="naskah-diperbaiki")
        assert [out.sha256 for out in case.state.step("2").handed] == ["naskah-diperbaiki"]
