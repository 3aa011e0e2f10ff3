"""An analysis that stands, word for word but for its numbers, under another sasaran too."""

from collections.abc import Iterator, Mapping

from runut.core.report.lakip.wording import copies_in, words_in

_LONG = 12
"""Fewer words may be the same by chance: "Koordinasi berjalan baik."."""


def copied_sections(
    words: Mapping[str, str], homes: Mapping[str, str]
) -> Iterator[tuple[str, str, int, str]]:
    """(section, where it stood first, place, paragraph) of every copy. ``homes``: the sasaran of a
    section."""
    places, texts = [], []
    for key, text in words.items():
        if not homes.get(key):
            continue
        at = 0
        for line in text.split("\n"):
            if len(words_in(line)) >= _LONG:
                places.append((key, at, line))
                texts.append(line)
            at += len(line) + 1
    for later, earlier in copies_in(texts):
        key, at, line = places[later]
        first = places[earlier][0]
        if homes[key] != homes[first]:
            yield key, first, at, line
