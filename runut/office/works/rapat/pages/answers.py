"""Who has read the invitation and who comes, for who prepares the meeting; and its calling off."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from runut.office.acts.forms import person_of
from runut.office.cases.acting import StepRef
from runut.office.cases.queries import StepPage, step_page
from runut.office.web.kept.pages import stands_on
from runut.office.works.rapat import actions
from runut.office.works.rapat.actions.mailing import refuse_email
from runut.office.works.rapat.clashes import clashes_of, plan_of
from runut.office.works.rapat.forms.page import RowForm
from runut.office.works.rapat.forms.replying import CancelForm
from runut.office.works.rapat.kinds import BAHAS, BUKA_RAPAT, KESIAPAN, UNDANGAN
from runut.office.works.rapat.messages import (
    call_text,
    personal_text,
    reply_url,
    whatsapp_url,
)
from runut.office.works.rapat.models import Invitee, Mailing, Meeting
from runut.office.works.rapat.occasions import last_meeting, meeting_of
from runut.office.works.rapat.pages.answering import answer
from runut.office.works.rapat.queries import invitation_of, invitees_of
from runut.office.works.rapat.tasks import enqueue_cancellation, enqueue_email

STEPS = tuple(kind.name for kind in (UNDANGAN, KESIAPAN, BUKA_RAPAT, BAHAS))
AGAIN = (Mailing.State.FAILED, Mailing.State.UNSURE, Mailing.State.SENDING)


@require_safe
def overview(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """Each invitee with how he was told, whether he has read it, and what he answered."""
    page = step_page(case_id, no, person_of(request), *STEPS)
    return _show(request, page)


@stands_on("rapat_tanggapan", "case_id", "no")
def send_again(request: HttpRequest, case_id: int, no: str, invitee_id: int) -> HttpResponse:
    page = step_page(case_id, no, person_of(request), UNDANGAN.name)
    form = RowForm(request.POST, page=page)
    return answer(
        request,
        form,
        lambda: actions.send_again(
            form.ref,
            form.doer(request, f"{page.url}undangan/tanggapan/"),
            invitee_id,
            enqueue_email,
        ),
        "Undangan dikirim lagi. Muat ulang halaman ini untuk melihat hasilnya.",
        lambda failed, status: _show(request, page, failed, status),
    )


def cancel(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """Call the meeting off, with the reason."""
    page = step_page(case_id, no, person_of(request), *STEPS)
    meeting = meeting_of(page.case, no)
    initial = {"putaran": page.state.round or 1}
    form = CancelForm(request.POST or None, initial=initial)

    def show(failed: Any, status: int) -> HttpResponse:
        told = _by_email(meeting) if meeting else 0
        context = {"page": page, "meeting": meeting, "form": failed, "by_email": told}
        return render(request, "rapat/batal.html", context, status=status)

    if request.method != "POST":
        return show(form, 200)
    return answer(
        request,
        form,
        lambda: actions.cancel_meeting(
            StepRef(case_id, no, form.cleaned_data["putaran"]),
            form.doer(request, page.case_url),
            form.cleaned_data["alasan"],
            enqueue_cancellation,
        ),
        "Rapat dibatalkan. Yang diundang dengan cetak atau WhatsApp perlu diberi tahu sendiri.",
        show,
    )


def _by_email(meeting: Meeting) -> int:
    rows = Mailing.objects.filter(
        office_id=meeting.office_id,
        invitee__meeting=meeting,
        method=Mailing.Method.REQUEST,
        state__in=(Mailing.State.SENT, Mailing.State.SENDING, Mailing.State.UNSURE),
    )
    return rows.values("invitee").distinct().count()


def _show(
    request: HttpRequest, page: StepPage, failed: Any = None, status: int = 200
) -> HttpResponse:
    meeting = last_meeting(page.case, page.step.no)
    context: dict[str, Any] = {"page": page, "meeting": meeting, "failed": failed}
    if meeting:
        called = [one for one in invitees_of(meeting) if not one.walk_in]
        context |= {
            "rows": _rows(page, meeting, called),
            "counts": _counts(called),
            "clashes": [] if meeting.is_over else clashes_of(plan_of(meeting)),
            "may_send": page.step.work == UNDANGAN.name and page.refused is None,
        }
    return render(request, "rapat/tanggapan.html", context, status=status)


def _rows(page: StepPage, meeting: Meeting, called: list[Invitee]) -> list[dict[str, Any]]:
    document = invitation_of(meeting)
    mailings: dict[int, Mailing] = {}
    if document:
        sent = Mailing.objects.filter(
            office_id=meeting.office_id, invitee__meeting=meeting, kode=document.kode
        )
        mailings = {one.invitee_id: one for one in sent.order_by("pk")}
    words = ""
    if document:
        words = call_text(meeting, document)
    can_mail = refuse_email(meeting.office) is None and page.step.work == UNDANGAN.name
    rows = []
    for one in called:
        mailing = mailings.get(one.pk)
        text = personal_text(words, one)
        rows.append(
            {
                "invitee": one,
                "mailing": mailing,
                "link": reply_url(one.token),
                "text": text if words else "",
                "whatsapp": whatsapp_url(one, text) if words else "",
                "again": RowForm(page=page)
                if can_mail and mailing and mailing.state in AGAIN and one.sent_at is None
                else None,
            }
        )
    return rows


def _counts(called: list[Invitee]) -> list[tuple[str, int]]:
    answers = [one.jawaban for one in called]
    return [
        ("Diundang", len(called)),
        ("Undangan disampaikan", sum(one.sent_at is not None for one in called)),
        ("Sudah membaca", sum(one.read_at is not None for one in called)),
        ("Hadir", answers.count(Invitee.Answer.COMES)),
        ("Mewakilkan", answers.count(Invitee.Answer.SENDS)),
        ("Tidak dapat hadir", answers.count(Invitee.Answer.ABSENT)),
    ]
