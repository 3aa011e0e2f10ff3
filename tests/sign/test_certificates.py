"""Test certificates say that they are a test, and keys are for their owner only."""

import stat
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12

from runut.files.signing.certificates import (
    make_authority,
    make_checkpoint_key,
    make_signer,
    open_note,
    read_trust,
    sign_note,
    verifier_key,
)
from tests.sign.office import NAME, NIP, PASSPHRASE, SIGNED_AT

NOTE = "runut.contoh\n1\nAAAA\nwaktu 2026-01-05T17:00:00.000000Z\n"


def test_whoever_opens_a_test_certificate_reads_that_it_is_one(tmp_path: Path) -> None:
    authority = make_authority(tmp_path, "Biro Perekonomian", SIGNED_AT)
    archive = make_signer(tmp_path, NAME, NIP, PASSPHRASE, SIGNED_AT).read_bytes()
    _, certificate, _ = pkcs12.load_key_and_certificates(archive, PASSPHRASE.encode())
    assert certificate is not None
    assert f"SERTIFIKAT UJI RUNUT {NAME}" in [attribute.value for attribute in certificate.subject]
    certificate.verify_directly_issued_by(x509.load_pem_x509_certificate(authority.read_bytes()))
    assert read_trust(tmp_path) == (authority.read_bytes(),)


def test_a_name_longer_than_a_common_name_may_be_is_kept_whole(tmp_path: Path) -> None:
    make_authority(tmp_path, "Biro " + "Perekonomian dan Administrasi Pembangunan " * 2, SIGNED_AT)
    name = "Prof. Dr. Ir. H. Muhammad Abdurrahman Wahid Kusumawardhana, M.Sc., Ph.D."
    archive = make_signer(tmp_path, name, NIP, PASSPHRASE, SIGNED_AT).read_bytes()
    _, certificate, _ = pkcs12.load_key_and_certificates(archive, PASSPHRASE.encode())
    assert certificate is not None
    assert name in [attribute.value for attribute in certificate.subject]


def test_nobody_else_may_read_a_key(tmp_path: Path) -> None:
    keys = tmp_path / "kunci"
    make_authority(keys, "Biro Perekonomian", SIGNED_AT)
    make_signer(keys, NAME, NIP, PASSPHRASE, SIGNED_AT)
    make_checkpoint_key(keys)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in keys.iterdir()}
    assert (modes, stat.S_IMODE(keys.stat().st_mode)) == ({0o600}, 0o700)


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    make_authority(tmp_path, "Biro Perekonomian", SIGNED_AT)
    make_signer(tmp_path, NAME, NIP, PASSPHRASE, SIGNED_AT)
    make_checkpoint_key(tmp_path)
    with pytest.raises(FileExistsError):
        make_authority(tmp_path, "Biro Perekonomian", SIGNED_AT)
    with pytest.raises(FileExistsError):
        make_signer(tmp_path, NAME, NIP, PASSPHRASE, SIGNED_AT)
    with pytest.raises(FileExistsError):
        make_checkpoint_key(tmp_path)


@pytest.mark.parametrize(("nip", "passphrase"), [(NIP, ""), ("../kunci", "x"), ("", "x")])
def test_no_signer_without_passphrase_or_with_a_path_for_a_nip(
    tmp_path: Path, nip: str, passphrase: str
) -> None:
    make_authority(tmp_path, "Biro Perekonomian", SIGNED_AT)
    with pytest.raises(ValueError):
        make_signer(tmp_path, NAME, nip, passphrase, SIGNED_AT)


def test_a_signed_note_opens_for_the_key_that_signed_it(tmp_path: Path) -> None:
    key = make_checkpoint_key(tmp_path)
    signed = sign_note(NOTE, key, "runut.contoh")
    assert open_note(signed, verifier_key(key, "runut.contoh")) == NOTE


def test_a_changed_note_or_another_key_does_not_open(tmp_path: Path) -> None:
    key, other = make_checkpoint_key(tmp_path / "a"), make_checkpoint_key(tmp_path / "b")
    signed = sign_note(NOTE, key, "runut.contoh")
    verifier = verifier_key(key, "runut.contoh")
    assert open_note(signed.replace("17:00", "18:00"), verifier) is None
    assert open_note(signed, verifier_key(other, "runut.contoh")) is None
    assert open_note(sign_note(NOTE, other, "runut.contoh"), verifier) is None
    assert open_note(NOTE, verifier) is None
    assert open_note("", verifier) is None


def test_every_changed_character_of_a_signed_note_is_noticed(tmp_path: Path) -> None:
    key = make_checkpoint_key(tmp_path)
    signed, verifier = sign_note(NOTE, key, "runut.contoh"), verifier_key(key, "runut.contoh")
    for place, sign in enumerate(signed[:-1]):
        changed = signed[:place] + ("x" if sign != "x" else "y") + signed[place + 1 :]
        assert open_note(changed, verifier) is None, place


def test_what_is_no_verifier_key_is_refused() -> None:
    with pytest.raises(ValueError, match="public key"):
        open_note(NOTE, "bukan kunci")
