"""What is due on a morning, and whom it concerns: limits of steps and of whole cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.urls import reverse

from runut.core.calendar.marks import Mark, mark_of
from runut.core.calendar.working_time import Calendar, last_working_day_on_or_before
from runut.core.case.explain import people_who_may
from runut.core.case.model import CaseState, CaseStatus, Definition
from runut.core.words.dates import format_date
from runut.office.calendar.deadlines import moment_words
from runut.office.cases.acting import definition_for, sop_of, state_of
from runut.office.cases.models import Case, Task
from runut.office.people.calendars import calendar_of
from runut.office.people.models import Office, Person, names_by_ref

OWN, CASE, OTHERS = "tugas", "kasus", "bawahan"


@dataclass(frozen=True)
class Line:
    """A line of a digest. ``subject`` and ``mark`` say what is told with it, once; ``about`` what
    kind of line it is; ``peringatan`` what the SOP itself warns of, in its own words."""

    subject: str
    mark: str
    about: str
    case_id: int
    no: str
    round: int
    is_late: bool
    words: str
    url: str
    peringatan: tuple[str, ...]


def due_lines(office: Office, today: date) -> dict[int, list[Line]]:
    """Every line that somebody has to be told by ``today``, by the key of the person.

    Whether he was told already is the caller's to know.
    """
    looking = _Looking(office, today)
    found: dict[int, list[Line]] = {}
    for row, tasks in _running(office):
        for person_id, line in looking.lines(row, tasks):
            if person_id in looking.active:
                found.setdefault(person_id, []).append(line)
    for lines in found.values():
        lines.sort(key=lambda line: (not line.is_late, line.about != OWN, line.subject))
    return found


def superiors(definition: Definition, state: CaseState, no: str, starter: int) -> list[int]:
    """Who is told when a step stays late: who checks the work next, else who started the case.

    Never a holder of the late step himself.
    """
    step = definition.step(no)
    own = {ref for actor in (step.actors if step else ()) for ref in state.roles.get(actor, ())}
    for later in definition.steps[definition.position(no) + 1 :]:
        if later.is_checking and later.actors:
            people = [ref for ref in state.roles.get(later.actors[0], ()) if ref not in own]
            if people:
                return [int(ref) for ref in people]
    return [starter] if str(starter) not in own else []


def _running(office: Office) -> Iterator[tuple[Case, list[Task]]]:
    rows = (
        Case.objects.filter(office_id=office.pk, status=CaseStatus.BERJALAN)
        .select_related("sop_version")
        .prefetch_related("tasks")
        .order_by("pk")
    )
    for row in rows:
        row.office = office
        yield row, sorted(row.tasks.all(), key=lambda task: task.pk)


class _Looking:
    """A look at the cases of one office on one morning: what is read once for all of them."""

    def __init__(self, office: Office, today: date) -> None:
        self.office, self.today = office, today
        self.at = datetime.combine(today, time(12), office.zone)
        self.calendar: Calendar = calendar_of(office)
        people = list(Person.objects.filter(office_id=office.pk, is_active=True))
        self.active = {person.pk for person in people}
        self.names = names_by_ref(people)

    def lines(self, row: Case, tasks: list[Task]) -> Iterator[tuple[int, Line]]:
        state = state_of(row)
        definition = definition_for(row.sop_version, state.works)
        holders: dict[int, None] = {}
        for task in tasks:
            # with whom it lies this morning: a substitute's work is told to him
            held = [int(ref) for ref in people_who_may(definition, state, task.no, self.at)]
            holders |= dict.fromkeys(held)
            yield from self._of_task(
                row, task, held, superiors(definition, state, task.no, row.mulai_oleh_id)
            )
        yield from self._of_case(row, tasks, [*holders, row.mulai_oleh_id])

    def _of_task(
        self, row: Case, task: Task, held: list[int], above: list[int]
    ) -> Iterator[tuple[int, Line]]:
        if task.batas is None:
            return
        limit, opened = self._day(task.batas), self._day(task.dibuka_pada)
        mark = mark_of(self.calendar, opened, limit, self.today)
        if mark is None:
            return
        when = moment_words(self.office, task.batas)
        own = f"Langkah {task.no}, {row.judul}: {mark.words} (batas {when})."
        for person_id in held:
            yield person_id, self._line(row, task, mark, limit, about=OWN, words=own)
        if mark.is_for_superior:
            who = ", ".join(self.names.get(str(one), "") for one in held) or "tidak ada pemegang"
            told = f"Langkah {task.no}, {row.judul}, pada {who}: {mark.words} (batas {when})."
            for person_id in above:
                if person_id not in held:
                    yield person_id, self._line(row, task, mark, limit, about=OTHERS, words=told)

    def _of_case(
        self, row: Case, tasks: list[Task], people: list[int]
    ) -> Iterator[tuple[int, Line]]:
        if row.batas is None:
            return
        limit = last_working_day_on_or_before(self.calendar, row.batas)
        mark = mark_of(self.calendar, self._day(row.mulai_pada), limit, self.today)
        if mark is None:
            return
        now_at = ", ".join(f"langkah {task.no}" for task in tasks)
        words = f"{row.judul}: {mark.words} sampai batas penyampaian {format_date(limit)}"
        if mark.is_late:
            words = f"{row.judul}: {mark.words} dari batas penyampaian {format_date(limit)}"
        words += f"; sekarang {now_at}." if now_at else "."
        for person_id in dict.fromkeys(people):
            yield person_id, self._line(row, None, mark, limit, about=CASE, words=words)

    def _line(
        self, row: Case, task: Task | None, mark: Mark, limit: date, *, about: str, words: str
    ) -> Line:
        place = f"{task.no}:{task.round}" if task else "batas"
        is_own = about == OWN and task is not None
        return Line(
            subject=f"{about}:{row.pk}:{place}@{limit.isoformat()}",
            mark=mark.name,
            about=about,
            case_id=row.pk,
            no=task.no if task else "",
            round=task.round if task else 0,
            is_late=mark.is_late,
            words=words,
            url=reverse("langkah", args=[row.pk, task.no])
            if is_own and task
            else reverse("kasus", args=[row.pk]),
            peringatan=sop_of(row.sop_version).peringatan,
        )

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self.office.zone).date()
