"""The proofs that make a signature last (B-LT): who issued what, and what was revoked.

Lists of revoked certificates are fetched from where the certificates say; one that is not to be
had is a failure, for a signature that was to last would not.
"""

import asyncio
from collections.abc import Iterable, Iterator
from datetime import datetime

from asn1crypto.crl import CertificateList
from asn1crypto.x509 import Certificate
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.sign.signers.pdf_cms import Signer as Key
from pyhanko_certvalidator import ValidationContext

from runut.files.asking import NoAnswer, Service, ask, is_address
from runut.files.signing.failures import SigningFailed
from runut.files.signing.timestamps import HttpStamper, Tsa

_OK = 200


def proofs_for(key: Key, stamper: HttpStamper, tsa: Tsa, at: datetime) -> ValidationContext | None:
    """What pyHanko is to embed; None where the office asks for a time stamp only.

    The certificates are judged on the moment of signing. A list that was issued a breath later
    still counts: services make theirs when they are asked.
    """
    if not tsa.with_proofs:
        return None
    asyncio.run(stamper.async_dummy_response("sha256"))
    roots = [root for pem in tsa.trust for root in load_certs_from_pemder_data(pem)]
    chain = [key.signing_cert, *(key.cert_registry or ()), *stamper.cert_registry]
    lists = [_fetch(url, tsa.service.timeout_s) for url in sorted(set(_addresses(chain)))]
    return ValidationContext(
        trust_roots=roots,
        other_certs=chain,
        crls=lists,
        allow_fetching=False,
        revocation_mode="hard-fail",
        moment=at,
        retroactive_revinfo=True,
    )


def _addresses(chain: Iterable[Certificate]) -> Iterator[str]:
    """Where the certificates say that what was revoked is listed."""
    for certificate in chain:
        for point in certificate.crl_distribution_points:
            if is_address(str(point.url)):
                yield str(point.url)


def _fetch(url: str, timeout_s: float) -> bytes:
    try:
        answer = ask(Service(url, timeout_s=timeout_s), "GET", "")
        if answer.status == _OK:
            _ = CertificateList.load(answer.body)["tbs_cert_list"]["issuer"].native
            return answer.body
    except (NoAnswer, ValueError, TypeError) as error:
        raise SigningFailed(_MISSING) from error
    raise SigningFailed(_MISSING)


_MISSING = (
    "Daftar sertifikat yang dicabut tidak dapat diambil dari penerbitnya, sehingga bukti masa "
    "berlaku (B-LT) tidak dapat disertakan; dokumen belum ditandatangani. Ulangi nanti, atau minta "
    "pengelola kantor mematikan B-LT."
)
