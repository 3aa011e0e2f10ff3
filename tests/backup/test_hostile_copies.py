"""A folder of copies that somebody has spoiled or made up: refused in a sentence, never a crash."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from runut.files.backup.place import CONTENTS, LABEL, CopyFault, copies_in, read_label
from runut.files.backup.reading import faults_of, read_contents, take_out
from tests.backup.copies import Folder
from tests.hostile.damage import OF_BYTES

DEEP = b"[" * 100_000
ODD: dict[str, bytes] = {
    "nothing": b"",
    "deep": DEEP,
    "deep object": b'{"a":' * 100_000,
    "number": b"9" * 10_000,
    "NUL": b"\0" * 500,
    "half a letter": b'{"\xf0\x9f": 1}',
    "list": b"[]",
    "null": b"null",
}
ENTRIES: dict[str, Any] = {
    "name a number": [5, 1, "a" * 64],
    "name a list": [["a"], 1, "a" * 64],
    "size a word": ["runut.sqlite3", "besar", "a" * 64],
    "hash a number": ["runut.sqlite3", 1, 7],
    "hash that leads outside": ["berkas/../../luar", 1, "../../../etc/passwd"],
    "document that leads outside": ["berkas/../x", 1, "../x"],
    "too few": ["runut.sqlite3"],
    "too many": ["runut.sqlite3", 1, "a" * 64, 1],
    "none": None,
    "NUL": ["a\0b", 1, "a" * 64],
    "long": ["a" * 5_000, 1, "a" * 64],
}


def spoiled(whole: bytes) -> Iterator[tuple[str, bytes]]:
    for name, damage in OF_BYTES.items():
        yield name, damage(whole, Random(name))
    yield from ODD.items()


@pytest.mark.parametrize("part", [CONTENTS, LABEL])
def test_a_spoiled_list_or_label_is_no_copy_or_says_so(tmp_path: Path, part: str) -> None:
    copy = Folder(tmp_path).copy().copy
    whole = (copy.folder / part).read_bytes()
    for name, data in spoiled(whole):
        (copy.folder / part).write_bytes(data)
        assert name and used(copy.folder) in (None, "", "rusak")


@pytest.mark.parametrize("name", ENTRIES)
def test_a_list_made_up_with_its_own_hash_takes_nothing_out(tmp_path: Path, name: str) -> None:
    copy = Folder(tmp_path).copy().copy
    body = json.loads((copy.folder / CONTENTS).read_text())
    body.pop("sidik")
    body["berkas"] = [ENTRIES[name]]
    told = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    sealed = {**body, "sidik": sha256(told.encode()).hexdigest()}
    (copy.folder / CONTENTS).write_text(json.dumps(sealed))
    assert used(copy.folder) == "rusak"
    assert list((tmp_path / "keluar").rglob("*")) == []


def used(folder: Path) -> str | None:
    """None: no copy; "rusak": refused or named in a sentence; "" whole and taken out."""
    copies_in(folder.parent)
    copy = read_label(folder)
    if copy is None:
        return None
    target = folder.parent.parent / "keluar"
    try:
        contents = read_contents(copy, None)
    except CopyFault as fault:
        assert str(fault).endswith(".")
        return "rusak"
    faults = [*faults_of(copy, contents, None), *take_out(copy, contents, None, target)]
    return "rusak" if faults else ""
