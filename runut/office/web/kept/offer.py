"""What a page says about kept typing: it is offered, it was filled in, or it can be copied."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from runut.core.words.dates import format_date
from runut.office.people.models import Person
from runut.office.web.kept import store
from runut.office.web.kept.fill import carry, fill, holds, part_for
from runut.office.web.kept.pages import page_of
from runut.office.web.kept.scan import Part, labels_of, parts_of
from runut.office.web.kept.store import Kept
from runut.office.web.kept.together import Sent

MARK = "<!--ketikan-->"
"""Stands in a page where kept typing is offered."""
ASKED = "isikan"


@dataclass(frozen=True)
class Field:
    """A text as it was typed, to be read and copied."""

    label: str
    text: str

    @property
    def rows(self) -> int:
        return min(12, 1 + self.text.count("\n") + len(self.text) // 60)


def offer(
    request: HttpRequest,
    response: HttpResponse,
    person: Person,
    sent: Sent | None,
    unsaved: list[Kept],
) -> None:
    """Fill in what is to be filled in, and say on top of the page what is kept.

    ``unsaved``: what could not be kept, so that it has to be copied from this page.
    """
    html = response.content.decode(response.charset)
    if MARK not in html:
        return
    if sent is not None:
        html = carry(html, request.path, request.path, sent.own.get(store.TAKEN_UP, []))
    kept = _for_this_page(request, html, sent) + unsaved
    kept = [one for one in kept if one.says_something]
    told = ""
    if kept:
        html, told = _with_card(request, html, person, kept)
    response.content = html.replace(MARK, told, 1)


def _with_card(
    request: HttpRequest, html: str, person: Person, kept: list[Kept]
) -> tuple[str, str]:
    """The page filled in, and the card that says so and holds what was not filled in."""
    parts = parts_of(html, request.path)
    places = {one.key: part_for(one, parts) for one in kept}
    newest = {one.action: one for one in kept if places[one.key] and not one.is_cut}
    taken = [one for one in newest.values() if one.is_other or ASKED in request.GET]
    offered = [one for one in kept if one not in taken]
    labels = labels_of(html)
    card = _card(request, person, offered or taken) | {
        "fields": [text for one in offered for text in _fields(one, places[one.key], labels)],
        "offered": offered,
        "can_fill": any(one in newest.values() for one in offered),
    }
    told = render_to_string("web/kept.html", card, request)
    return fill(html, request.path, taken), told


def _for_this_page(request: HttpRequest, html: str, sent: Sent | None) -> list[Kept]:
    page = request.path if sent is None else page_of(request)
    taken = [] if sent is None else sent.own.get(store.TAKEN_UP, [])
    kept = [one for one in store.kept_in(request) if one.page == page and one.key not in taken]
    if sent is None:
        return kept
    # the form that was just sent holds its own typing, unless it does not stand on this page
    return [one for one in kept if one.action != request.path or not holds(html, one.fields)]


def _card(request: HttpRequest, person: Person, kept: list[Kept]) -> dict[str, Any]:
    """What the card says of the typing itself."""
    newest = max(one.when for one in kept)
    is_saved = all(one.page for one in kept)
    return {
        "when": _told(newest.astimezone(person.office.zone)) if is_saved else "",
        "stamp": int(newest.timestamp() * 1000),
        "is_cut": any(one.is_cut for one in kept),
        "files": [name for one in kept for name in one.files],
        "page": kept[0].page,
        "keys": [one.key for one in kept if is_saved],
    }


def _told(moment: datetime) -> str:
    return f"{format_date(moment.date())}, pukul {moment:%H.%M}"


def _fields(kept: Kept, part: Part | None, labels: dict[str, str]) -> list[Field]:
    """The texts of a form under the labels of its fields; ticks are not text."""
    known = {part.plain_name(one): one for one in part.typed} if part else {}
    shown = []
    for name, words in kept.fields.items():
        control = known.get(name)
        if control and not control.is_text:
            continue
        label = labels.get(control.tag.attributes.get("id", ""), "") if control else ""
        text = "\n".join(word for word in words if word.strip() and word != "on")
        if text and (control or not text.isdecimal()):
            shown.append(Field(label or name.replace("_", " ").capitalize(), text))
    return shown
