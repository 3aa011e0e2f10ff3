"""Waiting for a server that a test started, and for a file that it reads."""

import subprocess
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page

START_LIMIT_S = 180
READING_LIMIT_MS = 120_000


def wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Until the address answers; what the server said, where it ends or never does."""
    until = time.monotonic() + START_LIMIT_S
    while time.monotonic() < until:
        assert server.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.3)
    raise AssertionError(log.read_text())


def until_read(page: Page) -> None:
    """A page that waits for a file asks again by itself until it is read."""
    waits = page.get_by_role("heading", name="Membaca berkas", exact=True)
    waits.wait_for(state="detached", timeout=READING_LIMIT_MS)
