"""The page that starts a case."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from runut.core.case.definition import Adoption
from runut.core.findings import Refused
from runut.core.report.lakip.facts import FactDifference, compare_facts, compare_unit
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import answer_to
from runut.office.cases import actions
from runut.office.cases.acting import definition_for, load, sop_of
from runut.office.cases.models import Case
from runut.office.cases.queries import candidates_by_role, may_start
from runut.office.cases.text_life import checks_of_text, holders_of
from runut.office.kinerja.actions import latest_dataset
from runut.office.kinerja.stored import data_of
from runut.office.lacks import gather
from runut.office.people.facts import facts_of
from runut.office.people.models import Right
from runut.office.people.rights import people_with
from runut.office.reports.register import report_named
from runut.office.sops.models import SopVersion
from runut.office.web.kept.pages import instead
from runut.office.works.starting.forms import StartForm


def start(request: HttpRequest, version_id: int) -> HttpResponse:
    """Start an adopted SOP. Who may not is told who may."""
    person = person_of(request)
    version = SopVersion.objects.filter(office_id=person.office_id, pk=version_id).first()
    if version is None:
        raise Http404
    if not may_start(person):
        context = {"version": version, "people": people_with(person.office_id, Right.START)}
        return render(request, "starting/not_yours.html", context, status=403)
    if version.status != SopVersion.Status.BERLAKU:
        return instead(request, "sop_lihat", version.pk)
    form = _form(request, version)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        started = actions.start_case(
            version,
            form.cleaned_data["judul"],
            form.roles,
            form.doer(request, ""),
            laporan=form.report.name if form.report else "",
            tahun=form.cleaned_data.get("tahun"),
            batas=form.due,
            also=form.kept_beside,
        )
        if not isinstance(started, Refused):
            messages.success(request, f"{started.judul} dimulai.")
            _warn_loader(request, started)
            return redirect("kasus", started.pk)
        status = form.refuse(started)
    day = clock.now().astimezone(version.office.zone).date()
    lacks = gather(version.office, day, definition_for(version))
    context = {
        "form": form,
        "version": version,
        "blocking": [lack for lack in lacks if lack.is_blocking],
        "others": sum(not lack.is_blocking for lack in lacks),
    }
    return render(request, "starting/start.html", context, status=status)


def _form(request: HttpRequest, version: SopVersion) -> StartForm:
    today = clock.now().date()
    report = report_named(Adoption.from_dict(version.adopsi).report)
    sop, year = sop_of(version), today.year - 1
    title = report.case_title(sop, year) if report else _title(version)
    form = StartForm(
        request.POST or None,
        version=version,
        day=today,
        definition=definition_for(version),
        candidates=candidates_by_role(version.office, today),
        report=report,
        initial={"judul": title, "tahun": year},
    )
    form.ask_again(_running_before(request, version))
    if report:
        form.ask_about(partial(report.sources, sop, version.office_id), year)
    form.ask_facts(partial(_differences, version))
    return form


def _differences(version: SopVersion, tahun: int) -> list[FactDifference]:
    """What the SOP and the figures of a year say otherwise than the office."""
    office, day = version.office, clock.now().date()
    found = list(compare_unit(sop_of(version).instansi, office.kop))
    dataset = latest_dataset(office.pk, tahun)
    if dataset is not None:
        found += compare_facts(data_of(dataset).profil, facts_of(office, day))
    return list(dict.fromkeys(found))


def _warn_loader(request: HttpRequest, case: Case) -> None:
    """Who loaded the figures does not check them: told at once where nobody else holds a check."""
    dataset = latest_dataset(case.office_id, case.tahun) if case.laporan and case.tahun else None
    if dataset is None:
        return
    opened = load(case.pk, case.office_id)
    for step in checks_of_text(opened):
        if holders_of(opened, step) == {str(dataset.dimuat_oleh_id)}:
            messages.warning(
                request,
                f"Angka tahun {case.tahun} dimuat {dataset.dimuat_oleh.nama}, yang sendirian "
                f"memegang langkah {step.no}. Yang memuat angka tidak memeriksanya sendiri: minta "
                "pegawai lain yang mengelola data kinerja memuatnya lagi.",
            )


def _running_before(request: HttpRequest, version: SopVersion) -> list[Case]:
    """The cases of the SOP that ran before this form: a form that arrives again is asked only
    what it was asked the first time, and never about the case that it started itself."""
    running = Case.objects.filter(
        office_id=version.office_id, sop_version__sop_id=version.sop_id, status="berjalan"
    )
    # the cases first: whoever sees a case then also finds the key that was stored with it
    found = list(running.order_by("pk"))
    own = answer_to(person_of(request), request.POST.get("kunci", ""))
    known = [str(one.pk) for one in found]
    return found[: known.index(own)] if own in known else found


def _title(version: SopVersion) -> str:
    judul = version.sop.judul
    return (judul.capitalize() if judul.isupper() else judul)[:200]
