"""Adopting an SOP: what its owner confirms must be able to run."""

from dataclasses import replace

import pytest

from runut.core.findings import Refused
from runut.office.sops.actions import adopt, take_in
from runut.office.sops.models import SopVersion
from tests.kantor import MONDAY, confirm_proposals, kantor
from tests.office.berkas import TEXT

pytestmark = pytest.mark.django_db


def test_a_way_back_to_nowhere_is_refused_and_nothing_is_adopted() -> None:
    owner = kantor().people["rina"]
    taken = take_in(TEXT, "berkas.txt", owner, MONDAY)
    assert isinstance(taken, SopVersion)
    confirmed = replace(confirm_proposals(taken.teks), ways_back={"3": "12"})
    answer = adopt(taken, confirmed, owner, MONDAY)
    assert isinstance(answer, Refused)
    taken.refresh_from_db()
    assert taken.status == SopVersion.Status.USULAN


def test_who_does_not_manage_the_sops_cannot_adopt_one() -> None:
    people = kantor().people
    taken = take_in(TEXT, "berkas.txt", people["rina"], MONDAY)
    assert isinstance(taken, SopVersion)
    answer = adopt(taken, confirm_proposals(taken.teks), people["dewi"], MONDAY)
    assert isinstance(answer, Refused)
    assert answer.kode == "bukan_pelaksana"
