"""The code that changes every half minute, as authenticator apps compute it (RFC 6238, RFC 4226).

Six digits, SHA-1, thirty seconds: what every app takes for granted and some take alone.
"""

import hmac
from base64 import b32encode
from datetime import datetime

STEP_S, DIGITS = 30, 6
_DRIFT = 1
"""So many steps a telephone's clock may be ahead or behind (RFC 6238, 5.2)."""


def counter_at(moment: datetime) -> int:
    """The number of half minutes since 1970."""
    return int(moment.timestamp()) // STEP_S


def code_at(secret: bytes, counter: int) -> str:
    """The code of one half minute.

    >>> code_at(b"12345678901234567890", 1)
    '287082'
    """
    digest = hmac.digest(secret, counter.to_bytes(8, "big"), "sha1")
    start = digest[-1] & 0x0F
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def counter_of(secret: bytes, typed: str, at: datetime) -> int | None:
    """The half minute whose code was typed, None where it is the code of none around ``at``."""
    plain = "".join(typed.split())
    now = counter_at(at)
    for counter in range(now - _DRIFT, now + _DRIFT + 1):
        if hmac.compare_digest(code_at(secret, counter).encode(), plain.encode()):
            return counter
    return None


def in_base32(secret: bytes) -> str:
    return b32encode(secret).decode().rstrip("=")


def in_text(secret: bytes) -> str:
    """The secret as it is typed into an app that cannot look at a picture, in groups of four."""
    text = in_base32(secret)
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))
