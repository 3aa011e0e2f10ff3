"""A claim that the figures deny stands at its sentence, on the board, and with its answer."""

import pytest

from runut.core.report.lakip.keys import SIMPULAN
from runut.office.kinerja.models import KeptFinding, Upload
from runut.office.reports.lakip.claims import claims_of
from runut.office.reports.models import SectionClaim
from runut.office.trust.models import Entry
from tests.figures.books import apply, book, client_of, send
from tests.textlife.living import Living

pytestmark = pytest.mark.django_db

FALSE = "Sebanyak 11 dari 12 indikator mencapai target. Rapat berjalan lancar."
REASON = "Satu indikator diperhitungkan menurut berita acara Inspektorat."


def flat(page: str) -> str:
    return " ".join(page.split())


def test_a_false_sentence_is_named_where_people_work_until_it_is_answered() -> None:
    living = Living()
    living.write("sari", FALSE)
    client = client_of(living.example, "sari")
    board, home = f"/laporan/{living.row.pk}/", f"/laporan/{living.row.pk}/bagian/{SIMPULAN}/"
    shown = flat(client.get(board).content.decode())
    assert "1 pernyataan tidak sesuai data" in shown and "10 dari 12 indikator" in shown
    assert "Sebanyak <mark>11</mark> dari 12" in flat(client.get(home).content.decode())

    row = claims_of(living.row).open[0]
    assert client.post(row.url, {"kunci": "a", "jawaban": "ya"}).status_code == 422
    reader = client_of(living.example, "andreas")
    assert "ditulis oleh" in flat(reader.get(row.url).content.decode())
    assert reader.post(row.url, {"kunci": "b", "jawaban": REASON}).status_code == 403
    for _ in range(2):
        assert client.post(row.url, {"kunci": "c", "jawaban": REASON}).status_code == 302
    kept = KeptFinding.objects.get(kunci=row.kunci)
    assert (kept.keadaan, kept.jawaban, kept.kode) == ("benar", REASON, "klaim.jumlah")
    assert Entry.objects.filter(kind="laporan.klaim_dinyatakan_benar").count() == 1
    assert SectionClaim.objects.get().selesai_pada is not None
    shown = flat(client.get(board).content.decode())
    assert "tidak sesuai data" not in shown and f"Benar, karena:</b> {REASON}" in shown

    # another sentence is another claim: the answer does not cover it
    living.write("sari", FALSE.replace("11", "9"))
    assert [one.answer for one in claims_of(living.row).rows] == [None]
    living.write("sari", "Sebanyak 10 dari 12 indikator mencapai target.")
    assert claims_of(living.row).rows == ()
    assert client.get(row.url).status_code == 404


def test_a_sentence_that_new_figures_made_false_says_since_when() -> None:
    living = Living()
    living.write("sari", "Indeks kepuasan layanan keprotokolan mencapai 89,74.")
    assert claims_of(living.row).rows == ()
    keeper = client_of(living.example, "dewi")
    send(keeper, book({"Indikator!H4": 90.5}), "a")
    assert apply(keeper, Upload.objects.latest("pk"), "b").status_code == 302
    living.row.refresh_from_db()
    page = client_of(living.example, "sari").get(f"/laporan/{living.row.pk}/").content.decode()
    assert "<mark>89,74</mark>" in page and "realisasi 90,50" in page
    assert "cocok dengan data versi 1; datanya berubah" in flat(page)
