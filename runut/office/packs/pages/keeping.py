"""For who keeps the figures: how the quarter stands, its window, its packs, their proposals."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from runut.core.findings import Finding, Refused
from runut.core.kinerja.paket import ROMAWI
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.kinerja.actions import may_manage
from runut.office.kinerja.models import Dataset
from runut.office.packs.actions import (
    open_window,
    refuse_proposals,
    send_pack,
    take_over,
    withdraw_pack,
)
from runut.office.packs.forms import DecideForm, SendForm, WindowForm, WithdrawForm
from runut.office.packs.links import link_of
from runut.office.packs.models import Pack, Proposal
from runut.office.packs.queries import (
    Quarter,
    history_of,
    latest_proposals,
    packs_of_unit,
    quarter_of,
    states_of,
    today_of,
    why_closed,
)
from runut.office.packs.tasks import words_for
from runut.office.people.mailing import can_mail
from runut.office.people.models import Right
from runut.office.people.rights import people_with


def _not_yours(request: HttpRequest) -> HttpResponse | None:
    """Who does not manage the figures gets one sentence that names whom to ask."""
    person = person_of(request)
    if may_manage(person):
        return None
    people = people_with(person.office_id, Right.KINERJA)
    return render(request, "packs/not_yours.html", {"people": people}, status=403)


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Every unit of a quarter: who has filled in, who is late."""
    if refused := _not_yours(request):
        return refused
    person = person_of(request)
    rows = Dataset.objects.filter(office_id=person.office_id)
    years = sorted(set(rows.values_list("tahun", flat=True)), reverse=True)
    tahun = _number(request.GET.get("tahun"), years[0] if years else 0)
    this = today_of(person.office)
    usual = (this.month - 1) // 3 if this.year == tahun else len(ROMAWI)
    triwulan = _number(request.GET.get("triwulan"), max(1, usual))
    triwulan = triwulan if 1 <= triwulan <= len(ROMAWI) else 1
    quarter = Quarter(person.office, tahun, triwulan)
    states = states_of(quarter)
    context = {
        "quarter": quarter,
        "states": states,
        "late": sum(one.is_late for one in states),
        "done": sum(one.is_done for one in states),
        "years": years,
        "quarters": list(enumerate(ROMAWI, start=1)),
        "is_open": quarter.window is not None and quarter.window.is_open(this),
        "history": history_of(quarter),
    }
    return render(request, "packs/overview.html", context)


def window(request: HttpRequest, tahun: int, triwulan: int) -> HttpResponse:
    """Set, move or reopen the window of a quarter."""
    quarter = _quarter(request, tahun, triwulan)
    if refused := _not_yours(request):
        return refused
    form = WindowForm(request.POST or None, initial=_initial(quarter))
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        doer = form.doer(request, _url(quarter))
        answer = open_window(quarter, given["dibuka"], given["ditutup"], given["alasan"], doer)
        if isinstance(answer, Done):
            messages.success(request, f"Masa pengisian {quarter.masa} ditetapkan.")
            return redirect(answer.url)
        status = form.refuse(answer)
    context = {"quarter": quarter, "form": form, "url": _url(quarter)}
    return render(request, "packs/window.html", context, status=status)


def send(request: HttpRequest, tahun: int, triwulan: int) -> HttpResponse:
    """Make the link of a unit, and send it where there is an address."""
    quarter = _quarter(request, tahun, triwulan)
    if refused := _not_yours(request):
        return refused
    unit = request.POST.get("unit_paket", request.GET.get("unit", ""))[:200]
    if not quarter.cells_of(unit):
        raise Http404
    before = Pack.objects.filter(office=quarter.office, unit=unit).exclude(surel="")
    known = before.order_by("-pk").values_list("surel", flat=True).first() or ""
    form = SendForm(request.POST or None, initial={"unit_paket": unit, "surel": known})
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        doer = form.doer(request, _url(quarter))
        answer = send_pack(quarter, given["unit_paket"], given["surel"], doer)
        if isinstance(answer, Done):
            how = "dikirim lewat surel" if given["surel"] else "siap; sampaikan tautannya"
            messages.success(request, f"Paket {unit or 'tanpa penanggung jawab'} {how}.")
            return redirect(answer.url)
        status = form.refuse(answer)
    context = {
        "quarter": quarter,
        "unit": unit or "Tanpa penanggung jawab",
        "cells": quarter.cells_of(unit),
        "form": form,
        "url": _url(quarter),
        "can_mail": can_mail(quarter.office),
    }
    return render(request, "packs/send.html", context, status=status)


def one(request: HttpRequest, pack_id: int) -> HttpResponse:
    """One pack: its link, and what the unit proposes beside what the figures say."""
    pack = _pack(request, pack_id)
    if refused := _not_yours(request):
        return refused
    quarter = quarter_of(pack)
    said = latest_proposals(packs_of_unit(pack))
    waiting = [
        p for p in said.values() if p.keadaan == Proposal.State.WAITING and (p.nilai or p.catatan)
    ]
    usable = [p for p in waiting if p.nilai]
    form = DecideForm(request.POST or None, proposals=usable)
    status, asked = status_shown(form), ""
    findings: object = ()
    if request.method == "POST" and form.is_valid():
        url = reverse("paket_satu", args=[pack.pk])
        doer = form.doer(request, url)
        answer: Done | Refused | tuple[Finding, ...]
        if "tolak" in request.POST:
            answer = refuse_proposals(pack, form.chosen, form.cleaned_data["alasan"], doer)
        else:
            answer = take_over(pack, form.chosen, doer, gives_up=form.cleaned_data["melepas"])
        if isinstance(answer, Done):
            is_refused = "tolak" in request.POST
            told = "Usulan ditolak." if is_refused else "Usulan dipakai dalam data versi baru."
            messages.success(request, told)
            return redirect(answer.url)
        if isinstance(answer, Refused):
            status, asked = form.refuse(answer), answer.kode
        else:
            status, findings = 422, answer
            form.add_error(None, "Belum dipakai. Perbaiki dahulu yang tertulis di bawah ini.")
    cells = {cell.key: cell for cell in quarter.cells_of(pack.unit)}
    chosen = {str(value) for value in form["usulan"].value() or ()}
    context = {
        "pack": pack,
        "quarter": quarter,
        "link": link_of(pack),
        "words": words_for(pack, quarter),
        "closed": why_closed(pack, clock.now()),
        "form": form,
        "usable": [(p, cells.get(p.key), str(p.pk) in chosen) for p in usable],
        "notes": [(p, cells.get(p.key)) for p in waiting if not p.nilai],
        "decided": [
            (p, cells.get(p.key)) for p in said.values() if p.keadaan != Proposal.State.WAITING
        ],
        "findings": findings,
        "asks_loss": asked == "hak_hilang" or "melepas" in form.data,
        "url": _url(quarter),
    }
    return render(request, "packs/one.html", context, status=status)


def withdraw(request: HttpRequest, pack_id: int) -> HttpResponse:
    """Take the link back."""
    pack = _pack(request, pack_id)
    if refused := _not_yours(request):
        return refused
    form = WithdrawForm(request.POST or None)
    status = status_shown(form)
    url = reverse("paket_satu", args=[pack.pk])
    if request.method == "POST" and form.is_valid():
        doer = form.doer(request, url)
        answer = withdraw_pack(pack, form.cleaned_data["alasan"], doer)
        if isinstance(answer, Done):
            messages.success(request, "Tautan ditarik.")
            return redirect(answer.url)
        status = form.refuse(answer)
    context = {"pack": pack, "form": form, "url": url}
    return render(request, "packs/withdraw.html", context, status=status)


def _quarter(request: HttpRequest, tahun: int, triwulan: int) -> Quarter:
    person = person_of(request)
    quarter = Quarter(person.office, tahun, triwulan)
    if not 1 <= triwulan <= len(ROMAWI) or quarter.data is None:
        raise Http404
    return quarter


def _pack(request: HttpRequest, pack_id: int) -> Pack:
    person = person_of(request)
    rows = Pack.objects.filter(office_id=person.office_id).select_related("office", "dibuat_oleh")
    found = rows.filter(pk=pack_id).first()
    if found is None:
        raise Http404
    return found


def _initial(quarter: Quarter) -> dict[str, object]:
    if quarter.window is None:
        return {"dibuka": today_of(quarter.office)}
    return {"dibuka": quarter.window.dibuka, "ditutup": quarter.window.ditutup}


def _url(quarter: Quarter) -> str:
    return f"{reverse('paket')}?tahun={quarter.tahun}&triwulan={quarter.triwulan}"


def _number(told: str | None, usual: int) -> int:
    is_number = told is not None and told.isascii() and told.isdecimal() and len(told) <= 4
    return int(told or 0) if is_number else usual
