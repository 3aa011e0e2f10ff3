"""Work for the worker."""

from urllib.parse import urlsplit

from django.core.mail import EmailMessage
from django_tasks import task

from runut.office import clock
from runut.office.people.address import public_url
from runut.office.people.mailing import send_letter
from runut.office.reminders.models import Digest
from runut.office.reminders.words import subject_of, text_of


@task
def email_digest(digest_id: int) -> None:
    """Send one digest. Whoever takes it first sends it; it can be asked for again without harm.

    Raises what the mail server raises: the worker keeps the failure, the letter waits.
    """
    rows = Digest.objects.filter(pk=digest_id)
    if not rows.filter(surel=Digest.Surel.WAITING).update(
        surel=Digest.Surel.SENDING, surel_pada=clock.now()
    ):
        return
    digest = rows.select_related("office", "person").get()
    try:
        send_letter(digest.office, _letter(digest))
    except BaseException:
        rows.update(surel=Digest.Surel.WAITING)
        raise
    rows.update(surel=Digest.Surel.SENT, surel_pada=clock.now())


def _letter(digest: Digest) -> EmailMessage:
    """The letter; cut short and sent again it has the same name, so that it is shown once."""
    host = urlsplit(public_url()).hostname or "runut"
    name = f"<pengingat-{digest.office_id}-{digest.person_id}-{digest.hari:%Y%m%d}@{host}>"
    return EmailMessage(
        subject=subject_of(digest),
        body=text_of(digest),
        to=[digest.person.email],
        headers={"Message-ID": name},
    )
