"""Taking the second step off somebody who has lost the telephone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from runut.core.findings import Refused
from runut.office.acts.forms import person_of, status_shown
from runut.office.logins.second import has_second
from runut.office.personnel.actions.second_step import take_off as take_off_act
from runut.office.personnel.forms import TakeOffForm
from runut.office.personnel.pages.door import for_keepers
from runut.office.personnel.queries import person_in


@for_keepers
def take_off(request: HttpRequest, person_id: int) -> HttpResponse:
    found = person_in(person_of(request).office_id, person_id)
    form = TakeOffForm(request.POST or None)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        answer = take_off_act(person_id, form.cleaned_data["alasan"], form.doer(request, ""))
        if not isinstance(answer, Refused):
            messages.success(request, f"Langkah kedua {found.nama} dilepas.")
            return redirect(answer.url)
        status = form.refuse(answer)
    context = {
        "form": form,
        "person": found,
        "has_second": has_second(found),
        "is_self": found.pk == person_of(request).pk,
    }
    return render(request, "personnel/second_step.html", context, status=status)
