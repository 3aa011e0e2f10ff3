"""Training and competence of somebody, and what SOPs demand of who works by them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.forms import ActForm, person_of, status_shown
from runut.office.people.models import Appointment, Person
from runut.office.personnel.actions import qualifying
from runut.office.personnel.actions.qualifying import Certificate
from runut.office.personnel.demand_forms import DemandsForm
from runut.office.personnel.demands import are_checked, demands_of, unqualified_of
from runut.office.personnel.forms import CertificateForm
from runut.office.personnel.models import Qualification
from runut.office.personnel.pages.door import for_keepers
from runut.office.personnel.queries import person_in
from runut.office.sops.models import SopVersion
from runut.office.web.kept.pages import stands_on


@require_safe
@for_keepers
def overview(request: HttpRequest) -> HttpResponse:
    """The demands of every SOP in force, and whether anybody was looked at against them."""
    found = _in_force(person_of(request).office_id)
    context = {"sops": [(one, demands_of(one), are_checked(one)) for one in found]}
    return render(request, "personnel/demands.html", context)


@require_safe
@for_keepers
def of_sop(request: HttpRequest, version_id: int) -> HttpResponse:
    """Who plays a role of the SOP, and which of its demands he is not known to fulfil."""
    office_id, day = person_of(request).office_id, clock.now().date()
    version = next((one for one in _in_force(office_id) if one.pk == version_id), None)
    if version is None:
        raise Http404
    posts = Appointment.objects.filter(
        Appointment.held_on(day), office_id=office_id, person__is_active=True
    ).exclude(peran="")
    people = {one.person_id: one.person for one in posts.select_related("person")}
    lacking = unqualified_of(people.values(), version, day)
    rows = sorted(people.values(), key=lambda one: one.nama)
    context = {
        "version": version,
        "demands": demands_of(version),
        "is_checked": are_checked(version),
        "rows": [(one, lacking.get(one.pk, [])) for one in rows],
    }
    return render(request, "personnel/demands_of_sop.html", context)


@for_keepers
def of_person(request: HttpRequest, person_id: int) -> HttpResponse:
    """The certificates of somebody, and which demands he fulfils. Each part is a form."""
    found = person_in(person_of(request).office_id, person_id)
    form = CertificateForm(request.POST or None)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in Certificate.__dataclass_fields__}
        answer = qualifying.add_qualification(
            person_id, Certificate(**given), form.doer(request, "")
        )
        if not isinstance(answer, Refused):
            messages.success(request, "Kualifikasi dicatat.")
            return redirect(answer.url)
        status = form.refuse(answer)
    return _page(request, found, form, _demands_form(found), status)


@stands_on("pegawai_kualifikasi", "person_id")
@for_keepers
def confirm(request: HttpRequest, person_id: int) -> HttpResponse:
    """Say which demands somebody fulfils."""
    found = person_in(person_of(request).office_id, person_id)
    demands = _demands_form(found, request)
    if demands.is_valid():
        answer = qualifying.confirm_demands(person_id, demands.answers, demands.doer(request, ""))
        if not isinstance(answer, Refused):
            messages.success(request, "Pemenuhan syarat disimpan.")
            return redirect(answer.url)
        status = demands.refuse(answer)
    else:
        status = 422
    return _page(request, found, CertificateForm(), demands, status)


@stands_on("kantor_pegawai")
@for_keepers
def withdraw(request: HttpRequest, qualification_id: int) -> HttpResponse:
    """It was entered by mistake."""
    found = Qualification.objects.get(pk=qualification_id)
    form = ActForm(request.POST)
    if not form.is_valid():
        return redirect("pegawai_kualifikasi", found.person_id)
    answer = qualifying.withdraw_qualification(qualification_id, form.doer(request, ""))
    if isinstance(answer, Refused):
        messages.error(request, answer.reason)
        return redirect("pegawai_kualifikasi", found.person_id)
    messages.success(request, "Catatan kualifikasi dicabut; riwayatnya tetap ada.")
    return redirect(answer.url)


def _page(
    request: HttpRequest, person: Person, form: ActForm, demands: DemandsForm, status: int
) -> HttpResponse:
    day = clock.now().date()
    held = Qualification.objects.filter(office_id=person.office_id, person=person, dicabut=False)
    context = {
        "person": person,
        "held": [(one, one.has_lapsed(day)) for one in held.order_by("-tanggal", "pk")],
        "form": form,
        "demands": demands,
        "withdraw": ActForm(),
    }
    return render(request, "personnel/qualifications.html", context, status=status)


def _demands_form(person: Person, request: HttpRequest | None = None) -> DemandsForm:
    held = Qualification.objects.filter(office_id=person.office_id, person=person, dicabut=False)
    return DemandsForm(
        request.POST if request else None,
        person=person,
        sops=[(one.sop.judul, demands_of(one)) for one in _in_force(person.office_id)],
        certificates=list(held.order_by("nama")),
    )


def _in_force(office_id: int) -> list[SopVersion]:
    found = SopVersion.objects.filter(office_id=office_id, status=SopVersion.Status.BERLAKU)
    return list(found.select_related("sop").order_by("sop__judul", "pk"))
