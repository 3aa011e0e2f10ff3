"""Somebody leaves: all that he holds is listed, and handed to people by name in one act."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import load
from runut.office.cases.models import Case
from runut.office.cases.queries import candidates_by_role
from runut.office.example.office import ExampleOffice
from runut.office.people.models import Appointment, Grant, Person, Right
from runut.office.substitutes.leaving import HandOver, hand_over, holdings_of
from runut.office.substitutes.models import Substitution
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.kantor import MONDAY
from tests.substitutes.recording import LATER, go_on, recorded

pytestmark = pytest.mark.django_db
Browser = Callable[[str], Client]
TODAY = MONDAY.date()


def given(example: ExampleOffice, **changed: object) -> HandOver:
    people = example.people
    facts: dict[str, object] = {
        "sebab": "pindah tugas",
        "hari_terakhir": TODAY,
        "sk": "821/7/2026",
        "alasan": "Ke Bappeda",
        "roles": {"Kasubag": people["joko"]},
        "manager": people["joko"],
        "rights": dict.fromkeys(("mulai", "sop", "kinerja", "kantor"), people["joko"]),
    }
    return HandOver(**(facts | changed))  # type: ignore[arg-type]


def leave(example: ExampleOffice, name: str, handed: HandOver, by: str = "rina") -> Done | Refused:
    at = LATER + timedelta(hours=1)
    return hand_over(example.people[name], handed, Doer(example.people[by], at, url="/x/"))


def test_what_somebody_holds_is_listed(example: ExampleOffice, case: Case) -> None:
    recorded(example, substitute=example.people["rina"])
    held = holdings_of(example.people["rina"], TODAY)
    assert [(one.actor, one.alone_in) for one in held.roles] == [("Kasubag", ("LAKIP 2025",))]
    assert held.roles[0].open_steps == ("langkah 1 LAKIP 2025",)
    assert held.managed == ("LAKIP 2025",)
    assert [one.jabatan for one in held.posts] == ["Kepala Subbagian Perencanaan dan Pelaporan"]
    assert len(held.stands_in) == 1
    assert set(held.last_keeper_of) == {Right.START, Right.SOP, Right.KANTOR}


def test_one_act_hands_over_everything_and_closes_the_account(
    example: ExampleOffice, case: Case, browser: Browser
) -> None:
    recorded(example, substitute=example.people["rina"])
    client = browser("rina")
    assert client.get("/").status_code == 200
    assert isinstance(leave(example, "rina", given(example)), Done)
    rina, joko = example.people["rina"], example.people["joko"]
    state = load(case.pk, case.office_id).state
    assert state.roles["Kasubag"] == (joko.ref,)
    assert state.manager == joko.ref
    assert Appointment.objects.filter(person=rina, peran="Kasubag").get().selesai == TODAY
    assert not Grant.objects.filter(person=rina).exists()
    assert Grant.objects.filter(person=joko, right=Right.KANTOR).exists()
    assert not Person.objects.get(pk=rina.pk).is_active
    assert client.get("/").status_code == 302, "the session ended with the account"
    assert Substitution.objects.get().diakhiri == TODAY
    line = Entry.objects.get(kind="pegawai.serah_terima")
    assert "Ke Bappeda" in line.payload
    go_on(case, "2", LATER + timedelta(hours=2))
    assert not verify_all()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"roles": {}}, "satu-satunya pemegang peran Kasubag"),
        ({"manager": None}, "mengelola pelaksanaan ini"),
        ({"rights": {}}, "satu-satunya yang berwenang"),
        ({"hari_terakhir": TODAY + timedelta(days=1)}, "Hari terakhirnya belum tiba"),
        ({"roles": "self"}, "Pilih penerima yang lain"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_handed_over(
    example: ExampleOffice, case: Case, changed: dict[str, object], words: str
) -> None:
    if changed.get("roles") == "self":
        changed = {"roles": {"Kasubag": example.people["rina"]}}
    before = Entry.objects.count()
    refused = leave(example, "rina", given(example, **changed))
    assert isinstance(refused, Refused)
    assert words in refused.reason
    assert Entry.objects.count() == before
    assert Person.objects.get(pk=example.people["rina"].pk).is_active


def test_a_check_is_not_handed_to_who_wrote(example: ExampleOffice, case: Case) -> None:
    definition = load(case.pk, case.office_id).definition
    no = next(step.no for step in definition.steps if step.actors[0] == "Kabag")
    go_on(case, no)
    writer = example.people["budi"]
    handed = given(example, roles={"Kabag": writer}, manager=None, rights={})
    refused = leave(example, "hendra", handed)
    assert isinstance(refused, Refused)
    assert "“LAKIP 2025”" in refused.reason
    assert "tidak ada pemegang peran Kabag yang tidak ikut menyusunnya" in refused.reason
    handed = given(example, roles={"Kabag": example.people["maria"]}, manager=None, rights={})
    assert isinstance(leave(example, "hendra", handed), Done)


def test_a_paused_case_is_handed_over_too(
    example: ExampleOffice, case: Case, browser: Browser
) -> None:
    url = f"/pelaksanaan/{case.pk}/kelola/tunda/"
    browser("rina").post(url, {"kunci": "a", "alasan": "Menunggu."})
    assert isinstance(leave(example, "rina", given(example)), Done)
    assert load(case.pk, case.office_id).state.roles["Kasubag"] == (example.people["joko"].ref,)


def test_the_page_lists_and_hands_over(
    example: ExampleOffice, case: Case, browser: Browser
) -> None:
    hendra, maria = example.people["hendra"], example.people["maria"]
    url = f"/kantor/serah-terima/{hendra.pk}/"
    assert browser("dewi").get(url).status_code == 404
    page = browser("rina").get(url)
    words = page.content.decode()
    for word in ("Peran Kabag", "Satu-satunya pemegang", "Kepala Bagian", "tetap atas namanya"):
        assert word in words
    sent = {
        "kunci": page.context["form"]["kunci"].value(),
        "sebab": "pensiun",
        "hari_terakhir": TODAY.isoformat(),
        "alasan": "Batas usia pensiun.",
    }
    missing = browser("rina").post(url, sent)
    assert missing.status_code == 422
    assert "Pilih penerima peran Kabag." in missing.content.decode()
    done = browser("rina").post(url, {**sent, "peran_0": maria.pk, "yakin": "on"})
    assert done.status_code == 302
    assert load(case.pk, case.office_id).state.roles["Kabag"] == (maria.ref,)


def test_the_empty_post_is_filled_for_a_time_by_a_plt(
    example: ExampleOffice, case: Case, browser: Browser
) -> None:
    hendra, maria = example.people["hendra"], example.people["maria"]
    handed = given(example, roles={"Kabag": maria}, manager=None, rights={})
    assert isinstance(leave(example, "hendra", handed), Done)
    hendra.refresh_from_db()
    wrong = recorded(example, LATER + timedelta(hours=2), holder=hendra, substitute=maria)
    assert isinstance(wrong, Refused)
    assert "Jabatan kosong" in wrong.reason
    page = browser("rina").get("/kantor/pengganti/").content.decode()
    assert "Hendra Gunawan, S.H., M.Si. (tidak lagi di sini)" in page
    filled = recorded(
        example, LATER + timedelta(hours=2), holder=hendra, substitute=maria, jenis="plt",
        sebab="kosong",
    )  # fmt: skip
    assert isinstance(filled, Done)
    post = Appointment.objects.get(jenis="plt")
    assert (post.person, post.peran) == (maria, "Kabag")
    day = post.mulai
    kabag = candidates_by_role(example.office, day)["Kabag"]
    assert kabag == [maria], "a Plt. plays the role in what starts now"
