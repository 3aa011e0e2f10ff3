"""The page of one invitee: he reads, and says whether he comes. No login, a secret address."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.office import clock
from runut.office.acts.forms import status_of
from runut.office.works.rapat import actions
from runut.office.works.rapat.actions.replying import refuse_reply
from runut.office.works.rapat.forms.replying import ReplyForm
from runut.office.works.rapat.ics import calendar_file
from runut.office.works.rapat.letters import leader_of
from runut.office.works.rapat.models import Invitee
from runut.office.works.rapat.queries import invitation_of


@login_not_required
def reply(request: HttpRequest, token: str) -> HttpResponse:
    """Looking says nothing: programs that preview links look too. Only the button says it."""
    invitee = _invitee(token)
    refused = refuse_reply(invitee.meeting, clock.now())
    is_sent = request.method == "POST"
    form = ReplyForm(request.POST if is_sent else None, invitee=invitee)
    status = 200
    if is_sent:
        refused = refused or (
            actions.reply(invitee, form.reply, clock.now()) if form.is_valid() else None
        )
        if refused is None and form.is_valid():
            messages.success(request, "Terima kasih. Jawaban Saudara tercatat.")
            return redirect(request.path)
        status = status_of(refused) if refused else 422
    context = {
        "invitee": invitee,
        "meeting": invitee.meeting,
        "form": form,
        "refused": refused,
        "document": invitation_of(invitee.meeting),
    }
    return render(request, "rapat/jawab.html", context, status=status)


@login_not_required
@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The meeting for the invitee's own calendar."""
    invitee = _invitee(token)
    document = invitation_of(invitee.meeting)
    if document is None:
        raise Http404
    data = calendar_file(invitee.meeting, leader_of(invitee.meeting), document)
    response = HttpResponse(data, "text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="rapat.ics"'
    return response


def _invitee(token: str) -> Invitee:
    related = ("meeting__office", "meeting__case", "meeting__pimpinan", "person")
    found = Invitee.objects.filter(token=token, walk_in=False).select_related(*related).first()
    if found is None:
        raise Http404
    return found
