"""The symbol of each actor and the arrows inside a row can be seen and put right."""

from typing import Any

import pytest
from django.test import Client

from runut.core.sop.flow import outward
from runut.core.sop.model import Bentuk, Dalam, Langkah, Lanjut, Pelaksana
from runut.office.sops.draft import draft_of, sop_of
from runut.office.sops.models import SopVersion
from tests.sops_web.proposals import TEXT, reading, taken

pytestmark = pytest.mark.django_db

LOOP = TEXT.replace("2\tMengolah berkas\t\t√", "2\tMengolah berkas\t[ ]2\t<Ya→3; Tidak→@Staf>")


def looped(client: Client) -> SopVersion:
    version = taken(client, LOOP)
    step = sop_of(version).step("2")
    assert step.dalam == (Dalam("Tim", "Staf", "Tidak"),)
    return version


def send(client: Client, version: SopVersion, **more: str) -> Any:
    """The form as it stands but for ``more``."""
    ticked = {"l0_pelaksana": "Staf", "l2_pelaksana": "Staf"}
    return reading(client, version).send(client, **ticked, **more)


def saved(version: SopVersion) -> Langkah:
    version.refresh_from_db()
    return sop_of(version).step("2")


def test_the_symbol_of_each_actor_and_the_inner_arrow_stand_in_the_form(rina: Client) -> None:
    version = looped(rina)
    fields = reading(rina, version).fields
    assert fields["l1_bentuk"] == ["keputusan"] and fields["l1_simbol1"] == ["proses"]
    assert fields["l1_dalam"] == ["Tim Tidak ke Staf"]
    page = rina.get(f"/sop/{version.pk}/periksa/").content.decode()
    assert "Simbol Tim" in page and "Simbol Staf" in page
    assert draft_of(version).unsure == (), "a decision with an answer inside its row has two"


def test_a_form_sent_as_it_stands_changes_nothing(rina: Client) -> None:
    version = looped(rina)
    before = version.teks
    send(rina, version, tindakan="simpan")
    version.refresh_from_db()
    assert version.teks == before


def test_an_arrow_is_added_and_one_is_taken_away(rina: Client) -> None:
    version = looped(rina)
    send(rina, version, l1_dalam="Tim Tidak ke Staf; Staf → Tim")
    assert set(saved(version).dalam) == {Dalam("Tim", "Staf", "Tidak"), Dalam("Staf", "Tim")}
    send(rina, version, l1_dalam="", l1_lanjut="Ya 3; Tidak 1")
    assert saved(version).dalam == ()


def test_the_decision_moves_to_another_actor_who_then_leads(rina: Client) -> None:
    version = looped(rina)
    sent = {"l1_bentuk": "proses", "l1_simbol1": "keputusan", "l1_dalam": "Staf Tidak ke Tim"}
    send(rina, version, **sent)
    step = saved(version)
    assert step.bentuk is Bentuk.KEPUTUSAN
    assert [(one.nama, step.symbol_of(one)) for one in step.pelaksana] == [
        ("Staf", Bentuk.KEPUTUSAN),
        ("Tim", Bentuk.PROSES),
    ]
    assert outward(step) == (Lanjut("3", "Ya"), Lanjut("2", "Tidak"))


def test_the_name_of_a_column_is_changed_in_the_arrow_too(rina: Client) -> None:
    version = looped(rina)
    send(rina, version, pelaksana="Petugas\nTim")
    assert saved(version).dalam == (Dalam("Tim", "Petugas", "Tidak"),)


@pytest.mark.parametrize("words", ["Tim ke Camat", "Tim Staf", "ke Staf", "Staf ke Staf"])
def test_what_is_no_arrow_is_said_at_its_step(rina: Client, words: str) -> None:
    version = looped(rina)
    before = version.teks
    answer = send(rina, version, l1_dalam=words)
    assert answer.status_code == 422
    assert f"Pada langkah 2: “{words}” tidak dipahami." in answer.content.decode()
    version.refresh_from_db()
    assert version.teks == before


def test_a_row_of_one_actor_is_asked_for_one_symbol(rina: Client) -> None:
    fields = reading(rina, taken(rina)).fields
    assert "l0_dalam" not in fields and "l0_simbol1" not in fields
    step = Langkah("1", "x", (Pelaksana("Staf"),))
    assert step.dalam == ()
