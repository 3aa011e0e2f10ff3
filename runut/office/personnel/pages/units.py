"""The parts of the office."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from runut.core.findings import Refused
from runut.office.acts.forms import person_of, status_shown
from runut.office.people.models import Unit
from runut.office.personnel.actions.units import save_unit
from runut.office.personnel.forms import UnitForm
from runut.office.personnel.pages.door import for_keepers
from runut.office.personnel.queries import units_of


@for_keepers
def overview(request: HttpRequest) -> HttpResponse:
    """All parts of the office, and the form for one more."""
    return _page(request, None)


@for_keepers
def change(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Name, code and place of a part."""
    found = Unit.objects.filter(office_id=person_of(request).office_id, pk=unit_id).first()
    if found is None:
        raise Http404
    return _page(request, found)


def _page(request: HttpRequest, unit: Unit | None) -> HttpResponse:
    office = person_of(request).office
    others = Unit.objects.filter(office=office).exclude(pk=unit.pk if unit else 0)
    initial = {"nama": unit.nama, "kode": unit.kode, "induk": unit.induk_id} if unit else None
    form = UnitForm(request.POST or None, units=others.order_by("nama"), initial=initial)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        answer = save_unit(
            unit.pk if unit else None,
            given["nama"],
            given["kode"],
            given["induk"],
            form.doer(request, ""),
        )
        if not isinstance(answer, Refused):
            messages.success(request, f"Unit {given['nama']} disimpan.")
            return redirect(answer.url)
        status = form.refuse(answer)
    context = {"form": form, "unit": unit, "units": units_of(office)}
    return render(request, "personnel/units.html", context, status=status)
