"""A workbook behind a password is said to be locked at every door, not to be broken."""

from collections.abc import Callable
from typing import Any

import pytest

from runut.files.guard.parent import read_guarded
from tests.corpus.make.refused import locked_office


@pytest.mark.parametrize(
    "reader",
    [
        "runut.files.read.workbook.year:read_in_steps",
        "runut.files.read.workbook.pack:read_pack",
        "runut.files.read.people_list:read_people_list",
    ],
)
def test_a_locked_workbook_is_said_to_be_locked(reader: str) -> None:
    read: Callable[..., Any] = read_guarded
    content, findings = read(reader, locked_office(), "angka.xlsx")
    assert content is None
    assert [one.kode for one in findings] == ["berkas_terkunci"]
    assert (
        findings[0].pesan == "Berkas ini terkunci sandi." and "hapus sandinya" in findings[0].usul
    )
