"""A letter that tries the mail server: sent at once, and what the server said told plainly."""

import smtplib
import socket
import ssl
from datetime import datetime

from django.core.mail import EmailMessage

from runut.office.kantor.actions import note_test_mail
from runut.office.people.mailing import connection_to, mail_server_of
from runut.office.people.models import Person

_SENT, _FAILED = "terkirim", "gagal"


def send_test(person: Person, to: str, at: datetime) -> tuple[str, bool]:
    """Send it; a sentence on how it went, and whether it went."""
    office = person.office
    server = mail_server_of(office)
    if server is None:
        return "Belum ada server surel. Isi dan simpan dahulu, lalu coba lagi.", False
    connection = connection_to(office, server)
    letter = EmailMessage(
        subject=f"Surel percobaan dari {office.nama}",
        body=(
            f"Yth. {to}\n\nSurel ini percobaan dari Runut di {office.nama}, dikirim oleh "
            f"{person.nama}. Bila Saudara membacanya, server surel sudah benar.\n"
        ),
        from_email=server.pengirim,
        to=[to],
        connection=connection,
    )
    where = f"{server.host} port {server.port}"
    try:
        letter.send()
    except (smtplib.SMTPException, OSError) as error:
        note_test_mail(person, to, _FAILED, at)
        return f"Surel percobaan tidak terkirim lewat {where}: {_why(error)}", False
    finally:
        connection.close()  # a server that refused is still on the line
    note_test_mail(person, to, _SENT, at)
    return f"Surel percobaan diterima server {where} untuk {to}. Periksa kotak masuknya.", True


def _why(error: Exception) -> str:
    match error:
        case smtplib.SMTPAuthenticationError():
            return "nama pengguna atau kata sandi ditolak server. Periksa keduanya."
        case smtplib.SMTPRecipientsRefused():
            return "server menolak alamat penerima. Periksa alamatnya."
        case smtplib.SMTPSenderRefused():
            return "server menolak alamat pengirim. Periksa alamat pengirim."
        case smtplib.SMTPNotSupportedError():
            return "server tidak mengenal pengamanan atau cara masuk itu. Pilih yang lain."
        case ssl.SSLError():
            return "sertifikat atau pengamanan server tidak cocok. Pilih pengamanan yang lain."
        case ConnectionRefusedError():
            return "tidak ada yang menjawab di sana. Periksa alamat dan port."
        case socket.gaierror():
            return "nama server tidak dikenal. Periksa tulisannya."
        case TimeoutError():
            return "server tidak menjawab. Periksa alamat, port, dan jaringan."
        case smtplib.SMTPException():
            return "server menjawab dengan penolakan. Periksa port dan pengamanan."
    return "sambungannya putus. Periksa alamat, port, dan pengamanan."
