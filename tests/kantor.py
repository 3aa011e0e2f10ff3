"""The example office as tests use it: real people, the real seed SOP, a running case."""

from datetime import datetime
from zoneinfo import ZoneInfo

from runut.office.cases.models import Case
from runut.office.example_office import ExampleOffice, make_example_office, start_example_case

WIB = ZoneInfo("Asia/Pontianak")
MONDAY = datetime(2026, 1, 12, 8, 0, tzinfo=WIB)
"""A working Monday after the year that is reported on."""


def kantor(*, figures: bool = False) -> ExampleOffice:
    """The example office on MONDAY. Figures take a moment to read: ask for them where needed."""
    return make_example_office(MONDAY, figures=figures)


def kasus(example: ExampleOffice) -> Case:
    """ "LAKIP 2025", just started by the person who may start it; step 1 is open."""
    return start_example_case(example, 2025, MONDAY)
