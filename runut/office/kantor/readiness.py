"""*Siap dijalankan?*: what will be missing later, at which step, and what mends it."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from runut.office import clock
from runut.office.acts.door import not_yours
from runut.office.acts.forms import person_of
from runut.office.cases.acting import definition_for
from runut.office.cases.queries import may_start
from runut.office.lacks import gather
from runut.office.people.models import Office, Person, Right
from runut.office.people.rights import may, people_with
from runut.office.sops.models import SopVersion


@require_safe
def of_office(request: HttpRequest) -> HttpResponse:
    """What the office lacks, whatever it will run; and its SOPs, each to be asked by itself."""
    person = person_of(request)
    if not _may_ask(person):
        return not_yours(request)
    versions = SopVersion.objects.filter(
        office_id=person.office_id, status=SopVersion.Status.BERLAKU
    ).select_related("sop")
    context = {
        **_found(person, None),
        "versions": versions.order_by("sop__judul"),
        "version": None,
    }
    return render(request, "kantor/ready.html", context)


@require_safe
def of_sop(request: HttpRequest, version_id: int) -> HttpResponse:
    """What one adopted SOP will miss once it runs here."""
    person = person_of(request)
    version = SopVersion.objects.filter(
        office_id=person.office_id, pk=version_id, status=SopVersion.Status.BERLAKU
    ).first()
    if version is None:
        raise Http404
    if not _may_ask(person):
        return not_yours(request)
    context = {**_found(person, version), "version": version, "may_start": may_start(person)}
    return render(request, "kantor/ready.html", context)


def _found(person: Person, version: SopVersion | None) -> dict[str, object]:
    definition = definition_for(version) if version else None
    lacks = gather(person.office, _today(person.office), definition)
    return {
        "blocking": [lack for lack in lacks if lack.is_blocking],
        "others": [lack for lack in lacks if not lack.is_blocking],
        "is_keeper": may(person, Right.KANTOR),
        "keepers": people_with(person.office_id, Right.KANTOR),
    }


def _today(office: Office) -> date:
    return clock.now().astimezone(office.zone).date()


def _may_ask(person: Person) -> bool:
    return may_start(person) or may(person, Right.KANTOR)
