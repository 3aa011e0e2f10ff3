"""The data folder: ours alone, closed to others, tidied at every start; any other is left alone."""

import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from runut.files.store import DocumentMissing, get, put
from runut.office.running import CannotRun
from runut.office.running.folder import own_folder
from tests.running.serving import Office, run

Make = Callable[[Path], Office]


def test_everything_in_it_is_closed_to_others_whatever_the_umask(first_start: Path) -> None:
    assert _open_to_others(first_start) == []
    assert stat.S_IMODE(first_start.stat().st_mode) == 0o700
    assert {"runut.sqlite3", "kunci", "statis"} <= {path.name for path in first_start.iterdir()}


def test_a_umask_that_forbids_everything_does_not_hinder(own_office: Path, office: Make) -> None:
    served = office(own_office).start(umask=0o777).wait_until_ready()
    assert served.answers()
    assert _open_to_others(own_office) == []


def test_what_an_older_version_left_open_is_closed(tmp_path: Path) -> None:
    key = tmp_path / "data" / "kunci" / "django"
    key.parent.mkdir(parents=True)
    key.write_text("rahasia")
    for path in (key, key.parent, key.parent.parent):
        path.chmod(0o777 if path.is_dir() else 0o644)
    with own_folder(tmp_path / "data", "uji"):
        assert _open_to_others(tmp_path / "data") == []


def test_what_a_crash_left_half_written_is_removed_and_documents_stay(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with own_folder(data, "uji"):
        digest = put(data / "berkas", b"naskah")
    half = data / "berkas" / digest[:2] / f".{digest}.0123abcd"
    half.write_bytes(b"nas")
    forgotten = data / "sementara" / "runut-word-x" / "asal.docx"
    forgotten.parent.mkdir()
    forgotten.write_bytes(b"")
    with own_folder(data, "uji"):
        assert not half.exists()
        assert not forgotten.exists()
    assert get(data / "berkas", digest) == b"naskah"
    with pytest.raises(DocumentMissing):
        get(data / "berkas", "0" * 64)


def test_a_folder_of_somebody_else_that_others_may_enter_is_refused(tmp_path: Path) -> None:
    (tmp_path / "skripsi.txt").write_text("milik orang")
    tmp_path.chmod(0o755)
    with pytest.raises(CannotRun, match=r"berisi berkas lain \(misalnya skripsi.txt\)"):
        own_folder(tmp_path, "uji").__enter__()
    assert [path.name for path in tmp_path.iterdir()] == ["skripsi.txt"]
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@pytest.mark.parametrize("words", [("serve", "--demo"), ("worker",), ("verify",)])
@pytest.mark.parametrize("where", ["berkas", "berkas/data", "/proc/runut-tidak-ada"])
def test_a_folder_that_cannot_be_one_is_refused_in_one_sentence(
    tmp_path: Path, where: str, words: tuple[str, ...]
) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    done = run(tmp_path / where, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert re.search("folder|kantor", done.stderr)
    assert (tmp_path / "berkas").read_text() == "bukan folder"


def test_a_look_at_a_folder_without_office_writes_nothing(tmp_path: Path) -> None:
    done = run(tmp_path / "kosong", "verify")
    assert done.returncode == 2
    assert "Belum ada kantor" in done.stderr
    assert not (tmp_path / "kosong").exists()


def _open_to_others(folder: Path) -> list[Path]:
    """Files and folders that anybody else may look into; static files hold no secret."""
    return [
        path
        for path in folder.rglob("*")
        if path.stat().st_mode & 0o077 and "statis" not in path.parts
    ]
