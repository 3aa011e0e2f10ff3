"""The pages: who is away and who stands in, its end, and the hand-over of who leaves."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from runut.core.words.dates import format_date
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.people.models import Appointment, Person, Right
from runut.office.people.rights import may, people_with
from runut.office.substitutes import acts, leaving
from runut.office.substitutes.forms import EndForm, HandOverForm, SubstituteForm
from runut.office.substitutes.models import Substitution
from runut.office.substitutes.queries import concerning, roles_of_office

URL = "/kantor/pengganti/"


def substitutes(request: HttpRequest) -> HttpResponse:
    """Who is away and who stands in; a keeper of the office records it here."""
    person = person_of(request)
    is_keeper = may(person, Right.KANTOR)
    form, status = None, 200
    if is_keeper:
        form = SubstituteForm(
            request.POST or None,
            people=[*_people(person), *_gone(person)],
            roles=roles_of_office(person.office_id),
            initial=_asked_for(request, person),
        )
        status = status_shown(form)
        if request.method == "POST" and form.is_valid():
            result = acts.substitute(form.facts, form.doer(request, URL))
            if isinstance(result, Done):
                messages.success(request, _recorded(form))
                return redirect(result.url)
            status = form.refuse(result)
    elif request.method == "POST":
        status = 403
    today = _today(person)
    context = {
        "form": form,
        "keepers": people_with(person.office_id, Right.KANTOR),
        "is_keeper": is_keeper,
        "people": _people(person) if is_keeper else [],
        **concerning(person, today, of_all=is_keeper),
    }
    return render(request, "substitutes/substitutes.html", context, status=status)


def end(request: HttpRequest, substitution_id: int) -> HttpResponse:
    """End a substitution before its time: by the holder himself, or by a keeper."""
    person = person_of(request)
    row = _own(person, substitution_id)
    today = _today(person)
    if row.last < today:
        return redirect("kantor_pengganti")
    form = EndForm(request.POST or None, initial={"kembali": today})
    form.fields[
        "kembali"
    ].help_text = (
        f"Sejak hari itu tugasnya kembali kepada pemegangnya. Hari ini {format_date(today)}."
    )
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        doer = form.doer(request, URL)
        result = acts.end(row.pk, told["kembali"], told["alasan"], doer)
        if isinstance(result, Done):
            messages.success(request, "Penggantian diakhiri; tugasnya kembali kepada pemegangnya.")
            return redirect(result.url)
        status = form.refuse(result)
    return render(request, "substitutes/end.html", {"form": form, "row": row}, status=status)


def hand_over(request: HttpRequest, person_id: int) -> HttpResponse:
    """Somebody leaves: what he holds, and to whom it goes."""
    keeper = person_of(request)
    who = Person.objects.filter(office_id=keeper.office_id, pk=person_id).first()
    if who is None or not may(keeper, Right.KANTOR):
        raise Http404
    today = _today(keeper)
    holdings = leaving.holdings_of(who, today)
    form = HandOverForm(
        request.POST or None,
        people=[one for one in _people(keeper) if one.pk != who.pk],
        holdings=holdings,
        day=today,
    )
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        result = leaving.hand_over(who, form.given, form.doer(request, URL))
        if isinstance(result, Done):
            words = f"Yang dipegang {who.nama} sudah diserahkan; akunnya ditutup."
            messages.success(request, words)
            return redirect("masuk" if who.pk == keeper.pk else result.url)
        status = form.refuse(result)
    context = {"form": form, "who": who, "holdings": holdings}
    return render(request, "substitutes/hand_over.html", context, status=status)


def _own(person: Person, substitution_id: int) -> Substitution:
    """A substitution that the person may end."""
    rows = Substitution.objects.select_related("holder", "substitute")
    row = rows.filter(office_id=person.office_id, pk=substitution_id).first()
    if row is None or not (row.holder_id == person.pk or may(person, Right.KANTOR)):
        raise Http404
    return row


def _people(person: Person) -> list[Person]:
    people = Person.objects.filter(office_id=person.office_id, is_active=True)
    return list(people.order_by("nama", "pk"))


def _gone(person: Person) -> list[Person]:
    """Who held a post here and left: the post can be filled for a time by a Plt. or Pj."""
    posts = Appointment.objects.filter(office_id=person.office_id).exclude(peran="")
    people = Person.objects.filter(
        office_id=person.office_id, is_active=False, pk__in=posts.values("person")
    )
    return list(people.order_by("nama", "pk"))


def _today(person: Person) -> date:
    return clock.now().astimezone(person.office.zone).date()


def _asked_for(request: HttpRequest, person: Person) -> dict[str, object]:
    """A link may name who is away; his roles are ticked then."""
    asked = request.GET.get("untuk", "")
    if not asked.isascii() or not asked.isdigit() or len(asked) > 18:
        return {}
    posts = Appointment.objects.filter(
        Appointment.held_on(_today(person)), office_id=person.office_id, person_id=int(asked)
    ).exclude(peran="")
    return {"pemegang": int(asked), "peran": list(posts.values_list("peran", flat=True))}


def _recorded(form: SubstituteForm) -> str:
    facts = form.facts
    if facts.substitute is None:
        return f"{facts.holder.nama} tercatat tidak di tempat, tanpa pengganti."
    return f"{facts.substitute.nama} tercatat sebagai pengganti {facts.holder.nama}."
