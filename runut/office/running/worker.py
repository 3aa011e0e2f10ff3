"""``runut worker``: beside the web, sends what acts left to be sent, writes checkpoints, makes the
reminders of each working morning and the copy of each day."""

import argparse
import sys
import threading
from contextlib import suppress

from django.core.management import call_command
from django.db import DatabaseError, close_old_connections
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from runut.office import clock
from runut.office.reminders.morning import tick
from runut.office.running import CannotRun, copying
from runut.office.trust.checkpoints import checkpoint_if_due
from runut.office.trust.mailed import mail_checkpoints
from runut.office.wellbeing.beat import EVERY_S, beat

CHECKPOINT_EVERY_S = 3600
REMIND_EVERY_S = 300
LOOK_FOR_COPIES_EVERY_S = 30
"""Whoever sets a place for copies, or asks for one, looks a moment later whether it is there."""


def run(args: argparse.Namespace) -> int:
    """Work until stopped. Each job can be repeated without harm."""
    take_up_again()
    stop = threading.Event()
    threading.Thread(target=_keep_checkpoints, args=(stop,), daemon=True).start()
    threading.Thread(target=_keep_reminders, args=(stop,), daemon=True).start()
    threading.Thread(target=_keep_copies, args=(stop,), daemon=True).start()
    threading.Thread(target=_give_signs, args=(stop,), daemon=True).start()
    try:
        call_command("db_worker", verbosity=0, startup_delay=False)
    finally:
        stop.set()
        _checkpoint()  # an office PC may run for an hour a day, and be put away after it
    return 0


def take_up_again() -> int:
    """Put back what a worker had begun when it died. Call it while no other one works."""
    begun = DBTaskResult.objects.running()
    return begun.update(status=TaskResultStatus.READY, started_at=None)


def _keep_checkpoints(stop: threading.Event) -> None:
    while True:
        _checkpoint()
        _mail()
        close_old_connections()
        if stop.wait(CHECKPOINT_EVERY_S):
            return


def _checkpoint() -> None:
    try:
        checkpoint_if_due(clock.now())
    except (DatabaseError, OSError) as error:
        sys.stderr.write(f"Titik periksa tertunda, dicoba lagi: {error}\n")


def _mail() -> None:
    try:
        mail_checkpoints(clock.now())
    except (DatabaseError, OSError) as error:  # what a mail server says is an OSError too
        sys.stderr.write(f"Surat titik periksa tertunda, dicoba lagi: {error}\n")


def _keep_reminders(stop: threading.Event) -> None:
    """At once, and every few minutes: what a stop has left undone is made up for."""
    pause = 0
    while not stop.wait(pause):
        pause = REMIND_EVERY_S
        try:
            tick(clock.now())
        except DatabaseError as error:
            # a busy database is asked again in a few minutes; nothing is half done
            sys.stderr.write(f"Pengingat tertunda, dicoba lagi: {error}\n")
        finally:
            close_old_connections()


def _keep_copies(stop: threading.Event) -> None:
    """The copy of the day. What failed is remembered by ``copying``, and tried again."""
    while not stop.wait(LOOK_FOR_COPIES_EVERY_S):
        try:
            copying.tick(clock.now())
        except (CannotRun, DatabaseError, OSError) as reason:
            sys.stderr.write(f"Cadangan belum dibuat: {reason}\n")
        finally:
            close_old_connections()


def _give_signs(stop: threading.Event) -> None:
    """For ``/siap``. A full disk keeps no sign: then the disk is what is told there."""
    pause = 0
    while not stop.wait(pause):
        pause = EVERY_S
        with suppress(OSError):
            beat(clock.now())
