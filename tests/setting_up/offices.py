"""An office that was just made in the browser, and its only person's browser."""

import re
from typing import Any

from django.test import Client

from runut.office.founding.setup import found_office
from runut.office.people.models import Person
from tests.kantor import MONDAY

SANDI = "sandi tujuh bebek kami"
FIRST = {"kantor": "Biro Umum", "nama": "Ratna Dewi, S.E.", "nip": "", "username": "ratna"}
IDENTITY = {
    "nama": "Biro Umum",
    "kode": "UMUM",
    "kop": "PEMERINTAH PROVINSI\nBIRO UMUM",
    "kota": "Singkawang",
}


def founded() -> Person:
    """Ratna, who made the office and has every right in it."""
    facts = {name: FIRST[name] for name in ("nama", "nip", "username")}
    person = found_office(FIRST["kantor"], facts, SANDI, MONDAY)
    assert person is not None
    return person


def browser(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def filled(client: Client, url: str, **fields: Any) -> dict[str, Any]:
    """The fields of the form on a page as a browser would send them, with ``fields`` typed in."""
    page = client.get(url).content.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="(kunci|versi)" value="([^"]*)"', page))
    return {**hidden, **fields}
