"""A certificate file is looked at when it comes in: readable, in force, for signing, his own."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings

from runut.core.findings import Refused
from runut.office.acts.sending import Doer
from runut.office.people.models import Person
from runut.office.signing.actions import setting
from runut.office.signing.actions.certificates import _words as words_of_name
from runut.office.signing.choices import choices_of
from runut.office.signing.models import Certificate
from runut.office.trust.models import Entry
from tests.kantor import MONDAY
from tests.signing.authority import PASSPHRASE, YEAR, Ca
from tests.signing.conftest import Desk, Time, upload
from tests.works.running import text

pytestmark = pytest.mark.django_db
OWN = "/tanda-tangan/saya/"


def name_of(desk: Desk) -> str:
    return desk.example.people["andreas"].nama


def test_what_cannot_sign_is_refused_with_the_reason(desk: Desk) -> None:
    name = name_of(desk)
    refused = {
        "tidak terbuka dengan frasa sandi": (Ca().p12(name), "bukan itu"),
        "bukan sertifikat": (b"PK\x03\x04 rusak", PASSPHRASE),
        "sudah berakhir": (Ca().p12(name, last=MONDAY - timedelta(days=1)), PASSPHRASE),
        "baru berlaku": (Ca().p12(name, first=MONDAY + timedelta(days=1)), PASSPHRASE),
        "bukan untuk menandatangani": (Ca().p12(name, non_repudiation=False), PASSPHRASE),
        "atas nama Orang Lain": (Ca().p12("Orang Lain"), PASSPHRASE),
    }
    for why, (archive, passphrase) in refused.items():
        answer = desk.send("andreas", OWN, berkas=upload("a.p12", archive), sandi=passphrase)
        assert answer.status_code == 422, why
        assert why in text(answer), why
    assert not Certificate.objects.exists()
    assert not list(Path(settings.KEYS_DIR).rglob("pegawai-*"))


def test_a_file_that_would_take_hours_to_open_is_not_opened(desk: Desk) -> None:
    archive = Ca().p12(name_of(desk))
    rounds = b"\x02\x02" + (20_000).to_bytes(2, "big")
    assert archive.count(rounds) >= 1
    hostile = archive.replace(rounds, b"\x02\x02\x7f\xff")
    answer = desk.send("andreas", OWN, berkas=upload("a.p12", hostile), sandi=PASSPHRASE)
    assert answer.status_code == 422


def test_a_nip_in_the_certificate_or_a_word_of_his_own_is_enough(desk: Desk) -> None:
    andreas = desk.example.people["andreas"]
    by_nip = Ca().p12("A. P. Lestari", number=andreas.nip)
    given = upload("a.p12", by_nip)
    assert desk.send("andreas", OWN, berkas=given, sandi=PASSPHRASE).status_code == 302
    other = upload("b.p12", Ca().p12("Orang Lain"))
    sure = desk.send("andreas", OWN, 1, berkas=other, sandi=PASSPHRASE, yakin="on")
    assert sure.status_code == 302
    assert '"nama_berbeda":"ya"' in Entry.objects.filter(kind="sertifikat.diunggah").latest(
        "seq"
    ).payload.replace(" ", "")


def test_replacing_and_removing_are_acts_and_leave_no_old_file(desk: Desk) -> None:
    for form in (0, 1):  # the second time the page offers first to remove it
        given = upload("a.p12", Ca().p12(name_of(desk)))
        assert desk.send("andreas", OWN, form, berkas=given, sandi=PASSPHRASE).status_code == 302
    [kept] = Path(settings.KEYS_DIR).rglob("pegawai-*.p12")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.name == Certificate.objects.get().berkas
    assert PASSPHRASE.encode() not in kept.read_bytes()
    desk.send("andreas", OWN)
    assert not Certificate.objects.exists() and not kept.exists()
    kinds = list(Entry.objects.order_by("seq").values_list("kind", flat=True))
    assert kinds[-3:] == ["sertifikat.diunggah", "sertifikat.diunggah", "sertifikat.dilepas"]
    assert "Unggah sertifikat Saudara" in desk.look("andreas", desk.sign_url)


def test_an_office_that_practises_says_so_on_the_paper_and_on_the_page(
    desk: Desk, time: Time
) -> None:
    desk.set("uji")
    assert "Buat sertifikat uji" in desk.look("andreas", desk.sign_url)
    short = desk.send("andreas", OWN, sandi="pendek")
    assert short.status_code == 422 and "paling sedikit 8" in text(short)
    assert desk.send("andreas", OWN, sandi=PASSPHRASE).status_code == 302
    assert "tidak berkekuatan hukum" in desk.look("andreas", desk.sign_url)
    time.pass_(minutes=1)
    assert desk.send("andreas", desk.sign_url, sandi=PASSPHRASE).status_code == 302
    [signed] = desk.signed
    page = desk.look("dewi", f"/v/{signed.kode}")
    assert "sertifikat uji" in page and "Sah: ditandatangani" not in page


def test_a_certificate_that_has_ended_is_said_before_the_passphrase_is_asked(
    desk: Desk, time: Time
) -> None:
    given = upload("a.p12", Ca().p12(name_of(desk)))
    desk.send("andreas", OWN, berkas=given, sandi=PASSPHRASE)
    time.pass_(days=YEAR.days - 10)
    assert "Segera berakhir" in desk.look("andreas", OWN)
    time.pass_(days=11)
    page = desk.look("andreas", desk.sign_url)
    assert "Sertifikat Saudara berakhir" in page and 'name="sandi"' not in page


def test_degrees_do_not_make_another_name() -> None:
    assert words_of_name("Drs. ANDREAS  Pramudya, M.Si.") == ["andreas", "pramudya"]


def test_nobody_without_the_right_sets_how_the_office_signs(desk: Desk) -> None:
    url = "/kantor/tanda-tangan/"
    assert desk.browser("andreas").get(url).status_code == 403
    assert desk.browser("andreas").post(url, {"cara": "basah"}).status_code == 403
    assert Person.objects.filter(grants__right="kantor").get().nama in text(
        desk.browser("andreas").get(url)
    )


def test_the_office_chooses_a_way_and_one_person_another(desk: Desk) -> None:
    url = "/kantor/tanda-tangan/"
    andreas = desk.example.people["andreas"]
    sent = {"cara": "pkcs12", f"orang_{andreas.pk}": "basah"}
    assert desk.send("rina", url, **sent).status_code == 302
    page = desk.look("andreas", desk.sign_url)
    assert 'name="sandi"' not in page and "Tanda tangan basah" in page
    assert Entry.objects.latest("seq").kind == "tanda_tangan.disetel"


def test_the_acts_themselves_refuse_who_does_not_keep_the_office(desk: Desk, time: Time) -> None:
    doer = Doer(desk.example.people["andreas"], time.now)
    choices = choices_of(desk.office)
    for answer in (
        setting.set_way("basah", {}, choices, doer),
        setting.set_service(choices.bsre, "x", doer),
        setting.set_stamper(choices.tsa, doer),
        setting.set_token(choices.token, doer),
        setting.trust_authority(Ca().certificate, doer),
        setting.forget_authority("0" * 64, doer),
    ):
        assert isinstance(answer, Refused) and answer.kode == "bukan_pelaksana"
