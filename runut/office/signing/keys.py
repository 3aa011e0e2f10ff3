"""What lies in the office's folder of keys: files of certificates, passwords, authorities.

Readable by their owner only, outside of the database and of every export.
"""

from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import (
    Certificate,
    load_der_x509_certificate,
    load_pem_x509_certificates,
)

from runut.files.store import write_whole
from runut.office.people.models import Office, Person
from runut.office.trust.test_certificates import certificates_folder

BSRE_PASSWORD = "bsre.sandi"  # noqa: S105 - the name of a file
_CANDIDATE, _TRUSTED = "calon", "percaya"


def read_secret(office: Office, name: str) -> str:
    """A secret that the office keeps, "" if there is none."""
    path = certificates_folder(office) / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def keep_secret(office: Office, name: str, secret: str) -> None:
    """Keep a secret; an empty one is forgotten."""
    path = certificates_folder(office) / name
    if secret:
        write_whole(path, secret.encode())
    else:
        path.unlink(missing_ok=True)


def nik_file(person: Person) -> str:
    return f"nik-{person.pk}"


def keep_file(office: Office, person: Person, archive: bytes) -> str:
    """Keep the certificate file of a person; the answer is its name."""
    name = f"pegawai-{person.pk}-{sha256(archive).hexdigest()[:12]}.p12"
    write_whole(certificates_folder(office) / name, archive)
    return name


def read_file(office: Office, name: str) -> bytes | None:
    path = certificates_folder(office) / Path(name).name
    return path.read_bytes() if path.is_file() else None


def drop_file(office: Office, name: str) -> None:
    if name:
        (certificates_folder(office) / Path(name).name).unlink(missing_ok=True)


def read_authorities(data: bytes) -> list[Certificate]:
    """The certificates in a PEM or DER file. Raises ``ValueError`` if it holds none."""
    if b"-----BEGIN" in data:
        return load_pem_x509_certificates(data)
    return [load_der_x509_certificate(data)]


def fingerprint(certificate: Certificate) -> str:
    return sha256(certificate.public_bytes(Encoding.DER)).hexdigest()


def propose_authority(office: Office, der: bytes) -> None:
    """Lay an issuer that came with a certificate aside, until somebody trusts it or not."""
    digest = sha256(der).hexdigest()
    folder = certificates_folder(office)
    if not (folder / f"{_TRUSTED}-{digest}.pem").exists():
        write_whole(folder / f"{_CANDIDATE}-{digest}.der", der)


def proposed_authorities(office: Office) -> dict[str, Certificate]:
    """The issuers that nobody has decided about, under their fingerprints."""
    paths = sorted(certificates_folder(office).glob(f"{_CANDIDATE}-*.der"))
    found = (load_der_x509_certificate(path.read_bytes()) for path in paths)
    return {fingerprint(one): one for one in found}


def trusted_authorities(office: Office) -> dict[str, Certificate]:
    """The authorities that the office trusts, its own test authority included."""
    paths = sorted(certificates_folder(office).glob("*.pem"))
    found = (one for path in paths for one in load_pem_x509_certificates(path.read_bytes()))
    return {fingerprint(one): one for one in found}


def trust(office: Office, certificate: Certificate) -> None:
    digest = fingerprint(certificate)
    folder = certificates_folder(office)
    pem = certificate.public_bytes(Encoding.PEM)
    write_whole(folder / f"{_TRUSTED}-{digest}.pem", pem)
    (folder / f"{_CANDIDATE}-{digest}.der").unlink(missing_ok=True)


def forget_authority(office: Office, digest: str) -> None:
    """Trust this authority no longer; what the office's own test authority signed stays."""
    folder = certificates_folder(office)
    for name in (f"{_TRUSTED}-{digest}.pem", f"{_CANDIDATE}-{digest}.der"):
        (folder / Path(name).name).unlink(missing_ok=True)


def may_forget(office: Office, digest: str) -> bool:
    return (certificates_folder(office) / Path(f"{_TRUSTED}-{digest}.pem").name).exists()
