"""Copies are whole or not there, each file is checked, and what is not ours stays."""

import json
import shutil
from pathlib import Path

import pytest

from runut.files.backup import writing
from runut.files.backup.place import CopyFault, copies_in, drop, read_label, sweep, use_place
from runut.files.backup.reading import read_contents
from tests.backup.copies import OWNER, Folder, files_of

PASSPHRASE = "kuda besi naik bukit"


@pytest.fixture(params=["", PASSPHRASE], ids=["plain", "sealed"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Folder:
    return Folder(tmp_path, request.param)


def test_what_comes_out_is_what_went_in(folder: Folder) -> None:
    made = folder.copy()
    assert folder.taken_out(made.copy) == (files_of(folder.office), [])
    assert made.missing == ()


def test_a_document_is_stored_once_for_all_copies(folder: Folder) -> None:
    first, second = folder.copy(), folder.copy()
    assert second.contents.files == first.contents.files
    documents = sum(len(b) for name, b in files_of(folder.office).items() if "berkas" in name)
    assert second.new_bytes <= first.new_bytes - documents


def test_a_sealed_copy_tells_neither_words_nor_names(tmp_path: Path) -> None:
    folder = Folder(tmp_path, PASSPHRASE)
    folder.copy()
    stored = files_of(tmp_path / "cadangan")
    assert not any(b"tabeltabel" in data or b"198203" in data for data in stored.values())
    assert not any("198203" in name or folder.documents[0][2:] in name for name in stored)


def stored_files(folder: Folder) -> list[str]:
    """All that a copy consists of, but for what only makes it findable."""
    return [name for name in files_of(folder.base / "cadangan") if not name.startswith("runut-c")]


@pytest.mark.parametrize("how", ["changed", "cut", "gone"])
def test_whichever_file_is_damaged_is_named(folder: Folder, how: str) -> None:
    copy = folder.copy().copy
    for name in stored_files(folder):
        path = folder.base / "cadangan" / name
        data = path.read_bytes()
        if how == "gone":
            path.unlink()
        else:
            path.write_bytes(data[:-1] if how == "cut" else data[:-1] + bytes([data[-1] ^ 1]))
        assert _found(folder, copy.folder), name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    assert not _found(folder, copy.folder)


def _found(folder: Folder, path: Path) -> bool:
    copy = read_label(path)
    if copy is None:
        return True
    try:
        contents = read_contents(copy, folder.key)
    except CopyFault:
        return True
    shutil.rmtree(folder.base / "keluar", ignore_errors=True)
    return bool(folder.taken_out(copy)[1]) or not contents.files


def test_a_list_of_contents_that_leads_outside_is_refused(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    copy = folder.copy().copy
    for name in ("../luar", "/etc/luar", "kunci/../../luar", "", "kunci\\..\\luar"):
        label = json.loads((copy.folder / "runut.json").read_text())
        label["nama_berkas"] = [name]
        (copy.folder / "runut.json").write_text(json.dumps(label))
        assert read_label(copy.folder) is None


def test_a_document_damaged_in_the_place_is_written_again(folder: Folder) -> None:
    folder.copy()
    for path in (folder.base / "cadangan").rglob("*"):
        if path.is_file() and path.parent.parent.name in ("berkas", "tersandi"):
            path.write_bytes(b"rusak")
    assert folder.taken_out(folder.copy().copy) == (files_of(folder.office), [])


def test_a_document_damaged_in_the_office_comes_back_from_an_older_copy(folder: Folder) -> None:
    whole = files_of(folder.office)
    folder.copy()
    name = f"berkas/{folder.documents[0][:2]}/{folder.documents[0][2:]}"
    (folder.office / name).write_bytes(b"rusak")
    assert folder.taken_out(folder.copy().copy) == (whole, [])


def test_a_document_damaged_before_the_first_copy_is_told_and_left_out(folder: Folder) -> None:
    name = f"berkas/{folder.documents[0][:2]}/{folder.documents[0][2:]}"
    (folder.office / name).write_bytes(b"rusak")
    made = folder.copy()
    assert made.missing == (name,)
    assert name not in folder.taken_out(made.copy)[0]


def test_what_fails_half_way_leaves_no_copy(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.copy()
    before = files_of(folder.base / "cadangan")

    def full(*_: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "write_whole", full)
    with pytest.raises(OSError, match="No space"):
        folder.copy()
    assert files_of(folder.base / "cadangan") == before


def test_a_disk_that_writes_something_else_gives_no_copy(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, spoilt = writing.write_pieces, list[Path]()

    def bad(path: Path, pieces: object) -> None:
        real(path, pieces)  # type: ignore[arg-type]
        if path.parent.name.startswith(".belum") and not spoilt:
            spoilt.append(path)
            path.write_bytes(path.read_bytes()[:-1] + b"?")

    monkeypatch.setattr(writing, "write_pieces", bad)
    with pytest.raises(CopyFault, match="tidak terbaca sama"):
        folder.copy()
    assert copies_in(folder.place.folder) == []


def test_too_little_room_is_said_before_anything_is_written(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "SPARE", 1 << 50)
    with pytest.raises(CopyFault, match="kurang: perlu 1048576,0 GB"):
        folder.copy()
    assert copies_in(folder.place.folder) == []


def test_what_was_cut_short_is_swept_and_only_that(folder: Folder) -> None:
    copy = folder.copy().copy
    (copy.place / ".belum-2026-01-01T000000Z").mkdir()
    (copy.place / ".belum-selesai").mkdir()
    sweep(folder.place)
    assert not (copy.place / ".belum-2026-01-01T000000Z").exists()
    assert (copy.place / ".belum-selesai").exists() and copies_in(copy.place) == [copy]


def test_a_dropped_copy_takes_nothing_of_others_with_it(folder: Folder) -> None:
    first, second = folder.copy().copy, folder.copy().copy
    (first.folder / "catatan saya.txt").write_text("punya orang")
    drop(first)
    assert [path.name for path in first.folder.iterdir()] == ["catatan saya.txt"]
    assert folder.taken_out(second) == (files_of(folder.office), [])
    assert copies_in(second.place) == [second]


def test_a_folder_that_others_use_gets_one_of_its_own_inside(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"foto")
    assert use_place(tmp_path, OWNER).folder == tmp_path / "cadangan-runut"
    assert use_place(tmp_path, OWNER) == use_place(tmp_path / "cadangan-runut", OWNER)


def test_the_copies_of_another_office_are_not_joined(tmp_path: Path) -> None:
    use_place(tmp_path, OWNER)
    with pytest.raises(CopyFault, match="kantor lain"):
        use_place(tmp_path, "b" * 64)


def test_a_drive_that_is_not_there_is_not_made_up(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        use_place(tmp_path / "usb" / "cadangan", OWNER)
