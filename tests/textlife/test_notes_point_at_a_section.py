"""Who sends a draft back points at the section that he means; its writers are led there."""

import pytest
from django.test import Client

from runut.office import clock
from runut.office.reports.pointing import key_of, pointed_at, sections_of
from tests.security.walking import forms_of
from tests.textlife.living import Living
from tests.textlife.stations import living_at

pytestmark = pytest.mark.django_db


def test_the_note_leads_to_the_section_it_points_at(monkeypatch: pytest.MonkeyPatch) -> None:
    living = living_at("periksa")
    monkeypatch.setattr(clock, "now", lambda: living.clock)
    client = Client()
    client.force_login(living.example.people["rina"])
    url = f"/pelaksanaan/{living.row.pk}/langkah/7/"
    page = client.get(url).content.decode()
    way = "kembalikan/" if f"{url}kembalikan/" in page else ""
    form = next(form for form in forms_of(client, url + way) if "catatan" in form.fields)
    told = {"bagian": "Simpulan", "catatan": "Terlalu pendek."}
    told |= {"putusan": "Tidak"} if "putusan" in form.fields else {}
    assert form.send(client, **told).status_code == 302

    writers = living.step_page("budi", "6")
    assert "Pada bagian Simpulan: Terlalu pendek." in writers
    assert f"/laporan/{living.row.pk}/bagian/penutup/" in writers
    assert "Buka bagiannya" in writers


def test_of_titles_that_begin_alike_the_longer_is_meant() -> None:
    living = Living()
    sections = sections_of(living.row)
    for one in sections:
        assert key_of(pointed_at(one.title, "x: y"), sections) == one.key
    assert key_of("Perbaiki simpulan.", sections) == ""
