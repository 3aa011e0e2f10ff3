"""The pages of copies for Word: leaving and coming back, and what a returned file proposes."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from runut.core.case.model import Step
from runut.core.findings import Finding, Refused
from runut.files.store import DocumentMissing, get
from runut.office import clock
from runut.office.acts.forms import person_of, status_of, status_shown
from runut.office.acts.sending import Done
from runut.office.cases.acting import OpenCase
from runut.office.cases.queries import open_case
from runut.office.cases.text_life import refuse_closed, writers_words
from runut.office.people.models import Person
from runut.office.reports.authorship import steps_given_up
from runut.office.reports.register import report_of
from runut.office.word_copies.actions.deciding import Decided, decide_suggestions
from runut.office.word_copies.actions.leaving import make_copy
from runut.office.word_copies.actions.returning import take_back
from runut.office.word_copies.forms import CopyForm, DecideForm, ReturnForm
from runut.office.word_copies.models import Suggestion, WordCopy, WordReturn
from runut.office.word_copies.queries import copies_of, returns_of, shown
from runut.office.works.laporan.writing import writable_keys

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_VERDICTS = {
    "terima": Suggestion.Keadaan.DITERIMA,
    "tolak": Suggestion.Keadaan.DITOLAK,
    "gabung": Suggestion.Keadaan.DIGABUNG,
    "baca": Suggestion.Keadaan.DIBACA,
}
_SAID = {
    Suggestion.Keadaan.DITERIMA: "masuk ke naskah",
    Suggestion.Keadaan.DITOLAK: "ditolak",
    Suggestion.Keadaan.DIGABUNG: "ditandai sudah digabung",
    Suggestion.Keadaan.DIBACA: "ditandai sudah dibaca",
}


def index(request: HttpRequest, case_id: int) -> HttpResponse:
    """Copies that left and files that came back; a file is handed in here."""
    case, person = _report(request, case_id), person_of(request)
    form = ReturnForm(request.POST or None, request.FILES or None, given_up=_given_up(case, person))
    status = status_shown(form)
    findings: tuple[Finding, ...] = ()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["berkas"]
        answer = take_back(
            case_id,
            form.doer(request, reverse("laporan_word", args=[case_id])),
            data=file.read(),
            berkas=file.name or "naskah.docx",
            gives_up=form.cleaned_data.get("melepas", False),
        )
        if isinstance(answer, Done):
            messages.success(
                request, "Hasil sunting terbaca. Naskah belum berubah: putuskan usulnya."
            )
            return redirect(answer.url)
        if isinstance(answer, Refused):
            status = form.refuse(answer)
        else:
            status, findings = 422, answer
    return render(
        request, "word_copies/index.html", _context(case, person, form, findings), status=status
    )


def copy(request: HttpRequest, case_id: int) -> HttpResponse:
    """Draw a copy; the way to its download is the page itself."""
    if request.method != "POST":
        return redirect("laporan_word", case_id=case_id)
    case = _report(request, case_id)
    form = CopyForm(request.POST)
    url = reverse("laporan_word", args=[case_id])
    if not form.is_valid():
        messages.warning(request, "Formulir ini tidak lengkap. Tekan lagi tombolnya di bawah ini.")
        return redirect(url)
    answer = make_copy(case_id, form.doer(request, f"{url}#salinan"))
    if isinstance(answer, Refused):
        person = person_of(request)
        upload = ReturnForm(given_up=_given_up(case, person))
        context = {**_context(case, person, upload, ()), "refused_copy": answer}
        return render(request, "word_copies/index.html", context, status=status_of(answer))
    messages.success(request, "Salinan sunting siap diunduh.")
    return redirect(answer.url)


@require_safe
def copy_file(request: HttpRequest, case_id: int, copy_kode: str) -> HttpResponse:
    """A copy as it left."""
    case = _report(request, case_id)
    row = get_object_or_404(WordCopy, office_id=case.row.office_id, case=case.row, kode=copy_kode)
    return _file(row.sha256, f"naskah-sunting-{row.kode}.docx")


@require_safe
def returned_file(request: HttpRequest, case_id: int, return_id: int) -> HttpResponse:
    """A returned file as it came."""
    row = _returned(_report(request, case_id), return_id)
    return _file(row.sha256, f"hasil-sunting-{row.copy.kode}-{row.pk}.docx")


def returned(request: HttpRequest, case_id: int, return_id: int) -> HttpResponse:
    """What a returned file proposes, and the decisions about it."""
    case, person = _report(request, case_id), person_of(request)
    row = _returned(case, return_id)
    may = writable_keys(case, person, clock.now())
    form = DecideForm(request.POST or None, given_up=_given_up(case, person))
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        answer = _decide(request, case, row, form)
        if isinstance(answer, Done):
            _say(request, answer, form.cleaned_data["tindakan"])
            return redirect(answer.url)
        status = form.refuse(answer)
    context = {
        "case": case,
        "row": row,
        "form": form,
        "shown": shown(case, row, may),
        "closed": refuse_closed(case),
        "may": may,
        "targets": [one for one in row.copy.bagian if one["key"] in may],
    }
    return render(request, "word_copies/returned.html", context, status=status)


def _decide(
    request: HttpRequest, case: OpenCase, row: WordReturn, form: DecideForm
) -> Decided | Done | Refused:
    word, _, about = form.cleaned_data["tindakan"].partition(":")
    verdict = _VERDICTS.get(word)
    if verdict is None:
        return Refused("tidak_terbaca", "Pilihannya tidak terbaca. Tekan lagi salah satu tombol.")
    rows = row.suggestions.filter(keadaan=Suggestion.Keadaan.TERBUKA)
    if about.isdigit():
        rows = rows.filter(nomor=int(about))
    else:
        kept = Suggestion.Jenis.TEKS
        rows = rows.filter(jenis=kept, key=about) if about else rows.filter(jenis=kept)
    numbers = list(rows.values_list("nomor", flat=True))
    url = reverse("laporan_word_kembali", args=[case.row.pk, row.pk])
    return decide_suggestions(
        row.pk,
        numbers,
        verdict,
        form.doer(request, url),
        gives_up=form.cleaned_data.get("melepas", False),
        into=form.cleaned_data.get("tujuan", ""),
    )


def _say(request: HttpRequest, answer: Done, tindakan: str) -> None:
    verdict = _VERDICTS[tindakan.partition(":")[0]]
    count = answer.count if isinstance(answer, Decided) else 0
    messages.success(request, f"{count or 'Semua'} usul {_SAID[verdict]}.")
    if isinstance(answer, Decided) and answer.left:
        messages.warning(
            request,
            f"{answer.left} usul masih menunggu: teks di tempatnya berubah, atau bagiannya ditulis "
            "orang lain.",
        )


def _report(request: HttpRequest, case_id: int) -> OpenCase:
    case = open_case(case_id, person_of(request))
    if report_of(case.row) is None:
        raise Http404
    return case


def _returned(case: OpenCase, return_id: int) -> WordReturn:
    rows = WordReturn.objects.select_related("copy", "diunggah_oleh")
    return get_object_or_404(rows, pk=return_id, office_id=case.row.office_id, copy__case=case.row)


def _given_up(case: OpenCase, person: Person) -> list[Step]:
    """The checks that somebody loses whose words stand in the report."""
    kind = report_of(case.row)
    keys = [one.key for one in kind.sections(case.row)] if kind else []
    own = kind.signers_own if kind else frozenset()
    other = next((key for key in keys if key not in own), "")
    return steps_given_up(case, other, person.ref) if other else []


def _context(
    case: OpenCase, person: Person, form: ReturnForm, findings: tuple[Finding, ...]
) -> dict[str, object]:
    return {
        "case": case,
        "form": form,
        "copy_form": CopyForm(auto_id="salin_%s"),
        "findings": findings,
        "copies": copies_of(case),
        "returns": returns_of(case),
        "closed": refuse_closed(case),
        "may_write": bool(writable_keys(case, person, clock.now())),
        "writers": writers_words(case),
    }


def _file(sha256: str, name: str) -> HttpResponse:
    try:
        data = get(settings.FILES_DIR, sha256)
    except DocumentMissing as missing:
        raise Http404 from missing
    return HttpResponse(
        data,
        content_type=_DOCX,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
