"""Numbers of the agenda book, as they stand on papers."""

from datetime import datetime

from django.db import transaction

from runut.office.cases.documents import next_number
from runut.office.people.models import Office

PENUGASAN, UNDANGAN, KESIAPAN, NOTULENSI = "ND", "UND", "LAP", "NOT"


def take_number(office: Office, kind: str, at: datetime) -> str:
    """The next number of a kind of paper, as printed (``001/UND/ADPIM/2026``).

    In a short transaction of its own: drawing a paper takes long, and a number is given only once.
    """
    tahun = at.astimezone(office.zone).year
    with transaction.atomic():
        number = next_number(office.pk, tahun, kind)
    return f"{number:03d}/{kind}/{office.kode}/{tahun}"
