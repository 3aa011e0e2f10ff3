"""The look at the rows sees every change, however it is made, and nothing that was taken back."""

from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from django.db import connection, transaction

from runut.office.people.models import Grant, Person, Unit
from tests.security.conftest import World
from tests.security.rows import changed, rows

pytestmark = pytest.mark.django_db


def _by_hand(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE people_unit SET nama = nama || 'a' WHERE office_id = %s", [_a(world)]
        )


def _a(world: World) -> int:
    return world.a.example.office.pk


CHANGES: dict[str, Callable[[World], object]] = {
    "people_unit": lambda world: Unit.objects.create(office_id=_a(world), nama="Baru"),
    "people_person": lambda world: Person.objects.filter(username="a.rina").update(pangkat="IV/a"),
    "people_grant": lambda world: Grant.objects.filter(office_id=_a(world)).latest("pk").delete(),
    "people_unit by hand": _by_hand,
}


@pytest.mark.parametrize("table", CHANGES)
def test_one_row_that_is_written_changed_or_deleted_is_seen(world: World, table: str) -> None:
    before = rows()
    CHANGES[table](world)
    assert changed(before) == [table.split(maxsplit=1)[0]]


def test_a_session_is_no_change(world: World) -> None:
    before = rows()
    world.client("kasubag").get("/masuk/")
    Session.objects.all().delete()
    assert changed(before) == []


def test_what_was_taken_back_is_no_change_and_no_ground_to_compare_with(world: World) -> None:
    start = rows()
    with transaction.atomic():
        _by_hand(world)
        within = rows()
        assert changed(start) == ["people_unit"] and changed(within) == []
        transaction.set_rollback(True)
    assert changed(start) == []
    assert changed(within) == ["people_unit"]
    again = rows()
    assert again.digests == start.digests
    _by_hand(world)
    assert changed(again) == ["people_unit"]


def test_a_test_begins_with_what_is_there(world: World) -> None:
    told = rows()
    with transaction.atomic():  # written, so that all is read once more
        _by_hand(world)
        transaction.set_rollback(True)
    assert rows() is not told and rows().digests == told.digests
