"""A page asks the database as often for sixty rows as for ten, and never more than 15 times."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.sops.models import SopVersion
from tests.kantor import kantor
from tests.office.berkas import kasus_berkas, sop_berkas

MOST_QUERIES = 15
FEW, MANY = 10, 60
LISTS = ("/", "/pelaksanaan/", "/sop/", "/laporan/", "/kinerja/")
OF_A_CASE = (
    "/pelaksanaan/{0}/",
    "/pelaksanaan/{0}/riwayat/",
    "/pelaksanaan/{0}/langkah/1/",
)
OF_A_REPORT = ("/laporan/{0}/", "/laporan/{0}/reviu/", "/laporan/{0}/bagian/penutup/")

Counting = Callable[[int], AbstractContextManager[CaptureQueriesContext]]


@pytest.fixture
def office(db: None) -> ExampleOffice:
    return kantor(figures=True)


@pytest.fixture
def staff(office: ExampleOffice) -> Client:
    client = Client()
    client.force_login(office.people["dewi"])
    return client


def _fill(office: ExampleOffice, version: SopVersion, count: int) -> Case:
    """Cases until there are ``count``, every one with an open task in the inbox of the staff."""
    for _ in range(count - Case.objects.count()):
        case = kasus_berkas(office, version)
    return case


def _asked(staff: Client, path: str) -> int:
    staff.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert staff.get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("path", LISTS)
def test_a_list_of_sixty_asks_as_often_as_a_list_of_ten(
    office: ExampleOffice, staff: Client, path: str, django_assert_max_num_queries: Counting
) -> None:
    version = sop_berkas(office)
    _fill(office, version, FEW)
    few = _asked(staff, path)
    _fill(office, version, MANY)
    assert _asked(staff, path) == few
    with django_assert_max_num_queries(MOST_QUERIES):
        staff.get(path)


@pytest.mark.parametrize("path", [*OF_A_CASE, *OF_A_REPORT])
def test_a_page_of_a_case_does_not_ask_for_the_others(
    office: ExampleOffice, staff: Client, path: str, django_assert_max_num_queries: Counting
) -> None:
    version = office.sop if path in OF_A_REPORT else sop_berkas(office)
    few = _asked(staff, path.format(_fill(office, version, FEW).pk))
    last: Any = _fill(office, version, MANY).pk
    assert _asked(staff, path.format(last)) == few
    with django_assert_max_num_queries(MOST_QUERIES):
        staff.get(path.format(last))
