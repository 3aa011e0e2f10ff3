"""The pages of the books, and a year's book as PDF and for Excel."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from runut.core.report.papers.buku import compose_buku
from runut.core.words.dates import format_moment
from runut.files.write.book import write_book
from runut.files.write.paper import write_pdf
from runut.office import clock
from runut.office.acts.forms import person_of
from runut.office.people.models import Person
from runut.office.registers.lines import COLUMNS, book_lines, book_of
from runut.office.registers.queries import (
    LONGEST_SEARCH,
    REGISTERS,
    Register,
    lines_of,
    sees_all,
    years_of,
)

ON_A_PAGE = 50
LARGEST_YEAR = 9999
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def register(request: HttpRequest, name: str) -> HttpResponse:
    """A book of the office, by year, to be searched and printed."""
    kind, person, now = _named(name), person_of(request), clock.now()
    tahun = _year(request.GET.get("tahun", ""), now.astimezone(person.office.zone).year)
    words = " ".join(request.GET.get("cari", "")[:LONGEST_SEARCH].split())
    pages = Paginator(lines_of(kind, person, tahun, words), ON_A_PAGE)
    shown = pages.get_page(request.GET.get("halaman"))
    context = {
        "name": name,
        "register": kind,
        "columns": COLUMNS[kind.name],
        "lines": book_lines(kind, shown.object_list, now),
        "shown": shown,
        "tahun": tahun,
        "years": sorted({*years_of(kind, person), tahun}, reverse=True),
        "words": words,
        "query": urlencode({"tahun": tahun, "cari": words}),
        "sees_all": sees_all(person),
        "others": [(one, REGISTERS[one].title) for one in REGISTERS],
    }
    return render(request, "registers/register.html", context)


@require_safe
def book(request: HttpRequest, name: str, tahun: int, form: str) -> HttpResponse:
    """The year's book: ``pdf`` to be printed and bound, ``xlsx`` to be worked with."""
    kind, person, now = _named(name), person_of(request), clock.now()
    if form not in ("pdf", "xlsx") or tahun > LARGEST_YEAR:
        raise Http404
    lines = book_lines(kind, lines_of(kind, person, tahun), now)
    told = book_of(kind, person.office, tahun, lines, _note(person, len(lines), now))
    data = write_book(told) if form == "xlsx" else write_pdf(compose_buku(told), created=now)
    response = HttpResponse(data, EXCEL if form == "xlsx" else "application/pdf")
    kept = f"{kind.title.lower().replace(' ', '-')}-{tahun}.{form}"
    response.headers["Content-Disposition"] = f'attachment; filename="{kept}"'
    return response


def _note(person: Person, count: int, at: Any) -> str:
    """How many lines the book has, when it was drawn, and whether it is the whole book."""
    local = at.astimezone(person.office.zone)
    part = (
        ""
        if sees_all(person)
        else " Petikan: hanya rapat dari pelaksanaan yang diikuti pencetaknya."
    )
    return f"{count} baris, dicetak {format_moment(local, local.tzname() or '')}.{part}"


def _named(name: str) -> Register:
    if name not in REGISTERS:
        raise Http404
    return REGISTERS[name]


def _year(text: str, this: int) -> int:
    is_year = text.isascii() and text.isdecimal() and len(text) == 4
    return int(text) if is_year else this
