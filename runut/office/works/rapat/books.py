"""The lines of the year's books: one running number after the other, in the act itself."""

from datetime import datetime

from django.db.models import F

from runut.office.people.models import Office
from runut.office.works.rapat.models import MeetingBook

AGENDA, NOTULA = "agenda", "notula"


def next_line(office: Office, kind: str, at: datetime) -> tuple[int, int]:
    """Year and number of the next line. Call inside the transaction of the act: if the act is
    undone, so is the number, and whoever writes at the same time waits for it."""
    tahun = at.astimezone(office.zone).year
    book, _ = MeetingBook.objects.get_or_create(office_id=office.pk, tahun=tahun, kind=kind)
    MeetingBook.objects.filter(office_id=office.pk, pk=book.pk).update(terakhir=F("terakhir") + 1)
    book.refresh_from_db()
    return tahun, book.terakhir
