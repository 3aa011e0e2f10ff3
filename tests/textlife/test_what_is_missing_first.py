"""What a report will miss later is said before its case starts."""

import pytest

from runut.office.cases.acting import definition_for
from runut.office.kinerja.models import Dataset
from runut.office.reports.lacks import lacks
from tests.kantor import MONDAY, kantor

pytestmark = pytest.mark.django_db
DAY = MONDAY.date()


def test_figures_their_lone_checker_and_foreign_facts_are_named() -> None:
    example = kantor(figures=True)
    definition = definition_for(example.sop)
    assert lacks(example.office, DAY, definition) == []
    assert lacks(example.office, DAY, None) == []

    Dataset.objects.update(dimuat_oleh=example.people["rina"])
    [alone] = lacks(example.office, DAY, definition)
    assert alone.is_blocking and "langkah 7" in alone.what and "Rina" in alone.what

    Dataset.objects.update(dimuat_oleh=example.people["dewi"])
    example.office.kota = "Singkawang"
    [town] = lacks(example.office, DAY, definition)
    assert "Kota" in town.what and "Singkawang" in town.what

    Dataset.objects.all().delete()
    [none] = lacks(example.office, DAY, definition)
    assert "tahun 2025 belum dimuat" in none.what and none.url == "/kinerja/"
