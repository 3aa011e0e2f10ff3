"""S1: every address, every role, by the one table of policy.py."""

import pytest

from runut.office.reports.models import SectionText
from runut.office.sops.models import SopVersion
from tests.security.asking import ADDRESSES, answer_class, ask, own, shows_nothing_foreign
from tests.security.canaries import kanari, texts_of_people
from tests.security.conftest import World
from tests.security.policy import POLICY
from tests.security.rows import changed, rows
from tests.security.rule import COLUMNS

pytestmark = pytest.mark.django_db


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
        assert SectionText.objects.filter(teks__contains=kanari(letter, "teks")).exists()


@pytest.mark.parametrize("name", POLICY)
@pytest.mark.parametrize("role", COLUMNS)
def test_each_role_gets_what_the_policy_says(world: World, name: str, role: str) -> None:
    before, client = rows(), world.client(role)
    for method in POLICY[name].methods(role):
        response = ask(client, method, name, own(name, world.a))
        expected = POLICY[name].expected(method, role)
        assert answer_class(response) == expected, (method, response.status_code)
        shows_nothing_foreign(response, name, role)
    assert changed(before) == []
