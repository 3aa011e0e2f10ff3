"""Names from files and forms that are longer than their columns: PostgreSQL stores none of them."""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DataError
from django.test import Client

from runut.core.findings import Refused
from runut.office.cases import actions
from runut.office.cases.models import Document
from runut.office.example.office import examples
from runut.office.kinerja.models import Dataset, Upload
from runut.office.people.models import Office
from runut.office.running import CannotRun
from runut.office.running.set_up import have_office
from runut.office.sops.actions import Confirmation, adopt, take_in
from runut.office.sops.models import SopVersion
from runut.office.verification.verify import verify_all
from tests.figures import books
from tests.kantor import MONDAY, kantor
from tests.office import berkas
from tests.office.berkas import TEXT, isian, kasus_berkas, sop_berkas

pytestmark = pytest.mark.django_db

LONG = "panjang " * 60


def test_an_output_with_a_long_name_is_kept_under_its_first_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(berkas, "TEXT", TEXT.replace("Berkas tercatat", f"Berkas {LONG.strip()}"))
    example = kantor()
    case = kasus_berkas(example, sop_berkas(example))
    client = Client()
    client.force_login(example.people["dewi"])
    file = SimpleUploadedFile("x" * 240 + ".pdf", b"%PDF-1.7 isi %%EOF")
    answer = client.post(
        f"/pelaksanaan/{case.pk}/langkah/1/", {**isian(case, "k"), "berkas_0": file}
    )
    assert answer.status_code == 302
    assert Document.objects.get().nama == f"Berkas {LONG}"[:200]
    assert verify_all() == ()


def test_a_workbook_with_a_long_name_is_kept_under_its_beginning() -> None:
    example = kantor()
    client = Client()
    client.force_login(example.people["rina"])
    data = (examples() / "kinerja" / "lakip-2025.xlsx").read_bytes()
    file = SimpleUploadedFile("x" * 240 + ".xlsx", data)
    assert client.post("/kinerja/", {"kunci": "a", "berkas": file}).status_code == 302
    assert books.apply(client, Upload.objects.get()).status_code == 302
    assert Dataset.objects.get().nama == "x" * 200
    assert verify_all() == ()


def test_a_step_with_a_long_number_is_not_adopted() -> None:
    example = kantor()
    no, owner = "1.2.3.4.5.6.7.8", example.people["rina"]
    taken = take_in(TEXT.replace("\n1\t", f"\n{no}\t"), "a.txt", owner, MONDAY)
    assert isinstance(taken, SopVersion)
    steps = {no: ("Staf",), "2": ("Tim",), "3": ("Staf",)}
    answer = adopt(taken, Confirmation(steps, {}, dict.fromkeys(steps, "umum")), owner, MONDAY)
    assert isinstance(answer, Refused)
    assert answer.reason.startswith(f"Nomor langkah {no} terlalu panjang, paling banyak 12 tanda.")


@pytest.mark.parametrize("where", ["kode", "kop", "username", "jabatan", "peran"])
def test_an_office_is_not_made_from_a_fact_that_is_too_long(where: str, tmp_path: Path) -> None:
    facts = json.loads((examples() / "kantor-contoh.json").read_text(encoding="utf-8"))
    part = facts["kantor"] if where in facts["kantor"] else facts["pegawai"][0]
    part[where] = [LONG] if where in ("kop", "peran") else LONG
    path = tmp_path / "kantor.json"
    path.write_text(json.dumps(facts), encoding="utf-8")
    with pytest.raises(CannotRun, match=rf"{where}( ke-1)?: paling panjang \d+ huruf"):
        have_office(path, is_demo=False)
    assert not Office.objects.exists()


def test_what_is_too_long_for_its_column_after_all_is_told_and_no_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def too_long(*_: object, **__: object) -> None:
        raise DataError("value too long for type character varying(200)")

    example = kantor()
    case = kasus_berkas(example, sop_berkas(example))
    client = Client(raise_request_exception=False)
    client.force_login(example.people["dewi"])
    monkeypatch.setattr(actions, "complete_step", too_long)
    answer = client.post(f"/pelaksanaan/{case.pk}/langkah/1/", isian(case, "k"))
    assert answer.status_code == 422
    assert "terlalu panjang untuk disimpan" in answer.content.decode()
