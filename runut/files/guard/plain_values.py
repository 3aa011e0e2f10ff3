"""Our own facts as JSON and back: for an answer from a process that has read a hostile file.

Not pickle: unpickling runs what the sender chose, and the sender may have been taken over. Here
the receiver makes nothing but numbers, text, dates, containers, and dataclasses and enums that
Runut itself defines below ``runut.core`` and ``runut.files``; anything else is a ``ValueError``.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

_OURS = ("runut.core.", "runut.files.")

# The name of a type in the JSON, the type, its text, and the way back.
_AS_TEXT: dict[str, tuple[type, Callable[[Any], str], Callable[[str], object]]] = {
    "decimal": (Decimal, str, Decimal),
    "datetime": (datetime, datetime.isoformat, datetime.fromisoformat),
    "date": (date, date.isoformat, date.fromisoformat),
    "time": (time, time.isoformat, time.fromisoformat),
    "bytes": (bytes, lambda data: b64encode(data).decode(), b64decode),
}
_CONTAINERS: dict[str, type[Any]] = {
    "tuple": tuple,
    "list": list,
    "set": set,
    "frozenset": frozenset,
}
_WRITERS = {kind: (name, write) for name, (kind, write, _) in _AS_TEXT.items()}
_NAMES = {kind: name for name, kind in _CONTAINERS.items()}


def to_text(value: object) -> str:
    """``value`` as JSON text. Raises ``ValueError`` for a type that is not one of ours."""
    return json.dumps(_pack(value), ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> Any:
    """The value that ``to_text`` was given. Raises ``ValueError`` for everything else."""
    try:
        return _unpack(json.loads(text))
    except (TypeError, KeyError, IndexError, ArithmeticError, RecursionError) as error:
        raise ValueError("not a value of ours") from error


def _pack(value: object) -> object:
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, Enum):
        return ["enum", _path(type(value)), value.name]
    kind: Any = type(value)
    if kind in _WRITERS:
        name, write = _WRITERS[kind]
        return [name, write(value)]
    if kind in _NAMES:
        return [_NAMES[kind], [_pack(item) for item in value]]  # type: ignore[attr-defined]
    if isinstance(value, dict):
        return ["dict", [[_pack(key), _pack(item)] for key, item in value.items()]]
    if is_dataclass(value) and not isinstance(value, type):
        members = {name: _pack(getattr(value, name)) for name in _members(kind)}
        return ["fact", _path(kind), members]
    raise ValueError(f"{type(value).__name__} does not travel")


def _unpack(packed: Any) -> Any:
    if not isinstance(packed, list):
        if isinstance(packed, dict):
            raise ValueError("a bare object")
        return packed
    name, *rest = packed
    if name in _AS_TEXT:
        return _AS_TEXT[name][2](*rest)
    if name in _CONTAINERS:
        (items,) = rest
        return _CONTAINERS[name](_unpack(item) for item in items)
    if name == "dict":
        (pairs,) = rest
        return {_unpack(key): _unpack(item) for key, item in pairs}
    path, content = rest
    found = _class_at(path)
    if name == "enum" and issubclass(found, Enum):
        return found[content]
    if name == "fact" and is_dataclass(found):
        return found(**{part: _unpack(item) for part, item in content.items()})
    raise ValueError(f"{name!r} is no value of ours")


@cache
def _members(kind: Any) -> tuple[str, ...]:
    return tuple(part.name for part in fields(kind))


def _path(kind: type) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"


@lru_cache(maxsize=500)
def _class_at(path: str) -> type:
    module_name, _, name = path.partition(":")
    if not module_name.startswith(_OURS):
        raise ValueError(f"{module_name!r} is not ours")
    try:
        found = getattr(import_module(module_name), name)
    except (ImportError, AttributeError) as error:
        raise ValueError(f"{path!r} is not there") from error
    # A class that a module of ours merely imports is not ours.
    if not isinstance(found, type) or found.__module__ != module_name:
        raise ValueError(f"{path!r} is not a class of ours")
    return found
