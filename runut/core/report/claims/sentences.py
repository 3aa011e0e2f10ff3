"""A text cut into sentences, where "Drs. H. Bambang, M.Si." ends none."""

import re
from collections.abc import Iterator

from runut.core.report.claims.model import Sentence
from runut.core.words.items import listed

_END = re.compile(r"(?<=[.!?])[\"”')]*\s+(?=[\"“'(]?[A-Z0-9])|;\s+")
_SHORT = listed(
    "drs dra dr drg ir prof apt ns kh h hj st tn ny kec kab kel no nomor rp s.d sdr plt plh pj "
    "dll dsb dst thn ta t.a yth a.n u.b"
)
_WORD_BEFORE = re.compile(r"(?:([\w.’'-]+),?\s+)?([\w.’'-]+)\.[\"”')]*$")
_LIST_MARK = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)]|[a-z][.)])\s+")


def sentences_of(text: str) -> Iterator[Sentence]:
    """The sentences of a section with their places; a line is a paragraph."""
    at = 0
    for number, line in enumerate(text.split("\n")):
        mark = _LIST_MARK.match(line)
        begin = mark.end() if mark else 0
        for end in (*_ends(line, begin), len(line)):
            piece = line[begin:end]
            bare = piece.strip()
            if bare:
                lead = len(piece) - len(piece.lstrip())
                yield Sentence(bare, at + begin + lead, number)
            begin = end
        at += len(line) + 1


def _ends(line: str, begin: int) -> Iterator[int]:
    for match in _END.finditer(line, begin):
        before = _WORD_BEFORE.search(line[: match.start()])
        if before and _is_short(before[2], before[1] or "") and not match[0].startswith(";"):
            continue
        yield match.end()


def _is_short(word: str, earlier: str) -> bool:
    """Whether a stop after this word belongs to it: a title, an abbreviation, the initial of a
    name; a lone capital after a small word is a rating."""
    if word.casefold() in _SHORT or ("." in word and not word[-1].isdigit()):
        return True
    return len(word) == 1 and word.isupper() and earlier[:1].isupper()
