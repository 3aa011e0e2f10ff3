""" "Kelola pelaksanaan": how a case is kept, and one page for each change of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from runut.core.case.model import CaseStatus
from runut.core.case.rights import makers_of, manager_of
from runut.core.findings import Refused
from runut.core.words.dates import format_date
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, StepRef
from runut.office.cases.manage import acts
from runut.office.cases.manage.forms import (
    CancelForm,
    DueForm,
    HoldersForm,
    NameForm,
    PersonForm,
    ReasonForm,
    StepForm,
)
from runut.office.cases.manage.overview import overview, people_to_choose
from runut.office.cases.manage.warnings import warning_about
from runut.office.cases.queries import open_case
from runut.office.people.models import Person

OVER = (CaseStatus.SELESAI, CaseStatus.DIBATALKAN)


@dataclass(frozen=True)
class Change:
    """A page that changes one thing of a case: its words, its form, its act."""

    title: str
    button: str
    form: Callable[[HttpRequest, OpenCase], ReasonForm]
    act: Callable[[int, Doer, Any], Done | Refused]
    done: str
    is_grave: bool = False


@require_safe
def keep(request: HttpRequest, case_id: int) -> HttpResponse:
    """How the case is kept, with what may be changed in it."""
    person = person_of(request)
    case = open_case(case_id, person)
    view = overview(case, person, clock.now())
    return render(request, "cases/manage/keep.html", {"case": case, "view": view})


def change(request: HttpRequest, case_id: int, apa: str) -> HttpResponse:
    """Change one thing: name, due day, pause, manager, or end the case."""
    case = open_case(case_id, person_of(request))
    found = CHANGES.get(apa)
    if found is None:
        raise Http404
    return _page(request, case, found)


def change_role(request: HttpRequest, case_id: int, nomor: int) -> HttpResponse:
    """Who plays a role, by its number in the order of the SOP's columns."""
    case = open_case(case_id, person_of(request))
    actors = list(case.state.roles)
    if not 1 <= nomor <= len(actors):
        raise Http404
    actor = actors[nomor - 1]
    people = people_to_choose(case)
    known = [int(ref) for ref in case.state.roles[actor]]

    def form(request: HttpRequest, case: OpenCase) -> HoldersForm:
        return HoldersForm(request.POST or None, people=people, initial={"pemegang": known})

    return _page(
        request,
        case,
        Change(
            f"Pemegang peran {actor}",
            "Simpan pemegang peran",
            form,
            lambda pk, doer, form: acts.change_holders(
                pk, doer, actor, form.holders, form.cleaned_data["alasan"]
            ),
            f"Pemegang peran {actor} diganti.",
        ),
    )


def change_step(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """To whom an open step is handed."""
    person = person_of(request)
    case = open_case(case_id, person)
    step = case.definition.step(no)
    if step is None or no not in case.state.open_steps:
        raise Http404
    out = makers_of(step, case.state)
    holders = [ref for ref in case.state.roles.get(step.actors[0], ()) if ref not in out]
    people = list(
        Person.objects.filter(
            office_id=case.row.office_id, is_active=True, pk__in=map(int, holders)
        ).order_by("nama")
    )
    warnings = [words for one in people if (words := warning_about(one, case.row.sop_version))]

    def form(request: HttpRequest, case: OpenCase) -> StepForm:
        initial = {"putaran": case.state.step(no).round}
        return StepForm(request.POST or None, people=people, initial=initial)

    return _page(
        request,
        case,
        Change(
            f"Alihkan langkah {no}",
            "Alihkan langkah ini",
            form,
            lambda pk, doer, form: acts.hand_step(
                StepRef(pk, no, form.cleaned_data["putaran"]),
                doer,
                form.person,
                form.cleaned_data["alasan"],
            ),
            f"Langkah {no} dialihkan.",
        ),
        lead=step.kegiatan,
        alone=_role_page(case, step.actors[0]) if len(people) < 2 else None,
        warnings=warnings,
        is_open_to_holders=person.ref in case.state.roles.get(step.actors[0], ()),
    )


def _role_page(case: OpenCase, actor: str) -> dict[str, str]:
    nomor = list(case.state.roles).index(actor) + 1
    return {"actor": actor, "url": reverse("kasus_kelola_peran", args=[case.row.pk, nomor])}


def _page(
    request: HttpRequest,
    case: OpenCase,
    change: Change,
    *,
    is_open_to_holders: bool = False,
    **more: object,
) -> HttpResponse:
    person = person_of(request)
    context = {"case": case, "change": change, **more}
    if case.state.status in OVER:
        return redirect("kasus", case.row.pk)
    if not (acts.may_manage(case, person) or is_open_to_holders):
        manager = Person.objects.filter(
            office_id=case.row.office_id, pk=int(manager_of(case.state))
        ).first()
        context["manager"] = manager
        return render(request, "cases/manage/not_yours.html", context, status=403)
    form = change.form(request, case)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        doer = form.doer(request, f"/pelaksanaan/{case.row.pk}/kelola/")
        result = change.act(case.row.pk, doer, form)
        if isinstance(result, Done):
            return _go_on(request, result, change.done)
        status = form.refuse(result)
    return render(request, "cases/manage/change.html", {**context, "form": form}, status=status)


def _go_on(request: HttpRequest, done: Done, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(done.url)


def _reason(form: ReasonForm) -> str:
    return str(form.cleaned_data["alasan"])


def _manager_form(request: HttpRequest, case: OpenCase) -> PersonForm:
    people = [one for one in people_to_choose(case) if one.ref != manager_of(case.state)]
    return PersonForm(request.POST or None, people=people)


def _due_form(request: HttpRequest, case: OpenCase) -> DueForm:
    form = DueForm(request.POST or None, initial={"batas": case.row.batas})
    if case.row.batas:
        form.fields["batas"].help_text = f"Sekarang {format_date(case.row.batas)}."
    return form


CHANGES = {
    "nama": Change(
        "Ganti nama pelaksanaan",
        "Simpan nama",
        lambda request, case: NameForm(request.POST or None, initial={"judul": case.row.judul}),
        lambda pk, doer, form: acts.rename(pk, doer, form.cleaned_data["judul"], _reason(form)),
        "Nama pelaksanaan diganti.",
    ),
    "batas": Change(
        "Ubah batas waktu",
        "Simpan batas waktu",
        _due_form,
        lambda pk, doer, form: acts.change_due(pk, doer, form.cleaned_data["batas"], _reason(form)),
        "Batas waktu diubah.",
    ),
    "tunda": Change(
        "Tunda pelaksanaan",
        "Tunda",
        lambda request, case: ReasonForm(request.POST or None),
        lambda pk, doer, form: acts.pause_or_resume(pk, doer, _reason(form)),
        "Pelaksanaan ditunda.",
    ),
    "lanjut": Change(
        "Lanjutkan pelaksanaan",
        "Lanjutkan",
        lambda request, case: ReasonForm(request.POST or None),
        lambda pk, doer, form: acts.pause_or_resume(pk, doer, _reason(form)),
        "Pelaksanaan dilanjutkan.",
    ),
    "pengelola": Change(
        "Serahkan pengelolaan",
        "Serahkan",
        _manager_form,
        lambda pk, doer, form: acts.hand_on(pk, doer, form.person, _reason(form)),
        "Pengelolaan diserahkan.",
    ),
    "batal": Change(
        "Batalkan pelaksanaan",
        "Batalkan pelaksanaan",
        lambda request, case: CancelForm(request.POST or None),
        lambda pk, doer, form: acts.cancel(pk, doer, _reason(form)),
        "Pelaksanaan dibatalkan.",
        is_grave=True,
    ),
}
