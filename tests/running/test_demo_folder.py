"""`runut demo -o DIR` removes what an earlier demo made, when told to, and nothing else ever."""

from pathlib import Path

import pytest

from runut.office.running import CannotRun
from runut.office.running.demo_folder import (
    clear_own_demo,
    leave_papers,
    mark_demo,
    require_demo_folder,
)
from runut.office.running.folder import own_folder
from tests.running.serving import run


def test_data_of_somebody_else_are_refused_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "runut.sqlite3").write_text("kantor")
    for more in ((), ("--ganti",)):
        done = run(tmp_path, "demo", "-o", str(tmp_path), *more)
        assert (done.returncode, done.stdout) == (2, "")
        assert "bukan buatan `runut demo`" in done.stderr
        assert len(done.stderr.splitlines()) == 1
    assert [path.name for path in tmp_path.rglob("*")] == ["data", "runut.sqlite3"]


def test_a_paper_of_somebody_else_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "lakip.pdf").write_text("LAKIP yang sebenarnya")
    done = run(tmp_path, "demo", "-o", str(tmp_path))
    assert done.returncode == 2
    assert "berisi naskah yang bukan buatan `runut demo` (lakip.pdf)" in done.stderr
    assert (tmp_path / "lakip.pdf").read_text() == "LAKIP yang sebenarnya"
    assert not (tmp_path / "data").exists()


def test_an_earlier_demo_is_replaced_only_when_told_to(tmp_path: Path) -> None:
    _demo(tmp_path, {"lakip.pdf": b"lama", "lembar-lama.pdf": b"lama"})
    (tmp_path / "catatan.txt").write_text("milik orang")
    with pytest.raises(CannotRun, match="--ganti"):
        require_demo_folder(tmp_path, may_replace=False)
    require_demo_folder(tmp_path, may_replace=True)
    _demo(tmp_path, {"lakip.pdf": b"baru"})
    papers = {path.name: path.read_text() for path in tmp_path.iterdir() if path.is_file()}
    assert papers == {"lakip.pdf": "baru", "catatan.txt": "milik orang"}
    assert not (tmp_path / "data" / "runut.sqlite3").exists()


def test_a_paper_put_there_meanwhile_stays(tmp_path: Path) -> None:
    _demo(tmp_path, {"lakip.pdf": b"lama"})
    (tmp_path / "LAKIP-asli.docx").write_text("milik orang")
    with pytest.raises(CannotRun, match=r"LAKIP-asli\.docx"):
        require_demo_folder(tmp_path, may_replace=True)


def test_a_demo_that_was_cut_short_is_still_its_own(tmp_path: Path) -> None:
    with own_folder(tmp_path / "data", "uji"):
        pass
    require_demo_folder(tmp_path, may_replace=False)
    mark_demo(tmp_path)
    (tmp_path / "data" / "runut.sqlite3").write_text("setengah")
    require_demo_folder(tmp_path, may_replace=True)


def test_a_marker_that_names_other_places_leads_nowhere(tmp_path: Path) -> None:
    precious = tmp_path / "penting.txt"
    precious.write_text("milik orang")
    (tmp_path / "hasil" / "data").mkdir(parents=True)
    marker = tmp_path / "hasil" / "data" / ".runut-demo"
    marker.write_text('{"naskah": ["../penting.txt"]}')
    clear_own_demo(tmp_path / "hasil")
    assert precious.exists()
    marker.write_text("rusak")
    with pytest.raises(CannotRun, match="rusak"):
        require_demo_folder(tmp_path / "hasil", may_replace=True)


def test_a_link_is_no_demo_folder(tmp_path: Path) -> None:
    (tmp_path / "kantor").mkdir()
    (tmp_path / "hasil").mkdir()
    (tmp_path / "hasil" / "data").symlink_to(tmp_path / "kantor")
    with pytest.raises(CannotRun, match="bukan folder"):
        require_demo_folder(tmp_path / "hasil", may_replace=True)


def _demo(folder: Path, papers: dict[str, bytes]) -> None:
    """What a run of the demo does with its folder."""
    with own_folder(folder / "data", "uji"):
        mark_demo(folder)
        clear_own_demo(folder)
        (folder / "data" / "runut.sqlite3").write_text("contoh") if len(papers) > 1 else None
        leave_papers(folder, papers, 0o644)
