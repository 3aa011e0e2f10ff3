"""Words of a paper as runs for the template: drawable letters, breaks where a word is too wide."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from runut.core.report.blocks import Figure, Gap, Line
from runut.files.typeface import width_of
from runut.files.write.layout.fit import split_across, split_long_words, stays_together
from runut.files.write.layout.letters import drawable


def words_of(raw: str, room: float, size: float) -> str:
    """Words of a heading or caption: only one that is wider than the page is broken."""
    text = drawable(raw)
    widest = max((width_of(word, size, bold=True) for word in text.split()), default=0)
    return split_long_words(text, room, size) if widest > room else text


@lru_cache(maxsize=1 << 13)  # each file of a paper, and its working copy, asks for the same lines
def runs_of(line: Line, room: float = 0, size: float = 0) -> Sequence[str | Mapping[str, Any]]:
    """A line as runs; where the room is known, words wider than it may break anywhere."""

    texts = [drawable(part.ask if isinstance(part, Gap) else part.text) for part in line]
    runs: list[str | Mapping[str, Any]] = []
    for part, text in zip(line, split_across(texts, room, size) if room else texts, strict=True):
        if isinstance(part, Gap):
            runs.append({"k": "gap", "t": text})
        elif isinstance(part, Figure):
            runs.append({"k": "figure", "t": text, "b": part.bold, "w": stays_together(part)})
        elif part.bold or part.italic or part.change:
            dress = {"b": part.bold, "i": part.italic, "c": part.change}
            runs.append({"k": "text", "t": text, **dress})
        else:
            runs.append(text)
    return runs
