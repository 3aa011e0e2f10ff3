"""An empty folder, one person, links and forms: to step 1 of a running case; and what it costs."""

from typing import Any

import pytest
from lxml import html

from runut.office import clock
from runut.office.cases.models import Case, Task
from runut.office.example.office import examples
from runut.office.founding.setup import add_person
from runut.office.people.models import Appointment, Office, Person, Right
from runut.office.verification.verify import verify_all
from tests.kantor import MONDAY
from tests.setting_up.walker import Walker

pytestmark = pytest.mark.django_db
SOP = (examples() / "sop" / "penyusunan-lakip.txt").read_text(encoding="utf-8")
SANDI = "sandi tujuh bebek kami"
OTHERS = (
    ("dewi", "Dewi Lestari, A.Md.", "199408222019032011", "Pengelola Laporan", "Staf"),
    ("budi", "Budi Santoso, S.IP.", "198706092011011005", "Analis Kebijakan", "Tim"),
    ("hendra", "Hendra Gunawan, S.H.", "197605112001121002", "Kepala Bagian Umum", "Kabag"),
    ("anton", "Antonius Lim, M.Si.", "197804122000121002", "Kepala Biro Umum", "Karo"),
)
MOST_FIELDS = 40
OF_A_PERSON = ("nama", "nip", "nama pengguna", "jabatan", "peran")
"""What is typed of each of the others; a list from Excel is one field for all of them."""


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY)


def set_up() -> Walker:
    """From the first page to the last step of setting up, by links alone."""
    ratna = Walker(HTTP_HOST="localhost:8000").open("/")
    assert ratna.url == "/kantor/pertama/"
    ratna.press(
        "Buat kantor",
        kantor="Biro Umum",
        nama="Ratna Dewi, S.E.",
        nip="198203142005012007",
        username="ratna",
        sandi=SANDI,
        sandi_lagi=SANDI,
    )
    assert ratna.url == "/kantor/"
    ratna.follow("Identitas").press(
        "Simpan", kode="UMUM", kop="PEMERINTAH PROVINSI\nBIRO UMUM", kota="Pontianak"
    )
    ratna.follow("Alamat publik").press(
        "Simpan",
        alamat_publik="http://192.168.1.10:8000",
        siapa="0.0.0.0",  # noqa: S104 - typed, not bound
    )
    for step in ("Zona waktu", "Server surel", "Tempat cadangan"):
        ratna.press(f"Lewati {step}")
    assert ratna.words().count("Jangan lewati") == 3
    return ratna


def the_others() -> None:
    """The people's pages are another room's: here by the act behind them."""
    office, first = Office.objects.get(), Person.objects.get()
    Appointment.objects.create(
        office=office, person=first, jabatan="Kepala Subbagian", peran="Kasubag", mulai=MONDAY
    )
    for username, nama, nip, jabatan, peran in OTHERS:
        facts: dict[str, Any] = {"username": username, "nama": nama, "nip": nip}
        facts |= {"jabatan": jabatan, "peran": [peran], "hak": []}
        add_person(office, facts, SANDI, MONDAY)


def test_by_links_alone_to_the_first_step_of_a_running_case() -> None:
    ratna = set_up()
    ratna.follow("SOP").follow("Masukkan SOP")
    ratna.press("Baca", teks=SOP)
    ratna.press("Semua sudah benar").follow("Lanjut ke adopsi")
    ratna.press("Adopsi")
    ratna.follow("Mulai")
    assert "Ada yang menghalangi" in ratna.words()
    ratna.follow("Siap dijalankan?")
    for role in ("Kasubag", "Staf", "Tim", "Kabag", "Karo"):
        assert f"Belum ada pegawai untuk peran {role}" in ratna.words()
    the_others()
    ratna.open(ratna.url)
    assert "menghalangi" not in ratna.words()
    ratna.follow("Mulai pelaksanaan").press("Mulai", sumber="on", fakta="on")
    case = Case.objects.get()
    assert case.status == "berjalan"
    assert [task.no for task in Task.objects.all()] == ["1"]
    assert "Tugas saya" in ratna.open("/").words() and "langkah 1" in ratna.words()
    assert verify_all() == ()


def test_an_office_that_runs_costs_at_most_forty_fields() -> None:
    """Counted as typed: what set_up typed, the post of the first, and each of the other four."""
    typed = [*set_up().typed, "jabatan", "peran"]
    for _ in OTHERS:
        typed += OF_A_PERSON
    assert 5 < len(typed) <= MOST_FIELDS, typed


def test_no_page_of_setting_up_asks_for_more_than_it_needs() -> None:
    """Every field that a browser would not let pass empty, over all pages of this room."""
    ratna = set_up()
    asked: list[str] = []
    for page in ("identitas", "alamat", "surel", "cadangan"):
        tree = ratna.open(f"/kantor/{page}/").tree
        asked += [f"{page}.{name}" for name in _needed(tree)]
    assert sorted(asked) == [
        "alamat.port",
        "alamat.siapa",
        "identitas.kode",
        "identitas.kop",
        "identitas.kota",
        "identitas.nama",
        "surel.keamanan",
    ]
    assert Person.objects.get().grants.count() == len(Right.values)


def _needed(tree: html.HtmlElement) -> set[str]:
    forms = tree.xpath("//main//form[not(@action)]")
    return {one.get("name") for form in forms for one in form.xpath(".//*[@required][@name]")}
