"""A browser without a script: it reads a page, types, presses a button, follows where it leads."""

from typing import Any

import lxml.html
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from runut.office.example.office import PASSWORD

HOST = "http://testserver"
__all__ = ["PASSWORD", "Browser", "Tab"]


class Browser:
    """What the tabs of one browser share: its cookies."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True)

    def log_in(self, username: str) -> "Tab":
        tab = Tab(self).open("/masuk/")
        return tab.type(username=username, password=PASSWORD).press("Masuk")

    def lose_the_session(self) -> None:
        """The session ends on the server, as after twelve hours."""
        Session.objects.all().delete()

    @property
    def kept(self) -> list[dict[str, Any]]:
        """What the session keeps of this browser's typing."""
        found: list[dict[str, Any]] = self.client.session.get("ketikan", [])
        return found

    @property
    def session_cookie(self) -> str:
        return self.client.cookies[settings.SESSION_COOKIE_NAME].value


class Tab:
    """One tab: the page it shows and what is typed in it."""

    def __init__(self, browser: Browser) -> None:
        self.browser, self.url, self.status, self.html = browser, "", 0, ""
        self.page: Any = None
        self.trail: list[str] = []

    def open(self, url: str) -> "Tab":
        self.trail = []
        return self._show(self.browser.client.get(url), url)

    def __getitem__(self, name: str) -> Any:
        """The field of that name; where several have it, the first."""
        found = self.page.xpath(f"//*[@name='{name}' or contains(@name, '.{name}')]")
        assert found, f"no field {name} on {self.url}"
        return found[0]

    def type(self, **words: str) -> "Tab":
        for name, word in words.items():
            self.into(self[name], word)
        return self

    def into(self, field: Any, word: str) -> "Tab":
        """Type into a field, tick a box, choose from a list."""
        if field.tag == "textarea":
            field.text = word
        elif field.get("type") in ("checkbox", "radio"):
            field.set("checked", "")
        else:
            field.value = word
        return self

    def press(self, text: str, *, origin: str = HOST, n: int = 0) -> "Tab":
        """Press a button by its words, or follow a link."""
        words = "contains(normalize-space(.), $text)"
        link = self.page.xpath(f"//a[@class and {words}]", text=text)
        buttons = self.page.xpath(f"//main//button[{words}]", text=text)
        if link and not buttons:
            return self.open(link[0].get("href"))
        return self.send(buttons[n], origin=origin)

    def send(self, button: Any, *, origin: str = HOST) -> "Tab":
        """Send the form of a button as a browser does, and follow."""
        form = next(button.iterancestors("form"))
        sent: dict[str, list[str]] = {}
        for name, value in form.form_values():
            is_text = form.xpath(f".//textarea[@name='{name}']")
            words = value.removeprefix("\n").replace("\n", "\r\n") if is_text else value
            sent.setdefault(name, []).append(words)
        if button.get("name"):
            sent.setdefault(button.get("name"), []).append(button.get("value", ""))
        to = button.get("formaction") or form.get("action") or self.url
        here = {"origin": origin, "referer": f"{origin}{self.url}"}
        self.trail = []
        return self._show(self.browser.client.post(to, sent, headers=here), to)

    @property
    def words(self) -> str:
        return " ".join(self.page.find(".//main").text_content().split())

    @property
    def card(self) -> str:
        found = self.page.xpath("//section[@data-ketikan]")
        return " ".join(found[0].text_content().split()) if found else ""

    def _show(self, response: Any, url: str) -> "Tab":
        while response.status_code == 302:
            url = response.headers["Location"]
            self.trail.append(url)
            response = self.browser.client.get(url)
        self.url, self.status = url.partition("#")[0], response.status_code
        self.html = response.content.decode()
        self.page = lxml.html.fromstring(self.html)
        return self
