"""Tembusan: who gets a copy stands on the invitation and on the nota dinas of an order."""

import pytest

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.documents import stored_paper
from runut.office.cases.models import Document
from runut.office.works.penugasan.order import Order
from runut.office.works.rapat import actions
from runut.office.works.rapat.facts import copies_of
from tests.kantor import MONDAY
from tests.meetings.conftest import Stage
from tests.meetings.rapat import FACTS, Rapat, before_invitation
from tests.report.reading import said

pytestmark = pytest.mark.django_db
COPIES = ("Sekretaris Daerah", "Arsip")


def compose(rapat: Rapat, *copies: str) -> Done | Refused:
    doer = Doer(rapat["dewi"], MONDAY)
    return actions.compose_invitation(rapat.ref("2"), doer, tembusan=copies)


def words(jenis: str) -> str:
    return said(stored_paper(Document.objects.filter(jenis=jenis).latest("pk")))


def test_copies_stand_below_the_invitation_and_are_kept_when_it_is_drawn_again(
    stage: Stage,
) -> None:
    with stage(before_invitation) as rapat:
        assert isinstance(compose(rapat, *COPIES), Done)
        assert "Tembusan:\nSekretaris Daerah\nArsip" in words("undangan")
        rapat.meeting.__class__.objects.update(tempat="Aula")
        assert isinstance(rapat.compose(), Done)
        assert "Tembusan:\nSekretaris Daerah\nArsip" in words("undangan")
        assert copies_of(rapat.meeting) == COPIES


def test_other_copies_are_a_reason_to_draw_it_again_and_the_same_are_none(stage: Stage) -> None:
    with stage(before_invitation) as rapat:
        compose(rapat, *COPIES)
        same = compose(rapat, *COPIES)
        assert isinstance(same, Refused)
        assert same.kode == "tidak_berubah"
        assert isinstance(compose(rapat, "Arsip"), Done)
        assert "Sekretaris Daerah\n" not in words("undangan").partition("Tembusan:")[2]


def test_copies_stand_below_the_nota_dinas_of_an_order(stage: Stage) -> None:
    with stage(Rapat) as rapat:
        order = Order(rapat["dewi"].ref, ("Siapkan undangan.",), tembusan=COPIES)
        doer = Doer(rapat["rina"], MONDAY)
        done = actions.assign(rapat.ref("1"), doer, FACTS, order, kelengkapan=rapat.needs("1"))
        assert isinstance(done, Done)
        assert words("penugasan").endswith("Tembusan:\nSekretaris Daerah\nArsip")
