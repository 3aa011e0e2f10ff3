"""The provider of logins that an office names (``RUNUT_OIDC``), checked when Runut starts."""

from collections.abc import Mapping
from typing import TypedDict
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

_HERE = ("localhost", "127.0.0.1", "::1")


class Oidc(TypedDict):
    """As it was set. Its secret lies in the folder of keys and is read when it is needed."""

    issuer: str
    client: str
    name: str
    claim: str


def oidc_of(environ: Mapping[str, str]) -> Oidc | None:
    """The provider that is set; None where there is none.

    Raises ImproperlyConfigured, in Indonesian, for one that cannot be asked safely.
    """
    issuer = environ.get("RUNUT_OIDC", "").strip()
    if not issuer:
        return None
    parts = urlsplit(issuer)
    is_here = parts.scheme == "http" and parts.hostname in _HERE
    if not parts.hostname or not (parts.scheme == "https" or is_here):
        raise ImproperlyConfigured(
            "RUNUT_OIDC bukan alamat HTTPS. Isi alamat penyedia masuk persis seperti yang "
            "disebutkannya (issuer), misalnya https://sso.instansi.go.id/realms/kantor."
        )
    client = environ.get("RUNUT_OIDC_KLIEN", "").strip()
    if not client:
        raise ImproperlyConfigured(
            "RUNUT_OIDC_KLIEN belum diisi. Isi client ID yang diberikan penyedia masuk."
        )
    return {
        "issuer": issuer,
        "client": client,
        "name": environ.get("RUNUT_OIDC_NAMA", "").strip() or "akun instansi",
        "claim": environ.get("RUNUT_OIDC_KLAIM", "").strip() or "email",
    }
