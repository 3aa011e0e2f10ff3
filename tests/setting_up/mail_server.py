"""A mail server on this machine that speaks SMTP over a real socket, and keeps what it is sent."""

import base64
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class MailServer:
    """``user`` and ``password``: whom it lets in; nobody has to come in where they are empty."""

    port: int = 0
    user: str = ""
    password: str = ""
    refuses: str = ""
    letters: list[str] = field(default_factory=list)
    logins: list[str] = field(default_factory=list)


@contextmanager
def mail_server(**told: str) -> Iterator[MailServer]:
    """It listens on a free port of the loopback until the block ends."""
    kept = MailServer(**told)  # type: ignore[arg-type]

    class Session(socketserver.StreamRequestHandler):
        timeout = 20

        def say(self, words: str) -> None:
            self.wfile.write(words.encode() + b"\r\n")

        def handle(self) -> None:
            self.say("220 uji ESMTP")
            for line in iter(self.rfile.readline, b""):
                words = line.decode().strip()
                verb = words.split(":")[0].upper()
                if verb.startswith("EHLO"):
                    self.say("250-uji")
                    self.say("250 AUTH PLAIN" if kept.user else "250 8BITMIME")
                elif verb.startswith("AUTH PLAIN"):
                    self.let_in(words.split()[2])
                elif verb == "RCPT TO" and kept.refuses and kept.refuses in words:
                    self.say("550 tidak dikenal")
                elif verb == "DATA":
                    self.say("354 silakan")
                    self.take()
                elif verb == "QUIT":
                    self.say("221 selesai")
                    return
                else:
                    self.say("250 baik")

        def let_in(self, told: str) -> None:
            _, user, password = base64.b64decode(told).decode().split("\0")
            kept.logins.append(user)
            is_right = (user, password) == (kept.user, kept.password)
            self.say("235 masuk" if is_right else "535 salah")

        def take(self) -> None:
            lines = []
            while (line := self.rfile.readline()) not in (b".\r\n", b""):
                lines.append(line.decode())
            kept.letters.append("".join(lines))
            self.say("250 diterima")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Session) as server:
        server.daemon_threads = True
        kept.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield kept
        finally:
            server.shutdown()
            thread.join()
