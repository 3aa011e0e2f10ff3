"""The file of an office is checked whole before anything is made: every mistake, by its line."""

import json
from pathlib import Path

import pytest

from runut.office.example.office import examples
from runut.office.founding.doubts import roles_not_known
from runut.office.founding.office_file import OfficeFile, read_office_file

GOOD = """{
  "kantor": {
    "nama": "Dinas Arsip",
    "kode": "ARSIP",
    "zona_waktu": "WITA"
  },
  "pegawai": [
    {
      "username": "ani",
      "nama": "Ani",
      "nip": "19820314 200501 2 007",
      "jabatan": "Arsiparis",
      "peran": ["Staf"],
      "hak": ["mulai"]
    },
    {
      "username": "budi",
      "nama": "Budi",
      "jabatan": "Kepala",
      "peran": [],
      "hak": []
    }
  ]
}
"""


def made_of(text: str) -> OfficeFile:
    made, mistakes = read_office_file(text.encode())
    assert made is not None, mistakes
    return made


def test_one_mistake_is_one_sentence() -> None:
    assert len(mistakes_in('"WITA"', "8")) == 1
    assert len(mistakes_in("19820314 200501 2 007", "1")) == 1


def mistakes_in(old: str, new: str) -> list[tuple[int | None, str]]:
    """What is said of the good file with one place changed: lines and sentences."""
    assert GOOD.count(old) >= 1, old
    made, mistakes = read_office_file(GOOD.replace(old, new, 1).encode())
    assert made is None
    return [(one.letak.baris, one.pesan) for one in mistakes]


def test_a_good_file_is_read_with_the_zone_by_its_usual_name() -> None:
    made = made_of(GOOD)
    assert made.office["zona_waktu"] == "Asia/Makassar"
    assert [one["username"] for one in made.people] == ["ani", "budi"]
    assert made.people[0]["nip"] == "198203142005012007"


@pytest.mark.parametrize(
    ("zone", "known"),
    [("WIB", "Asia/Jakarta"), ("wit", "Asia/Jayapura"), ("Asia/Pontianak", "Asia/Pontianak")],
)
def test_zones_of_indonesia_are_known_by_name(zone: str, known: str) -> None:
    assert made_of(GOOD.replace("WITA", zone)).office["zona_waktu"] == known


def test_the_example_is_without_a_mistake_also_as_windows_saves_it() -> None:
    text = Path(examples() / "kantor-contoh.json").read_text(encoding="utf-8")
    made_of("\ufeff" + text.replace("\n", "\r\n"))


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('"WITA"', '"WAKTU KITA"', 5, "zona waktu “WAKTU KITA” tidak dikenal"),
        ('"WITA"', "8", 5, "zona_waktu: harus teks"),
        ('"kode": "ARSIP",', '"kode": " ",', 4, "kantor, kode: tidak boleh kosong"),
        ('    "kode": "ARSIP",\n', "", 2, "isian “kode” belum ada"),
        ('"kode"', '"singkatan"', 4, "singkatan: isian ini tidak dikenal"),
        ("19820314 200501 2 007", "1982", 11, "pegawai ke-1, nip: harus 18 angka"),
        ('"19820314 200501 2 007"', "198203142005012007", 11, "nip: harus teks"),
        ('["mulai"]', '["mulai", "raja"]', 14, "“raja” tidak dikenal; yang ada: sop, mulai"),
        ('["mulai"]', '["mulai", "mulai"]', 14, "“mulai” disebut dua kali"),
        ('["Staf"]', '"Staf"', 13, "peran: harus daftar teks"),
        ('"budi"', '"Ani"', 17, "“Ani” sudah dipakai pegawai ke-1"),
        ('"budi"', '"budi santoso"', 17, "username: tidak boleh berisi spasi"),
        ('"nama": "Budi",', '"nama": "Budi", "nama": "Bud",', 18, "nama: ditulis dua kali"),
        ('"nama": "Budi"', f'"nama": "{"B" * 151}"', 18, "paling panjang 150 huruf"),
        ('"nama": "Budi"', '"nama": "Bu\\u0000di"', 18, "tidak dapat dicetak"),
        ('"jabatan": "Kepala",', '"jabatan": "Kepala", "email": "x",', 19, "bukan alamat surel"),
    ],
)
def test_every_mistake_is_said_with_its_line_and_field(
    old: str, new: str, line: int, said: str
) -> None:
    assert any(found == line and said in words for found, words in mistakes_in(old, new))


def profile_with(text: str) -> str:
    return GOOD.replace('"kode": "ARSIP",', f'"kode": "ARSIP",\n    {text},')


def test_what_an_office_tells_of_itself_is_read_too() -> None:
    more = (
        '"telepon": "(0561) 736541", "alamat_publik": "http://10.0.0.7:8000", '
        '"dengar": "0.0.0.0:8000", "jam_kerja": {"0": ["7:30", "12.00", "13.00", "16.00"]}'
    )
    assert made_of(profile_with(more)).profile == {
        "telepon": "(0561) 736541",
        "alamat_publik": "http://10.0.0.7:8000",
        "dengar": "0.0.0.0:8000",
        "jam_kerja": {"0": ["07.30", "12.00", "13.00", "16.00"]},
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"surel": "x"', "kantor, surel: bukan alamat surel"),
        ('"telepon": "nol"', "kantor, telepon: bukan nomor telepon"),
        ('"alamat_publik": "kantor.id"', "kantor, alamat_publik: harus diawali http://"),
        ('"dengar": "semua"', "kantor, dengar: harus alamat:port"),
        ('"dengar": "0.0.0.0:70000"', "port harus angka dari 1 sampai 65535"),
        ('"jam_kerja": {"senin": []}', 'jam_kerja: harus hari "0" (Senin)'),
        ('"jam_kerja": {"4": ["8.00"]}', "hari Jumat: isi keempat jamnya"),
        ('"laman": "kantor"', "kantor, laman: bukan laman"),
    ],
)
def test_what_it_tells_of_itself_is_judged_as_on_the_pages(text: str, said: str) -> None:
    made, mistakes = read_office_file(profile_with(text).encode())
    assert made is None
    assert [(one.letak.baris, said in one.pesan) for one in mistakes] == [(5, True)]


@pytest.mark.parametrize(
    ("nip", "said"),
    [
        ("198213142005012007", "tanggal lahir"),
        ("198203142005132007", "tahun dan bulan"),
        ("198203142005013007", "harus 1 atau 2"),
        ("198203142005212007", ""),  # a PPPK
    ],
)
def test_a_nip_is_a_day_a_month_a_sex_and_a_number(nip: str, said: str) -> None:
    made, mistakes = read_office_file(GOOD.replace("19820314 200501 2 007", nip).encode())
    assert (made is None, said in " ".join(one.pesan for one in mistakes)) == (bool(said), True)


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('"peran": [],', '"peran": ["Staff"],', 20, "“Staff” mirip “Staf” pada pegawai lain"),
        ('"peran": [],', '"peran": ["Arsip"],', 7, "belum ada yang berhak “kantor”"),
        ('"hak": []', '"hak": ["kantor"]', 7, "tidak ada jabatan yang menyebut “Dinas Arsip”"),
    ],
)
def test_what_is_only_doubtful_is_asked_about_and_stops_nothing(
    old: str, new: str, line: int, said: str
) -> None:
    made, doubts = read_office_file(GOOD.replace(old, new, 1).encode())
    assert made is not None
    assert any(one.letak.baris == line and said in one.pesan for one in doubts)


def test_a_file_with_its_head_and_its_keeper_leaves_no_doubt() -> None:
    text = GOOD.replace('"Kepala"', '"Kepala Dinas Arsip"').replace(
        '"hak": []', '"hak": ["kantor"]'
    )
    assert read_office_file(text.encode())[1] == ()


def test_a_role_that_no_sop_asks_for_is_told_with_the_nearest() -> None:
    people = [{"peran": ["Kasubbag", "Staf", "Arsiparis"]}]
    (doubt,) = roles_not_known(people, {"Kasubag", "Kabag", "Staf"})
    assert "“Kasubbag” tidak ada dalam SOP kantor ini; yang terdekat “Kasubag”" in doubt.pesan
    assert roles_not_known(people, set()) == []


def test_all_mistakes_are_said_at_once() -> None:
    found = mistakes_in("19820314 200501 2 007", "1") + mistakes_in("WITA", "?")
    both = GOOD.replace("19820314 200501 2 007", "1").replace("WITA", "?")
    said = [(one.letak.baris, one.pesan) for one in read_office_file(both.encode())[1]]
    assert sorted(said) == sorted(found)


@pytest.mark.parametrize("text", ["[]", "null", "3", '{"kantor": 1, "pegawai": 1}', "{}"])
def test_another_thing_than_an_office_is_refused(text: str) -> None:
    made, mistakes = read_office_file(text.encode())
    assert made is None
    assert mistakes


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (GOOD.replace('"Ani",', '"Ani"').encode(), 11, 7),
        (GOOD.replace('"hak": []\n', '"hak": [],\n').encode(), 22, 5),
        (b"", 1, 1),
        ("kantor".encode("utf-16"), 1, 1),
        (b"[" * 100_000, 1, 1),
        (b"[" * 30 + b"]" * 30, 1, 1),
    ],
)
def test_broken_json_is_said_with_line_and_column(data: bytes, line: int, column: int) -> None:
    made, (mistake,) = read_office_file(data)
    assert made is None
    assert (mistake.letak.baris, mistake.letak.kolom) == (line, column)


def test_any_part_may_be_of_any_kind_without_a_crash() -> None:
    whole = json.loads(GOOD)
    for value in (None, True, 1, "x", [], {}, [[]], [{}], {"x": 1}):
        for field in ("kantor", "pegawai"):
            assert read_office_file(json.dumps({**whole, field: value}).encode())[1]
        for field in whole["pegawai"][0]:
            one = {**whole["pegawai"][0], field: value}
            read_office_file(json.dumps({**whole, "pegawai": [one]}).encode())
