"""The public page behind the QR: somebody says that he is there. No login, a secret address.

Where the screen of the room shows a code, the page first asks for it: who knows the address but
is not in the room sees no names and marks nothing.
"""

import secrets
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.forms import status_of
from runut.office.works.rapat import actions, room_code
from runut.office.works.rapat.actions.attending import refuse_check_in
from runut.office.works.rapat.forms.room import CheckInForm, CodeForm
from runut.office.works.rapat.models import Invitee, Meeting
from runut.office.works.rapat.queries import invitees_behind, meeting_behind

TELEPHONE = "telepon_rapat"
TRIES, TRIES_S = 30, 10 * 60
"""Wrong codes from one address: a whole room may stand behind one, and six digits are many."""
TOO_MANY = "Terlalu banyak kode yang salah. Tunggu 10 menit, atau minta notulis mencatat kehadiran."
WRONG = "Kode itu tidak berlaku lagi. Ketik kode yang tampak sekarang di layar ruang rapat."


@login_not_required
def check_in(request: HttpRequest, token: str) -> HttpResponse:
    """Looking marks nothing; only the button does, once, on the day of the meeting."""
    meeting = meeting_behind(token)
    if meeting is None:
        raise Http404
    refused = refuse_check_in(meeting, clock.now())
    is_sent = request.method == "POST"
    if refused:
        context = {"meeting": meeting, "refused": refused}
        status = status_of(refused) if is_sent else 200
        return render(request, "rapat/hadir.html", context, status=status)
    izin, wrong = _admitted(request, meeting)
    if izin is None:
        return _ask_for_code(request, meeting, wrong)
    response = _names(request, meeting, token, izin)
    if TELEPHONE not in request.COOKIES and not is_sent:
        response.set_cookie(
            TELEPHONE, secrets.token_urlsafe(16), max_age=12 * 3600, httponly=True, samesite="Lax"
        )
    return response


def _admitted(request: HttpRequest, meeting: Meeting) -> tuple[str | None, str]:
    """The pass of who may see the names ("" where none is asked), None with what was wrong."""
    if meeting.layar_pada is None:
        return "", ""
    now, izin = clock.now(), request.POST.get("izin", "")
    if izin and room_code.is_pass(meeting, izin, now):
        return izin, ""
    kode = (request.POST.get("kode") or request.GET.get("kode", "")).strip()
    if not kode:
        return None, WRONG if izin else ""
    tries = [f"layar:{meeting.pk}:{request.META.get('REMOTE_ADDR', '')}:{n}" for n in range(TRIES)]
    if cache.get(tries[-1]):
        return None, TOO_MANY
    if room_code.is_shown(meeting, kode, now):
        return room_code.pass_at(meeting, now), ""
    # the first that is free, taken by one only: tries that come at once all count
    next((one for one in tries if cache.add(one, True, TRIES_S)), None)
    return None, WRONG


def _ask_for_code(request: HttpRequest, meeting: Meeting, wrong: str) -> HttpResponse:
    is_typed = request.method == "POST"
    form = CodeForm(request.POST if is_typed and not wrong else None)
    status = 422 if is_typed or wrong else 200
    context = {
        "meeting": meeting,
        "kode": form,
        "wrong": wrong,
        "is_just_noted": _is_noted(request),
    }
    return render(request, "rapat/hadir.html", context, status=status)


def _names(request: HttpRequest, meeting: Meeting, token: str, izin: str) -> HttpResponse:
    invitees = invitees_behind(token, meeting)
    is_personal = meeting.token != token
    device = room_code.device_of(meeting, request.COOKIES.get(TELEPHONE, ""))
    own = next((one for one in invitees if device and one.device == device), None)
    waiting = [one for one in invitees if one.attended_at is None or one == own]
    is_choice = request.method == "POST" and "siapa" in request.POST
    is_unreadable = request.method == "POST" and not izin and not is_choice
    form = CheckInForm(
        request.POST if is_choice or is_unreadable else None,
        invitees=waiting,
        with_guests=not is_personal,
        izin=izin,
    )
    status = 200
    if form.is_bound:
        if form.is_valid():
            refused = _mark(form, waiting, meeting, "" if is_personal else device, izin)
            if refused is None:
                messages.success(
                    request, f"Terima kasih. Kehadiran {_who(form, waiting)} tercatat."
                )
                return redirect(f"{request.path}?tercatat=1")
            form.add_error(None, refused.reason)
        status = 422
    context = {
        "meeting": meeting,
        "form": form,
        "waiting": [one for one in waiting if one.attended_at is None],
        "only": invitees[0] if is_personal and invitees else None,
        "own": own,
        "is_just_noted": _is_noted(request),
    }
    return render(request, "rapat/hadir.html", context, status=status)


def _mark(
    form: CheckInForm, waiting: Sequence[Invitee], meeting: Meeting, device: str, izin: str
) -> Refused | None:
    how = Invitee.Presence.ROOM if izin else Invitee.Presence.QR
    arrival = actions.Arrival(clock.now(), how, device)
    if guest := form.guest:
        return actions.check_in_guest(meeting, guest, arrival)
    chosen, is_sent = form.chosen(waiting)
    return (actions.check_in_for if is_sent else actions.check_in)(chosen, arrival)


def _who(form: CheckInForm, waiting: Sequence[Invitee]) -> str:
    if guest := form.guest:
        return guest.nama
    chosen, is_sent = form.chosen(waiting)
    return chosen.wakil_nama if is_sent else chosen.nama


def _is_noted(request: HttpRequest) -> Any:
    return "tercatat" in request.GET
