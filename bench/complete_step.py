"""Completing a step through our act, against hand-written SQL doing the same durable writes.

Both work on the same database with the same settings, turn by turn; the figure is the median of
the ratios of neighbouring pairs. The act is everything below the web: idempotency, load, rules,
snapshot, tasks, audit chain, commit. The hand-written side decides nothing; it reads the end of
the chain, since the row that it writes holds its hash.
"""

import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import connection

import bench.office  # noqa: F401 - an empty database, and Django set up
from runut.core.case.model import Output
from runut.office.acts.sending import Doer, Sending
from runut.office.cases.acting import StepRef
from runut.office.cases.actions import complete_step
from runut.office.cases.models import Case, Task
from runut.office.example.office import ExampleOffice, make_example_office, start_example_case
from runut.office.sops.actions import Confirmation, adopt, take_in
from runut.office.sops.models import SopVersion
from tests.kantor import MONDAY

ROUNDS = 60
STEPS = 8
SNAPSHOT_BYTES, PAYLOAD_BYTES = 2400, 420
"""What an act writes here, so that both sides write as much."""
_PAYLOAD = "y" * PAYLOAD_BYTES
SOP_TEXT = "\n".join(
    [
        "NAMA SOP\tPENGUKURAN",
        "No.\tKegiatan\tPelaksana\tMutu Baku\t\t\tKeterangan",
        "\t\tStaf\tKelengkapan\tWaktu\tOutput\t",
        *(
            f"{n}\tMencatat berkas ke-{n}\t√\tBerkas {n - 1}\t10 menit\tBerkas {n}\t"
            for n in range(1, STEPS + 2)
        ),
    ]
)


def main() -> int:
    """Print the medians and the ratio."""
    example = make_example_office(MONDAY, figures=False)
    version = _adopt(example)
    ours, theirs = [], []
    raw = _Raw(_start(example, version))
    for number in range(ROUNDS):
        case = _start(example, version)
        for step in range(1, STEPS + 1):
            act = partial(_complete, example, case, step, f"{number}-{step}")
            # Who goes second finds the pages warm: they take turns.
            for times, work in [(ours, act), (theirs, raw.complete)][:: 1 if step % 2 else -1]:
                times.append(_timed(work))
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    mine = 1000 * statistics.median(ours)
    print(f"selesaikan satu langkah     {mine:6.2f} ms  (median dari {len(ours)})")
    print(f"SQL tangan, tulisan sama    {1000 * statistics.median(theirs):6.2f} ms")
    print(f"nisbah (median pasangan)    {statistics.median(ratios):6.2f}     sasaran ≤ 2")
    return 0


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _adopt(example: ExampleOffice) -> SopVersion:
    manager = example.people["rina"]
    taken = take_in(SOP_TEXT, "ukur.txt", manager, MONDAY)
    steps = [str(n) for n in range(1, STEPS + 2)]
    confirmed = Confirmation(dict.fromkeys(steps, ("Staf",)), {}, dict.fromkeys(steps, "umum"))
    adopted = adopt(taken, confirmed, manager, MONDAY)
    assert isinstance(adopted, SopVersion)
    return adopted


def _start(example: ExampleOffice, version: SopVersion) -> Case:
    return start_example_case(replace(example, sop=version), 2025, MONDAY)


def _complete(example: ExampleOffice, case: Case, step: int, key: str) -> None:
    doer = Doer(
        example.people["dewi"], MONDAY + timedelta(minutes=step), Sending(key, "0" * 64), "/x/"
    )
    done = complete_step(
        StepRef(case.pk, str(step), 1),
        doer,
        kelengkapan=[f"Berkas {step - 1}"],
        outputs=[Output(nama=f"Berkas {step}", pernyataan="sudah dicatat")],
    )
    assert done.url == "/x/", done


def _sqlite() -> Callable[..., Any]:
    db = sqlite3.connect(settings.DATABASES["default"]["NAME"], isolation_level=None, timeout=20)
    db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;")
    return lambda statement, values=(): db.execute(statement.replace("%s", "?"), values)


def _postgres() -> Callable[..., Any]:
    other = connection.copy()  # the driver below it, with the settings of the office
    other.ensure_connection()
    other.connection.autocommit = True
    return lambda statement, values=(): other.connection.execute(statement, values)


_RUN = {"sqlite": _sqlite, "postgresql": _postgres}
_LAST = "SELECT seq, hash FROM trust_chainhead WHERE office_id = 1"
_HEAD = {"sqlite": _LAST, "postgresql": f"{_LAST} FOR UPDATE"}


class _Raw:
    """The same rows, written by hand, for a case of their own."""

    def __init__(self, case: Case) -> None:
        self.run = _RUN[connection.vendor]()
        self.case, self.number = case.pk, 0
        self.task = Task.objects.get(case=case).pk

    def complete(self) -> None:
        self.number += 1
        run = self.run
        run("BEGIN" if connection.vendor == "postgresql" else "BEGIN IMMEDIATE")
        run(
            "UPDATE cases_case SET version = version + 1, status = 'berjalan', snapshot = %s"
            " WHERE office_id = 1 AND id = %s",
            ("x" * SNAPSHOT_BYTES, self.case),
        )
        run("DELETE FROM cases_taskholder WHERE office_id = 1 AND task_id = %s", (self.task,))
        run("DELETE FROM cases_task WHERE office_id = 1 AND id = %s", (self.task,))
        self.task = run(
            "INSERT INTO cases_task (office_id, case_id, no, round, dibuka_pada, batas)"
            " VALUES (1, %s, '1', %s, '2026-01-12 08:00:00', '2026-01-12 08:10:00') RETURNING id",
            (self.case, self.number + 1),
        ).fetchone()[0]
        run(
            "INSERT INTO cases_taskholder (office_id, person_id, task_id)"
            " VALUES (1, 2, %s), (1, 3, %s)",
            (self.task, self.task),
        )
        _, last = run(_HEAD[connection.vendor]).fetchone()
        linked = sha256(f"{last}{self.number}{_PAYLOAD}".encode()).hexdigest()
        run("UPDATE trust_chainhead SET seq = seq, hash = hash WHERE office_id = 1")
        run(
            "INSERT INTO trust_entry (office_id, seq, prev_hash, at, actor, on_behalf_of, kind,"
            " subject, payload, document, hash) VALUES (1, %s, %s, '2026-01-12T08:00:00.000000Z',"
            " '1', '', 'kasus.langkah_selesai', 'kasus:1', %s, '', %s)",
            (10**9 + self.number, last, _PAYLOAD, linked),
        )
        run(
            "INSERT INTO cases_idempotencykey (office_id, person_id, key, fingerprint, answer, at)"
            " VALUES (1, 1, %s, %s, '/x/', '2026-01-12 08:00:00')",
            (f"raw-{self.number}", "0" * 64),
        )
        run("COMMIT")


if __name__ == "__main__":
    sys.exit(main())
