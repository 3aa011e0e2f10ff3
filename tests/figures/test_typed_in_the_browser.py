"""An office without Excel types its figures: each form is a row, each saving a version."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from runut.office.kinerja.actions import latest_dataset
from runut.office.kinerja.models import Dataset, Upload
from runut.office.kinerja.stored import data_of
from runut.office.verification.verify import verify_all
from tests.figures.books import REASON, client_of
from tests.kantor import kantor

pytestmark = pytest.mark.django_db
PROFIL = "/kinerja/isi/2025/profil/"
ANGKA = "/kinerja/isi/2025/angka/?baris=IKU-1"


def fields(client: Client, url: str, **typed: str) -> dict[str, Any]:
    """What the form holds, with something typed over it."""
    form = client.get(url).context["form"]
    held = {one.html_name: one.value() or "" for one in form if one.html_name != "hapus"}
    return {**held, **typed}


def test_a_figure_is_typed_and_its_capaian_shown_at_once() -> None:
    example = kantor(figures=True)
    client = client_of(example, "dewi")
    sent = fields(client, ANGKA, isi_realisasi_2025="88,5", alasan=REASON)
    looked = client.post(ANGKA, {**sent, "lihat": "1"})
    assert looked.status_code == 200 and "100,00%" in looked.content.decode().replace(
        "100%", "100,00%"
    )
    assert Dataset.objects.count() == 1
    saved = client.post(ANGKA, sent)
    assert saved.url == ANGKA
    page = client.get(ANGKA).content.decode()
    assert "88,5" in page and Dataset.objects.count() == 2
    latest = latest_dataset(example.office.pk, 2025)
    assert latest is not None and latest.cara == "formulir" and latest.alasan == REASON
    assert verify_all() == ()


def test_the_profile_of_the_year_is_typed_with_the_rules_of_the_workbook() -> None:
    example = kantor(figures=True)
    client = client_of(example, "dewi")
    held = fields(client, PROFIL)
    before = latest_dataset(example.office.pk, 2025)
    assert before is not None
    same = data_of(before).profil
    assert client.post(PROFIL, {**held, "isi_kota": ""}).status_code == 422
    wrong = client.post(
        PROFIL,
        {**held, "isi_misi": "satu\ndua\ntiga\nempat\nlima", "isi_pegawai": "Sarjana | dua belas"},
    )
    assert "isi_pegawai" in wrong.context["form"].errors
    typed = {"isi_misi": "Misi satu\n\nMisi dua", "isi_pegawai": "Sarjana | 12\nDiploma | 3"}
    saved = client.post(PROFIL, {**held, **typed})
    assert saved.url.startswith(PROFIL), saved.url
    after = latest_dataset(example.office.pk, 2025)
    assert after is not None and after.versi == 2
    profil = data_of(after).profil
    assert profil.misi == ("Misi satu", "Misi dua")
    assert profil.pegawai == (("Sarjana", 12), ("Diploma", 3))
    assert replace(profil, misi=same.misi, pegawai=same.pegawai) == same
    assert data_of(after).pk_tanggal == data_of(before).pk_tanggal
    assert fields(client, PROFIL)["isi_pegawai"] == typed["isi_pegawai"]


def test_a_tenfold_slip_waits_to_be_looked_at() -> None:
    example = kantor(figures=True)
    client = client_of(example, "dewi")
    sent = fields(client, ANGKA, isi_realisasi_2025="897,4", alasan=REASON)
    answer = client.post(ANGKA, sent)
    upload = Upload.objects.get()
    assert answer.url == f"/kinerja/unggahan/{upload.pk}/" and Dataset.objects.count() == 1
    assert "10 kali" in client.get(answer.url).content.decode()


def test_a_figure_that_changes_without_a_reason_is_asked_for_it() -> None:
    example = kantor(figures=True)
    client = client_of(example, "dewi")
    answer = client.post(ANGKA, fields(client, ANGKA, isi_realisasi_2025="88,5"))
    assert answer.url.startswith("/kinerja/unggahan/") and Dataset.objects.count() == 1
    assert "Mengapa angka berubah" in client.get(answer.url).content.decode()


def test_what_cannot_be_read_is_told_at_its_field_and_kept() -> None:
    example = kantor(figures=True)
    client = client_of(example, "dewi")
    answer = client.post(ANGKA, fields(client, ANGKA, isi_realisasi_2025="kira-kira sembilan"))
    assert answer.status_code == 422
    form = answer.context["form"]
    assert form.errors["isi_realisasi_2025"] and form["isi_realisasi_2025"].value()
    assert not Upload.objects.exists()


def test_what_somebody_else_saved_meanwhile_is_not_written_over() -> None:
    example = kantor(figures=True)
    client = client_of(example, "dewi")
    first = fields(client, ANGKA, isi_realisasi_2025="88,5", alasan=REASON)
    other = fields(client, ANGKA, isi_realisasi_2025="88,9", alasan=REASON)
    assert client.post(ANGKA, first).status_code == 302
    stale = client.post(ANGKA, other)
    assert stale.status_code == 409 and "88,9" in stale.content.decode()
    again = {**other, "versi": stale.context["form"]["versi"].value(), "kunci": "lagi"}
    assert client.post(ANGKA, again).url == ANGKA
    assert Dataset.objects.count() == 3


def test_rows_are_added_and_taken_away() -> None:
    example = kantor(figures=True)
    client = client_of(example, "dewi")
    url = "/kinerja/isi/2025/indikator/"
    new = fields(
        client,
        url,
        isi_id="IKU-99",
        isi_sasaran="S1",
        isi_nama="Jumlah acara daring",
        isi_satuan="acara",
        isi_polaritas="naik",
        isi_target_2025="10 dari 12 acara",
    )
    answer = client.post(url, new)
    assert answer.url == f"{url}?baris=IKU-99", answer
    latest = latest_dataset(example.office.pk, 2025)
    assert latest is not None
    assert "IKU-99" in {one.id for one in data_of(latest).indikators}
    gone = fields(client, answer.url, hapus="on", alasan=REASON)
    assert client.post(answer.url, gone).url == "/kinerja/isi/2025/"
    newest = latest_dataset(example.office.pk, 2025)
    assert newest is not None
    assert "IKU-99" not in {one.id for one in data_of(newest).indikators}


def test_a_sasaran_that_others_name_is_not_taken_away() -> None:
    client = client_of(kantor(figures=True), "dewi")
    url = "/kinerja/isi/2025/sasaran/?baris=S1"
    answer = client.post(url, fields(client, url, hapus="on"))
    assert answer.status_code == 422 and "S1" in answer.content.decode()


def test_a_year_begins_without_a_workbook() -> None:
    example = kantor()
    client = client_of(example, "dewi")
    sent = fields(
        client,
        "/kinerja/isi/mulai/",
        tahun="2026",
        renstra_awal="2025",
        renstra_akhir="2029",
        pimpinan_jabatan="Kepala",
        pimpinan_nama="Andreas",
        sasaran="Meningkatnya layanan",
        indikator="Indeks kepuasan",
        satuan="indeks",
        polaritas="naik",
        target="≥ 90",
    )
    answer = client.post("/kinerja/isi/mulai/", sent)
    assert answer.status_code == 302, answer.content.decode()
    page = client.get(answer.url)
    assert page.status_code == 200
    assert Upload.objects.get().tahun == 2026


def test_every_form_of_a_year_opens_and_saves() -> None:
    example = kantor(figures=True)
    client = client_of(example, "dewi")
    page = client.get("/kinerja/isi/2025/").content.decode()
    for jenis, key in (
        ("sasaran", "S1"),
        ("indikator", "IKU-1"),
        ("anggaran", "4.01.01"),
        ("analisis", "S1"),
        ("narasi", "penutup"),
        ("pembanding", "P1"),
        ("rencana-aksi", "RA-2"),
        ("tindak-lanjut", "LHE-1"),
        ("pemanfaatan", "M-1"),
    ):
        url = f"/kinerja/isi/2025/{jenis}/?baris={key}"
        assert url in page, url
        assert client.post(url, fields(client, url)).url == url
    assert client.get("/kinerja/isi/2025/lain/").status_code == 404
    assert client.get("/kinerja/isi/2025/angka/?baris=X").status_code == 404
    assert client_of(example, "sari").get("/kinerja/isi/2025/").status_code == 404
