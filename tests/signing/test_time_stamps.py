"""A time stamp that was asked for is in the signature (B-T), its proofs where wanted (B-LT)."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from threading import Thread
from typing import Any

import pytest
from asn1crypto.crl import CertificateList
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.tsp import TimeStampReq
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation import DocumentSecurityStore

from runut.files.asking import Service
from runut.files.signing.appending import Extras
from runut.files.signing.check import check_pdf, fault_of_new_signature
from runut.files.signing.failures import SigningFailed
from runut.files.signing.sign import CertificateSigner
from runut.files.signing.timestamps import Tsa
from tests.kantor import MONDAY
from tests.sign.office import report
from tests.signing.authority import PASSPHRASE, Ca, key

STAMPER = "Cap Waktu Contoh"


class Authority(BaseHTTPRequestHandler):
    """Stamps honestly, gives its list of what was revoked, or is in a mood."""

    mood = ""
    ca: Ca

    def log_message(self, format: str, *args: Any) -> None:
        return

    def do_GET(self) -> None:
        self._say(404 if self.mood == "tanpa daftar" else 200, "x", self.ca.crl(MONDAY))

    def do_POST(self) -> None:
        asked = TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
        if self.mood == "rusak":
            self._say(200, "application/timestamp-reply", b"bukan cap")
        elif self.mood == "html":
            self._say(200, "text/html", b"<html>")
        else:
            answer = self._stamper().request_tsa_response(asked)
            self._say(200, "application/timestamp-reply", answer.dump())

    def _stamper(self) -> DummyTimeStamper:
        private = key(STAMPER).private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        certificate = self.ca.issue(STAMPER, for_stamps=True)
        return DummyTimeStamper(
            Certificate.load(certificate.public_bytes(Encoding.DER)),
            PrivateKeyInfo.load(private),
            fixed_dt=MONDAY,
        )

    def _say(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def authority(mood: str = "") -> Iterator[tuple[Ca, str]]:
    handler = type("Handler", (Authority,), {"mood": mood})
    server = HTTPServer(("127.0.0.1", 0), handler)
    url = f"http://127.0.0.1:{server.server_port}"
    handler.ca = Ca("Penerbit Cap", crl_url=f"{url}/daftar.crl")  # type: ignore[attr-defined]
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield handler.ca, url  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def sign(ca: Ca, url: str, *, with_proofs: bool = False) -> bytes:
    tsa = Tsa(Service(url, timeout_s=5), (ca.pem,), with_proofs)
    signer = CertificateSigner(ca.p12("Andreas"), PASSPHRASE, Extras(tsa=tsa))
    return signer.sign_pdf(
        report(), reason="LAKIP", location="Kota", signer_name="Andreas", at=MONDAY
    )


def test_a_stamped_signature_covers_the_file_and_says_the_authority_s_time() -> None:
    with authority() as (ca, url):
        signed = sign(ca, url)
    assert signed.startswith(report())
    [found] = PdfFileReader(BytesIO(signed)).embedded_signatures
    added = [one["type"].native for one in found.signer_info["unsigned_attrs"]]
    assert added == ["signature_time_stamp_token"]
    assert check_pdf(signed, (ca.pem,), at=MONDAY).verdict == "sah"


def test_a_lasting_signature_holds_its_proofs_and_still_covers_the_file() -> None:
    with authority() as (ca, url):
        signed = sign(ca, url, with_proofs=True)
    reader = PdfFileReader(BytesIO(signed))
    assert len(DocumentSecurityStore.read_dss(reader).crls) >= 1
    assert check_pdf(signed, (ca.pem,), at=MONDAY).verdict == "sah"
    assert fault_of_new_signature(signed) == ""


def with_proofs_after(ca: Ca, signed: bytes) -> bytes:
    """Proofs in a revision of their own, as the service of BSrE adds them."""
    output = BytesIO(signed)
    certificate = Certificate.load(ca.certificate.public_bytes(Encoding.DER))
    lists = CertificateList.load(ca.crl(MONDAY))
    DocumentSecurityStore.add_dss(output, None, certs=[certificate], crls=[lists])
    return output.getvalue()


def test_proofs_after_the_signature_leave_it_sah_and_anything_else_does_not() -> None:
    with authority() as (ca, url):
        lasting = with_proofs_after(ca, sign(ca, url))
    assert check_pdf(lasting, (ca.pem,), at=MONDAY).verdict == "sah"
    assert fault_of_new_signature(lasting) == ""
    writer = IncrementalPdfFileWriter(BytesIO(lasting))
    writer.add_stream_to_page(0, writer.add_object(StreamObject(stream_data=b"0 0 9 9 re f")))
    output = BytesIO()
    writer.write(output)
    for changed in (lasting + b"isi lain", lasting + b"isi lain\n%%EOF\n", output.getvalue()):
        assert check_pdf(changed, (ca.pem,), at=MONDAY).verdict != "sah"
        assert fault_of_new_signature(changed)


@pytest.mark.parametrize("mood", ["rusak", "html"])
def test_without_its_stamp_nothing_is_signed(mood: str) -> None:
    with (
        authority(mood) as (ca, url),
        pytest.raises(SigningFailed, match=r"cap waktu .*belum ditandatangani"),
    ):
        sign(ca, url)


def test_without_its_proofs_nothing_is_signed() -> None:
    with (
        authority("tanpa daftar") as (ca, url),
        pytest.raises(SigningFailed, match=r"B-LT.*belum ditandatangani"),
    ):
        sign(ca, url, with_proofs=True)


def test_an_authority_that_is_not_there_is_a_failure() -> None:
    with pytest.raises(SigningFailed, match="cap waktu tidak menjawab"):
        sign(Ca("Penerbit Cap"), "http://127.0.0.1:9")
