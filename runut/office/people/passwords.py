"""Passwords that anybody would try first at this office: its own words, and nothing else."""

import re
from typing import Any

from django.core.exceptions import ValidationError

CODE = "password_of_own_words"
_OF_EVERY_OFFICE = frozenset(
    [
        *("runut", "lakip", "sakip", "kinerja", "kantor", "biro", "dinas", "badan", "bagian"),
        *("pemerintah", "provinsi", "kabupaten", "kota", "indonesia", "admin", "password"),
        *("rahasia", "katasandi", "sandi", "selamat", "merdeka"),
    ]
)
"""What stands on every form of an office, and what a password is called."""
_LEAST_OF_ITS_OWN = 6
"""Letters and figures that have to be left when the known words are taken out."""
_SHORTEST_WORD = 4


class OwnWords:
    """A password needs something that is neither the person's, nor the office's, nor a year."""

    def validate(self, password: str, user: Any = None) -> None:
        left = password.lower()
        for word in sorted(_known_words(user), key=len, reverse=True):
            left = left.replace(word, "")
        left = re.sub(r"(?:19|20)\d\d|[\W_]", "", left)
        if len(left) < min(_LEAST_OF_ITS_OWN, len(re.sub(r"[\W_]", "", password))):
            raise ValidationError("own words", code=CODE)

    def get_help_text(self) -> str:
        return "Bukan nama Saudara, kantor, atau tahun saja."


def _known_words(user: Any) -> set[str]:
    office = getattr(user, "office", None)
    told = (
        *(getattr(user, name, "") or "" for name in ("nama", "username", "nip", "email")),
        *(getattr(office, name, "") or "" for name in ("nama", "kode")),
    )
    found = {word for one in told for word in re.split(r"[\W_]+", one.lower())}
    return {word for word in found if len(word) >= _SHORTEST_WORD} | _OF_EVERY_OFFICE
