"""The example walks on whatever day, and at whatever hour, somebody starts it."""

from datetime import timedelta

import pytest

from runut.office.example.office import start_example_case
from runut.office.example.walk import walk
from tests.kantor import MONDAY, kantor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hour", [1, 10, 23])
@pytest.mark.parametrize("day", range(7))
def test_the_meeting_of_a_case_lies_ahead_whenever_it_began(day: int, hour: int) -> None:
    start = MONDAY + timedelta(days=day, hours=hour - MONDAY.hour)
    example = kantor()
    case = start_example_case(example, 2025, start)
    going = walk(example, case, start, lambda line: None, before="undangan")
    assert going.open_case().state.open_steps == ("2",)
