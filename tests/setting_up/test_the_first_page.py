"""The first office of a folder is made on one page, by one person, from a place that is safe."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from runut.office.entry.first_code import forget_code, new_code
from runut.office.people.models import Grant, Holiday, Office, Person, Right
from runut.office.trust.models import Entry
from tests.setting_up.offices import FIRST, SANDI, browser, founded

PAGE = "/kantor/pertama/"
WHOLE = {**FIRST, "sandi": SANDI, "sandi_lagi": SANDI}
HERE = {"HTTP_HOST": "localhost:8000", "REMOTE_ADDR": "127.0.0.1"}
THERE = {"HTTP_HOST": "10.0.0.7:8000", "REMOTE_ADDR": "10.0.0.9"}


@pytest.fixture(autouse=True)
def no_tries_before() -> None:
    cache.clear()
    forget_code()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/masuk/", "/sop/", "/kantor/", "/pelaksanaan/"])
def test_every_page_of_an_empty_folder_leads_to_the_first(path: str) -> None:
    answer = Client(**HERE).get(path, follow=True)
    assert answer.redirect_chain[-1][0] == PAGE
    assert "Buat kantor" in answer.content.decode()


@pytest.mark.django_db
def test_the_first_person_is_in_with_every_right_and_led_to_the_hub() -> None:
    client = Client(**HERE)
    answer = client.post(PAGE, WHOLE, follow=True)
    assert answer.redirect_chain == [("/kantor/", 302)]
    person = Person.objects.get()
    assert (person.nama, person.check_password(SANDI)) == ("Ratna Dewi, S.E.", True)
    rights = set(Grant.objects.filter(person=person).values_list("right", flat=True))
    assert rights == set(Right.values)
    assert Holiday.objects.filter(office=person.office).exists()
    assert list(Entry.objects.values_list("kind", flat=True)) == [
        "kantor.dibuat",
        "kantor.hari_libur_diisi",
        "pegawai.ditambah",
    ]


@pytest.mark.django_db
def test_from_elsewhere_the_code_of_the_start_is_needed_and_good_once() -> None:
    far = Client(**THERE)
    assert "Kode penyiapan" in far.get(PAGE).content.decode()
    assert far.post(PAGE, WHOLE).status_code == 422
    code = new_code()
    wrong = far.post(PAGE, {**WHOLE, "kode_penyiapan": "AAAA-BBBB-CCCC"})
    assert (wrong.status_code, Office.objects.count()) == (422, 0)
    assert SANDI not in wrong.content.decode()
    assert far.post(PAGE, {**WHOLE, "kode_penyiapan": code.lower()}).status_code == 302
    assert Office.objects.count() == 1


@pytest.mark.django_db
def test_an_old_code_is_void_after_the_next_start_and_without_any_none_is_good() -> None:
    old = new_code()
    new_code()
    far = Client(**THERE)
    assert far.post(PAGE, {**WHOLE, "kode_penyiapan": old}).status_code == 422
    forget_code()
    assert far.post(PAGE, {**WHOLE, "kode_penyiapan": old}).status_code == 422
    assert not Office.objects.exists()


@pytest.mark.django_db
def test_guessing_a_code_is_slowed_down() -> None:
    code, far = new_code(), Client(**THERE)
    for _ in range(10):
        far.post(PAGE, {**WHOLE, "kode_penyiapan": "AAAA-AAAA-AAAA"})
    assert far.post(PAGE, {**WHOLE, "kode_penyiapan": code}).status_code == 422
    assert Client(**HERE).post(PAGE, WHOLE).status_code == 302  # who is here waits for nobody


@pytest.mark.django_db
@pytest.mark.parametrize(
    "more",
    [
        {"HTTP_X_FORWARDED_FOR": "10.0.0.9"},
        {"HTTP_FORWARDED": "for=10.0.0.9"},
        {"HTTP_HOST": "10.0.0.7:8000"},
        {"REMOTE_ADDR": "10.0.0.9"},
    ],
)
def test_what_only_looks_like_this_computer_needs_the_code(more: dict[str, str]) -> None:
    client = Client(**{**HERE, **more})
    assert "Kode penyiapan" in client.get(PAGE).content.decode()
    assert client.post(PAGE, WHOLE).status_code == 422
    assert not Office.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"kantor": " "}, "Isi nama kantor."),
        ({"sandi": "pendek", "sandi_lagi": "pendek"}, "10"),
        ({"sandi_lagi": "lain sekali 123"}, "Kedua kata sandi tidak sama"),
        ({"username": "ra tna"}, "Tidak boleh berisi spasi"),
        ({"nip": "123"}, "Harus 18 angka"),
        ({"nip": "198213142005012007"}, "tanggal lahir"),
        ({"nama": "R" * 151}, "paling banyak 150"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(typed: dict[str, Any], said: str) -> None:
    answer = Client(**HERE).post(PAGE, {**WHOLE, **typed})
    page = answer.content.decode()
    assert (answer.status_code, said in page) == (422, True)
    assert 'value="ratna"' in page or "username" in typed
    assert SANDI not in page


@pytest.mark.django_db
def test_once_there_is_an_office_the_page_is_closed() -> None:
    founded()
    client = Client(**HERE)
    assert client.get(PAGE).url == "/"
    late = client.post(PAGE, {**WHOLE, "username": "lain"}, follow=True)
    assert "baru saja dibuat orang lain" in late.content.decode()
    assert (Office.objects.count(), Person.objects.count()) == (1, 1)
    assert browser(Person.objects.get()).get(PAGE).url == "/"
