"""A mail server on this machine that speaks SMTP (RFC 5321), and fails where a test asks it to."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any


@dataclass
class MailServer:
    """What arrived. ``fault``: ``rcpt`` and ``data`` refuse, ``cut`` hangs up after the letter."""

    port: int = 0
    fault: str = ""
    arrived: list[tuple[list[str], EmailMessage]] = field(default_factory=list)


@contextmanager
def mail_server() -> Iterator[MailServer]:
    told = MailServer()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            _speak(self, told)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        told.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield told
        server.shutdown()
        thread.join()


def _speak(handler: Any, told: MailServer) -> None:
    def say(line: str) -> None:
        handler.wfile.write(f"{line}\r\n".encode())

    say("220 surat.uji ESMTP")
    receivers: list[str] = []
    while line := handler.rfile.readline().decode().strip():
        verb = line.partition(" ")[0].upper()
        if verb == "EHLO":
            say("250 surat.uji")
        elif verb == "RCPT" and told.fault == "rcpt":
            say("550 no such mailbox")
        elif verb == "RCPT":
            receivers.append(line.partition("<")[2].partition(">")[0])
            say("250 OK")
        elif verb == "DATA":
            say("354 go on")
            letter = b"".join(iter(handler.rfile.readline, b".\r\n"))
            if told.fault == "data":
                say("554 rejected")
                continue
            parsed = message_from_bytes(letter.replace(b"\r\n..", b"\r\n."), policy=policy.default)
            assert isinstance(parsed, EmailMessage)
            told.arrived.append((list(receivers), parsed))
            receivers.clear()
            if told.fault == "cut":
                return
            say("250 taken")
        elif verb == "QUIT":
            say("221 bye")
            return
        else:
            say("250 OK")
