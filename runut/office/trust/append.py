"""Writing to the audit chain, in the transaction of the act itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from runut.core.trust.chain import Head, head_of, next_link
from runut.office import clock
from runut.office.hot_sql import run
from runut.office.recording.states import states_of
from runut.office.recording.touched import Row as RowKey
from runut.office.recording.touched import touched

_INSERT = (
    "INSERT INTO trust_entry (office_id, seq, prev_hash, at, actor, on_behalf_of, kind, subject,"
    " payload, document, states, hash) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
_MOVE_HEAD = "UPDATE trust_chainhead SET seq = %s, hash = %s WHERE office_id = %s"
_SELECT_HEAD = "SELECT seq, hash FROM trust_chainhead WHERE office_id = %s"
_HEAD = {"sqlite": _SELECT_HEAD, "postgresql": _SELECT_HEAD + " FOR UPDATE"}
"""Reading the head locks it, so numbers have no gaps; on SQLite the transaction is the lock."""

ROWS_WRITTEN = "sistem.mencatat"
"""The kind of a line that holds rows and no act."""
_ROWS_OF_A_LINE = 1000


@dataclass(frozen=True)
class Act:
    """What was done: its kind, what it was done to, its facts, and the document concerned."""

    kind: str
    subject: str
    payload: dict[str, Any]
    document: str = ""


def append(
    office_id: int, acts: Sequence[Act], *, actor: str, at: datetime, on_behalf_of: str = ""
) -> None:
    """Add ``acts`` to the office's chain. Call inside the transaction that does them.

    The last of them also holds what now stands in the rows that were written for them. Rows written
    later in the transaction follow in a line of their own (``record_rest``).

    Plain SQL: this is on the path of every act (docs/decisions/0005-hot-path.md).
    """
    if not acts:
        return
    written = touched()
    written.at = at
    parts = _parts(written.take(office_id))
    # the last part stands with the acts, where nearly always it is the only one
    for part in parts[:-1]:
        _add(office_id, [Act(ROWS_WRITTEN, f"kantor:{office_id}", {})], part, at=at)
    _add(office_id, acts, parts[-1], actor=actor, at=at, on_behalf_of=on_behalf_of)


def record_rest() -> None:
    """What a transaction wrote after its last act, or without one, in a line of its own."""
    written = touched()
    for office_id in sorted({office for _, _, office in written.rows}):
        if run(_HEAD[connection.vendor], (office_id,)).fetchone() is None:
            written.take(office_id)
            continue  # an office without a chain is a fault that verifying names
        line = Act(ROWS_WRITTEN, f"kantor:{office_id}", {})
        append(office_id, [line], actor="", at=written.at or clock.now())


def _parts(rows: list[RowKey]) -> list[list[RowKey]]:
    return [rows[n : n + _ROWS_OF_A_LINE] for n in range(0, max(len(rows), 1), _ROWS_OF_A_LINE)]


def _add(
    office_id: int,
    acts: Sequence[Act],
    rows: list[RowKey],
    *,
    at: datetime,
    actor: str = "",
    on_behalf_of: str = "",
) -> None:
    office = str(office_id)
    size, previous = run(_HEAD[connection.vendor], (office_id,)).fetchone()
    head = Head(office, size, previous) if size else None
    states = states_of(rows)
    for act in acts:
        link = next_link(
            head,
            office=office,
            at=at,
            actor=actor,
            on_behalf_of=on_behalf_of,
            kind=act.kind,
            subject=act.subject,
            payload=act.payload,
            document=act.document,
            states=states if act is acts[-1] else None,
        )
        head = head_of(link)
        run(_INSERT, (office_id, *list(vars(link.row).values())[1:], link.hash))
    assert head is not None  # noqa: S101 - at least one act was added
    run(_MOVE_HEAD, (head.size, head.hash, office_id))
