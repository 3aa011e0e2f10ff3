"""Small SOPs, running: who plays the roles, and forms as a browser would send them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from runut.core.findings import Refused
from runut.office.acts.sending import Doer
from runut.office.cases.actions import start_case
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.sops.models import SopVersion
from tests.kantor import MONDAY, adopted
from tests.security.walking import Form, forms_of

Roles = Mapping[str, Sequence[str]]


def try_start(example: ExampleOffice, version: SopVersion, roles: Roles) -> Case | Refused:
    people = {actor: [example.people[name] for name in names] for actor, names in roles.items()}
    return start_case(version, "Uji", people, Doer(example.people["rina"], MONDAY))


def start(example: ExampleOffice, text: str, roles: Roles) -> Case:
    """Adopt an SOP as it is proposed, and start it as Rina."""
    case = try_start(example, adopted(text, example.people["rina"]), roles)
    assert isinstance(case, Case), case
    return case


def browser(example: ExampleOffice, username: str) -> Client:
    client = Client()
    client.force_login(example.people[username])
    return client


def step_url(case: Case, no: str, rest: str = "") -> str:
    return f"/pelaksanaan/{case.pk}/langkah/{no}/{rest}"


def first_form(client: Client, url: str) -> Form:
    """The form of an act on a page, filled in as the page offers it."""
    return forms_of(client, url)[0]


def do(example: ExampleOffice, username: str, case: Case, no: str, **typed: Any) -> Any:
    """Send the form of a step by the browser, with what is typed into it."""
    client = browser(example, username)
    return first_form(client, step_url(case, no)).send(client, **typed)


def text(answer: Any) -> str:
    """The page as it is read: a date or a number with its unit is kept on one line."""
    page: str = answer.content.decode()
    return page.replace("\xa0", " ")


def pdf(name: str = "naskah.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"%PDF-1.7\n" + b"isi " * 100)
