"""How this computer is reached: its own address in the network, and addresses only it can open."""

import socket
from ipaddress import ip_address
from urllib.parse import urlsplit

_NOBODY = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}
"""Addresses for documentation: no network has them."""


def own_address(family: int = socket.AF_INET) -> str:
    """This computer's address in its network. Nothing is sent: the kernel only picks a way."""
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((_NOBODY[socket.AddressFamily(family)], 9))
        except OSError:
            return "localhost"
        return str(probe.getsockname()[0])


def is_loopback(host: str) -> bool:
    """Whether only this computer itself can open an address with this host.

    >>> [is_loopback(one) for one in ("localhost", "127.0.0.5", "[::1]", "10.0.0.7", "kantor.id")]
    [True, True, True, False, False]
    """
    name = host.strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def only_here(url: str) -> bool:
    """Whether an address of a page leads every other computer or telephone nowhere."""
    return is_loopback(urlsplit(url).hostname or "localhost")
