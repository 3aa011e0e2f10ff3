"""An actor from outside the office needs no login: who deals with him writes down what he does."""

from datetime import datetime

import pytest
from django.test import Client

from runut.office import clock
from runut.office.acts.sending import Doer
from runut.office.cases.acting import load
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from runut.office.works.luar.models import OutsideParty
from runut.office.works.luar.parties import name_parties
from tests.kantor import MONDAY, adopted, kantor
from tests.security.walking import forms_of
from tests.works.running import browser, step_url, text
from tests.works.sops import sop_text

pytestmark = pytest.mark.django_db
SOP = sop_text(
    "PELAYANAN PERMOHONAN DATA",
    ("Pemohon", "Staf"),
    ("Mengajukan permohonan data", "Pemohon", "Formulir", "Surat permohonan"),
    ("Mencatat permohonan", "Staf", "Surat permohonan", "Data"),
)


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY)


@pytest.fixture
def example() -> ExampleOffice:
    return kantor()


def started(example: ExampleOffice, **typed: str) -> Case:
    """Start the SOP by its page, as Rina, who marks Dewi for both actors."""
    version = adopted(SOP, example.people["rina"])
    client = browser(example, "rina")
    [form] = forms_of(client, f"/pelaksanaan/mulai/{version.pk}/")
    dewi = str(example.people["dewi"].pk)
    told = {**form.fields, "peran_0": [dewi], "peran_1": [dewi]}
    told |= {name: [word] for name, word in typed.items()}
    answer = client.post(form.url, {k: v for k, v in told.items() if v})
    assert answer.status_code == 302, text(answer)
    return Case.objects.latest("pk")


def test_the_party_is_named_at_the_start_and_stands_in_the_trail(example: ExampleOffice) -> None:
    case = started(example, luar_0="PT Kapuas Jaya")

    [party] = OutsideParty.objects.all()
    assert (party.case, party.peran, party.nama) == (case, "Pemohon", "PT Kapuas Jaya")
    assert load(case.pk, case.office_id).state.roles["Pemohon"] == (example.people["dewi"].ref,)
    assert Entry.objects.filter(kind="luar.ditetapkan").count() == 1
    assert verify_all() == ()


def test_without_a_name_nobody_is_outside_and_nothing_more_is_asked(
    example: ExampleOffice,
) -> None:
    case = started(example)
    page = text(browser(example, "dewi").get(step_url(case, "1")))
    assert not OutsideParty.objects.exists()
    assert "pihak luar" not in page
    assert 'name="luar_oleh"' not in page


def do(example: ExampleOffice, case: Case, no: str, **typed: str) -> tuple[Client, object]:
    client = browser(example, "dewi")
    form = forms_of(client, step_url(case, no))[0]
    return client, form.send(client, **typed)


def test_who_writes_says_who_of_them_and_when(example: ExampleOffice) -> None:
    case = started(example, luar_0="PT Kapuas Jaya")
    seen = text(browser(example, "dewi").get(step_url(case, "1")))
    assert "Langkah ini dilakukan pihak luar: <b>PT Kapuas Jaya</b>" in seen

    client, answer = do(
        example,
        case,
        "1",
        luar_oleh="Yohanes",
        luar_pada_0="2026-01-12",
        luar_pada_1="07:45",
        hasil_0="Surat Nomor 12/KJ/2026.",
    )

    assert answer.status_code == 302  # type: ignore[attr-defined]
    [out] = load(case.pk, case.office_id).state.step("1").outputs
    assert out.pernyataan == (
        "Dari Yohanes (PT Kapuas Jaya), 12 Januari 2026 pukul 07.45 WIB: Surat Nomor 12/KJ/2026."
    )
    history = text(client.get(f"/pelaksanaan/{case.pk}/riwayat/"))
    assert "mencatat langkah 1 untuk pihak luar PT Kapuas Jaya, oleh Yohanes" in history
    assert example.people["dewi"].nama in history


@pytest.mark.parametrize(
    "typed",
    [
        {"luar_oleh": ""},
        {"luar_pada_0": ""},
        {"luar_pada_0": "2026-01-12", "luar_pada_1": "23:00"},
    ],
)
def test_without_who_or_when_or_before_it_happened_the_step_stays_open(
    example: ExampleOffice, typed: dict[str, str]
) -> None:
    case = started(example, luar_0="PT Kapuas Jaya")
    _, answer = do(example, case, "1", hasil_0="Surat.", **typed)
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert load(case.pk, case.office_id).state.open_steps == ("1",)
    assert not Entry.objects.filter(kind="luar.dicatat").exists()


def test_a_step_of_the_office_itself_is_as_before(example: ExampleOffice) -> None:
    case = started(example, luar_0="PT Kapuas Jaya")
    do(example, case, "1", hasil_0="Surat.")
    _, answer = do(example, case, "2", hasil_0="Data terkirim.")
    assert answer.status_code == 302  # type: ignore[attr-defined]
    assert Entry.objects.filter(kind="luar.dicatat").count() == 1


def test_the_same_start_sent_twice_names_the_party_once(example: ExampleOffice) -> None:
    version = adopted(SOP, example.people["rina"])
    client = browser(example, "rina")
    [form] = forms_of(client, f"/pelaksanaan/mulai/{version.pk}/")
    dewi = str(example.people["dewi"].pk)
    told = {**form.fields, "peran_0": [dewi], "peran_1": [dewi], "luar_0": ["PT Kapuas Jaya"]}
    for _ in range(2):
        client.post(form.url, {k: v for k, v in told.items() if v})
    assert OutsideParty.objects.count() == 1
    assert Case.objects.count() == 1


def test_the_party_of_one_case_is_not_that_of_another(example: ExampleOffice) -> None:
    one = started(example, luar_0="PT Kapuas Jaya")
    doer = Doer(example.people["rina"], MONDAY)
    assert isinstance(doer.at, datetime)
    other = Case.objects.create(
        office=one.office,
        judul="Lain",
        sop_version=one.sop_version,
        status="berjalan",
        snapshot=one.snapshot,
        mulai_oleh=doer.person,
        mulai_pada=MONDAY,
    )
    name_parties(other, {"Pemohon": "Dinas Lain"})
    page = text(browser(example, "dewi").get(step_url(one, "1")))
    assert "Dinas Lain" not in page
