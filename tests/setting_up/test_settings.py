"""What an office tells of itself is set on pages: judged, recorded with old and new, not lost."""

import json
import os
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pytest_django import Settings

from runut.files.store import get
from runut.office.kantor.models import SetupStep
from runut.office.kantor.sections import SECTIONS
from runut.office.people.models import Grant, Office, OfficeProfile, Person, Right, profile_of
from runut.office.trust.append import ROWS_WRITTEN
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.setting_up.offices import IDENTITY, browser, filled, founded

pytestmark = pytest.mark.django_db


@pytest.fixture
def ratna() -> Person:
    return founded()


@pytest.fixture
def client(ratna: Person) -> Client:
    return browser(ratna)


def last_line() -> dict[str, Any]:
    entry = Entry.objects.order_by("-seq")[0]
    return {"kind": entry.kind, **json.loads(entry.payload)}


def picture(kind: str = "PNG", size: tuple[int, int] = (200, 240)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "#0b4a8f").save(out, kind)
    return out.getvalue()


def test_a_change_is_a_line_of_the_chain_with_old_and_new(client: Client) -> None:
    page = "/kantor/identitas/"
    assert client.post(page, filled(client, page, **IDENTITY)).url == "/kantor/"
    told = last_line()
    assert told["kind"] == "kantor.diubah"
    assert told["sebelum"]["kode"] == "" and told["sesudah"]["kode"] == "UMUM"
    assert "nama" not in told["sesudah"]  # it stayed as it was
    office = Office.objects.get()
    assert office.kop == ["PEMERINTAH PROVINSI", "BIRO UMUM"]
    words = client.get("/kantor/riwayat/").content.decode()
    assert "Ratna Dewi, S.E.</b> mengubah Identitas" in words
    assert "kota: – → Singkawang" in words
    assert verify_all() == ()


def test_nothing_changed_is_no_line_and_the_step_is_done(client: Client) -> None:
    page = "/kantor/cadangan/"
    acts = Entry.objects.exclude(kind=ROWS_WRITTEN)  # that the step is done is a row, and no act
    before = acts.count()
    fields = filled(client, page, tempat_cadangan="")
    assert client.post(page, fields).status_code == 302
    assert acts.count() == before
    assert SetupStep.objects.get().keadaan == "sudah"


def test_the_same_form_twice_is_one_change(client: Client) -> None:
    page = "/kantor/identitas/"
    fields = filled(client, page, **IDENTITY)
    assert [client.post(page, fields).status_code for _ in range(2)] == [302, 302]
    assert Entry.objects.filter(kind="kantor.diubah").count() == 1


def test_of_two_people_at_once_nobody_overwrites_the_other_unseen(ratna: Person) -> None:
    budi = Person.objects.create(office=ratna.office, username="budi", nama="Budi")
    Grant.objects.create(office=ratna.office, person=budi, right=Right.KANTOR)
    page, hers, his = "/kantor/identitas/", browser(ratna), browser(budi)
    old = filled(hers, page, **{**IDENTITY, "kota": "Sambas"})
    assert his.post(page, filled(his, page, **IDENTITY)).status_code == 302
    answer = hers.post(page, old)
    words = answer.content.decode()
    assert answer.status_code == 409
    assert "diubah Budi sejak" in words
    assert "Singkawang" in words and 'value="Sambas"' in words
    assert Office.objects.get().kota == "Singkawang"
    again = {**old, **dict(_hidden(words))}
    assert hers.post(page, again).status_code == 302
    assert Office.objects.get().kota == "Sambas"


def test_two_who_change_different_parts_do_not_meet(ratna: Person) -> None:
    client = browser(ratna)
    place = filled(client, "/kantor/cadangan/", tempat_cadangan="")
    client.post("/kantor/identitas/", filled(client, "/kantor/identitas/", **IDENTITY))
    assert client.post("/kantor/cadangan/", place).status_code == 302
    assert Office.objects.get().kota == IDENTITY["kota"]


def _hidden(page: str) -> Any:
    import re  # noqa: PLC0415

    return re.findall(r'<input type="hidden" name="(kunci|versi)" value="([^"]*)"', page)


@pytest.mark.parametrize(
    ("page", "fields", "said"),
    [
        ("identitas", {**IDENTITY, "kode": "A B"}, "Tidak boleh berisi spasi"),
        ("identitas", {**IDENTITY, "surel": "bukan"}, "Bukan alamat surel"),
        ("identitas", {**IDENTITY, "telepon": "nol lima"}, "Bukan nomor telepon"),
        ("identitas", {**IDENTITY, "kop": "\n".join("1234567")}, "paling banyak 6 baris"),
        ("identitas", {**IDENTITY, "kop": " \n "}, "Isi baris kop"),
        ("alamat", {"alamat_publik": "kantor", "siapa": "127.0.0.1", "port": "8000"}, "http://"),
        (
            "alamat",
            {"alamat_publik": "http://a/b?c", "siapa": "127.0.0.1", "port": "8000"},
            "tanpa yang di belakangnya",
        ),
        ("alamat", {"alamat_publik": "", "siapa": "127.0.0.1", "port": "0"}, "port"),
        ("surel", {"host": "smtp.a.id", "keamanan": "tls"}, "Isi port"),
        ("surel", {"host": "a b", "port": "25", "keamanan": "tls"}, "Bukan nama atau angka"),
        ("cadangan", {"tempat_cadangan": "relatif"}, "lengkap"),
        ("cadangan", {"tempat_cadangan": "/tidak/ada"}, "belum ada"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(
    client: Client, page: str, fields: dict[str, str], said: str
) -> None:
    before = Entry.objects.count()
    answer = client.post(f"/kantor/{page}/", filled(client, f"/kantor/{page}/", **fields))
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert Entry.objects.count() == before


def test_a_picture_becomes_the_lambang_and_can_be_taken_away(
    client: Client, settings: Settings
) -> None:
    page, data = "/kantor/identitas/", picture()
    file = SimpleUploadedFile("lambang.png", data)
    client.post(page, filled(client, page, **IDENTITY, lambang=file))
    digest = OfficeProfile.objects.get().lambang
    assert get(settings.FILES_DIR, digest) == data
    shown = client.get("/kantor/lambang/")
    assert (shown.content, shown.headers["Content-Type"]) == (data, "image/png")
    client.post(page, filled(client, page, **IDENTITY))
    assert OfficeProfile.objects.get().lambang == digest
    client.post(page, filled(client, page, **IDENTITY, tanpa_lambang="on"))
    assert OfficeProfile.objects.get().lambang == ""


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.png", b"bukan gambar", "bukan gambar PNG"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "bukan gambar PNG"),
        ("a.png", picture("JPEG"), "tidak seperti akhiran"),
        ("a.png", picture()[:-60], "bukan gambar PNG"),
        ("a.png", picture(size=(4001, 40)), "terlalu besar"),
        ("a.png", picture(size=(10, 10)), "terlalu kecil"),
        ("a.png", picture() + b"\0" * (2 << 20), "lebih besar dari 2 MB"),
    ],
)
def test_what_is_no_fit_picture_is_refused(
    client: Client, name: str, data: bytes, said: str
) -> None:
    page = "/kantor/identitas/"
    fields = filled(client, page, **IDENTITY, lambang=SimpleUploadedFile(name, data))
    answer = client.post(page, fields)
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert profile_of(Office.objects.get()).lambang == ""


def test_the_folder_for_copies_has_to_be_writable_and_not_the_data_itself(
    client: Client, tmp_path: Path, settings: Settings
) -> None:
    page = "/kantor/cadangan/"
    inside = Path(settings.DATA_DIR) / "di-dalam"
    inside.mkdir(exist_ok=True)
    answer = client.post(page, filled(client, page, tempat_cadangan=str(inside)))
    assert "di dalam data kantor sendiri" in answer.content.decode()
    assert client.post(page, filled(client, page, tempat_cadangan=str(tmp_path))).status_code == 302
    assert list(tmp_path.iterdir()) == []
    assert "Folder dapat ditulisi" in client.get(page).content.decode()
    if os.geteuid() != 0:
        tmp_path.chmod(0o500)
        assert "tidak dapat ditulisi" in client.get(page).content.decode()


def test_a_step_is_put_off_and_found_again(client: Client) -> None:
    key = filled(client, "/kantor/")["kunci"]
    client.post("/kantor/lewati/", {"kunci": key, "langkah": "surel"})
    assert SetupStep.objects.get().keadaan == "dilewati"
    words = client.get("/kantor/").content.decode()
    assert "Jangan lewati" in words and 'href="/kantor/surel/"' in words
    assert last_line()["kind"] == "kantor.langkah_dilewati"
    key = filled(client, "/kantor/")["kunci"]
    client.post("/kantor/lewati/", {"kunci": key, "langkah": "surel", "buka": "1"})
    assert not SetupStep.objects.exists()
    assert last_line()["kind"] == "kantor.langkah_dibuka"


def test_save_and_go_on_leads_to_the_next_step_that_waits(client: Client) -> None:
    page = "/kantor/identitas/"
    answer = client.post(page, filled(client, page, **IDENTITY, lanjut="1"))
    assert answer.url in {section.url for section in SECTIONS} - {page}


def test_who_does_not_keep_the_office_is_told_who_does(ratna: Person) -> None:
    budi = Person.objects.create(office=ratna.office, username="budi", nama="Budi")
    answer = browser(budi).get("/kantor/")
    assert answer.status_code == 403
    assert "diatur oleh Ratna Dewi" in answer.content.decode()
    assert 'href="/kantor/"' not in browser(budi).get("/").content.decode()
    assert 'href="/kantor/"' in browser(ratna).get("/").content.decode()


def test_without_the_right_the_act_itself_refuses(ratna: Person) -> None:
    from runut.core.findings import Refused  # noqa: PLC0415
    from runut.office.acts.sending import Doer  # noqa: PLC0415
    from runut.office.kantor.actions import change, put_off  # noqa: PLC0415
    from runut.office.kantor.sections import BACKUP  # noqa: PLC0415
    from tests.kantor import MONDAY  # noqa: PLC0415

    budi = Person.objects.create(office=ratna.office, username="budi", nama="Budi")
    before = Entry.objects.count()
    for answer in (
        change(BACKUP, {"tempat_cadangan": "/x"}, "", Doer(budi, MONDAY)),
        put_off(BACKUP, Doer(budi, MONDAY), is_put_off=True),
    ):
        assert isinstance(answer, Refused) and answer.kode == "bukan_pelaksana"
    assert Entry.objects.count() == before
