"""Under which names the office is opened: no name of a stranger's making leads a browser here.

A page of somebody else may give its own name this computer's address and then ask in the name of
whoever has it open (DNS rebinding). It cannot do so with an address in figures.
"""

import socket
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.office.people.address import public_url
from runut.office.reach import is_loopback


class KnownHosts:
    """An address that the office does not go by is answered with the one that it does.

    What it goes by: its public address, the one that is served, this computer's own name, and
    figures. Where ``RUNUT_HOSTS`` names others, Django holds to those alone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.known = {*_own_names(), _host_of(settings.PUBLIC_URL), *settings.ALLOWED_HOSTS}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        host = _host_of(f"//{request.get_host()}")
        if "*" in self.known and not self._is_known(host):
            context = {"host": host, "url": public_url()}
            response = render(request, "421.html", context, status=421)
            response.headers["Cache-Control"] = "no-store"
            return response
        return self.get_response(request)

    def _is_known(self, host: str) -> bool:
        """The office's own address is asked of the database once; what it was stays good."""
        if host in self.known or is_loopback(host) or _is_in_figures(host):
            return True
        if host == _host_of(public_url()):
            self.known.add(host)
        return host in self.known


def _host_of(url: str) -> str:
    return (urlsplit(url).hostname or "").rstrip(".")


def _is_in_figures(host: str) -> bool:
    try:
        ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def _own_names() -> set[str]:
    """As the network of an office calls this computer."""
    name = socket.gethostname().lower()
    short = name.partition(".")[0]
    return {name, short, f"{short}.local"} - {""}
