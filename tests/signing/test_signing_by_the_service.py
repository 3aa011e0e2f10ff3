"""BSrE behind the page: whatever it answers, the case stands in a true and clear state."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import StepRef
from runut.office.signing import keys
from runut.office.signing.models import Attempt
from runut.office.verification.verify import verify_all
from runut.office.works.tandatangan.signing import sign_step
from tests.signing.authority import PASSPHRASE
from tests.signing.conftest import SIGNING, Desk, Time
from tests.signing.fake_bsre import NIK, PASSWORD, USER, WRONG, FakeBsre, fake_bsre, signed
from tests.works.running import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def service(desk: Desk) -> Iterator[FakeBsre]:
    with fake_bsre() as fake:
        yield fake


def use(desk: Desk, fake: FakeBsre, versi: str, seconds: int = 20) -> None:
    told = {"alamat": fake.url, "versi": versi, "pengguna": USER, "batas_detik": seconds}
    desk.set("bsre", bsre=told)
    keys.keep_secret(desk.office, keys.BSRE_PASSWORD, PASSWORD)


@pytest.mark.parametrize("versi", ["v1", "v2"])
def test_after_every_wrong_answer_the_case_waits_and_the_next_try_signs_once(
    desk: Desk,
    time: Time,
    service: FakeBsre,
    versi: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    data_folder = Path(settings.DATA_DIR)
    for mood in WRONG:
        service.mood = mood
        use(desk, service, versi, 1 if mood in ("terlambat", "menetes") else 20)
        answer = desk.send("andreas", desk.sign_url, nik=NIK, sandi=PASSPHRASE)
        assert (answer.status_code, desk.is_open) == (422, True), mood
        told = text(answer)
        assert "belum ditandatangani" in told or "tidak dipakai" in told, mood
        assert PASSPHRASE not in told and NIK not in told, mood
        assert Attempt.objects.get().status == Attempt.Status.GAGAL, mood
        assert "Naskah belum ditandatangani" in desk.look("andreas", desk.sign_url), mood
        time.pass_(minutes=1)
    use(desk, service, versi)
    service.mood = "jujur"
    wrong = desk.send("andreas", desk.sign_url, nik=NIK, sandi="frasa yang salah ketik")
    assert wrong.status_code == 422 and "Frasa sandi salah" in text(wrong)
    time.pass_(minutes=1)
    answer = desk.send("andreas", desk.sign_url, nik=NIK, sandi=PASSPHRASE)
    assert answer.status_code == 302, text(answer)
    assert len(desk.signed) == 1
    assert Attempt.objects.get().status == Attempt.Status.SELESAI
    assert verify_all() == ()
    assert "BSrE" in desk.look("rina", f"/pelaksanaan/{desk.case.pk}/riwayat/")
    kept = b"".join(p.read_bytes() for p in data_folder.rglob("*") if p.is_file())
    dump = data_folder.parent / "isi-basis-data.json"
    call_command("dumpdata", output=str(dump), verbosity=0)
    for secret in (PASSPHRASE, NIK, "frasa yang salah ketik"):
        assert secret.encode() not in kept
        assert secret not in dump.read_text("utf-8")
        assert secret not in caplog.text


def test_a_nik_kept_in_the_folder_of_keys_is_not_asked_again(
    desk: Desk, time: Time, service: FakeBsre
) -> None:
    use(desk, service, "v2")
    assert 'name="nik"' in desk.look("andreas", desk.sign_url)
    missing = desk.send("andreas", desk.sign_url, sandi=PASSPHRASE)
    assert missing.status_code == 422 and "Isi NIK Saudara" in text(missing)
    assert desk.send("andreas", "/tanda-tangan/saya/", nik=NIK).status_code == 302
    assert 'name="nik"' not in desk.look("andreas", desk.sign_url)
    assert desk.send("andreas", desk.sign_url, sandi=PASSPHRASE).status_code == 302
    assert len(desk.signed) == 1


def test_the_keeper_tests_the_connection_with_the_nik_of_somebody_who_signs(
    desk: Desk, service: FakeBsre
) -> None:
    use(desk, service, "v1")
    url = "/kantor/tanda-tangan/layanan/"
    answer = desk.send("rina", url, 1, nik=NIK)
    assert "sertifikat orang itu aktif" in text(answer)
    service.mood = "401"
    use(desk, service, "v2")
    assert "menolak akun kantor" in text(desk.send("rina", url, 1, nik=NIK))
    assert PASSWORD not in text(answer) and NIK not in text(answer)


@dataclass
class Watching:
    """A signer that does something else while it is asked."""

    do: object
    reference: str = ""

    def sign_pdf(
        self, pdf: bytes, *, reason: str, location: str, signer_name: str, at: datetime
    ) -> bytes:
        self.do()  # type: ignore[operator]
        return signed(pdf)


def by_hand(desk: Desk, time: Time, signer: Watching) -> Done | Refused:
    ref = StepRef(desk.case.pk, SIGNING, desk.state.step(SIGNING).round)
    doer = Doer(desk.example.people["andreas"], time.now)
    sha256, needed = desk.checked.sha256, ["Surat diparaf"]
    return sign_step(ref, doer, signer, read_sha256=sha256, kelengkapan=needed)


def test_while_the_service_is_asked_a_second_request_waits_and_no_transaction_is_open(
    desk: Desk, time: Time
) -> None:
    seen: list[object] = []
    before = len(connection.savepoint_ids)

    def meanwhile() -> None:
        seen.append(len(connection.savepoint_ids))
        seen.append(by_hand(desk, time, Watching(lambda: seen.append("asked twice"))))
        seen.append(desk.look("andreas", desk.sign_url))

    assert isinstance(by_hand(desk, time, Watching(meanwhile)), Done)
    depth, second, page = seen
    assert depth == before
    assert isinstance(second, Refused) and "sedang ditandatangani sejak pukul" in second.reason
    assert "Sedang ditandatangani" in str(page)
    assert len(desk.signed) == 1


def test_a_request_that_broke_off_is_said_and_can_be_repeated(desk: Desk, time: Time) -> None:
    def break_off() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        by_hand(desk, time, Watching(break_off))
    assert desk.is_open
    assert "berhenti di tengah jalan" in desk.look("andreas", desk.sign_url)
    # the machine itself went down: nobody could write that it had ended
    Attempt.objects.update(status=Attempt.Status.BERJALAN, sampai=time.now + timedelta(minutes=2))
    assert isinstance(by_hand(desk, time, Watching(lambda: None)), Refused)
    time.pass_(minutes=3)
    assert "berhenti di tengah jalan" in desk.look("andreas", desk.sign_url)
    assert isinstance(by_hand(desk, time, Watching(lambda: None)), Done)


def test_a_case_that_went_on_meanwhile_is_not_signed(desk: Desk, time: Time) -> None:
    def returned() -> None:
        form = f"{desk.sign_url}kembalikan/"
        assert desk.send("andreas", form, catatan="Perbaiki.").status_code == 302

    answer = by_hand(desk, time, Watching(returned))
    assert isinstance(answer, Refused)
    assert desk.signed == []
