"""Two people write one section: the differences are marked, and saving over is asked about."""

import pytest
from django.test import Client

from runut.core.report.differences import mark_differences
from runut.core.report.lakip.keys import SIMPULAN
from runut.office import clock
from runut.office.reports.models import SectionText
from tests.textlife.stations import living_at

pytestmark = pytest.mark.django_db


def test_words_are_marked_in_reading_order() -> None:
    pieces = mark_differences("Hasil tahun ini baik.", "Hasil tahun ini sangat baik sekali.")
    assert [one.kind for one in pieces] == ["sama", "hilang", "baru"]
    assert "".join(one.text for one in pieces if one.kind != "hilang") == (
        "Hasil tahun ini sangat baik sekali."
    )


def test_saving_over_somebody_without_merging_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    living = living_at("sempurnakan")
    monkeypatch.setattr(clock, "now", lambda: living.clock)
    living.write("sari", "Teks dari Sari.")
    client, url = Client(), f"/laporan/{living.row.pk}/bagian/{SIMPULAN}/"
    client.force_login(living.example.people["budi"])
    mine = {"dasar": "0", "teks": "Teks dari Budi."}

    first = client.post(url, {"kunci": "a", **mine})
    page = first.content.decode()
    assert first.status_code == 409
    assert "<del>Sari." in page and "<ins>Budi." in page
    tadi = page.split('name="tadi" value="')[1].split('"')[0]

    blind = client.post(url, {"kunci": "b", "dasar": "1", "teks": mine["teks"], "tadi": tadi})
    assert blind.status_code == 422
    assert "belum digabung" in blind.content.decode() and "<del>Sari." in blind.content.decode()
    assert SectionText.objects.get(case=living.row, key=SIMPULAN).teks == "Teks dari Sari."

    merged = {"kunci": "c", "dasar": "1", "teks": "Teks dari Sari dan Budi.", "tadi": tadi}
    saved = client.post(url, merged)
    assert saved.status_code == 302
    assert saved["Location"].endswith("/langkah/6/#yang-dikerjakan")
    assert SectionText.objects.latest("pk").teks == "Teks dari Sari dan Budi."
    over = {"kunci": "d", "dasar": "2", "teks": "Teks dari Budi.", "tadi": tadi, "ganti": "on"}
    assert client.post(url, over).status_code == 302
