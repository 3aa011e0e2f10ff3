"""The plan of action of a signed report: given out, answered, handed on, in the next book."""

import json
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from runut.core.findings import Refused
from runut.core.kinerja.tahun_berikutnya import next_year
from runut.core.kinerja.tindakan import RencanaAksi
from runut.files.read.workbook.year import read_workbook
from runut.office import clock
from runut.office.action_plan.actions import answer, give_out, hand_on
from runut.office.action_plan.models import PlannedAction
from runut.office.action_plan.queries import answers_of
from runut.office.acts.sending import Doer, Done
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.founding.setup import add_person, create_office
from runut.office.kinerja.models import Dataset
from runut.office.kinerja.stored import data_of
from runut.office.people.models import Appointment, Person
from runut.office.trust.models import Entry
from runut.office.works.laporan.notices import notices_of
from tests.kantor import MONDAY, kantor, kasus
from tests.security.walking import forms_of
from tests.textlife.living import Living
from tests.works.running import browser, text

pytestmark = pytest.mark.django_db

CIRCULAR = RencanaAksi(
    "RA-2", "IK-3", "Menetapkan surat edaran.", "Bagian Protokol", "31 Maret 2026", "7 menit"
)
OFFICER = RencanaAksi("RA-3", "IK-9", "Menunjuk petugas.", "Dewi Lestari", "akhir Maret 2026")
SAID = {"terlaksana": "ya", "hasil": "Berlaku sejak 2 Maret.", "bukti": "SE 3/2026"}


@pytest.fixture
def office() -> ExampleOffice:
    return kantor()


@pytest.fixture
def case(office: ExampleOffice) -> Case:
    return kasus(office)


def doer(office: ExampleOffice, name: str = "andreas") -> Doer:
    return Doer(office.people[name], MONDAY)


def given(office: ExampleOffice, case: Case, *lines: RencanaAksi) -> dict[str, PlannedAction]:
    """The plan as the report of ``case`` gives it out, with Rina as the keeper of the figures."""
    give_out(case, lines, office.people["rina"], doer(office))
    rows = PlannedAction.objects.filter(office=office.office)
    return {row.kode: row for row in rows.select_related("untuk", "case")}


def done(office: ExampleOffice, row: PlannedAction, name: str) -> Done | Refused:
    said = {"hasil": SAID["hasil"], "bukti": SAID["bukti"]}
    return answer(row, row.versi, doer(office, name), is_done=True, **said)


def url(row: PlannedAction) -> str:
    return f"/kinerja/rencana-aksi/{row.pk}/"


def test_the_last_signature_makes_each_line_without_a_result_a_task() -> None:
    office = kantor(figures=True)
    Living(office).walk_to("")
    rows = PlannedAction.objects.filter(office=office.office).order_by("kode")
    assert [(row.kode, row.tahun, row.batas) for row in rows] == [
        ("RA-2", 2026, date(2026, 3, 31)),
        ("RA-3", 2026, date(2026, 2, 28)),
    ]
    loader = Dataset.objects.get(office=office.office).dimuat_oleh
    assert {row.untuk for row in rows} == {loader}, "no unit of these names is in the register"
    told = Entry.objects.get(kind="rencana_aksi.ditugaskan")
    assert (told.subject, json.loads(told.payload)["judul"]) == ("data:2025", "LAKIP 2025")
    page = text(browser(office, "dewi").get(f"/kinerja/{Dataset.objects.get().pk}/"))
    assert "menugaskan rencana aksi dari LAKIP 2025: RA-2" in page


def test_a_line_goes_to_the_one_person_whom_its_words_name(
    office: ExampleOffice, case: Case
) -> None:
    budi, post = office.people["budi"], Appointment.objects.filter(office=office.office)
    named = replace(OFFICER, penanggung_jawab=f" {budi.nama.upper()}. ")
    head = post.get(person=office.people["hendra"])
    by_post = replace(OFFICER, id="RA-4", penanggung_jawab=head.jabatan)
    rows = given(office, case, CIRCULAR, named, by_post)
    assert rows["RA-3"].untuk == budi and rows["RA-4"].untuk == head.person
    assert rows["RA-2"].untuk == office.people["rina"], "nobody is called so: the keeper"


def test_words_that_mean_two_people_name_neither(office: ExampleOffice, case: Case) -> None:
    posts = Appointment.objects.filter(office=office.office)
    posts.filter(person__username__in=("budi", "dewi")).update(jabatan="Analis")
    assert (
        given(office, case, replace(OFFICER, penanggung_jawab="Analis"))["RA-3"].untuk
        == (office.people["rina"])
    )


def test_a_corrected_report_changes_its_tasks_and_doubles_none(
    office: ExampleOffice, case: Case
) -> None:
    rows = given(office, case, CIRCULAR, OFFICER, replace(OFFICER, id="RA-4"))
    done(office, rows["RA-3"], "rina")
    assert isinstance(
        hand_on(rows["RA-2"], 1, office.people["budi"], "Ia yang tahu.", doer(office, "rina")), Done
    )
    ralat = Case.objects.create(**_copied(case, "Ralat LAKIP 2025"))
    later = given(office, ralat, replace(CIRCULAR, target="5 menit"), replace(OFFICER, rencana="X"))
    assert len(later) == 3
    assert (later["RA-2"].target, later["RA-2"].case) == ("5 menit", ralat)
    assert later["RA-2"].untuk == office.people["budi"], "he was named by the keeper, and stays"
    assert (later["RA-3"].keadaan, later["RA-3"].rencana) == ("terlaksana", "Menunjuk petugas.")
    assert later["RA-4"].keadaan == "dicabut"
    assert (
        give_out(ralat, [replace(CIRCULAR, target="5 menit"), OFFICER], _rina(office), doer(office))
        == []
    )
    again = given(office, ralat, CIRCULAR, replace(OFFICER, id="RA-4"))
    assert again["RA-4"].keadaan == "terbuka", "planned again"


def test_the_report_of_the_next_year_closes_what_it_answers(
    office: ExampleOffice, case: Case
) -> None:
    given(office, case, CIRCULAR, OFFICER)
    after = Case.objects.create(**{**_copied(case, "LAKIP 2026"), "tahun": 2026})
    carried = [replace(CIRCULAR, tahun=2026, hasil="Sudah."), replace(OFFICER, tahun=2026)]
    rows = given(office, after, *carried)
    assert len(rows) == 2
    assert (rows["RA-2"].keadaan, rows["RA-2"].hasil) == ("dilaporkan", "Sudah.")
    assert rows["RA-3"].keadaan == "terbuka", "not answered: it stays a task"


def test_it_stands_in_the_inbox_of_its_person_and_says_when_it_is_late(
    office: ExampleOffice, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    rina, dewi = office.people["rina"], office.people["dewi"]
    row = given(office, case, CIRCULAR)["RA-2"]
    page = text(browser(office, "rina").get("/"))
    line = (
        "Rencana aksi 2026: “Menetapkan surat edaran”, paling lambat 31 Maret 2026, target 7 menit."
    )
    monkeypatch.setattr(clock, "now", lambda: MONDAY)
    assert [one.words for one in notices_of(rina)] == [line]
    assert url(row) in page and notices_of(dewi) == []
    monkeypatch.setattr(clock, "now", lambda: MONDAY.replace(month=4, day=1))
    assert [one.words for one in notices_of(rina)] == [f"Terlambat. {line}"]
    done(office, row, "rina")
    assert notices_of(rina) == []


def test_who_has_left_holds_nothing_unseen(office: ExampleOffice, case: Case) -> None:
    budi, dewi = office.people["budi"], office.people["dewi"]
    given(office, case, replace(OFFICER, penanggung_jawab=budi.nama))
    Person.objects.filter(pk=budi.pk).update(is_active=False)
    [told] = notices_of(dewi)
    assert "tidak aktif lagi" in told.words and told.label == "Serahkan"
    assert notices_of(office.people["hendra"]) == [], "he does not keep the figures"


def test_its_person_answers_on_the_page_with_result_and_evidence(
    office: ExampleOffice, case: Case
) -> None:
    row = given(office, case, replace(OFFICER, penanggung_jawab=office.people["budi"].nama))["RA-3"]
    client = browser(office, "budi")
    [form] = forms_of(client, url(row))
    without = form.send(client, **{**SAID, "bukti": ""})
    assert without.status_code == 422 and SAID["hasil"] in text(without), "what was typed is there"
    assert "Tulis buktinya" in text(without)
    [form] = forms_of(client, url(row))
    assert form.send(client, **SAID).url == "/kinerja/rencana-aksi/"
    row.refresh_from_db()
    assert (row.keadaan, row.hasil, row.dijawab_oleh) == (
        "terlaksana",
        SAID["hasil"],
        office.people["budi"],
    )
    assert form.send(client, **SAID).status_code == 302, "the same form again"
    row.refresh_from_db()
    assert row.versi == 2 and Entry.objects.filter(kind="rencana_aksi.terlaksana").count() == 1
    assert "SE 3/2026" in text(client.get("/kinerja/rencana-aksi/"))


def test_nobody_else_answers_or_hands_on(office: ExampleOffice, case: Case) -> None:
    row = given(office, case, CIRCULAR)["RA-2"]
    said = {"kunci": "x", "versi": 1, **SAID}
    hand = {
        "kunci": "y",
        "versi": 1,
        "tindakan": "serahkan",
        "kepada": office.people["budi"].pk,
        "alasan": "a",
    }
    for name in ("budi", "hendra", "andreas"):
        client = browser(office, name)
        assert forms_of(client, url(row)) == []
        assert client.post(url(row), said).status_code == 403
        assert client.post(url(row), hand).status_code == 403
    row.refresh_from_db()
    assert (row.keadaan, row.versi) == ("terbuka", 1)


def test_its_person_without_the_figures_does_not_hand_it_on(
    office: ExampleOffice, case: Case
) -> None:
    row = given(office, case, replace(OFFICER, penanggung_jawab=office.people["budi"].nama))["RA-3"]
    refused = hand_on(row, 1, office.people["dewi"], "Sibuk.", doer(office, "budi"))
    assert isinstance(refused, Refused) and refused.kode == "bukan_pelaksana"
    client = browser(office, "dewi")
    form = forms_of(client, url(row))[1]
    answered = form.send(client, kepada=str(office.people["sari"].pk), alasan="Pindah tugas.")
    assert answered.status_code == 302
    row.refresh_from_db()
    assert (row.untuk.username, row.alasan) == ("sari", "Pindah tugas.")


def test_an_old_page_changes_nothing(office: ExampleOffice, case: Case) -> None:
    row = given(office, case, CIRCULAR)["RA-2"]
    rina = doer(office, "rina")
    assert isinstance(hand_on(row, 1, office.people["budi"], "Ia tahu.", rina), Done)
    for late in (
        answer(row, 1, rina, is_done=True, hasil="a", bukti="b"),
        hand_on(row, 1, office.people["dewi"], "b", rina),
    ):
        assert isinstance(late, Refused) and late.kode == "sudah_berubah"


def test_another_office_finds_nothing(office: ExampleOffice, case: Case) -> None:
    row = given(office, case, CIRCULAR)["RA-2"]
    other = create_office({"nama": "Dinas Lain", "kode": "DL"}, MONDAY, is_contoh=False)
    told = {
        "username": "lain",
        "nama": "Lain",
        "jabatan": "Kepala",
        "peran": [],
        "hak": ["kinerja"],
    }
    stranger = add_person(other, told, "kata sandi untuk uji", MONDAY)
    client = Client()
    client.force_login(stranger)
    assert client.get(url(row)).status_code == 404
    assert client.post(url(row), {"kunci": "x", "versi": 1, **SAID}).status_code == 404
    assert "surat edaran" not in text(client.get("/kinerja/rencana-aksi/"))
    assert answers_of(other.pk) == {}


def test_list_and_inbox_ask_as_often_for_many_as_for_none(
    office: ExampleOffice, case: Case
) -> None:
    client, pages = browser(office, "rina"), ("/kinerja/rencana-aksi/", "/")
    none = [_asked(client, path) for path in pages]
    given(office, case, *(replace(OFFICER, id=f"RA-{n}") for n in range(40)))
    assert [_asked(client, path) for path in pages] == none
    assert none[0] <= 15


def test_the_book_of_the_next_year_opens_with_the_answers() -> None:
    office = kantor(figures=True)
    case, dataset = kasus(office), Dataset.objects.get()
    rows = given(office, case, *data_of(dataset).rencana_aksi)
    assert set(rows) == {"RA-2", "RA-3"}, "RA-1 has its result in the report"
    done(office, rows["RA-2"], "rina")
    keeper = doer(office, "rina")
    answer(rows["RA-3"], 1, keeper, is_done=False, hasil="Formasi tidak ada.", bukti="")
    sent = browser(office, "dewi").get(f"/kinerja/{dataset.pk}/tahun-berikutnya/").content
    book, _ = read_workbook(BytesIO(sent).getvalue(), "2026.xlsx")
    assert book is not None
    assert {one.id: (one.tahun, one.hasil, one.bukti) for one in book.rencana_aksi} == {
        "RA-2": (2026, SAID["hasil"], SAID["bukti"]),
        "RA-3": (2026, "Tidak terlaksana: Formasi tidak ada.", ""),
    }


def test_a_result_that_the_book_has_is_not_written_over() -> None:
    office = kantor(figures=True)
    data = data_of(Dataset.objects.get(office=office.office))
    own = replace(data.rencana_aksi[1], hasil="Tertulis dalam buku.")
    rows = given(office, kasus(office), CIRCULAR)
    done(office, rows["RA-2"], "rina")
    following = next_year(replace(data, rencana_aksi=(own,)), answers_of(office.office.pk))
    assert [one.hasil for one in following.rencana_aksi] == ["Tertulis dalam buku."]


def _asked(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def _rina(office: ExampleOffice) -> Person:
    return office.people["rina"]


def _copied(case: Case, judul: str) -> dict[str, object]:
    """A second report of the same year, as a correction leaves it."""
    names = ("office", "sop_version", "laporan", "tahun", "status", "mulai_oleh", "mulai_pada")
    return {"judul": judul, "snapshot": "{}", **{name: getattr(case, name) for name in names}}
