"""The page of one decision: worded anew or taken out, and later worked through."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from runut.core.findings import Refused
from runut.office.acts.forms import person_of
from runut.office.acts.sending import Done
from runut.office.cases.queries import StepPage, people_of, step_page
from runut.office.web.kept.pages import stands_on
from runut.office.works.rapat import actions
from runut.office.works.rapat.forms.minutes import ResolutionForm, ResolveForm
from runut.office.works.rapat.forms.page import RowForm, names_of, renew
from runut.office.works.rapat.kinds import BAHAS
from runut.office.works.rapat.models import Resolution
from runut.office.works.rapat.pages.answering import CONFLICT, answer
from runut.office.works.rapat.pages.discussing import home_of, show_discussion
from runut.office.works.rapat.queries import UMUM, all_resolutions, sections_of


def change(request: HttpRequest, case_id: int, no: str, resolution_id: int) -> HttpResponse:
    """Word a decision anew while the meeting lasts."""
    page = step_page(case_id, no, person_of(request), BAHAS.name)
    found = _found(page, resolution_id)
    if request.method != "POST":
        return _show_change(request, page, found, _form(page, found), 200)
    form = _form(page, found, request.POST)
    return answer(
        request,
        form,
        lambda: actions.change_resolution(
            form.ref,
            form.doer(request, f"{home_of(page)}#keputusan"),
            resolution_id,
            form.decided,
            versi=form.cleaned_data["versi"],
        ),
        "Keputusan diubah.",
        lambda failed, status: _show_change(request, page, found, failed, status),
    )


@stands_on("rapat_notulensi", "case_id", "no")
def remove(request: HttpRequest, case_id: int, no: str, resolution_id: int) -> HttpResponse:
    page = step_page(case_id, no, person_of(request), BAHAS.name)
    form = RowForm(request.POST, page=page)
    return answer(
        request,
        form,
        lambda: actions.remove_resolution(
            form.ref, form.doer(request, f"{home_of(page)}#keputusan"), resolution_id
        ),
        "Keputusan dihapus dari notula.",
        lambda failed, status: show_discussion(request, page, failed, status),
    )


def resolve(request: HttpRequest, page: StepPage, resolution_id: int) -> HttpResponse:
    """Say that a decision was carried out, or why it was not."""
    found = _found(page, resolution_id)
    form = ResolveForm(request.POST or None, page=page)
    if request.method != "POST":
        return _show_resolve(request, page, found, form, 200)
    return answer(
        request,
        form,
        lambda: _resolve(request, form, page, resolution_id),
        f"Keputusan {found.urutan} ditangani.",
        lambda failed, status: _show_resolve(request, page, found, failed, status),
    )


def reopen(request: HttpRequest, page: StepPage, resolution_id: int) -> HttpResponse:
    found = _found(page, resolution_id)
    form = RowForm(request.POST, page=page)
    return answer(
        request,
        form,
        lambda: actions.reopen_resolution(
            form.ref, form.doer(request, f"{page.url}#keputusan"), resolution_id
        ),
        f"Keputusan {found.urutan} terbuka lagi.",
        lambda failed, status: _show_resolve(request, page, found, failed, status),
    )


def resolutions_context(page: StepPage) -> dict[str, Any]:
    """What the template ``rapat/_resolutions.html`` needs."""
    rows = [
        {
            "resolution": one,
            "form": ResolveForm(page=page, auto_id=f"tindak_{one.pk}_%s"),
            "reopen": RowForm(page=page),
            "has_section": one.section_key != UMUM[0],
            "is_open": one.status == Resolution.Status.OPEN,
        }
        for one in all_resolutions(page.case)
    ]
    waiting = sum(row["is_open"] is True for row in rows)
    return {"resolution_rows": rows, "resolutions_waiting": waiting}


def _form(page: StepPage, found: Resolution, data: Any = None) -> ResolutionForm:
    people = names_of(people_of(page.case))
    sections = sections_of(page.case.row)
    return ResolutionForm(data, page=page, sections=sections, people=people, of=found)


def _resolve(
    request: HttpRequest, form: ResolveForm, page: StepPage, resolution_id: int
) -> Done | Refused:
    given = form.cleaned_data
    is_done = given["hasil"] == Resolution.Status.DONE
    close = actions.resolve if is_done else actions.refuse_resolution
    doer = form.doer(request, f"{page.url}#keputusan")
    return close(form.ref, doer, resolution_id, given["tindak_lanjut"])


def _found(page: StepPage, resolution_id: int) -> Resolution:
    found = all_resolutions(page.case).filter(pk=resolution_id).first()
    if found is None:
        raise Http404
    return found


def _show_change(
    request: HttpRequest, page: StepPage, found: Resolution, form: Any, status: int
) -> HttpResponse:
    if status == CONFLICT:
        found.refresh_from_db()
        renew(form, found.version)
    context = {
        "page": page,
        "resolution": found,
        "form": form,
        "home": home_of(page),
        "is_conflict": status == CONFLICT,
    }
    return render(request, "rapat/keputusan.html", context, status=status)


def _show_resolve(
    request: HttpRequest, page: StepPage, found: Resolution, form: Any, status: int
) -> HttpResponse:
    context = {"page": page, "resolution": found, "form": form}
    return render(request, "rapat/tindak_lanjut.html", context, status=status)
