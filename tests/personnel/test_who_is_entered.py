"""Somebody is entered in the register and corrected in it."""

from typing import Any

import pytest
from django.test import Client

from runut.core.findings import Refused
from runut.office.example.office import ExampleOffice
from runut.office.people.models import Person
from runut.office.personnel.actions.register import add_person, change_person
from runut.office.personnel.facts import Facts, read_facts, taken_in
from tests.personnel.keeping import doer, told
from tests.security.walking import forms_of

pytestmark = pytest.mark.django_db
NEW = "/kantor/pegawai/baru/"


def facts(example: ExampleOffice, **typed: str) -> tuple[Facts, dict[str, str]]:
    return read_facts(typed, None, taken_in(example.office.pk, [typed.get("username", "")]))


def send(client: Client, url: str, **typed: str) -> Any:
    form = next(one for one in forms_of(client, url) if one.url == url)
    form.fields["peran"] = []
    return form.send(client, yakin="", dipegang_bersama="", **typed)


def test_name_and_titles_typed_apart_are_printed_together(
    example: ExampleOffice, rina: Client
) -> None:
    answer = send(
        rina, NEW, nama_pokok="Siti Aminah", gelar_depan="Dr.", gelar_belakang="S.E., M.Si.",
        nip="19900101 201501 2 001", pangkat="III/c", telepon="0812-3456-7890", mulai="",
    )  # fmt: skip

    siti = Person.objects.get(nip="199001012015012001")
    assert answer.status_code == 302, answer.content.decode()
    assert siti.nama == "Dr. Siti Aminah, S.E., M.Si."
    assert (siti.pangkat, siti.telepon) == ("Penata (III/c)", "+6281234567890")
    assert (siti.username, siti.get_short_name()) == ("siti.aminah", "Siti Aminah")
    assert not siti.has_usable_password()
    page = rina.get(answer.headers["Location"]).content.decode()
    assert "19900101 201501 2 001" in page
    assert "0812 3456 7890" in page


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("nip", "19900101 201501", "harus 18 angka; tertulis 14 angka"),
        ("nip", "199002302015012001", "1990-02-30 tidak ada"),
        ("nip", "199001012015132001", "tahun dan bulan pengangkatan"),
        ("nip", "199001012015013001", "1 (pria) atau 2 (wanita)"),
        ("nip", "199001011995012001", "diangkat tahun 1995"),
        ("nip", "198203142005012007", "sudah dipakai pegawai lain"),
        ("pangkat", "Penata (III/d)", "golongan III/c, bukan III/d"),
        ("telepon", "kantor", "bukan angka"),
        ("email", "siti@", "bukan alamat surel"),
        ("username", "rina", "sudah dipakai"),
        ("username", "siti aminah", "tanpa spasi"),
        ("nama_pokok", "Siti Aminah, S.E.", "tanpa gelar"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    example: ExampleOffice, rina: Client, field: str, typed: str, said: str
) -> None:
    before = Person.objects.count()
    words = {"nama_pokok": "Siti Aminah", "mulai": "", "email": "siti@kantor.go.id", field: typed}
    answer = send(rina, NEW, **words)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert f'value="{typed}"' in page
    assert Person.objects.count() == before


def test_the_nip_of_a_pppk_is_one_too(example: ExampleOffice) -> None:
    read, faults = facts(
        example, nama_pokok="Siti", nip="19900101 202221 2 001", pangkat="Golongan IX"
    )
    assert faults == {}
    assert (read.nip, read.pangkat) == ("199001012022212001", "Golongan IX")


def test_a_second_person_of_the_name_gets_another_login(example: ExampleOffice) -> None:
    for _ in range(2):
        read, faults = facts(example, nama_pokok="Siti Aminah")
        assert not faults
        add_person(read, None, doer(example))
    logins = Person.objects.filter(nama="Siti Aminah").order_by("pk")
    assert list(logins.values_list("username", flat=True)) == ["siti.aminah", "siti.aminah2"]


def test_a_name_stored_with_its_titles_stays_until_somebody_takes_it_apart(
    example: ExampleOffice, rina: Client
) -> None:
    dewi, url = example.people["dewi"], f"/kantor/pegawai/{example.people['dewi'].pk}/"
    assert "Pisahkan nama dan gelar" in rina.get(url).content.decode()

    send(rina, f"{url}ubah/", telepon="0812 1111 2222")
    dewi.refresh_from_db()
    assert (dewi.nama, dewi.nama_pokok) == ("Dewi Lestari, A.Md.", "")
    assert dewi.telepon == "+6281211112222"

    half = send(rina, f"{url}ubah/", gelar_belakang="A.Md.")
    assert "Isi juga nama tanpa gelar" in half.content.decode()

    send(rina, f"{url}ubah/", nama_pokok="Dewi Lestari", gelar_belakang="A.Md.")
    dewi.refresh_from_db()
    assert (dewi.nama, dewi.nama_pokok) == ("Dewi Lestari, A.Md.", "Dewi Lestari")


def test_the_chain_keeps_old_and_new(example: ExampleOffice, rina: Client) -> None:
    url = f"/kantor/pegawai/{example.people['dewi'].pk}/"
    send(rina, f"{url}ubah/", pangkat="III/a")
    assert told("pegawai.diubah") == [
        {"berubah": {"pangkat": ["Pengatur (II/c)", "Penata Muda (III/a)"]}}
    ]
    page = rina.get(url).content.decode().replace("\xa0", " ")
    assert "mengubah Pangkat/golongan dari “Pengatur (II/c)” menjadi “Penata Muda (III/a)”" in page


def test_saving_what_is_there_already_leaves_no_trace(example: ExampleOffice, rina: Client) -> None:
    answer = send(rina, f"/kantor/pegawai/{example.people['dewi'].pk}/ubah/")
    assert answer.status_code == 302
    assert told("pegawai.diubah") == []


def test_the_second_of_two_editors_sees_what_the_first_has_stored(
    example: ExampleOffice, rina: Client
) -> None:
    dewi = example.people["dewi"]
    url = f"/kantor/pegawai/{dewi.pk}/ubah/"
    mine, theirs = forms_of(rina, url)[0], forms_of(rina, url)[0]
    theirs.send(rina, telepon="0812 1111 2222")

    answer = mine.send(rina, pangkat="III/a", telepon="0813 3333 4444")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "diubah orang lain" in page
    assert "+6281211112222" in page and "0813 3333 4444" in page
    dewi.refresh_from_db()
    assert (dewi.telepon, dewi.pangkat) == ("+6281211112222", "Pengatur (II/c)")

    again = forms_of(rina, url)[0].send(rina, telepon="0813 3333 4444")
    assert again.status_code == 302


def test_nobody_else_of_the_office_may_and_other_offices_are_not_there(
    example: ExampleOffice,
) -> None:
    dewi = example.people["dewi"]
    read, _ = facts(example, nama_pokok="Siti Aminah")
    refused = add_person(read, None, doer(example, "dewi"))
    assert isinstance(refused, Refused) and refused.kode == "bukan_pelaksana"
    client = Client()
    client.force_login(dewi)
    answer = client.get("/kantor/pegawai/")
    assert answer.status_code == 403
    assert "Rina Astuti" in answer.content.decode()
    gone = change_person(987_654_321, read, 1, doer(example))
    assert isinstance(gone, Refused) and gone.kode == "tidak_ada"


def test_a_form_sent_twice_enters_one_person(example: ExampleOffice, rina: Client) -> None:
    form = forms_of(rina, NEW)[0]
    form.fields["peran"] = []
    answers = [form.send(rina, nama_pokok="Siti Aminah", mulai="") for _ in range(2)]
    assert [one.status_code for one in answers] == [302, 302]
    assert Person.objects.filter(nama="Siti Aminah").count() == 1


def test_the_list_finds_by_name_nip_and_role(example: ExampleOffice, rina: Client) -> None:
    for words in ("dewi", "19940822 201903 2 011", "199408222019032011", "Pengelola Laporan"):
        page = rina.get("/kantor/pegawai/", {"cari": words}).content.decode()
        assert "Dewi Lestari" in page, words
        assert "Budi Santoso" not in page, words
