"""A provider of logins that does as it is told: real keys, real tokens, all ways to be wrong."""

import json
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT, SECRET = "runut kantor", "rahasia:penyedia"


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class FakeProvider:
    """What it knows and says. ``spoil`` changes claims, ``head`` the head of a token."""

    issuer: str = ""
    key: rsa.RSAPrivateKey = field(default_factory=new_key)
    kid: str = "satu"
    person: dict[str, Any] = field(default_factory=dict)
    spoil: dict[str, Any] = field(default_factory=dict)
    head: dict[str, Any] = field(default_factory=dict)
    signs_with: Any = None
    about: dict[str, Any] = field(default_factory=dict)
    on_page: dict[str, Any] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    now: float = 0

    def log_in(self, address: str) -> str:
        """What a browser is sent back with, once somebody has logged in here."""
        asked = dict(parse_qsl(urlsplit(address).query))
        assert asked["code_challenge_method"] == "S256" and asked["response_type"] == "code"
        code = f"kode-{len(self.codes)}"
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?code={code}&state={asked['state']}"

    def token(self, asked: dict[str, str]) -> str:
        claims = {
            "iss": self.issuer,
            "sub": "akun-7",
            "aud": CLIENT,
            "iat": self.now,
            "exp": self.now + 300,
            "nonce": asked["nonce"],
            **self.person,
            **self.spoil,
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        head = {"kid": self.kid, **self.head}
        algorithm = head.pop("alg", "RS256")
        key = self.signs_with if self.signs_with is not None else self.key
        return jwt.encode(claims, key, algorithm=algorithm, headers=head)

    def answer(self, path: str, sent: dict[str, str], login: str) -> tuple[int, dict[str, Any]]:
        self.asked.append(path)
        if path.endswith("/openid-configuration"):
            places = {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/masuk",
                "token_endpoint": f"{self.issuer}/token",
                "userinfo_endpoint": f"{self.issuer}/saya",
                "jwks_uri": f"{self.issuer}/kunci",
                "end_session_endpoint": f"{self.issuer}/keluar?tema=polos",
            }
            return 200, {**places, **self.about}
        if path == "/kunci":
            public = json.loads(RSAAlgorithm.to_jwk(self.key.public_key()))
            return 200, {"keys": [{**public, "kid": self.kid, "use": "sig"}]}
        if path == "/saya":
            known = login == "Bearer boleh-bertanya"
            return (200, {"sub": "akun-7", **self.on_page}) if known else (401, {})
        return self._exchange(sent, login)

    def _exchange(self, sent: dict[str, str], login: str) -> tuple[int, dict[str, Any]]:
        name, _, secret = b64decode(login.removeprefix("Basic ")).decode().partition(":")
        asked = self.codes.pop(sent["code"], None)
        proven = urlsafe_b64encode(sha256(sent["code_verifier"].encode()).digest()).rstrip(b"=")
        if (unquote(name), unquote(secret)) != (CLIENT, SECRET):
            return 401, {"error": "invalid_client"}
        if asked is None or asked["code_challenge"] != proven.decode():
            return 400, {"error": "invalid_grant"}
        return 200, {"id_token": self.token(asked), "access_token": "boleh-bertanya"}


@contextmanager
def listening(provider: FakeProvider) -> Iterator[FakeProvider]:
    """The provider on a port of this computer."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say(*provider.answer(urlsplit(self.path).path, {}, self._login()))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            sent = {name: values[0] for name, values in parse_qs(body).items()}
            self._say(*provider.answer(urlsplit(self.path).path, sent, self._login()))

        def _login(self) -> str:
            return self.headers.get("Authorization") or ""

        def _say(self, status: int, told: dict[str, Any]) -> None:
            data = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *told: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    provider.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
