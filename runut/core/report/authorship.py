"""Whose words stand in a text that several people have written one after the other."""

from collections.abc import Iterable
from difflib import SequenceMatcher


def standing_writers(versions: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Everybody who wrote a word that still stands in the last of ``versions``.

    ``versions`` are (writer, text), oldest first. A word that a later writer left as it was stays
    its first writer's; one that was struck out is nobody's any more.

    >>> sorted(standing_writers([("a", "satu dua tiga"), ("b", "satu dua empat")]))
    ['a', 'b']
    >>> sorted(standing_writers([("a", "satu dua"), ("b", "tiga empat")]))
    ['b']
    """
    owners: list[str] = []
    before: list[str] = []
    for writer, text in versions:
        after = text.split()
        owners = _carried_over(before, owners, after, writer)
        before = after
    return frozenset(owners)


def _carried_over(before: list[str], owners: list[str], after: list[str], writer: str) -> list[str]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found = [writer] * len(after)
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            found[block.b + offset] = owners[block.a + offset]
    return found
