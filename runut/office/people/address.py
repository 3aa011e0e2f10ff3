"""The address under which papers, QR codes and letters name this office.

One data folder serves one office (docs/decisions/0010-data-folder.md), so the address is asked of
the installation and not of a person.
"""

from dataclasses import dataclass

from django.conf import settings

from runut.core.findings import Refused
from runut.office.people.models import Office, OfficeProfile, Person, Right
from runut.office.people.rights import may, people_with
from runut.office.reach import only_here

_WHY = (
    "Kantor ini belum mempunyai alamat publik, sehingga penerima tidak dapat memeriksa keaslian "
    "naskahnya."
)


def public_url() -> str:
    """The public address that the office set, else the one that is served (``RUNUT_URL``)."""
    told = OfficeProfile.objects.exclude(alamat_publik="").order_by("office_id")
    return told.values_list("alamat_publik", flat=True).first() or str(settings.PUBLIC_URL)


def verification_of(kode: str) -> str:
    """Where anybody can see what is known about a document with this code, as papers print it: its
    address, or the code alone while only this computer could open that."""
    base = public_url()
    return f"kode {kode}" if only_here(base) else f"{base}/v/{kode}"


@dataclass(frozen=True)
class Unreachable:
    """No address that others can open: why that matters, and who can change it."""

    reason: str
    may_set: bool
    keepers: tuple[Person, ...]


def unreachable(office: Office, person: Person) -> Unreachable | None:
    """What a page says before a paper leaves; nothing where there is an address. The example
    office is tried at one computer and sends to nobody."""
    if office.is_contoh or not only_here(public_url()):
        return None
    may_set = may(person, Right.KANTOR)
    keepers = () if may_set else tuple(people_with(office.pk, Right.KANTOR))
    return Unreachable(_WHY, may_set, keepers)


def refuse_unreachable(office: Office) -> Refused | None:
    """Why a paper cannot leave."""
    if office.is_contoh or not only_here(public_url()):
        return None
    return Refused(
        "tanpa_alamat_publik",
        f"{_WHY} Isi alamat itu pada halaman Kantor, bagian Alamat publik, lalu kirim lagi.",
    )
