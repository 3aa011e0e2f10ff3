"""The adapter of BSrE: what is right is taken, everything else is a failure in plain words."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

import pytest

from runut.files.asking import Service
from runut.files.signing.bsre import BsreSigner, Credentials, user_status
from runut.files.signing.check import check_pdf
from runut.files.signing.failures import SigningFailed, WrongPassphrase
from runut.files.signing.stamp import Place, Stamp
from tests.kantor import MONDAY
from tests.sign.office import report
from tests.signing.authority import PASSPHRASE
from tests.signing.fake_bsre import (
    ISSUER,
    NIK,
    PASSWORD,
    SIGNER,
    USER,
    WRONG,
    FakeBsre,
    fake_bsre,
)

VERSIONS: tuple[Literal["v1", "v2"], ...] = ("v1", "v2")
versions = pytest.mark.parametrize("versi", VERSIONS)


@pytest.fixture(scope="module")
def service() -> Iterator[FakeBsre]:
    with fake_bsre() as fake:
        yield fake


@pytest.fixture(autouse=True)
def honest_again(service: FakeBsre) -> None:
    service.mood = "jujur"
    service.asked.clear()


def signer(fake: FakeBsre, versi: Literal["v1", "v2"], seconds: float = 20) -> BsreSigner:
    where = Service(fake.url, USER, PASSWORD, seconds)
    return BsreSigner(where, versi, Credentials(NIK, PASSPHRASE))


def sign(one: BsreSigner) -> bytes:
    return one.sign_pdf(report(), reason="LAKIP", location="Kota", signer_name="A", at=MONDAY)


@versions
def test_the_paper_comes_back_signed_over_the_very_bytes_that_were_sent(
    service: FakeBsre, versi: Literal["v1", "v2"]
) -> None:
    signed = sign(signer(service, versi))
    assert signed.startswith(report())
    verdict = check_pdf(signed, (ISSUER.pem,), at=MONDAY)
    assert (verdict.verdict, verdict.signer) == ("sah", SIGNER)
    assert service.fields["reason"] == "LAKIP"
    assert service.fields["tampilan"].lower() == "invisible"


@versions
@pytest.mark.parametrize("mood", WRONG)
def test_every_wrong_answer_is_a_failure_that_says_what_to_do(
    service: FakeBsre, versi: Literal["v1", "v2"], mood: str
) -> None:
    service.mood = mood
    seconds = 0.6 if mood in ("terlambat", "menetes") else 20
    with pytest.raises(SigningFailed) as failed:
        sign(signer(service, versi, seconds))
    told = str(failed.value)
    assert "belum ditandatangani" in told or "tidak dipakai" in told
    assert PASSPHRASE not in told and NIK not in told
    assert not isinstance(failed.value, WrongPassphrase)


@versions
def test_a_wrong_passphrase_is_said_as_that(service: FakeBsre, versi: Literal["v1", "v2"]) -> None:
    mistyped = replace(signer(service, versi), credentials=Credentials(NIK, "salah"))
    with pytest.raises(WrongPassphrase, match="Frasa sandi salah"):
        sign(mistyped)
    stranger = replace(signer(service, versi), credentials=Credentials("1" * 16, PASSPHRASE))
    with pytest.raises(SigningFailed, match="belum terdaftar"):
        sign(stranger)


def test_an_answer_lost_on_its_way_is_fetched_by_its_number(service: FakeBsre) -> None:
    service.mood = "hilang di jalan"
    one = signer(service, "v1")
    assert sign(one).startswith(report())
    assert one.reference in service.kept
    assert service.asked[-1] == f"/api/sign/download/{one.reference}"
    with pytest.raises(SigningFailed, match="tidak memberi jawaban yang utuh"):
        sign(signer(service, "v2"))


def test_nobody_listens_at_the_address() -> None:
    one = BsreSigner(Service("http://127.0.0.1:9", timeout_s=2), "v2", Credentials(NIK, "x"))
    with pytest.raises(SigningFailed, match="belum ditandatangani"):
        sign(one)


@versions
def test_the_stamp_is_placed_where_the_office_says_counted_as_the_service_counts(
    service: FakeBsre, versi: Literal["v1", "v2"]
) -> None:
    stamp = Stamp(("Ditandatangani oleh:", "A"), "http://a/v/B", Place("pertama", 10, 20, 80))
    low = replace(signer(service, versi), stamp=stamp)
    sign(low)
    y = "yAxis" if versi == "v1" else "originY"
    first = dict(service.fields)
    sign(replace(low, asal="kiri_atas"))
    assert first["tampilan"].lower() == "visible"
    assert int(first[y]) == 56
    assert int(service.fields[y]) == 841 - 56 - int(first["height"])
    assert first["imageTTD" if versi == "v1" else "imageBase64"]


@versions
def test_the_status_of_a_person_is_asked_in_the_words_of_each_version(
    service: FakeBsre, versi: Literal["v1", "v2"]
) -> None:
    where = Service(service.url, USER, PASSWORD, 5)
    assert user_status(where, versi, NIK).is_active
    unknown = user_status(where, versi, "1" * 16)
    assert not unknown.is_active and "belum terdaftar" in unknown.words
    nowhere = user_status(Service("http://127.0.0.1:9", timeout_s=2), versi, NIK)
    assert not nowhere.is_active


def test_secrets_are_in_no_text_of_the_signer(service: FakeBsre) -> None:
    told = repr(signer(service, "v1"))
    assert PASSPHRASE not in told and NIK not in told and PASSWORD not in told
