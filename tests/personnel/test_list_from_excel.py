"""A list of people from Excel: shown as what it would do, and only then stored."""

from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from runut.office.example.office import ExampleOffice
from runut.office.people.models import Appointment, Person, Unit
from runut.office.personnel.actions.register import write_changes
from runut.office.personnel.facts import Facts
from tests.personnel.keeping import HEAD, SITI, excel, told
from tests.security.walking import Form, forms_of

pytestmark = pytest.mark.django_db
URL, LOAD = "/kantor/pegawai/impor/", "/kantor/pegawai/impor/muat/"


def siti(**other: object) -> list[object]:
    """Siti's row, with other cells under short names of their columns."""
    places = {"nip": 0, "nama": 1, "pangkat": 3, "jabatan": 4, "peran": 6, "mulai": 7, "hp": 8}
    row: list[object] = list(SITI)
    for name, value in other.items():
        row[places[name]] = value
    return row


def preview(client: Client, data: bytes, name: str = "pegawai.xlsx") -> Any:
    return client.post(URL, {"kunci": "k", "berkas": SimpleUploadedFile(name, data)})


def confirm(client: Client, page: Any) -> Any:
    return _form(page).send(client)


def _form(page: Any) -> Form:
    class Shown:
        """A client that has the page already."""

        def get(self, url: str) -> Any:
            return page

    page.status_code = 200
    return next(one for one in forms_of(Shown(), LOAD) if one.url == LOAD)  # type: ignore[arg-type]


def words(answer: Any) -> str:
    return answer.content.decode().replace("\xa0", " ")


def test_the_preview_stores_nothing_and_the_button_stores_all(
    example: ExampleOffice, rina: Client
) -> None:
    before = Person.objects.count()
    page = preview(rina, excel(SITI))
    assert page.status_code == 200
    assert "1 baru, 0 berubah, 0 sama" in words(page)
    assert "19900101 201501 2 001" in words(page) and "siti.aminah" in words(page)
    assert "Unit “Subbagian Keuangan” belum ada dan akan dibuat." in words(page)
    assert (Person.objects.count(), Unit.objects.count()) == (before, 0)

    assert confirm(rina, page).status_code == 302
    person = Person.objects.get(nip="199001012015012001")
    post = Appointment.objects.get(person=person)
    assert (person.nama, person.pangkat) == ("Siti Aminah, S.E.", "Penata (III/c)")
    assert (post.jabatan, post.peran, post.mulai) == ("Analis Anggaran", "Tim", date(2024, 1, 1))
    assert str(post.unit) == "Subbagian Keuangan"
    assert told("pegawai.daftar_dimuat") == [{"baru": 1, "berubah": 0}]


def test_the_same_file_a_second_time_changes_nothing(example: ExampleOffice, rina: Client) -> None:
    confirm(rina, preview(rina, excel(SITI)))
    lines = len(told("pegawai.ditambah")) + len(told("pegawai.diubah"))
    page = preview(rina, excel(SITI))
    assert "0 baru, 0 berubah, 1 sama" in words(page)
    assert "Tidak ada yang perlu dimuat" in words(page)
    assert LOAD not in words(page)
    assert len(told("pegawai.ditambah")) + len(told("pegawai.diubah")) == lines


def test_what_changes_is_shown_with_old_and_new_and_empty_cells_change_nothing(
    example: ExampleOffice, rina: Client
) -> None:
    row = ("199408222019032011", "Dewi Lestari", "A.Md.", "III/a", "", "", "", "", "")
    page = preview(rina, excel(row))
    assert "0 baru, 1 berubah" in words(page)
    assert "<del>Pengatur (II/c)</del> → <ins>Penata Muda (III/a)</ins>" in words(page)
    confirm(rina, page)
    dewi = Person.objects.get(username="dewi")
    assert (dewi.pangkat, dewi.nama_pokok) == ("Penata Muda (III/a)", "Dewi Lestari")
    assert dewi.appointments.count() == 1


@pytest.mark.parametrize(
    ("cell", "row", "seen"),
    [
        ("A2", {"nip": 199001012015012001}, ("", "tiga angka terakhirnya hilang")),
        ("A2", {"nip": "1990 01 01"}, ("1990 01 01", "tertulis 8 angka")),
        ("A2", {"nip": date(1990, 1, 1)}, ("1 Januari 1990", "sebagai tanggal")),
        ("B2", {"nama": "Siti Aminah, S.E."}, ("Siti Aminah, S.E.", "tanpa gelar")),
        ("B2", {"nama": ""}, ("", "Isi nama pegawai")),
        ("D2", {"pangkat": "Penata (III/d)"}, ("Penata (III/d)", "bukan III/d")),
        ("G2", {"peran": "Kasubbag"}, ("Kasubbag", "yang mirip: “Kasubag”")),
        ("G2", {"jabatan": ""}, ("Tim", "Isi juga kolom Jabatan")),
        ("H2", {"mulai": "awal tahun"}, ("awal tahun", "Bukan tanggal")),
        ("I2", {"hp": "tidak ada"}, ("tidak ada", "bukan angka")),
    ],
)
def test_an_error_names_its_cell_says_what_stands_there_and_nothing_is_stored(
    example: ExampleOffice, rina: Client, cell: str, row: dict[str, Any], seen: tuple[str, str]
) -> None:
    page = preview(rina, excel(siti(**row)))
    assert page.status_code == 422
    assert f">{cell}</th>" in words(page)
    assert all(one in words(page) for one in seen)
    assert LOAD not in words(page)


def test_one_bad_row_keeps_all_others_out(example: ExampleOffice, rina: Client) -> None:
    good = siti(nip="", nama="Ani Lestari", peran="Staf")
    page = preview(rina, excel(siti(), good, siti(nip="1", nama="Edi")))
    assert page.status_code == 422 and LOAD not in words(page)
    assert not Person.objects.filter(nama__startswith="Siti").exists()


def test_excel_dates_spaces_and_numbers_are_read_as_people_mean_them(
    example: ExampleOffice, rina: Client
) -> None:
    row = siti(nip="19900101\xa0201501 2 001", mulai=date(2024, 3, 1), hp=81234567890)
    confirm(rina, preview(rina, excel(row)))
    person = Person.objects.get(nip="199001012015012001")
    assert person.telepon == "+6281234567890"
    assert person.appointments.get().mulai == date(2024, 3, 1)


def test_a_row_that_excel_hides_is_read_and_said(example: ExampleOffice, rina: Client) -> None:
    page = preview(rina, excel(siti(), siti(nip="", nama="Ani Lestari"), hidden=[3]))
    assert "2 baru" in words(page)
    assert words(page).count("tersembunyi di Excel") == 1


def test_a_formula_that_was_never_computed_is_not_taken_for_empty(
    example: ExampleOffice, rina: Client
) -> None:
    page = preview(rina, excel(siti(pangkat="=B2")))
    assert page.status_code == 422
    assert ">D2</th>" in words(page) and "belum dihitung" in words(page)


def test_the_same_nip_twice_is_named_with_its_first_row(
    example: ExampleOffice, rina: Client
) -> None:
    page = preview(rina, excel(siti(), siti(nama="Ani Lestari")))
    assert page.status_code == 422
    assert "NIP ini sudah ada pada baris 2" in words(page)


def test_the_same_person_twice_is_named(example: ExampleOffice, rina: Client) -> None:
    dewi = ("199408222019032011", "Dewi Lestari", "A.Md.", "", "", "", "", "", "")
    other = ("", "Dewi Lestari", "A.Md.", "", "", "", "", "", "")
    confirm(rina, preview(rina, excel(dewi)))
    page = preview(rina, excel(dewi, other))
    assert page.status_code == 422
    assert "sudah ada pada baris 2" in words(page)


def test_names_with_titles_in_one_column_stay_as_one(example: ExampleOffice, rina: Client) -> None:
    confirm(rina, preview(rina, excel(("", "Siti Aminah, S.E."), head=("NIP", "Nama Lengkap"))))
    person = Person.objects.get(nama="Siti Aminah, S.E.")
    assert (person.nama_pokok, person.username) == ("", "siti.aminah")
    same = preview(rina, excel(("", "Siti Aminah, S.E."), head=("NIP", "Nama Lengkap")))
    assert "0 baru, 0 berubah, 1 sama" in words(same)


def test_columns_may_stand_in_any_order_and_strange_ones_are_named(
    example: ExampleOffice, rina: Client
) -> None:
    head = ("Catatan", "Jabatan", "Nama", "NIP")
    page = preview(rina, excel(("baru", "Arsiparis", "Siti", ""), head=head))
    assert "kolom “Catatan” tidak dikenal" in words(page)
    assert confirm(rina, page).status_code == 302
    assert Appointment.objects.get(person__nama="Siti").jabatan == "Arsiparis"


def test_who_changes_the_register_meanwhile_is_not_overwritten(
    example: ExampleOffice, rina: Client
) -> None:
    row = ("199408222019032011", "", "", "III/a", "", "", "", "", "")
    head = tuple(HEAD)
    page = preview(rina, excel(("199408222019032011", "Dewi Lestari", *row[2:]), head=head))
    dewi = Person.objects.get(username="dewi")
    facts = Facts.of(dewi)
    write_changes(dewi, Facts(**{**vars(facts), "pangkat": "Pengatur Tingkat I (II/d)"}))

    again = confirm(rina, page)
    assert again.status_code == 409
    assert "berubah sejak pratinjau" in words(again)
    assert "<del>Pengatur Tingkat I (II/d)</del>" in words(again)
    dewi.refresh_from_db()
    assert dewi.pangkat == "Pengatur Tingkat I (II/d)"
    assert confirm(rina, again).status_code == 302


def test_a_preview_that_was_forged_or_is_of_somebody_else_is_not_taken(
    example: ExampleOffice, rina: Client
) -> None:
    form = _form(preview(rina, excel(SITI)))
    answer = form.send(rina, dibaca=form.fields["dibaca"][0][:-3] + "abc")
    assert (answer.status_code, answer.headers["Location"]) == (302, URL)
    assert not Person.objects.filter(nama__startswith="Siti").exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04x" * 50, "tidak dapat dibaca"),
        (b"nama;nip\n", "bukan berkas Excel"),
        (excel(head=HEAD), "tidak ada satu pegawai pun"),
        (excel(("a", "b"), head=("x", "y")), "judul kolom tidak ditemukan"),
        (excel(("1", "2"), head=("NIP", "NIP")), "kolom"),
    ],
)
def test_a_file_that_is_no_list_gets_one_plain_sentence(
    example: ExampleOffice, rina: Client, data: bytes, said: str
) -> None:
    answer = preview(rina, data)
    assert answer.status_code == 422
    assert said in words(answer) or "rusak" in words(answer)


def test_two_thousand_rows_are_taken_and_one_more_is_not(
    example: ExampleOffice, rina: Client, django_assert_max_num_queries: Any
) -> None:
    rows = [("", f"Orang {number}") for number in range(2_000)]
    head = ("NIP", "Nama")
    with django_assert_max_num_queries(60):
        page = preview(rina, excel(*rows, head=head))
    assert "2000 baru" in words(page)
    more = preview(rina, excel(*rows, ("", "Satu lagi"), head=head))
    assert more.status_code == 422 and "paling banyak 2000" in words(more)


def test_the_template_reads_back_and_keeps_a_nip_as_text(
    example: ExampleOffice, rina: Client, tmp_path: Any
) -> None:
    path = tmp_path / "templat.xlsx"
    path.write_bytes(rina.get(f"{URL}templat/").content)
    book = openpyxl.load_workbook(path)
    sheet = book["Pegawai"]
    heads = [cell.value for cell in sheet[3]]
    assert heads[:2] == ["NIP", "Nama tanpa gelar"]
    assert sheet["A4"].number_format == "@"
    assert "Kasubag" in str([cell.value for row in book["Cara"] for cell in row])
    for place, word in enumerate(("19900101 201501 2 001", "Siti Aminah"), start=1):
        sheet.cell(4, place, word)
    book.save(path)
    assert "1 baru" in words(preview(rina, path.read_bytes()))
