"""The board of a LAKIP: "siap terbit?"."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.office import clock
from runut.office.acts.forms import ActForm, person_of
from runut.office.cases.acting import OpenCase
from runut.office.cases.text_life import refuse_closed, writers_words, writes_text
from runut.office.people.models import Right
from runut.office.people.rights import may, people_with
from runut.office.reports.authorship import excluded_from
from runut.office.reports.corrections import may_correct
from runut.office.reports.lakip.board import board_of
from runut.office.reports.lakip.claims import claims_of
from runut.office.reports.lakip.figures import figures_panel
from runut.office.reports.proposals import proposals_of
from runut.office.reports.queries import latest_decisions, standing_in


def board(request: HttpRequest, case: OpenCase) -> HttpResponse:
    """What the report still lacks, in which chapter, and who can write it."""
    shown, person = board_of(case.row), person_of(request)
    decided = latest_decisions(case.row)
    context = {
        "case": case,
        "figures": figures_panel(case.row),
        "board": shown,
        "claims": claims_of(case.row, shown.saved),
        "proposals": proposals_of(case.row, shown.texts, decided),
        "who": writers_words(case),
        "form": ActForm(),
        "may_write": refuse_closed(case) is None
        and writes_text(case, person.ref, clock.now().date()),
        "closed": refuse_closed(case),
        "may_correct": may_correct(case, person),
        "excluded": excluded_from(case, standing_in(shown.text_rows, decided)),
        **({} if shown.data else who_loads(request, case)),
    }
    return render(request, "reports/board.html", context)


def who_loads(request: HttpRequest, case: OpenCase) -> dict[str, Any]:
    """Who can bring the missing figures in, for a page that cannot do without them."""
    return {
        "may_load": may(person_of(request), Right.KINERJA),
        "loaders": people_with(case.row.office_id, Right.KINERJA),
    }
