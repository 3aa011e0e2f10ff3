"""A copy made under its lock, and how it went remembered: by command, or by the worker each day."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError

from runut.files.backup.place import CopyFault, find_place
from runut.files.backup.sealed import CannotOpen
from runut.office.backup.last import LastCopies, last_copies, remember
from runut.office.backup.making import Made, make_copy
from runut.office.backup.secret import passphrase
from runut.office.people.models import OfficeProfile
from runut.office.running import CannotRun, why
from runut.office.running.lock import COPY_LOCK, locked

EVERY = timedelta(hours=24)
AFTER_FAILURE = timedelta(hours=1)


def copy_now(told: Path, now: datetime, secret: str) -> Made:
    """Make a copy, or raise CannotRun with the reason in one sentence. Both are remembered."""
    folder = Path(settings.DATA_DIR)
    try:
        with locked(folder, COPY_LOCK, "runut backup"):
            made = _made(told, now, secret)
    except CannotRun as reason:
        # a second one beside the first is refused, and says nothing about the copies
        if not isinstance(reason, _Failed):
            raise CannotRun(
                "Cadangan lain sedang dibuat; tunggu sampai selesai, lalu ulangi."
            ) from reason
        before = last_copies()
        remember(replace(before, tried=now, failed=str(reason), asked=None))
        raise
    copy, contents = made.written.copy, made.written.contents
    remember(
        LastCopies(
            at=now,
            folder=str(copy.folder),
            size=contents.size,
            is_sealed=made.is_sealed,
            tried=now,
            found=made.faults,
        )
    )
    return made


class _Failed(CannotRun):
    """The copy itself failed, not the taking of its lock."""


def _made(told: Path, now: datetime, secret: str) -> Made:
    try:
        return make_copy(told, now, secret)
    except (CopyFault, CannotOpen) as fault:
        raise _Failed(str(fault)) from fault
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise _Failed(
            f"Cadangan di {told} gagal: {why(error)}{where}. Cadangan yang lalu tetap ada."
        ) from error
    except DatabaseError as error:
        raise _Failed(
            f"Basis data kantor tidak dapat dibaca ({str(error).strip()}); cadangan tidak dibuat."
        ) from error


def tick(now: datetime) -> Made | None:
    """Make the copy of the day if it is due. Called by the worker every few minutes.

    Raises CannotRun where it failed; it is tried again after an hour.
    """
    told = _place_of_office()
    last = last_copies()
    if not told or not _is_due(last, told, now):
        return None
    if _is_away(last, Path(told)):
        fault = _Failed(
            f"Tempat cadangan {told} tidak ada atau tidak terpasang. Sambungkan cakram atau "
            "jaringannya, atau pilih tempat lain di halaman Kantor."
        )
        remember(replace(last, tried=now, failed=str(fault), asked=None))
        raise fault
    return copy_now(Path(told), now, passphrase())


def _place_of_office() -> str:
    told = OfficeProfile.objects.exclude(tempat_cadangan="").order_by("office_id")
    return str(told.values_list("tempat_cadangan", flat=True).first() or "")


def _is_due(last: LastCopies, told: str, now: datetime) -> bool:
    """Once a day; at once when asked, and in a new place; an hour after a failure.

    A clock that was set back stops none.
    """
    if last.asked is not None:
        return True
    if last.failed:
        return last.tried is None or not timedelta() <= now - last.tried < AFTER_FAILURE
    if last.at is None or not Path(last.folder).is_relative_to(told):
        return True
    return not timedelta() <= now - last.at < EVERY


def _is_away(last: LastCopies, told: Path) -> bool:
    """Whether the drive is not there: its empty mount point, or a folder that we make, would be
    taken for a new place, on the very disk from which copies are to be kept apart."""
    if not told.is_dir():
        return True
    return bool(last.folder) and Path(last.folder).is_relative_to(told) and not find_place(told)
