"""One's own reminders: this morning's, the earlier ones, how to get them; and the calendar feed."""

from hashlib import sha256

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import parse_etags
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.core.words.dates import format_day
from runut.office import clock
from runut.office.acts.forms import ActForm, person_of
from runut.office.acts.sending import Done
from runut.office.people.address import public_url
from runut.office.people.mailing import can_mail
from runut.office.people.models import Person
from runut.office.reminders import actions
from runut.office.reminders.feed import feed_of
from runut.office.reminders.forms import EmailForm, FeedForm
from runut.office.reminders.models import Digest, Feed, Preference
from runut.office.reminders.notices import digest_of_today, still_so
from runut.office.reminders.words import warnings_of, whatsapp_text, whatsapp_url
from runut.office.web.kept.pages import stands_on

CALENDAR = "text/calendar; charset=utf-8"
SHOWN = 14
_LARGEST = 2**63 - 1
KEPT_S = 15 * 60
"""So long may a calendar program keep what it got before it asks again."""


@require_safe
def reminders(request: HttpRequest) -> HttpResponse:
    """What one was told, newest first; the text to send on; e-mail and calendar."""
    return _page(request, _email_form(person_of(request)))


@stands_on("pengingat")
def email(request: HttpRequest) -> HttpResponse:
    """Choose whether reminders come by e-mail too."""
    form = EmailForm(request.POST)
    if not form.is_valid():
        return _page(request, form, 422)
    doer = form.doer(request, reverse("pengingat"))
    return _answer(request, form, actions.choose_email(doer, form.cleaned_data["surel"]))


@stands_on("pengingat")
def calendar(request: HttpRequest) -> HttpResponse:
    """Make a new address of one's calendar, or revoke it."""
    form = FeedForm(request.POST)
    if not form.is_valid():
        return _page(request, form, 422)
    act = actions.revoke_feed if form.cleaned_data["cabut"] else actions.make_feed
    return _answer(request, form, act(form.doer(request, reverse("pengingat"))))


@require_safe
@login_not_required
def feed(request: HttpRequest, office_id: int, token: str) -> HttpResponse:
    """The calendar behind a secret address, for programs that cannot log in."""
    rows = Feed.objects.filter(office_id=office_id, token=token, person__is_active=True)
    found = rows.select_related("person__office").first() if office_id <= _LARGEST else None
    if found is None:
        raise Http404
    data = feed_of(found.person, clock.now())
    etag = f'"{sha256(data).hexdigest()[:32]}"'
    is_known = etag in parse_etags(request.headers.get("If-None-Match", ""))
    response = HttpResponseNotModified() if is_known else HttpResponse(data, CALENDAR)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = f"private, max-age={KEPT_S}"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _page(request: HttpRequest, form: ActForm, status: int = 200) -> HttpResponse:
    person = person_of(request)
    today = digest_of_today(person)
    earlier = Digest.objects.filter(office_id=person.office_id, person=person).order_by("-hari")
    text = whatsapp_text(today) if today else ""
    found = Feed.objects.filter(office_id=person.office_id, person=person).first()
    context = {
        "form": form,
        "email_form": form if isinstance(form, EmailForm) else _email_form(person),
        "feed_form": FeedForm(),
        "revoke_form": FeedForm(initial={"cabut": True}),
        "lines": still_so(today) if today else [],
        "today": today,
        "warnings": warnings_of(today) if today else [],
        "text": text,
        "whatsapp": whatsapp_url(text) if text else "",
        "earlier": [(format_day(one.hari), one) for one in earlier[:SHOWN] if one != today],
        "mail_is_on": can_mail(person.office),
        "address": _address(found) if found else "",
    }
    return render(request, "reminders/reminders.html", context, status=status)


def _answer(request: HttpRequest, form: ActForm, answer: Done | Refused) -> HttpResponse:
    if isinstance(answer, Done):
        messages.success(request, "Setelan pengingat disimpan.")
        return redirect(answer.url)
    return _page(request, form, form.refuse(answer))


def _address(found: Feed) -> str:
    return public_url() + reverse("pengingat_ics", args=[found.office_id, found.token])


def _email_form(person: Person) -> EmailForm:
    refused = Preference.objects.filter(office_id=person.office_id, person=person, surel=False)
    return EmailForm(initial={"surel": not refused.exists()})
