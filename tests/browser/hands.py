"""A person at the keyboard: Tab, Enter, Space, arrows and letters, and nothing else."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from runut.office.example.office import PASSWORD
from tests.browser.waiting import until_read

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = Axe()
# of what is right axe would otherwise describe every place: of a long report half the time
ASKED = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
MOST_TABS = 250
_FOCUS = """() => {
  const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
  return {name: (e.name || '').split('.').pop(), value: e.value || '',
          text: (e.innerText || '').trim(),
          tag: e.tagName, type: e.type || '', checked: !!e.checked,
          ring: s.outlineStyle !== 'none' || s.boxShadow !== 'none',
          seen: r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth};
}"""


class Hands:
    """One person in one browser. ``visited`` counts the pages looked at by axe."""

    def __init__(
        self, browser: Browser, address: str, *, width: int = 1280, script: bool = True
    ) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=script
        )
        self.page: Page = self.context.new_page()
        self.address, self.script, self.width = address, script, width
        self.visited: list[str] = []

    def log_in(self, name: str) -> None:
        self.page.goto(f"{self.address}/masuk/")
        self.type("username", name)
        self.type("password", PASSWORD)
        self.press("Masuk")

    def open(self, path: str) -> None:
        """Type an address."""
        answer = self.page.goto(self.address + path)
        assert answer is not None and answer.status == 200, (path, answer)

    def tab_to(self, name: str = "", text: str = "", value: str = "") -> dict[str, object]:
        """Press Tab until the wanted element has the focus; it must show that it has."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            now: dict[str, object] = self.page.evaluate(_FOCUS)
            is_it = (not name or now["name"] == name) and str(now["text"]).startswith(text)
            if is_it and (not value or now["value"] == value) and now["tag"] != "BODY":
                assert now["ring"], f"focus not visible on {now}"
                assert now["seen"], f"focus outside of the window on {now}"
                return now
        raise AssertionError(f"no Tab leads to {name or text} on {self.page.url}")

    def type(self, name: str, words: str) -> None:
        self.tab_to(name)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)

    def tick(self, name: str, value: str = "") -> None:
        """Tick a box, if it is not."""
        if not self.tab_to(name, value=value)["checked"]:
            self.page.keyboard.press("Space")

    def tick_all(self, name: str) -> None:
        """Tick every box of a group."""
        for box in self.page.locator(f"input[type=checkbox][name$='{name}']").all():
            self.tick(name, box.get_attribute("value") or "")

    def choose(self, name: str) -> None:
        """Take the first choice of a radio group, or keep the one that is taken."""
        self.tab_to(name)
        self.page.keyboard.press("Space")

    def choose_last(self, name: str) -> None:
        """Take the last choice of a radio group."""
        self.tab_to(name)
        self.page.keyboard.press("ArrowUp")

    def pick(self, name: str) -> None:
        """Take the first name of a list."""
        self.tab_to(name)
        self.page.keyboard.press("ArrowDown")

    def press(self, text: str) -> None:
        """Go to a button or link and press Enter; wait for the page it leads to."""
        self.tab_to(text=text)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        until_read(self.page)

    def unfold(self, text: str) -> None:
        """Open a folded part of the page, if it is not open."""
        is_open = self.page.evaluate(
            "t => [...document.querySelectorAll('details')].some("
            "d => d.open && d.querySelector('summary').innerText.trim().startsWith(t))",
            text,
        )
        if not is_open:
            self.tab_to(text=text)
            self.page.keyboard.press("Enter")

    def top(self) -> None:
        """Start again from the top of the page."""
        self.page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")

    def fits(self) -> None:
        """The page does not scroll sideways."""
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= self.width, f"{self.page.url} scrolls sideways: {wide}"

    def look(self) -> None:
        """No fault of accessibility, no sideways scrolling, on the page as it stands."""
        self.fits()
        if not self.script:
            return  # axe itself is a script
        results = AXE.run(self.page, options=ASKED)
        found = [
            (rule["id"], [node["html"][:160] for node in rule["nodes"][:3]])
            for rule in results.response["violations"]
        ]
        assert found == [], (self.page.url, found)
        self.visited.append(self.page.url)

    def close(self) -> None:
        self.context.close()
