"""A file with several SOPs is asked about, and one that cannot be read is typed beside it."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import lxml.html
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image, ImageDraw

from runut.core.sop.model import Bentuk
from runut.office.sops.draft import draft_of, sop_of
from runut.office.sops.models import SopVersion
from tests.sops_web.proposals import TEXT, reading, taken

pytestmark = pytest.mark.django_db

TWO = TEXT + "\n" + TEXT.replace("SURAT", "ARSIP").replace("Surat", "Arsip")


def scan() -> bytes:
    """A page that is nothing but a picture."""
    picture = Image.new("RGB", (1200, 800), "white")
    ImageDraw.Draw(picture).rectangle((50, 50, 1100, 700), outline="black", width=4)
    out = BytesIO()
    picture.save(out, "PDF")
    return out.getvalue()


@dataclass(frozen=True)
class Sent:
    """A form of a page that was an answer, sent as it stands but for ``more``."""

    url: str
    fields: dict[str, list[str]]

    def send(self, client: Client, **more: str | list[str]) -> Any:
        return client.post(self.url, {**self.fields, **more})


def form_on(page: Any, url: str) -> Sent:
    """The form that leads to ``url``; no box of it is ticked."""
    (form,) = lxml.html.fromstring(page.content.decode()).xpath(f"//form[@action='{url}']")
    kept = [one for one in form.inputs if one.name and one.get("type") != "checkbox"]
    return Sent(url, {one.name: [one.value or ""] for one in kept})


def hand_in(client: Client, key: str, **sent: object) -> Any:
    return client.post("/sop/baru/", {"kunci": key, **sent})


def test_several_sops_are_listed_and_nothing_is_taken_in_before_somebody_chose(
    rina: Client,
) -> None:
    before = SopVersion.objects.count()
    page = hand_in(rina, "k1", teks=TWO)
    words = page.content.decode()
    assert page.status_code == 200
    assert "memuat 2 SOP" in words and words.count('name="pilih"') == 2
    assert "langkah)" in words or "langkah, halaman" in words
    assert SopVersion.objects.count() == before


def test_the_second_alone_is_taken_in(rina: Client) -> None:
    page = hand_in(rina, "k1", teks=TWO)
    form = form_on(page, "/sop/baru/pilih/")
    answer = form.send(rina, pilih=["2"])
    version = SopVersion.objects.latest("pk")
    assert answer.headers["Location"] == f"/sop/{version.pk}/periksa/"
    assert "ARSIP" in sop_of(version).judul.upper()
    assert "baca.beberapa-sop" not in {one["kode"] for one in version.temuan}


def test_all_are_taken_in_with_one_click_and_sent_twice_have_one_effect(rina: Client) -> None:
    before = SopVersion.objects.count()
    page = hand_in(rina, "k1", teks=TWO)
    form = form_on(page, "/sop/baru/pilih/")
    for _ in range(2):
        assert form.send(rina, pilih=[], semua="1").headers["Location"] == "/sop/"
    assert SopVersion.objects.count() == before + 2
    assert "2 SOP dimasukkan" in rina.get("/sop/").content.decode()


def test_none_chosen_is_said_and_a_word_of_somebody_else_opens_nothing(
    rina: Client, dewi: Client
) -> None:
    page = hand_in(rina, "k1", teks=TWO)
    form = form_on(page, "/sop/baru/pilih/")
    answer = form.send(rina, pilih=[])
    assert answer.status_code == 422 and "Pilih setidaknya satu SOP" in answer.content.decode()
    assert form.send(dewi, pilih=["1"]).status_code == 403
    planted = form.send(rina, titipan="karangan", pilih=["1"])
    assert planted.headers["Location"] == "/sop/baru/"


def test_a_scan_is_refused_by_name_and_typed_beside_its_picture(rina: Client) -> None:
    page = hand_in(rina, "k1", berkas=SimpleUploadedFile("pindai.pdf", scan()))
    words = page.content.decode()
    assert page.status_code == 422
    assert "hanya berisi gambar" in words and "perlu diperbaiki" not in words
    page = form_on(page, "/sop/baru/ketik/").send(rina)
    assert page.status_code == 200
    form = form_on(page, "/sop/baru/ketik/")
    lines = "1. Menerima surat\n2. Memeriksa surat\n3. Mengarsipkan surat"
    answer = form.send(rina, judul="Surat Masuk", pelaksana="Staf\nKasi", langkah=lines)
    version = SopVersion.objects.latest("pk")
    assert answer.headers["Location"] == f"/sop/{version.pk}/periksa/"
    sop = sop_of(version)
    assert [one.kegiatan for one in sop.langkah] == [
        "Menerima surat",
        "Memeriksa surat",
        "Mengarsipkan surat",
    ]
    assert [one.bentuk for one in sop.langkah] == [Bentuk.MULAI, Bentuk.PROSES, Bentuk.SELESAI]
    assert sop.pelaksana == ("Staf", "Kasi")
    assert version.sumber_nama == "pindai.pdf" and len(version.halaman) == 1
    assert f"/sop/{version.pk}/gambar/1/" in rina.get(answer.headers["Location"]).content.decode()


def test_the_identity_of_a_blank_form_is_kept(rina: Client) -> None:
    head, _, rest = TEXT.partition("\n1\t")
    assert rest
    page = hand_in(rina, "k1", teks=f"{head}\n1\tDokumen/Alat\n2\t……\n")
    words = page.content.decode()
    assert "belum diisi" in words or "tidak ada langkah" in words
    assert "Yang terbaca tetap dipakai" in words


def test_without_any_file_an_sop_can_be_typed(rina: Client) -> None:
    page = rina.get("/sop/baru/ketik/")
    form = form_on(page, "/sop/baru/ketik/")
    assert form.send(rina, judul="Surat", pelaksana="", langkah="").status_code == 422
    answer = form.send(rina, judul="Surat", pelaksana="Staf", langkah="Mencatat surat")
    version = SopVersion.objects.latest("pk")
    assert answer.headers["Location"] == f"/sop/{version.pk}/periksa/"
    assert sop_of(version).step("1").bentuk is Bentuk.MULAI


def test_what_was_odd_about_the_file_stands_above_the_questions(rina: Client) -> None:
    version = taken(rina)
    told = {"kode": "baca.komentar", "tingkat": "warning", "pesan": "Berkas memuat komentar."}
    place = dict.fromkeys(("halaman", "baris", "kolom", "langkah", "sel"))
    asked = {"kode": "baca.waktu-rincian", "tingkat": "warning", "pesan": "Dua waktu."}
    more = {"usul": "Pastikan.", "dasar": ""}
    version.temuan = [
        {**told, **more, "letak": place},
        {**asked, **more, "letak": {**place, "langkah": "2"}},
    ]
    version.save()
    page = rina.get(f"/sop/{version.pk}/periksa/").content.decode()
    assert page.index("Berkas memuat komentar.") < page.index("Pastikan 1 isian")
    assert draft_of(version).unsure == ("langkah.2.waktu",)
    reading(rina, version).send(rina, tindakan="simpan")
    version.refresh_from_db()
    assert draft_of(version).unsure == ()
