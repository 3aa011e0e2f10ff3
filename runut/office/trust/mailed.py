"""The newest checkpoint, mailed each day to whoever watches: a witness outside the machine."""

from datetime import datetime

from django.core.mail import EmailMessage
from django.db import transaction

from runut.office.people.mailing import can_mail, send_letter
from runut.office.people.models import Office, Person, Right
from runut.office.trust.append import Act, append
from runut.office.trust.checkpoints import code_now, newest_checkpoint
from runut.office.trust.models import Entry

MAILED = "titik_periksa.dikirim"


def mail_checkpoints(at: datetime) -> int:
    """Mail each office's newest checkpoint, once a day, to those who may see its audit trail.

    Answers how many letters went. Raises what the mail server raises; then the next hour tries
    again.
    """
    return sum(_mail(office, at) for office in Office.objects.order_by("pk") if can_mail(office))


def _mail(office: Office, at: datetime) -> int:
    day = at.astimezone(office.zone).date().isoformat()
    last = Entry.objects.filter(office=office, kind=MAILED).order_by("-seq").first()
    if last is not None and last.payload == _payload(day):
        return 0
    watching = Person.objects.filter(office=office, is_active=True, grants__right=Right.AUDIT)
    to = sorted(set(watching.exclude(email="").values_list("email", flat=True)))
    path = newest_checkpoint()
    if not to or path is None:
        return 0
    letter = EmailMessage(subject=f"Titik periksa {office.nama}", body=_words(office), bcc=to)
    letter.attach(path.name, path.read_text(encoding="utf-8"), "text/plain")
    send_letter(office, letter)
    with transaction.atomic():
        line = Act(MAILED, f"kantor:{office.pk}", {"hari": day})
        append(office.pk, [line], actor="", at=at)
    return len(to)


def _payload(day: str) -> str:
    return f'{{"hari":"{day}"}}'


def _words(office: Office) -> str:
    code = code_now(office.pk)
    return (
        f"Titik periksa {office.nama}: {code}\n\n"
        "Simpan surat ini. Berkas terlampir dan kode di atas adalah sidik seluruh catatan kantor\n"
        "sampai sekarang. Bila kelak diragukan apakah catatan itu diubah, jalankan di folder data\n"
        "kantor:\n\n"
        f"    runut verify --titik {code}\n\n"
        "atau dengan nama berkas terlampir sebagai pengganti kode.\n"
    )
