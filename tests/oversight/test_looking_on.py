"""Inspektorat looks on: every case and its trail, a word on it, and no form of a step."""

from datetime import timedelta

import pytest

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import load
from runut.office.cases.events import events_of
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.oversight.actions import answer, comment
from runut.office.oversight.models import Comment
from runut.office.oversight.queries import unanswered, watched_cases
from runut.office.people.models import Person
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.kantor import MONDAY, kantor, kasus
from tests.works.running import browser, first_form, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> ExampleOffice:
    return kantor()


@pytest.fixture
def case(office: ExampleOffice) -> Case:
    return kasus(office)


def by(office: ExampleOffice, username: str) -> Doer:
    return Doer(office.people[username], MONDAY)


def stranger(office: ExampleOffice) -> Person:
    """Somebody of the office without right and without role."""
    return Person.objects.create(office=office.office, username="lain", nama="Orang Lain")


def test_all_cases_are_listed_with_who_holds_them(office: ExampleOffice, case: Case) -> None:
    page = text(browser(office, "maria").get("/pengawasan/"))
    assert "LAKIP 2025" in page and "Rina Astuti" in page
    assert browser(office, "dewi").get("/pengawasan/").status_code == 404


def test_a_case_past_its_day_is_said_to_be_late(office: ExampleOffice, case: Case) -> None:
    day = case.batas
    assert day is not None
    maria = office.people["maria"]
    late = [watched_cases(maria, day + timedelta(days=n))[0].is_late for n in (0, 1)]
    assert late == [False, True]


def test_the_list_takes_as_many_queries_for_many_cases_as_for_one(
    office: ExampleOffice, case: Case, django_assert_max_num_queries: object
) -> None:
    for _ in range(5):
        kasus(office)
    with django_assert_max_num_queries(5):  # type: ignore[operator]
        assert len(watched_cases(office.people["maria"], MONDAY.date())) == 6


def test_who_looks_on_is_offered_no_form_of_a_step(office: ExampleOffice, case: Case) -> None:
    maria = browser(office, "maria")
    live = text(maria.get(f"/pelaksanaan/{case.pk}/"))
    assert ">Kerjakan" not in live
    assert "<textarea" not in text(maria.get(f"/pelaksanaan/{case.pk}/langkah/1/"))


def test_a_comment_waits_for_whoever_started_the_case_until_it_is_answered(
    office: ExampleOffice, case: Case
) -> None:
    maria, rina = browser(office, "maria"), browser(office, "rina")
    page = f"/pelaksanaan/{case.pk}/catatan/"
    first_form(maria, page).send(maria, teks="Bukti sasaran 2 belum ada.")
    assert "Maria Goreti, S.E., Ak. memberi catatan atas LAKIP 2025" in text(rina.get("/"))
    said = Comment.objects.get()
    first_form(rina, f"{page}{said.pk}/").send(rina, teks="Dilampirkan hari ini.")
    assert unanswered(office.people["rina"]) == []
    shown = text(maria.get(page))
    assert "Bukti sasaran 2 belum ada." in shown and "Dilampirkan hari ini." in shown
    kinds = list(Entry.objects.order_by("seq").values_list("kind", flat=True))
    assert kinds[-2:] == ["kasus.dicatat", "kasus.catatan_dijawab"]
    trail = text(maria.get(f"/pelaksanaan/{case.pk}/riwayat/"))
    assert "memberi catatan" in trail and "menjawab catatan" in trail


def test_the_same_form_sent_twice_says_it_once(office: ExampleOffice, case: Case) -> None:
    maria = browser(office, "maria")
    form = first_form(maria, f"/pelaksanaan/{case.pk}/catatan/")
    for _ in range(2):
        form.send(maria, teks="Sekali.")
    assert Comment.objects.count() == 1


def test_only_who_looks_on_or_plays_a_role_speaks(office: ExampleOffice, case: Case) -> None:
    opened = load(case.pk, case.office_id)
    assert isinstance(comment(opened, "Tim boleh", by(office, "budi")), Done)
    other = Doer(stranger(office), MONDAY)
    assert isinstance(comment(opened, "tidak", other), Refused)
    assert isinstance(answer(opened, Comment.objects.get(), "tidak", other), Refused)
    assert Comment.objects.count() == 1


def test_an_empty_comment_is_asked_for_and_nothing_is_stored(
    office: ExampleOffice, case: Case
) -> None:
    maria = browser(office, "maria")
    answered = first_form(maria, f"/pelaksanaan/{case.pk}/catatan/").send(maria, teks="  ")
    assert answered.status_code == 422 and "Tuliskan catatannya." in text(answered)
    assert not Comment.objects.exists()


def test_a_comment_of_another_case_is_not_found_under_this_one(
    office: ExampleOffice, case: Case
) -> None:
    other = kasus(office)
    comment(load(other.pk, other.office_id), "lain", by(office, "maria"))
    said = Comment.objects.get()
    page = f"/pelaksanaan/{case.pk}/catatan/{said.pk}/"
    assert browser(office, "maria").get(page).status_code == 404


def test_ones_own_comment_waits_for_nobody(office: ExampleOffice, case: Case) -> None:
    comment(load(case.pk, case.office_id), "catatan sendiri", by(office, "rina"))
    assert unanswered(office.people["rina"]) == []


def test_words_beside_a_case_leave_its_history_readable(office: ExampleOffice, case: Case) -> None:
    """The chain is read again by every paper of the case and by who verifies it."""
    moved = list(events_of(case))
    assert isinstance(
        comment(load(case.pk, case.office_id), "Mana bukti?", by(office, "maria")), Done
    )
    assert list(events_of(case)) == moved
    assert verify_all() == ()
