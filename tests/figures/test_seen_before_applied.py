"""A workbook that comes in is looked at first: what it changes, what is odd. Nothing counts yet."""

import pytest

from runut.office.kinerja import preview
from runut.office.kinerja.actions import latest_dataset
from runut.office.kinerja.models import Dataset, KeptFinding, Upload
from runut.office.kinerja.stored import data_of
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.figures.books import REASON, TEN_SLIPS, apply, book, client_of, send
from tests.kantor import kantor

pytestmark = pytest.mark.django_db


def test_the_first_workbook_waits_and_is_applied() -> None:
    example = kantor()
    client = client_of(example, "rina")
    answer = send(client, book())
    upload = Upload.objects.get()
    assert answer.status_code == 302 and answer.url == f"/kinerja/unggahan/{upload.pk}/"
    assert not Dataset.objects.exists()
    done = apply(client, upload)
    dataset = Dataset.objects.get()
    assert done.url == f"/kinerja/{dataset.pk}/" and dataset.versi == 1
    assert client.get(answer.url).url == done.url
    assert verify_all() == ()


def test_ten_slips_are_all_shown_before_they_are_applied() -> None:
    example = kantor(figures=True)
    client = client_of(example, "rina")
    page = client.get(send(client, book(TEN_SLIPS)).url)
    shown = page.content.decode()
    changed = {one.sel for row in page.context["shown"].rows for one in row.isian}
    assert changed == TEN_SLIPS.keys()
    for place in TEN_SLIPS:
        assert place in shown, place
    assert "10 kali" in shown and "89,74" in shown and "+807,66" in shown
    kept = {one.letak.sel for one in page.context["shown"].kept.values()}
    assert {"Indikator!H4", "Indikator!H5", "Anggaran!E6", "Anggaran!F6"} <= kept
    before = latest_dataset(example.office.pk, 2025)
    assert before is not None and before.versi == 1 and not KeptFinding.objects.exists()


def test_a_book_that_is_odd_from_end_to_end_says_how_much_it_does_not_show(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(preview, "_MOST_ASKED", 2)
    monkeypatch.setattr(preview, "_MOST_ROWS", 3)
    example = kantor(figures=True)
    client = client_of(example, "rina")
    url = send(client, book(TEN_SLIPS)).url
    page = client.get(url)
    cells, rows = len(page.context["shown"].asked(())), len(page.context["shown"].rows)
    shown = page.content.decode()
    assert shown.count('name="benar_') == 2
    assert f"Dan {cells - 2} sel lain yang janggal" in shown
    assert f"Dan {rows - 3} baris lain yang berubah" in shown
    kept = page.context["shown"].kept
    assert apply(client, Upload.objects.get()).status_code == 302
    assert KeptFinding.objects.count() == len(kept)


def test_one_slip_is_right_with_a_reason_and_the_others_have_an_owner() -> None:
    example = kantor(figures=True)
    client = client_of(example, "rina")
    url = send(client, book(TEN_SLIPS)).url
    kept = client.get(url).context["shown"].kept
    first, owner = next(iter(kept)), example.people["dewi"]
    said = {f"benar_{first}": REASON, "pemilik": owner.pk}
    together = client.get(url).context["shown"].asked(())[0].keys
    assert first in together
    assert apply(client, Upload.objects.get(), **said).status_code == 302
    rows = {one.kunci: one for one in KeptFinding.objects.all()}
    assert rows.keys() == kept.keys()
    assert rows[first].keadaan == "benar" and rows[first].jawaban == REASON
    assert {one.pemilik for key, one in rows.items() if key not in together} == {owner}
    inbox = client_of(example, "dewi").get("/").content.decode()
    assert f"{len(rows) - len(together)} temuan data kinerja 2025 menunggu jawaban Saudara" in inbox
    assert Entry.objects.filter(kind="kinerja.temuan_dijawab").count() == len(together)
    assert verify_all() == ()


def test_ya_is_not_taken_for_a_reason() -> None:
    example = kantor(figures=True)
    client = client_of(example, "rina")
    send(client, book(TEN_SLIPS))
    upload = Upload.objects.get()
    kept = client.get(f"/kinerja/unggahan/{upload.pk}/").context["shown"].kept
    answer = apply(client, upload, **{f"benar_{next(iter(kept))}": "ya"})
    assert answer.status_code == 422 and Dataset.objects.count() == 1
    assert "Tulis mengapa angka itu benar" in answer.content.decode()


def test_figures_do_not_change_in_silence() -> None:
    example = kantor(figures=True)
    client = client_of(example, "rina")
    send(client, book({"Indikator!H4": 90.5}))
    answer = apply(client, Upload.objects.get(), alasan="")
    assert answer.status_code == 422 and Dataset.objects.count() == 1
    assert "Angka yang sudah tercatat berubah" in answer.content.decode()


def test_what_came_in_meanwhile_is_seen_first() -> None:
    example = kantor(figures=True)
    client = client_of(example, "rina")
    send(client, book({"Indikator!H4": 90.5}), "a")
    send(client, book({"Indikator!H4": 91.5}), "b")
    first, second = Upload.objects.order_by("pk")
    assert apply(client, second, "c").status_code == 302
    stale = apply(client, first, "d", versi=1)
    assert stale.status_code == 409 and "versi lain dimuat" in stale.content.decode()
    assert "91,5" in stale.content.decode()
    assert apply(client, first, "e").status_code == 302
    latest = latest_dataset(example.office.pk, 2025)
    assert latest is not None and latest.versi == 3
    assert str(data_of(latest).indikators[0].realisasi.nilai) == "90.5"


def test_a_waiting_workbook_is_put_aside_and_nothing_changed() -> None:
    example = kantor(figures=True)
    client = client_of(example, "rina")
    send(client, book({"Indikator!H4": 90.5}))
    upload = Upload.objects.get()
    answer = client.post(f"/kinerja/unggahan/{upload.pk}/batal/", {"kunci": "batal"})
    assert answer.url == "/kinerja/" and Dataset.objects.count() == 1
    assert client.get(f"/kinerja/unggahan/{upload.pk}/").status_code == 302
    upload.refresh_from_db()
    assert upload.keadaan == "dibatalkan"


def test_the_same_form_twice_applies_once() -> None:
    example = kantor(figures=True)
    client = client_of(example, "rina")
    send(client, book({"Indikator!H4": 90.5}))
    upload = Upload.objects.get()
    page = client.get(f"/kinerja/unggahan/{upload.pk}/")
    fields = {
        "kunci": "sekali",
        "versi": page.context["shown"].seen,
        "alasan": REASON,
        "fakta": "on",
        "melepas": "on",
    }
    urls = {client.post(f"/kinerja/unggahan/{upload.pk}/", fields).url for _ in range(2)}
    assert len(urls) == 1 and Dataset.objects.count() == 2


def test_who_does_not_keep_the_figures_sees_nothing_that_waits() -> None:
    example = kantor(figures=True)
    send(client_of(example, "rina"), book({"Indikator!H4": 90.5}))
    upload = Upload.objects.get()
    stranger = client_of(example, "joko")
    assert stranger.get(f"/kinerja/unggahan/{upload.pk}/").status_code == 404
