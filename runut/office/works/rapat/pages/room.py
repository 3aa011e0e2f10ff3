"""The screen of the room, and presence that was taken on paper."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe

from runut.core.findings import Refused
from runut.files.write.layout.signature import qr_svg
from runut.office import clock
from runut.office.acts.forms import ActForm, person_of
from runut.office.cases.queries import StepPage, step_page
from runut.office.web.kept.pages import instead
from runut.office.works.rapat import actions, room_code
from runut.office.works.rapat.actions.screen import NOT_THE_ROOM
from runut.office.works.rapat.actions.working import NO_MEETING, is_writer
from runut.office.works.rapat.forms.room import RecordForm
from runut.office.works.rapat.kinds import BAHAS, BUKA_RAPAT, KESIAPAN
from runut.office.works.rapat.models import Invitee
from runut.office.works.rapat.occasions import meeting_of
from runut.office.works.rapat.pages.answering import answer, meeting_shown
from runut.office.works.rapat.pages.discussing import home_of
from runut.office.works.rapat.papers import check_in_url
from runut.office.works.rapat.queries import invitees_of
from runut.office.works.rapat.suggestions import this_minute

ROOM_STEPS = (KESIAPAN.name, BUKA_RAPAT.name, BAHAS.name)


def screen(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """What the projector shows: the QR of this minute, the code, how many are there.

    The page asks for itself anew when the code changes, by a header: no script is needed.
    """
    page = step_page(case_id, no, person_of(request), *ROOM_STEPS)
    meeting = meeting_of(page.case, no)
    if meeting is None:
        return _sorry(request, page, NO_MEETING, 200 if request.method != "POST" else 422)
    if not actions.runs_room(page.case, meeting, person_of(request)):
        return _sorry(request, page, NOT_THE_ROOM, 403)
    if request.method == "POST":
        return _switch(request, page)
    now = clock.now()
    invitees = invitees_of(meeting)
    kode = room_code.code_at(meeting, now)
    address = f"{check_in_url(meeting.token)}?kode={kode}"
    context = {
        "page": page,
        "meeting": meeting,
        "form": ActForm(),
        "kode": f"{kode[:3]} {kode[3:]}",
        "address": check_in_url(meeting.token),
        "qr": mark_safe(_growing(qr_svg(address))),  # noqa: S308 - drawn by us
        "qr_address": address,
        "present": sum(one.attended_at is not None for one in invitees),
        "invited": sum(not one.walk_in for one in invitees),
        "last": _came_last(invitees),
    }
    response = render(request, "rapat/layar.html", context)
    if meeting.layar_pada:
        response.headers["Refresh"] = str(min(room_code.seconds_left(now), 15) + 1)
    return response


def record(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """Write down who was there by the list of paper."""
    page = step_page(case_id, no, person_of(request), BUKA_RAPAT.name, BAHAS.name)
    meeting = meeting_shown(request, page)
    writes = page.refused is None or is_writer(
        page.case, page.ref(page.state.round), person_of(request)
    )
    if meeting is None and request.method == "POST":
        return instead(request, page.url)
    if meeting is None or (request.method != "POST" and not writes):
        return redirect(page.url)
    invitees = invitees_of(meeting)
    initial = this_minute(page.case, min(clock.now(), meeting.mulai))
    form = RecordForm(request.POST or None, page=page, invitees=invitees, initial=initial)

    def show(failed: RecordForm, status: int) -> HttpResponse:
        context = {"page": page, "meeting": meeting, "form": failed, "home": home_of(page)}
        return render(request, "rapat/susulan.html", context, status=status)

    if request.method != "POST":
        return show(form, 200)
    return answer(
        request,
        form,
        lambda: actions.record_later(
            form.ref, form.doer(request, f"{home_of(page)}#kehadiran"), form.recorded
        ),
        "Kehadiran dicatat, dengan keterangan siapa yang mencatat kemudian dan mengapa.",
        show,
    )


def _switch(request: HttpRequest, page: StepPage) -> HttpResponse:
    form = ActForm(request.POST)
    if not form.is_valid():
        return _sorry(request, page, Refused("isian", "Muat ulang halaman ini, lalu ulangi."), 422)
    switch = actions.hide_code if "tutup" in request.POST else actions.show_code
    result = switch(page.case.row.pk, page.step.no, form.doer(request, request.path))
    if isinstance(result, Refused):
        return _sorry(request, page, result, form.refuse(result))
    return redirect(result.url)


def _sorry(request: HttpRequest, page: StepPage, refused: Refused, status: int) -> HttpResponse:
    context = {"page": page, "refused": refused}
    return render(request, "rapat/layar_tidak.html", context, status=status)


def _growing(svg: str) -> str:
    """A QR that grows with the screen: what it is drawn on says its size in its own units."""
    return re.sub(r'width="(\d+)" height="(\d+)"', r'viewBox="0 0 \1 \2"', svg, count=1)


def _came_last(invitees: list[Invitee]) -> list[Invitee]:
    """The five who came last: everybody sees that his telephone has reached the list."""
    came = [(one.attended_at, one.urutan, one) for one in invitees if one.attended_at]
    return [one for _, _, one in sorted(came, key=lambda row: row[:2], reverse=True)[:5]]
