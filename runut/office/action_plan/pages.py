"""The office's plan of action, and one line of it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.office import clock
from runut.office.action_plan.actions import answer, hand_on, may_answer, may_hand_on
from runut.office.action_plan.forms import HandForm, ResultForm
from runut.office.action_plan.models import PlannedAction
from runut.office.action_plan.queries import most_pressing_first, plan_of
from runut.office.acts.forms import person_of, status_shown
from runut.office.people.models import Person

Keadaan = PlannedAction.Keadaan


@require_safe
def of_office(request: HttpRequest) -> HttpResponse:
    """All lines: what is late first, then what is open, then what was answered."""
    person = person_of(request)
    today = clock.now().astimezone(person.office.zone).date()
    rows = list(plan_of(person.office_id))
    waiting = most_pressing_first([one for one in rows if one.keadaan == Keadaan.TERBUKA])
    context = {
        "late": [one for one in waiting if one.is_late(today)],
        "open": [one for one in waiting if not one.is_late(today)],
        "ended": [one for one in rows if one.keadaan != Keadaan.TERBUKA],
        "person": person,
    }
    return render(request, "action_plan/list.html", context)


def one(request: HttpRequest, action_id: int) -> HttpResponse:
    """Answer a line of the plan, or hand it to somebody else."""
    person = person_of(request)
    row = plan_of(person.office_id).filter(pk=action_id).first()
    if row is None:
        raise Http404
    hands = request.POST.get("tindakan") == "serahkan"
    people = Person.objects.filter(office_id=person.office_id, is_active=True).order_by("nama")
    told = {"versi": row.versi, "hasil": row.hasil, "bukti": row.bukti}
    if row.is_answered_here:
        told["terlaksana"] = "ya" if row.keadaan == Keadaan.TERLAKSANA else "tidak"
    answering = ResultForm(
        request.POST if request.method == "POST" and not hands else None, initial=told
    )
    handing = HandForm(request.POST if hands else None, people=people, initial={"versi": row.versi})
    form = handing if hands else answering
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        typed, doer = form.cleaned_data, form.doer(request, reverse("rencana_aksi"))
        done = (
            hand_on(row, typed["versi"], typed["kepada"], typed["alasan"], doer)
            if hands
            else answer(
                row,
                typed["versi"],
                doer,
                is_done=typed["terlaksana"] == "ya",
                hasil=typed["hasil"],
                bukti=typed["bukti"],
            )
        )
        if not isinstance(done, Refused):
            messages.success(request, "Rencana aksi diserahkan." if hands else "Jawaban tersimpan.")
            return redirect(done.url)
        status = form.refuse(done)
    today = clock.now().astimezone(person.office.zone).date()
    context = {
        "row": row,
        "is_late": row.is_late(today),
        "answering": answering,
        "handing": handing,
        "form": form,
        "may_answer": row.takes_answer and may_answer(row, person),
        "may_hand_on": row.keadaan == Keadaan.TERBUKA and may_hand_on(row, person),
    }
    return render(request, "action_plan/one.html", context, status=status)
