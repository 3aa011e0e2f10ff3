"""`runut backup` and `runut restore` as an office types them: another computer on the next day."""

import json
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.running.serving import LIMIT_S, RUNUT, environment, run

PASSPHRASE = "kuda besi naik bukit"
DOCUMENTS = ("berkas", "kunci", "titik-periksa")


@pytest.fixture(scope="module")
def burnt(example_start: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The place with a copy, all that is left of an office."""
    base = tmp_path_factory.mktemp("usb")
    data = Path(shutil.copytree(example_start, base / "data"))
    assert run(data, "backup", str(base / "usb")).returncode == 0
    shutil.rmtree(data)
    return base / "usb"


def typed(folder: Path, line: str, *words: str) -> subprocess.CompletedProcess[str]:
    """A command that asks for a line."""
    return subprocess.run(
        [*RUNUT, *words],
        env=environment(folder),
        input=f"{line}\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT_S,
    )


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for name in DOCUMENTS
        for path in (folder / name).rglob("*")
        if path.is_file()
    }


def lines_in(folder: Path) -> list[tuple[int, str, str]]:
    with closing(sqlite3.connect(folder / "runut.sqlite3")) as database:
        return database.execute("SELECT seq, hash, kind FROM trust_entry ORDER BY seq").fetchall()


def test_an_office_whose_computer_burnt_works_on_another_with_every_paper(
    burnt: Path, example_start: Path, tmp_path: Path
) -> None:
    done = run(tmp_path / "baru", "restore", str(burnt))
    assert done.returncode == 0, done.stderr
    assert "rantai catatan utuh" in done.stdout and "runut serve" in done.stdout
    # verifying may make the key of checkpoints, where there is none yet
    assert files_in(tmp_path / "baru").items() >= files_in(example_start).items()
    before, after = lines_in(example_start), lines_in(tmp_path / "baru")
    assert after[:-1] == before and after[-1][2] == "kantor.dipulihkan"
    assert run(tmp_path / "baru", "verify").returncode == 0
    assert not list((tmp_path / "baru" / "sementara").iterdir())
    modes = {path.stat().st_mode & 0o077 for path in (tmp_path / "baru").rglob("*")}
    assert modes == {0}


def test_a_folder_that_is_not_empty_is_left_alone(burnt: Path, tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("punya orang")
    done = run(tmp_path, "restore", str(burnt))
    assert (done.returncode, done.stdout) == (2, "")
    assert "tidak kosong (misalnya surat.txt)" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["surat.txt"]


def test_a_sealed_copy_needs_its_passphrase(example_office: Path, tmp_path: Path) -> None:
    made = typed(example_office, PASSPHRASE, "backup", str(tmp_path / "usb"), "--sandi", "--json")
    assert json.loads(made.stdout)["tersandi"] is True
    wrong = typed(tmp_path / "a", "kuda besi naik gunung", "restore", str(tmp_path / "usb"))
    assert wrong.returncode == 2 and "frasa sandinya tidak cocok" in wrong.stderr
    right = typed(tmp_path / "b", PASSPHRASE, "restore", str(tmp_path / "usb"))
    assert right.returncode == 0, right.stderr
    short = typed(example_office, "pendek", "backup", str(tmp_path / "usb"), "--sandi")
    assert short.returncode == 2 and "paling sedikit 12 huruf" in short.stderr


def test_what_is_damaged_is_not_restored_in_silence(
    burnt: Path, tmp_path: Path, example_start: Path
) -> None:
    place = Path(shutil.copytree(burnt, tmp_path / "usb"))
    document = next(path for path in (place / "berkas").rglob("*") if path.is_file())
    document.write_bytes(b"rusak")
    name = document.relative_to(place).as_posix()
    refused = run(tmp_path / "baru", "restore", str(place))
    assert refused.returncode == 2
    assert name in refused.stderr and "--tetap" in refused.stderr
    assert not (tmp_path / "baru" / "runut.sqlite3").exists()
    despite = run(tmp_path / "baru", "restore", str(place), "--tetap")
    assert despite.returncode == 1 and f"Tidak dapat dipulihkan: {name}" in despite.stdout
    assert files_in(example_start).keys() - files_in(tmp_path / "baru").keys() == {name}


def test_a_damaged_database_of_a_copy_leads_to_the_one_before(burnt: Path, tmp_path: Path) -> None:
    place = Path(shutil.copytree(burnt, tmp_path / "usb"))
    older = next(place.glob("20*"))
    newer = Path(shutil.copytree(older, place / "2099-01-01T000000Z"))
    (newer / "runut.sqlite3").write_bytes(b"rusak")
    refused = run(tmp_path / "baru", "restore", str(place), "--tetap")
    assert refused.returncode == 2
    assert f"Coba yang sebelumnya: runut restore {older}" in refused.stderr
    assert run(tmp_path / "baru", "restore", str(older)).returncode == 0


def test_a_restore_that_was_killed_can_be_repeated(burnt: Path, tmp_path: Path) -> None:
    """What it leaves looks like no office, and is swept."""
    target = tmp_path / "baru"
    (target / "sementara" / "pemulihan" / "berkas").mkdir(parents=True)
    (target / "sementara" / "pemulihan" / "runut.sqlite3").write_bytes(b"setengah")
    (target / "runut.lock").touch()
    assert run(target, "restore", str(burnt)).returncode == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("restore", "{here}/tidak-ada"), "tidak ditemukan"),
        (("restore", "{here}"), "Tidak ada cadangan Runut di"),
        (("backup", "{here}/a/b/c"), "tidak ditemukan"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    own_office: Path, tmp_path: Path, words: tuple[str, str], said: str
) -> None:
    place = tmp_path / "kosong"
    place.mkdir()
    folder = own_office if words[0] == "backup" else tmp_path / "baru"
    done = run(folder, words[0], words[1].format(here=place))
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr and len(done.stderr.splitlines()) == 1


def test_without_an_office_there_is_nothing_to_copy(tmp_path: Path) -> None:
    done = run(tmp_path / "kosong", "backup", str(tmp_path / "usb"))
    assert done.returncode == 2 and "Belum ada kantor di" in done.stderr
    assert list(tmp_path.iterdir()) == []
