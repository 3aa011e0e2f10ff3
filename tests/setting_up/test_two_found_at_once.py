"""Two people at once on the first page of an empty folder: one office, one first person."""

import threading

from django.db import connections

from runut.office.founding.setup import found_office
from runut.office.people.models import Office, Person
from tests.kantor import MONDAY
from tests.setting_up.offices import SANDI


def test_of_two_at_once_one_alone_makes_the_office(shared_db: None) -> None:
    both, made = threading.Barrier(2), []

    def found(username: str) -> None:
        both.wait()
        facts = {"nama": username, "nip": "", "username": username}
        made.append(found_office("Biro Umum", facts, SANDI, MONDAY))
        connections.close_all()

    threads = [threading.Thread(target=found, args=(name,)) for name in ("ani", "budi")]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sum(person is not None for person in made) == 1
    assert (Office.objects.count(), Person.objects.count()) == (1, 1)
