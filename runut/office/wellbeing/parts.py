"""The parts that have to be well, each with a sentence for who watches."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import DatabaseError

from runut.office.people.models import Office
from runut.office.wellbeing.beat import is_alive
from runut.office.wellbeing.restarts import TOO_OFTEN, restarts

LEAST_FREE: Final = 500 * 1024 * 1024
"""Twenty uploads of the largest size; below it acts soon fail. A choice of ours."""


@dataclass(frozen=True)
class Part:
    """A part of the office, whether it is well, and in words what that means."""

    name: str
    is_well: bool
    words: str


def look(now: datetime) -> tuple[Part, ...]:
    """Every part, one after the other; none keeps the next from being looked at."""
    return (
        _database(),
        _part(
            "penyimpanan berkas",
            _can_store,
            "Berkas dapat disimpan.",
            "Folder berkas tidak ada atau tidak dapat ditulisi. Periksa izin dan sambungannya.",
        ),
        _part(
            "pekerja latar",
            lambda: is_alive(now),
            "Pekerja latar bekerja.",
            "Pekerja latar tidak memberi tanda: surel, pengingat, dan cadangan tertunda. "
            "Jalankan ulang Runut.",
        ),
        _restarts(now),
        _part(
            "ruang cakram",
            lambda: shutil.disk_usage(settings.DATA_DIR).free >= LEAST_FREE,
            "Ruang penyimpanan cukup.",
            "Ruang penyimpanan hampir habis. Kosongkan sebelum kiriman gagal disimpan.",
        ),
    )


def _part(name: str, ask: Callable[[], bool], well: str, ill: str) -> Part:
    try:
        is_well = ask()
    except OSError:
        is_well = False
    return Part(name, is_well, well if is_well else ill)


def _database() -> Part:
    try:
        Office.objects.exists()
    except DatabaseError:
        return Part(
            "basis data",
            False,
            "Basis data tidak menjawab. Periksa apakah ia berjalan dan berkasnya utuh "
            "(runut verify).",
        )
    return Part("basis data", True, "Basis data menjawab.")


def _restarts(now: datetime) -> Part:
    """One that was started again works, so the office is well; five in an hour have a cause."""
    found = restarts(now)
    if not found:
        words = "Tidak ada proses yang berhenti sendiri dalam satu jam terakhir."
        return Part("kelangsungan proses", True, words)
    told = ", ".join(f"{what} {count} kali" for what, count in sorted(found.items()))
    words = f"Berhenti sendiri dan dijalankan lagi dalam satu jam terakhir: {told}. Baca log Runut."
    return Part("kelangsungan proses", found.total() < TOO_OFTEN, words)


def _can_store() -> bool:
    folder = Path(settings.FILES_DIR)
    while not folder.exists() and folder != Path(settings.DATA_DIR):
        folder = folder.parent  # it is made with the first document
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
