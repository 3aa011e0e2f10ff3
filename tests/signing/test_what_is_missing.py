"""What a case will miss at its signing step is said before it starts; nothing blocks."""

from datetime import timedelta

import pytest

from runut.office.cases.acting import definition_for, load
from runut.office.signing.lacks import lacks
from tests.kantor import MONDAY
from tests.security.walking import forms_of
from tests.signing.authority import PASSPHRASE, Ca
from tests.signing.conftest import Desk, upload

pytestmark = pytest.mark.django_db
DAY = MONDAY.date()


def said(desk: Desk, days: int = 0) -> str:
    definition = load(desk.case.pk, desk.case.office_id).definition
    found = lacks(desk.office, DAY, definition, DAY + timedelta(days=days))
    assert not any(one.is_blocking for one in found)
    return " | ".join(one.what for one in found)


def test_each_thing_that_is_missing_is_named_with_the_page_that_mends_it(desk: Desk) -> None:
    name = desk.example.people["andreas"].nama
    assert said(desk) == "Cara menandatangani belum ditetapkan"
    desk.set("pkcs12")
    assert said(desk) == f"{name}: belum mengunggah sertifikat elektronik."
    given = upload("a.p12", Ca().p12(name))
    desk.send("andreas", "/tanda-tangan/saya/", berkas=given, sandi=PASSPHRASE)
    assert said(desk) == "Penerbit sertifikat menunggu keputusan: Penerbit Sertifikat Contoh"
    keeper = desk.browser("rina")
    forms = forms_of(keeper, "/kantor/tanda-tangan/penerbit/")
    next(form for form in forms if "sidik" in form.fields).send(keeper, putusan="percaya")
    assert said(desk) == ""
    assert "berakhir 12 Januari 2027, sebelum batas waktunya" in said(desk, days=400)
    desk.set("bsre", bsre={"alamat": "http://127.0.0.1:9"})
    assert said(desk) == "Layanan BSrE tidak menjawab"
    desk.set("basah")
    assert said(desk) == ""


def test_an_sop_without_a_signature_misses_nothing(desk: Desk) -> None:
    version = desk.case.sop_version
    definition = definition_for(version)
    kept = tuple(step for step in definition.steps if not step.signs)
    without = type(definition)(definition.sop_sha256, definition.judul, kept)
    assert lacks(desk.office, DAY, without) == []
    assert lacks(desk.office, DAY, None)
