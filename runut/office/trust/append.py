"""Writing to the audit chain, in the transaction of the act itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from runut.core.trust.chain import Head, head_of, next_link
from runut.office.hot_sql import run

_INSERT = (
    "INSERT INTO trust_entry (office_id, seq, prev_hash, at, actor, on_behalf_of, kind, subject,"
    " payload, document, hash) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
_MOVE_HEAD = "UPDATE trust_chainhead SET seq = %s, hash = %s WHERE office_id = %s"
_SELECT_HEAD = "SELECT seq, hash FROM trust_chainhead WHERE office_id = %s"
_HEAD = {"sqlite": _SELECT_HEAD, "postgresql": _SELECT_HEAD + " FOR UPDATE"}
"""Reading the head locks it, so numbers have no gaps; on SQLite the transaction is the lock."""


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

    Plain SQL: this is on the path of every act (docs/decisions/0005-hot-path.md).
    """
    if not acts:
        return
    office = str(office_id)
    size, previous = run(_HEAD[connection.vendor], (office_id,)).fetchone()
    head = Head(office, size, previous) if size else None
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
        )
        head = head_of(link)
        run(_INSERT, (office_id, *list(vars(link.row).values())[1:], link.hash))
    assert head is not None  # noqa: S101 - at least one act was added
    run(_MOVE_HEAD, (head.size, head.hash, office_id))
