"""The lock files leave nothing to resolve, so that no later release can break the install."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts import environment
from tests.project.locks import ROOT, SURROUNDINGS, asked_by_the_project, pins, unmet

RUN = (ROOT / "requirements.lock").read_text(encoding="utf-8")
TEST = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")


@pytest.mark.parametrize(("text", "groups"), [(RUN, ["build"]), (TEST, ["build", "dev"])])
def test_everything_asked_for_stands_in_the_lock(text: str, groups: list[str]) -> None:
    locked, asked = pins(text), asked_by_the_project(*groups)
    for where in SURROUNDINGS:
        assert unmet(locked, asked, where) == set(), where


@pytest.mark.parametrize("taken", ["coverage", "cffi", "colorama"])
def test_a_pin_that_is_taken_out_is_missed(taken: str) -> None:
    locked = pins(TEST)
    del locked[taken]
    asked = asked_by_the_project("build", "dev")
    missing = set().union(*(unmet(locked, asked, where) for where in SURROUNDINGS))
    assert [name for name in missing if name.startswith(taken)]


def test_an_extra_that_is_dropped_from_its_pin_is_missed() -> None:
    locked = pins(TEST.replace("coverage[toml]==", "coverage=="))
    missing = unmet(locked, asked_by_the_project("dev"), SURROUNDINGS[0])
    assert [name for name in missing if name.startswith("coverage[toml]")]


@pytest.mark.parametrize("text", [RUN, TEST])
def test_every_line_of_a_lock_is_a_pin_or_a_hash_and_every_pin_has_hashes(text: str) -> None:
    lines = [line for line in text.splitlines() if line.strip()]
    assert len(pins(text)) == len([line for line in lines if not line.startswith("    --hash=")])
    assert [name for name, pin in pins(text).items() if not pin.hashes] == []


def test_what_is_tested_is_what_runs() -> None:
    tested = pins(TEST)
    different = {name: pin for name, pin in pins(RUN).items() if tested[name][1] != pin.hashes}
    assert different == {}


class Machine:
    """Stands for the processes of a set-up: notes them, and fails the one it is told to."""

    def __init__(self, fails: str = "") -> None:
        self.fails = fails
        self.asked: list[list[str]] = []
        self.surroundings: list[dict[str, str]] = []

    def __call__(self, command: list[Any], **rest: Any) -> subprocess.CompletedProcess[Any]:
        words = [str(word) for word in command]
        self.asked.append(words)
        self.surroundings.append(rest.get("env") or {})
        said = "3 11" if "-c" in words else ""
        failed = bool(self.fails) and self.fails in words
        return subprocess.CompletedProcess(command, int(failed), said if rest.get("text") else b"")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Machine]:
    """A set-up in a folder of its own, in which no process really runs."""
    venv = tmp_path / ".venv"
    stamps = {"run": venv / ".ready", "test": venv / ".ready-dev"}
    for name, value in {"VENV": venv, "OURS": venv / "mark", "STAMPS": stamps}.items():
        monkeypatch.setattr(environment, name, value)
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())

    def prepared(fails: str = "") -> Machine:
        made = Machine(fails)
        monkeypatch.setattr(environment.subprocess, "run", made)
        return made

    return prepared


def test_pip_is_never_asked_to_resolve(machine: Callable[[str], Machine]) -> None:
    processes = machine("")
    environment.main("test")
    installs = [words for words in processes.asked if "install" in words]
    assert len(installs) == 2
    assert all("--no-deps" in words for words in installs)
    locked, editable = installs
    assert {"--require-hashes", "--only-binary", "requirements-dev.lock"} <= set(locked)
    assert {"--no-build-isolation", "-e"} <= set(editable)
    for text in ((ROOT / name).read_text("utf-8") for name in ("Makefile", ".ci/run")):
        assert "pip install" not in text


def test_a_set_up_that_failed_leaves_no_stamp_and_is_done_again_from_nothing(
    machine: Callable[[str], Machine],
) -> None:
    machine("")
    environment.main("run")
    assert environment.STAMPS["run"].exists()
    machine("check")
    with pytest.raises(SystemExit, match="Pemasangan belum selesai"):
        environment.main("test")
    assert not any(stamp.exists() for stamp in environment.STAMPS.values())
    (environment.VENV / "half-written").touch()
    machine("")
    environment.main("test")
    assert all(stamp.exists() for stamp in environment.STAMPS.values())
    assert not (environment.VENV / "half-written").exists()


def test_a_sound_environment_is_left_alone(machine: Callable[[str], Machine]) -> None:
    machine("")
    environment.main("test")
    again = machine("")
    environment.main("run")
    environment.main("test")
    assert [words for words in again.asked if "-c" not in words] == []


@pytest.mark.parametrize("changed", ["requirements.lock", "requirements-dev.lock", "moved"])
def test_a_changed_lock_or_a_moved_folder_is_noticed(
    changed: str, machine: Callable[[str], Machine]
) -> None:
    machine("")
    environment.main("test")
    if changed == "moved":
        stamp = environment.STAMPS["run"]
        stamp.write_text(stamp.read_text("utf-8").replace(str(environment.VENV), "/lain/.venv"))
    else:
        with (environment.ROOT / changed).open("a", encoding="utf-8") as lock:
            lock.write("\n")
    again = machine("")
    environment.main("test")
    assert [words for words in again.asked if "venv" in words]


def test_an_environment_that_somebody_else_made_is_set_aside(
    machine: Callable[[str], Machine], capsys: pytest.CaptureFixture[str]
) -> None:
    environment.VENV.mkdir()
    (environment.VENV / "own.txt").write_text("milik orang lain", encoding="utf-8")
    machine("")
    environment.main("run")
    assert (environment.ROOT / ".venv.lama-1" / "own.txt").exists()
    assert "dipindahkan ke .venv.lama-1" in capsys.readouterr().out


def test_of_the_machines_pip_settings_only_the_way_to_packages_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "pip.conf"
    own.write_text(
        "[global]\nindex-url = https://paket.contoh.id/simple\nconstraint = lama.txt\n"
        "[install]\ntarget = /tmp/lain\nno-binary = :all:\nretries = 9\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(own))
    monkeypatch.setenv("PIP_CONSTRAINT", "lain.txt")
    monkeypatch.setenv("PIP_FIND_LINKS", "/media/paket")
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PYTHONPATH", "/lain")
    found = environment.reach()
    assert found["PIP_INDEX_URL"] == "https://paket.contoh.id/simple"
    assert found["PIP_FIND_LINKS"] == "/media/paket"
    assert found["PIP_RETRIES"] == "9"
    others = {"PIP_CONSTRAINT", "PIP_TARGET", "PIP_NO_BINARY", "PIP_USER", "PYTHONPATH"}
    assert not others & set(found)
