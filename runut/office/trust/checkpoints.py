"""Checkpoints: signed notes of where the chains stood, kept as files beside the database.

A note can be printed, mailed to the inspectorate, kept on paper: whoever holds one can tell later
whether the chain still runs through it. One is written when the office starts and stops, at each
signature, and every hour in which something was done. The chain itself remembers each, so that a
note that was taken away is missed.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import transaction

from runut.core.trust.chain import Head, utc_text
from runut.core.trust.checkpoint import (
    Checkpoint,
    make_checkpoint,
    note_text,
    read_note,
    short_code,
)
from runut.files.signing.certificates import (
    CHECKPOINT_KEY_FILE,
    make_checkpoint_key,
    open_note,
    sign_note,
    verifier_key,
)
from runut.files.store import write_whole
from runut.office.trust.append import Act, append
from runut.office.trust.models import ChainHead, Entry

ORIGIN = "runut"
MADE = "titik_periksa.dibuat"


@transaction.atomic
def checkpoint_now(at: datetime) -> Path:
    """Write a checkpoint over the chains of all offices; the file's name is its time."""
    heads = [
        Head(str(head.office_id), head.seq, head.hash)
        for head in ChainHead.objects.filter(seq__gt=0)
    ]
    note = sign_note(note_text(make_checkpoint(ORIGIN, utc_text(at), heads)), _key(), ORIGIN)
    path = _folder() / f"{utc_text(at).replace(':', '')}.txt"
    write_whole(path, note.encode())
    facts = {"berkas": path.name, "sha256": sha256(note.encode()).hexdigest()}
    for head in heads:
        line = Act(MADE, f"kantor:{head.office}", facts)
        append(int(head.office), [line], actor="", at=at)
    return path


def checkpoint_if_due(at: datetime) -> None:
    """A checkpoint, if anything was done since the last one."""
    if is_due():
        checkpoint_now(at)


def read_checkpoints(folder: Path | None = None) -> Iterator[tuple[Path, Checkpoint | None]]:
    """Every checkpoint kept in ``folder``; None for a file that our key did not sign."""
    for path in sorted((folder or _folder()).glob("*.txt")):
        yield path, read_signed(path.read_bytes())


def newest_checkpoint() -> Path | None:
    """The file of the last checkpoint; their names are their times."""
    return max(_folder().glob("*.txt"), default=None)


def read_signed(data: bytes) -> Checkpoint | None:
    """The checkpoint in a note that our key signed, else None."""
    note = open_note(data.decode("utf-8", errors="replace"), verifier_key(_key(), ORIGIN))
    return read_note(note) if note else None


def is_due() -> bool:
    """Whether anything was done since the last checkpoint."""
    kept = [checkpoint for _, checkpoint in read_checkpoints() if checkpoint]
    known = {head.office: head.size for head in kept[-1].heads} if kept else {}
    return any(
        Entry.objects.filter(office_id=head.office_id, seq__gt=known.get(str(head.office_id), 0))
        .exclude(kind__startswith="titik_periksa.")
        .exists()
        for head in ChainHead.objects.filter(seq__gt=0)
    )


@dataclass(frozen=True)
class Taken:
    """A checkpoint that the chain remembers and whose file is gone, or is another one."""

    name: str
    at: str
    is_gone: bool


def checkpoints_taken(office_id: int) -> Iterator[Taken]:
    """Checkpoints of an office that were taken away or exchanged since they were made."""
    lines = Entry.objects.filter(office_id=office_id, kind=MADE).order_by("seq")
    for payload, at in lines.values_list("payload", "at"):
        try:
            facts = json.loads(payload)
            path = _folder() / Path(str(facts["berkas"])).name
            known = str(facts["sha256"])
        except (ValueError, LookupError, TypeError):
            continue  # told as a fault of the chain
        if not path.is_file():
            yield Taken(path.name, at, is_gone=True)
        elif sha256(path.read_bytes()).hexdigest() != known:
            yield Taken(path.name, at, is_gone=False)


def code_now(office_id: int) -> str:
    """Where the chain of an office stands, as papers print it; "" before its first line."""
    head = ChainHead.objects.filter(office_id=office_id, seq__gt=0).first()
    return short_code(Head(str(office_id), head.seq, head.hash)) if head else ""


def _folder() -> Path:
    folder = Path(settings.DATA_DIR) / "titik-periksa"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _key() -> Path:
    folder = Path(settings.CHECKPOINT_KEY_DIR or settings.KEYS_DIR)
    path = folder / CHECKPOINT_KEY_FILE
    return path if path.exists() else make_checkpoint_key(folder)
