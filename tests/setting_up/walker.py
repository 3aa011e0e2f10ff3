"""Somebody with a browser without scripts: follows links by their words, fills in what is shown."""

from typing import Any
from urllib.parse import urljoin

from django.test import Client
from lxml import html


class Walker:
    """Where she is, and what she has typed so far. ``typed`` counts the fields that she filled."""

    def __init__(self, **where: str) -> None:
        self.client = Client(**where)
        self.url, self.status = "/", 200
        self.tree: html.HtmlElement = html.fromstring("<html></html>")
        self.typed: list[str] = []

    def open(self, url: str) -> "Walker":
        return self._seen(self.client.get(urljoin(self.url, url), follow=True), url)

    def follow(self, words: str) -> "Walker":
        """The first link on the page that begins with these words."""
        for link in self.tree.iter("a"):
            if " ".join(link.text_content().split()).startswith(words):
                return self.open(link.get("href"))
        raise AssertionError(f"no link “{words}” on {self.url}: {self.words()[:600]}")

    def press(self, words: str, **typed: Any) -> "Walker":
        """The button that begins with these words, with fields of its form typed in."""
        for button in self.tree.iter("button"):
            if " ".join(button.text_content().split()).startswith(words):
                return self._send(button, typed)
        raise AssertionError(f"no button “{words}” on {self.url}")

    def words(self) -> str:
        return " ".join(self.tree.text_content().split())

    def _send(self, button: html.HtmlElement, typed: dict[str, Any]) -> "Walker":
        form = next(button.iterancestors("form"))
        fields: dict[str, Any] = dict(form.form_values())
        for box in form.xpath(".//input[@type='checkbox'][@checked]"):
            name = box.get("name")
            fields[name] = [
                one.get("value") for one in form.xpath(f".//input[@name='{name}'][@checked]")
            ]
        unknown = set(typed) - {one.get("name") for one in form.xpath(".//*[@name]")}
        assert not unknown, (self.url, unknown)
        self.typed += list(typed)
        fields.update(typed)
        if button.get("name"):
            fields[button.get("name")] = button.get("value", "")
        target = urljoin(self.url, button.get("formaction") or form.get("action") or "")
        answer = self.client.post(target, fields, follow=True)
        assert answer.status_code == 200, (
            target,
            answer.status_code,
            self._seen(answer, target).words(),
        )
        return self._seen(answer, target)

    def _seen(self, answer: Any, url: str) -> "Walker":
        chain = answer.redirect_chain
        self.url = urljoin(self.url, chain[-1][0] if chain else url)
        self.status = answer.status_code
        self.tree = html.fromstring(answer.content.decode())
        return self
