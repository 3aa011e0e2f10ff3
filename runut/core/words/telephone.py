"""Telephone numbers as people type them, kept in the one form that WhatsApp understands."""

import re
from typing import Final

_TYPED: Final = re.compile(r"\+?[\d\s().\-]+")
_SHORTEST, _LONGEST = 9, 15


def read_telephone(text: str) -> tuple[str, str]:
    """(the number as +62…, what is wrong with it): one of both is empty.

    >>> read_telephone("0812-3456-7890")[0], read_telephone("62 812 3456 7890")[0]
    ('+6281234567890', '+6281234567890')
    >>> read_telephone("81234567890")[0], read_telephone("(0561) 736541")[0]
    ('+6281234567890', '+62561736541')
    >>> read_telephone("0812")[1]
    'Nomor telepon “0812” terlalu pendek. Tulis misalnya 0812 3456 7890.'
    """
    words = text.strip()
    if not words:
        return "", ""
    if not _TYPED.fullmatch(words) or not any(sign.isdigit() for sign in words):
        return "", f"Nomor telepon “{words}” bukan angka. Tulis misalnya 0812 3456 7890."
    digits = re.sub(r"\D", "", words)
    if not words.startswith("+"):
        # Excel drops the zero at the start
        digits = digits if digits.startswith("62") else f"62{digits.removeprefix('0')}"
    if not _SHORTEST <= len(digits) <= _LONGEST:
        size = "pendek" if len(digits) < _SHORTEST else "panjang"
        return "", f"Nomor telepon “{words}” terlalu {size}. Tulis misalnya 0812 3456 7890."
    return f"+{digits}", ""


def format_telephone(number: str) -> str:
    """A kept number as people read it; anything else as it was written.

    >>> format_telephone("+6281234567890"), format_telephone("+62561736541")
    ('0812 3456 7890', '0561 7365 41')
    """
    if not re.fullmatch(r"\+62\d{7,}", number):
        return number
    digits = f"0{number[3:]}"
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def whatsapp_url(number: str) -> str:
    """Where a message to a mobile number begins; "" where there is none.

    >>> whatsapp_url("+6281234567890"), whatsapp_url("+62561736541")
    ('https://wa.me/6281234567890', '')
    """
    return f"https://wa.me/{number[1:]}" if number.startswith("+628") else ""
