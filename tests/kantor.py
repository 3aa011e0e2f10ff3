"""The example office as tests use it: real people, the real seed SOP, a running case."""

from datetime import datetime
from zoneinfo import ZoneInfo

from runut.core.sop.text.parse import read_sop_text
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice, make_example_office, start_example_case
from runut.office.people.models import Person
from runut.office.sops.actions import Confirmation, adopt, take_in
from runut.office.sops.models import SopVersion
from runut.office.works.adopting.forms import proposed_confirmation

WIB = ZoneInfo("Asia/Pontianak")
MONDAY = datetime(2026, 1, 12, 8, 0, tzinfo=WIB)
"""A working Monday after the year that is reported on."""


def kantor(*, figures: bool = False) -> ExampleOffice:
    """The example office on MONDAY. Figures take a moment to read: ask for them where needed."""
    return make_example_office(MONDAY, figures=figures)


def kasus(example: ExampleOffice) -> Case:
    """ "LAKIP 2025", just started by the person who may start it; step 1 is open."""
    return start_example_case(example, 2025, MONDAY)


def confirm_proposals(teks: str) -> Confirmation:
    """What an owner confirms who takes every proposal for this SOP as it comes."""
    sop, problems = read_sop_text(teks)
    assert sop is not None, problems
    return proposed_confirmation(sop)


def adopted(teks: str, owner: Person, confirmation: Confirmation | None = None) -> SopVersion:
    """An SOP taken in and adopted by its owner; as proposed unless ``confirmation`` says more."""
    taken = take_in(teks, "uji.txt", owner, MONDAY)
    assert isinstance(taken, SopVersion), taken
    version = adopt(taken, confirmation or confirm_proposals(teks), owner, MONDAY)
    assert isinstance(version, SopVersion), version
    return version
