"""Where the office is served, and how others reach it: the address that papers print."""

import errno
import os
import socket
import time
from dataclasses import dataclass

from runut.office.reach import own_address
from runut.office.running import CannotRun

HIGHEST_PORT = 65_535
USUAL_HOST, USUAL_PORT = "127.0.0.1", 8000
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - named to be recognised

_PATIENCE_S, _PAUSE_S = 2.0, 0.1
"""Whoever was killed a moment ago may not have let go of the port yet."""

_REASONS = {
    errno.EADDRINUSE: "sedang dipakai program lain. Pilih port lain, misalnya --port {other}.",
    errno.EACCES: "memerlukan hak khusus dari sistem. Pilih port 1024 ke atas: --port 8000.",
    errno.EADDRNOTAVAIL: "tidak dapat dilayani: {host} bukan alamat komputer ini.",
}


@dataclass(frozen=True)
class Address:
    """``host`` is numeric, as it is bound; ``url`` is how others reach it."""

    host: str
    port: int
    url: str

    @property
    def near(self) -> str:
        """The address to try from this computer itself."""
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104


def public_url() -> str:
    """The address that the office wants its papers to print (``RUNUT_URL``), or ""."""
    url = os.environ.get("RUNUT_URL", "").rstrip("/")
    if url and not url.startswith(("http://", "https://")):
        raise CannotRun(
            f"RUNUT_URL harus diawali http:// atau https://; tertulis “{url}”. Contoh: "
            "https://runut.kantor.go.id"
        )
    return url


def served_address(host: str, port: int) -> Address:
    """The address of ``--host`` and ``--port``. Raises CannotRun if it cannot be served now."""
    if not 0 < port <= HIGHEST_PORT:
        raise CannotRun(f"Port {port} tidak ada. Pilih angka dari 1 sampai {HIGHEST_PORT}.")
    try:
        # IPv4 first where a name has both: old office PCs have only that
        family, _, _, _, name = min(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    except (OSError, UnicodeError) as error:
        raise CannotRun(f"Alamat {host} tidak dikenal. Periksa isi --host.") from error
    numeric = str(name[0])
    shown = own_address(family) if numeric in EVERYWHERE else host
    address = Address(numeric, port, f"http://{f'[{shown}]' if ':' in shown else shown}:{port}")
    require_free(address)
    return address


def require_free(address: Address) -> None:
    """Raise CannotRun, with the reason, if nobody could listen there now."""
    until = time.monotonic() + _PATIENCE_S
    while (problem := _problem(address)) is not None:
        if problem.errno != errno.EADDRINUSE or time.monotonic() > until:
            reason = _REASONS.get(problem.errno or 0, f"tidak dapat dilayani ({problem.strerror}).")
            other = address.port + 1 if address.port < HIGHEST_PORT else 8000
            said = reason.format(other=other, host=address.host)
            raise CannotRun(f"Port {address.port} di {address.host} {said}")
        time.sleep(_PAUSE_S)


def _problem(address: Address) -> OSError | None:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            # without it, connections that have just ended would look like a server
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address.host, address.port))
        except OSError as error:
            return error
    return None
