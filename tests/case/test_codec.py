"""Events and states as JSON: nothing is lost, and nothing foreign gets in."""

import json
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.core.case import codec
from runut.core.case.codec import (
    event_from_dict,
    event_to_dict,
    state_from_dict,
    state_to_dict,
)
from runut.core.case.events import CasePaused, Event, RoleDelegated, StepCompleted, StepStarted
from runut.core.case.model import CaseState, Delegation, PaperAct
from tests.case.definitions import LAKIP
from tests.case.driving import START, Driven
from tests.people import DEWI, RINA

offsets = st.integers(-12 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
st.register_type_strategy(datetime, st.datetimes(timezones=offsets))
events = st.sampled_from(list(codec._TAGS.values())).flatmap(st.from_type)

PAUSED = CasePaused(by=RINA, at=START, reason="Menunggu data BPS.")


@given(events)
def test_any_event_comes_back_as_it_was(event: Event) -> None:
    written = json.dumps(event_to_dict(event))
    assert event_from_dict(json.loads(written)) == event


@given(st.from_type(CaseState))
def test_any_state_comes_back_as_it_was(state: CaseState) -> None:
    written = json.dumps(state_to_dict(state))
    assert state_from_dict(json.loads(written)) == state


def test_every_kind_of_event_has_a_tag_of_its_own() -> None:
    kinds = set(Event.__subclasses__())
    assert set(codec._TAGS.values()) == kinds
    assert len(codec._TAGS) == len(kinds)


def test_an_event_reads_like_a_sentence_in_the_store() -> None:
    assert event_to_dict(PAUSED) == {
        "jenis": "ditunda",
        "by": RINA,
        "at": "2026-01-12T08:00:00+07:00",
        "on_behalf_of": "",
        "reason": "Menunggu data BPS.",
    }


def test_an_event_written_before_a_field_was_added_is_read_with_its_default() -> None:
    case = Driven(LAKIP)
    case.run("1 rina")
    written = event_to_dict(case.events[-1])
    younger = [f.name for f in fields(StepCompleted) if f.default is not MISSING]
    old = {name: value for name, value in written.items() if name not in younger}
    assert event_from_dict(old) == case.events[-1]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"jenis": "dihapus"}, "unknown kind"),
        ({"jenis": None}, "unknown kind"),
        ({"catatan": "x"}, "no field catatan"),
        ({"reason": None}, "not of kind str"),
        ({"reason": 3}, "not of kind str"),
        ({"at": "2026-01-12T08:00:00"}, "no offset"),
        ({"at": 1768179600}, "not a time"),
        ({"at": "kemarin"}, "Invalid isoformat"),
    ],
)
def test_what_is_not_an_event_is_not_read(changed: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        event_from_dict({**event_to_dict(PAUSED), **changed})


def test_a_missing_field_is_named() -> None:
    written = event_to_dict(PAUSED)
    del written["reason"]
    with pytest.raises(ValueError, match="lacks reason"):
        event_from_dict(written)


def test_a_number_is_no_truth_and_a_truth_no_number() -> None:
    started = event_to_dict(StepStarted(by=DEWI, at=START, no="1", round=1))
    with pytest.raises(ValueError, match="not of kind int"):
        event_from_dict({**started, "round": True})


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("status", "dihapus"),
        ("roles", []),
        ("roles", {"Staf": "dewi"}),
        ("roles", {1: []}),
        ("steps", {"1": None}),
        ("marks", {}),
        ("delegations", [{"first": 20260112}]),
    ],
)
def test_a_spoiled_snapshot_is_not_read(field: str, wrong: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        state_from_dict({**state_to_dict(CaseState()), field: wrong})


def test_a_date_must_be_text() -> None:
    given_ = Delegation("Staf", DEWI, RINA, "Plh", date(2026, 1, 1), date(2026, 1, 2), "800/1")
    written = event_to_dict(RoleDelegated(by=RINA, at=START, delegation=given_))
    delegation = written["delegation"]
    assert isinstance(delegation, dict)
    with pytest.raises(ValueError, match="not a date"):
        event_from_dict({**written, "delegation": {**delegation, "last": 3}})


def test_a_time_without_offset_is_not_written() -> None:
    naive = PaperAct(RINA, datetime(2026, 1, 12), "x").when  # noqa: DTZ001 - the mistake under test
    with pytest.raises(ValueError, match="no offset"):
        event_to_dict(CasePaused(by=RINA, at=naive, reason="x"))


def test_the_offset_is_kept_and_not_only_the_instant() -> None:
    written = event_to_dict(CasePaused(by=RINA, at=START.astimezone(UTC), reason="x"))
    read = event_from_dict(written)
    assert read.at.utcoffset() == timedelta()
    back = event_from_dict(event_to_dict(PAUSED))
    assert back.at.utcoffset() == timedelta(hours=7)
