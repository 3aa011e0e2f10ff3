"""The chain as somebody sees and rewrites it who owns the machine; what ``runut verify`` says."""

import argparse
from dataclasses import replace
from datetime import timedelta

import pytest

from runut.core.trust.chain import Link, hash_row
from runut.office.people.models import Office
from runut.office.running.verify import ALL_IS_WELL, run
from runut.office.trust.models import Entry
from tests.databases import sql
from tests.kantor import MONDAY

LATER = MONDAY + timedelta(hours=8)
ALL_WELL = ALL_IS_WELL


def verified(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit status of ``runut verify``, and what it says."""
    capsys.readouterr()
    status = run(argparse.Namespace())
    return status, capsys.readouterr().out


def links(office: Office) -> list[Link]:
    return [entry.as_link() for entry in Entry.objects.filter(office=office).order_by("seq")]


def rewrite(office: Office, chain: list[Link]) -> None:
    """Put ``chain`` in the place of the office's chain, every hash and the head made anew."""
    sql("DELETE FROM trust_entry WHERE office_id = %s", office.pk)
    previous, seq = "0" * 64, 0
    for seq, link in enumerate(chain, start=1):
        row = replace(link.row, seq=seq, prev_hash=previous)
        previous = hash_row(row)
        values = {**vars(row), "office_id": office.pk, "hash": previous}
        del values["office"]
        marks = ", ".join(["%s"] * len(values))
        insert = f"INSERT INTO trust_entry ({', '.join(values)}) VALUES ({marks})"  # noqa: S608
        sql(insert, *values.values())
    head = "UPDATE trust_chainhead SET seq = %s, hash = %s WHERE office_id = %s"
    sql(head, seq, previous, office.pk)
