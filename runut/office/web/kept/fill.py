"""Fills the fields of a page with what was typed before, whichever form it is: by their names."""

from html import escape

from runut.office.web.kept.scan import MARKED, Control, Part, Tag, attribute_text, parts_of
from runut.office.web.kept.store import TAKEN_UP, Kept

Edit = tuple[int, int, str]


def part_for(kept: Kept, parts: list[Part]) -> Part | None:
    """The form of the page that this typing belongs to, if it is there and can be filled in."""
    names = set(kept.fields)
    return next(
        (
            part
            for part in parts
            if kept.action in part.actions
            and names & {part.plain_name(control) for control in part.typed}
        ),
        None,
    )


def fill(html: str, here: str, taken: list[Kept]) -> str:
    """The page with each kept typing in its form; folded parts that hold it are open."""
    parts, edits = parts_of(html, here), dict[int, Edit]()
    for kept in taken:
        part = part_for(kept, parts)
        if part is not None:
            for edit in _edits(html, part, kept):
                edits[edit[0]] = edit
    for start, end, words in sorted(edits.values(), reverse=True):
        html = html[:start] + words + html[end:]
    return html


def holds(html: str, fields: dict[str, list[str]]) -> bool:
    """Whether all text that was typed stands on the page, in its field or in words."""
    text = _plain(html)
    words = [word for values in fields.values() for word in values]
    return all(_plain(escape(word)) in text for word in words if not word.isdecimal())


def _plain(text: str) -> str:
    return " ".join(text.split())


def _edits(html: str, part: Part, kept: Kept) -> list[Edit]:
    edits: list[Edit] = []
    for control in part.typed:
        name = part.plain_name(control)
        words = kept.fields.get(name)
        if words is None and (kept.is_other or control.kind not in MARKED):
            continue
        made = _control(html, control, words or [])
        if made:
            edits += [*made, *(_open(tag) for tag in control.folded if _is_closed(tag))]
    return [*edits, _mark(part, kept.key)]


def carry(html: str, here: str, action: str, keys: list[str]) -> str:
    """A form that failed still says which kept typing it was filled with."""
    part = next((one for one in parts_of(html, here) if action in one.actions), None)
    if part is None or not keys:
        return html
    start, _, words = _mark(part, keys[0])
    return html[:start] + words + html[start:]


def _mark(part: Part, key: str) -> Edit:
    prefix = f"{part.prefix}." if part.prefix else ""
    words = f'<input type="hidden" name="{prefix}{TAKEN_UP}" value="{escape(key)}">'
    return (part.tag.span[1], part.tag.span[1], words)


def _control(html: str, control: Control, words: list[str]) -> list[Edit]:
    """What to change in the page so that a field holds ``words``; nothing where it does."""
    if control.kind == "select":
        return [edit for option in control.options for edit in _marked(option, words, "selected")]
    if control.kind in MARKED:
        return _marked(control.tag, words, "checked")
    word = words[0] if words else ""
    if control.chosen(html) == [word]:
        return []
    if control.kind == "textarea":
        return [(*control.text, "\n" + escape(word))]
    told = {**control.tag.attributes, "value": word}
    return [(*control.tag.span, f"<{control.tag.name}{attribute_text(told)}>")]


def _marked(tag: Tag, words: list[str], mark: str) -> list[Edit]:
    is_wanted = tag.attributes.get("value", "on") in words
    if is_wanted == (mark in tag.attributes):
        return []
    told = {name: value for name, value in tag.attributes.items() if name != mark}
    told |= {mark: ""} if is_wanted else {}
    return [(*tag.span, f"<{tag.name}{attribute_text(told)}>")]


def _open(tag: Tag) -> Edit:
    return (*tag.span, f"<details{attribute_text({**tag.attributes, 'open': ''})}>")


def _is_closed(tag: Tag) -> bool:
    return "open" not in tag.attributes
