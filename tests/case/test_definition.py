from dataclasses import replace
from pathlib import Path

import pytest

from runut.core.case.definition import Adoption, adoption_problems, definition_of
from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut, Pelaksana, Waktu
from runut.core.sop.proposals.ways_back import propose_ways_back
from runut.core.sop.text.parse import read_sop_text

SEED = Path(__file__).parents[2] / "examples" / "sop" / "penyusunan-lakip.txt"


def row(no: str, kegiatan: str, *ways: str, bentuk: Bentuk = Bentuk.PROSES) -> Langkah:
    """``ways``: "3", "Ya:3", "Tidak:1"."""
    parts = [way.rpartition(":") for way in ways]
    lanjut = tuple(Lanjut(ke, label or None) for label, _, ke in parts)
    return Langkah(no, kegiatan, (Pelaksana("Staf"),), bentuk, lanjut=lanjut)


def paraf(*steps: str, ways_back: dict[str, str] | None = None) -> Adoption:
    """An adoption in which ``steps`` put their paraf on what they examine."""
    return Adoption(ways_back=ways_back or {}, marks=dict.fromkeys(steps, "paraf"))


def sop(*rows: Langkah) -> SOP:
    return SOP("Penyusunan laporan", rows, ("Staf",))


def test_the_seed_runs_as_its_owner_adopts_it() -> None:
    seed, _ = read_sop_text(SEED.read_text(encoding="utf-8"))
    assert seed is not None
    adoption = Adoption(
        ways_back={way.from_no: way.to_no for way in propose_ways_back(seed)},
        works={"7": "periksa"},
        marks={"7": "paraf", "8": "paraf", "9": "tanda_tangan"},
    )
    made = definition_of(seed, "sha", adoption)
    assert [step.no for step in made.steps] == list("123456789")
    assert [step.checks for step in made.steps] == [""] * 6 + ["6"] * 3
    assert [step.signs for step in made.steps] == [False] * 8 + [True]
    assert [way.ke for step in made.steps for way in step.exits] == list("23456789")
    assert [step.waktu_menit for step in made.steps] == [10, 30, 120, 450, 450, 900, 120, 120, 120]
    assert made.steps[0].kelengkapan == ("Agenda rapat penyusunan LAKIP",)
    assert made.steps[6].work == "periksa"


def test_rows_follow_one_another_where_no_way_is_drawn() -> None:
    made = definition_of(
        sop(row("1", "Menyusun draft"), row("2", "Mengetik"), row("3", "Menyimpan")), "", Adoption()
    )
    assert [[way.ke for way in step.exits] for step in made.steps] == [["2"], ["3"], []]


def test_an_ending_capsule_ends_wherever_it_stands() -> None:
    rows = (
        row("1", "Menyusun draft"), row("2", "Menyimpan", bentuk=Bentuk.SELESAI), row("3", "Lain"),
    )  # fmt: skip
    assert definition_of(sop(*rows), "", Adoption()).steps[1].exits == ()


def test_the_drawn_no_of_a_check_becomes_its_way_back_and_keeps_its_label() -> None:
    check_row = row("2", "Memeriksa draft", "Ya:3", "Tidak:1")
    rows = (row("1", "Menyusun draft"), check_row, row("3", "Lain"))
    check = definition_of(sop(*rows), "", paraf("2")).steps[1]
    assert (check.checks, check.return_to) == ("1", ("1",))
    assert check.exits == (Lanjut("3", "Ya"),)
    assert check.returns == (Lanjut("1", "Tidak"),)


def test_a_check_of_which_only_the_no_is_drawn_goes_on_to_the_next_row() -> None:
    rows = (row("1", "Menyusun draft"), row("2", "Memeriksa draft", "Tidak:1"), row("3", "Lain"))
    assert definition_of(sop(*rows), "", paraf("2")).steps[1].exits == (Lanjut("3"),)


def test_a_step_that_marks_nothing_keeps_its_ways_back_as_exits() -> None:
    check_row = row("2", "Memeriksa kelengkapan berkas", "Ya:3", "Tidak:1")
    rows = (row("1", "Menyerahkan berkas"), check_row, row("3", "Lain"))
    check = definition_of(sop(*rows), "", Adoption()).steps[1]
    assert (check.checks, check.returns) == ("", ())
    assert check.exits == (Lanjut("3", "Ya"), Lanjut("1", "Tidak"))


def test_a_confirmed_way_back_is_open_to_a_step_that_marks_nothing() -> None:
    rows = (row("1", "Menyerahkan berkas"), row("2", "Memeriksa berkas"), row("3", "Lain"))
    check = definition_of(sop(*rows), "", Adoption(ways_back={"2": "1"})).steps[1]
    assert (check.checks, check.returns, check.exits) == ("", (Lanjut("1"),), (Lanjut("3"),))


def test_the_confirmed_way_back_goes_before_the_drawn_one() -> None:
    rows = (
        row("1", "Menyusun draft"), row("2", "Menyempurnakan draft"),
        row("3", "Memeriksa draft", "Ya:4", "Tidak:1"), row("4", "Lain"),
    )  # fmt: skip
    check = definition_of(sop(*rows), "", paraf("3", ways_back={"3": "2"})).steps[2]
    assert (check.checks, check.return_to) == ("2", ("2", "1"))


def test_a_decision_that_checks_nothing_keeps_its_ways() -> None:
    rows = (row("1", "Mengumpulkan data"), row("2", "Data lengkap?", "Ya:3", "Tidak:1"))
    rows = (*rows, row("3", "Lain"))
    step = definition_of(sop(*rows), "", Adoption()).steps[1]
    assert (step.checks, step.return_to) == ("", ())
    assert len(step.exits) == 2


def test_a_checker_who_returns_to_a_checker_examines_the_same_document() -> None:
    rows = (
        row("1", "Menyusun draft"), row("2", "Memeriksa draft"), row("3", "Memeriksa draft"),
    )  # fmt: skip
    made = definition_of(sop(*rows), "", paraf("2", "3", ways_back={"2": "1", "3": "2"}))
    assert made.steps[2].checks == "1"
    assert made.steps[2].return_to == ("2",)


def test_a_check_with_nothing_before_it_is_an_ordinary_step() -> None:
    made = definition_of(sop(row("1", "Memeriksa draft"), row("2", "Lain")), "", paraf("1"))
    assert not made.steps[0].is_checking


def test_a_check_without_a_way_back_examines_what_an_earlier_step_left() -> None:
    draft = replace(row("1", "Menyusun draft"), output=("Draft",))
    rows = (draft, row("2", "Mengarsipkan"), row("3", "Memeriksa draft", "4"), row("4", "Lain"))
    check = definition_of(sop(*rows), "", paraf("3")).steps[2]
    assert (check.checks, check.returns) == ("1", ())


@pytest.mark.parametrize(
    ("rows", "adoption", "said"),
    [
        ((row("1", "Menyusun", "7"),), Adoption(), "menunjuk langkah 7"),
        ((row("1", "Memeriksa"),), Adoption(ways_back={"1": "0"}), "menunjuk langkah 0"),
        ((row("1", "Memeriksa"),), Adoption(ways_back={"5": "1"}), "Langkah 5 tidak ada"),
        ((row("1", "Memeriksa"),), Adoption(works={"5": "umum"}), "Langkah 5 tidak ada"),
        (
            (row("1", "Menyusun", "3"), row("2", "Mengetik", "4"), row("3", "Memeriksa"),
             row("4", "Lain")),
            Adoption(ways_back={"3": "2"}),
            "tidak sampai lagi ke langkah 3",
        ),
        (
            (row("1", "Memeriksa"), row("2", "Menyusun")),
            Adoption(ways_back={"1": "2"}),
            "tidak sampai lagi ke langkah 1",
        ),
    ],
    ids=["way to nowhere", "back to nowhere", "back from nowhere", "work of nothing",
         "another branch", "not earlier"],
)  # fmt: skip
def test_ways_that_cannot_be_run_are_found_when_the_sop_is_adopted(
    rows: tuple[Langkah, ...], adoption: Adoption, said: str
) -> None:
    (problem,) = adoption_problems(sop(*rows), adoption)
    assert said in problem.pesan
    assert problem.letak.langkah
    with pytest.raises(ValueError, match="ngkah"):
        definition_of(sop(*rows), "", adoption)


def test_an_adoption_is_stored_as_json() -> None:
    adoption = Adoption({"7": "6"}, {"7": "periksa"}, {"7": "paraf"}, "lakip")
    assert Adoption.from_dict(adoption.to_dict()) == adoption
    assert Adoption.from_dict({}) == Adoption()


@pytest.mark.parametrize("wrong", [{"baru": {}}, {"works": []}, {"works": {"1": 2}}, {"report": 1}])
def test_an_adoption_with_anything_else_in_it_is_not_read(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"adoption|object|word"):
        Adoption.from_dict(wrong)


def test_times_and_papers_come_from_the_form() -> None:
    full = replace(
        row("1", "Menyusun draft"), kelengkapan=("Data",), output=("Draft",),
        waktu=Waktu("1 hari", 450), pelaksana=(Pelaksana("Tim"), Pelaksana("Staf")),
    )  # fmt: skip
    (step,) = definition_of(sop(full), "sha", Adoption()).steps
    assert (step.kelengkapan, step.output, step.waktu_menit) == (("Data",), ("Draft",), 450)
    assert step.actors == ("Tim", "Staf")
    assert step.work == "umum"
