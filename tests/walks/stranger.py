"""Somebody who made none of it: he sees pages, follows links, fills in forms, presses buttons."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import urlsplit

from django.test import Client
from lxml import html

from runut.office import clock
from runut.office.example.office import PASSWORD


def small_pdf() -> bytes:
    """One empty page, with a cross-reference table that signers accept."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(
        (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>",
        ),
        start=1,
    ):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    start = len(out)
    out += b"xref\n0 4\n0000000000 65535 f \n"
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start


class Lost(AssertionError):
    """A page that the stranger cannot go on from."""


@dataclass
class Page:
    """A page as it is seen: where it is, and its tree."""

    url: str
    status: int
    tree: html.HtmlElement

    @property
    def heading(self) -> str:
        return " ".join(self.tree.xpath("string(//h1)").split())

    @property
    def errors(self) -> str:
        found = self.tree.xpath("//*[contains(@class,'error-summary')]|//*[@role='alert']")
        return " ".join(" ".join(one.text_content().split()) for one in found)

    def links(self, within: str = "//main") -> list[str]:
        return [one for one in self.tree.xpath(f"{within}//a/@href") if not one.startswith("#")]

    @property
    def main_button(self) -> html.HtmlElement | None:
        """The one button that the page wants to be pressed."""
        found = self.tree.xpath(
            "//main//form[@method='post']//button[contains(concat(' ',@class,' '),' btn-main ')]"
        )
        return found[-1] if found else None


@dataclass
class Stranger:
    """``exits``: the answers that he gives to decisions, by the step's page; else the first.

    ``files``: whether he hands in files where he could also write words; ``ticks_more``: whether
    he ticks what is offered unticked.
    """

    client: Client
    clicks: int = 0
    exits: dict[str, str] = field(default_factory=dict)
    files: bool = True
    ticks_more: bool = True

    def go(self, url: str) -> Page:
        """Follow a link."""
        self.clicks += 1
        return self._seen(self.client.get(url, follow=True), url)

    def press(
        self,
        page: Page,
        answer: str = "",
        button: html.HtmlElement | None = None,
        leaves: tuple[str, ...] = (),
    ) -> Page:
        """Fill in the form of the page's main button, but for what he leaves, and press it."""
        button = page.main_button if button is None else button
        if button is None:
            raise Lost(f"{page.url}: no button to press ({page.heading})")
        form = next(button.iterancestors("form"))
        filled = self._filled(form, answer)
        data = {name: value for name, value in filled.items() if name not in leaves}
        if button.get("name"):
            data[button.get("name")] = button.get("value", "")
        target = button.get("formaction") or form.get("action") or page.url
        self.clicks += 1
        return self._seen(self.client.post(target, data, follow=True), target)

    def _seen(self, response: object, url: str) -> Page:
        chain = getattr(response, "redirect_chain", [])
        status = response.status_code  # type: ignore[attr-defined]
        at = chain[-1][0] if chain else url
        kind = response.headers.get("Content-Type", "")  # type: ignore[attr-defined]
        body = response.content if kind.startswith("text/html") else b"<html></html>"  # type: ignore[attr-defined]
        return Page(urlsplit(at).path, status, html.fromstring(body))

    def _filled(self, form: html.HtmlElement, answer: str) -> dict[str, object]:
        data: dict[str, object] = {}
        radios: dict[str, list[html.HtmlElement]] = {}
        for one in form.xpath(".//input|.//textarea|.//select"):
            name, kind = one.get("name"), one.get("type", "text")
            if not name:
                continue
            if kind == "radio":
                radios.setdefault(name, []).append(one)
            elif kind == "checkbox":
                if one.get("checked") is not None or (self.ticks_more and self._ticks(name)):
                    data.setdefault(name, [])
                    data[name].append(one.get("value", "on"))  # type: ignore[attr-defined]
            else:
                data[name] = self._typed(one, name, kind)
        for name, choices in radios.items():
            data[name] = self._chosen(name, choices, answer)
        return {name: value for name, value in data.items() if value is not None}

    @staticmethod
    def _ticks(name: str) -> bool:
        """What he ticks: what he is asked for, nobody's second start, no right given up."""
        return name not in ("lagi", "melepas")

    @staticmethod
    def _chosen(name: str, choices: list[html.HtmlElement], answer: str) -> str:
        for one in choices:
            if name == "putusan" and one.get("value") == answer:
                return answer
        checked = [one for one in choices if one.get("checked") is not None]
        return str((checked or choices)[0].get("value"))

    def _typed(self, one: html.HtmlElement, name: str, kind: str) -> object:
        if one.tag == "select":
            shown = one.xpath("./option[@selected]/@value") or one.xpath("./option/@value")
            is_asked = one.get("required") is not None and not shown[0]
            filled = [value for value in one.xpath("./option/@value") if value]
            return filled[0] if is_asked and filled else shown[0]
        known = one.text if one.tag == "textarea" else one.get("value")
        if kind == "hidden" or (known or "").strip():
            return known or ""
        if kind == "file":
            return self._file() if self.files else None
        if kind == "password":
            return PASSWORD
        if one.get("required") is None and name not in self._wanted():
            return ""
        if kind == "date":
            return clock.now().date().isoformat()
        return "09:00" if kind == "time" else "Sudah dikerjakan sesuai SOP."

    def _wanted(self) -> tuple[str, ...]:
        """Fields that may stay empty, and that he fills in all the same."""
        words = () if self.files else tuple(f"hasil_{number}" for number in range(20))
        return ("pembahasan", "catatan", "alasan_waktu", *words)

    @staticmethod
    def _file() -> BytesIO:
        file = BytesIO(small_pdf())
        file.name = "hasil.pdf"
        return file
