"""The example office and the browser of the person who manages its SOPs."""

import pytest
from django.test import Client

from runut.office.example.office import ExampleOffice
from tests.kantor import kantor


@pytest.fixture
def example(db: None) -> ExampleOffice:
    return kantor()


@pytest.fixture
def rina(example: ExampleOffice) -> Client:
    """She manages the SOPs."""
    client = Client()
    client.force_login(example.people["rina"])
    return client


@pytest.fixture
def dewi(example: ExampleOffice) -> Client:
    """She does not."""
    client = Client()
    client.force_login(example.people["dewi"])
    return client
