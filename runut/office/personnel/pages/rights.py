"""Who may what beyond the steps of a case."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.office.acts.forms import person_of, status_shown
from runut.office.people.models import Right
from runut.office.personnel.actions.rights import set_rights
from runut.office.personnel.forms import RIGHT_WORDS, RightsForm
from runut.office.personnel.pages.door import for_keepers
from runut.office.personnel.queries import person_in, rights_table


@require_safe
@for_keepers
def overview(request: HttpRequest) -> HttpResponse:
    """Everybody with his rights."""
    labels = [Right(one).label for one in Right.values]
    table = [
        (one, [label for label, has in zip(labels, held, strict=True) if has])
        for one, held in rights_table(person_of(request).office_id)
    ]
    words = [(Right(right).label, said) for right, said in RIGHT_WORDS.items()]
    context = {"table": sorted(table, key=lambda row: not row[1]), "words": words}
    return render(request, "personnel/rights.html", context)


@for_keepers
def change(request: HttpRequest, person_id: int) -> HttpResponse:
    """The rights of somebody."""
    found = person_in(person_of(request).office_id, person_id)
    held = list(found.grants.values_list("right", flat=True))
    form = RightsForm(request.POST or None, initial={"hak": held})
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        answer = set_rights(person_id, form.cleaned_data["hak"], form.doer(request, ""))
        if not isinstance(answer, Refused):
            messages.success(request, f"Hak {found.nama} disimpan.")
            # whoever took the right from himself has no page here any more
            is_own_loss = (
                found == person_of(request) and Right.KANTOR not in form.cleaned_data["hak"]
            )
            return redirect("tugas" if is_own_loss else answer.url)
        status = form.refuse(answer)
    context = {"form": form, "person": found}
    return render(request, "personnel/rights_of.html", context, status=status)
