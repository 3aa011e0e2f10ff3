"""Days on which the machine fails: said in a sentence, and nothing that was done is false."""

from datetime import timedelta
from pathlib import Path

import pytest

from runut.core.findings import Level
from runut.office.trust.append import Act, append
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.databases import on_sqlite
from tests.kantor import MONDAY, kantor
from tests.running.serving import run


@on_sqlite
def test_a_database_that_is_none_any_more_is_not_served_and_not_touched(own_office: Path) -> None:
    database = own_office / "runut.sqlite3"
    with database.open("r+b") as file:
        file.write(b"\xa5" * 100)
    before = database.read_bytes()
    refused = run(own_office, "serve")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "pulihkan dari cadangan" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
    assert database.read_bytes() == before


@pytest.mark.django_db
def test_a_clock_set_back_two_hours_is_noted_and_calls_nothing_false() -> None:
    office = kantor().office
    for hours in (0, -2, -1):
        at = MONDAY + timedelta(hours=hours)
        append(office.pk, [Act("uji.jam", "kantor:1", {"jam": hours})], actor="", at=at)
    told = verify_all()
    assert [one.kode for one in told if one.tingkat is not Level.INFO] == []
    assert any("jam" in one.pesan.lower() for one in told)
    numbers = Entry.objects.filter(office=office).order_by("seq").values_list("seq", flat=True)
    assert list(numbers) == list(range(1, len(numbers) + 1))
