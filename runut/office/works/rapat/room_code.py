"""The code on the screen of the room: it changes every minute, so that only who is there knows it.

It is derived, not stored: from the installation's key, the meeting's own secret and the minute.
"""

from datetime import datetime
from hmac import compare_digest

from django.utils.crypto import salted_hmac

from runut.office.works.rapat.models import Meeting

WINDOW_S = 60
"""How long a code stands. The one before it is accepted too: people type slowly."""
PASS_S = 10 * 60
"""How long somebody has who read the code in time, to find his name and send the form."""
DIGITS = 6


def code_at(meeting: Meeting, at: datetime) -> str:
    """The code that the screen shows at this moment."""
    return _code(meeting, int(at.timestamp()) // WINDOW_S)


def seconds_left(at: datetime) -> int:
    """How long the code of this moment is still shown."""
    return WINDOW_S - int(at.timestamp()) % WINDOW_S


def is_shown(meeting: Meeting, code: str, at: datetime) -> bool:
    """Whether the screen shows this code now, or showed it just before."""
    window = int(at.timestamp()) // WINDOW_S
    typed = "".join(filter(str.isdecimal, code[:40])).encode()
    return any(compare_digest(_code(meeting, one).encode(), typed) for one in (window, window - 1))


def pass_at(meeting: Meeting, at: datetime) -> str:
    """What a form carries whose sender had the right code."""
    return _signed(meeting, int(at.timestamp()))


def is_pass(meeting: Meeting, value: str, at: datetime) -> bool:
    """Whether a form carries a pass of this meeting that was given a short time ago."""
    moment = value.partition(".")[0]
    if not (moment.isascii() and moment.isdecimal() and len(moment) < 12):
        return False
    is_fresh = 0 <= int(at.timestamp()) - int(moment) <= PASS_S
    return is_fresh and compare_digest(_signed(meeting, int(moment)).encode(), value.encode())


def device_of(meeting: Meeting, cookie: str) -> str:
    """The mark of a telephone in this meeting: another one in every meeting, and no address."""
    return salted_hmac("rapat.telepon", f"{meeting.pk}:{cookie}").hexdigest() if cookie else ""


def _code(meeting: Meeting, window: int) -> str:
    digest = salted_hmac("rapat.layar", f"{meeting.token}:{window}").digest()
    return f"{int.from_bytes(digest[:8]) % 10**DIGITS:0{DIGITS}d}"


def _signed(meeting: Meeting, moment: int) -> str:
    return f"{moment}.{salted_hmac('rapat.izin', f'{meeting.token}:{moment}').hexdigest()}"
