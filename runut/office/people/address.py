"""The address under which papers, QR codes and letters name this office.

One data folder serves one office (docs/decisions/0010-data-folder.md), so the address is asked of
the installation and not of a person.
"""

from django.conf import settings

from runut.office.people.models import OfficeProfile


def public_url() -> str:
    """The public address that the office set, else the one that is served (``RUNUT_URL``)."""
    told = OfficeProfile.objects.exclude(alamat_publik="").order_by("office_id")
    return told.values_list("alamat_publik", flat=True).first() or str(settings.PUBLIC_URL)
