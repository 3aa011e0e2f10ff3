"""One meaning, one spelling: the JSON that hashes are taken of (RFC 8785, JCS).

Narrower than the RFC where that keeps a second verifier short: no fractions (amounts travel as
text), text in Unicode NFC, names within the basic multilingual plane.
"""

import json
from unicodedata import is_normalized, normalize

LARGEST_EXACT_INTEGER = 2**53 - 1
_LAST_OF_BASIC_PLANE = "\uffff"


def _whole(digits: str) -> int:
    number = int(digits)
    if abs(number) > LARGEST_EXACT_INTEGER:
        raise ValueError(f"{number} is not exact in every JSON reader; write it as text")
    return number


def _refuse_fraction(digits: str) -> None:
    raise ValueError(f"{digits} is a fraction; write it as text")


_decode = json.JSONDecoder(
    parse_int=_whole, parse_float=_refuse_fraction, parse_constant=_refuse_fraction
).decode
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def canonical_json(value: object) -> str:
    """The canonical text of ``value``; text that is not in NFC is brought into it.

    Raises ``ValueError`` for what has no canonical form: a fraction, an integer that a reader
    in another language would round, a name twice, anything that is not JSON.

    >>> canonical_json({"target": "90,5", "langkah": [1, None, True]})
    '{"langkah":[1,null,true],"target":"90,5"}'
    """
    if (text := _text_of_tidy(value)) is not None:
        return text
    text = _encode(_tidy(value))
    text.encode()  # a half surrogate pair is no text: UnicodeEncodeError is a ValueError
    return text


def _text_of_tidy(value: object) -> str | None:
    """The text of a value that is tidy already, as nearly all are: ASCII, and reads back as it is.

    Half the time of tidying, and it is spent on every act.
    """
    try:
        text = _encode(value)
        return text if text.isascii() and _decode(text) == value else None
    except (TypeError, ValueError, RecursionError):
        return None


def is_canonical_json(text: str) -> bool:
    """Whether ``text`` is the one spelling of its meaning."""
    try:
        value = _decode(text)
        # ASCII, as most is, leaves nothing to tidy: verifying a long chain takes half the time.
        return (_encode(value) if text.isascii() else canonical_json(value)) == text
    except (ValueError, RecursionError):
        return False


def canonical_row(fields: dict[str, str | int]) -> bytes:
    """The canonical bytes of a flat row of text and whole numbers, checked and not mended.

    Raises ``ValueError`` for text that is not in NFC: two spellings of one name must not both
    pass for the row that was written.
    """
    text = _encode(fields)
    if not text.isascii() and not all(
        is_normalized("NFC", value) for value in fields.values() if isinstance(value, str)
    ):
        raise ValueError("text is not in Unicode NFC")
    return text.encode()


def _tidy(value: object) -> object:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, int):
        if abs(value) > LARGEST_EXACT_INTEGER:
            raise ValueError(f"{value} is not exact in every JSON reader; write it as text")
        return value
    if isinstance(value, dict):
        return _tidy_names(value)
    if isinstance(value, list | tuple):
        return [_tidy(item) for item in value]
    raise ValueError(f"{type(value).__name__} has no canonical form")


def _tidy_names(members: dict[object, object]) -> dict[str, object]:
    tidied = {_tidy_name(name): _tidy(value) for name, value in members.items()}
    if len(tidied) != len(members):
        raise ValueError("two names that differ only in their Unicode spelling")
    return tidied


def _tidy_name(name: object) -> str:
    # Above the basic plane the RFC's order (UTF-16) and Python's (code points) part.
    if not isinstance(name, str) or max(name, default="") > _LAST_OF_BASIC_PLANE:
        raise ValueError(f"{name!r} cannot be a name")
    return normalize("NFC", name)
