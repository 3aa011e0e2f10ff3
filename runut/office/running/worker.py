"""``runut worker``: beside the web, sends what acts left to be sent, writes checkpoints, and makes
the reminders of each working morning."""

import argparse
import sys
import threading

from django.core.management import call_command
from django.db import DatabaseError, close_old_connections
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from runut.office import clock
from runut.office.reminders.morning import tick
from runut.office.trust.checkpoints import checkpoint_now, is_due

CHECKPOINT_EVERY_S = 3600
REMIND_EVERY_S = 300


def run(args: argparse.Namespace) -> int:
    """Work until stopped. Each job can be repeated without harm."""
    take_up_again()
    stop = threading.Event()
    threading.Thread(target=_keep_checkpoints, args=(stop,), daemon=True).start()
    threading.Thread(target=_keep_reminders, args=(stop,), daemon=True).start()
    call_command("db_worker", verbosity=0, startup_delay=False)
    stop.set()
    return 0


def take_up_again() -> int:
    """Put back what a worker had begun when it died. Call it while no other one works."""
    begun = DBTaskResult.objects.running()
    return begun.update(status=TaskResultStatus.READY, started_at=None)


def _keep_checkpoints(stop: threading.Event) -> None:
    while not stop.wait(CHECKPOINT_EVERY_S):
        if is_due():
            checkpoint_now(clock.now())


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
