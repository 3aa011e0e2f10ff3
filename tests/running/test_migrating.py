"""An upgrade takes what it changed into the audit chain, and nothing that somebody else changed."""

import json

import pytest
from django.db import transaction

from runut.core.findings import Level
from runut.office.people.models import Office
from runut.office.running import migrating
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from runut.office.verification.verify_states import verify_states
from tests.databases import lift_guards, sql
from tests.kantor import MONDAY, kantor

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return kantor().office


def _forget_rows(office: Office) -> None:
    """The chain as an office has it that was made before rows were recorded."""
    lift_guards()
    sql("UPDATE trust_entry SET states = ''")


def test_an_older_office_is_taken_as_it_is_found(office: Office) -> None:
    _forget_rows(office)
    assert list(verify_states(office))
    migrating.migrate_and_tell(MONDAY)
    assert not list(verify_states(office))
    facts = json.loads(Entry.objects.get(office=office, kind="kantor.keadaan_diterima").payload)
    assert facts["alasan"] == migrating.FIRST_TIME
    assert facts["baris"] > 100


def test_without_an_upgrade_nothing_is_accepted(office: Office) -> None:
    with transaction.atomic():
        sql("UPDATE people_person SET nama = 'Lain' WHERE username = 'budi'")
    migrating.migrate_and_tell(MONDAY)
    assert len(list(verify_states(office))) == 1


def test_what_was_changed_before_an_upgrade_is_still_found_after_it(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    sql("UPDATE people_person SET nama = 'Lain' WHERE username = 'budi'")
    monkeypatch.setattr(migrating, "_is_upgrade", lambda: True)
    # what an upgrade does: it fills a column that it added
    fill = "UPDATE people_person SET telepon = '0' WHERE username = 'dewi'"
    monkeypatch.setattr(migrating, "call_command", lambda *_, **__: sql(fill))
    migrating.migrate_and_tell(MONDAY)
    (finding,) = verify_states(office)
    assert "“Lain”" in finding.pesan
    assert Entry.objects.filter(office=office, kind="kantor.keadaan_diterima").count() == 1


def test_an_office_whose_chain_is_gone_is_named_and_keeps_nobody_from_starting(
    office: Office,
) -> None:
    lift_guards()
    sql("DELETE FROM trust_entry")
    sql("DELETE FROM trust_chainhead")
    migrating.migrate_and_tell(MONDAY)
    assert not Entry.objects.filter(office=office).exists()
    assert [one.tingkat for one in verify_all()][:1] == [Level.BLOCKER]
