"""Taking an SOP up: hand in its file, choose among several, or type what cannot be read."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from runut.core.findings import Refused
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.sops import actions
from runut.office.sops.forms import ChooseForm, TakeInForm, TypeInForm
from runut.office.sops.handed_in import Handed, open_handed, seal_choice, seal_unread
from runut.office.sops.rights import may_manage, not_yours


def take_in(request: HttpRequest) -> HttpResponse:
    """Take an SOP in from a file or from pasted text."""
    person = person_of(request)
    if not may_manage(person):
        return not_yours(request, person, "memasukkan SOP")
    form = TakeInForm(request.POST or None, request.FILES or None)
    context: dict[str, object] = {"form": form}
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        taken = actions.take_in_file(*form.data_and_name(), form.doer(request, ""))
        if isinstance(taken, Done):
            return redirect(taken.url)
        if isinstance(taken, actions.Several):
            handed = Handed(person.pk, taken.stored, taken.nama, taken.sops)
            return _choose(request, ChooseForm(handed=handed, token=seal_choice(handed)), 200)
        if isinstance(taken, Refused):
            status = form.refuse(taken)
        else:
            status = 422
            context |= {"why": taken.findings[0], "token": seal_unread(person.pk, taken)}
            context["sisa"] = taken.sisa
    return render(request, "sops/take_in.html", context, status=status)


def choose(request: HttpRequest) -> HttpResponse:
    """Which of the SOPs of one file are taken in."""
    person = person_of(request)
    if not may_manage(person):
        return not_yours(request, person, "memasukkan SOP")
    token = request.POST.get("titipan", "")
    handed = open_handed(person.pk, token)
    if handed is None or not handed.sops:
        return redirect("sop_baru")
    form = ChooseForm(request.POST, handed=handed, token=token)
    if not form.is_valid():
        return _choose(request, form, 422)
    taken = actions.take_in_chosen(handed.stored, handed.nama, form.chosen, form.doer(request, ""))
    if isinstance(taken, Done):
        if len(form.chosen) > 1 and not taken.is_repeat:
            words = f"{len(form.chosen)} SOP dimasukkan. Periksa bacaannya satu per satu."
            messages.success(request, words)
        return redirect(taken.url)
    if isinstance(taken, Refused):
        return _choose(request, form, form.refuse(taken))
    form.add_error(None, f"{taken.findings[0].pesan} {taken.findings[0].usul}".strip())
    return _choose(request, form, 422)


def type_in(request: HttpRequest) -> HttpResponse:
    """An empty form for an SOP that cannot be read; what could be read of it stands in it."""
    person = person_of(request)
    if not may_manage(person):
        return not_yours(request, person, "memasukkan SOP")
    token = request.POST.get("titipan", "")
    handed = open_handed(person.pk, token)
    is_sent = request.method == "POST" and "kunci" in request.POST
    form = TypeInForm(request.POST if is_sent else None, handed=handed, token=token)
    status = status_shown(form)
    if is_sent and form.is_valid():
        answer = actions.take_in_typed(*form.sop_and_source(), form.doer(request, ""))
        if isinstance(answer, Done):
            return redirect(answer.url)
        status = form.refuse(answer)
    context = {"form": form, "handed": handed}
    return render(request, "sops/type_in.html", context, status=status)


def _choose(request: HttpRequest, form: ChooseForm, status: int) -> HttpResponse:
    return render(request, "sops/choose.html", {"form": form}, status=status)
