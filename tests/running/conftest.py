"""An example office and an own one, each made once by its first start; tests get copies."""

import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.running.serving import Office

EXAMPLE_FILE = Path(__file__).resolve().parents[2] / "examples" / "kantor-contoh.json"


@pytest.fixture(autouse=True)
def temporary_files_of_others() -> Iterator[None]:
    """A command keeps its temporary files in its own folder; other tests keep theirs elsewhere."""
    before = os.environ.get("TMPDIR"), tempfile.tempdir
    yield
    os.environ.pop("TMPDIR", None)
    if before[0] is not None:
        os.environ["TMPDIR"] = before[0]
    tempfile.tempdir = before[1]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Callable[[Path], Office]]:
    """Makes offices that end with the test, whatever happened."""
    made: list[Office] = []

    def make(folder: Path) -> Office:
        made.append(Office(folder, tmp_path / f"log-{len(made)}.txt"))
        return made[-1]

    yield make
    for one in made:
        one.kill_all()


@pytest.fixture(scope="session")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder after the first start of an own office, made under an open umask."""
    return _made(tmp_path_factory.mktemp("kantor"), "--kantor", str(EXAMPLE_FILE))


@pytest.fixture(scope="session")
def example_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _made(tmp_path_factory.mktemp("contoh"), "--demo")


@pytest.fixture
def own_office(first_start: Path, tmp_path: Path) -> Path:
    """A data folder on a way with spaces, that holds an own office."""
    return Path(shutil.copytree(first_start, tmp_path / "data kantor"))


@pytest.fixture
def example_office(example_start: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(example_start, tmp_path / "data contoh"))


def _made(base: Path, *words: str) -> Path:
    office = Office(base / "data", base / "log.txt")
    try:
        office.start(*words, umask=0).wait_until_ready().end(signal.SIGTERM)
        assert office.left() == []
    finally:
        office.kill_all()
    return office.folder
