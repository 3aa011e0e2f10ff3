"""What words say, as far as a machine can see it: nothing, little, no number, no cause, a copy.

Nothing here judges a text. It tells a reader where to look, for a cell that is filled with "ya"
is filled, and says nothing.
"""

import re
from collections.abc import Mapping, Sequence

from runut.core.words.items import listed

SEDIKIT_KATA = 10
"""Below so many words a text is called short: a choice of ours, printed wherever it is used."""

_SAMA = 0.8
"""Two texts that share so large a part of their words are called nearly the same."""

_FILLER = listed(
    "ya iya y ok oke sip siap tidak tdk bukan ada sudah sdh belum blm telah akan segera baik "
    "sangat lengkap sesuai cukup memadai selesai tuntas tercapai terlaksana terpenuhi terlampir "
    "lampiran lihat nihil sama idem sda dst dsb dll isi diisi terisi test tes coba xx xxx na nan "
    "none null kosong dan atau yang di ke dari dengan saja juga semua seluruh semuanya lancar aman "
    "berjalan dilaksanakan dilakukan dijalankan dicapai target rencana"
)
"""Words that carry nothing by themselves; a text of these alone answers no question."""

_NUMBER_WORDS = listed(
    "dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus seratus "
    "ribu seribu juta miliar triliun persen separuh setengah"
)
_CAUSE = re.compile(
    r"karena|sebab|akibat|sehingga|berkat|lantaran|pengaruh|dorong|dukung|picu|faktor|hambat|"
    r"kendala|dampak|imbas"
)
_ITEM = re.compile(r"(?m)^\s*\d{1,2}[.)]\s+")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_QUOTE = 40


def says_nothing(text: str) -> bool:
    """Whether a text is empty, or holds only words such as "ya", "sudah" or a dash.

    >>> says_nothing("Ya."), says_nothing("1. Sudah 2. Sudah"), says_nothing("-")
    (True, True, True)
    >>> says_nothing("ya ya ya"), says_nothing("Telah dilaksanakan dengan baik.")
    (True, True)
    >>> says_nothing("Jadwal dibahas setiap pekan."), says_nothing("Pandemi")
    (False, False)
    """
    words = words_in(text)
    is_repeated = len(words) > 2 and len(set(words)) == 1
    return is_repeated or all(word in _FILLER or len(word) == 1 for word in words)


def is_said(words: Mapping[str, str], key: str) -> bool:
    """Whether something is said under ``key``; "ya" is not."""
    return key in words and not says_nothing(words[key])


def denies(text: str) -> bool:
    """Whether a text says that there is none: an answer where only that was asked."""
    return bool(re.search(r"\btidak ada\b|\bnihil\b", text.casefold()))


def quoted(text: str) -> str:
    """The text itself, short enough to be named in a sentence."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= _LONGEST_QUOTE else line[:_LONGEST_QUOTE].rstrip() + '…'}”"


def words_in(text: str) -> list[str]:
    """The words of a text in small letters, without numbers.

    >>> words_in("1. Sudah dibahas")
    ['sudah', 'dibahas']
    """
    return _LETTERS.findall(text.casefold())


def is_short(text: str) -> bool:
    return len(_ITEM.sub("", text).split()) < SEDIKIT_KATA


def has_number(text: str) -> bool:
    """Whether a text names a number, in digits or in words; those of a list do not count.

    >>> has_number("1. Rapat dipercepat"), has_number("Satu dari dua belas dokumen terlambat")
    (False, True)
    """
    bare = _ITEM.sub("", text)
    return any(sign.isdigit() for sign in bare) or not _NUMBER_WORDS.isdisjoint(words_in(bare))


def names_cause(text: str) -> bool:
    """Whether a text uses a word that ties an effect to a cause.

    >>> names_cause("Keterlambatan disebabkan data"), names_cause("Dokumen sudah disampaikan")
    (True, False)
    """
    return bool(_CAUSE.search(text.casefold()))


def copies_in(texts: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Which texts are nearly the same as an earlier one: (where, where it was first).

    Numbers are left out, so a text in which only these were changed is a copy too.

    >>> copies_in(["Rapat dipercepat sepekan", "Rapat dipercepat sepekan!", "Lain sekali"])
    ((1, 0),)
    """
    bags = [frozenset(words_in(text)) for text in texts]
    found: dict[int, int] = {}
    by_size = sorted(range(len(bags)), key=lambda n: len(bags[n]))
    for place, one in enumerate(by_size):
        for other in by_size[place + 1 :]:
            if len(bags[one]) < _SAMA * len(bags[other]):
                break
            if _are_alike(bags[one], bags[other]):
                later, earlier = max(one, other), min(one, other)
                found[later] = min(earlier, found.get(later, earlier))
    return tuple(sorted(found.items()))


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared > 0 and shared >= _SAMA * (len(one) + len(other) - shared)
