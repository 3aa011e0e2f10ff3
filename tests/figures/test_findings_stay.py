"""A finding stays with its owner until it is answered or its figure is mended."""

import pytest

from runut.office.kinerja.models import Dataset, KeptFinding, Upload
from runut.office.trust.models import Entry
from tests.figures.books import REASON, apply, book, client_of, send
from tests.kantor import kantor

pytestmark = pytest.mark.django_db

SLIP = {"Indikator!H4": 897.4}
LEAP = "berubah_berkali_lipat"


def _slipped() -> tuple[object, object]:
    example = kantor(figures=True)
    client = client_of(example, "rina")
    send(client, book(SLIP), "a")
    apply(client, Upload.objects.get(), "b")
    return example, client


def test_a_leap_stays_a_question_in_the_next_version() -> None:
    _, client = _slipped()
    send(client, book({**SLIP, "Indikator!H5": 98}), "c")
    apply(client, Upload.objects.latest("pk"), "d")
    assert KeptFinding.objects.get(kode=LEAP).keadaan == "terbuka"


def test_the_figure_that_is_mended_answers_its_finding() -> None:
    _, client = _slipped()
    send(client, book(), "c")
    apply(client, Upload.objects.latest("pk"), "d")
    rows = KeptFinding.objects.exclude(sejak_versi=3)
    assert {one.keadaan for one in rows} == {"dibetulkan"}
    assert Entry.objects.filter(kind="kinerja.temuan_dibetulkan").count() == rows.count()


def test_its_owner_answers_it_and_nobody_else() -> None:
    example, client = _slipped()
    row = KeptFinding.objects.get(kode=LEAP)
    url = f"/kinerja/temuan/jawab/{row.pk}/"
    owner = example.people["dewi"]
    given = {"kunci": "g", "tindakan": "serahkan", "pemilik": owner.pk}
    assert client.post(url, given).status_code == 302
    said = {"kunci": "j", "jawaban": REASON}
    other = client_of(example, "sari")
    assert other.post(url, {**said, "kunci": "x"}).status_code == 403
    assert client_of(example, "dewi").post(url, said).status_code == 302
    row.refresh_from_db()
    assert (row.keadaan, row.jawaban, row.dijawab_oleh) == ("benar", REASON, owner)
    again = client.post(url, {**said, "kunci": "y"})
    assert again.status_code == 409


def test_an_answer_holds_in_the_next_version_and_is_shown_there() -> None:
    _, client = _slipped()
    row = KeptFinding.objects.exclude(kode=LEAP).first()
    assert row is not None
    url = f"/kinerja/temuan/jawab/{row.pk}/"
    client.post(url, {"kunci": "j", "jawaban": REASON})
    page = client.get(send(client, book({**SLIP, "Indikator!H5": 98}), "c").url)
    assert "Dinyatakan benar" in page.content.decode() and REASON in page.content.decode()
    apply(client, Upload.objects.latest("pk"), "d")
    row.refresh_from_db()
    assert row.keadaan == "benar"


def test_the_page_of_a_figure_tells_old_new_who_when_and_why() -> None:
    _, client = _slipped()
    page = client.get("/kinerja/angka/2025/?k=indikator/IKU-1/realisasi").content.decode()
    for word in ("Versi 1", "Versi 2", "89,74", "897,4", "+807,66", REASON, "Rina"):
        assert word in page, word
    assert client.get("/kinerja/angka/2025/?k=tidak/ada").status_code == 404


def test_the_findings_of_a_year_stand_on_one_page() -> None:
    _, client = _slipped()
    page = client.get("/kinerja/temuan/2025/").content.decode()
    assert page.count("Jawab<span") == KeptFinding.objects.filter(keadaan="terbuka").count()
    dataset = Dataset.objects.latest("pk")
    assert "temuan belum dijawab" in client.get(f"/kinerja/{dataset.pk}/").content.decode()
