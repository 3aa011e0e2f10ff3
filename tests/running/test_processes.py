"""Web and worker end with the main process, however it dies; and the data are true after it."""

import json
import os
import shutil
import signal
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from runut.office.running import processes
from runut.office.running.address import Address
from runut.office.running.demo_folder import leave_papers, mark_demo
from tests.running.serving import LIMIT_S, Office, children, free_port, is_running, run

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
def test_web_or_worker_that_dies_alone_is_started_again_and_it_is_told(
    own_office: Path, office: Make, which: str
) -> None:
    served = office(own_office).start().wait_until_ready().wait_until_worker()
    served.kill_one(which)
    said, part = {
        "web": ("Proses web berhenti sendiri", "proses web 1 kali"),
        "pekerja": ("Pekerja latar berhenti sendiri (-9)", "pekerja latar 1 kali"),
    }[which]
    _until(served, lambda: said in served.said() and part in _told(served))
    _until(served, lambda: _siap(served)["siap"])
    assert "Traceback" not in served.said()
    served.end(signal.SIGKILL)
    assert served.left() == []


def test_a_web_that_dies_twice_at_once_does_not_end_the_office(
    own_office: Path, office: Make
) -> None:
    served = office(own_office).start().wait_until_ready()
    first = served.kill_one("web")
    _until(served, lambda: served.running("web") not in (None, first))
    served.kill_one("web")
    assert served.answers_again(), served.said()
    assert "Proses web berhenti berulang kali" in served.said()
    assert "proses web" in _told(served)
    assert served.end(signal.SIGTERM) == 0
    assert served.left() == []


def test_a_web_that_cannot_live_is_given_up_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    begun = []

    class Dying:
        interrupt_signal = False
        main_loop_interrupt = threading.Event()

        def serve(self, **how: object) -> None:
            begun.append(self)
            self.main_loop_interrupt.wait = lambda pause: True  # type: ignore[method-assign]
            raise SystemExit(1)

    monkeypatch.setattr(processes, "_server", lambda *asked: Dying())
    assert processes.serve_web(Address("127.0.0.1", free_port(), ""), "", 1) == 1
    assert len(begun) == 5
    assert "tidak dijalankan lagi" in capsys.readouterr().err


def _until(served: Office, is_so: Callable[[], object]) -> None:
    until = time.monotonic() + LIMIT_S
    while not is_so():
        assert time.monotonic() < until, served.said()
        time.sleep(0.05)
    served.tree = list({*served.tree, *children(served.pid)})


def _siap(served: Office) -> dict[str, Any]:
    """What /siap answers; nothing while nobody answers."""
    try:
        with urllib.request.urlopen(f"{served.url}/siap", timeout=LIMIT_S) as page:  # noqa: S310
            return dict(json.load(page))
    except urllib.error.HTTPError as unwell:
        return dict(json.load(unwell))
    except OSError:
        return {"siap": False, "bagian": {}}


def _told(served: Office) -> str:
    return str(_siap(served)["bagian"].get("kelangsungan proses", ""))


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


def test_a_demo_does_not_touch_a_folder_that_is_served(
    example_start: Path, office: Make, tmp_path: Path
) -> None:
    data = Path(shutil.copytree(example_start, tmp_path / "hasil" / "data"))
    mark_demo(tmp_path / "hasil")
    leave_papers(tmp_path / "hasil", {"lakip.pdf": b"naskah"}, 0o644)
    served = office(data).start().wait_until_ready()
    again = run(tmp_path, "demo", "-o", str(tmp_path / "hasil"), "--ganti")
    assert again.returncode == 2
    assert f"proses {served.pid}" in again.stderr
    assert (tmp_path / "hasil" / "lakip.pdf").exists()


def test_under_nohup_it_stays_when_the_terminal_goes(own_office: Path, office: Make) -> None:
    served = office(own_office).start(nohup=True).wait_until_ready()
    os.kill(served.pid, signal.SIGHUP)
    assert served.answers() and is_running(served.pid)
    assert served.end(signal.SIGTERM) == 0
    assert served.left() == []
