"""A NUL in any text is refused at the door with a sentence, on every database, and nothing is kept.

PostgreSQL stores no NUL: without the door it would be a failure of the page.
"""

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from runut.core.sop.model import SOP, Langkah
from runut.core.sop.reading.asal import Reading
from runut.office.example.office import examples
from runut.office.nul import holds_nul
from runut.office.running import CannotRun
from runut.office.running.set_up import have_office
from tests.security.asking import ADDRESSES, ask, own
from tests.security.conftest import World
from tests.security.policy import POLICY
from tests.security.rows import changed, rows

pytestmark = pytest.mark.django_db

SENTENCE = "mengandung tanda yang tidak dapat disimpan (NUL)"
EXAMPLE = examples() / "kinerja" / "lakip-2025.xlsx"


def _says_so(response: Any, status: int = 422) -> bool:
    return response.status_code == status and SENTENCE in response.content.decode()


@pytest.mark.parametrize("name", POLICY)
def test_no_page_takes_one_in_a_form_or_behind_its_address(world: World, name: str) -> None:
    client, parameters = world.client("kasubag"), own(name, world.a)
    before = rows()
    for field in ({"kunci": "a\0b"}, {"apa\0": "b"}, {"catatan": ["baik", "\0"]}):
        assert _says_so(ask(client, "POST", name, parameters, field)), field
    assert changed(before) == []
    url = ask(client, "GET", name, parameters).wsgi_request.path  # type: ignore[attr-defined]
    assert _says_so(client.get(f"{url}?tersimpan=%00"), 400)


def test_the_login_refuses_one_to_those_it_does_not_know(world: World) -> None:
    for fields in ({"username": "de\0wi", "password": "x"}, {"username": "dewi", "password": "\0"}):
        assert _says_so(Client().post("/masuk/", fields))


@pytest.mark.parametrize("cookie", ["sessionid", "csrftoken", "messages", "lain"])
def test_a_cookie_with_one_is_as_if_it_had_not_been_sent(world: World, cookie: str) -> None:
    response = Client().get("/masuk/", headers={"cookie": f'{cookie}="abcdefgh\\000ijk"'})
    assert response.status_code == 200


def test_a_workbook_with_one_in_a_cell_is_refused_by_its_name(world: World) -> None:
    before = rows()
    file = SimpleUploadedFile("angka.xlsx", _with_nul(EXAMPLE.read_bytes()))
    response = world.client("kasubag").post("/kinerja/", {"kunci": "nul", "berkas": file})
    assert _says_so(response) and "angka.xlsx" in response.content.decode()
    assert changed(before) == []


def _with_nul(workbook: bytes) -> bytes:
    """The workbook with a NUL in its words, as Excel writes one."""
    output = BytesIO()
    with ZipFile(BytesIO(workbook)) as source, ZipFile(output, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/sharedStrings.xml":
                assert b"Meningkatnya" in data
                data = data.replace(b"Meningkatnya", b"Mening_x0000_katnya")
            target.writestr(name, data)
    return output.getvalue()


def test_a_reading_is_searched_to_its_last_field() -> None:
    sop = SOP("a", (Langkah("1", "Mencatat", keterangan="a\0"),), ())
    assert holds_nul(Reading(sop, ()))
    assert holds_nul({"a": [("b", {"\0": 1})]})
    assert not holds_nul(Reading(SOP("a", (), ()), ()))


@pytest.mark.parametrize(
    "where", [("kantor", "nama"), ("kantor", "kop"), ("pegawai", "nama"), ("pegawai", "jabatan")]
)
def test_an_office_is_not_made_from_facts_with_one(where: tuple[str, str], tmp_path: Path) -> None:
    facts = json.loads((examples() / "kantor-contoh.json").read_text(encoding="utf-8"))
    part = facts["kantor"] if where[0] == "kantor" else facts["pegawai"][0]
    part[where[1]] = ["a\0"] if where[1] == "kop" else "a\0b"
    path, before = tmp_path / "kantor.json", rows()
    path.write_text(json.dumps(facts), encoding="utf-8")
    with pytest.raises(CannotRun, match=rf"{where[1]}( ke-1)?: berisi tanda yang tidak dapat"):
        have_office(path, is_demo=False)
    assert changed(before) == []


def test_every_address_was_asked() -> None:
    assert set(POLICY) == set(ADDRESSES)
