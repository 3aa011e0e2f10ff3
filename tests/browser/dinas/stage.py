"""An office on an empty data folder, served by `runut serve`; its days pass when the story says."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Locator, Page

from tests.browser.dinas.people import SECRET
from tests.browser.waiting import until_read, wait_for
from tests.sign.office import report

CLOCK = Path(__file__).parent / "waktu"
ZONE = ZoneInfo("Asia/Makassar")
PATIENCE_MS = 90_000
"""Freezing a draft draws the whole report twice: on a busy machine that takes its time."""
SIZES = ((1280, 900), (360, 800))


class Person:
    """One of the office at his own screen. He presses and follows what he reads there."""

    def __init__(self, stage: "Stage", name: str, *, width: int, script: bool) -> None:
        self.stage, self.name, self.width = stage, name, width
        self.context = stage.browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=script
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)

    def come_in(self, secret: str = SECRET) -> "Person":
        """At his first screen, logged in: a day after, the session has ended."""
        self.page.goto(f"{self.stage.address}/")
        if "/masuk/" in self.page.url:
            self.fill(username=self.name, password=secret)
            self.page.locator("form button.btn-main").click()
        return self

    @property
    def words(self) -> str:
        return self.page.inner_text("main")

    def follow(self, *labels: str) -> "Person":
        """Follow links, one page after another, each by the beginning of its words; unfold a part
        of the page where the link is folded away."""
        for label in labels:
            link = self._first("a", label)
            if not link.is_visible():
                link.locator("xpath=ancestor::details[1]/summary").click()
            link.click()
            self._arrived()
        return self

    def press(self, label: str) -> "Person":
        """Press a button; whatever it answers, it is no error of the server."""
        self._first("button", label).click()
        self._arrived()
        return self

    def do(self) -> "Person":
        """Open the first task of the inbox."""
        return self.follow("Kerjakan")

    def fill(self, **fields: str) -> "Person":
        for name, words in fields.items():
            self.page.locator(f"[name='{name}']:not([type=hidden])").first.fill(words)
        return self

    def add(self, words: str) -> "Person":
        """Write on at the end of the text of a section, as plain text."""
        plain = self.page.get_by_role("button", name="Teks biasa")
        if plain.count():
            plain.click()
        text = self.page.locator("main textarea").first
        text.fill(f"{text.input_value()}\n\n{words}".strip())
        return self

    def tick(self, *labels: str) -> "Person":
        """Tick boxes and choose answers by what stands beside them."""
        for label in labels:
            self._first("label", label).click()
        return self

    def tick_all(self, name: str = "kelengkapan") -> "Person":
        for box in self.page.locator(f"main [type=checkbox][name='{name}']").all():
            box.check()
        return self

    def pick(self, name: str, label: str) -> "Person":
        self.page.select_option(f"[name='{name}']", label=label)
        return self

    def hand_in(self, name: str, file: str, data: bytes, kind: str) -> "Person":
        self.page.set_input_files(
            f"[name='{name}']", {"name": file, "mimeType": kind, "buffer": data}
        )
        return self

    def sees(self, *words: str) -> "Person":
        shown = " ".join(self.words.split())
        for one in words:
            assert one in shown, f"{self.name} on {self.page.url} does not read “{one}”:\n{shown}"
        return self

    def sees_not(self, *words: str) -> "Person":
        shown = " ".join(self.words.split())
        for one in words:
            assert one not in shown, f"{self.name} on {self.page.url} reads “{one}”"
        return self

    def look(self, name: str) -> "Person":
        """As it stands, on a desk and on a telephone: nothing runs out of the window, the place in
        the menu is seen. Kept as pictures where the story is asked to (RUNUT_GAMBAR)."""
        for width, height in SIZES:
            self.page.set_viewport_size({"width": width, "height": height})
            wide = self.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{self.page.url} scrolls sideways at {width}: {wide}"
            here = self.page.locator(".nav [aria-current]")
            if here.count():
                box = here.bounding_box()
                assert box and box["x"] >= 0 and box["x"] + box["width"] <= width, self.page.url
            if folder := os.environ.get("RUNUT_GAMBAR"):
                path = Path(folder) / f"{name}-{width}.png"
                self.page.screenshot(path=str(path), full_page=True)
        self.page.set_viewport_size({"width": self.width, "height": 900})
        return self

    def _first(self, tag: str, label: str) -> Locator:
        """The first of the page itself that says just this, else whose words begin so; else of
        the menu above it."""
        says = rf"^\s*{re.escape(label)}"
        for place in ("main", "body"):
            for words in (rf"{says}\s*$", says):
                found = self.page.locator(f"{place} {tag}").filter(has_text=re.compile(words))
                if found.count():
                    return found.first
        raise AssertionError(f"{self.name}: no {tag} “{label}” on {self.page.url}:\n{self.words}")

    def _arrived(self) -> None:
        self.page.wait_for_load_state()
        until_read(self.page)
        title = self.page.title()
        assert not title.startswith(("Galat", "Terjadi")), (self.page.url, title)


class Stage:
    """The office and its people; ``now`` is its wall clock."""

    def __init__(self, browser: Browser, address: str, hand: Path) -> None:
        self.browser, self.address, self._hand = browser, address, hand
        self.people: dict[str, Person] = {}
        self.scan = report()
        """What the scanner made of a paper that was signed by hand."""

    def it_is(self, moment: str) -> None:
        """For example "2027-01-04 08:00"."""
        set_clock(self._hand, moment)

    def person(self, name: str, *, width: int = 1280, script: bool = True) -> Person:
        if name not in self.people:
            self.people[name] = Person(self, name, width=width, script=script)
        return self.people[name]

    def at(self, name: str) -> Person:
        """A person at his first screen."""
        return self.person(name).come_in()


def set_clock(hand: Path, moment: str) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
    new = hand.with_suffix(".baru")
    new.write_text(at.isoformat(), encoding="ascii")
    new.replace(hand)


@contextmanager
def own_office(browser: Browser, folder: Path, moment: str) -> Iterator[Stage]:
    """`runut serve` on nothing, as `make run-own` starts it."""
    hand = folder / "jam"
    set_clock(hand, moment)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    root = Path(__file__).parents[3]
    env = {name: value for name, value in os.environ.items() if name != "RUNUT_URL"}
    env |= {"RUNUT_DATA": str(folder / "data"), "RUNUT_UJI_JAM": str(hand)}
    env["PYTHONPATH"] = os.pathsep.join((str(CLOCK), str(root)))
    said = folder / "log.txt"
    with said.open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "runut.cli", "serve", "--port", str(port)],
            env=env,
            stdout=log,
            stderr=log,
        )
    stage = Stage(browser, f"http://127.0.0.1:{port}", hand)
    try:
        wait_for(f"{stage.address}/masuk/", server, said)
        yield stage
    finally:
        for person in stage.people.values():
            person.context.close()
        server.terminate()
        server.wait(timeout=30)
