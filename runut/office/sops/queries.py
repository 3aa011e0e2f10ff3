"""What the pages of the register read."""

from django.http import Http404

from runut.office.people.models import Person
from runut.office.sops.models import SopVersion


def version_of(version_id: int, person: Person) -> SopVersion:
    """A text of the person's own office; to everybody else it does not exist (Http404)."""
    found = (
        SopVersion.objects.filter(office_id=person.office_id, pk=version_id)
        .select_related("sop", "diadopsi_oleh", "revisi_dari")
        .first()
    )
    if found is None:
        raise Http404
    return found
