"""What is printed at the edge of every page and belongs to none of them: page numbers, stamps."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from runut.core.sop.reading.canvas import Page, Words

_EDGE: Final = 0.1
"""Share of a page's height at its lower edge, and half of it at its upper one."""
_PAGE_NUMBER: Final = re.compile(
    r"(?i)\W*(?:(?:halaman|hal|page)\W*\d+(?:\W*(?:dari|of|/)\W*\d+)?|\d+\s*(?:dari|of|/)\s*\d+)\W*"
)


def without_footers(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages without page numbers, and without words that stand at the edge of several."""
    seen = Counter(
        key for page in pages for key in {_key(w) for w in page.words if _at_edge(w, page)}
    )
    return tuple(
        replace(
            page,
            words=tuple(
                words
                for words in page.words
                if not (
                    _at_edge(words, page)
                    and (seen[_key(words)] > 1 or _PAGE_NUMBER.fullmatch(words.text))
                )
            ),
        )
        for page in pages
    )


def _key(words: Words) -> tuple[str, int]:
    """Words alike but for their numbers, in the same place across the page."""
    return re.sub(r"\d+", "0", words.text), round(words.box.left / 20) if words.box else 0


def _at_edge(words: Words, page: Page) -> bool:
    """Whether words stand in the margin below, or in the narrow one above, outside all tables."""
    if words.box is None:
        return False
    return words.box.top > (1 - _EDGE) * page.height or words.box.bottom < _EDGE / 2 * page.height
