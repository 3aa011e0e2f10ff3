"""Coming in by the office's provider of logins: one login under way in a browser, and who it is.

A person is found by what the provider vouches for, his e-mail or NIP, and never made: rights come
from the posts of the register, as ever.
"""

import logging
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from runut.core.findings import Refused
from runut.files.asking import NoAnswer
from runut.files.identity.openid import (
    Login,
    Places,
    Provider,
    Untrue,
    address_to_ask,
    address_to_leave,
    check_who_answers,
    claims_of,
)
from runut.office import clock
from runut.office.people.address import public_url
from runut.office.people.models import Person

_LOG = logging.getLogger(__name__)
_KEY, _CAME = "masuk_penyedia", "lewat_penyedia"
_LASTS, _KNOWN_FOR = timedelta(minutes=10), timedelta(hours=1)
_SECRET = "oidc"  # noqa: S105 - the name of its file in the folder of keys
_NO_RETURN = Refused(
    "tidak_dikenal",
    "Masuk ini tidak dimulai di peramban ini, sudah lewat 10 menit, atau sudah dipakai. Mulai "
    "lagi.",
)
_known: tuple[Places, datetime] | None = None
"""What the provider last said of itself, as this process heard it."""


@dataclass(frozen=True)
class CameIn:
    """Who came. ``has_proven``: the provider asked for a second step itself (``amr``: ``mfa``)."""

    person: Person
    next: str
    has_proven: bool


def provider_here() -> Provider | None:
    """The provider of this office, if it has one."""
    told = settings.OIDC
    if told is None:
        return None
    file = Path(settings.KEYS_DIR) / _SECRET
    return Provider(**told, secret=file.read_text().strip() if file.exists() else "")


def begin(request: HttpRequest, provider: Provider, onward: str) -> str | Refused:
    """Where the browser goes to log in. ``onward``: where it wanted to go here."""
    login = Login(*(secrets.token_urlsafe(32) for _ in range(3)))
    try:
        address = address_to_ask(_places(provider), login, _back())
    except (NoAnswer, Untrue) as error:
        return _failed(provider, error)
    until = clock.now() + _LASTS
    request.session[_KEY] = {"login": asdict(login), "until": until.isoformat(), "next": onward}
    return address


def finish(request: HttpRequest, provider: Provider) -> CameIn | Refused:
    """Who has come back from the provider. What was begun is used up by this."""
    begun = request.session.pop(_KEY, None)
    if begun is None or datetime.fromisoformat(begun["until"]) < clock.now():
        return _NO_RETURN
    login, answered = Login(**begun["login"]), request.GET.dict()
    if not secrets.compare_digest(answered.get("state", "").encode(), login.state.encode()):
        return _NO_RETURN
    try:
        places = _places(provider)
        check_who_answers(places, answered)
        if "error" in answered or not answered.get("code"):
            return Refused("dibatalkan", f"Masuk lewat {provider.name} dibatalkan. Coba lagi.")
        claims = claims_of(places, login, answered["code"], _back(), clock.now())
    except (NoAnswer, Untrue) as error:
        return _failed(provider, error)
    person = _person(provider, claims)
    if isinstance(person, Refused):
        return person
    methods = claims.get("amr")
    has_proven = isinstance(methods, list) and "mfa" in methods
    return CameIn(person, begun["next"], has_proven)


def note(request: HttpRequest) -> None:
    """Remember that this session came in by the provider. Call after the login."""
    request.session[_CAME] = True


def came_by_provider(request: HttpRequest) -> bool:
    return bool(request.session.get(_CAME))


def leaving(provider: Provider) -> str:
    """Where the login at the provider itself is ended; "" where that cannot be asked now."""
    try:
        return address_to_leave(_places(provider), f"{public_url().rstrip('/')}{reverse('masuk')}")
    except (NoAnswer, Untrue):
        return ""


def _places(provider: Provider) -> Places:
    global _known  # noqa: PLW0603 - one provider, one process
    now = clock.now()
    if _known and _known[0].provider == provider and abs(now - _known[1]) < _KNOWN_FOR:
        return _known[0]
    places = Places(provider)
    _known = (places, now)
    return places


def _back() -> str:
    return f"{public_url().rstrip('/')}{reverse('masuk_penyedia_kembali')}"


def _failed(provider: Provider, error: NoAnswer | Untrue) -> Refused:
    if isinstance(error, NoAnswer):
        return Refused(
            "tidak_menjawab",
            f"{provider.name} tidak menjawab. Coba lagi sebentar lagi, atau masuk dengan kata "
            "sandi Runut.",
        )
    _LOG.warning("Masuk lewat penyedia ditolak: %s", error)
    return Refused(
        "tidak_benar",
        f"Jawaban {provider.name} tidak dapat diterima. Mulai lagi; bila tetap gagal, beri tahu "
        "pengelola kantor.",
    )


def _person(provider: Provider, claims: Mapping[str, Any]) -> Person | Refused:
    """Who it is here. An e-mail counts where the provider has made sure of it."""
    told = claims.get(provider.claim)
    by_mail = provider.claim == "email"
    what = "surel" if by_mail else "NIP"
    if not isinstance(told, str) or not told.strip():
        return Refused("tanpa_klaim", f"{provider.name} tidak menyebutkan {what} Saudara.")
    if by_mail and claims.get("email_verified") is not True:
        return Refused(
            "belum_pasti",
            f"Surel {told} di {provider.name} belum dipastikan. Pastikan dahulu di sana.",
        )
    key = {"email__iexact": told.strip()} if by_mail else {"nip": "".join(told.split())}
    found = list(Person.objects.filter(is_active=True, **key).select_related("office")[:2])
    if len(found) == 1:
        return found[0]
    if found:
        return Refused(
            "ganda",
            f"{what.capitalize() if by_mail else what} {told} tercatat pada lebih dari satu "
            "pegawai. Mintalah pengelola kantor membetulkannya.",
        )
    return Refused(
        "tidak_dikenal",
        f"Akun {told} di {provider.name} belum dikenal di kantor ini. Mintalah pengelola kantor "
        f"mencatat {what} itu pada data Saudara.",
    )
