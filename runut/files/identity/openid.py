"""A provider of logins (OpenID Connect): where it is asked, and whether what it says holds.

Authorisation code with PKCE (RFC 7636). A token counts when a key of the provider signed it, for
us, for this login (``nonce``), now. Nothing of it is kept.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import jwt

from runut.files.asking import Answer, NoAnswer, Service, ask, is_address

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA")
"""What a key of the provider may sign with: never ``none``, never our own secret (HS256)."""
DRIFT_S = 60
"""Seconds by which the clocks of the provider and of the office may differ."""
OLDEST_S = 600
"""A token that was made longer ago was made for another login."""
_TIMEOUT_S = 10.0


class Untrue(Exception):
    """What came back proves nothing. The text says why, without a word of the token."""


@dataclass(frozen=True)
class Provider:
    """The provider of an office, as who keeps the machine has set it.

    ``claim``: what of its word finds the person, ``email`` or the name of the claim that is a NIP.
    """

    issuer: str
    client: str
    secret: str = field(default="", repr=False)
    name: str = "akun kantor"
    claim: str = "email"


@dataclass(frozen=True)
class Login:
    """One login under way: the values by which its answer is known again."""

    state: str
    nonce: str
    verifier: str


class Places:
    """What the provider says of itself (OpenID Connect Discovery). Its keys are asked once more
    where a token names one that is not among them: keys are changed."""

    def __init__(self, provider: Provider) -> None:
        self.provider = provider
        address = f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration"
        self.told = _object(_ask(Service(address, timeout_s=_TIMEOUT_S), "GET"))
        if self.told.get("issuer") != provider.issuer:
            raise Untrue("the provider calls itself by another name")
        self._keys: dict[str, jwt.PyJWK] | None = None

    def page(self, name: str) -> str:
        """An address of the provider, "" where it has none. Raises Untrue for an unsafe one."""
        address = str(self.told.get(name) or "")
        if address and not is_safe(address):
            raise Untrue(f"{name} is not HTTPS")
        return address

    def needed(self, name: str) -> str:
        """The same, of one that every provider has."""
        if address := self.page(name):
            return address
        raise Untrue(f"the provider names no {name}")

    def key(self, kid: str | None) -> jwt.PyJWK:
        """The key that a token names; the only one, where it names none."""
        for _ in range(2):
            keys = self._keys if self._keys is not None else self._ask_keys()
            if kid is None and len(keys) == 1:
                return next(iter(keys.values()))
            if kid in keys:
                return keys[kid]
            self._keys = None
        raise Untrue("signed by a key that the provider does not have")

    def _ask_keys(self) -> dict[str, jwt.PyJWK]:
        service = Service(self.needed("jwks_uri"), timeout_s=_TIMEOUT_S)
        told = _object(_ask(service, "GET"))
        try:
            known = jwt.PyJWKSet.from_dict(dict(told)).keys
        except (jwt.PyJWTError, AttributeError, TypeError, ValueError) as error:
            raise Untrue("the provider has no keys") from error
        signing = [one for one in known if one.public_key_use in (None, "sig")]
        self._keys = {one.key_id or "": one for one in signing}
        return self._keys


def is_safe(address: str) -> bool:
    """Whether what is sent there is read by nobody on the way: HTTPS, or this computer.

    >>> [is_safe(one) for one in ("https://sso.go.id", "http://127.0.0.1:9000", "http://sso.go.id")]
    [True, True, False]
    """
    if not is_address(address):
        return False
    parts = urlsplit(address)
    return parts.scheme == "https" or parts.hostname in ("localhost", "127.0.0.1", "::1")


def address_to_ask(places: Places, login: Login, back: str) -> str:
    """Where the browser goes to log in; it comes back to ``back``."""
    provider = places.provider
    scopes = ["openid", "profile", *(["email"] if provider.claim == "email" else [])]
    asked = {
        "response_type": "code",
        "client_id": provider.client,
        "redirect_uri": back,
        "scope": " ".join(scopes),
        "state": login.state,
        "nonce": login.nonce,
        "code_challenge": _challenge(login.verifier),
        "code_challenge_method": "S256",
    }
    return _with(places.needed("authorization_endpoint"), asked)


def address_to_leave(places: Places, back: str) -> str:
    """Where the browser ends its login at the provider; "" where that has no such page."""
    place = places.page("end_session_endpoint")
    asked = {"client_id": places.provider.client, "post_logout_redirect_uri": back}
    return _with(place, asked) if place else ""


def check_who_answers(places: Places, answered: Mapping[str, str]) -> None:
    """Whether the answer comes from the provider that was asked (RFC 9207). Raises Untrue."""
    says_so = bool(places.told.get("authorization_response_iss_parameter_supported"))
    issuer = answered.get("iss")
    if (issuer is None and says_so) or issuer not in (None, places.provider.issuer):
        raise Untrue("answered by another provider")


def claims_of(
    places: Places, login: Login, code: str, back: str, at: datetime
) -> Mapping[str, Any]:
    """What the provider says of the person, for the code that the browser brought.

    Raises Untrue, and NoAnswer where the provider is not there.
    """
    tokens = _tokens(places, login, code, back)
    claims = judged(places, login, str(tokens.get("id_token") or ""), at)
    wanted = places.provider.claim
    place, token = places.page("userinfo_endpoint"), str(tokens.get("access_token") or "")
    if wanted in claims or not place or not token:
        return claims
    more = _object(_ask(Service(place, timeout_s=_TIMEOUT_S, token=token), "GET"))
    if more.get("sub") != claims["sub"]:
        raise Untrue("its pages speak of another person")
    return {**more, **claims}


def judged(places: Places, login: Login, token: str, at: datetime) -> Mapping[str, Any]:
    """The claims of a token of identity. Raises Untrue."""
    provider = places.provider
    try:
        head = jwt.get_unverified_header(token)
        algorithm = head.get("alg")
        if algorithm not in ALGORITHMS:
            raise Untrue("signed in a way that is not taken")
        key = places.key(head.get("kid"))
        claims: dict[str, Any] = jwt.decode(
            token,
            key.key,
            algorithms=[algorithm],
            audience=provider.client,
            issuer=provider.issuer,
            options={
                "require": ["iss", "sub", "aud", "exp", "iat"],
                # by the clock of the office, below
                "verify_exp": False,
                "verify_iat": False,
                "verify_nbf": False,
            },
        )
    except (jwt.PyJWTError, TypeError, ValueError, AttributeError) as error:
        raise Untrue(type(error).__name__) from error
    _check_time(claims, at.timestamp())
    if claims.get("nonce") != login.nonce:
        raise Untrue("its nonce is another")
    many = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", None if many else provider.client) != provider.client:
        raise Untrue("made for another program")
    return claims


def _check_time(claims: Mapping[str, Any], now: float) -> None:
    times = [claims["exp"], claims["iat"], claims.get("nbf", 0)]
    if not all(type(one) in (int, float) for one in times):
        raise Untrue("its times are no numbers")
    until, since, not_before = times
    if until < now - DRIFT_S or since < now - OLDEST_S:
        raise Untrue("too old")
    if max(since, not_before) > now + DRIFT_S:
        raise Untrue("of a time to come")


def _tokens(places: Places, login: Login, code: str, back: str) -> Mapping[str, Any]:
    provider = places.provider
    sent = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "code_verifier": login.verifier,
    }
    ways = places.told.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    service = Service(places.needed("token_endpoint"), timeout_s=_TIMEOUT_S)
    if provider.secret and "client_secret_basic" in ways:
        name, secret = quote(provider.client, safe=""), quote(provider.secret, safe="")
        service = Service(service.url, name, secret, _TIMEOUT_S)
    else:
        sent |= {"client_id": provider.client}
        sent |= {"client_secret": provider.secret} if provider.secret else {}
    return _object(_ask(service, "POST", urlencode(sent).encode()))


def _ask(service: Service, method: str, body: bytes = b"") -> Answer:
    kind = "application/x-www-form-urlencoded" if body else ""
    answer = ask(service, method, "", body=body, kind=kind, accept="application/json")
    if answer.status >= 500:
        raise NoAnswer(is_late=False)
    return answer


def _object(answer: Answer) -> Mapping[str, Any]:
    try:
        told = json.loads(answer.body)
    except (ValueError, RecursionError) as error:
        raise Untrue("no JSON") from error
    if answer.status != 200 or not isinstance(told, dict):
        raise Untrue(f"the provider answers {answer.status}")
    return told


def _challenge(verifier: str) -> str:
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def _with(address: str, asked: Mapping[str, str]) -> str:
    return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode(asked)}"
