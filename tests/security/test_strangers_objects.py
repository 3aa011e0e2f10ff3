"""S1: objects of another office, and such as never were, at every address, by the same table."""

from typing import Any

import pytest

from tests.security.asking import (
    ADDRESSES,
    answer_class,
    ask,
    own,
    shows_nothing_foreign,
    strangers,
    words_in,
)
from tests.security.conftest import World
from tests.security.policy import POLICY
from tests.security.rows import changed, rows
from tests.security.rule import BAD, ELSEWHERE, FORM, GONE, PAGE, TO_ITS_FORM, WHO_MAY

pytestmark = pytest.mark.django_db
KINDS = ("anonim", "kasubag", "karo", "pengawas", "luar")
"""Who looks at strangers' things: nobody, who manages, who signs, who oversees, who has no part.

``staf``, ``tim`` and ``kabag`` have their steps in cases of their own office as the others have:
towards another office they pass the same doors.
"""


@pytest.mark.parametrize("name", [n for n, a in ADDRESSES.items() if a.parameters])
@pytest.mark.parametrize("role", KINDS)
def test_strangers_objects_are_as_if_they_never_were(world: World, name: str, role: str) -> None:
    before, client = rows(), world.client(role)
    for parameters in strangers(name, world.a, world.b):
        is_whole = parameters == own(name, world.b)
        for method in POLICY[name].methods(role, KINDS) if is_whole else ("GET", "POST"):
            response = ask(client, method, name, parameters)
            expected = _of_a_stranger(name, method, role, parameters, world)
            assert answer_class(response) in expected, (method, parameters, response.status_code)
            shows_nothing_foreign(response, name, role)
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
    if POLICY[name].get.split()[0] in (PAGE, ELSEWHERE):
        # for everybody: other offices' papers are no secret
        is_known = parameters in (own(name, world.a), own(name, world.b))
        return expected if is_known else GONE
    inner = {"invitee_id", "resolution_id"} & set(parameters)
    mine = own(name, world.a)
    is_own_case = all(mine[p] == value for p, value in parameters.items() if p not in inner)
    # a form that cannot be read is answered before anybody looks for its row
    return GONE + expected if inner and is_own_case and method == "POST" else GONE


@pytest.mark.parametrize("name", [n for n, a in ADDRESSES.items() if a.parameters])
def test_not_yours_and_not_there_look_the_same(world: World, name: str) -> None:
    if POLICY[name].get.split()[0] in (PAGE, ELSEWHERE) or own(name, world.a) == own(name, world.b):
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
