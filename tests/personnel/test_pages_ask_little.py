"""The pages of the register ask the database as often for sixty people as for ten."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from runut.office.example.office import ExampleOffice
from runut.office.people.models import Unit
from runut.office.personnel.actions.posts import Post
from runut.office.personnel.actions.register import add_person
from runut.office.personnel.facts import Facts
from tests.personnel.keeping import NOW, doer

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15
PAGES = (
    "/kantor/pegawai/",
    "/kantor/pegawai/?cari=orang",
    "/kantor/pegawai/jabatan/",
    "/kantor/pegawai/unit/",
    "/kantor/pegawai/hak/",
    "/kantor/pegawai/kode/",
    "/kantor/pegawai/kualifikasi/",
    "/kantor/pegawai/kualifikasi/sop/{sop}/",
    "/kantor/pegawai/{dewi}/",
    "/kantor/pegawai/{dewi}/kualifikasi/",
    "/kantor/pegawai/{dewi}/jabatan/",
    "/kantor/pegawai/baru/",
)


def fill(example: ExampleOffice, first: int, last: int) -> None:
    for number in range(first, last):
        unit = Unit.objects.create(office=example.office, nama=f"Unit {number}")
        post = Post("Analis", ("Tim",), NOW.date(), unit, is_shared=True)
        facts = Facts(f"Orang {number}", f"Orang {number}", username=f"orang{number}")
        add_person(facts, post, doer(example))


@pytest.mark.parametrize("page", PAGES)
def test_sixty_cost_no_more_than_ten(
    example: ExampleOffice,
    rina: Client,
    page: str,
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[CaptureQueriesContext]],
) -> None:
    url = page.format(sop=example.sop.pk, dewi=example.people["dewi"].pk)
    counts = []
    for first, last in ((0, 10), (10, 60)):
        fill(example, first, last)
        rina.get(url)
        with CaptureQueriesContext(connection) as asked:
            assert rina.get(url).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
    with django_assert_max_num_queries(MOST_QUERIES):
        rina.get(url)
