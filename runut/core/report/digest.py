"""A paper as canonical JSON and back: what the office stores and whose hash it keeps.

Fields at their default are left out, so that a field added by a later version does not change
the hash of an old paper.
"""

import json
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal, InvalidOperation

from runut.core.report.blocks import (
    Boxed,
    Bullets,
    Cell,
    Chart,
    Cover,
    Figure,
    Gap,
    Heading,
    Letterhead,
    Lists,
    Node,
    PageBreak,
    Paper,
    Paragraph,
    Photo,
    Picture,
    Series,
    Signature,
    Signatures,
    Table,
    Text,
)
from runut.core.report.filling import Filling

_KINDS: dict[str, Callable[..., object]] = {
    kind.__name__: kind
    for kind in (
        Boxed,
        Bullets,
        Cell,
        Chart,
        Cover,
        Figure,
        Filling,
        Gap,
        Heading,
        Letterhead,
        Lists,
        Node,
        PageBreak,
        Paper,
        Paragraph,
        Photo,
        Picture,
        Series,
        Signature,
        Signatures,
        Table,
        Text,
    )
}
_TAG = "_"
_DECIMAL = "Decimal"


def canonical_json(paper: Paper) -> str:
    """The one text of a paper: sorted keys, no spaces, a tag ``_`` for each type.

    >>> canonical_json(Paper("Nota", body=(PageBreak(),)))
    '{"_":"Paper","body":[{"_":"PageBreak"}],"title":"Nota"}'
    """
    tree = _encode(paper)
    return json.dumps(tree, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def paper_from_json(text: str) -> Paper:
    """The paper that ``canonical_json`` wrote. Raises ValueError when the text is not one."""
    try:
        paper = _decode(json.loads(text))
    except (TypeError, KeyError, RecursionError, InvalidOperation) as fault:
        raise ValueError("Naskah tersimpan tidak terbaca: susunannya bukan susunan naskah.") from (
            fault
        )
    if not isinstance(paper, Paper):
        raise ValueError("Naskah tersimpan tidak terbaca: isinya bukan sebuah naskah.")
    return paper


def _encode(value: object) -> object:
    if isinstance(value, Decimal):
        return {_TAG: _DECIMAL, "value": str(value)}
    if isinstance(value, tuple):
        return [_encode(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {_TAG: type(value).__name__} | {
            one.name: _encode(getattr(value, one.name))
            for one in fields(value)
            if one.default is MISSING or getattr(value, one.name) != one.default
        }
    return value


def _decode(value: object) -> object:
    if isinstance(value, list):
        return tuple(_decode(one) for one in value)
    if not isinstance(value, dict):
        return value
    if value[_TAG] == _DECIMAL:
        return Decimal(value["value"])
    parts = {name: _decode(part) for name, part in value.items() if name != _TAG}
    return _KINDS[value[_TAG]](**parts)
