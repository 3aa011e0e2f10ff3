"""Versions are compared, and the public summary is given out, from the board of the report.

The walk to a frozen draft is long: what is done with it stands in one story.
"""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from runut.office.cases.models import Case, Document
from runut.office.example.office import start_example_case
from runut.office.reports.models import FrozenDraft
from tests.kantor import MONDAY
from tests.textlife.living import Living
from tests.textlife.stations import living_at

pytestmark = pytest.mark.django_db


def copied(draft: Document, **other: Any) -> Document:
    """The same stored paper as another document."""
    files = list(draft.files.all())
    copy = Document.objects.get(pk=draft.pk)
    copy.pk = None
    for name, value in other.items():
        setattr(copy, name, value)
    copy.save()
    for file in files:
        file.pk, file.document = None, copy
        file.save()
    return copy


def last_year(living: Living) -> Case:
    """A report of the year before with a frozen draft of its own."""
    case = start_example_case(living.example, 2024, MONDAY)
    frozen = FrozenDraft.objects.get(case=living.row)
    frozen.document = copied(frozen.document, case=case, kode="YYYYYYYYYY")
    frozen.pk, frozen.case = None, case
    frozen.save()
    return case


def test_versions_and_years_are_compared_and_the_summary_waits_for_the_signature() -> None:
    living = living_at("periksa")
    client, at = Client(), f"/laporan/{living.row.pk}/"
    client.force_login(living.example.people["budi"])
    first = living.draft

    # frozen, there are this draft and the one that was handed out; returned, also what is written
    assert "Keadaan sekarang" not in living.page("budi", f"{at}beda/")
    living.give_back("7", "rina")
    living.write("budi", "Kalimat yang baru sekali.")
    assert f'href="{at}beda/"' in living.page("budi", at)
    page = living.page("budi", f"{at}beda/")
    assert "Keadaan sekarang" in page and "Naskah beku versi 1" in page
    assert "Kalimat yang baru sekali.</ins>" in page
    query = urlencode({"semula": first.pk, "menjadi": "sekarang"})
    assert client.get(f"{at}beda.pdf?{query}").content.startswith(b"%PDF")
    assert client.get(f"{at}beda/?semula=999999").status_code == 404

    # the last draft of another year is among them
    other = last_year(living)
    theirs = FrozenDraft.objects.get(case=other).document_id
    with CaptureQueriesContext(connection) as asked:
        told = client.get(f"{at}beda/?semula={theirs}&menjadi={first.pk}").content.decode()
    assert f"{other.judul}: Naskah beku" in told and len(asked) <= 15
    assert "Tidak ada perbedaan isi" in told
    other.members.all().delete()
    assert client.get(f"{at}beda/?semula={theirs}").status_code == 404, "not his to see"

    # the summary is a draft until the report is signed, and then names its code
    page = living.page("budi", f"{at}ringkasan/")
    assert "masih DRAF" in page and 'data-kata="DRAF"' in page
    assert client.get(f"{at}ringkasan/lain.pdf").status_code == 404
    status = json.loads(client.get(f"{at}ringkasan/data.json").content)["tentang"]["status"]
    assert status.startswith("draf")
    copied(first, jenis="laporan_ditandatangani", kode="ZZZZZZZZZZ", signs=first)
    page = living.page("budi", f"{at}ringkasan/")
    assert "DRAF" not in page and f"kode {first.kode}" in page
    assert client.get(f"{at}ringkasan/ringkasan.pdf").content.startswith(b"%PDF")
    assert b"<!doctype html>" in client.get(f"{at}ringkasan/ringkasan.html").content
    for name in ("indikator.csv", "anggaran.csv"):
        assert client.get(f"{at}ringkasan/{name}")["Content-Type"].startswith("text/csv")
