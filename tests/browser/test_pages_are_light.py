"""What a telephone on a slow line has to fetch: bytes and requests as Chromium counts them."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.hands import Hands

KB = 1000
FIRST_KB, LATER_KB, FORM_KB = 100, 30, 60
MOST_REQUESTS = 12


@dataclass
class Wire:
    """What went over the wire since it was last emptied; the cache sends nothing."""

    hands: Hands
    bytes: int = 0
    urls: list[str] = field(default_factory=list)

    def listen(self) -> None:
        wire = self.hands.context.new_cdp_session(self.hands.page)
        wire.send("Network.enable")
        wire.on("Network.requestWillBeSent", lambda told: self.urls.append(told["request"]["url"]))
        wire.on("Network.loadingFinished", self._count)

    def _count(self, told: dict[str, float]) -> None:
        self.bytes += int(told["encodedDataLength"])

    def cost_of(self, path: str) -> float:
        """Open a page; its compressed size in KB, with everything it fetched."""
        self.bytes, self.urls = 0, []
        self.hands.open(path)
        self.hands.page.wait_for_load_state("networkidle")
        assert self.bytes, "nothing was counted"
        assert len(self.urls) <= MOST_REQUESTS, self.urls
        home = urlsplit(self.hands.address).netloc
        foreign = [u for u in self.urls if urlsplit(u).scheme != "data" and home not in u]
        assert foreign == []
        return self.bytes / KB


@pytest.fixture
def wire(chromium: Browser, stations: tuple[str, dict[str, str]]) -> Wire:
    made = Wire(Hands(chromium, stations[0]))
    made.listen()
    return made


def test_the_first_page_of_a_new_visitor(wire: Wire) -> None:
    assert wire.cost_of("/masuk/") <= FIRST_KB


def test_the_pages_that_follow(wire: Wire, stations: tuple[str, dict[str, str]]) -> None:
    places = stations[1]
    wire.hands.log_in("rina")
    heavy = {}
    for path in (
        "/",
        "/pelaksanaan/",
        f"/pelaksanaan/{places['selesai']}/riwayat/",
        f"/pelaksanaan/{places['perubahan']}/langkah/7/",
        "/sop/",
        "/sop/1/",
        "/kinerja/",
        f"/kinerja/{places['data']}/",
        "/laporan/",
        f"/laporan/{places['sempurnakan']}/",
        f"/laporan/{places['sempurnakan']}/reviu/",
    ):
        if (cost := wire.cost_of(path)) > LATER_KB:
            heavy[path] = cost
    assert heavy == {}


@pytest.mark.parametrize("case", ["undangan", "dikembalikan", "selesai"])
def test_the_live_form_on_a_cold_cache(
    chromium: Browser, stations: tuple[str, dict[str, str]], wire: Wire, case: str
) -> None:
    wire.hands.log_in("budi")
    cookies = wire.hands.context.cookies()
    cold = Wire(Hands(chromium, stations[0]))
    cold.hands.context.add_cookies(cookies)  # type: ignore[arg-type]
    cold.listen()
    assert cold.cost_of(f"/pelaksanaan/{stations[1][case]}/") <= FORM_KB
