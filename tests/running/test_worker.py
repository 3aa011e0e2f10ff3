"""The worker: one per folder; what it had begun when it died is taken up again."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from runut.office.running.worker import take_up_again
from runut.office.works.rapat.tasks import email_invitation
from tests.running.serving import Office, run

Make = Callable[[Path], Office]


@pytest.mark.django_db
def test_a_letter_that_was_being_sent_when_the_worker_died_is_sent_by_the_next() -> None:
    email_invitation.enqueue(1, 1, "1")
    email_invitation.enqueue(2, 2, "1")
    begun, done = DBTaskResult.objects.all()
    begun.claim("pekerja yang mati")
    done.claim("pekerja yang mati")
    done.set_successful(None)
    assert take_up_again() == 1
    assert list(DBTaskResult.objects.ready()) == [begun]
    begun.refresh_from_db()
    assert (begun.status, begun.started_at) == (TaskResultStatus.READY, None)


def test_a_second_worker_of_a_folder_is_refused(own_office: Path, office: Make) -> None:
    served = office(own_office).start().wait_until_ready().wait_until_worker()
    second = run(own_office, "worker")
    assert second.returncode == 2
    assert "runut worker" in second.stderr
    assert len(second.stderr.splitlines()) == 1
    served.end(signal.SIGKILL)
