"""Who is away has a substitute: the work goes to him and comes back, in every case."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import load
from runut.office.cases.inbox import tasks_of
from runut.office.cases.models import Case, CaseMember, StandIn
from runut.office.example.office import ExampleOffice, start_example_case
from runut.office.people.models import Appointment
from runut.office.people.naming import pejabat
from runut.office.substitutes.acts import end
from runut.office.substitutes.models import Substitution
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.kantor import MONDAY
from tests.substitutes.recording import complete, go_on, plh, recorded

pytestmark = pytest.mark.django_db
KABAG = "9"


def day(number: int) -> datetime:
    return MONDAY.replace(day=number)


def kabag_step(case: Case) -> str:
    definition = load(case.pk, case.office_id).definition
    return next(step.no for step in definition.steps if step.actors[0] == "Kabag")


def in_inbox(example: ExampleOffice, name: str, at: datetime) -> list[str]:
    return [task.no for task in tasks_of(example.people[name], at)]


def test_waiting_work_moves_to_the_substitute_and_comes_back(
    example: ExampleOffice, case: Case
) -> None:
    no = kabag_step(case)
    go_on(case, no)
    assert isinstance(recorded(example), Done)
    found = {at: (in_inbox(example, "hendra", day(at)), in_inbox(example, "joko", day(at)))
             for at in (13, 14, 16, 17)}  # fmt: skip
    assert found == {13: ([no], []), 14: ([], [no]), 16: ([], [no]), 17: ([no], [])}


def test_new_work_comes_to_the_substitute_too(example: ExampleOffice, case: Case) -> None:
    assert isinstance(recorded(example), Done)
    no = kabag_step(case)
    go_on(case, no, day(14))
    assert in_inbox(example, "joko", day(14)) == [no]
    assert in_inbox(example, "hendra", day(14)) == []


def test_a_case_that_starts_while_it_lasts_has_the_substitute_from_its_start(
    example: ExampleOffice,
) -> None:
    assert isinstance(recorded(example), Done)
    case = start_example_case(example, 2025, day(15))
    roles = load(case.pk, case.office_id).state.roles
    assert example.people["joko"].ref not in roles["Kabag"], "he does not hold it for good"
    no = kabag_step(case)
    go_on(case, no, day(15))
    assert in_inbox(example, "joko", day(15)) == [no]
    assert not verify_all()


def test_the_trail_and_the_papers_have_both_names(example: ExampleOffice, case: Case) -> None:
    no = kabag_step(case)
    go_on(case, no)
    recorded(example)
    joko, hendra = example.people["joko"], example.people["hendra"]
    assert isinstance(complete(case, no, Doer(joko, day(14), on_behalf_of=hendra.ref)), Done)
    line = Entry.objects.filter(kind="kasus.langkah_selesai").order_by("-seq")[0]
    assert (line.actor, line.on_behalf_of) == (joko.ref, hendra.ref)
    named = pejabat(joko, date(2026, 1, 14), ("Kabag",))
    assert named.jabatan == "Plh. Kepala Bagian Perencanaan dan Kepegawaian"
    assert not verify_all()


def test_the_holder_does_not_act_while_his_work_lies_with_another(
    example: ExampleOffice, case: Case
) -> None:
    no = kabag_step(case)
    go_on(case, no)
    recorded(example)
    refused = complete(case, no, Doer(example.people["hendra"], day(15)))
    assert isinstance(refused, Refused)
    assert refused.kode == "dialihkan"


def test_a_substitute_who_wrote_does_not_check(example: ExampleOffice, case: Case) -> None:
    no = kabag_step(case)
    go_on(case, no)
    recorded(example, substitute=example.people["budi"])
    assert in_inbox(example, "budi", day(14)) == []
    assert in_inbox(example, "hendra", day(14)) == [no], "the work stays where it can be done"
    doer = Doer(example.people["budi"], day(14), on_behalf_of=example.people["hendra"].ref)
    refused = complete(case, no, doer)
    assert isinstance(refused, Refused)
    assert refused.kode == "karya_sendiri"


def test_the_day_is_that_of_the_office_and_not_of_greenwich(
    example: ExampleOffice, case: Case
) -> None:
    """The first hours of a day in Pontianak are the day before in Greenwich."""
    from datetime import UTC  # noqa: PLC0415 - the one place that means it

    go_on(case, no := kabag_step(case))
    recorded(example)
    early = datetime(2026, 1, 14, 1, 0, tzinfo=MONDAY.tzinfo).astimezone(UTC)
    assert early.day == 13
    assert in_inbox(example, "joko", early) == [no]
    doer = Doer(example.people["joko"], early, on_behalf_of=example.people["hendra"].ref)
    assert isinstance(complete(case, no, doer), Done)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"selesai": date(2026, 1, 13)}, "Tanggal akhir mendahului tanggal mulai"),
        ({"substitute": "hendra"}, "Pengganti harus orang lain"),
        ({"substitute": None}, "Pilih pegawai yang menjadi pengganti"),
        ({"sk": " "}, "Isi nomor surat keputusan"),
        ({"peran": ()}, "Tandai peran yang digantikan"),
        ({"sebab": "kosong"}, "diisi oleh Plt. atau Pj."),
    ],
)
def test_each_thing_that_is_wrong_is_one_plain_sentence(
    example: ExampleOffice, changed: dict[str, object], words: str
) -> None:
    if changed.get("substitute") == "hendra":
        changed = {"substitute": example.people["hendra"]}
    refused = recorded(example, **changed)
    assert isinstance(refused, Refused)
    assert words in refused.reason
    assert not Substitution.objects.exists()


def test_nobody_is_away_twice_nor_replaced_by_one_who_is_away(example: ExampleOffice) -> None:
    people = example.people
    assert isinstance(recorded(example), Done)
    twice = recorded(example, mulai=date(2026, 1, 16), selesai=date(2026, 1, 20))
    assert isinstance(twice, Refused)
    assert "sudah tercatat tidak di tempat pada 14 Januari 2026 s.d. 16" in twice.reason
    by_one_away = recorded(
        example, holder=people["andreas"], substitute=people["hendra"], peran=("Karo",)
    )
    assert isinstance(by_one_away, Refused)
    assert "sendiri tidak di tempat" in by_one_away.reason
    the_substitute = recorded(
        example, holder=people["joko"], substitute=people["dewi"], peran=("Staf",)
    )
    assert isinstance(the_substitute, Refused)
    assert "menjadi Plh. Kabag untuk Hendra" in the_substitute.reason


def test_one_refusal_leaves_nothing_of_the_act(example: ExampleOffice, case: Case) -> None:
    before = Entry.objects.count()
    assert isinstance(recorded(example, sk=""), Refused)
    assert Entry.objects.count() == before
    assert not StandIn.objects.exists()
    assert not Appointment.objects.exclude(jenis="definitif").exists()


def test_only_a_keeper_of_the_office_records_it(example: ExampleOffice) -> None:
    from runut.office.substitutes.acts import substitute  # noqa: PLC0415 - by somebody else

    refused = substitute(plh(example), Doer(example.people["dewi"], MONDAY))
    assert isinstance(refused, Refused)
    assert refused.kode == "bukan_pelaksana"


def test_an_end_before_its_time_gives_the_work_back_everywhere(
    example: ExampleOffice, case: Case
) -> None:
    go_on(case, no := kabag_step(case))
    recorded(example)
    row = Substitution.objects.get()
    hendra = example.people["hendra"]
    late = end(row.pk, date(2026, 1, 17), "x", Doer(hendra, day(14)))
    assert isinstance(late, Refused)
    dewi = Doer(example.people["dewi"], day(14))
    assert isinstance(end(row.pk, date(2026, 1, 15), "Kembali.", dewi), Refused)
    assert isinstance(end(row.pk, date(2026, 1, 15), "Kembali.", Doer(hendra, day(14))), Done)
    assert in_inbox(example, "joko", day(14)) == [no]
    assert in_inbox(example, "hendra", day(15)) == [no]
    assert Appointment.objects.get(jenis="plh").selesai == date(2026, 1, 14)
    later = start_example_case(example, 2024, day(15))
    assert load(later.pk, later.office_id).state.delegations == ()
    assert not verify_all()
    # and once more, still earlier
    assert isinstance(end(row.pk, date(2026, 1, 14), "Batal.", Doer(hendra, day(14))), Done)
    assert load(case.pk, case.office_id).state.delegations == ()
    assert not StandIn.objects.exists()


def test_the_substitute_sees_the_case(
    example: ExampleOffice, case: Case, browser: Callable[[str], Client]
) -> None:
    wati = example.people["maria"]
    wati.grants.all().delete()
    assert browser("maria").get(f"/pelaksanaan/{case.pk}/").status_code == 404
    recorded(example, substitute=wati)
    assert browser("maria").get(f"/pelaksanaan/{case.pk}/").status_code == 200
    assert CaseMember.objects.filter(case=case, person=wati).exists()


def test_the_pages_say_as_what_one_acts_and_carry_it(
    example: ExampleOffice,
    case: Case,
    browser: Callable[[str], Client],
    clock_stands: Callable[[datetime], None],
) -> None:
    go_on(case, no := kabag_step(case))
    recorded(example)
    clock_stands(day(14))
    inbox = browser("joko").get("/").content.decode()
    assert "Sebagai pengganti Hendra Gunawan" in inbox
    away = browser("hendra").get("/").content.decode()
    assert "Dialihkan kepada Plh. Kabag Joko Prasetyo" in away
    assert "16\N{NO-BREAK SPACE}Januari\N{NO-BREAK SPACE}2026" in away
    page = browser("joko").get(f"/pelaksanaan/{case.pk}/langkah/{no}/")
    assert "Saudara bertindak sebagai Plh. Kabag untuk Hendra Gunawan" in page.content.decode()
    form = page.context["form"]
    assert form.on_behalf_of == example.people["hendra"].ref
    closed = browser("hendra").get(f"/pelaksanaan/{case.pk}/langkah/{no}/").content.decode()
    assert "dialihkan kepada pengganti sampai dengan 16 Januari 2026" in closed


def test_a_keeper_records_on_the_page_and_ends_on_another(
    example: ExampleOffice, case: Case, browser: Callable[[str], Client]
) -> None:
    rina, people = browser("rina"), example.people
    page = rina.get("/kantor/pengganti/")
    sent = {
        "kunci": page.context["form"]["kunci"].value(),
        "pemegang": people["hendra"].pk,
        "sebab": "cuti",
        "mulai": "2026-01-14",
        "selesai": "2026-01-16",
        "pengganti": people["joko"].pk,
        "jenis": "plh",
        "peran": ["Kabag"],
        "sk": "800/12/2026",
    }
    for _ in range(2):  # sent twice it has one effect
        assert rina.post("/kantor/pengganti/", sent).status_code == 302
    row = Substitution.objects.get()
    assert "Plh. Kabag" in rina.get("/kantor/pengganti/").content.decode()
    wrong = {**sent, "kunci": "lain", "selesai": "2026-01-01"}
    answer = rina.post("/kantor/pengganti/", wrong)
    assert answer.status_code == 422
    assert "800/12/2026" in answer.content.decode(), "typed text is kept"
    url = f"/kantor/pengganti/{row.pk}/akhiri/"
    assert browser("dewi").get(url).status_code == 404
    ended = browser("hendra").post(
        url, {"kunci": "akhir", "kembali": "2026-01-15", "alasan": "Pulang lebih awal."}
    )
    assert ended.status_code == 302
    assert Substitution.objects.get().diakhiri == date(2026, 1, 14)
    assert browser("dewi").post("/kantor/pengganti/", sent).status_code == 403


def test_the_history_tells_it_in_words(
    example: ExampleOffice, case: Case, browser: Callable[[str], Client]
) -> None:
    recorded(example)
    rina = Doer(example.people["rina"], MONDAY + timedelta(hours=4))
    end(Substitution.objects.get().pk, date(2026, 1, 15), "Pulang.", rina)
    page = browser("rina").get(f"/pelaksanaan/{case.pk}/riwayat/").content.decode()
    assert "menunjuk Joko Prasetyo, S.Kom. sebagai pengganti Hendra" in page
    assert "mengakhiri penggantian Hendra" in page
