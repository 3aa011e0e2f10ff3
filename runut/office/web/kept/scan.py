"""Reads the forms of a page that our own templates drew: their fields, and where each stands.

Not for pages of others: it relies on quoted attributes and on text being escaped.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape

_TAG = re.compile(r"<(/?)(form|div|details|label|input|textarea|select|option|button)\b([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w:.-]+)(?:="([^"]*)")?')
_MARKUP = re.compile(r"<[^>]*>")
PART = "data-bagian"
"""Stands on the element that was a form before a page's forms became one (together.py)."""
MARKED = ("checkbox", "radio")
_NOT_TYPED = ("hidden", "password", "file", "submit", "button", "reset", "image")

Span = tuple[int, int]


@dataclass(frozen=True)
class Tag:
    """A tag of the page and where it stands in it."""

    is_end: bool
    name: str
    attributes: dict[str, str]
    span: Span


@dataclass
class Control:
    """A field, an option of a list (``of`` is the list's name), or a button."""

    tag: Tag
    kind: str
    name: str
    folded: tuple[Tag, ...] = ()
    text: Span = (0, 0)
    options: list[Tag] = field(default_factory=list)

    @property
    def is_typed(self) -> bool:
        """Whether a person fills it in, and it may be kept."""
        return bool(self.name) and self.kind not in _NOT_TYPED

    @property
    def is_text(self) -> bool:
        return self.is_typed and self.kind not in (*MARKED, "select")

    def chosen(self, html: str) -> list[str]:
        """What a browser would send for it as it is drawn."""
        if self.kind == "select":
            return _selected(self)
        if self.kind in MARKED:
            value = self.tag.attributes.get("value", "on")
            return [value] if "checked" in self.tag.attributes else []
        if self.kind == "textarea":
            return [unescape(html[slice(*self.text)]).removeprefix("\n")]
        return [self.tag.attributes.get("value", "")]


@dataclass
class Part:
    """A form of the page, or what was one: where it can be sent, and its controls."""

    tag: Tag
    prefix: str
    actions: list[str]
    controls: list[Control] = field(default_factory=list)
    end: Span = (0, 0)

    @property
    def typed(self) -> list[Control]:
        return [one for one in self.controls if one.is_typed]

    def plain_name(self, control: Control) -> str:
        """The name of a field as its own form knows it."""
        return control.name.removeprefix(f"{self.prefix}.") if self.prefix else control.name


def parts_of(html: str, here: str) -> list[Part]:
    """The forms of a page that are sent by POST; ``here`` is the address of the page."""
    found: list[Part] = []
    part: Part | None = None
    depth, folds = 0, list[Tag]()
    control: Control | None = None
    for tag in _tags(html):
        if tag.name == "details":
            _fold(folds, tag)
        if part is None:
            part = _begun(tag, here)
            depth = 1
            continue
        if tag.name == part.tag.name:
            depth += -1 if tag.is_end else 1
            if not depth:
                part.end = tag.span
                found.append(part)
                part = None
                continue
        control = _read(part, control, tag, tuple(folds))
    return found


def labels_of(html: str) -> dict[str, str]:
    """The words of the labels of a page, under the ids of their fields."""
    found = re.findall(r'<label for="([^"]*)">(.*?)</label>', html, re.DOTALL)
    return {anchor: unescape(_MARKUP.sub("", words)).strip() for anchor, words in found}


def attribute_text(attributes: dict[str, str]) -> str:
    """Attributes as they are written in a tag."""
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())


def _tags(html: str) -> Iterator[Tag]:
    for match in _TAG.finditer(html):
        attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(match[3])}
        yield Tag(bool(match[1]), match[2], attributes, match.span())


def _fold(folds: list[Tag], tag: Tag) -> None:
    if not tag.is_end:
        folds.append(tag)
    elif folds:
        folds.pop()


def _begun(tag: Tag, here: str) -> Part | None:
    """The part that a tag begins. The one form around all parts is none itself."""
    told = tag.attributes
    is_form = tag.name == "form" and told.get("method") == "post" and "data-bersama" not in told
    if tag.is_end or not (is_form or PART in told):
        return None
    action = told.get("data-alamat" if PART in told else "action") or here
    return Part(tag, told.get(PART, ""), [path_of(action)])


def path_of(address: str) -> str:
    return address.partition("?")[0].partition("#")[0]


def _read(part: Part, control: Control | None, tag: Tag, folded: tuple[Tag, ...]) -> Control | None:
    """Take a tag into the part; the control that is still open after it, if any."""
    told = tag.attributes
    if tag.name == "option" and control and not tag.is_end:
        control.options.append(tag)
    elif tag.name == "textarea" and tag.is_end and control:
        control.text = (control.tag.span[1], tag.span[0])
        return None
    elif tag.name in ("input", "textarea", "select", "button") and not tag.is_end:
        kind = tag.name if tag.name != "input" else told.get("type", "text")
        kind = told.get("type", "submit") if kind == "button" else kind
        found = Control(tag, kind, told.get("name", ""), folded)
        part.controls.append(found)
        if "formaction" in told:
            part.actions.append(path_of(told["formaction"]))
        return found if tag.name in ("textarea", "select") else None
    return None if tag.name == "select" else control


def _selected(control: Control) -> list[str]:
    values = [one.attributes.get("value", "") for one in control.options]
    chosen = [
        value
        for one, value in zip(control.options, values, strict=True)
        if "selected" in one.attributes
    ]
    return chosen or ([] if "multiple" in control.tag.attributes else values[:1])
