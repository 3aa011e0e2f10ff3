"""An authority that is not ours: certificates as an office buys them, of every kind of trouble."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tests.kantor import MONDAY

PASSPHRASE = "frasa sandi milik sendiri"
YEAR = timedelta(days=365)


@cache
def key(name: str) -> RSAPrivateKey:
    """Keys take long to make: one for each name, for the whole run."""
    return generate_private_key(public_exponent=65537, key_size=2048)


@dataclass(frozen=True)
class Ca:
    """An authority; ``crl_url``: where its certificates say that what was revoked is listed."""

    name: str = "Penerbit Sertifikat Contoh"
    crl_url: str = ""

    @property
    def subject(self) -> x509.Name:
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, self.name)])

    @property
    def certificate(self) -> x509.Certificate:
        usage = _usage(cert_sign=True)
        return (
            self._builder(self.subject, key(self.name), MONDAY - YEAR, MONDAY + 9 * YEAR)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .add_extension(usage, critical=True)
            .sign(key(self.name), SHA256())
        )

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    def crl(self, at: datetime) -> bytes:
        builder = x509.CertificateRevocationListBuilder().issuer_name(self.subject)
        builder = builder.last_update(at - timedelta(hours=1)).next_update(at + YEAR)
        return builder.sign(key(self.name), SHA256()).public_bytes(Encoding.DER)

    def issue(
        self,
        name: str,
        *,
        number: str = "",
        first: datetime = MONDAY - timedelta(days=30),
        last: datetime = MONDAY + YEAR,
        non_repudiation: bool = True,
        for_stamps: bool = False,
    ) -> x509.Certificate:
        names = [x509.NameAttribute(NameOID.COMMON_NAME, name[:64])]
        if number:
            names.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, number))
        builder = self._builder(x509.Name(names), key(name), first, last)
        builder = builder.add_extension(_usage(non_repudiation=non_repudiation), critical=True)
        if for_stamps:
            usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            builder = builder.add_extension(usage, critical=True)
        if self.crl_url:
            point = x509.DistributionPoint(
                [x509.UniformResourceIdentifier(self.crl_url)], None, None, None
            )
            builder = builder.add_extension(x509.CRLDistributionPoints([point]), critical=False)
        return builder.sign(key(self.name), SHA256())

    def p12(self, name: str, **told: object) -> bytes:
        """The file that a signer gets from this authority."""
        return pkcs12.serialize_key_and_certificates(
            b"kunci",
            key(name),
            self.issue(name, **told),  # type: ignore[arg-type]
            [self.certificate],
            BestAvailableEncryption(PASSPHRASE.encode()),
        )

    def _builder(
        self, subject: x509.Name, its_key: RSAPrivateKey, first: datetime, last: datetime
    ) -> x509.CertificateBuilder:
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(key(self.name).public_key())
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.subject)
            .public_key(its_key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(first)
            .not_valid_after(last)
            .add_extension(
                x509.SubjectKeyIdentifier.from_public_key(its_key.public_key()), critical=False
            )
            .add_extension(issuer, critical=False)
        )


def _usage(*, cert_sign: bool = False, non_repudiation: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not cert_sign,
        content_commitment=non_repudiation,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=cert_sign,
        crl_sign=cert_sign,
        encipher_only=False,
        decipher_only=False,
    )
