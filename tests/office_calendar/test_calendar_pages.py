"""The pages of the calendar: read by all, changed by who keeps the office."""

from datetime import date

import pytest
from django.test import Client

from runut.office.calendar.lacks import lacks
from runut.office.example.office import ExampleOffice
from runut.office.people.models import Holiday, Office
from tests.office_calendar.conftest import logged_in

PAGES = ("hari/", "hari/hapus/?tanggal=2026-01-01", "daftar/?tahun=2028", "ramadan/", "jam/")


def test_everybody_reads_the_year_and_the_label_of_the_decree(office: ExampleOffice) -> None:
    text = logged_in(office, "dewi").get("/kantor/kalender/?tahun=2027").content.decode()
    assert "menurut SKB; ditetapkan lagi oleh Menteri Agama" in text
    assert text.count("SKB Nomor\N{NO-BREAK SPACE}1205, 3, dan 2") == 1, "said once for all"
    assert "perkiraan" not in text
    assert "Tambah hari libur" not in text


@pytest.mark.parametrize("page", PAGES)
def test_who_may_not_change_is_told_who_may(office: ExampleOffice, page: str) -> None:
    response = logged_in(office, "dewi").get(f"/kantor/kalender/{page}")
    assert response.status_code == 403
    assert str(office.people["rina"]) in response.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_who_keeps_the_office_gets_the_form(keeper: Client, page: str) -> None:
    assert keeper.get(f"/kantor/kalender/{page}").status_code == 200


def test_a_year_without_decree_is_warned_of(keeper: Client, office: ExampleOffice) -> None:
    text = keeper.get("/kantor/kalender/?tahun=2028").content.decode()
    assert "Cuti bersama tahun 2028 belum ada" in text
    kept = Office.objects.get(pk=office.office.pk)
    assert [one.what[:23] for one in lacks(kept, date(2027, 11, 1), None)] == [
        "Cuti bersama tahun 2028",
        "Awal dan akhir Ramadan ",
    ]
    assert lacks(kept, date(2026, 11, 1), None) == []


def _send(client: Client, page: str, **fields: str) -> tuple[int, str]:
    response = client.post(f"/kantor/kalender/{page}", {"kunci": "kunci-uji", **fields})
    return response.status_code, response.content.decode()


def test_a_day_is_typed_as_people_write_it(keeper: Client) -> None:
    fields = {"nama": "Pilkada", "jenis": "daerah", "dasar_hukum": "Keppres 9/2026"}
    status, _ = _send(keeper, "hari/", tanggal="13 Januari 2026", **fields)
    assert status == 302
    row = Holiday.objects.get(tanggal=date(2026, 1, 13))
    assert (row.nama, row.jenis, row.sumber) == ("Pilkada", "daerah", "Keppres 9/2026")
    assert "Pilkada" in keeper.get("/kantor/kalender/?tahun=2026").content.decode()


def test_a_day_that_is_corrected_keeps_its_date(keeper: Client) -> None:
    fields = {"nama": "Natal", "jenis": "libur", "dasar_hukum": "SKB"}
    page = "hari/?tanggal=2026-12-25"
    assert _send(keeper, page, tanggal="26 Desember 2026", **fields)[0] == 302
    assert Holiday.objects.get(tanggal=date(2026, 12, 25)).nama == "Natal"
    assert not Holiday.objects.filter(tanggal=date(2026, 12, 26)).exists()


def test_a_day_that_is_no_date_is_told_and_the_rest_is_kept(keeper: Client) -> None:
    status, text = _send(keeper, "hari/", tanggal="besok", nama="Pilkada", jenis="daerah")
    assert status == 422
    assert "“besok” bukan tanggal" in text
    assert 'value="Pilkada"' in text


LIST = """5 Februari 2028\tCuti Bersama Imlek\tcuti bersama
1-3-2028; Hari Raya Idul Fitri; libur nasional; menurut SKB; lain
"""


def test_a_list_pasted_from_a_table_becomes_days(keeper: Client) -> None:
    status, _ = _send(keeper, "daftar/", daftar=LIST, dasar_hukum="SKB 2028")
    assert status == 302
    found = Holiday.objects.filter(tanggal__year=2028).order_by("tanggal")
    assert [(one.tanggal, one.jenis) for one in found] == [
        (date(2028, 2, 5), "cuti_bersama"),
        (date(2028, 3, 1), "libur"),
    ]


def test_a_list_with_a_fault_changes_nothing_and_names_its_line(keeper: Client) -> None:
    wrong = LIST + "lusa; Hari apa; libur\n5 Februari 2028; lagi; libur\n1 Mei 2028; X; pesta\n"
    status, text = _send(keeper, "daftar/", daftar=wrong, dasar_hukum="SKB 2028")
    assert status == 422
    for words in ("Baris 3: “lusa”", "Baris 4: 5 Februari 2028 ditulis dua", "Baris 5: jenis"):
        assert words in text
    assert not Holiday.objects.filter(tanggal__year=2028).exists()


def test_hours_are_typed_by_weekday(keeper: Client, office: ExampleOffice) -> None:
    fields = {f"biasa_{day}": "08.00-12.00 13:00 - 16.30" for day in range(5)}
    fields |= {f"ramadan_{day}": "08.00-12.00 12.30-15.00" for day in range(5)}
    status, text = _send(keeper, "jam/", zona="WIB", dasar_hukum="Pergub 1/2026", **fields)
    assert status == 302, text
    profile = Office.objects.get(pk=office.office.pk).profile
    assert profile.jam_kerja["0"] == ["08.00", "12.00", "13.00", "16.30"]
    assert "ramadan" in profile.jam_kerja
    shown = keeper.get("/kantor/kalender/").content.decode()
    assert "08.00-12.00 13.00-16.30" in shown
    assert "Ditetapkan kantor ini" in shown


@pytest.mark.parametrize("typed", ["08.00", "pagi", "16.00-08.00", "25.00-26.00", "08.00-12.00 x"])
def test_hours_that_cannot_be_read_are_told_at_their_day(keeper: Client, typed: str) -> None:
    fields = {"biasa_0": typed, "ramadan_0": "08.00-15.00"}
    status, text = _send(keeper, "jam/", zona="WIB", dasar_hukum="Pergub", **fields)
    assert status == 422
    assert "Senin: " in text


def test_the_page_asks_the_database_little(
    keeper: Client, django_assert_max_num_queries: object
) -> None:
    keeper.get("/kantor/kalender/")
    with django_assert_max_num_queries(15):  # type: ignore[operator]
        keeper.get("/kantor/kalender/")
