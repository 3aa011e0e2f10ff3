"""The page of the invitation: facts, invitees, the letter, how it reached each one."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from runut.office import clock
from runut.office.acts.forms import person_of
from runut.office.cases.queries import StepPage, step_page
from runut.office.people.address import unreachable
from runut.office.people.mailing import can_mail
from runut.office.web.kept.pages import stands_on
from runut.office.works.rapat import actions
from runut.office.works.rapat.facts import changes_since_composed, copies_of
from runut.office.works.rapat.forms.calling import ComposeForm, DeliveryForm, FactsForm, GuestForm
from runut.office.works.rapat.forms.page import FinishForm, RowForm
from runut.office.works.rapat.ics import calendar_file
from runut.office.works.rapat.kinds import BAHAS, BUKA_RAPAT, KESIAPAN, UNDANGAN
from runut.office.works.rapat.letters import (
    leader_of,
    letter_of,
    signer_for,
    signer_of,
    signs_outside,
    waits_for_delivery,
)
from runut.office.works.rapat.messages import message_text
from runut.office.works.rapat.models import Invitee, Meeting
from runut.office.works.rapat.occasions import last_meeting, meeting_of
from runut.office.works.rapat.pages.answering import answer, placed
from runut.office.works.rapat.pages.preparing import show_no_meeting
from runut.office.works.rapat.queries import invitation_numbered, invitation_of, invitees_of
from runut.office.works.rapat.suggestions import is_day_off, suggest_facts, this_minute
from runut.office.works.rapat.tasks import enqueue_email

STEPS = tuple(kind.name for kind in (UNDANGAN, KESIAPAN, BUKA_RAPAT, BAHAS))
"""Steps that need the facts of the meeting, and ask for them where nobody called it."""


def invitation(request: HttpRequest, page: StepPage) -> HttpResponse:
    """The invitation is composed, sent to everybody, and the step completed."""
    if request.method != "POST":
        return show_invitation(request, page)
    form = FinishForm(request.POST, page=page)
    return answer(
        request,
        form,
        lambda: actions.complete_invitation(
            form.ref,
            form.doer(request, page.case_url),
            kelengkapan=form.kelengkapan_given,
            exit_label=form.exit_chosen,
        ),
        f"Langkah {page.step.no} selesai: undangan sudah disampaikan kepada semua.",
        lambda failed, status: show_invitation(request, page, failed, status),
    )


@stands_on("langkah", "case_id", "no")
def change_facts(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    page = step_page(case_id, no, person_of(request), *STEPS)
    form = FactsForm(request.POST, page=page, meeting=meeting_of(page.case, page.step.no))
    return answer(
        request,
        form,
        lambda: actions.save_facts(
            form.ref,
            form.doer(request, page.url),
            form.facts_in(form.zone),
            versi=form.cleaned_data["versi"],
        ),
        "Data rapat disimpan.",
        lambda failed, status: _show_facts(request, page, failed, status),
    )


@stands_on("langkah", "case_id", "no")
def invite(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    page = step_page(case_id, no, person_of(request), UNDANGAN.name)
    form = GuestForm(request.POST, page=page)
    return answer(
        request,
        form,
        lambda: actions.invite_guest(
            form.ref,
            form.doer(request, f"{page.url}#daftar"),
            form.cleaned_data["nama"],
            form.cleaned_data["jabatan"],
        ),
        "Tamu ditambahkan ke daftar undangan.",
        lambda failed, status: show_invitation(request, page, failed, status),
    )


@stands_on("langkah", "case_id", "no")
def uninvite(request: HttpRequest, case_id: int, no: str, invitee_id: int) -> HttpResponse:
    page = step_page(case_id, no, person_of(request), UNDANGAN.name)
    form = RowForm(request.POST, page=page)
    return answer(
        request,
        form,
        lambda: actions.remove_invitee(
            form.ref, form.doer(request, f"{page.url}#daftar"), invitee_id
        ),
        "Nama dihapus dari daftar undangan.",
        lambda failed, status: show_invitation(request, page, failed, status),
    )


@stands_on("langkah", "case_id", "no")
def compose(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    page = step_page(case_id, no, person_of(request), UNDANGAN.name)
    form = ComposeForm(request.POST, page=page)
    return answer(
        request,
        form,
        lambda: actions.compose_invitation(
            form.ref, form.doer(request, f"{page.url}#surat"), tembusan=form.copies
        ),
        "Undangan disusun.",
        lambda failed, status: show_invitation(request, page, failed, status),
    )


@stands_on("langkah", "case_id", "no")
def delivered(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    page = step_page(case_id, no, person_of(request), UNDANGAN.name)
    form = DeliveryForm(request.POST, page=page, invitees=_invitees(page))
    return answer(
        request,
        form,
        lambda: actions.note_delivery(
            form.ref,
            form.doer(request, f"{page.url}#penyampaian"),
            form.invitee_ids,
            form.cleaned_data["melalui"],
            form.at,
        ),
        "Penyampaian undangan dicatat.",
        lambda failed, status: show_invitation(request, page, failed, status),
    )


@stands_on("langkah", "case_id", "no")
def undelivered(request: HttpRequest, case_id: int, no: str, invitee_id: int) -> HttpResponse:
    page = step_page(case_id, no, person_of(request), UNDANGAN.name)
    form = RowForm(request.POST, page=page)
    return answer(
        request,
        form,
        lambda: actions.undo_delivery(
            form.ref, form.doer(request, f"{page.url}#penyampaian"), invitee_id
        ),
        "Catatan penyampaian dibatalkan.",
        lambda failed, status: show_invitation(request, page, failed, status),
    )


@stands_on("langkah", "case_id", "no")
def email(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    page = step_page(case_id, no, person_of(request), UNDANGAN.name)
    form = RowForm(request.POST, page=page)
    return answer(
        request,
        form,
        lambda: actions.send_by_email(
            form.ref, form.doer(request, f"{page.url}#penyampaian"), enqueue_email
        ),
        "Surel sedang dikirim. Muat ulang halaman ini untuk melihat hasilnya.",
        lambda failed, status: show_invitation(request, page, failed, status),
    )


@require_safe
def calendar(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """The meeting for a calendar on a telephone or a PC."""
    page = step_page(case_id, no, person_of(request), UNDANGAN.name)
    meeting = last_meeting(page.case, page.step.no)
    document = invitation_of(meeting) if meeting else None
    if meeting is None or document is None:
        raise Http404
    data = calendar_file(meeting, leader_of(meeting), document)
    response = HttpResponse(data, "text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="rapat-{document.kode}.ics"'
    return response


def show_invitation(
    request: HttpRequest, page: StepPage, failed: Any = None, status: int = 200
) -> HttpResponse:
    """The page with all its forms; the one that failed keeps what was typed."""
    meeting, now = meeting_of(page.case, page.step.no), clock.now()
    invitees = invitees_of(meeting) if meeting else []
    fresh = {
        "fakta": FactsForm(
            page=page, meeting=meeting, initial=suggest_facts(page.case, meeting, now)
        ),
        "tamu": GuestForm(page=page),
        "penyampaian": DeliveryForm(
            page=page,
            invitees=invitees,
            initial={**this_minute(page.case, now), "melalui": Invitee.Channel.PRINT},
        ),
        "susun": ComposeForm(page=page, initial={"tembusan": _copies(meeting)}),
        "surel": RowForm(page=page),
        "selesai": FinishForm(page=page),
    }
    context = {
        "page": page,
        "meeting": meeting,
        "invitees": invitees,
        "rows": [{"invitee": one, "form": RowForm(page=page)} for one in invitees],
        **_letter(page, meeting, invitees),
        "unreachable": unreachable(page.case.row.office, person_of(request)),
        **placed(fresh, failed, status, meeting),
    }
    return render(request, "rapat/undangan.html", context, status=status)


def _copies(meeting: Meeting | None) -> str:
    return "\n".join(copies_of(meeting)) if meeting else ""


def _show_facts(request: HttpRequest, page: StepPage, failed: Any, status: int) -> HttpResponse:
    show = show_invitation if meeting_of(page.case, page.step.no) else show_no_meeting
    return show(request, page, failed, status)


def _letter(page: StepPage, meeting: Meeting | None, invitees: list[Invitee]) -> dict[str, Any]:
    """How the letter stands: its document, what changed since, what is to be done next."""
    if meeting is None:
        return {"next": "fakta", "waiting": []}
    letter = letter_of(meeting)
    choice = signer_for(meeting, invitees, clock.now())
    signer = signer_of(letter, choice)
    document = letter.document if letter else invitation_numbered(meeting, meeting.nomor)
    changes = changes_since_composed(meeting, invitees) if document else ()
    is_drawn = document is not None and not changes
    is_ready = is_drawn and (letter is None or letter.is_signed)
    waiting = waits_for_delivery(invitees, signer)
    return {
        "waiting": waiting,
        "document": document,
        "letter": letter,
        "signs_outside": document is None and signs_outside(meeting),
        "choice": choice,
        "changes": changes,
        "is_drawn": is_drawn,
        "is_ready": is_ready,
        "is_day_off": is_day_off(page.case, meeting),
        "next": _next(is_ready, is_drawn, waiting),
        "message": message_text(meeting, document, signer, letter)
        if document and signer and is_ready
        else "",
        "has_email": can_mail(meeting.office),
        "with_address": [one for one in waiting if one.person and one.person.email],
    }


def _next(is_ready: bool, is_drawn: bool, waiting: list[Invitee]) -> str:
    if is_ready:
        return "penyampaian" if waiting else "selesai"
    return "tanda_tangan" if is_drawn else "susun"


def _invitees(page: StepPage) -> list[Invitee]:
    meeting = meeting_of(page.case, page.step.no)
    return invitees_of(meeting) if meeting else []
