"""The address that is served is the one that papers print; one that cannot be is refused."""

import errno
import re
import socket
from collections.abc import Iterator

import pytest

from runut.office.running import CannotRun
from runut.office.running.address import public_url, served_address
from tests.running.serving import free_port


@pytest.fixture
def busy() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_host_that_is_named_is_the_one_that_is_printed() -> None:
    port = free_port()
    assert served_address("127.0.0.1", port).url == f"http://127.0.0.1:{port}"
    named = served_address("localhost", port)
    assert (named.host, named.url) == ("127.0.0.1", f"http://localhost:{port}")


def test_an_office_for_all_the_network_is_called_by_this_computers_own_address() -> None:
    address = served_address("0.0.0.0", free_port())  # noqa: S104 - what is tested
    assert re.fullmatch(rf"http://(localhost|[\d.]+):{address.port}", address.url)
    assert "0.0.0.0" not in address.url  # noqa: S104
    assert address.near == "127.0.0.1"


def test_a_busy_port_is_said_with_another_to_try(busy: int) -> None:
    with pytest.raises(CannotRun, match=rf"Port {busy} .* program lain.*--port {busy + 1}"):
        served_address("127.0.0.1", busy)


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 0), ("127.0.0.1", 65_536), ("..", 8000)])
def test_an_address_that_is_none_is_refused(host: str, port: int) -> None:
    with pytest.raises(CannotRun, match=r"tidak ada|tidak dikenal"):
        served_address(host, port)


def test_an_address_of_another_computer_is_refused() -> None:
    with pytest.raises(CannotRun, match="bukan alamat komputer ini"):
        served_address("192.0.2.7", free_port())


def test_a_port_that_the_system_keeps_for_itself_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(self: socket.socket, address: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refuse)
    with pytest.raises(CannotRun, match=r"Port 80 .* 1024 ke atas"):
        served_address("127.0.0.1", 80)


def test_an_address_for_papers_needs_its_scheme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUNUT_URL", "https://runut.kantor.go.id/")
    assert public_url() == "https://runut.kantor.go.id"
    monkeypatch.setenv("RUNUT_URL", "runut.kantor.go.id")
    with pytest.raises(CannotRun, match="http://"):
        public_url()
