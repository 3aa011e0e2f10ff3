"""Who may make the first office: somebody at this computer, or whoever has the code of its start.

So that nobody else in the network takes an office that is just being set up.
"""

import hmac
import secrets
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from runut.files.store import write_whole
from runut.office.reach import is_loopback

_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_GROUPS, _SIZE = 3, 4
_TRIES, _WINDOW_S = 10, 15 * 60
"""Wrong codes, from wherever, before everybody waits a quarter of an hour."""
_FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")


def new_code() -> str:
    """A code for this start; the one of an earlier start is void."""
    groups = ["".join(secrets.choice(_ALPHABET) for _ in range(_SIZE)) for _ in range(_GROUPS)]
    code = "-".join(groups)
    write_whole(_file(), code.encode())
    return code


def forget_code() -> None:
    """The office is made: no code is good any more."""
    _file().unlink(missing_ok=True)


def is_at_this_computer(request: HttpRequest) -> bool:
    """Whether the page is asked for by this computer itself and by a name of its own.

    What a server in front of us hands on comes from elsewhere, and so does a page that calls this
    computer by a name of its own making.
    """
    is_handed_on = any(request.META.get(name) for name in _FORWARDED)
    host = urlsplit(f"//{request.get_host()}").hostname or ""
    return not is_handed_on and all(map(is_loopback, (request.META.get("REMOTE_ADDR", ""), host)))


def is_code(typed: str) -> bool:
    """Whether this is the code of the running start. Wrong ones are slowed down."""
    try:
        kept = _file().read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    tries = [f"kode-pertama:{number}" for number in range(_TRIES)]
    if cache.get(tries[-1]):
        return False
    if hmac.compare_digest(_plain(typed).encode(), _plain(kept).encode()):
        return True
    next((one for one in tries if cache.add(one, True, _WINDOW_S)), None)
    return False


def _plain(code: str) -> str:
    return "".join(sign for sign in code.upper() if sign in _ALPHABET)


def _file() -> Path:
    return Path(settings.KEYS_DIR) / "kode-pertama"
