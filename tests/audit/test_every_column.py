"""Whoever changes one value, takes one row out or puts one in, in any table: verifying names it."""

import pytest
from django.db import IntegrityError, connection, transaction

from runut.office.people.models import Office
from runut.office.trust.append import Act, append
from runut.office.verification.verify import verify_office
from runut.office.verification.verify_states import verify_states
from tests.audit.changes import Change, all_changes, apply, fill
from tests.databases import POSTGRES_SOCKET, sql
from tests.kantor import MONDAY

pytestmark = pytest.mark.django_db
ONE_OF = 53
"""Of how many changes one is tried in every run of the suite; the gate tries them all."""


@pytest.fixture
def full(office: Office) -> Office:
    """The office with a row in every table, all of it in its chain."""
    fill(office)
    append(office.pk, [Act("uji.diisi", "kantor:1", {})], actor="", at=MONDAY)
    assert not list(verify_states(office))
    return office


def not_found(office: Office, changes: list[Change]) -> list[Change]:
    """The changes that verifying says nothing of. Each is taken back before the next."""
    known = _told(office)
    missed = []
    for change in changes:
        savepoint = transaction.savepoint()
        if not _is_refused(change, office) and _told(office) <= known:
            missed.append(change)
        transaction.savepoint_rollback(savepoint)
    return missed


def _told(office: Office) -> set[str]:
    rows = {one.pesan for one in verify_states(office)}
    return rows or {one.pesan for one in verify_office(office, [])}


def _is_refused(change: Change, office: Office) -> bool:
    """Whether the database itself refuses it: a second row where one may be."""
    if not POSTGRES_SOCKET:
        sql("PRAGMA defer_foreign_keys = ON")
        sql("PRAGMA ignore_check_constraints = ON")
    try:
        apply(change, office)
    except (IntegrityError, connection.Database.IntegrityError):
        return True
    return False


def test_a_dozen_single_changes_over_all_tables_are_found(full: Office) -> None:
    changes = [change for change in all_changes() if not change.reason]
    assert not_found(full, changes[::ONE_OF]) == []


@pytest.mark.gate
def test_every_single_change_is_found_or_has_its_reason(full: Office) -> None:
    changes = list(all_changes())
    missed = not_found(full, changes)
    assert len(changes) > 120
    assert [str(one) for one in missed if not one.reason] == []
    assert len(missed) * 120 <= len(changes), "at least 119 of 120 are found"


def test_a_change_is_named_with_row_column_old_and_new_value(office: Office) -> None:
    sql("UPDATE people_person SET nip = '199901012020121001' WHERE username = 'budi'")
    (finding,) = verify_states(office)
    assert "Baris " in finding.pesan and "tabel people_person" in finding.pesan
    assert "kolom nip: tercatat “" in finding.pesan
    assert finding.pesan.endswith("sekarang “199901012020121001”.")


def test_a_password_put_in_by_hand_is_named_and_never_shown(office: Office) -> None:
    sql("UPDATE people_person SET password = 'md5$garam$rahasiaku' WHERE username = 'budi'")
    (finding,) = verify_states(office)
    assert "kolom password" in finding.pesan
    assert "garam" not in finding.pesan


def test_many_changes_of_a_table_are_counted(office: Office) -> None:
    sql("DELETE FROM people_holiday")
    said = [finding.pesan for finding in verify_states(office)]
    assert len(said) == 21
    assert said[-1].startswith("… dan ") and "people_holiday" in said[-1]
