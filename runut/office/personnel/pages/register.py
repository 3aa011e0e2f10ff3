"""The list of people, and the page of one of them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.core.words.telephone import format_telephone, whatsapp_url
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.logins.second import has_second
from runut.office.people.models import Person, Right, Unit
from runut.office.people.rights import people_with
from runut.office.personnel.actions import register
from runut.office.personnel.actions.keeping import page_of_person
from runut.office.personnel.facts import taken_in
from runut.office.personnel.forms import ActiveForm, NewPersonForm, PersonForm
from runut.office.personnel.history import history_of_person
from runut.office.personnel.pages.door import for_keepers
from runut.office.personnel.queries import (
    history_of_posts,
    jabatans_of,
    locked_out,
    person_in,
    register_of,
    units_of,
)
from runut.office.personnel.roles import roles_of_sops
from runut.office.web.navigation import url_or_nothing


@require_safe
@for_keepers
def overview(request: HttpRequest) -> HttpResponse:
    """The people of the office: all, of a unit, those that were searched, or those who left."""
    office, now = person_of(request).office, clock.now()
    words = request.GET.get("cari", "").strip()[:100]
    unit, gone = request.GET.get("unit", ""), request.GET.get("tampil") == "nonaktif"
    chosen = int(unit) if unit.isascii() and unit.isdigit() and len(unit) < 10 else None
    context = {
        "people": register_of(office.pk, now, words=words, unit=chosen, gone=gone),
        "units": units_of(office),
        "words": words,
        "unit": chosen,
        "gone": gone,
        "locked_out": locked_out(office.pk, now),
    }
    return render(request, "personnel/overview.html", context)


@for_keepers
def new(request: HttpRequest) -> HttpResponse:
    """Enter somebody, with his first post."""
    form = NewPersonForm(
        request.POST or None,
        taken=_taken(request),
        initial={"mulai": clock.now().date()} if not request.POST else None,
        **post_choices(request),
    )
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        doer = form.doer(request, "")
        answer = register.add_person(form.facts, form.first_post, doer)
        if not isinstance(answer, Refused):
            said = f"{form.facts.nama} tercatat. Buatkan kode masuk supaya dapat masuk ke Runut."
            messages.success(request, said)
            return redirect(answer.url)
        status = form.refuse(answer)
    return render(request, "personnel/new.html", {"form": form}, status=status)


@require_safe
@for_keepers
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """All that the register knows of somebody."""
    office_id = person_of(request).office_id
    found = person_in(office_id, person_id)
    now = clock.now()
    keepers = [one.pk for one in people_with(office_id, Right.KANTOR)]
    context = {
        "person": found,
        "telepon": format_telephone(found.telepon),
        "whatsapp": whatsapp_url(found.telepon),
        "posts": history_of_posts(found, now.date()),
        "rights": [Right(one.right).label for one in found.grants.order_by("pk")],
        "is_only_keeper": keepers == [found.pk],
        "is_self": found.pk == person_of(request).pk,
        "code": found.login_codes.filter(ditutup_pada__isnull=True, berlaku_sampai__gt=now).first(),
        "has_second": has_second(found),
        "lines": history_of_person(found),
    }
    return render(request, "personnel/person.html", context)


@for_keepers
def change(request: HttpRequest, person_id: int) -> HttpResponse:
    """Correct what the register says of somebody."""
    found = person_in(person_of(request).office_id, person_id)
    form = PersonForm(request.POST or None, person=found, taken=_taken(request))
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        versi = form.cleaned_data["versi"] or 0
        doer = form.doer(request, page_of_person(person_id))
        answer = register.change_person(person_id, form.facts, versi, doer)
        if not isinstance(answer, Refused):
            messages.success(request, f"Data {form.facts.nama} disimpan.")
            return redirect(answer.url)
        status = form.refuse(answer)
        if answer.kode == "sudah_berubah":
            _take_newest(form, found)
    context = {"form": form, "person": found, "is_stale": status == 409}
    return render(request, "personnel/change.html", context, status=status)


@for_keepers
def active(request: HttpRequest, person_id: int) -> HttpResponse:
    """Let somebody in no longer, or again."""
    found = person_in(person_of(request).office_id, person_id)
    form = ActiveForm(request.POST or None)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        is_active = not found.is_active
        answer = register.set_active(
            person_id,
            is_active=is_active,
            reason=form.cleaned_data["alasan"],
            doer=form.doer(request, ""),
        )
        if not isinstance(answer, Refused):
            word = "aktif kembali" if is_active else "tidak aktif lagi"
            messages.success(request, f"Akun {found.nama} {word}.")
            return redirect(answer.url)
        status = form.refuse(answer)
    context = {
        "form": form,
        "person": found,
        "posts": [one for one in history_of_posts(found, clock.now().date()) if one.is_now],
        "substitutes_url": url_or_nothing("kantor_pengganti"),
    }
    return render(request, "personnel/active.html", context, status=status)


def post_choices(request: HttpRequest) -> dict[str, Any]:
    """What a post can be chosen from."""
    office_id = person_of(request).office_id
    return {
        "units": Unit.objects.filter(office_id=office_id).order_by("nama"),
        "roles": roles_of_sops(office_id),
        "jabatans": jabatans_of(office_id),
    }


def _taken(request: HttpRequest) -> Any:
    typed = request.POST.get("username", "").strip().lower()
    return taken_in(person_of(request).office_id, [typed] if typed else [])


def _take_newest(form: PersonForm, found: Person) -> None:
    """The next sending of this form is about what is stored now; what was typed stays."""
    data = form.data.copy()  # type: ignore[attr-defined]
    data["versi"] = str(found.versi)
    form.data = data
