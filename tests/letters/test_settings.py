"""Kantor, Naskah dinas: what would spoil a paper later is refused when it is typed."""

import io
from typing import Any

import pytest
from django.test import Client
from PIL import Image
from pytest_django import Settings

from runut.files.store import put
from runut.office import clock
from runut.office.cases.numbering import take_number
from runut.office.example.office import ExampleOffice
from runut.office.people.models import OfficeProfile, Person, profile_of
from runut.office.people.naming import letterhead, signatory
from runut.office.trust.models import Entry
from tests.kantor import MONDAY, kantor

pytestmark = pytest.mark.django_db
PAGE = "/kantor/naskah/"
POLA = "{nomor:3}/{jenis}/{kode}/{tahun}"


@pytest.fixture
def example() -> ExampleOffice:
    return kantor()


def client(example: ExampleOffice, name: str = "rina") -> Client:
    browser = Client()
    browser.force_login(example.people[name])
    return browser


def send(example: ExampleOffice, **typed: Any) -> Any:
    fields: dict[str, Any] = {"kunci": "k1"}
    for kind in ("UND", "ND", "SP", "LAP", "NOT"):
        fields |= {f"pola_{kind}": POLA, f"klasifikasi_{kind}": ""}
    return client(example).post(PAGE, fields | typed)


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (900, 1100), "navy").save(out, "PNG")
    return out.getvalue()


def test_a_pattern_with_classification_and_roman_month_is_used_for_the_next_number(
    example: ExampleOffice,
) -> None:
    pola = "{klasifikasi}/{nomor:3}/{kode}/{bulan_romawi}/{tahun}"
    answer = send(example, pola_UND=pola, klasifikasi_UND="000.1.5")
    assert answer.status_code == 302
    assert take_number(example.office, "UND", MONDAY) == "000.1.5/001/ADPIM/I/2026"
    assert Entry.objects.get(kind="kantor.naskah_diatur").actor == example.people["rina"].ref


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"pola_UND": "{nomer}/{tahun}"}, "tidak dikenal"),
        ({"pola_UND": "{kode}/{tahun}"}, "tepat satu kali"),
        ({"pola_UND": "{nomor}/{kode}"}, "harus memuat {tahun}"),
        ({"pola_UND": "{nomor}/{tahun"}, "tidak berpasangan"),
        ({"pola_UND": "{klasifikasi}/{nomor}/{tahun}"}, "belum diisi"),
        ({"pola_UND": "{nomor}/{tahun}", "pola_ND": "{nomor}/{tahun}"}, "nomor yang sama"),
        ({"penanda_UND": "Kasubbag"}, "Jabatan Kasubbag tidak ada pada kantor ini"),
        ({"tanpa_gelar": "Sekda"}, "Jabatan Sekda tidak ada pada kantor ini"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_with_what_to_do_and_kept_as_typed(
    example: ExampleOffice, typed: dict[str, str], words: str
) -> None:
    answer = send(example, **typed)
    page = answer.content.decode().replace("&#x27;", "'")
    assert answer.status_code == 422
    assert words in page
    assert next(iter(typed.values())) in page
    assert not OfficeProfile.objects.exclude(pola_nomor={}).exists()


def test_looking_at_the_numbers_saves_nothing(
    example: ExampleOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY)
    answer = send(example, pola_UND="UND-{nomor:4}/{tahun}", contoh="1")
    assert "UND-0001/2026" in answer.content.decode()
    assert not OfficeProfile.objects.exists()


def test_the_lambang_is_the_one_of_the_identity_and_stands_on_every_kop(
    example: ExampleOffice, settings: Settings
) -> None:
    digest = put(settings.FILES_DIR, picture())
    OfficeProfile.objects.create(office=example.office, lambang=digest)
    page = client(example).get(PAGE).content.decode()
    assert '<a href="/kantor/identitas/">Identitas</a>' in page
    assert 'type="file"' not in page
    assert send(example, hapus_lambang="on").status_code == 302
    assert profile_of(example.office).lambang == digest
    assert letterhead(example.office).lambang
    assert client(example).get("/kantor/naskah/contoh.pdf").content.startswith(b"%PDF")


def test_who_does_not_keep_the_office_is_told_who_does(example: ExampleOffice) -> None:
    answer = client(example, "dewi").get(PAGE)
    assert answer.status_code == 403
    assert example.people["rina"].nama in answer.content.decode()


def test_a_post_without_titles_signs_with_the_bare_name(example: ExampleOffice) -> None:
    assert send(example, tanpa_gelar="Karo").status_code == 302
    head: Person = example.people["andreas"]
    block = signatory(head, MONDAY.date())
    assert (block.nama, block.nip, block.pangkat) == ("Andreas Pramudya Lestari", "", "")
    other = signatory(example.people["hendra"], MONDAY.date())
    assert (other.nama, other.nip) == ("Hendra Gunawan, S.H., M.Si.", "197605112001121002")
