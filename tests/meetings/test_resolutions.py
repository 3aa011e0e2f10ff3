"""Working through the decisions of the meeting on the improving step."""

import pytest

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.works.rapat import actions
from runut.office.works.rapat.models import Resolution
from runut.office.works.rapat.queries import open_resolutions
from tests.meetings.rapat import NOON, Rapat

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapat(improving: Rapat) -> Rapat:
    return improving


def resolution(number: int) -> Resolution:
    return Resolution.objects.get(urutan=number)


def worker(rapat: Rapat) -> Doer:
    """Somebody who holds step 6."""
    step = rapat.case.definition.step("6")
    assert step is not None
    ref = rapat.case.state.roles[step.actors[0]][0]
    return Doer(next(p for p in rapat.example.people.values() if p.ref == ref), NOON)


def test_a_decision_ends_done_or_refused_with_a_reason(rapat: Rapat) -> None:
    assert open_resolutions(rapat.case).count() == 2

    actions.resolve(rapat.ref("6"), worker(rapat), resolution(1).pk, "Tabel 3 dilengkapi.")
    actions.refuse_resolution(
        rapat.ref("6"), worker(rapat), resolution(2).pk, "Judul mengikuti Permen PANRB 53/2014."
    )

    assert not open_resolutions(rapat.case).exists()
    assert (resolution(1).status, resolution(1).tindak_lanjut) == ("selesai", "Tabel 3 dilengkapi.")
    assert resolution(2).status == "ditolak"
    assert resolution(2).closed_by == worker(rapat).person
    assert rapat.chain()[-1] == "rapat.keputusan_ditangani"


def test_a_refusal_without_reason_is_not_taken(rapat: Rapat) -> None:
    answer = actions.refuse_resolution(rapat.ref("6"), worker(rapat), resolution(1).pk, "  ")

    assert isinstance(answer, Refused)
    assert answer.kode == "tanpa_alasan"
    assert resolution(1).status == "terbuka"


def test_of_two_answers_the_first_counts(rapat: Rapat) -> None:
    doer, pk = worker(rapat), resolution(1).pk
    actions.resolve(rapat.ref("6"), doer, pk, "Dikerjakan.")

    second = actions.refuse_resolution(rapat.ref("6"), doer, pk, "Tidak perlu.")

    assert isinstance(second, Refused)
    assert second.kode == "sudah_berubah"
    assert resolution(1).status == "selesai"


def test_an_answer_by_mistake_is_taken_back(rapat: Rapat) -> None:
    pk = resolution(1).pk
    actions.resolve(rapat.ref("6"), worker(rapat), pk, "Dikerjakan.")

    assert isinstance(actions.reopen_resolution(rapat.ref("6"), worker(rapat), pk), Done)

    row = resolution(1)
    assert (row.status, row.tindak_lanjut, row.closed_by) == ("terbuka", "", None)


def test_only_those_who_improve_the_draft_answer_its_decisions(rapat: Rapat) -> None:
    answer = actions.resolve(rapat.ref("6"), Doer(rapat["hendra"], NOON), resolution(1).pk, "Ya.")

    assert isinstance(answer, Refused)
    assert answer.kode == "bukan_pelaksana"
