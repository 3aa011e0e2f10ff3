"""What was sent with a file that is still being read: kept in the data folder until it is answered.

It is lost when Runut is started again; what was typed beside the file is then offered by ``kept``.
"""

import json
import re
import secrets
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict

from runut.office.people.models import Person
from runut.office.web.kept.store import is_secret

KEPT_FOR_S = 60 * 60
"""Whoever closed the page may come back to it for so long."""
_TICKET = re.compile(r"[\w-]{20,40}")
_TOLD = "isian.json"


def _folder() -> Path:
    return Path(settings.DATA_DIR) / "sementara" / "menunggu-dibaca"


def _person(request: HttpRequest) -> int | None:
    """Whose sending it is; None for somebody without an account."""
    user = getattr(request, "user", None)
    return user.pk if isinstance(user, Person) else None


def may_wait(request: HttpRequest) -> bool:
    """Whether the page may be answered later: secrets are not written down, so they wait here."""
    return not any(map(is_secret, request.POST))


@dataclass(frozen=True)
class Sent:
    """A sending that waits; ``key`` is the reading it waits for."""

    ticket: str
    key: str

    def become(self, request: HttpRequest) -> None:
        """Make of a request that asks how far it is the one that was sent."""
        told = _told(self.ticket)
        fields = QueryDict(mutable=True)
        for name, values in told["isian"]:
            fields.setlist(name, values)
        files: MultiValueDict[str, UploadedFile[bytes]] = MultiValueDict()
        for number, (field, name, kind) in enumerate(told["berkas"]):
            path = _folder() / self.ticket / str(number)
            handed = UploadedFile(path.open("rb"), name, kind, path.stat().st_size)
            files.appendlist(field, handed)
        request.method = request.META["REQUEST_METHOD"] = "POST"
        request.POST = fields  # type: ignore[assignment]
        request._files = files  # type: ignore[attr-defined]
        # it was asked for its token when it was sent, and the ticket is its sender's alone
        request.csrf_processing_done = True  # type: ignore[attr-defined]

    def for_reading(self, key: str) -> "Sent":
        """The same sending, which now waits for another reading."""
        told = _told(self.ticket) | {"kunci": key}
        (_folder() / self.ticket / _TOLD).write_text(json.dumps(told), encoding="utf-8")
        return Sent(self.ticket, key)

    def forget(self) -> None:
        """It was answered."""
        shutil.rmtree(_folder() / self.ticket, ignore_errors=True)


def keep_sent(request: HttpRequest, key: str) -> Sent:
    """Write down what was sent, as the view saw it. Raises OSError where it cannot be kept."""
    _forget_old()
    sent = Sent(secrets.token_urlsafe(24), key)
    place = _folder() / sent.ticket
    place.mkdir(parents=True, mode=0o700)
    files = [(name, one) for name in request.FILES for one in request.FILES.getlist(name)]
    for number, (_, file) in enumerate(files):
        file.seek(0)
        with (place / str(number)).open("wb") as kept:
            for piece in file.chunks():
                kept.write(piece)
    told = {
        "siapa": _person(request),
        "alamat": request.path,
        "kunci": key,
        "isian": [list(one) for one in request.POST.lists()],
        "berkas": [(field, one.name, one.content_type) for field, one in files],
    }
    (place / _TOLD).write_text(json.dumps(told), encoding="utf-8")
    return sent


def is_kept(ticket: str) -> bool:
    """Whether something waits under this ticket, whoever sent it."""
    return bool(_TICKET.fullmatch(ticket)) and (_folder() / ticket / _TOLD).exists()


def sent_of(request: HttpRequest, ticket: str) -> Sent | None:
    """The sending of a ticket, if it is this person's and was sent to this page."""
    if not is_kept(ticket):
        return None
    try:
        told = _told(ticket)
    except (OSError, ValueError):
        return None
    is_theirs = (told["siapa"], told["alamat"]) == (_person(request), request.path)
    return Sent(ticket, told["kunci"]) if is_theirs else None


def _told(ticket: str) -> dict[str, Any]:
    return dict(json.loads((_folder() / ticket / _TOLD).read_text(encoding="utf-8")))


def _forget_old() -> None:
    with suppress(OSError):
        for place in _folder().iterdir():
            if time.time() - place.stat().st_mtime > KEPT_FOR_S:
                shutil.rmtree(place, ignore_errors=True)
