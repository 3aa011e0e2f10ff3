"""The pages of those who look on."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from runut.office import clock
from runut.office.acts.forms import ActForm, person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.cases.queries import documents_of, open_case
from runut.office.oversight import actions
from runut.office.oversight.queries import comments_on, may_oversee, watched_cases
from runut.office.works.answers import go_on


class CommentForm(ActForm):
    """A word on a case, or an answer to one."""

    teks = forms.CharField(
        label="Catatan",
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Tuliskan catatannya."},
    )


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """All cases of the office, for those who look on by right."""
    person = person_of(request)
    if not may_oversee(person):
        raise Http404
    today = clock.now().astimezone(person.office.zone).date()
    return render(request, "oversight/overview.html", {"rows": watched_cases(person, today)})


def comments(request: HttpRequest, case_id: int) -> HttpResponse:
    """What was said of a case, with the form to say more."""
    case = open_case(case_id, person_of(request))
    form = CommentForm(request.POST or None)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        doer = form.doer(request, reverse("catatan", args=[case_id]))
        done = actions.comment(case, form.cleaned_data["teks"], doer)
        if isinstance(done, Done):
            return go_on(request, done, "Catatan tersimpan.")
        status = form.refuse(done)
    context = {
        "case": case,
        "form": form,
        "comments": comments_on(case.row),
        "documents": documents_of(case),
        "oversees": may_oversee(person_of(request)),
    }
    return render(request, "oversight/comments.html", context, status=status)


def answer(request: HttpRequest, case_id: int, comment_id: int) -> HttpResponse:
    """Answer one comment."""
    case = open_case(case_id, person_of(request))
    said = comments_on(case.row).filter(pk=comment_id).first()
    if said is None:
        raise Http404
    form = CommentForm(request.POST or None)
    form.fields["teks"].label = "Jawaban"
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        doer = form.doer(request, reverse("catatan", args=[case_id]))
        done = actions.answer(case, said, form.cleaned_data["teks"], doer)
        if isinstance(done, Done):
            return go_on(request, done, "Jawaban tersimpan.")
        status = form.refuse(done)
    context = {"case": case, "form": form, "said": said}
    return render(request, "oversight/answer.html", context, status=status)
