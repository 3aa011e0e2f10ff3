"""Posts of somebody: given, corrected, ended. And all posts of the office."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.people.models import Appointment
from runut.office.personnel.actions import posts
from runut.office.personnel.actions.posts import DEFINITIF
from runut.office.personnel.forms import CorrectPostForm, EndPostForm, PostForm
from runut.office.personnel.pages.door import for_keepers
from runut.office.personnel.pages.register import post_choices
from runut.office.personnel.queries import person_in, posts_of
from runut.office.personnel.roles import roles_in_force


@require_safe
@for_keepers
def overview(request: HttpRequest) -> HttpResponse:
    """The posts of the office with their holders, and the roles that nobody holds."""
    office_id = person_of(request).office_id
    found = posts_of(office_id, clock.now().date())
    held = {role for one in found if one.holders for role in one.roles.split(", ")}
    missing = {role: sop for role, sop in roles_in_force(office_id).items() if role not in held}
    context = {"posts": found, "missing": missing}
    return render(request, "personnel/posts.html", context)


@for_keepers
def give(request: HttpRequest, person_id: int) -> HttpResponse:
    """Somebody gets a post."""
    found = person_in(person_of(request).office_id, person_id)
    form = PostForm(request.POST or None, **post_choices(request))
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        answer = posts.give_post(person_id, form.post, form.doer(request, ""))
        if not isinstance(answer, Refused):
            messages.success(request, f"Jabatan {form.post.jabatan} tercatat.")
            return redirect(answer.url)
        status = form.refuse(answer)
    context = {"form": form, "person": found, "title": "Catat jabatan"}
    return render(request, "personnel/post.html", context, status=status)


@for_keepers
def correct(request: HttpRequest, post_id: int) -> HttpResponse:
    """A post was typed wrongly."""
    row = _post(request, post_id)
    if row.jenis != DEFINITIF:
        raise Http404
    initial = {
        "jabatan": row.jabatan,
        "unit": row.unit_id,
        "peran": [row.peran] if row.peran else [],
        "mulai": row.mulai,
    }
    form = CorrectPostForm(request.POST or None, initial=initial, **post_choices(request))
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        answer = posts.correct_post(post_id, form.post, form.doer(request, ""))
        if not isinstance(answer, Refused):
            messages.success(request, "Jabatan dibetulkan.")
            return redirect(answer.url)
        status = form.refuse(answer)
    context = {"form": form, "person": row.person, "title": "Betulkan jabatan"}
    return render(request, "personnel/post.html", context, status=status)


@for_keepers
def end(request: HttpRequest, post_id: int) -> HttpResponse:
    """The last day of somebody in a post."""
    row = _post(request, post_id)
    form = EndPostForm(request.POST or None, initial={"selesai": row.selesai})
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        answer = posts.end_post(post_id, given["selesai"], given["alasan"], form.doer(request, ""))
        if not isinstance(answer, Refused):
            messages.success(
                request, f"Hari terakhir {row.person.nama} sebagai {row.jabatan} tercatat."
            )
            return redirect(answer.url)
        status = form.refuse(answer)
    context = {"form": form, "person": row.person, "post": row}
    return render(request, "personnel/end_post.html", context, status=status)


def _post(request: HttpRequest, post_id: int) -> Appointment:
    rows = Appointment.objects.filter(office_id=person_of(request).office_id, pk=post_id)
    found = rows.select_related("person", "unit").first()
    if found is None:
        raise Http404
    return found
