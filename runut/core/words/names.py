"""Names of offices, and the number of a civil servant (NIP), as papers print them."""

import re
from typing import Final

_NIP: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(\d{4})(\d{2})[12]\d{3}")
_SMALL_WORDS: Final = frozenset(
    ("dan", "di", "ke", "dari", "untuk", "pada", "yang", "serta", "atas")
)


def in_running_text(name: str) -> str:
    """A name that is set in capitals on a letterhead, with capitals only where a name has them.

    >>> in_running_text("DINAS SOSIAL DAN PANGAN"), in_running_text("Bagian Tata Usaha")
    ('Dinas Sosial dan Pangan', 'Bagian Tata Usaha')
    """
    if not name.isupper():
        return name
    words = name.lower().split()
    return " ".join(word if word in _SMALL_WORDS else word.capitalize() for word in words)


def format_nip(nip: str) -> str:
    """An 18-digit NIP as it is printed; anything else as it was written.

    >>> format_nip("197507302001121001")
    '19750730 200112 1 001'
    >>> format_nip("-")
    '-'
    """
    digits = nip.replace(" ", "")
    if len(digits) != 18 or not digits.isdigit():
        return nip
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


def is_nip(nip: str) -> bool:
    """18 digits: date of birth, month of appointment, sex, serial number.

    >>> is_nip("197507302001121001"), is_nip("197513302001121001")
    (True, False)
    """
    found = _NIP.fullmatch(nip)
    if not found:
        return False
    year, month, day, _, appointed = (int(part) for part in found.groups())
    return 1 <= month <= 12 and 1 <= day <= 31 and year > 1899 and 1 <= appointed <= 12
