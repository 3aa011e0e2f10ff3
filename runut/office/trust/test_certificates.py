"""The test certificates of an office (*sertifikat uji*), and the folder where its keys lie."""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from runut.files.signing.certificates import (
    AUTHORITY_FILE,
    AUTHORITY_KEY_FILE,
    make_authority,
    make_signer,
    read_trust,
)
from runut.office.people.models import Office, Person


def make_test_certificates(office: Office, at: datetime, *, passphrase: str) -> None:
    """An authority for the office and a certificate for everybody who has a NIP.

    Safe to repeat: what is there stays, what an interrupted start left out is made.
    """
    folder = certificates_folder(office)
    if not (folder / AUTHORITY_FILE).exists():
        # a key whose certificate was never written has signed nothing
        (folder / AUTHORITY_KEY_FILE).unlink(missing_ok=True)
        make_authority(folder, office.nama, at)
    for person in Person.objects.filter(office=office).exclude(nip=""):
        if not (folder / f"{person.nip}.p12").exists():
            make_signer(folder, person.nama, person.nip, passphrase, at)


def trusted_by(office: Office) -> tuple[bytes, ...]:
    """The authorities whose certificates the office accepts."""
    return read_trust(certificates_folder(office))


def certificates_folder(office: Office) -> Path:
    """Where the certificates of an office lie: outside of the database."""
    folder = Path(settings.KEYS_DIR) / f"kantor-{office.pk}"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
