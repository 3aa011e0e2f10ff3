"""An SOP adopted as it is proposed and walked to its end, by its actors, through its pages."""

from dataclasses import dataclass, field

from django.db import transaction
from django.test import Client

from runut.core.case.model import CaseStatus, Step
from runut.core.sop.model import SOP
from runut.core.sop.reading.asal import Reading
from runut.core.sop.text.parse import read_sop_text
from runut.files.read.kinds import kind_of
from runut.files.read.sop_here import read_here
from runut.office import clock
from runut.office.cases.acting import OpenCase, definition_for, load
from runut.office.cases.models import Case, Task
from runut.office.example.office import PASSWORD, ExampleOffice
from runut.office.founding.setup import add_person
from runut.office.kinerja.models import Dataset
from runut.office.people.models import Appointment, Person, Right
from runut.office.sops.actions.proposing import Source, propose
from runut.office.sops.models import SopVersion
from runut.office.trust.test_certificates import make_test_certificates
from runut.office.works.register import kind_named
from tests.walks.stranger import Lost, Page, Stranger

MOST_CASES = 6
MOST_STEPS = 120
MOST_CLICKS = 12
"""On one step: facts, letter, delivery, end; minutes and closing; a page more for each error."""


@dataclass
class Walked:
    """What came of it: a row of the table in the documentation."""

    name: str
    steps: int = 0
    kinds: dict[str, str] = field(default_factory=dict)
    exits: set[tuple[str, str]] = field(default_factory=set)
    taken: set[tuple[str, str]] = field(default_factory=set)
    cases: int = 0
    clicks: int = 0
    report: str = ""


class Walker:
    """Walks one SOP after another in one office."""

    def __init__(self, example: ExampleOffice) -> None:
        self.example = example
        self.manager = next(
            p for p in example.people.values() if p.grants.filter(right=Right.SOP).exists()
        )
        self.strangers: dict[int, Stranger] = {}
        # an SOP gives its roles to anybody: who loaded the figures must hold none of its checks
        holders = Appointment.objects.exclude(peran="").values("person")
        outsider = Person.objects.filter(office=example.office).exclude(pk__in=holders).first()
        Dataset.objects.update(dimuat_oleh=outsider)

    def walk(self, data: bytes, name: str, *, files: bool = True) -> Walked:
        """Take a file in, adopt it, walk it until every exit was taken once."""
        version = self._adopt(data, name)
        walked = Walked(name)
        while walked.cases < MOST_CASES:
            before = len(walked.taken)
            self._run(version, walked, files=files)
            walked.cases += 1
            if walked.taken >= walked.exits or len(walked.taken) == before:
                break
        return walked

    def started(self, data: bytes, name: str) -> int:
        """The number of a case of the SOP in a file, adopted as its form stands and begun with two
        people for every actor."""
        self._of(self.manager).ticks_more = False
        version = self._adopt(data, name)
        definition = definition_for(version)
        self._people_for(list(dict.fromkeys(a for s in definition.steps for a in s.actors)), [])
        manager = self._of(self.manager)
        manager.ticks_more = True
        manager.press(manager.go(f"/pelaksanaan/mulai/{version.pk}/"))
        return Case.objects.get(sop_version=version).pk

    def holder(self, actor: str) -> Stranger:
        """Somebody who holds the role."""
        post = Appointment.objects.filter(office=self.example.office, peran=actor).order_by("pk")
        return self._of(post[0].person)

    def _of(self, person: Person) -> Stranger:
        if person.pk not in self.strangers:
            client = Client()
            client.force_login(person)
            self.strangers[person.pk] = Stranger(client)
        return self.strangers[person.pk]

    def _adopt(self, data: bytes, name: str) -> SopVersion:
        sop = read_in_this_process(data, name)
        with transaction.atomic():
            version = propose(sop, Source("0" * 64, name), self.manager, clock.now())
        manager = self._of(self.manager)
        page = manager.go(f"/sop/{version.pk}/adopsi/")
        page = manager.press(page)
        version.refresh_from_db()
        if version.status != SopVersion.Status.BERLAKU:
            raise Lost(f"{name} was not adopted: {page.errors or page.heading}")
        return version

    def _people_for(self, actors: list[str], signers: list[str]) -> None:
        """Two people for every actor, so that nobody has to check what he wrote himself; those
        who sign have a certificate."""
        at = clock.now()
        office = self.example.office
        for actor in actors:
            held = Appointment.objects.filter(office=office, peran=actor).count()
            for _ in range(held, 2):
                number = Person.objects.filter(office=office).count()
                facts = {"username": f"p{number}", "nama": f"Pegawai {number}", "nip": "",
                         "jabatan": actor[:200], "peran": [actor[:80]], "hak": []}  # fmt: skip
                add_person(office, facts, PASSWORD, at)
        for post in Appointment.objects.filter(office=office, peran__in=signers, person__nip=""):
            nip = f"19800101200501{post.person_id:04d}"
            Person.objects.filter(pk=post.person_id).update(nip=nip)
        make_test_certificates(office, at, passphrase=PASSWORD)

    def _run(self, version: SopVersion, walked: Walked, *, files: bool) -> None:
        definition = definition_for(version)
        actors = list(dict.fromkeys(a for s in definition.steps for a in s.actors))
        self._people_for(actors, [a for s in definition.steps if s.signs for a in s.actors])
        manager = self._of(self.manager)
        page = manager.press(manager.go(f"/pelaksanaan/mulai/{version.pk}/"))
        found = Case.objects.filter(sop_version=version).order_by("-pk").first()
        if found is None or found.status != CaseStatus.BERJALAN:
            raise Lost(f"{walked.name}: not started: {page.errors or page.heading}")
        walked.steps, walked.report = len(definition.steps), found.laporan
        walked.kinds = {s.no: kind_named(s.work).name for s in definition.steps}
        walked.exits = {(s.no, label) for s in definition.steps for label in _labels(s)}
        for _ in range(MOST_STEPS):
            case = load(found.pk, found.office_id)
            if case.state.status is not CaseStatus.BERJALAN:
                break
            self._do(case, walked, files=files)
        else:
            raise Lost(f"{walked.name}: no end after {MOST_STEPS} steps")
        walked.clicks += sum(one.clicks for one in self.strangers.values())
        for one in self.strangers.values():
            one.clicks = 0

    def _do(self, case: OpenCase, walked: Walked, *, files: bool) -> None:
        """Let the first person in whose inbox a step lies do it, by the links of his inbox."""
        task = Task.objects.filter(case_id=case.row.pk).order_by("pk").first()
        if task is None:
            raise Lost(f"{walked.name}: nobody's inbox holds the case: {case.state.open_steps}")
        step = case.definition.step(task.no)
        assert step is not None
        answer = _next_answer(case, step, walked.taken)
        holders = [one.person for one in task.holders.select_related("person").order_by("pk")]
        if not holders:
            raise Lost(f"{walked.name}: step {task.no} lies in nobody's inbox")
        for person in reversed(_leading_last(case, step, holders)):
            if self._act(self._of(person), case, step, answer, files=files):
                if answer:
                    walked.taken.add((step.no, answer))
                return
        raise Lost(f"{walked.name}: step {step.no} ({step.work}) cannot be done")

    def _act(
        self, stranger: Stranger, case: OpenCase, step: Step, answer: str, *, files: bool
    ) -> bool:
        """Whether he brought the case on; a confirmation of one's part counts."""
        stranger.files = files
        address = f"/pelaksanaan/{case.row.pk}/langkah/{step.no}/"
        inbox = stranger.go("/")
        if address not in inbox.links():
            return False
        page = stranger.go(address)
        for _ in range(MOST_CLICKS):
            _must_be_in_order(page)
            before = page
            page = stranger.press(page, answer)
            if _has_moved(case):
                return True
            if page.url == before.url and page.errors and page.errors == before.errors:
                raise Lost(f"step {step.no} ({step.work}): {page.errors}")
        raise Lost(f"step {step.no} ({step.work}): no way on from {page.url}: {page.errors}")


def _labels(step: Step) -> list[str]:
    return list(dict.fromkeys(way.jika for way in (*step.exits, *step.returns) if way.jika))


def _next_answer(case: OpenCase, step: Step, taken: set[tuple[str, str]]) -> str:
    """The answer that was not given yet, else one that leads down the form."""
    labels = _labels(step)
    if not labels:
        return ""
    new = [label for label in labels if (step.no, label) not in taken]
    position = case.definition.position
    onward = [w.jika for w in step.exits if w.jika and position(w.ke) > position(step.no)]
    return (new or onward or labels)[0] or ""


def _leading_last(case: OpenCase, step: Step, people: list[Person]) -> list[Person]:
    """Who confirms comes before who leads: reversed, the leading actor is asked last."""
    leading = case.state.roles.get(step.actors[0], ())
    waiting = [a for a in step.actors[1:] if a not in case.state.step(step.no).confirmed]
    first = {ref for actor in waiting for ref in case.state.roles.get(actor, ())}
    return sorted(people, key=lambda p: (p.ref in first and p.ref not in leading, p.pk))


def _has_moved(case: OpenCase) -> bool:
    now = load(case.row.pk, case.row.office_id).state
    before = case.state
    keys = ("status", "round", "confirmed")
    return now.status != before.status or any(
        getattr(now.step(no), key) != getattr(before.step(no), key)
        for no in (*before.open_steps, *now.open_steps)
        for key in keys
    )


def _must_be_in_order(page: Page) -> None:
    if page.status not in (200, 409, 422):
        raise Lost(f"{page.url}: {page.status}")


def read_in_this_process(data: bytes, name: str) -> SOP:
    """What the guarded child would read; raises Lost where the file gives no SOP."""
    sop: SOP | None
    if kind_of(data) is None:
        sop, _ = read_sop_text(data.decode("utf-8", "replace"))
    else:
        reading, _ = read_here(data, name)
        sop = reading.sop if isinstance(reading, Reading) else None
    if sop is None or not sop.langkah:
        raise Lost(f"{name} gives no SOP")
    return sop
