"""NIP, the number of a civil servant, as papers print it."""


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
