"""S1: every address, every role, own and strangers' objects, by the one table of policy.py."""

import re
from typing import Any

import pytest
from django.http import HttpResponse

from runut.office.reports.models import SectionText
from runut.office.sops.models import SopVersion
from tests.security.asking import (
    ADDRESSES,
    answer_class,
    ask,
    own,
    strangers,
    words_in,
)
from tests.security.conftest import World
from tests.security.offices import kanari, texts_of_people
from tests.security.policy import (
    BAD,
    COLUMNS,
    ELSEWHERE,
    FORM,
    GONE,
    MAY_SHOW,
    PAGE,
    POLICY,
    TO_ITS_FORM,
    WHO_MAY,
)
from tests.security.rows import changed, rows

pytestmark = pytest.mark.django_db
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
KINDS = ("anonim", "kasubag", "karo", "pengawas", "luar")
"""Who looks at strangers' things: nobody, who manages, who signs, who oversees, who has no part.

``staf``, ``tim`` and ``kabag`` have their steps in cases of their own office as the others have:
towards another office they pass the same doors.
"""
CANARY = re.compile(r"kanari([ab])([a-z._]+)")
AS_MARKUP = re.compile(r"kanari[ab][a-z._]+<i>")


def test_every_address_is_in_the_policy_and_the_policy_names_no_other() -> None:
    assert set(POLICY) == set(ADDRESSES)
    assert len(POLICY) > 40
    for name, rule in POLICY.items():
        assert len(rule.get.split()) == len(rule.post.split()) == len(COLUMNS), name


def test_the_offices_carry_a_canary_in_every_text(world: World) -> None:
    for model, field in texts_of_people():
        texts = model._default_manager.values_list(field.name, flat=True)
        for kantor in (world.a, world.b):
            mark = kanari(kantor.letter, f"{model.__name__}.{field.name}".lower())
            assert not texts or any(mark in text for text in texts), (model, field.name)
    for letter in "ab":
        assert SopVersion.objects.filter(teks__contains=kanari(letter, "sop")).exists()
        assert SectionText.objects.filter(teks=kanari(letter, "teks")).exists()


@pytest.mark.parametrize("name", POLICY)
@pytest.mark.parametrize("role", COLUMNS)
def test_each_role_gets_what_the_policy_says(world: World, name: str, role: str) -> None:
    before, client = rows(), world.client(role)
    for method in METHODS:
        response = ask(client, method, name, own(name, world.a))
        expected = POLICY[name].expected(method, role)
        assert answer_class(response) == expected, (method, response.status_code)
        _shows_nothing_foreign(response, name, role)
    assert changed(before) == []


@pytest.mark.parametrize("name", [n for n, a in ADDRESSES.items() if a.parameters])
@pytest.mark.parametrize("role", KINDS)
def test_strangers_objects_are_as_if_they_never_were(world: World, name: str, role: str) -> None:
    before, client = rows(), world.client(role)
    for parameters in strangers(name, world.a, world.b):
        for method in METHODS if parameters == own(name, world.b) else ("GET", "POST"):
            response = ask(client, method, name, parameters)
            expected = _of_a_stranger(name, method, role, parameters, world)
            assert answer_class(response) in expected, (method, parameters, response.status_code)
            _shows_nothing_foreign(response, name, role)
    assert changed(before) == []


def _of_a_stranger(
    name: str, method: str, role: str, parameters: dict[str, Any], world: World
) -> str:
    """What a person of office a gets at objects that are not all of office a."""
    expected = POLICY[name].expected(method, role)
    if POLICY[name].get == TO_ITS_FORM and method in ("GET", "HEAD"):
        return expected
    if expected not in (PAGE, FORM, ELSEWHERE, BAD, WHO_MAY):
        return expected
    if POLICY[name].get.split()[0] == PAGE:  # for everybody: other offices' papers are no secret
        is_known = parameters in (own(name, world.a), own(name, world.b))
        return expected if is_known else GONE
    inner = {"invitee_id", "resolution_id"} & set(parameters)
    mine = own(name, world.a)
    is_own_case = all(mine[p] == value for p, value in parameters.items() if p not in inner)
    # a form that cannot be read is answered before anybody looks for its row
    return GONE + expected if inner and is_own_case and method == "POST" else GONE


@pytest.mark.parametrize("name", [n for n, a in ADDRESSES.items() if a.parameters])
def test_not_yours_and_not_there_look_the_same(world: World, name: str) -> None:
    if POLICY[name].get.split()[0] == PAGE or own(name, world.a) == own(name, world.b):
        return  # of everybody, or of the office of who asks
    client, never = world.client("kasubag"), {int: 987_654_321, str: "TIDAKADA99"}
    theirs = own(name, world.b)
    for parameter, kind in ADDRESSES[name].parameters.items():
        for method in ("GET", "POST"):
            if method == "GET" and POLICY[name].get == TO_ITS_FORM:
                continue  # led on before anything is looked up
            foreign = ask(client, method, name, theirs)
            nothing = ask(client, method, name, {**theirs, parameter: never[kind]})
            assert foreign.status_code == nothing.status_code
            assert words_in(foreign) == words_in(nothing)


def _shows_nothing_foreign(response: HttpResponse, name: str, role: str) -> None:
    """No word of another office, and nobody's words as markup."""
    words = words_in(response)
    mine = {"lain": "b", "anonim": ""}.get(role, "a")
    foreign = {word for letter, word in CANARY.findall(words) if letter != mine}
    assert foreign <= MAY_SHOW.get(name, frozenset()), foreign
    if "text/html" in response.headers.get("Content-Type", ""):
        assert not AS_MARKUP.search(words)
