"""JSON that people write by hand: every value with the line it stands in."""

import json
import re
from dataclasses import dataclass
from typing import Any

from runut.core.findings import Finding, Level, Place

Path = tuple[str | int, ...]
"""The way to a value: names of fields, and places in lists counted from 0."""

_SPACE = re.compile(r"[ \t\r\n]*")
_DEEPEST = 20


@dataclass(frozen=True)
class PlacedJson:
    """The value of a document, the line of every part of it, and names written twice."""

    value: Any
    lines: dict[Path, int]
    repeated: tuple[Path, ...] = ()


def read_placed_json(data: bytes) -> tuple[PlacedJson | None, tuple[Finding, ...]]:
    """Read a JSON document; what is wrong with its signs is said by line and column."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, (_finding("Berkas tidak disimpan sebagai teks UTF-8.", 1, 1),)
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        return None, (_finding(_SIGNS, error.lineno, error.colno),)
    except RecursionError:
        return None, (_finding(_TOO_DEEP, 1, 1),)
    walk = _Walk(text)
    if not walk.value(0, ()):
        return None, (_finding(_TOO_DEEP, 1, 1),)
    lines = {path: text.count("\n", 0, at) + 1 for path, at in walk.places.items()}
    return PlacedJson(value, lines, tuple(walk.repeated)), ()


_SIGNS = (
    "Susunan JSON rusak: periksa tanda kutip, koma (tidak boleh ada koma sesudah isi terakhir), "
    "dan kurung di sekitar tempat ini."
)
_TOO_DEEP = "Kurung bersarang terlalu dalam."


def _finding(pesan: str, line: int, column: int) -> Finding:
    return Finding("json_rusak", Level.BLOCKER, pesan, letak=Place(baris=line, kolom=column))


class _Walk:
    """Goes through a text that is known to be JSON and notes where each value begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: dict[Path, int] = {}
        self.repeated: list[Path] = []
        self._decoder = json.JSONDecoder()

    def value(self, at: int, path: Path) -> int:
        """Note the value at ``at``; the answer is where it ends, 0 if it lies too deep."""
        at = self._skip(at)
        if path in self.places:
            self.repeated.append(path)
        self.places[path] = at
        if self.text[at] not in "{[":
            return self._decoder.raw_decode(self.text, at)[1]
        return self._parts(at, path) if len(path) < _DEEPEST else 0

    def _parts(self, at: int, path: Path) -> int:
        has_names = self.text[at] == "{"
        at, number = self._skip(at + 1), 0
        while self.text[at] not in "}]":
            part: str | int = number
            if has_names:
                part, at = self._decoder.raw_decode(self.text, at)
                at = self._skip(at) + 1  # the colon
            at = self.value(at, (*path, part))
            if not at:
                return 0
            at, number = self._skip(at), number + 1
            if self.text[at] == ",":
                at = self._skip(at + 1)
        return at + 1

    def _skip(self, at: int) -> int:
        space = _SPACE.match(self.text, at)
        return space.end() if space else at
