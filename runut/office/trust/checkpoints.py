"""Checkpoints: signed notes of where the chains stood, kept as files beside the database.

A note can be printed, mailed to the inspectorate, kept on paper: whoever holds one can tell later
whether the chain still runs through it.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

from runut.core.trust.chain import Head, utc_text
from runut.core.trust.checkpoint import Checkpoint, make_checkpoint, note_text, read_note
from runut.files.signing.certificates import (
    CHECKPOINT_KEY_FILE,
    make_checkpoint_key,
    open_note,
    sign_note,
    verifier_key,
)
from runut.files.store import write_whole
from runut.office.trust.models import ChainHead

ORIGIN = "runut"


def checkpoint_now(at: datetime) -> Path:
    """Write a checkpoint over the chains of all offices; the file's name is its time."""
    heads = [
        Head(str(head.office_id), head.seq, head.hash)
        for head in ChainHead.objects.filter(seq__gt=0)
    ]
    note = note_text(make_checkpoint(ORIGIN, utc_text(at), heads))
    folder = _folder()
    path = folder / f"{utc_text(at).replace(':', '')}.txt"
    write_whole(path, sign_note(note, _key(), ORIGIN).encode())
    return path


def read_checkpoints(folder: Path | None = None) -> Iterator[tuple[Path, Checkpoint | None]]:
    """Every checkpoint kept in ``folder``; None for a file that our key did not sign."""
    verifier = verifier_key(_key(), ORIGIN)
    for path in sorted((folder or _folder()).glob("*.txt")):
        note = open_note(path.read_text(encoding="utf-8"), verifier)
        yield path, read_note(note) if note else None


def is_due() -> bool:
    """Whether anything was done since the last checkpoint."""
    kept = [checkpoint for _, checkpoint in read_checkpoints() if checkpoint]
    known = {head.office: head.size for head in kept[-1].heads} if kept else {}
    return any(
        known.get(str(head.office_id)) != head.seq for head in ChainHead.objects.filter(seq__gt=0)
    )


def _folder() -> Path:
    folder = Path(settings.DATA_DIR) / "titik-periksa"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _key() -> Path:
    path = Path(settings.KEYS_DIR) / CHECKPOINT_KEY_FILE
    return path if path.exists() else make_checkpoint_key(Path(settings.KEYS_DIR))
