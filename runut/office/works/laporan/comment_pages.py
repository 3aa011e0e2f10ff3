"""Comments on a section: written, answered, closed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.forms import ActForm, person_of, status_shown
from runut.office.cases.queries import open_case
from runut.office.cases.text_life import refuse_closed, writers_of
from runut.office.people.models import Person
from runut.office.reports.models import SectionComment
from runut.office.works.answers import go_on
from runut.office.works.laporan.commenting import (
    Said,
    close_comment,
    is_changed_since,
    may_close,
    write_comment,
)
from runut.office.works.laporan.comments import comments_of, paragraphs_of, shortened
from runut.office.works.laporan.section_pages import row_of
from runut.office.works.laporan.writing import titles_of


class CommentForm(ActForm):
    """What somebody says to a paragraph, and to whom."""

    alinea = forms.ChoiceField(label="Tentang", required=False)
    isi = forms.CharField(
        label="Komentar",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Apa yang perlu diperbaiki atau dijelaskan.",
        error_messages={"required": "Tuliskan komentarnya."},
    )
    untuk = forms.ChoiceField(
        label="Ditujukan kepada",
        help_text="Komentar muncul di halaman Tugas orang itu sampai ditutup.",
        error_messages={"required": "Pilih siapa yang menjawab."},
    )

    def __init__(
        self, *args: Any, paragraphs: Sequence[str], writers: Sequence[Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        numbered = [(str(n), shortened(one)) for n, one in enumerate(paragraphs)]
        self.paragraphs, self.writers = paragraphs, {str(one.pk): one for one in writers}
        whole = ("", "Seluruh bagian")
        self.fields["alinea"].choices = [whole, *numbered]  # type: ignore[attr-defined]
        names = [(pk, one.nama) for pk, one in self.writers.items()]
        self.fields["untuk"].choices = names  # type: ignore[attr-defined]

    @property
    def quoted(self) -> str:
        chosen = self.cleaned_data["alinea"]
        return self.paragraphs[int(chosen)] if chosen else ""


class CloseForm(ActForm):
    """How a comment is closed."""

    jawaban = forms.CharField(
        label="Jawaban",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Boleh kosong bila teksnya sudah diubah.",
    )


def comments(request: HttpRequest, case_id: int, key: str) -> HttpResponse:
    """Every comment on a section, and a new one."""
    person = person_of(request)
    case = open_case(case_id, person)
    row = row_of(case, key)
    writers = writers_of(case)
    last = row.saved.ditulis_oleh_id if row.saved else None
    form = CommentForm(
        request.POST or None,
        paragraphs=paragraphs_of(row.words),
        writers=writers,
        initial={"untuk": str(last)},
    )
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        said = Said(
            form.quoted,
            row.saved.versi if row.saved else 0,
            given["isi"],
            form.writers[given["untuk"]],
        )
        result = write_comment(case_id, key, said, form.doer(request, request.path))
        if not isinstance(result, Refused):
            return go_on(request, result, f"Komentar disampaikan kepada {said.untuk.nama}.")
        status = form.refuse(result)
    context = {
        "case": case,
        "row": row,
        "form": form,
        "comments": comments_of(case.row, key),
        "closed": refuse_closed(case),
        "writers": writers,
    }
    return render(request, "laporan/comments.html", context, status=status)


def comment(request: HttpRequest, case_id: int, said_id: int) -> HttpResponse:
    """One comment: what it says, whether its paragraph has changed since, and how it is closed."""
    case = open_case(case_id, person_of(request))
    rows = SectionComment.objects.select_related("untuk", "ditulis_oleh", "ditutup_oleh", "case")
    found = get_object_or_404(rows, office_id=case.row.office_id, case=case.row, pk=said_id)
    section_url = reverse("laporan_bagian", args=(case.row.pk, found.key))
    form = CloseForm(request.POST or None)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        doer = form.doer(request, section_url)
        result = close_comment(found, form.cleaned_data["jawaban"], doer)
        if not isinstance(result, Refused):
            return go_on(request, result, "Komentar ditutup.")
        status = form.refuse(result)
    context = {
        "case": case,
        "one": found,
        "title": titles_of(case).get(found.key, found.key),
        "is_changed": is_changed_since(found),
        "may_close": may_close(case, found, person_of(request), clock.now()),
        "section_url": section_url,
        "form": form,
    }
    return render(request, "laporan/comment.html", context, status=status)
