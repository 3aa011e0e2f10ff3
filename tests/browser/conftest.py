"""The real thing: `runut serve --demo` in a folder of its own, and Chromium before it."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.browser.waiting import wait_for
from tests.chromium import CHROMIUM

BUILD_LIMIT_S = 600
BUILD = "import django; django.setup(); from tests.{}.{} import build; build()"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without Chromium these tests are skipped and say so; in CI it has to be there."""
    if Path(CHROMIUM).exists() or os.environ.get("CI") == "true":
        return
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.skip(reason="Chromium tidak terpasang di mesin ini"))


@pytest.fixture
def address(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a fresh example office. Its process tree ends with the tests."""
    folder = tmp_path / "kantor"
    shutil.copytree(_made_once(tmp_path_factory.getbasetemp(), "contoh", _first_run), folder)
    with _serving(folder) as url:
        yield url


@pytest.fixture(scope="module")
def named_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same under a name: browsers make no passkeys for a number."""
    folder = tmp_path_factory.mktemp("bernama") / "data"
    shutil.copytree(_made_once(tmp_path_factory.getbasetemp(), "contoh", _first_run), folder)
    with _serving(folder, host="localhost") as url:
        yield url


@pytest.fixture(scope="session")
def stations(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """An office with a case at every station (scenes.py): its address, and where things are."""
    folder = tmp_path_factory.mktemp("stasiun") / "data"
    shutil.copytree(_made_once(tmp_path_factory.getbasetemp(), "stasiun", _stages), folder)
    places: dict[str, str] = json.loads((folder / "tempat.json").read_text(encoding="utf-8"))
    with _serving(folder) as url:
        yield url, places


@pytest.fixture(scope="module")
def improving_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an office whose draft is being improved (tests/writing/scene.py)."""
    folder = tmp_path_factory.mktemp("menyempurnakan")
    _build(folder, "writing", "scene")
    with _serving(folder) as url:
        yield url


@pytest.fixture
def half_filled(tmp_path: Path) -> Iterator[str]:
    """The address of an office whose figures stop at the second quarter (tests/packs/scene.py)."""
    folder = tmp_path / "setengah"
    folder.mkdir()
    _build(folder, "packs", "scene")
    with _serving(folder) as url:
        yield url


def _made_once(base: Path, name: str, make: Callable[[Path], None]) -> Path:
    """A data folder to copy, as whichever test process came first has made it."""
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"dibuat-{name}"
    done, failed = folder / "selesai", folder / "gagal"
    try:
        folder.mkdir()
    except FileExistsError:
        until = time.monotonic() + BUILD_LIMIT_S
        while not done.exists():
            assert not failed.exists(), f"{name} could not be made by another test process"
            assert time.monotonic() < until, f"{name} was not made in time"
            time.sleep(0.5)
        return folder / "data"
    data = folder / "data"
    data.mkdir()
    try:
        make(data)
    except BaseException:
        failed.touch()
        raise
    done.touch()
    return data


def _first_run(data: Path) -> None:
    """The first start of `runut serve --demo` makes the example office and serves it."""
    with _serving(data, "--demo"):
        pass


def _stages(data: Path) -> None:
    _build(data, "browser", "scenes")


def _build(data: Path, folder: str, module: str) -> None:
    build = BUILD.format(folder, module)
    env = {**os.environ, "RUNUT_DATA": str(data), "DJANGO_SETTINGS_MODULE": "runut.settings"}
    subprocess.run([sys.executable, "-c", build], env=env, check=True)


@contextmanager
def _serving(folder: Path, *options: str, host: str = "127.0.0.1") -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {**os.environ, "RUNUT_DATA": str(folder), "RUNUT_URL": f"http://{host}:{port}"}
    said = folder.with_name(f"{folder.name}-log.txt")
    with said.open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "runut.cli", "serve", *options, "--port", str(port)],
            env=env,
            stdout=log,
            stderr=log,
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/masuk/", server, said)
        yield f"http://{host}:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)
