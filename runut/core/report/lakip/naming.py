"""How the office and its indicators are named in running text."""

from collections.abc import Sequence

from runut.core.kinerja.model import Polaritas, Profil

_SMALL_WORDS = frozenset(("dan", "di", "ke", "dari", "untuk", "pada", "yang", "serta", "atas"))

MAKIN_BAIK = {
    Polaritas.NAIK: "makin tinggi makin baik",
    Polaritas.TURUN: "makin rendah makin baik",
    Polaritas.RENTANG: "baik bila berada di dalam rentang target",
    Polaritas.STABIL: "makin dekat dengan target makin baik",
    Polaritas.PREDIKAT: "makin tinggi predikatnya makin baik",
}


def unit_name(profil: Profil) -> str:
    """The unit in running text, from the last line of its letterhead."""
    return in_running_text(profil.instansi[-1]) if profil.instansi else profil.singkatan


def full_name(profil: Profil) -> str:
    """The unit with what it belongs to, nearest first, as a sentence introduces it.

    The word "Pemerintah" of the top line is left out after the names below it.
    """
    names = [in_running_text(one) for one in reversed(profil.instansi)]
    below = [name.removeprefix("Pemerintah ") for name in names[1:]]
    return " ".join([*names[:1], *below]) or profil.singkatan


def in_running_text(name: str) -> str:
    """A name that is set in capitals on a letterhead, with capitals only where a name has them.

    >>> in_running_text("DINAS SOSIAL DAN PANGAN"), in_running_text("Bagian Tata Usaha")
    ('Dinas Sosial dan Pangan', 'Bagian Tata Usaha')
    """
    if not name.isupper():
        return name
    words = name.lower().split()
    return " ".join(word if word in _SMALL_WORDS else word.capitalize() for word in words)


def join_words(parts: Sequence[str]) -> str:
    """
    >>> join_words(["satu"]), join_words(["satu", "dua"]), join_words(["a", "b", "c"])
    ('satu', 'satu dan dua', 'a, b, dan c')
    """
    if len(parts) < 3:
        return " dan ".join(parts)
    return f"{', '.join(parts[:-1])}, dan {parts[-1]}"
