"""A page with several forms becomes one form, so that all that was typed on it is sent.

What belongs to the button that was pressed reaches the view under its plain names; the rest is
kept, if somebody changed it, and filled in again on the page that comes next.
"""

import json
from dataclasses import dataclass, field
from html import escape
from secrets import token_urlsafe
from zlib import crc32

from django.http import HttpRequest, QueryDict

from runut.office.web.kept.scan import (
    PART,
    Control,
    Part,
    attribute_text,
    parts_of,
)

WHICH = "bagian"
"""In the address a form is sent to: which part of the page its button belongs to."""
MAP = "bersama"
"""The hidden field with the parts of the page, and what their fields held when it was drawn."""
_CSRF = "csrfmiddlewaretoken"
_OF_A_FORM = ("method", "action", "data-simpan")
Edit = tuple[int, int, str]
Parts = dict[str, tuple[str, dict[str, int | None]]]
"""Under the prefix of each part: where it is sent, and a mark of what each field held."""


@dataclass(frozen=True)
class Sent:
    """What arrived: the fields of the form whose button was pressed, and what was changed in the
    other forms of the page, under the addresses these are sent to.
    """

    own: dict[str, list[str]]
    others: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    is_together: bool = False
    key: str = field(default_factory=lambda: token_urlsafe(8))


def one_form(html: str, here: str, sent_part: str = "") -> tuple[str, str]:
    """Draw the forms of ``html`` as the parts of one; with the name under which a browser's own
    memory keeps them, if one of them has it.

    ``sent_part``: it failed and holds what was typed, not what was stored, so all of it counts as
    changed.
    """
    parts, known, edits = parts_of(html, here), Parts(), list[Edit]()
    shared = _shared(parts)
    for part in parts:
        prefix = f"{crc32(part.actions[0].encode()):08x}"
        edits += _part(part, prefix, shared)
        held = {_page_name(n, prefix, shared): words for n, words in _held(html, part).items()}
        if held:
            marks = {n: None if prefix == sent_part else _mark(words) for n, words in held.items()}
            known[prefix] = (part.actions[0], marks)
    for start, end, words in sorted(edits, reverse=True):
        html = html[:start] + words + html[end:]
    told = escape(json.dumps(known, separators=(",", ":")))
    saved_as = [part.tag.attributes.get("data-simpan", "") for part in parts]
    drawn = f'<input type="hidden" name="{MAP}" value="{told}">{html}'
    return drawn, next(filter(None, saved_as), "")


def _shared(parts: list[Part]) -> set[str]:
    """The names that several forms of a page use: each then carries the prefix of its part."""
    names = [name for part in parts for name in {one.name for one in part.controls}]
    return {name for name in names if name and names.count(name) > 1}


def _page_name(name: str, prefix: str, shared: set[str]) -> str:
    return f"{prefix}.{name}" if name in shared else name


def _held(html: str, part: Part) -> dict[str, list[str]]:
    """What a browser would send for each field if nobody touched it."""
    held: dict[str, list[str]] = {}
    for control in part.typed:
        held.setdefault(control.name, []).extend(control.chosen(html))
    return held


def sent(request: HttpRequest) -> Sent:
    """What a request brought, taken apart."""
    fields = {name: _lines(request.POST.getlist(name)) for name in request.POST}
    known, prefix = _known(request.POST.get(MAP, "")), request.GET.get(WHICH, "")
    if not known:
        return Sent(fields)
    others = {
        action: changed
        for other, (action, marks) in known.items()
        if other != prefix and (changed := _changed(fields, other, marks))
    }
    return Sent(_of_part(fields, prefix, known), others, is_together=True)


def as_posted(fields: dict[str, list[str]]) -> QueryDict:
    """The fields as a view reads them."""
    data = QueryDict(mutable=True)
    for name, words in fields.items():
        data.setlist(name, words)
    return data


def _part(part: Part, prefix: str, shared: set[str]) -> list[Edit]:
    """A form becomes a part: its fields are told from those of others, its buttons know where to
    send it.
    """
    told = {n: v for n, v in part.tag.attributes.items() if n not in _OF_A_FORM}
    told |= {PART: prefix, "data-alamat": part.actions[0]}
    edits: list[Edit] = [(*part.tag.span, f"<div{attribute_text(told)}>"), (*part.end, "</div>")]
    for control in part.controls:
        if control.name == _CSRF:
            edits.append((*control.tag.span, ""))
        else:
            edits.append((*control.tag.span, _named(control, part, prefix, shared)))
    return edits


def _named(control: Control, part: Part, prefix: str, shared: set[str]) -> str:
    told = dict(control.tag.attributes)
    if control.name:
        told["name"] = _page_name(control.name, prefix, shared)
    if control.kind == "submit":
        to = told.get("formaction") or part.actions[0]
        told |= {"formaction": f"{to}?{WHICH}={prefix}", "formnovalidate": ""}
    return f"<{control.tag.name}{attribute_text(told)}>"


def _known(told: str) -> Parts:
    """The map as the page sent it back; a browser may send anything, that is no map."""
    try:
        read = json.loads(told)
        return {str(prefix): (str(action), dict(marks)) for prefix, (action, marks) in read.items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _of_part(fields: dict[str, list[str]], prefix: str, known: Parts) -> dict[str, list[str]]:
    """The fields of a part under their plain names, without those of other parts."""
    foreign = {name for other, (_, marks) in known.items() if other != prefix for name in marks}
    return {
        name.removeprefix(f"{prefix}."): words
        for name, words in fields.items()
        if name not in foreign and name != MAP and ("." not in name or name.startswith(prefix))
    }


def _changed(
    fields: dict[str, list[str]], prefix: str, marks: dict[str, int | None]
) -> dict[str, list[str]]:
    """What a person changed in a part since the page was drawn."""
    now = {name: fields.get(name, []) for name in marks}
    return {
        name.removeprefix(f"{prefix}."): words
        for name, words in now.items()
        if _mark(words) != marks[name]
    }


def _mark(words: list[str]) -> int:
    return crc32("\n\n".join(_lines(words)).encode())


def _lines(words: list[str]) -> list[str]:
    return [word.replace("\r\n", "\n") for word in words]
