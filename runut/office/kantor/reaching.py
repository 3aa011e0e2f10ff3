"""Whether others can open what papers print: the address in use, a QR of it, what to type."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.safestring import mark_safe

from runut.files.write.layout.signature import qr_svg
from runut.office.people.address import public_url
from runut.office.people.models import Office, profile_of
from runut.office.reach import is_loopback, only_here, own_address


def reaching(request: HttpRequest, office: Office) -> dict[str, Any]:
    """What the page of addresses shows."""
    url = public_url()
    listens = profile_of(office).dengar or "127.0.0.1:8000"
    host, _, port = listens.rpartition(":")
    return {
        "public_url": url,
        "is_only_here": only_here(url),
        "is_set": bool(profile_of(office).alamat_publik),
        "served_url": str(settings.PUBLIC_URL),
        "qr": mark_safe(qr_svg(url)),  # noqa: S308 - drawn here, the address is only in its squares
        "suggestion": _suggestion(request, port),
        "listens_only_here": is_loopback(host),
    }


def _suggestion(request: HttpRequest, port: str) -> str:
    """The address that telephones of this network probably reach, "" if none is known."""
    asked = request.get_host()
    if not is_loopback(asked.rsplit(":", 1)[0]):
        return f"{request.scheme}://{asked}"
    own = own_address()
    return "" if is_loopback(own) else f"http://{own}:{port}"
