"""Test certificates of an office, and the key that signs checkpoints.

For trying Runut out and for demonstrations: whoever meets such a certificate reads in its name
that it is a test. Keys lie outside of the database, readable by their owner only.
"""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from re import compile as pattern

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509.oid import NameOID, ObjectIdentifier

from runut.files.store import write_whole

TEST_MARK = "SERTIFIKAT UJI RUNUT"
AUTHORITY_FILE, AUTHORITY_KEY_FILE = "otoritas-uji.pem", "otoritas-uji.kunci"
CHECKPOINT_KEY_FILE = "titik-periksa.kunci"

FULL_NAME = ObjectIdentifier("2.5.4.41")
"""X.520 ``name``: the whole name of a person; the common name holds 64 characters only."""

_RSA_BITS, _COMMON_NAME_LENGTH = 2048, 64
_AUTHORITY_LIFE, _SIGNER_LIFE = timedelta(days=3650), timedelta(days=730)
_CLOCK_ALLOWANCE = timedelta(minutes=5)
_SAFE_NIP = pattern(r"[0-9A-Za-z][0-9A-Za-z ._-]*")
_ED25519 = b"\x01"  # the signature type of C2SP signed notes
_KEY_ID_LENGTH = 4


def make_authority(directory: Path, office_name: str, now: datetime) -> Path:
    """Make the test authority of an office in ``directory``; the answer is its certificate file.

    Raises ``FileExistsError`` when there is one already: signatures made under it stay true.
    """
    key = generate_private_key(public_exponent=65537, key_size=_RSA_BITS)
    name = _name(office_name, "otoritas")
    builder = _builder(name, name, key, now, _AUTHORITY_LIFE).add_extension(
        x509.BasicConstraints(ca=True, path_length=0), critical=True
    )
    builder = builder.add_extension(_usage(is_authority=True), critical=True)
    certificate = builder.sign(key, SHA256())
    _write_private(directory / AUTHORITY_KEY_FILE, _private_pem(key))
    _write_private(directory / AUTHORITY_FILE, certificate.public_bytes(Encoding.PEM))
    return directory / AUTHORITY_FILE


def make_signer(
    directory: Path, person_name: str, nip: str, passphrase: str, now: datetime
) -> Path:
    """Make a person's test certificate under the authority in ``directory``: a PKCS#12 file.

    Raises ``FileExistsError`` when the person has one, ``ValueError`` for an empty passphrase or
    a NIP that is no file name.
    """
    if not passphrase:
        raise ValueError("a signing key without passphrase signs for anybody")
    if not _SAFE_NIP.fullmatch(nip):
        raise ValueError(f"{nip!r} is not a NIP")
    authority = x509.load_pem_x509_certificate((directory / AUTHORITY_FILE).read_bytes())
    authority_key = load_pem_private_key((directory / AUTHORITY_KEY_FILE).read_bytes(), None)
    if not isinstance(authority_key, RSAPrivateKey):
        raise ValueError(f"{AUTHORITY_KEY_FILE} does not hold the key of {AUTHORITY_FILE}")
    key = generate_private_key(public_exponent=65537, key_size=_RSA_BITS)
    subject = _name(person_name, nip)
    builder = _builder(subject, authority.subject, key, now, _SIGNER_LIFE).add_extension(
        x509.BasicConstraints(ca=False, path_length=None), critical=True
    )
    certificate = builder.add_extension(_usage(is_authority=False), critical=True).sign(
        authority_key, SHA256()
    )
    archive = pkcs12.serialize_key_and_certificates(
        person_name.encode(),
        key,
        certificate,
        [authority],
        BestAvailableEncryption(passphrase.encode()),
    )
    path = directory / f"{nip}.p12"
    _write_private(path, archive)
    return path


def read_trust(directory: Path) -> tuple[bytes, ...]:
    """The certificates (PEM) of the authorities that an office trusts: all ``*.pem`` there."""
    return tuple(path.read_bytes() for path in sorted(directory.glob("*.pem")))


def make_checkpoint_key(directory: Path) -> Path:
    """Make the Ed25519 key that signs checkpoints. Raises ``FileExistsError`` if there is one.

    Without passphrase: the worker signs every day with nobody there.
    """
    path = directory / CHECKPOINT_KEY_FILE
    _write_private(path, _private_pem(Ed25519PrivateKey.generate()))
    return path


def sign_note(note: str, key_file: Path, key_name: str) -> str:
    """``note`` with its signature line (C2SP signed-note); ``key_name`` has no spaces."""
    key = _checkpoint_key(key_file)
    signature = _key_id(key_name, key.public_key()) + key.sign(note.encode())
    return f"{note}\n— {key_name} {b64encode(signature).decode()}\n"


def verifier_key(key_file: Path, key_name: str) -> str:
    """The public half, in the form that verifiers of signed notes take; to be kept elsewhere."""
    public = _checkpoint_key(key_file).public_key()
    encoded = b64encode(_ED25519 + _raw(public)).decode()
    return f"{key_name}+{_key_id(key_name, public).hex()}+{encoded}"


def open_note(signed: str, verifier: str) -> str | None:
    """The note within ``signed`` if the holder of ``verifier`` signed it, else ``None``."""
    note, _, signatures = signed.rpartition("\n\n")
    try:
        key_name, _, encoded = verifier.split("+", 2)
        public = Ed25519PublicKey.from_public_bytes(b64decode(encoded, validate=True)[1:])
    except (ValueError, NotBase64) as error:
        raise ValueError("not the public key of a checkpoint") from error
    expected = f"— {key_name} "
    lines = [line for line in signatures.splitlines() if line.startswith(expected)]
    is_signed = any(
        _is_signature_line(line.removeprefix(expected), key_name, public, f"{note}\n")
        for line in lines
    )
    return f"{note}\n" if is_signed else None


def _is_signature_line(encoded: str, key_name: str, public: Ed25519PublicKey, note: str) -> bool:
    try:
        signature = b64decode(encoded, validate=True)
        public.verify(signature[_KEY_ID_LENGTH:], note.encode())
    except (InvalidSignature, NotBase64):
        return False
    # The last sign of base64 has bits to spare: one signature, one spelling.
    is_canonical = b64encode(signature).decode() == encoded
    return is_canonical and signature[:_KEY_ID_LENGTH] == _key_id(key_name, public)


def _key_id(key_name: str, public: Ed25519PublicKey) -> bytes:
    named = key_name.encode() + b"\n" + _ED25519 + _raw(public)
    return sha256(named).digest()[:_KEY_ID_LENGTH]


def _raw(public: Ed25519PublicKey) -> bytes:
    return public.public_bytes(Encoding.Raw, PublicFormat.Raw)


def _checkpoint_key(key_file: Path) -> Ed25519PrivateKey:
    key = load_pem_private_key(key_file.read_bytes(), None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(f"{key_file.name} holds no checkpoint key")
    return key


def _name(full_name: str, number: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, TEST_MARK),
            x509.NameAttribute(
                NameOID.COMMON_NAME, f"{TEST_MARK} {full_name}"[:_COMMON_NAME_LENGTH].rstrip()
            ),
            x509.NameAttribute(FULL_NAME, full_name),
            x509.NameAttribute(NameOID.SERIAL_NUMBER, number),
        ]
    )


def _builder(
    subject: x509.Name, issuer: x509.Name, key: RSAPrivateKey, now: datetime, life: timedelta
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _CLOCK_ALLOWANCE)
        .not_valid_after(now + life)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, is_authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )


def _private_pem(key: RSAPrivateKey | Ed25519PrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _write_private(path: Path, data: bytes) -> None:
    if path.exists():
        raise FileExistsError(path)
    write_whole(path, data)
