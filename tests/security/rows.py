"""What the database holds, so that a change by one row shows."""

from hashlib import sha256

from django.db import connection

SESSIONS = "django_session"


def rows() -> dict[str, str]:
    """A digest of every table but the sessions, under its name."""
    with connection.cursor() as cursor:
        names = sorted(set(connection.introspection.table_names(cursor)) - {SESSIONS})
        digests = {}
        for name in names:
            cursor.execute(f'SELECT * FROM "{name}" ORDER BY 1')  # noqa: S608 - our own names
            digests[name] = sha256(repr(cursor.fetchall()).encode()).hexdigest()
        return digests


def changed(before: dict[str, str]) -> list[str]:
    """The tables that are not as they were."""
    return [name for name, digest in rows().items() if before.get(name) != digest]
