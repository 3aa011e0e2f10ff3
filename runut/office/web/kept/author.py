"""Whose typing it is. A page names in its forms for whom it was drawn, signed by the office's key.

So what one person typed is never offered to the next at a shared PC, and a browser in which nobody
has been logged in cannot make us keep anything.
"""

from django.core import signing
from django.http import HttpRequest, HttpResponse

from runut.office.people.models import Person

FIELD = "pemilik_isian"
COOKIE = "terakhir"
LONGEST_S = 7 * 24 * 60 * 60
"""A form that was open over the weekend is still somebody's; older ones are nobody's."""

_TOKEN = b'<input type="hidden" name="csrfmiddlewaretoken"'
_SALT = "runut.kept.author"


def sign_forms(response: HttpResponse, person: Person) -> None:
    """Every form of a page says for whom it was drawn."""
    if _TOKEN in response.content:
        told = f'<input type="hidden" name="{FIELD}" value="{_signed(person.pk)}">'
        response.content = response.content.replace(_TOKEN, told.encode() + _TOKEN)


def remember(request: HttpRequest, response: HttpResponse, person: Person) -> None:
    """Who used this browser last, for a form that was drawn before forms said it themselves."""
    if _read(request.COOKIES.get(COOKIE, "")) != person.pk:
        response.set_cookie(
            COOKIE,
            _signed(person.pk),
            max_age=LONGEST_S,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
        )


def author_of(request: HttpRequest) -> int | None:
    """The key of the person for whom the form was drawn that was sent, None if nobody knows."""
    told = request.POST.get(FIELD)
    return _read(told) if told else _read(request.COOKIES.get(COOKIE, ""))


def _signed(key: int) -> str:
    return signing.TimestampSigner(salt=_SALT).sign(str(key))


def _read(told: str) -> int | None:
    try:
        return int(signing.TimestampSigner(salt=_SALT).unsign(told, max_age=LONGEST_S))
    except (signing.BadSignature, ValueError):
        return None
