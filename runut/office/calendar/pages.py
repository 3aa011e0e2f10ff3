"""The pages of the calendar: everybody may read it, who keeps the office may change it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from runut.core.calendar.aturan import JAM_KERJA
from runut.core.findings import Refused
from runut.core.words.dates import format_date, parse_date
from runut.files.read.holidays import SKB, holidays_of
from runut.office import clock
from runut.office.acts.door import refuse_others
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Doer, Done
from runut.office.calendar import actions
from runut.office.calendar.forms import (
    CalendarForm,
    DayForm,
    HoursForm,
    ListForm,
    RamadanForm,
    RemoveForm,
    hours_typed,
    is_as_stated,
)
from runut.office.calendar.showing import calendar_view
from runut.office.people.calendars import calendar_of
from runut.office.people.models import Holiday, Office, Right
from runut.office.people.rights import may

FIRST_YEAR, LAST_YEAR = 2000, 2100
Act = Callable[[Any, Doer], Done | Refused]


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """A year of the calendar: its days off, Ramadan, hours, and every change ever made."""
    person = person_of(request)
    view = calendar_view(person.office, _year(request), clock.now())
    context = {"view": view, "may_change": may(person, Right.KANTOR)}
    return render(request, "calendar/overview.html", context)


def day(request: HttpRequest) -> HttpResponse:
    """Enter a day off, or correct the one that ``?tanggal=`` names."""
    known = _known_day(request)
    initial: dict[str, Any] = (
        {} if known is None else actions.vars_of(known) | {"dasar_hukum": known.sumber}
    )
    initial["tanggal"] = known.tanggal if known else ""
    form = DayForm(request.POST or None, initial={"jenis": "libur"} | initial)
    title = f"{known.nama}, {format_date(known.tanggal)}" if known else "Tambah hari libur"
    # another date is another day: the one that is being corrected keeps its own
    form.fields["tanggal"].disabled = known is not None
    return _act(
        request,
        form,
        lambda form, doer: actions.put_days(doer, [form.day], form.cleaned_data["dasar_hukum"]),
        {"title": title, "known": known, "button": "Simpan hari ini"},
    )


def remove(request: HttpRequest) -> HttpResponse:
    """Make a day off a working day again."""
    known = _known_day(request)
    form = RemoveForm(request.POST or None, initial={"hari": known.tanggal if known else ""})
    lead = f"{known.nama}, {format_date(known.tanggal)}, menjadi hari kerja biasa." if known else ""
    return _act(
        request,
        form,
        lambda form, doer: actions.remove_day(
            doer, form.cleaned_data["hari"], form.cleaned_data["dasar_hukum"]
        ),
        {"title": "Hapus hari libur", "lead": lead, "button": "Hapus hari libur ini"},
    )


def ramadan(request: HttpRequest) -> HttpResponse:
    """Enter the first and the last day of a Ramadan."""
    year = _year(request)
    office = person_of(request).office
    known = [pair for pair in office.ramadan if pair[1].startswith(str(year))]
    edges = [date.fromisoformat(edge) for edge in known[0]] if known else ["", ""]
    form = RamadanForm(
        request.POST or None, initial=dict(zip(("awal", "akhir"), edges, strict=True))
    )
    lead = (
        "Selama Ramadan kantor bekerja menurut jam kerja Ramadan. Awal dan akhirnya ditetapkan "
        "Menteri Agama; yang terisi bawaan dihitung mundur 30 hari dari Idul Fitri."
    )
    return _act(
        request,
        form,
        lambda form, doer: actions.set_ramadan(
            doer, *(form.cleaned_data[name] for name in ("awal", "akhir", "dasar_hukum"))
        ),
        {"title": f"Ramadan {year}", "lead": lead, "button": "Simpan Ramadan"},
    )


def many(request: HttpRequest) -> HttpResponse:
    """Enter a list of days; for ``?tahun=`` it begins with what the library knows of that year."""
    initial: dict[str, str] = {}
    if "tahun" in request.GET:
        year = _year(request)
        initial["daftar"] = "\n".join(
            f"{format_date(one.tanggal)}; {one.nama}; {Holiday.Jenis(one.jenis).label.lower()}"
            + (f"; {one.catatan}" if one.catatan else "")
            for one in holidays_of([year])
        )
        initial["dasar_hukum"] = SKB.get(year, "")
    form = ListForm(request.POST or None, initial=initial)
    return _act(
        request,
        form,
        lambda form, doer: actions.put_days(
            doer, form.cleaned_data["daftar"], form.cleaned_data["dasar_hukum"]
        ),
        {
            "title": "Isi banyak hari sekaligus",
            "lead": "Hari yang tanggalnya sudah ada diganti; hari lain tidak disentuh. "
            "Cocokkan dengan SKB sebelum menyimpan.",
            "button": "Simpan daftar",
        },
    )


def hours(request: HttpRequest) -> HttpResponse:
    """The working hours of each weekday, and the zone."""
    office = person_of(request).office
    found = calendar_of(office).hours
    initial = hours_typed("biasa", found.biasa) | hours_typed("ramadan", found.ramadan)
    initial["zona"] = actions.zone_word(office, clock.now())
    form = HoursForm(request.POST or None, initial=initial)
    return _act(request, form, _save_hours, {"title": "Jam kerja"}, "calendar/hours.html")


def _save_hours(form: HoursForm, doer: Doer) -> Done | Refused:
    biasa, ramadan = form.hours("biasa"), form.hours("ramadan")
    default, dasar = JAM_KERJA.nilai, form.cleaned_data["dasar_hukum"]
    stated = (
        {} if is_as_stated(biasa, default.biasa) else biasa,
        {} if is_as_stated(ramadan, default.ramadan) else ramadan,
    )
    return actions.set_clock(doer, form.cleaned_data["zona"], *stated, dasar)


def _act(
    request: HttpRequest,
    form: CalendarForm,
    act: Act,
    context: dict[str, Any],
    template: str = "calendar/form.html",
) -> HttpResponse:
    """A page with one form of one act; who may not change the calendar is told who may."""
    person = person_of(request)
    if refused := refuse_others(request):
        return refused
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        year = form.cleaned_data.get("tanggal") or form.cleaned_data.get("akhir")
        url = reverse("kantor_kalender") + (f"?tahun={year.year}" if year else "")
        answer = act(form, form.doer(request, url))
        if isinstance(answer, Done):
            messages.success(request, _told(person.office_id))
            return redirect(answer.url)
        status = form.refuse(answer)
    return render(request, template, {"form": form, **context}, status=status)


def _told(office_id: int) -> str:
    """That the calendar was changed, and how many limits moved with it."""
    moved = actions.moved_by_last_change(office_id)
    if not moved:
        return "Kalender kantor disimpan. Tidak ada batas waktu yang bergeser."
    return f"Kalender kantor disimpan. Batas waktu {moved} langkah yang terbuka ikut bergeser."


def _year(request: HttpRequest) -> int:
    typed = request.GET.get("tahun", "")
    year = int(typed) if typed.isdecimal() and len(typed) == 4 else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else clock.now().year


def _known_day(request: HttpRequest) -> Holiday | None:
    typed = parse_date(request.GET.get("tanggal", ""))
    office: Office = person_of(request).office
    return Holiday.objects.filter(office=office, tanggal=typed).first() if typed else None
