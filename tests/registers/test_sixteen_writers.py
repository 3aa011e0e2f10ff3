"""Sixteen people write into the agenda book at once: no line is missing, none is given twice."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import transaction

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import StepRef, load
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.people.models import Office, Person
from runut.office.sops.models import SopVersion
from runut.office.verification.verify import verify_all
from runut.office.works.penugasan.order import Order
from runut.office.works.rapat import actions
from runut.office.works.rapat.actions.writing import Written
from runut.office.works.rapat.books import AGENDA, next_line
from runut.office.works.rapat.facts import MeetingFacts
from runut.office.works.rapat.models import Meeting
from runut.office.works.rapat.occasions import meeting_of
from tests.kantor import MONDAY, adopted, kantor, kasus
from tests.meetings.rapat import FACTS
from tests.office.at_once import at_once
from tests.works.running import try_start
from tests.works.sops import sop_text

WRITERS = 16
ROLES = {"Tim": ["budi"], "Staf": ["dewi"]}
SHORT = sop_text(
    "MEMBAHAS RENCANA",
    ("Tim", "Staf"),
    ("Membahas rencana dalam rapat tim", "Tim", "Rencana", "Notulensi"),
    ("Menyimpan notulensi", "Staf", "Notulensi", "Arsip"),
)


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY)


@pytest.mark.usefixtures("shared_db")
def test_sixteen_meetings_called_at_once_get_sixteen_lines_without_gap() -> None:
    example = kantor()
    rina, dewi = example.people["rina"], example.people["dewi"]
    cases = [kasus(example) for _ in range(WRITERS)]

    def call(case: Case) -> Done | Refused:
        step = load(case.pk, case.office_id).definition.step("1")
        assert step is not None
        order = Order(dewi.ref, ("Siapkan undangan.",), lisan_pada=MONDAY)
        ref = StepRef(case.pk, "1", 1)
        return actions.assign(ref, Doer(rina, MONDAY), FACTS, order, kelengkapan=step.kelengkapan)

    answers = at_once([partial(call, case) for case in cases])

    assert all(isinstance(one, Done) for one in answers), answers
    numbers = Meeting.objects.values_list("agenda_tahun", "agenda_no")
    assert sorted(numbers) == [(2026, n) for n in range(1, WRITERS + 1)]
    assert verify_all() == ()


@pytest.mark.usefixtures("shared_db")
def test_sixteen_meetings_closed_at_once_get_sixteen_lines_of_the_register() -> None:
    example = kantor()
    version = adopted(SHORT, example.people["rina"])
    cases = [_started(example, version) for _ in range(WRITERS)]
    budi = example.people["budi"]
    for case in cases:
        _held(case, budi)

    def close(case: Case) -> Done | Refused:
        ref, at = StepRef(case.pk, "1", 1), MONDAY + timedelta(hours=2)
        step = load(case.pk, case.office_id).definition.step("1")
        assert step is not None
        return actions.complete_minutes(
            ref,
            Doer(budi, at),
            dibuka=MONDAY,
            ditutup=at,
            penutup="",
            kelengkapan=step.kelengkapan,
        )

    answers = at_once([partial(close, case) for case in cases])

    assert all(isinstance(one, Done) for one in answers), answers
    numbers = Meeting.objects.values_list("notula_tahun", "notula_no")
    assert sorted(numbers) == [(2026, n) for n in range(1, WRITERS + 1)]
    assert len(set(Meeting.objects.values_list("notula_nomor", flat=True))) == WRITERS


@pytest.mark.usefixtures("shared_db")
def test_an_act_that_is_undone_leaves_no_gap() -> None:
    office = Office.objects.create(nama="Kantor", kode="K")

    def write(number: int) -> tuple[int, int]:
        with transaction.atomic():
            line = next_line(office, AGENDA, MONDAY)
            if number % 2:
                transaction.set_rollback(True)
            return line

    at_once([partial(write, number) for number in range(WRITERS)])

    with transaction.atomic():
        assert next_line(office, AGENDA, MONDAY) == (2026, WRITERS // 2 + 1)


@pytest.mark.django_db
def test_each_year_and_each_office_has_its_own_book() -> None:
    one, other = (Office.objects.create(nama=name, kode=name) for name in "AB")
    new_year = MONDAY.replace(year=2027, month=1, day=1, hour=0, minute=30)
    assert [next_line(one, AGENDA, MONDAY) for _ in range(2)] == [(2026, 1), (2026, 2)]
    assert next_line(other, AGENDA, MONDAY) == (2026, 1)
    assert next_line(one, AGENDA, new_year) == (2027, 1)
    assert next_line(one, "notula", MONDAY) == (2026, 1)


def _started(example: ExampleOffice, version: SopVersion) -> Case:
    row = try_start(example, version, ROLES)
    assert isinstance(row, Case), row
    return row


def _held(case: Case, budi: Person) -> None:
    ref = StepRef(case.pk, "1", 1)
    facts = MeetingFacts("Rapat", "rencana", "Ruang", MONDAY, MONDAY + timedelta(hours=2))
    doer = Doer(budi, MONDAY + timedelta(hours=1))
    assert isinstance(actions.save_facts(ref, doer, facts, versi=0), Done)
    meeting = meeting_of(load(case.pk, case.office_id), "1")
    assert meeting is not None
    here = tuple(meeting.invitees.values_list("pk", flat=True)[:1])
    written = Written(pembahasan="Dibahas.", versi=meeting.version, hadir=here)
    assert isinstance(actions.write_minutes(ref, doer, written), Done)
