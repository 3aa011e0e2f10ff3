"""The example figures, moved to another year: every year in them, but none of a regulation."""

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from runut.core.kinerja.model import DataKinerja

_YEAR = re.compile(r"(Nomor \d+ Tahun )?\b(20[23]\d)\b")


def moved_to(data: DataKinerja, tahun: int) -> DataKinerja:
    """``data`` as if its year were ``tahun``; histories and targets move along."""
    years = tahun - data.tahun
    moved = _move(data, years)
    assert isinstance(moved, DataKinerja)  # noqa: S101 - its own kind comes back
    first, last = data.profil.renstra_periode
    profil = replace(moved.profil, renstra_periode=(first + years, last + years))
    return replace(moved, tahun=tahun, profil=profil)


def _move(value: Any, years: int) -> Any:
    if isinstance(value, Enum):
        return value  # some are words, and no year stands in them
    if isinstance(value, str):
        return _YEAR.sub(lambda m: m[0] if m[1] else str(int(m[2]) + years), value)
    if isinstance(value, tuple):
        return tuple(_move(one, years) for one in value)
    if isinstance(value, dict):
        return {_key(key, years): _move(one, years) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        moved = {f.name: _move(getattr(value, f.name), years) for f in fields(value)}
        return type(value)(**moved)
    return value


def _key(key: Any, years: int) -> Any:
    return key + years if isinstance(key, int) else key
