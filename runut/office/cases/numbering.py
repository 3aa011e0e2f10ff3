"""Numbers of the agenda book, as they stand on papers: no gap, and none given twice.

A number is printed on the paper, and drawing a paper takes long. So the next number is only looked
at before the paper is drawn, and given in the transaction that records it: if somebody else was
given it meanwhile, the act is undone and begins again with the next one.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import OperationalError, connection, transaction

from runut.core.report.papers.nomor import POLA, Unsur, format_nomor
from runut.office.cases.models import AgendaNumber
from runut.office.hot_sql import run
from runut.office.people.models import Office, profile_of

PENUGASAN, UNDANGAN, KESIAPAN, NOTULENSI, PENGANTAR = "ND", "UND", "LAP", "NOT", "SP"
KINDS = {
    UNDANGAN: "Surat undangan",
    PENUGASAN: "Nota dinas",
    PENGANTAR: "Surat pengantar",
    KESIAPAN: "Laporan",
    NOTULENSI: "Notula",
}
"""The kinds of paper that have a number of their own in the agenda book, by their code."""

_HASTY_TRIES = 2
_MOST_TRIES = 40
_QUEUE = 0x52554E55
"""Names the queue of those who draw numbered papers, apart from all other locks of the database."""
P = ParamSpec("P")
R = TypeVar("R")


class NumberLost(OperationalError):
    """Somebody else was given this number first; the act has to begin again.

    Where it may not begin again, the answer is that of a busy office: come back in a moment.
    """


class Nomor(str):
    """The next number of a kind of paper, as printed; not given until it is claimed."""

    office_id: int
    tahun: int
    jenis: str
    urut: int

    @staticmethod
    def of(text: str, office_id: int, tahun: int, jenis: str, urut: int) -> "Nomor":
        nomor = Nomor(text)
        nomor.office_id, nomor.tahun, nomor.jenis, nomor.urut = office_id, tahun, jenis, urut
        return nomor


def take_number(office: Office, kind: str, at: datetime) -> Nomor:
    """The number that the next paper of a kind gets, as printed (``001/UND/ADPIM/2026``).

    It is given when the paper is recorded. Call within a function that is ``numbered``.
    """
    day = at.astimezone(office.zone).date()
    profile = profile_of(office)
    last = AgendaNumber.objects.filter(office_id=office.pk, tahun=day.year, jenis=kind)
    urut = (last.values_list("terakhir", flat=True).first() or 0) + 1
    klasifikasi = str(profile.klasifikasi.get(kind, ""))
    text = format_nomor(
        str(profile.pola_nomor.get(kind, "")) or POLA,
        urut,
        Unsur(kind, office.kode, day, klasifikasi),
    )
    return Nomor.of(text, office.pk, day.year, kind, urut)


def claim(nomor: str) -> None:
    """Give the number, in the transaction that records its paper. Raises NumberLost.

    A number that was not taken from the book (typed, or kept from an earlier version) is none of
    its business.
    """
    if not isinstance(nomor, Nomor):
        return
    book, _ = AgendaNumber.objects.get_or_create(
        office_id=nomor.office_id, tahun=nomor.tahun, jenis=nomor.jenis
    )
    rows = AgendaNumber.objects.filter(office_id=nomor.office_id, pk=book.pk)
    if rows.filter(terakhir=nomor.urut - 1).update(terakhir=nomor.urut) != 1:
        raise NumberLost


def numbered(do: Callable[P, R]) -> Callable[P, R]:
    """An act that gives a number: it begins again when another act was given that number first.

    Whoever lost twice stands in a queue, so that many at once do not make each other draw for ever.
    """

    @wraps(do)
    def again(*args: P.args, **kwargs: P.kwargs) -> R:
        for tries in range(_MOST_TRIES):
            try:
                if tries < _HASTY_TRIES or connection.in_atomic_block:
                    return do(*args, **kwargs)
                with _queue():
                    return do(*args, **kwargs)
            except NumberLost:
                if tries == _MOST_TRIES - 1:
                    raise
        raise NumberLost

    return again


def _queue() -> AbstractContextManager[None]:
    """On SQLite a writing transaction is alone; PostgreSQL needs a lock that stands for the queue.

    It is taken before every other lock, and those who are not in the queue never take it: nobody
    waits in a circle (runut.office.locks).
    """
    return _locked() if connection.vendor == "postgresql" else transaction.atomic()


@contextmanager
def _locked() -> Iterator[None]:
    with transaction.atomic():
        run("SELECT pg_advisory_xact_lock(%s)", (_QUEUE,))
        yield
