"""A service that behaves as the e-sign client service of BSrE is described, and in every way that
it should not. On the loopback only."""

import json
import time
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Event, Thread
from typing import Any, ClassVar

import pypdf

from runut.files.signing.sign import CertificateSigner
from tests.kantor import MONDAY
from tests.signing.authority import PASSPHRASE, Ca

NIK = "6171010101800001"
USER, PASSWORD = "kantor", "kata sandi layanan"
LOGIN = f"Basic {b64encode(f'{USER}:{PASSWORD}'.encode()).decode()}"
ISSUER = Ca("BSrE tiruan")
SIGNER = "Andreas Tiruan"
OTHER = b"%PDF-1.7\n% naskah lain\n"

WRONG = (
    "terlambat",
    "sampah",
    "html",
    "json dengan kesalahan",
    "setengah",
    "putus",
    "naskah lain",
    "ditulis ulang",
    "tanpa tanda tangan",
    "dua berkas",
    "tambahan di belakang",
    "500",
    "401",
    "menetes",
)
"""All the ways in which an answer is no signed paper of ours."""


def signed(pdf: bytes) -> bytes:
    archive = ISSUER.p12(SIGNER)
    return CertificateSigner(archive, PASSPHRASE).sign_pdf(
        pdf, reason="", location="", signer_name=SIGNER, at=MONDAY
    )


def rewritten(pdf: bytes) -> bytes:
    """The same pages, written anew: not the bytes that were checked."""
    writer, output = pypdf.PdfWriter(clone_from=BytesIO(pdf)), BytesIO()
    writer.write(output)
    return output.getvalue()


@dataclass
class FakeBsre:
    """The service: how it behaves next, and what it was asked."""

    url: str = ""
    mood: str = "jujur"
    asked: list[str] = field(default_factory=list)
    signatures: int = 0
    fields: dict[str, Any] = field(default_factory=dict)
    kept: dict[str, bytes] = field(default_factory=dict)
    over: Event = field(default_factory=Event)


class _Handler(BaseHTTPRequestHandler):
    fake: ClassVar[FakeBsre]

    def log_message(self, format: str, *args: Any) -> None:
        return

    def do_GET(self) -> None:
        self.fake.asked.append(self.path)
        if self.path.startswith("/api/user/status/"):
            known = self.path.endswith(NIK)
            self._json(200, {"status": "ISSUE" if known else "NOT_REGISTERED"})
        else:
            document = self.fake.kept.get(self.path.rpartition("/")[2], b"")
            self._answer(200 if document else 404, "application/pdf", document)

    def do_POST(self) -> None:
        self.fake.asked.append(self.path)
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Authorization") != LOGIN or self.fake.mood == "401":
            self._json(401, {"error": "unauthorized"})
        elif self.path == "/api/v2/user/check/status":
            known = json.loads(body)["nik"] == NIK
            self._json(200, {"status_code": 1111 if known else 2011})
        elif self.path in ("/api/sign/pdf", "/api/v2/sign/pdf"):
            self._sign(body)
        else:
            self._json(404, {})

    def _sign(self, body: bytes) -> None:
        fake = self.fake
        is_v2 = self.path.startswith("/api/v2/")
        fake.fields, pdf = _read_v2(body) if is_v2 else _read_v1(self.headers, body)
        if fake.fields["nik"] != NIK:
            self._json(400, {"status_code": 2011, "error": "belum terdaftar"})
        elif fake.fields["passphrase"] != PASSPHRASE:
            self._json(400, {"status_code": "2031", "error": "Passphrase anda salah"})
        else:
            self._in_mood(pdf, is_v2=is_v2)

    def _in_mood(self, pdf: bytes, *, is_v2: bool) -> None:
        fake, mood = self.fake, self.fake.mood
        if mood == "terlambat":
            fake.over.wait(10)
        elif mood == "menetes":
            self._drip(pdf)
        elif mood == "500":
            self._answer(500, "text/html", b"<h1>Internal Server Error</h1>")
        elif mood == "sampah":
            self._answer(200, "application/pdf", bytes(range(256)) * 9)
        elif mood == "html":
            self._answer(200, "text/html", b"<html>Silakan masuk</html>")
        elif mood == "json dengan kesalahan":
            self._json(200, {"status_code": 4014, "error": "parameter wajib kosong"})
        elif mood == "dua berkas":
            one = b64encode(signed(pdf)).decode()
            self._json(200, {"file": [one, one]})
        else:
            self._document(_BY_MOOD.get(mood, signed)(pdf), is_v2=is_v2)

    def _document(self, pdf: bytes, *, is_v2: bool) -> None:
        fake = self.fake
        fake.signatures += 1
        name = f"dok-{fake.signatures}"
        fake.kept[name] = pdf
        if fake.mood == "hilang di jalan":
            self._answer(200, "application/pdf", pdf, name, sends=100)
        elif fake.mood == "putus":
            self._answer(200, "application/pdf", pdf, sends=len(pdf) // 2)
        elif is_v2:
            self._json(200, {"time": 100, "file": [b64encode(pdf).decode()]})
        else:
            self._answer(200, "application/pdf", pdf, name)

    def _json(self, status: int, told: dict[str, Any]) -> None:
        self._answer(status, "application/json", json.dumps(told).encode())

    def _answer(
        self, status: int, kind: str, body: bytes, name: str = "", *, sends: int = -1
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if name:
            self.send_header("id_dokumen", name)
        self.end_headers()
        self.wfile.write(body if sends < 0 else body[:sends])

    def _drip(self, pdf: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(pdf)))
        self.end_headers()
        try:
            for at in range(len(pdf)):
                self.wfile.write(pdf[at : at + 1])
                self.wfile.flush()
                if self.fake.over.wait(0.05):
                    return
        except OSError:
            return


_BY_MOOD = {
    "setengah": lambda pdf: signed(pdf)[: len(pdf) + 500],
    "naskah lain": lambda pdf: signed(rewritten(pdf) + b"\n% lain\n"),
    "ditulis ulang": lambda pdf: signed(rewritten(pdf)),
    "tanpa tanda tangan": lambda pdf: pdf,
    "tambahan di belakang": lambda pdf: signed(pdf) + b"\n<script>alert(1)</script>\n%%EOF\n",
}


def _read_v1(headers: Any, body: bytes) -> tuple[dict[str, Any], bytes]:
    head = f"Content-Type: {headers['Content-Type']}\r\n\r\n".encode()
    parts = message_from_bytes(head + body).get_payload()
    told = {
        part.get_param("name", header="content-disposition"): part.get_payload(decode=True)
        for part in parts
    }
    pdf = told.pop("file")
    return {name: value.decode("latin-1") for name, value in told.items()}, pdf


def _read_v2(body: bytes) -> tuple[dict[str, Any], bytes]:
    told = json.loads(body)
    [pdf] = told.pop("file")
    [shown] = told.pop("signatureProperties")
    return told | shown, b64decode(pdf)


@contextmanager
def fake_bsre() -> Iterator[FakeBsre]:
    """The service, running; its threads end with it."""
    fake = FakeBsre()
    handler = type("Handler", (_Handler,), {"fake": fake})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    fake.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        fake.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
        time.sleep(0)
