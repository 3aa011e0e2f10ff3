"""The mail server of an office: where letters go out, and whether there is one.

The password lies in the folder of keys, readable by its owner only, and never in the database.
"""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from runut.files.store import write_whole
from runut.office.people.models import Office, profile_of

PATIENCE_S = 15
STARTTLS, TLS, PLAIN = "starttls", "tls", "tanpa"


@dataclass(frozen=True)
class MailServer:
    """Where letters go out, as the office set it. ``keamanan``: starttls, tls or tanpa."""

    host: str
    port: int
    keamanan: str
    user: str
    pengirim: str


def mail_server_of(office: Office) -> MailServer | None:
    """The office's own mail server, else the one of ``RUNUT_SMTP``; None if there is none."""
    told = profile_of(office).surat_elektronik
    if told.get("host"):
        return MailServer(
            host=str(told["host"]),
            port=int(told.get("port") or 25),
            keamanan=str(told.get("keamanan") or PLAIN),
            user=str(told.get("user") or ""),
            pengirim=str(told.get("pengirim") or settings.DEFAULT_FROM_EMAIL),
        )
    if settings.EMAIL_HOST:
        sender = settings.DEFAULT_FROM_EMAIL
        return MailServer(settings.EMAIL_HOST, settings.EMAIL_PORT, PLAIN, "", sender)
    return None


def connection_to(office: Office, server: MailServer) -> BaseEmailBackend:
    """A way to send through the server; to be given to ``EmailMessage(connection=…)``."""
    made: BaseEmailBackend = get_connection(
        host=server.host,
        port=server.port,
        username=server.user,
        password=mail_password(office) if server.user else "",
        use_tls=server.keamanan == STARTTLS,
        use_ssl=server.keamanan == TLS,
        timeout=PATIENCE_S,
    )
    return made


def can_mail(office: Office) -> bool:
    """Whether letters of this office can go out by mail at all."""
    return mail_server_of(office) is not None


def send_letter(office: Office, message: EmailMessage) -> None:
    """Send a letter through the office's server, from its address.

    Raises what the mail server raises, and OSError where there is no server.
    """
    server = mail_server_of(office)
    if server is None:
        raise ConnectionRefusedError("no mail server")
    message.from_email = server.pengirim
    message.connection = connection_to(office, server)
    try:
        message.send()
    finally:
        message.connection.close()  # a server that refused is still on the line


def mail_password(office: Office) -> str:
    """The password of the mail server, "" if none was set."""
    try:
        return _password_file(office).read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""


def keep_mail_password(office: Office, password: str) -> None:
    """Keep another password; "" takes it away."""
    if password:
        write_whole(_password_file(office), password.encode())
    else:
        _password_file(office).unlink(missing_ok=True)


def _password_file(office: Office) -> Path:
    return Path(settings.KEYS_DIR) / f"kantor-{office.pk}" / "surel"
