"""The address and the file that hostile files would like to have fetched: nobody ever comes."""

import socket
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

CANARY = "rahasiaserverini"


@dataclass(frozen=True)
class Elsewhere:
    """A door on this machine at which somebody listens, and a file that is none of theirs."""

    listener: socket.socket
    file: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def visits(self) -> int:
        """How often somebody has knocked since this was last asked."""
        found = 0
        while True:
            try:
                self.listener.accept()[0].close()
            except BlockingIOError:
                return found
            found += 1


@cache
def elsewhere() -> Elsewhere:
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(64)
    listener.setblocking(False)
    file = Path(mkdtemp()) / "rahasia.txt"
    file.write_text(CANARY + "\n")
    return Elsewhere(listener, file)
