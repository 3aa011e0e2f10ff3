"""An office of one's own, in its own folder, with a letter that waits to be signed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from runut.core.case.model import CaseState
from runut.office import clock
from runut.office.cases.acting import load
from runut.office.cases.models import Case, Document
from runut.office.example.office import ExampleOffice
from runut.office.people.models import Office, OfficeProfile
from tests.kantor import MONDAY, kantor
from tests.security.walking import forms_of
from tests.works.running import browser, do, start, step_url, text
from tests.works.sops import sop_text

SOP = sop_text(
    "PENERBITAN SURAT",
    ("Staf", "Kabag", "Karo"),
    ("Mengonsep surat", "Staf", "Bahan", "Konsep surat"),
    ("Memeriksa surat", "Kabag", "Konsep surat", "Surat diparaf"),
    ("Menandatangani surat", "Karo", "Surat diparaf", "Surat"),
    ("Mencatat surat", "Staf", "Surat", "Catatan agenda"),
)
WORDS = "Permohonan disetujui.\nBerlaku satu tahun."
SIGNING = "3"


@dataclass
class Desk:
    """The office and the case on the signer's desk; Andreas signs, Rina keeps the office."""

    example: ExampleOffice
    case: Case
    clients: dict[str, Client] = field(default_factory=dict)

    @property
    def office(self) -> Office:
        return self.example.office

    @property
    def state(self) -> CaseState:
        return load(self.case.pk, self.case.office_id).state

    @property
    def is_open(self) -> bool:
        """Whether the signing step waits, as it did before anybody tried."""
        return self.state.open_steps == (SIGNING,) and not self.signed

    @property
    def checked(self) -> Document:
        return Document.objects.get(case=self.case, no="1")

    @property
    def signed(self) -> list[Document]:
        return list(Document.objects.filter(case=self.case, signs__isnull=False))

    @property
    def sign_url(self) -> str:
        return step_url(self.case, SIGNING)

    @property
    def wet_url(self) -> str:
        return step_url(self.case, SIGNING, "tanda-tangan-basah/")

    def browser(self, username: str) -> Client:
        if username not in self.clients:
            self.clients[username] = browser(self.example, username)
        return self.clients[username]

    def look(self, username: str, url: str) -> str:
        return text(self.browser(username).get(url))

    def send(self, username: str, url: str, number: int = 0, **typed: Any) -> Any:
        """Send the form of a page as the browser would, with what is typed into it."""
        form = forms_of(self.browser(username), url)[number]
        return form.send(self.browser(username), **typed)

    def set(self, cara: str = "", **told: Any) -> None:
        OfficeProfile.objects.update_or_create(
            office=self.office, defaults={"cara_tanda_tangan": cara, "tanda_tangan": told}
        )


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


@dataclass
class Time:
    now: datetime

    def pass_(self, **how_long: float) -> None:
        self.now += timedelta(**how_long)


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    time = Time(MONDAY + timedelta(minutes=1))
    monkeypatch.setattr(clock, "now", lambda: time.now)
    return time


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA_DIR = tmp_path
    settings.FILES_DIR = tmp_path / "berkas"
    settings.KEYS_DIR = tmp_path / "kunci"
    return tmp_path


@pytest.fixture
def desk(db: None, time: Time) -> Iterator[Desk]:
    example = kantor()
    Office.objects.filter(pk=example.office.pk).update(is_contoh=False)
    for person in example.people.values():
        person.office.is_contoh = False
    example.office.refresh_from_db()
    roles = {"Staf": ["dewi"], "Kabag": ["hendra"], "Karo": ["andreas"]}
    case = start(example, SOP, roles)
    assert do(example, "dewi", case, "1", hasil_0=WORDS).status_code == 302
    time.pass_(minutes=5)
    assert do(example, "hendra", case, "2").status_code == 302
    time.pass_(minutes=5)
    yield Desk(example, case)
