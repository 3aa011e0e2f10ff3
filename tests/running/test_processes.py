"""Web and worker end with the main process, however it dies; and the data are true after it."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.running.serving import LIMIT_S, Office, children, is_running, run

Make = Callable[[Path], Office]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_nothing_of_an_office_outlives_its_main_process(
    own_office: Path, office: Make, how: signal.Signals
) -> None:
    served = office(own_office).start().wait_until_ready()
    status = served.end(how)
    assert status == (-signal.SIGKILL if how is signal.SIGKILL else 0), served.said()
    assert served.left() == []
    assert served.is_port_free()
    assert "Traceback" not in served.said()
    verified = run(own_office, "verify")
    assert (verified.returncode, "Semua sesuai" in verified.stdout) == (0, True), verified.stdout


def test_papers_and_worker_know_the_address_that_is_served(own_office: Path, office: Make) -> None:
    served = office(own_office).start().wait_until_ready()
    assert served.url == f"http://127.0.0.1:{served.port}"
    told = b"".join(Path(f"/proc/{pid}/environ").read_bytes() for pid in served.tree[1:])
    assert f"RUNUT_URL=http://127.0.0.1:{served.port}\0".encode() in told


@pytest.mark.parametrize("which", ["web", "pekerja"])
def test_web_or_worker_that_dies_alone_is_started_again(
    own_office: Path, office: Make, which: str
) -> None:
    served = office(own_office).start().wait_until_ready()
    victim = next(pid for pid in served.tree[1:] if _is_web(pid, served) == (which == "web"))
    os.kill(victim, signal.SIGKILL)
    until = time.monotonic() + LIMIT_S
    while len({pid for pid in children(served.pid) if is_running(pid)} - {victim}) < 2:
        assert time.monotonic() < until, served.said()
        time.sleep(0.05)
    served.tree += children(served.pid)
    while not served.answers():
        assert time.monotonic() < until, served.said()
        time.sleep(0.05)
    served.end(signal.SIGKILL)
    assert served.left() == []


def _is_web(pid: int, served: Office) -> bool:
    """The web began as a copy of the main process; the worker by its own command line."""
    return b"worker" not in Path(f"/proc/{pid}/cmdline").read_bytes()


def test_a_second_server_of_a_folder_is_refused_and_told_who_has_it(
    own_office: Path, office: Make
) -> None:
    served = office(own_office).start().wait_until_ready()
    second = run(own_office, "serve", "--port", str(served.port + 1))
    assert second.returncode == 2
    assert f"proses {served.pid}, {served.url}" in second.stderr
    assert len(second.stderr.splitlines()) == 1
    served.end(signal.SIGKILL)
    office(own_office).start().wait_until_ready()


def test_a_second_server_on_a_port_is_refused_before_it_says_anything(
    own_office: Path, office: Make, tmp_path: Path
) -> None:
    served = office(own_office).start().wait_until_ready()
    second = run(tmp_path / "lain", "serve", "--demo", "--port", str(served.port))
    assert (second.returncode, second.stdout) == (2, "")
    assert "sedang dipakai program lain" in second.stderr
    assert not (tmp_path / "lain").exists()


def test_a_demo_does_not_touch_a_folder_that_is_served(office: Make, tmp_path: Path) -> None:
    made = run(tmp_path, "demo", "-o", str(tmp_path / "hasil"))
    assert made.returncode == 0, made.stderr
    data = tmp_path / "hasil" / "data"
    served = office(data).start().wait_until_ready()
    again = run(tmp_path, "demo", "-o", str(tmp_path / "hasil"), "--ganti")
    assert again.returncode == 2
    assert f"proses {served.pid}" in again.stderr
    assert (tmp_path / "hasil" / "lakip.pdf").exists()
