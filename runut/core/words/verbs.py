"""The Indonesian of procedures: which words are acts, and which words mean the same act.

*memeriksa*, *pemeriksaan* and *diperiksa* share one key; that is all the grammar we need.
"""

import re
from functools import lru_cache
from typing import Final

from runut.core.words.items import listed

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NO_VERBS: Final = listed(
    "mekanisme media medis melalui menit memo memorandum menteri mengenai menurut meja metode "
    "merah meter menengah mesin merupakan membran mereka memang meskipun menjadi mencakup "
    "melainkan memuat mentah merek mengingat menimbang"
)
_FILLERS: Final = listed(
    "dan atau yang di ke dari dengan untuk pada oleh serta kepada para ini itu sudah telah hasil "
    "akan agar dalam tentang atas secara bila jika apabila sebelum sesudah setelah nya lain "
    "tersebut sebagai adalah semua setiap"
)
_ALIKE: Final = {
    "notulensi": "notulen",
    "notula": "notulen",
    "notulis": "notulen",
    "review": "reviu",
    "konsep": "draft",
    "draf": "draft",
    "rancangan": "draft",
    "undang": "undangan",
    "berkas": "dokumen",
}
_WHOLE_ROOTS: Final = {
    "periksa": "memeriksa",
    "diperiksa": "memeriksa",
    "perbaikan": "perbaiki",
    "disposisi": "pendisposisian",
    "terima": "menerima",
    "terbit": "menerbitkan",
}
"""Words whose own beginning or end looks like a prefix or suffix, by a form that has both."""

_NASAL: Final = ("meny", "peny", "meng", "peng", "mem", "pem", "men", "pen")
_PREFIXES: Final = ("memper", "diper", *_NASAL, "ber", "per", "ter", "me", "pe", "di")
_MIN_ROOT: Final = 3


def words(text: str) -> list[str]:
    """The words of a text in small letters, without numbers and signs."""
    return [word.casefold() for word in _WORD.findall(text)]


@lru_cache(maxsize=4096)
def act_key(word: str) -> str:
    """What *memeriksa*, *pemeriksaan*, *diperiksa* and *periksa* have in common.

    The first sound of the root is dropped, because the prefix swallows it: a key, not a root.

    >>> act_key("memeriksa") == act_key("pemeriksaan") == act_key("diperiksa") == "eriksa"
    True
    >>> act_key("menugaskan") == act_key("penugasan")
    True
    """
    plain = _drop_end(_ALIKE.get(word, word), ("nya", "lah"))
    plain = _WHOLE_ROOTS.get(plain, plain)
    root, is_nasal = _drop_prefix(plain)
    root = _drop_end(root, ("kan", "an"))
    root = _drop_end(root, ("i",)) if len(root) >= _MIN_ROOT + 2 else root
    if not is_nasal and root[:1] in set("kpst") and len(root) > _MIN_ROOT:
        root = root[1:]
    return root


@lru_cache(maxsize=4096)
def keys(text: str) -> frozenset[str]:
    """The keys of the words that carry meaning, to compare what two texts speak of."""
    return frozenset(act_key(word) for word in words(text) if word not in _FILLERS)


def verbs(text: str) -> list[str]:
    """The active verbs (*me-*) of a text, in their order.

    >>> verbs("Memeriksa draft LAKIP, memaraf dan menyampaikannya.")
    ['memeriksa', 'memaraf', 'menyampaikannya']
    """
    return [word for word in words(text) if is_verb(word)]


def is_verb(word: str) -> bool:
    """Whether a word is an active verb, as a Kegiatan has to begin with one."""
    return word.startswith("me") and len(word) >= 6 and word not in _NO_VERBS


def verb_keys(text: str) -> list[str]:
    """The keys of the active verbs, in their order."""
    return [act_key(verb) for verb in verbs(text)]


def mentions(text: str, name: str) -> bool:
    """Whether a name stands in a text as whole words, in any case of letters."""
    return bool(name) and _name_pattern(name).search(text) is not None


@lru_cache(maxsize=1024)
def _name_pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)


def _drop_prefix(word: str) -> tuple[str, bool]:
    for prefix in _PREFIXES:
        root = word[len(prefix) :]
        is_prefixed = word.startswith(prefix) and len(root) >= _MIN_ROOT
        if is_prefixed and (prefix not in {"me", "pe"} or root[0] in "lrwyn"):
            return root, prefix in _NASAL
    return word, False


def _drop_end(word: str, ends: tuple[str, ...]) -> str:
    for end in ends:
        if word.endswith(end) and len(word) - len(end) >= _MIN_ROOT:
            return word[: -len(end)]
    return word
