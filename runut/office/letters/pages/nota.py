"""The page on which a nota dinas is drafted, and drafted again when it was given back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from runut.core.findings import Refused
from runut.core.report.papers.nota_dinas import NotaDinas
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Doer
from runut.office.cases.queries import open_case, people_of
from runut.office.letters.actions import draft_nota, returned_nota
from runut.office.letters.drawing import tree_of
from runut.office.letters.forms import NotaForm
from runut.office.letters.models import Letter
from runut.office.people.naming import letterhead


def nota_page(request: HttpRequest, case_id: int) -> HttpResponse:
    """Draft a nota dinas; ``?surat=`` names one that came back, with its words to be mended."""
    person = person_of(request)
    case = open_case(case_id, person)
    people = people_of(case)
    if person.ref not in people:
        raise Http404
    before = _returned(request, Doer(person, clock.now()), case_id)
    form = NotaForm(
        request.POST or None,
        people={ref: one.nama for ref, one in people.items()},
        me=person.ref,
        initial=_words_of(before) if before else None,
    )
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        nota = NotaDinas(
            letterhead(person.office),
            given["kepada"],
            given["hal"],
            form.paragraphs,
            tembusan=form.copies,
        )
        answer = draft_nota(
            case,
            form.doer(request, f"/pelaksanaan/{case_id}/naskah/"),
            nota,
            dari=given["dari"],
            pemeriksa=given["pemeriksa"],
            before=before,
        )
        if not isinstance(answer, Refused):
            messages.success(request, "Draf nota dinas disusun; sekarang menunggu pemeriksaan.")
            return redirect(answer.url)
        status = form.refuse(answer)
    context = {"case": case, "form": form, "before": before}
    return render(request, "letters/nota.html", context, status=status)


def _returned(request: HttpRequest, doer: Doer, case_id: int) -> Letter | None:
    asked = request.GET.get("surat", "")
    if not asked:
        return None
    found = returned_nota(int(asked), doer) if asked.isdecimal() and len(asked) < 10 else None
    if found is None or found.case_id != case_id:
        raise Http404
    return found


def _words_of(letter: Letter) -> dict[str, Any]:
    filling = tree_of(letter.naskah).filling
    words = filling.words if filling else {}
    copies = filling.groups.get("tembusan", []) if filling else []
    return {
        "kepada": words.get("kepada", letter.kepada),
        "hal": words.get("hal", letter.hal),
        "isi": words.get("pembuka", ""),
        "tembusan": "\n".join(row["nama"] for row in copies),
        "dari": letter.penanda.ref,
        "pemeriksa": letter.pemeriksa.ref if letter.pemeriksa else "",
    }
