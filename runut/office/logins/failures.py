"""The wrong tries of the last two days, as who keeps the office reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q

from runut.office.logins.models import FailedLogin
from runut.office.logins.tries import KEPT
from runut.office.people.models import Office

MOST_SHOWN = 100


@dataclass(frozen=True)
class Failures:
    """How often one account was tried in vain from one address, and when last.

    ``nama`` is "" for names that nobody here has; all of them from one address count as one.
    """

    nama: str
    akun: str
    alamat: str
    pintu: str
    count: int
    last: datetime


def failures_of(office: Office, now: datetime) -> Sequence[Failures]:
    """The most tried first. Names of nobody belong to no office: whoever keeps one sees them."""
    rows = (
        FailedLogin.objects.filter(Q(office=office) | Q(office__isnull=True), pada__gte=now - KEPT)
        .values("person__nama", "person__username", "alamat", "pintu")
        .annotate(count=Count("pk"), last=Max("pada"))
        .order_by("-count", "-last")[:MOST_SHOWN]
    )
    return [
        Failures(
            row["person__nama"] or "",
            row["person__username"] or "",
            row["alamat"],
            FailedLogin.Pintu(row["pintu"]).label,
            row["count"],
            row["last"],
        )
        for row in rows
    ]
