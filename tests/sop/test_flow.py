"""The steps as a graph: every step is reached, every case can end."""

from runut.core.findings import Finding
from runut.core.sop.checks.soundness import CHECKS_SOUNDNESS
from runut.core.sop.flow import back_edges, exits
from runut.core.sop.model import SOP
from tests.sop.test_read_and_print import SEED, read, table


def check_soundness(sop: SOP) -> tuple[Finding, ...]:
    return tuple(found for check in CHECKS_SOUNDNESS for found in check(sop))


def codes(*rows: str) -> list[tuple[str, str | None]]:
    return [(f.kode, f.letak.langkah) for f in check_soundness(table(*rows))]


def test_the_seed_runs_top_to_bottom_and_ends() -> None:
    sop = read(SEED)
    assert check_soundness(sop) == () and back_edges(sop) == ()
    assert [way.ke for way in exits(sop)["1"]] == ["2"] and exits(sop)["9"] == ()


def test_a_decision_with_a_way_back_is_sound() -> None:
    sop = table("1\tMenyusun\t(mulai)", "2\tMemeriksa\t\t<Ya→3; Tidak→1>", "3\tMengirim\t(selesai)")
    assert check_soundness(sop) == ()
    assert back_edges(sop) == (("2", "1"),)


def test_a_step_that_nothing_leads_to() -> None:
    assert codes("1\tMenyusun\t[→3]", "2\tMengetik\t√", "3\tMengirim\t√") == [
        ("aliran.tidak-terjangkau", "2")
    ]


def test_a_dead_end_before_the_end() -> None:
    assert codes("1\tMenyusun\t[→2; →3]", "2\tMengetik\t[→]", "3\tMengirim\t√") == [
        ("aliran.buntu", "2")
    ]


def test_a_circle_without_a_way_out() -> None:
    found = codes("1\tMenyusun\t√", "2\tMengetik\t[→1]", "3\tMengirim\t√")
    assert ("aliran.tak-berujung", "1") in found and ("aliran.tak-berujung", "2") not in found


def test_a_decision_needs_two_labelled_exits() -> None:
    for symbol in ("< >", "<Ya→2>", "<→2; →1>", "<Ya→2; Ya→1>"):
        assert codes(f"1\tMemeriksa\t{symbol}", "2\tMengirim\t√") == [
            ("aliran.keputusan-kurang-cabang", "1")
        ], symbol


def test_an_exit_to_a_step_that_is_not_there() -> None:
    assert codes("1\tMenyusun\t[→2; →7]", "2\tMengirim\t√") == [("aliran.tujuan-tidak-ada", "1")]


def test_a_closing_capsule_that_goes_on() -> None:
    assert codes("1\tMenyusun\t√", "2\tMengirim\t(selesai →1)") == [
        ("aliran.selesai-berlanjut", "2")
    ]


def test_a_split_that_joins_again_is_sound() -> None:
    rows = ("1\tMenugaskan\t[→2; →3]", "2\tMenyusun\t\t[→4]", "3\tMendata\t√", "4\tMengirim\t√")
    assert codes(*rows) == []
