"""A year that tests walk through: the worker ticks whenever they let it."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from runut.office import clock
from runut.office.cases.models import Case, Task
from runut.office.example.office import ExampleOffice, start_example_case
from runut.office.people.models import Holiday, Office
from runut.office.reminders.models import Digest, Told
from runut.office.reminders.morning import tick
from runut.office.reminders.tasks import email_digest
from runut.office.sops.actions import Confirmation, adopt, take_in
from runut.office.sops.models import SopVersion
from tests.kantor import MONDAY, WIB

SOP = """NAMA SOP	PENYUSUNAN TELAAH
PERINGATAN	Bila telaah terlambat, rapat pimpinan tidak dapat dimulai.
No.	Kegiatan	Pelaksana			Mutu Baku			Keterangan
		Staf	Tim	Kabag	Kelengkapan	Waktu	Output
1	Menyusun telaah	√			Bahan	{waktu}	Telaah
2	Memeriksa dan memaraf telaah			√	Telaah	2 hari	Telaah diparaf
3	Menyimpan telaah		√		Telaah diparaf	1 hari	Arsip
"""
HOURS = (time(5, 30), time(7, 30), time(7, 35), time(12, 0), time(15, 0), time(22, 0))


@dataclass
class Year:
    """``example`` over the days of 2026."""

    example: ExampleOffice
    monkeypatch: pytest.MonkeyPatch
    now: datetime = MONDAY
    versions: dict[str, SopVersion] = field(default_factory=dict)

    @property
    def office(self) -> Office:
        return Office.objects.get(pk=self.example.office.pk)

    def at(self, day: date, hour: time = time(7, 35)) -> datetime:
        self.now = datetime.combine(day, hour, WIB)
        self.monkeypatch.setattr(clock, "now", lambda: self.now)
        return self.now

    def case(self, opened: date, waktu: str = "10 hari", batas: date | None = None) -> Task:
        """A case whose first step has been with the staff since that morning."""
        at = self.at(opened, time(8, 0))
        case = start_example_case(
            replace(self.example, sop=self._sop(waktu)), 2025, at, batas=batas
        )
        Case.objects.filter(pk=case.pk).update(batas=batas)
        return Task.objects.get(case=case)

    def ticks(self, first: date, last: date) -> int:
        """The worker is up from one day to the other, by day and by night."""
        made = 0
        for number in range((last - first).days + 1):
            for hour in HOURS:
                made += tick(self.at(first + timedelta(days=number), hour))
        return made

    def work_queue(self) -> int:
        """The worker takes up all letters that wait."""
        ready = list(DBTaskResult.objects.ready())
        for result in ready:
            result.claim("pekerja")
            email_digest.func(*result.args_kwargs["args"])
            result.set_successful(None)
        return len(ready)

    def told(self, who: str) -> list[tuple[date, str, str]]:
        """What a person was told: the day, the kind of line, the mark."""
        rows = Told.objects.filter(person=self.example.people[who]).select_related("digest")
        return sorted((one.digest.hari, one.subject.split(":")[0], one.kind) for one in rows)

    def working_days(self) -> list[date]:
        """The working days of 2026 by hand: weekdays without those in the table of days off."""
        off = set(Holiday.objects.filter(office=self.office).values_list("tanggal", flat=True))
        days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
        return [day for day in days if day.weekday() < 5 and day not in off]

    def digests(self, who: str = "") -> list[Digest]:
        rows = Digest.objects.order_by("hari", "pk")
        return list(rows.filter(person=self.example.people[who]) if who else rows)

    def _sop(self, waktu: str) -> SopVersion:
        if waktu not in self.versions:
            owner = self.example.people["rina"]
            taken = take_in(SOP.format(waktu=waktu), "telaah.txt", owner, MONDAY)
            assert isinstance(taken, SopVersion), taken
            confirmed = Confirmation(
                {"1": ("Staf",), "2": ("Kabag",), "3": ("Tim",)},
                {"2": "1"},
                {"1": "umum", "2": "periksa", "3": "umum"},
                {"2": "paraf"},
            )
            adopted = adopt(taken, confirmed, owner, MONDAY)
            assert isinstance(adopted, SopVersion), adopted
            self.versions[waktu] = adopted
        return self.versions[waktu]
