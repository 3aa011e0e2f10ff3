"""The inbox: the most urgent first; what has no time limit comes last, on every database."""

from datetime import timedelta

import pytest

from runut.office.cases.inbox import tasks_of
from runut.office.cases.models import Task
from tests.kantor import MONDAY, kantor
from tests.office.berkas import kasus_berkas, sop_berkas

pytestmark = pytest.mark.django_db


def test_a_task_without_a_time_limit_is_the_least_urgent() -> None:
    example = kantor()
    version = sop_berkas(example)
    for limit in (None, MONDAY + timedelta(days=2), MONDAY + timedelta(days=1)):
        case = kasus_berkas(example, version)
        Task.objects.filter(case=case).update(batas=limit)
    found = [task.batas for task in tasks_of(example.people["dewi"], MONDAY)]
    assert found == [MONDAY + timedelta(days=1), MONDAY + timedelta(days=2), None]
