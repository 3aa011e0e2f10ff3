"""How the office and its indicators are named in running text."""

from runut.core.kinerja.model import Polaritas, Profil
from runut.core.words.names import in_running_text

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
