"""The link of a pack: signed, so that it cannot be guessed; it ends, and can be withdrawn.

It works while the window of its quarter is open, and never longer than ``LONGEST``.
"""

import secrets
from datetime import timedelta

from django.core import signing

from runut.office.packs.models import Pack
from runut.office.people.address import public_url

LONGEST = timedelta(days=180)
_SIGNER = signing.Signer(salt="runut.paket", sep=".")


def new_secret() -> str:
    """The secret of one pack."""
    return secrets.token_urlsafe(9)


def token_of(pack: Pack) -> str:
    """What stands in the link."""
    return _SIGNER.sign(f"{pack.pk}-{pack.kunci}")


def link_of(pack: Pack) -> str:
    """The whole address, as it is sent."""
    return f"{public_url()}/isi/{token_of(pack)}/"


def pack_of(token: str) -> Pack | None:
    """The pack behind a link, whether it still works or not; None where it is no link of ours."""
    try:
        number, _, secret = _SIGNER.unsign(token).partition("-")
    except signing.BadSignature:
        return None
    found = Pack.objects.select_related("office", "dibuat_oleh").filter(pk=int(number)).first()
    if found is None or not secrets.compare_digest(found.kunci.encode(), secret.encode()):
        return None
    return found
