"""The order in which files of tests begin: it costs nobody his database and loses no test."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.longest import SECONDS, longest_first

ROOT = Path(__file__).resolve().parents[2]
LONG, SHORT = "tests/running/test_set_up.py", "tests/office/test_state_machine.py"


def item(file: str, name: str, *fixtures: str, **marked: bool) -> Any:
    mark = SimpleNamespace(kwargs=marked) if marked else None
    return SimpleNamespace(
        nodeid=f"{file}::{name}", fixturenames=fixtures, get_closest_marker=lambda _: mark
    )


def ordered(*items: Any) -> list[str]:
    given = list(items)
    longest_first(given)
    assert sorted(map(id, given)) == sorted(map(id, items))
    return [one.nodeid for one in given]


def test_every_file_that_is_named_is_there() -> None:
    assert [name for name in SECONDS if not (ROOT / name).exists()] == []


def test_the_longest_begins_and_the_rest_stay_as_they_were() -> None:
    found = ordered(item("a.py", "1"), item(SHORT, "1"), item("b.py", "1"), item(LONG, "1"))
    assert [one.partition("::")[0] for one in found] == [LONG, SHORT, "a.py", "b.py"]


def test_a_file_stays_together_in_its_own_order() -> None:
    found = ordered(item(SHORT, "b"), item(LONG, "b"), item(SHORT, "a"), item(LONG, "a"))
    assert found == [f"{LONG}::b", f"{LONG}::a", f"{SHORT}::b", f"{SHORT}::a"]


def test_a_folder_that_shares_its_offices_is_not_interrupted() -> None:
    inside = ("tests/security/test_every_address.py", "tests/security/test_nul.py")
    found = ordered(item(inside[1], "1"), item(LONG, "1"), item(inside[0], "1"))
    assert [one.partition("::")[0] for one in found] == [*inside, LONG]


def test_a_file_that_empties_the_database_comes_after_those_that_use_it() -> None:
    for emptying in (item(LONG, "1", "shared_db"), item(LONG, "1", transaction=True)):
        found = ordered(emptying, item(LONG, "2", "db"), item("a.py", "1", "db"))
        assert found == ["a.py::1", f"{LONG}::1", f"{LONG}::2"]
