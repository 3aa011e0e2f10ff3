"""Wrong tries to come in: whoever guesses waits, and nobody is locked out for good.

Counted in the database, so by all web processes together and over a restart: for one name from one
address, for one name from anywhere, for one address, and for all together. Only the first of these
holds where the person came in before.
"""

from datetime import timedelta

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from runut.office import clock
from runut.office.logins.models import FailedLogin
from runut.office.logins.sessions import address_of, came_from
from runut.office.people.models import Person

TRIES, WINDOW_S = 8, 15 * 60
"""Wrong tries under one name from one address before it has to wait a quarter of an hour."""
OF_A_NAME, OF_AN_ADDRESS, OF_ALL = 30, 100, 500
"""The same from wherever, under whatever name, and both: guessers with many machines or names."""
KEPT = timedelta(days=2)
THROTTLED = "Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi."


class Tries:
    """One try at a door, counted before it is judged: tries that come at once all count."""

    def __init__(self, pintu: str, request: HttpRequest | None, name: str) -> None:
        self._pintu = pintu
        self._name = name.strip()[:60]
        self._address = address_of(request) if request else ""
        self._row: FailedLogin | None = None

    def may_try(self) -> bool:
        """Whether this try is judged. It stands as a wrong one until ``was_right``."""
        now = clock.now()
        FailedLogin.objects.filter(pada__lt=now - KEPT).delete()
        person = Person.objects.filter(username__iexact=self._name).first()
        row = FailedLogin.objects.create(
            office_id=person.office_id if person else None,
            person=person,
            nama=_hash(self._name),
            alamat=self._address,
            pintu=self._pintu,
            pada=now,
        )
        if self._is_too_many(row):
            row.delete()  # who only waits does not wait longer by it
            return False
        self._row = row
        return True

    def was_right(self) -> None:
        if self._row is not None:
            self._row.delete()

    def _is_too_many(self, row: FailedLogin) -> bool:
        since = row.pada - timedelta(seconds=WINDOW_S)
        before = FailedLogin.objects.filter(pada__gt=since, pk__lt=row.pk)
        of_name = before.filter(nama=row.nama)
        here = before.filter(alamat=row.alamat)
        if of_name.filter(alamat=row.alamat, pintu=row.pintu).count() >= TRIES:
            return True
        if came_from(self._name, self._address):
            return False  # what strangers try elsewhere keeps nobody from his own desk
        return (
            of_name.count() >= OF_A_NAME
            or here.count() >= OF_AN_ADDRESS
            or before.count() >= OF_ALL
        )


def _hash(name: str) -> str:
    return salted_hmac("runut.percobaan", name.lower(), algorithm="sha256").hexdigest()
