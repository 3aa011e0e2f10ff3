"""Every address of the product, with the objects its parameters can name, asked like a browser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.security.offices import Kantor
from tests.security.policy import MAY_SHOW, POLICY
from tests.security.rule import BAD, ELSEWHERE, FORM, GONE, LOGIN, NOT_SO, PAGE, WHO_MAY

UNREADABLE = {"kunci": "", "putaran": "x"}
NEVER_WAS = {int: 987_654_321, str: "TIDAKADA99"}
TOO_LARGE = 2**63 + 5
CANARY = re.compile(r"kanari([ab])([a-z._]+)")
AS_MARKUP = re.compile(r"kanari[ab][a-z._]+<i>")
_CLASSES = {200: PAGE, 404: GONE, 405: NOT_SO, 422: FORM, 400: BAD, 403: WHO_MAY}
_CHANGING = re.compile(r'(name="(csrfmiddlewaretoken|kunci)" value=")[\w-]+|"kunci": "[\w-]+')


@dataclass(frozen=True)
class Address:
    """An address by its name and the converters of its parameters."""

    name: str
    parameters: dict[str, type]


def all_addresses() -> Iterator[Address]:
    """Everything the resolver can answer, however deep it is included."""
    seen = set()
    for pattern in _patterns(get_resolver()):
        assert pattern.name or pattern.callback, pattern
        name = pattern.name or _name_of_unnamed(pattern)
        if name not in seen:
            seen.add(name)
            kinds = pattern.pattern.converters.items()
            yield Address(name, {k: int if "Int" in type(c).__name__ else str for k, c in kinds})


def _patterns(resolver: URLResolver, above: dict[str, Any] | None = None) -> Iterator[URLPattern]:
    for one in resolver.url_patterns:
        converters = {**(above or {}), **one.pattern.converters}
        if isinstance(one, URLResolver):
            yield from _patterns(one, converters)
        else:
            one.pattern.converters.update(converters)
            yield one


def _name_of_unnamed(pattern: URLPattern) -> str:
    """An address without a name serves the same page as a named one."""
    same = [p.name for p in _patterns(get_resolver()) if p.callback is pattern.callback and p.name]
    assert same, f"an address without a name that no table can speak of: {pattern}"
    return same[0]


ADDRESSES = {address.name: address for address in all_addresses()}


def own(name: str, kantor: Kantor) -> dict[str, Any]:
    """The objects of ``kantor`` behind an address."""
    objects = POLICY[name].objects
    return {p: kantor.objects[objects.get(p, p)] for p in ADDRESSES[name].parameters}


def strangers(name: str, here: Kantor, there: Kantor) -> Iterator[dict[str, Any]]:
    """The same address with objects of another office, or that never were, each at its place."""
    mine, theirs = own(name, here), own(name, there)
    never = {p: NEVER_WAS[kind] for p, kind in ADDRESSES[name].parameters.items()}
    large = {p: TOO_LARGE for p, kind in ADDRESSES[name].parameters.items() if kind is int}
    for parameter in mine:
        if parameter in ("no", "name"):
            yield {**mine, parameter: never[parameter]}
            continue
        for source in (theirs, never, large):
            if source.get(parameter, mine[parameter]) != mine[parameter]:
                yield {**mine, parameter: source[parameter]}
    if len(mine) > 1 and theirs != mine:
        yield theirs


def ask(
    client: Client, method: str, name: str, parameters: dict[str, Any], data: Any = None
) -> HttpResponse:
    """Ask for an address; what is sent by POST cannot be read unless ``data`` is given."""
    url = reverse(name, kwargs=parameters)
    return (
        client.generic(method, url)
        if method not in ("GET", "POST")
        else _ask(client, method, url, data)
    )


def _ask(client: Client, method: str, url: str, data: Any) -> Any:
    return client.get(url) if method == "GET" else client.post(url, data or UNREADABLE)


def answer_class(response: HttpResponse) -> str:
    """The letter of the policy for an answer."""
    if response.status_code == 302:
        return LOGIN if response.headers["Location"].startswith("/masuk/") else ELSEWHERE
    return _CLASSES.get(response.status_code, str(response.status_code))


def words_in(response: HttpResponse) -> str:
    """All that an answer tells, in small letters, without what differs at every look."""
    body = response.content.decode("utf-8", "replace")
    return _CHANGING.sub("", f"{sorted(response.headers.items())} {body}").lower()


def shows_nothing_foreign(response: HttpResponse, name: str, role: str) -> None:
    """No word of another office, and nobody's words as markup."""
    words = words_in(response)
    mine = {"lain": "b", "anonim": ""}.get(role, "a")
    foreign = {word for letter, word in CANARY.findall(words) if letter != mine}
    assert foreign <= MAY_SHOW.get(name, frozenset()), foreign
    if "text/html" in response.headers.get("Content-Type", ""):
        assert not AS_MARKUP.search(words)
