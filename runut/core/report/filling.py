"""What the names of an office's own template stand for in one paper.

It travels with the paper, so that Word's file from a template and our own drawing say the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Row = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Filling:
    """``jenis`` is the kind of template, ``kata`` name and words, ``baris`` each group's rows."""

    jenis: str
    kata: Row
    baris: tuple[tuple[str, tuple[Row, ...]], ...] = ()

    @property
    def words(self) -> dict[str, str]:
        return dict(self.kata)

    def with_word(self, name: str, text: str) -> "Filling":
        """The filling with another word in the place of one."""
        words = tuple((one, text if one == name else said) for one, said in self.kata)
        return Filling(self.jenis, words, self.baris)

    @property
    def groups(self) -> dict[str, list[dict[str, str]]]:
        return {name: [dict(row) for row in rows] for name, rows in self.baris}


def filling(
    jenis: str, baris: Mapping[str, Iterable[Mapping[str, str]]] | None = None, /, **kata: str
) -> Filling:
    """A filling from words by name and rows by group.

    >>> filling("nota", {"tugas": [{"isi": "rapat"}]}, hal="Rapat").groups
    {'tugas': [{'isi': 'rapat'}]}
    """
    rows = {} if baris is None else baris
    return Filling(
        jenis,
        tuple(kata.items()),
        tuple((name, tuple(tuple(row.items()) for row in given)) for name, given in rows.items()),
    )


def lines(name: str, texts: Sequence[str]) -> list[dict[str, str]]:
    """Rows of one word each (those who get a copy, the tasks of an order)."""
    return [{name: text} for text in texts]
