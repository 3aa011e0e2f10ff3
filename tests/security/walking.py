"""Forms as a browser has them: read from the page, well filled in, and sent by anybody.

Nothing here knows a field of any step; what a page offers is what is sent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import lxml.html
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import resolve


@dataclass(frozen=True)
class Form:
    """A form of a page, and what would be sent with it."""

    url: str
    fields: dict[str, list[str]]

    @property
    def name(self) -> str:
        """The name of the address, as the policy has it; of a step with its number."""
        match = resolve(self.url.partition("?")[0])
        return f"langkah {match.kwargs['no']}" if match.url_name == "langkah" else match.url_name

    def filled(self, **words: str) -> "Form":
        """The form with these words in the fields that it has."""
        known = {name: [word] for name, word in words.items() if name in self.fields}
        return Form(self.url, {**self.fields, **known})

    def send(self, client: Client, **more: str) -> Any:
        told = {**self.fields, **{name: [word] for name, word in more.items()}}
        return client.post(self.url, {name: words for name, words in told.items() if words})


def forms_of(client: Client, url: str) -> list[Form]:
    """The forms that a page offers, each box ticked, the first of several choices taken."""
    response = client.get(url)
    assert response.status_code == 200, (url, response.status_code)
    page = lxml.html.fromstring(response.content.decode())
    found = [
        Form(address, _fields(form))
        for form in page.forms
        if form.method == "POST" and form.get("data-bersama") is None
        for address in (form.get("action") or url, *form.xpath(".//button/@formaction"))
    ]
    found += [one for part in page.xpath("//*[@data-bagian]") for one in _of_part(part)]
    return [form for form in found if form.url != "/keluar/"]


def _of_part(part: Any) -> Iterator[Form]:
    """A form that the page draws as a part of one; it may also be sent by itself."""
    fields: dict[str, list[str]] = {}
    for one in part.xpath(".//input | .//select | .//textarea"):
        known = fields.setdefault(one.name.rpartition(".")[2], [])
        known += _values(one, is_first=not known)
    for address in sorted({one.partition("?")[0] for one in part.xpath(".//@formaction")}):
        yield Form(address, fields)


def _fields(form: Any) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for one in form.inputs:
        if one.name and one.name != "csrfmiddlewaretoken":
            known = fields.setdefault(one.name, [])
            known += _values(one, is_first=not known)
    return fields


def _values(one: Any, *, is_first: bool) -> Iterator[str]:
    kind = one.get("type", "")
    if one.tag == "select":
        yield one.value or next((word for word in one.value_options if word), "")
    elif kind == "checkbox" or (kind == "radio" and is_first):
        yield one.get("value") or "on"
    elif kind not in ("radio", "file"):
        yield one.value or ""


class ReadAgain(SimpleUploadedFile):
    """A file that is sent several times: each sending reads it from its beginning."""

    def read(self, *size: int) -> bytes:
        self.seek(0)
        data: bytes = super().read(*size)
        return data
