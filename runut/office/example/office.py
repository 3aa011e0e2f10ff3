"""The example office: invented people, the example SOP and figures. For learning and tests.

Everything in it is data from the folder ``examples``; nothing here knows a title or a name.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from runut.core.case.definition import Adoption
from runut.core.case.model import CaseStatus
from runut.core.case.plan import due_date_of
from runut.core.findings import Refused
from runut.files.read.workbook.year import read_workbook
from runut.files.write.workbook.year import write_workbook
from runut.office.acts.sending import Doer
from runut.office.cases.actions import start_case
from runut.office.cases.models import Case
from runut.office.cases.queries import PLH
from runut.office.example.years import moved_to
from runut.office.founding.setup import add_person, create_office, seed_holidays
from runut.office.kinerja.actions import import_workbook
from runut.office.people.models import Appointment, Office, Person, Right
from runut.office.reports.register import report_named
from runut.office.sops.actions import DRAWING_ONLY, adopt, mend, take_in
from runut.office.sops.draft import sop_of
from runut.office.sops.models import SopVersion
from runut.office.works.adopting.forms import proposed_confirmation

EXAMPLE_YEAR = 2025
PASSWORD = "runut-contoh-2026"  # noqa: S105 - printed on purpose: the example office is for all


@dataclass(frozen=True)
class ExampleOffice:
    office: Office
    people: dict[str, Person]
    sop: SopVersion

    def person_of(self, peran: str) -> Person:
        """The first person who holds this role."""
        post = Appointment.objects.filter(office=self.office, peran=peran).order_by("pk")[0]
        return post.person

    def roles(self) -> dict[str, list[Person]]:
        """Everybody of the office by role, as a case is started with."""
        roles: dict[str, list[Person]] = {}
        posts = Appointment.objects.filter(office=self.office).exclude(peran="").exclude(jenis=PLH)
        for post in posts.select_related("person").order_by("pk"):
            roles.setdefault(post.peran, []).append(post.person)
        return roles


def examples() -> Path:
    """The folder of examples: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[2]
    inside = package / "examples"
    return inside if inside.exists() else package.parent / "examples"


def make_example_office(
    at: datetime, *, figures: bool = True, tahun: int = EXAMPLE_YEAR
) -> ExampleOffice:
    """Make the example office with its SOP adopted and, if wanted, the figures of ``tahun``."""
    facts = json.loads((examples() / "kantor-contoh.json").read_text(encoding="utf-8"))
    office = create_office(facts["kantor"], at, is_contoh=True)
    seed_holidays(office, range(at.year - 1, at.year + 2), at)
    people = {one["username"]: add_person(office, one, PASSWORD, at) for one in facts["pegawai"]}
    manager = next(p for p in people.values() if p.grants.filter(right=Right.SOP).exists())
    sop = adopt_example(manager, at)
    if figures:
        load_figures(loader_of(people), at, tahun)
    return ExampleOffice(office, people, sop)


def loader_of(people: dict[str, Person]) -> Person:
    """Who loads the figures: somebody who manages them and heads nothing that checks them."""
    managers = [p for p in people.values() if p.grants.filter(right=Right.KINERJA).exists()]
    return next((p for p in managers if not p.grants.filter(right=Right.SOP).exists()), managers[0])


@transaction.atomic
def set_up_example(at: datetime, tahun: int = EXAMPLE_YEAR) -> tuple[ExampleOffice, Case]:
    """Make the example office with "LAKIP {tahun}" started: all of it, or nothing."""
    example = make_example_office(at, tahun=tahun)
    return example, start_example_case(example, tahun, at)


def adopt_example(person: Person, at: datetime) -> SopVersion:
    """Take the example SOP in, let its drawing be repaired, and adopt it with our best proposals,
    as its owner would confirm."""
    name = "penyusunan-lakip.txt"
    text = (examples() / "sop" / name).read_text(encoding="utf-8")
    taken = take_in(text, name, person, at)
    if not isinstance(taken, SopVersion):
        raise ValueError(f"the example SOP cannot be read: {taken}")
    mended = mend(taken, DRAWING_ONLY, Doer(person, at))
    if isinstance(mended, Refused):
        raise ValueError(mended.reason)
    version = SopVersion.objects.get(revisi_dari=taken)
    adopted = adopt(version, proposed_confirmation(sop_of(version)), person, at)
    if isinstance(adopted, Refused):
        raise ValueError(adopted.reason)
    return adopted


def example_year(day: date) -> int:
    """The year of the example report: the last one whose legal due date still lies ahead."""
    past = day.year - 1
    return past if day <= due_date_of(past) else day.year


def load_figures(person: Person, at: datetime, tahun: int = EXAMPLE_YEAR) -> None:
    """Load the example figures; for another year than theirs, moved to that year.

    They are the example office's own, whatever its people are called.
    """
    path = examples() / "kinerja" / f"lakip-{EXAMPLE_YEAR}.xlsx"
    workbook = path.read_bytes()
    if tahun != EXAMPLE_YEAR:
        data, _ = read_workbook(workbook, path.name)
        assert data is not None  # noqa: S101 - a test reads it
        workbook = write_workbook(moved_to(data, tahun))
    answer: Any = import_workbook(
        workbook, f"lakip-{tahun}.xlsx", Doer(person, at), facts_agreed=True
    )
    if isinstance(answer, Refused | tuple):
        raise ValueError(f"the example figures cannot be read: {answer}")


def start_example_case(
    example: ExampleOffice, tahun: int, at: datetime, *, batas: date | None = None
) -> Case:
    """Start "LAKIP {tahun}" with everybody of the office in the role of his post."""
    starter = next(
        p for p in example.people.values() if p.grants.filter(right=Right.START).exists()
    )
    report = report_named(Adoption.from_dict(example.sop.adopsi).report)
    case = start_case(
        example.sop,
        f"LAKIP {tahun}",
        example.roles(),
        Doer(starter, at),
        laporan=report.name if report else "",
        tahun=tahun,
        batas=batas or (report.due(tahun) if report else None),
    )
    if isinstance(case, Refused):
        raise ValueError(case.reason)
    assert case.status == CaseStatus.BERJALAN  # noqa: S101 - it was just started
    return case
