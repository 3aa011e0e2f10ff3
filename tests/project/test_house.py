"""The house as docs/arsitektur.md and its picture tell it is the house as it stands."""

import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "draw-house"
PAGE = ROOT / "docs" / "arsitektur.md"


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(SCRIPT))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The house once more, for building in."""
    leave = shutil.ignore_patterns("__pycache__", "*.ttf", "*.html")
    shutil.copytree(ROOT / "runut", tmp_path / "runut", ignore=leave)
    for name in ("docs/arsitektur.md", "docs/gambar/arsitektur.svg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_page_and_the_picture_are_still_true() -> None:
    done = subprocess.run(
        [sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_no_arrow_leads_to_a_layer_above(script: dict[str, Any]) -> None:
    assert script["read_house"](ROOT).upward() == []


def test_an_arrow_up_is_found_drawn_and_told(script: dict[str, Any], copy: Path) -> None:
    path = copy / "runut" / "core" / "findings.py"
    path.write_text(path.read_text("utf-8") + "\nimport runut.office.clock\n", "utf-8")
    house = script["read_house"](copy)
    assert house.upward() == [("core", "office")]
    assert "Ke lapisan atas: `core` → `office`." in script["tables"](house)
    assert script["stale"](copy) == ["docs/arsitektur.md", "docs/gambar/arsitektur.svg"]


def test_a_new_file_makes_the_page_untrue_and_a_few_lines_do_not(
    script: dict[str, Any], copy: Path
) -> None:
    path = copy / "runut" / "core" / "findings.py"
    path.write_text(path.read_text("utf-8") + "\n" * 20, "utf-8")
    assert script["stale"](copy) == []
    path.with_name("penemuan.py").write_text("# baru\n", "utf-8")
    assert script["stale"](copy) != []
    script["write"](copy)
    assert script["stale"](copy) == []


def test_every_room_and_module_that_the_page_names_is_there() -> None:
    text = PAGE.read_text("utf-8").partition("<!-- draw-house")[0]
    named = re.findall(r"`((?:core|files|office)\.[a-z_.]+)`", text)
    assert len(named) > 25
    places = [ROOT / "runut" / Path(*name.split(".")) for name in named]
    assert [p.name for p in places if not p.is_dir() and not p.with_suffix(".py").exists()] == []


def test_every_folder_of_tests_is_a_package_or_left_alone_by_the_collector() -> None:
    """Any other goes on the path of the run, and with it to every process that a test starts."""
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}
    strangers = {folder for folder in folders if not (folder / "__init__.py").exists()}
    assert [
        folder.name
        for folder in strangers
        if f'"{folder.name}"' not in (folder.parent / "conftest.py").read_text("utf-8")
    ] == []
