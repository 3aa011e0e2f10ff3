"""The pages that look at all kinds of work at once: the inbox, and the history of a case."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from runut.office import clock
from runut.office.acts.forms import person_of
from runut.office.cases.going import going_cases
from runut.office.cases.history import history_of
from runut.office.cases.inbox import task_rows
from runut.office.cases.queries import documents_of, open_case
from runut.office.cases.standing_still import standing_still_for
from runut.office.people.models import Person
from runut.office.works import register
from runut.office.works.kind import Notice
from runut.office.works.other_rooms import NOTICES, WORDS
from runut.office.works.tandatangan.notices import own_means


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """Tugas saya: what is due, in working time, what it needs, one main button."""
    person = person_of(request)
    now = clock.now()
    rows = task_rows(person, now)
    context = {
        "rows": [row for row in rows if not row.given_to],
        "given": [row for row in rows if row.given_to],
        "standing_still": standing_still_for(person, now),
        "notices": [*_notices(person), *([] if rows else own_means(person))],
        "going": going_cases(person, now, without={row.task.case_id for row in rows}),
    }
    return render(request, "works/inbox.html", context)


@require_safe
def history(request: HttpRequest, case_id: int) -> HttpResponse:
    """Who did what, when, on which document: the chain's lines of this case, and its papers."""
    case = open_case(case_id, person_of(request))
    context = {"case": case, "lines": history_of(case, _words()), "documents": documents_of(case)}
    return render(request, "works/history.html", context)


def _words() -> dict[str, str]:
    """What the lines of the audit chain say that kinds of work have written."""
    known = [kind.words for kind in register.KINDS] + [import_string(one) for one in WORDS]
    return {line: words for room in known for line, words in room.items()}


def _notices(person: Person) -> list[Notice]:
    paths = [kind.notices for kind in register.KINDS if kind.notices]
    sources = [import_string(one) for one in (*paths, *NOTICES)]
    return [notice for source in sources for notice in source(person)]
