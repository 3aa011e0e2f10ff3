"""A sentence that waits has an owner, a day since when, and is asked about where it is unsure."""

import pytest

from runut.core.report.lakip.keys import SIMPULAN, penyebab_key
from runut.office.kinerja.models import KeptFinding, Upload
from runut.office.reports.lakip.claims import claims_of
from runut.office.reports.models import SectionClaim
from tests.claims.test_claims_web import FALSE, flat
from tests.figures.books import apply, book, client_of, send
from tests.textlife.living import Living

pytestmark = pytest.mark.django_db

HERE = penyebab_key("S1")
UNSURE = "Capaian kinerja menurun dibandingkan tahun lalu."


def test_what_waits_stands_with_its_writer_until_it_is_mended() -> None:
    living = Living()
    living.write("sari", FALSE)
    task = SectionClaim.objects.get(case=living.row)
    assert (task.untuk, task.sejak) == (living.example.people["sari"], living.clock)
    inbox = flat(client_of(living.example, "sari").get("/").content.decode())
    assert "1 kalimat pada" in inbox and f"/laporan/{living.row.pk}/#klaim" in inbox
    assert "1 kalimat pada" not in client_of(living.example, "budi").get("/").content.decode()
    board = flat(
        client_of(living.example, "budi").get(f"/laporan/{living.row.pk}/").content.decode()
    )
    assert "Ditangani Sari Wulandari, S.I.Kom., sejak" in board

    # saved again, the same sentence waits since the same day; mended, it waits no longer
    living.write("budi", f"{FALSE} Tim bekerja baik.")
    task.refresh_from_db()
    assert task.selesai_pada is None and task.untuk == living.example.people["sari"]
    living.write("budi", "Sebanyak 10 dari 12 indikator mencapai target.")
    task.refresh_from_db()
    assert task.selesai_pada == living.clock
    assert "1 kalimat pada" not in client_of(living.example, "sari").get("/").content.decode()


def test_new_figures_give_a_sentence_that_they_deny_to_its_writer() -> None:
    living = Living()
    living.write("sari", "Indeks kepuasan layanan keprotokolan mencapai 89,74.")
    assert not SectionClaim.objects.exists()
    keeper = client_of(living.example, "dewi")
    send(keeper, book({"Indikator!H4": 90.5}), "a")
    assert apply(keeper, Upload.objects.latest("pk"), "b").status_code == 302
    assert SectionClaim.objects.get(key=SIMPULAN).untuk == living.example.people["sari"]


def test_an_unsure_sentence_is_asked_and_then_held_against_what_was_meant() -> None:
    living = Living()
    living.write("sari", UNSURE, HERE)
    client, board = client_of(living.example, "sari"), f"/laporan/{living.row.pk}/"
    shown = flat(client.get(board).content.decode())
    assert "1 kalimat perlu dijelaskan" in shown and "Indikator mana yang dimaksud?" in shown
    row = claims_of(living.row).asked[0]
    assert "Indeks kepuasan layanan keprotokolan" in client.get(row.url).content.decode()
    assert client.post(row.url, {"kunci": "a"}).status_code == 422
    reader = client_of(living.example, "andreas")
    assert reader.post(row.url, {"kunci": "b", "indikator": "bukan"}).status_code == 403

    # said of an indicator that rose, the sentence is a contradiction
    rising = next(
        one for one in row.choices
        if one.riwayat[2024].nilai < one.realisasi.nilai  # type: ignore[operator]
    )  # fmt: skip
    assert client.post(row.url, {"kunci": "c", "indikator": rising.id}).status_code == 302
    assert [one.claim.kode for one in claims_of(living.row).open] == ["arah"]
    assert SectionClaim.objects.filter(selesai_pada=None).count() == 1

    # the answer can be changed; of no indicator, nothing waits
    assert client.post(row.url, {"kunci": "d", "indikator": "bukan"}).status_code == 302
    assert claims_of(living.row).waiting == []
    assert not SectionClaim.objects.filter(selesai_pada=None).exists()
    assert KeptFinding.objects.get(kode="klaim.tanya").angka == ""
    assert "Bukan angka capaian indikator." in client.get(board).content.decode()
    assert "temuan data kinerja" not in client.get("/").content.decode()


def test_what_is_typed_is_checked_before_it_is_saved() -> None:
    living = Living()
    client = client_of(living.example, "sari")
    home = f"/laporan/{living.row.pk}/bagian/penutup/"
    asked = client.post(
        f"{home}lihat/", {"teks": FALSE, "dasar": 0}, headers={"Accept": "application/json"}
    ).json()
    assert [one["kata"] for one in asked["klaim"]] == ["11"]
    assert "10 dari 12 indikator" in asked["klaim"][0]["data"]
    plain = flat(client.post(f"{home}lihat/", {"teks": FALSE, "dasar": 0}).content.decode())
    assert "1 pernyataan tidak sesuai data" in plain and "<mark>11</mark>" in plain
    assert not SectionClaim.objects.exists()
    saved = client.post(home, {"teks": FALSE, "dasar": 0, "kunci": "s"}, follow=True)
    assert "1 kalimat perlu dibetulkan atau dijelaskan" in saved.content.decode()
