"""Events and states as plain JSON values and back: what a database, a chain and an export keep.

Strict, because what was stored is evidence: an unknown tag or field, a value of another kind or a
time without its offset raises ValueError. How a class is written is worked out once, at import.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from json import JSONEncoder, loads
from types import MappingProxyType, UnionType
from typing import cast, get_args, get_origin, get_type_hints

from runut.core.case.events import (
    CaseCancelled,
    CasePaused,
    CaseRenamed,
    CaseResumed,
    CaseStarted,
    DelegationEnded,
    DueChanged,
    Event,
    HoldersChanged,
    ManagerChanged,
    RoleDelegated,
    StepAssigned,
    StepCompleted,
    StepConfirmed,
    StepReturned,
    StepStarted,
    WorkChanged,
)
from runut.core.case.model import CaseState, StepState

Json = dict[str, object]
_Encode = Callable[[object], object] | None
"""None where the value is its own JSON."""
_Decode = Callable[[object], object]

_TAGS: Mapping[str, type[Event]] = {
    "dimulai": CaseStarted,
    "langkah_dikerjakan": StepStarted,
    "langkah_dikonfirmasi": StepConfirmed,
    "langkah_ditugaskan": StepAssigned,
    "langkah_selesai": StepCompleted,
    "langkah_dikembalikan": StepReturned,
    "peran_didelegasikan": RoleDelegated,
    "pendelegasian_diakhiri": DelegationEnded,
    "pemegang_diganti": HoldersChanged,
    "pengelola_diganti": ManagerChanged,
    "nama_diganti": CaseRenamed,
    "batas_diganti": DueChanged,
    "jenis_diganti": WorkChanged,
    "ditunda": CasePaused,
    "dilanjutkan": CaseResumed,
    "dibatalkan": CaseCancelled,
}
"""Stored for ever: a class may be renamed, its tag may not."""

TAGS = frozenset(_TAGS)

_TAG_OF = {kind: tag for tag, kind in _TAGS.items()}


def event_to_dict(event: Event) -> Json:
    """The event as JSON values, its kind under ``jenis``."""
    encode, _ = _EVENTS[type(event)]
    return {"jenis": _TAG_OF[type(event)], **cast(Json, encode(event))}


def event_from_dict(data: Mapping[str, object]) -> Event:
    """The event that ``event_to_dict`` wrote.

    Raises ValueError for an unknown kind or field, a missing field, a value of another kind.
    """
    rest = dict(data)
    tag = rest.pop("jenis", None)
    if not isinstance(tag, str) or tag not in _TAGS:
        raise ValueError(f"unknown kind of event {tag!r}")
    _, decode = _EVENTS[_TAGS[tag]]
    return cast(Event, decode(rest))


def state_to_dict(state: CaseState) -> Json:
    """The state as JSON values: the snapshot that saves a replay."""
    return cast(Json, _STATE[0](state))


def state_to_text(state: CaseState) -> str:
    """The state as JSON text. Steps that did not change since the last act are not spelled anew."""
    rest = state_to_dict(replace(state, steps=MappingProxyType({})))
    del rest["steps"]
    steps = ",".join(f"{_to_json(no)}:{_step_text(step)}" for no, step in state.steps.items())
    return f'{_to_json(rest)[:-1]},"steps":{{{steps}}}}}'


_step_texts: dict[int, tuple[StepState, str]] = {}
"""By identity: to compare two steps costs as much as to spell one. Holding it keeps it apart."""
_STEP_TEXTS_KEPT = 4096


def _step_text(step: StepState) -> str:
    known = _step_texts.get(id(step))
    if known is not None:
        return known[1]
    if len(_step_texts) >= _STEP_TEXTS_KEPT:
        _step_texts.clear()
    _step_texts[id(step)] = step, (text := _to_json(_STEP[0](step)))
    return text


def state_from_text(text: str) -> CaseState:
    """The state that ``state_to_text`` wrote. Raises ValueError as ``event_from_dict`` does."""
    return state_from_dict(loads(text))


def state_from_dict(data: Mapping[str, object]) -> CaseState:
    """The state that ``state_to_dict`` wrote. Raises ValueError as ``event_from_dict`` does."""
    return cast(CaseState, _STATE[1](dict(data)))


def _codec_of_class(kind: type) -> tuple[Callable[[object], object], _Decode]:
    hints = get_type_hints(kind)
    parts = {field.name: _codec_of(hints[field.name]) for field in fields(kind)}
    encoders = [(name, encode) for name, (encode, _) in parts.items()]
    decoders = {name: decode for name, (_, decode) in parts.items()}
    required = {
        field.name
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING
    }

    def encode(value: object) -> object:
        return {
            name: getattr(value, name) if write is None else write(getattr(value, name))
            for name, write in encoders
        }

    def decode(data: object) -> object:
        if not isinstance(data, dict):
            raise ValueError(f"{kind.__name__} is not an object")
        if unknown := data.keys() - decoders.keys():
            raise ValueError(f"{kind.__name__} has no field {', '.join(sorted(map(str, unknown)))}")
        if missing := required - data.keys():
            raise ValueError(f"{kind.__name__} lacks {', '.join(sorted(missing))}")
        return kind(**{name: decoders[name](value) for name, value in data.items()})

    return encode, decode


def _codec_of(hint: object) -> tuple[_Encode, _Decode]:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is tuple:
        return _codec_of_tuple(inner[0])
    if origin is UnionType:
        return _codec_of_optional(inner[0])
    if origin is not None:
        return _codec_of_mapping(inner[1])
    kind = cast(type, hint)
    if is_dataclass(kind):
        return _codec_of_class(kind)
    return _codec_of_word(kind)


def _codec_of_word(kind: type) -> tuple[_Encode, _Decode]:
    if issubclass(kind, datetime):
        return _moment_to_text, _moment_from_text
    if issubclass(kind, date):
        return lambda value: cast(date, value).isoformat(), _date_from_text
    if issubclass(kind, StrEnum):
        return lambda value: cast(StrEnum, value).value, kind

    def decode(data: object) -> object:
        if type(data) is not kind:
            raise ValueError(f"{data!r} is not of kind {kind.__name__}")
        return data

    return None, decode


def _codec_of_tuple(inner: object) -> tuple[_Encode, _Decode]:
    write, read = _codec_of(inner)

    def encode(value: object) -> object:
        items = cast(tuple[object, ...], value)
        return list(items) if write is None else [write(item) for item in items]

    def decode(data: object) -> object:
        if not isinstance(data, list):
            raise ValueError(f"{data!r} is not a list")
        return tuple(read(item) for item in data)

    return encode, decode


def _codec_of_optional(inner: object) -> tuple[_Encode, _Decode]:
    write, read = _codec_of(inner)

    def encode(value: object) -> object:
        return value if value is None or write is None else write(value)

    return encode, lambda data: None if data is None else read(data)


def _codec_of_mapping(inner: object) -> tuple[_Encode, _Decode]:
    write, read = _codec_of(inner)

    def encode(value: object) -> object:
        items = cast(Mapping[str, object], value)
        return {name: item if write is None else write(item) for name, item in items.items()}

    def decode(data: object) -> object:
        if not isinstance(data, dict) or not all(isinstance(name, str) for name in data):
            raise ValueError(f"{data!r} is not an object")
        return MappingProxyType({name: read(item) for name, item in data.items()})

    return encode, decode


def _moment_to_text(value: object) -> str:
    moment = cast(datetime, value)
    if moment.tzinfo is None:
        raise ValueError(f"the time {moment.isoformat()} has no offset")
    return moment.isoformat()


def _moment_from_text(data: object) -> datetime:
    if not isinstance(data, str):
        raise ValueError(f"{data!r} is not a time")
    moment = datetime.fromisoformat(data)
    if moment.tzinfo is None:
        raise ValueError(f"the time {data} has no offset")
    return moment


def _date_from_text(data: object) -> date:
    if not isinstance(data, str):
        raise ValueError(f"{data!r} is not a date")
    return date.fromisoformat(data)


_EVENTS = {kind: _codec_of_class(kind) for kind in _TAGS.values()}
_STATE = _codec_of_class(CaseState)
_STEP = _codec_of_class(StepState)
_to_json = JSONEncoder(separators=(",", ":")).encode
