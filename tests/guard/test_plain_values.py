"""Our facts survive the way between two processes; nothing else gets through."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import PurePath

import pytest

from runut.core.findings import Finding, Level, Place
from runut.files.guard.plain_values import from_text, to_text

VALUES = [
    None,
    True,
    7,
    2**70,
    -0.1,
    "baik – “sekali” \u2028",
    b"\x00\xff",
    Decimal("91.670"),
    date(2026, 1, 5),
    datetime(2026, 1, 5, 2, 30, tzinfo=UTC),
    time(7, 30),
    (),
    (1, (2, [3, {"a": (4,)}])),
    {1: "satu", date(2026, 1, 1): None, ("a", 1): 2},
    {3, 1},
    frozenset({Level.INFO}),
    ["enum", "x", "y"],
    Level.BLOCKER,
    Finding("k", Level.WARNING, "pesan", letak=Place(baris=3, sel="A!B2")),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_fact_arrives_as_it_was_sent(value: object) -> None:
    arrived = from_text(to_text(value))
    assert arrived == value
    assert type(arrived) is type(value)


@dataclass(frozen=True)
class Stranger:
    path: str


@pytest.mark.parametrize("value", [object(), Stranger, len, 1j, PurePath("a"), [{1: object()}]])
def test_what_is_not_ours_is_not_sent(value: object) -> None:
    with pytest.raises(ValueError):
        to_text(value)


@pytest.mark.parametrize(
    "packed",
    [
        ["fact", "tests.guard.test_plain_values:Stranger", {"path": "x"}],
        ["fact", "subprocess:Popen", {"args": ["true"]}],
        ["fact", "runut.files.guard.parent:subprocess", {}],
        ["fact", "runut.files.guard.parent:read_guarded", {}],
        ["fact", "runut.files.signing.sign:SigFieldSpec", {"sig_field_name": "x"}],
        ["fact", "runut.files.guard.parent:Mapping", {}],
        ["fact", "runut.core.findings:Level", {}],
        ["fact", "runut.core.findings:Tidak", {}],
        ["fact", "runut.core.tidak_ada:Level", {}],
        ["fact", "runut.office.people.models:Person", {}],
        ["fact", "runut.core.findings:Finding", {"kode": "x"}],
        ["fact", "runut.core.findings:Finding", {"kode": "x", "lain": 1}],
        ["enum", "runut.core.findings:Level", "TIDAK_ADA"],
        ["enum", "os:name", "x"],
        ["decimal", "sembilan"],
        ["date", "kemarin"],
        ["bytes", "é"],
        ["set", [["list", []]]],
        ["tuple"],
        ["eval", "1+1"],
        [],
        {"a": 1},
        ["tuple", [{"a": 1}]],
        ["dict", [[["list", []], 1]]],
    ],
    ids=str,
)
def test_a_forged_answer_makes_nothing(packed: object) -> None:
    with pytest.raises(ValueError):
        from_text(json.dumps(packed))


@pytest.mark.parametrize("text", ["", "bukan JSON", '["tuple",[' * 100_000])
def test_what_is_no_json_makes_nothing(text: str) -> None:
    with pytest.raises(ValueError):
        from_text(text)
