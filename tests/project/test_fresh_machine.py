"""The set-up on a machine that reaches no package index: each Python, its own pip, our files."""

import json
import os
import shutil
import signal
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from scripts.environment import LOCKED
from tests.project.locks import ROOT, pins

pytestmark = pytest.mark.gate
PYTHONS = ["3.11", "3.12", "3.13"]
LATER = "coverage-99.0.dist-info"


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The locked files of every Python, and beside them a later release of one of them."""
    folder = tmp_path_factory.mktemp("wheels")
    for python in filter(None, map(found, PYTHONS)):
        asked = ["requirements-dev.lock", "-d", str(folder), "-q"]
        subprocess.run([python, "-m", "pip", "download", *LOCKED, *asked], cwd=ROOT, check=True)
    with zipfile.ZipFile(folder / "coverage-99.0-py3-none-any.whl", "w") as later:
        later.writestr("coverage.py", "")
        later.writestr(
            f"{LATER}/METADATA", "Metadata-Version: 2.1\nName: coverage\nVersion: 99.0\n"
        )
        later.writestr(f"{LATER}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        later.writestr(f"{LATER}/RECORD", "")
    return folder


def found(python: str) -> str | None:
    """An interpreter of this release on this machine: of pyenv, or in the PATH."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    beside = sorted(kept.glob(f"{python}.*/bin/python"))
    return str(beside[-1]) if beside else shutil.which(f"python{python}")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What is committed or about to be, in a folder of its own."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True)
    for name in names.stdout.splitlines():
        if not name.startswith(("tests/corpus/files/", "docs/gambar/")):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tmp_path / name)
    return tmp_path


def surroundings(wheels: Path) -> dict[str, str]:
    """No index, and settings that would change what is installed and where to."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "RUNUT_", "CI"))}
    unreachable = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels)}
    hostile = {"PIP_TARGET": str(wheels / "elsewhere"), "PIP_NO_BINARY": ":all:", "PIP_USER": "1"}
    return kept | unreachable | hostile


@pytest.mark.parametrize("python", PYTHONS)
def test_from_the_locked_files_alone_the_whole_environment_is_made(
    python: str, wheels: Path, checkout: Path
) -> None:
    interpreter = found(python)
    if interpreter is None:
        pytest.skip(f"tidak ada Python {python} di komputer ini")
    for target in (".venv/.ready", ".venv/.ready-dev"):
        make = ["make", target, f"PYTHON={interpreter}"]
        subprocess.run(make, cwd=checkout, env=surroundings(wheels), check=True)
    assert released(checkout) == expected(checkout, python)
    for command in ("bin/runut --help", "bin/python -m pytest --version", "bin/pip check"):
        name, *rest = command.split()
        subprocess.run([checkout / ".venv" / name, *rest], cwd=checkout, check=True)


def released(checkout: Path) -> dict[str, str]:
    """What pip says is installed, less what Python brings and Runut itself."""
    listing = [checkout / ".venv/bin/python", "-m", "pip", "list", "--format=json"]
    said = subprocess.run(listing, capture_output=True, text=True, check=True).stdout
    brought = {"pip", "setuptools", "runut"}
    names = {entry["name"].lower(): entry["version"] for entry in json.loads(said)}
    return {
        name.replace("_", "-").replace(".", "-"): version
        for name, version in names.items()
        if name not in brought
    }


def expected(checkout: Path, python: str) -> dict[str, str]:
    """What the lock says is installed on this system by this Python."""
    locked = pins((checkout / "requirements-dev.lock").read_text(encoding="utf-8"))
    here = {"python_version": python, "python_full_version": f"{python}.0"}
    return {
        name: pin.release
        for name, pin in locked.items()
        if pin.asked.marker is None or pin.asked.marker.evaluate(here)
    }


def test_a_set_up_that_was_killed_is_repaired_by_the_same_command(
    wheels: Path, checkout: Path
) -> None:
    make, machine = ["make", "setup"], surroundings(wheels)
    started = subprocess.Popen(make, cwd=checkout, env=machine, start_new_session=True)
    while not list(checkout.glob(".venv/lib/*/site-packages/[a-oq-z]*")) and started.poll() is None:
        time.sleep(0.01)
    os.killpg(started.pid, signal.SIGKILL)
    started.wait()
    assert not (checkout / ".venv/.ready").exists()
    assert not (checkout / ".venv/bin/runut").exists()
    subprocess.run(make, cwd=checkout, env=machine, check=True)
    moved = checkout.parent / f"{checkout.name} pindah"
    checkout.rename(moved)
    subprocess.run(make, cwd=moved, env=machine, check=True)
    done = subprocess.run([moved / ".venv/bin/runut", "--help"], cwd=moved, check=False)
    assert done.returncode == 0
