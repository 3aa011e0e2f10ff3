"""Addresses of a sheet: its cells, its merged blocks, counted from 0."""

from collections.abc import Iterator
from dataclasses import dataclass
from re import compile as pattern

from runut.files.read.xlsx.axis import MOST_COLUMNS, MOST_ROWS
from runut.files.read.xlsx.parts import Node

Address = tuple[int, int]

_ADDRESS = pattern(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


@dataclass(frozen=True)
class Merge:
    """A merged block: its first and last row and column, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


def cell_addresses(sheet: Node) -> Iterator[tuple[Address, Node]]:
    """The cells that a sheet writes down; one without an address follows the one before it."""
    row_after = 0
    for row in sheet.iterfind("{*}sheetData/{*}row"):
        number = row.get("r", "")
        line = int(number) - 1 if number.isdecimal() else row_after
        row_after, column_after = line + 1, 0
        for node in row.iterfind("{*}c"):
            address = parse_address(node.get("r", "")) or (line, column_after)
            column_after = address[1] + 1
            yield address, node


def read_merges(sheet: Node) -> list[Merge]:
    """The merged blocks of a sheet."""
    merges = []
    for node in sheet.iterfind("{*}mergeCells/{*}mergeCell"):
        first, _, last = node.get("ref", "").partition(":")
        begin, end = parse_address(first), parse_address(last or first)
        if begin is not None and end is not None and begin != end:
            merges.append(Merge(*begin, *end))
    return merges


def parse_address(address: str) -> Address | None:
    """Row and column, counted from 0, of an address such as ``C7``."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(found[2])
    is_on_sheet = 1 <= row <= MOST_ROWS and column <= MOST_COLUMNS
    return (row - 1, column - 1) if is_on_sheet else None


def address_words(row: int, column: int) -> str:
    """An address as Excel writes it.

    >>> address_words(6, 27)
    'AB7'
    """
    letters, rest = "", column + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(ord("A") + place) + letters
    return f"{letters}{row + 1}"
