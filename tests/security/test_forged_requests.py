"""Looking changes nothing; a form that was not sent from a page of ours does nothing."""

import re

import pytest
from django.test import Client

from tests.security.asking import UNREADABLE, answer_class, ask, own
from tests.security.conftest import World
from tests.security.policy import POLICY
from tests.security.rows import changed, rows
from tests.security.rule import PAGE

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", POLICY)
def test_looking_changes_no_row(world: World, name: str) -> None:
    before = rows()
    for role in ("kasubag", "tim", "anonim"):
        ask(world.client(role), "GET", name, own(name, world.a))
    assert changed(before) == []


@pytest.mark.parametrize("name", POLICY)
@pytest.mark.parametrize("role", ["kasubag", "anonim"])
def test_a_form_without_its_token_is_refused_in_plain_words(
    world: World, name: str, role: str
) -> None:
    before = rows()
    response = ask(
        world.client(role, enforce_csrf_checks=True), "POST", name, own(name, world.a), UNREADABLE
    )
    assert response.status_code == 403
    assert "Formulir ini sudah kedaluwarsa" in response.content.decode()
    assert changed(before) == []


def _token(client: Client) -> str:
    page = client.get("/kata-sandi/").content.decode()
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert found
    return found[1]


def test_with_its_token_the_same_form_passes(world: World) -> None:
    client = world.client("kasubag", enforce_csrf_checks=True)
    sent = {"csrfmiddlewaretoken": _token(client)}
    assert client.post("/keluar/", sent).status_code == 302


@pytest.mark.parametrize(
    "origin", ["https://jahat.example", "null", "http://testserver.jahat.example"]
)
def test_a_token_sent_from_another_site_is_worth_nothing(world: World, origin: str) -> None:
    client = world.client("kasubag", enforce_csrf_checks=True)
    sent = {"csrfmiddlewaretoken": _token(client)}
    assert client.post("/keluar/", sent, headers={"origin": origin}).status_code == 403
    assert client.get("/").status_code == 200


def test_the_token_of_another_person_is_worth_nothing(world: World) -> None:
    mine = world.client("kasubag", enforce_csrf_checks=True)
    other = world.client("tim", enforce_csrf_checks=True)
    _token(mine)
    assert mine.post("/keluar/", {"csrfmiddlewaretoken": _token(other)}).status_code == 403


def test_the_tests_above_see_every_page_that_takes_a_form(world: World) -> None:
    taking = [name for name, rule in POLICY.items() if set(rule.post.split()) - {"M", "L"}]
    assert len(taking) > 25
    for name in taking:
        answer = ask(world.client("kasubag"), "POST", name, own(name, world.a), UNREADABLE)
        assert answer_class(answer) != "M", name
    assert PAGE in POLICY["kata_sandi"].post
