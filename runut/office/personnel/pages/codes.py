"""One-time codes: made for one or for many, shown once, as slips to cut out."""

from base64 import b64encode
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from runut.core.findings import Refused
from runut.core.words.dates import format_moment
from runut.files.write.layout.signature import qr_svg
from runut.office import clock
from runut.office.acts.forms import person_of, status_of, status_shown
from runut.office.people.address import public_url
from runut.office.people.models import Person
from runut.office.personnel.actions.codes import MadeCode, make_codes
from runut.office.personnel.forms import CodesForm
from runut.office.personnel.pages.door import for_keepers
from runut.office.personnel.queries import locked_out, person_in

REPEATED = Refused(
    "sudah_ditampilkan",
    "Kode dari formulir ini sudah dibuat dan hanya ditampilkan sekali. Bila belum tercetak, "
    "buat kode baru; kode yang lama tidak berlaku lagi.",
)


@for_keepers
def many(request: HttpRequest) -> HttpResponse:
    """A sheet of slips, for those who cannot come in yet or for anybody chosen."""
    office_id = person_of(request).office_id
    people = list(Person.objects.filter(office_id=office_id, is_active=True).order_by("nama"))
    waiting = {one.pk for one in locked_out(office_id, clock.now())}
    people.sort(key=lambda one: one.pk not in waiting)
    return _answer(request, people, sorted(waiting), reverse("pegawai_kode_semua"))


@for_keepers
def one(request: HttpRequest, person_id: int) -> HttpResponse:
    """A slip for somebody."""
    found = person_in(person_of(request).office_id, person_id)
    people = [found] if found.is_active else []
    return _answer(request, people, [found.pk], reverse("pegawai_kode", args=[found.pk]), found)


def _answer(
    request: HttpRequest,
    people: Sequence[Person],
    chosen: Sequence[int],
    url: str,
    person: Person | None = None,
) -> HttpResponse:
    form = CodesForm(request.POST or None, people=people, initial={"pegawai": list(chosen)})
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        answer, made = make_codes(form.cleaned_data["pegawai"], form.doer(request, url), url)
        if made:
            return _slips(request, made, person)
        refused = answer if isinstance(answer, Refused) else REPEATED
        form.refuse(refused)
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["kunci"] = form.fields["kunci"].initial()  # type: ignore[index]
        status = status_of(refused)
    context = {"form": form, "person": person}
    return render(request, "personnel/codes.html", context, status=status)


def _slips(request: HttpRequest, made: Sequence[MadeCode], person: Person | None) -> HttpResponse:
    """The codes on paper. They stand on this page and nowhere else."""
    office = person_of(request).office
    address = public_url().rstrip("/")
    login = address + reverse("masuk_kode")
    until = made[0].until.astimezone(office.zone)
    context = {
        "office": office,
        "made": [(one, _picture(f"{login}?nama={one.person.username}")) for one in made],
        "login": login,
        "until": format_moment(until, until.tzname() or ""),
        "person": person,
    }
    return render(request, "personnel/slips.html", context)


def _picture(address: str) -> str:
    """A QR code that an img can show: the policy of pages lets no style in."""
    return f"data:image/svg+xml;base64,{b64encode(qr_svg(address).encode()).decode()}"
