"""Asking a service over HTTP: one request, one answer, within a time and a size, no redirects.

The time holds for the whole answer, however slowly it drips in.
"""

import ssl
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from socket import SHUT_RDWR, create_connection
from socket import socket as Socket
from threading import Timer
from urllib.parse import urlsplit

LARGEST_ANSWER = 64 << 20
_PIECE = 64 << 10


class NoAnswer(Exception):
    """The service gave no whole answer. ``is_late``: it took too long. ``headers``: what it had
    told before it was cut off."""

    def __init__(self, *, is_late: bool, headers: Mapping[str, str] | None = None) -> None:
        super().__init__("late" if is_late else "cut")
        self.is_late, self.headers = is_late, dict(headers or {})


@dataclass(frozen=True)
class Service:
    """Where a service is, and how to log in there: by name and password, or by a token."""

    url: str
    user: str = ""
    password: str = field(default="", repr=False)
    timeout_s: float = 60
    token: str = field(default="", repr=False)


@dataclass(frozen=True)
class Answer:
    """What the service said; names of headers in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def is_address(url: str) -> bool:
    """Whether ``url`` names a service that can be asked."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def ask(
    service: Service, method: str, path: str, *, body: bytes = b"", kind: str = "", accept: str = ""
) -> Answer:
    """Ask once. Raises ``NoAnswer`` for everything that is no whole answer in time."""
    parts = urlsplit(service.url)
    connection = _connection(service)
    late = _Late()
    timer = Timer(service.timeout_s, late.end)
    timer.daemon = True
    timer.start()
    told: dict[str, str] = {}
    try:
        connection.connect()
        late.socket = connection.sock
        if late.has_come:
            raise NoAnswer(is_late=True)
        target = parts.path.rstrip("/") + path if path else parts.path or "/"
        connection.request(method, target, body or None, _headers(service, kind, accept))
        response = connection.getresponse()
        told = {name.lower(): value for name, value in response.getheaders()}
        data = bytearray()
        while piece := response.read1(_PIECE):
            data += piece
            if len(data) > LARGEST_ANSWER:
                raise NoAnswer(is_late=False, headers=told)
        announced = told.get("content-length", "")
        if late.has_come or (announced.isdecimal() and len(data) != int(announced)):
            raise NoAnswer(is_late=late.has_come, headers=told)
        return Answer(response.status, told, bytes(data))
    except (OSError, HTTPException, ValueError) as error:
        is_late = late.has_come or isinstance(error, TimeoutError)
        raise NoAnswer(is_late=is_late, headers=told) from error
    finally:
        timer.cancel()
        connection.close()


class _Late:
    """Ends a conversation that takes too long: whoever waits for more, gets nothing more.

    The socket is kept here: the connection lets go of it once the answer has begun.
    """

    def __init__(self) -> None:
        self.has_come = False
        self.socket: Socket | None = None

    def end(self) -> None:
        self.has_come = True
        if self.socket is not None:
            try:
                self.socket.shutdown(SHUT_RDWR)
            except OSError:
                return


def _connection(service: Service) -> HTTPConnection:
    parts = urlsplit(service.url)
    host = parts.hostname or ""
    if parts.scheme == "https":
        context = ssl.create_default_context()
        return HTTPSConnection(host, parts.port, timeout=service.timeout_s, context=context)
    return HTTPConnection(host, parts.port, timeout=service.timeout_s)


def _headers(service: Service, kind: str, accept: str) -> dict[str, str]:
    headers = {"Connection": "close", "User-Agent": "Runut"}
    if kind:
        headers["Content-Type"] = kind
    if accept:
        headers["Accept"] = accept
    if service.user:
        login = b64encode(f"{service.user}:{service.password}".encode()).decode()
        headers["Authorization"] = f"Basic {login}"
    elif service.token:
        headers["Authorization"] = f"Bearer {service.token}"
    return headers


def can_reach(url: str, timeout_s: float) -> bool:
    """Whether somebody listens at an address; nothing is asked of him."""
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        with create_connection((parts.hostname or "", port), timeout=timeout_s):
            return True
    except (OSError, ValueError):
        return False
