"""The page on which people write one section, and what its editor asks of the server."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from runut.core.report.prose.clean import clean_text
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.cases.acting import OpenCase
from runut.office.cases.queries import open_case
from runut.office.cases.text_life import holders_of
from runut.office.people.models import Person
from runut.office.reports.authorship import steps_given_up
from runut.office.reports.corrections import may_correct
from runut.office.reports.proposals import proposals_of
from runut.office.reports.queries import latest_rows
from runut.office.reports.register import report_of
from runut.office.web.kept.pages import stands_on
from runut.office.works.answers import go_on
from runut.office.works.laporan.comments import asked_of, comments_of
from runut.office.works.laporan.forms import TextForm, names_in, words_hash
from runut.office.works.laporan.kind import LAPORAN
from runut.office.works.laporan.shown import Shown, live_of, show_text, with_value, word_differences
from runut.office.works.laporan.writing import refuse_writing, save_text

LONGEST_TEXT = 60_000


def section(request: HttpRequest, case_id: int, key: str) -> HttpResponse:
    """Write one section. Two people who save at once both keep their words."""
    case, person = open_case(case_id, person_of(request)), person_of(request)
    board = _board_of(case)
    row = _row_in(board, key)
    form = _form(request, case, row, person)
    status, conflict = status_shown(form), None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        doer = form.doer(request, home_of(case, person))
        result = save_text(
            case_id,
            key,
            given["teks"],
            given["dasar"],
            doer,
            gives_up=given.get("melepas", False),
            rewrites=names_in(given["menggantikan"]),
        )
        if isinstance(result, Done):
            return go_on(request, result, _saved_words(case_id, row, person))
        status = form.refuse(result)
        # read anew: it may have been saved while this form was on its way
        conflict = latest_rows(case.row).get(key) if result.kode == "sudah_berubah" else None
    elif form.data.get("tadi"):
        conflict = row.saved
    context = {**_context(case, board, row, form, person=person), "conflict": conflict}
    if conflict:
        typed = form.data.get("teks", "")
        context |= {
            "pieces": word_differences(conflict.teks, typed, live_of(case.row)),
            "theirs": show_text(case.row, key, conflict.teks),
            "tadi": words_hash(typed),
        }
    return render(request, "laporan/section.html", context, status=status)


@stands_on("laporan_bagian", "case_id", "key")
def look(request: HttpRequest, case_id: int, key: str) -> HttpResponse:
    """What is typed, as the report will show it; nothing is saved.

    The editor gets it as data, a browser without scripts the page of the section again.
    """
    case, person = open_case(case_id, person_of(request)), person_of(request)
    board = _board_of(case)
    row = _row_in(board, key)
    typed = clean_text(request.POST.get("teks", "")[:LONGEST_TEXT])
    if request.headers.get("Accept") == "application/json":
        shown = show_text(case.row, key, typed)
        claims = _claims(case, board, key, typed)
        return JsonResponse(
            {
                "html": shown.html,
                "sunting": shown.editable,
                "temuan": shown.remarks,
                "klaim": [_claim_told(one) for one in claims.waiting] if claims else [],
            }
        )
    form = TextForm(
        given_up=steps_given_up(case, key, person.ref),
        initial={
            "dasar": request.POST.get("dasar", "0"),
            "teks": typed,
            "menggantikan": request.POST.get("menggantikan", ""),
        },
    )
    context = {**_context(case, board, row, form, person=person, typed=typed), "is_preview": True}
    return render(request, "laporan/section.html", context)


@require_safe
def figures(request: HttpRequest, case_id: int) -> HttpResponse:
    """The figures that words may name: for the picker of the editor, and as a page to read."""
    case = open_case(case_id, person_of(request))
    kind = report_of(case.row)
    if kind is None:
        raise Http404
    found = with_value(kind.live(case.row))
    if request.headers.get("Accept") == "application/json":
        rows = [(one.name, one.value.text, one.label, one.value.source) for one in found]
        return JsonResponse({"angka": rows})
    return render(request, "laporan/figures.html", {"case": case, "figures": found})


def row_of(case: OpenCase, key: str) -> Any:
    """The section as the board of the report lists it. Raises Http404 where it has none."""
    return _row_in(_board_of(case), key)


def _board_of(case: OpenCase) -> Any:
    kind = report_of(case.row)
    return kind.board_of(case.row) if kind else None


def _row_in(board: Any, key: str) -> Any:
    rows = board.sections if board else ()
    found = next((row for row in rows if row.section.key == key), None)
    if found is None:
        raise Http404
    return found


def home_of(case: OpenCase, person: Person) -> str:
    """Where a saved text leads back to: the step that improves it, for who works on it now."""
    for no in case.state.open_steps:
        step = case.definition.step(no)
        if step and step.work == LAPORAN.name and person.ref in holders_of(case, step):
            return f"/pelaksanaan/{case.row.pk}/langkah/{no}/#yang-dikerjakan"
    return f"/laporan/{case.row.pk}/"


def _form(request: HttpRequest, case: OpenCase, row: Any, person: Person) -> TextForm:
    return TextForm(
        request.POST or None,
        given_up=steps_given_up(case, row.section.key, person.ref),
        initial={"dasar": row.saved.versi if row.saved else 0, "teks": row.words},
    )


def _claims(case: OpenCase, board: Any, key: str, typed: str | None = None) -> Any:
    """What the words of a section say against the figures of the report: those saved, or typed."""
    kind = report_of(case.row)
    words = None if typed is None else {key: typed}
    return kind.claims_of(case.row, board.saved, words).of(key) if kind else None


def _claim_told(one: Any) -> dict[str, str]:
    """A claim as the editor marks it: the sentence in three parts, what the data say, and where it
    is answered once it is saved."""
    return {
        "sebelum": one.before,
        "kata": one.words,
        "sesudah": one.after,
        "data": f"Menurut data: {one.known}." if one.known else "Indikator mana yang dimaksud?",
        "alamat": one.url if one.task else "",
        "jawab": "Jawab" if one.is_asked else "Nyatakan benar",
    }


def _saved_words(case_id: int, row: Any, person: Person) -> str:
    """That it is saved, and how many of its sentences wait: said at once, where people look."""
    case = open_case(case_id, person)
    claims = _claims(case, _board_of(case), row.section.key)
    count = len(claims.waiting) if claims else 0
    said = f"{row.section.title} tersimpan."
    return f"{said} {count} kalimat perlu dibetulkan atau dijelaskan." if count else said


def section_context(
    case: OpenCase, key: str, person: Person, form: TextForm, typed: str
) -> dict[str, Any]:
    """What the page of a section shows, with words in its editor that are not saved."""
    board = _board_of(case)
    return _context(case, board, _row_in(board, key), form, person=person, typed=typed)


def _context(
    case: OpenCase,
    board: Any,
    row: Any,
    form: TextForm,
    *,
    person: Person,
    typed: str | None = None,
) -> dict[str, Any]:
    key = row.section.key
    words = typed if typed is not None else form.data.get("teks", row.words)
    shown: Shown = show_text(case.row, key, words)
    comments = list(comments_of(case.row, key))
    return {
        "case": case,
        "row": row,
        "form": form,
        "saved": row.saved,
        "typed": form.data.get("teks", ""),
        "home": home_of(case, person),
        "refused": refuse_writing(case, key, person, clock.now()),
        "may_correct": may_correct(case, person),
        "shown": shown,
        "asked": asked_of(case, key),
        "claims": _claims(case, board, key, typed),
        "proposals": proposals_of(case.row, board.texts).of(key),
        "rewriting": names_in(str(form["menggantikan"].value() or "")),
        "lacks": board.lacks_of(key) if row.words else (),
        "comments": [one for one in comments if one.ditutup_pada is None],
        "closed_count": sum(one.ditutup_pada is not None for one in comments),
    }
