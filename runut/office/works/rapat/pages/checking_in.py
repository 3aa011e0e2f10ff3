"""The public page behind the QR: an invitee says that he is there. No login, a secret token."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from runut.office import clock
from runut.office.acts.forms import status_of
from runut.office.works.rapat import actions
from runut.office.works.rapat.actions.attending import refuse_check_in
from runut.office.works.rapat.forms.room import CheckInForm
from runut.office.works.rapat.models import Invitee
from runut.office.works.rapat.queries import invitees_behind, meeting_behind


@login_not_required
def check_in(request: HttpRequest, token: str) -> HttpResponse:
    """Looking marks nothing; only the button does, once, on the day of the meeting."""
    meeting = meeting_behind(token)
    if meeting is None:
        raise Http404
    invitees = invitees_behind(token, meeting)
    waiting = [one for one in invitees if one.attended_at is None]
    form = CheckInForm(request.POST or None, invitees=waiting)
    refused = refuse_check_in(meeting, clock.now())
    if request.method == "POST" and refused is None and form.is_valid():
        chosen = next(one for one in waiting if one.pk == form.cleaned_data["siapa"])
        actions.check_in(chosen, clock.now())
        messages.success(request, f"Terima kasih. Kehadiran {chosen.nama} tercatat.")
        return redirect(f"{request.path}?tercatat=1")
    status = 200 if request.method != "POST" else (status_of(refused) if refused else 422)
    context = {
        "meeting": meeting,
        "form": form,
        "waiting": waiting,
        "refused": refused,
        "is_just_noted": "tercatat" in request.GET,
    }
    return render(request, "rapat/hadir.html", _who(context, token, invitees), status=status)


def _who(context: dict[str, object], token: str, invitees: list[Invitee]) -> dict[str, object]:
    only = invitees[0] if len(invitees) == 1 and invitees[0].token == token else None
    return {**context, "only": only}
