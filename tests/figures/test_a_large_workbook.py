"""A large workbook is read behind a page that shows how far it is, without a script."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from runut.files.guard.progress import Progress
from runut.files.store import DocumentMissing, get
from runut.office.kinerja import reading
from runut.office.kinerja.models import Upload
from runut.office.kinerja.reading import finish_reading, tell_progress
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.figures.books import book, client_of, send
from tests.kantor import kantor

pytestmark = pytest.mark.django_db
Begun = list[tuple[int, bytes]]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Begun:
    """The readings that were begun; the thread itself is the world's."""
    begun: Begun = []
    monkeypatch.setattr(reading, "begin_beside", lambda *asked: begun.append(asked))
    monkeypatch.setattr(reading, "LARGE", 1_000)
    return begun


@pytest.fixture
def client(started: Begun) -> Client:
    return client_of(kantor(), "rina")


def hand_in(client: Client, data: bytes) -> str:
    return str(send(client, data).url)


def test_the_page_waits_says_how_far_it_is_and_then_shows_the_figures(
    client: Client, started: Begun
) -> None:
    url = hand_in(client, book())
    waiting = client.get(url)
    assert "Membaca buku data" in waiting.content.decode()
    assert waiting.headers["Refresh"] == "2"
    assert "Sedang dibaca" in client.get("/kinerja/").content.decode()
    tell_progress(started[0][0], Progress(5, 8, "Membaca lembar Anggaran"))
    assert "Membaca lembar Anggaran (5 dari 8 langkah selesai)" in client.get(url).content.decode()
    finish_reading(*started[0])
    done = client.get(url)
    assert "Periksa sebelum diterapkan" in done.content.decode() and "Refresh" not in done.headers
    assert verify_all() == ()


def test_a_workbook_with_faults_says_them_where_the_reader_waits(
    client: Client, started: Begun
) -> None:
    url = hand_in(client, book({"Indikator!H4": "sembilan puluh"}))
    finish_reading(*started[0])
    answer = client.get(url)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Buku data belum dapat dipakai" in shown and "Indikator!H4" in shown
    with pytest.raises(DocumentMissing):
        get(settings.FILES_DIR, Upload.objects.get().sha256)
    assert not Entry.objects.filter(kind="kinerja.diunggah").exists()


def test_a_reading_that_was_cut_off_says_so_and_asks_for_the_file_again(
    client: Client, started: Begun
) -> None:
    url = hand_in(client, book())
    row = Upload.objects.get()
    Upload.objects.update(diperbarui=row.diunggah_pada - timedelta(minutes=5))
    cut = client.get(url)
    assert "Pembacaan terputus" in cut.content.decode() and "Refresh" not in cut.headers
    assert "Kirim berkasnya sekali lagi" in cut.content.decode()


def test_two_readers_of_one_workbook_bring_it_in_once(client: Client, started: Begun) -> None:
    hand_in(client, book())
    finish_reading(*started[0])
    finish_reading(*started[0])
    assert Entry.objects.filter(kind="kinerja.diunggah").count() == 1
    assert Upload.objects.get().keadaan == "menunggu"
