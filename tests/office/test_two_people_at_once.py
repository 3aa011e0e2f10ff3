"""R3: people who complete one step at the same instant. Exactly one wins; the others are told."""

import threading
from collections import Counter

import pytest
from django.db import connection
from django.test import Client

from runut.office.cases.models import Case, Task
from runut.office.people.models import Person
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.kantor import kantor
from tests.office.berkas import isian, kasus_berkas, sop_berkas

LONG = pytest.mark.gate
"""Before a release a fault of one race in a hundred is looked for; a lost guard shows at once."""


def _at_once(people: list[Person], case: Case) -> list[tuple[int, str]]:
    """Everybody sends the form of step 1 from one barrier; the answers."""
    barrier, answers = threading.Barrier(len(people)), []

    def send(number: int, person: Person) -> None:
        client = Client()
        client.force_login(person)
        barrier.wait()
        fields = isian(case, f"kunci-{case.pk}-{number}")
        response = client.post(f"/pelaksanaan/{case.pk}/langkah/1/", fields)
        answers.append((response.status_code, response.content.decode()))
        connection.close()

    threads = [threading.Thread(target=send, args=pair) for pair in enumerate(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.usefixtures("shared_db")
@pytest.mark.parametrize("rounds", [20, pytest.param(100, marks=LONG)])
def test_exactly_one_of_two_wins_and_the_other_gets_a_plain_sentence(rounds: int) -> None:
    example = kantor()
    version = sop_berkas(example)
    two = [example.people["dewi"], example.people["joko"]]
    for _ in range(rounds):
        case = kasus_berkas(example, version)
        answers = _at_once(two, case)
        assert Counter(status for status, _ in answers) == {302: 1, 409: 1}
        assert any("sudah tidak terbuka" in body for status, body in answers if status == 409)
        done = Entry.objects.filter(kind="kasus.langkah_selesai", subject=f"kasus:{case.pk}")
        assert done.count() == 1
        assert list(Task.objects.filter(case=case).values_list("no", flat=True)) == ["2"]
    assert verify_all() == ()


@pytest.mark.usefixtures("shared_db")
@pytest.mark.parametrize("crowds", [2, pytest.param(5, marks=LONG)])
def test_exactly_one_of_twenty_wins(crowds: int) -> None:
    example = kantor()
    version = sop_berkas(example)
    crowd = [example.people["dewi"], example.people["joko"]] * 10
    for _ in range(crowds):
        case = kasus_berkas(example, version)
        statuses = Counter(status for status, _ in _at_once(crowd, case))
        assert statuses == {302: 1, 409: 19}
