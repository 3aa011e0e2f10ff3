"""The forms of a check: paraf on what was read, or back with notes."""

from typing import Any

from django import forms

from runut.core.sop.model import Lanjut
from runut.core.words.labels import is_negative
from runut.office.acts.forms import ActForm
from runut.office.cases.models import Case
from runut.office.cases.queries import StepPage
from runut.office.reports.pointing import pointed_at, sections_of
from runut.office.works.step_form import StepForm


class PointingForm(forms.Form):
    """Notes of a return can point at a section of the report; the writers are led there."""

    bagian = forms.ChoiceField(
        label="Bagian yang dimaksud",
        required=False,
        help_text="Penyusun dituntun ke bagian itu.",
    )

    def offer_sections(self, case: Case) -> None:
        """The sections to choose from; the question is gone where no report is composed."""
        sections = sections_of(case)
        if not sections:
            del self.fields["bagian"]
            return
        field = self.fields["bagian"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        titles = [(one.title, f"{one.bab} · {one.title}") for one in sections]
        field.choices = [("", "Seluruh naskah"), *titles]

    @property
    def notes(self) -> str:
        """The notes as they go back, with the section that they point at."""
        given = self.cleaned_data
        words, title = given.get("catatan", ""), given.get("bagian", "")
        return pointed_at(title, words) if words and title else words


class CheckForm(PointingForm, StepForm):
    """A mark on the document that was read; where the form draws its answers, they are asked."""

    dibaca = forms.CharField(widget=forms.HiddenInput, max_length=64)
    catatan = forms.CharField(
        label="Catatan perbaikan",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Diisi bila naskah dikembalikan: apa yang harus diperbaiki, di bagian mana.",
    )

    def __init__(self, *args: Any, page: StepPage, read_sha256: str, **kwargs: Any) -> None:
        super().__init__(*args, page=page, initial={"dibaca": read_sha256}, **kwargs)
        self.offer_sections(page.case.row)
        if not any(way.jika and self._says_no(way) for way in self.ways()):
            del self.fields["catatan"]
            self.fields.pop("bagian", None)

    def ways(self) -> tuple[Lanjut, ...]:
        step = self.page.step
        return (*step.exits, *step.returns)

    @property
    def labelled_returns(self) -> tuple[Lanjut, ...]:
        """The ways back that are an answer of the decision, and so stand among its choices."""
        return tuple(way for way in self.page.step.returns if way.jika)

    @property
    def has_other_ways_back(self) -> bool:
        return len(self.labelled_returns) < len(self.page.step.returns)

    @property
    def returns_to(self) -> str:
        """The step to which the answer sends the document back, "" where it goes on."""
        chosen = self.exit_chosen
        return next((way.ke for way in self.labelled_returns if way.jika == chosen), "")

    @property
    def says_no(self) -> bool:
        """Whether the answer puts no mark on the document, whichever way it goes."""
        chosen = [way for way in self.ways() if way.jika and way.jika == self.exit_chosen]
        return any(map(self._says_no, chosen))

    def _says_no(self, way: Lanjut) -> bool:
        return way in self.page.step.returns or is_negative(way.jika or "")

    @property
    def asks_nothing_more(self) -> bool:
        return self.says_no

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        if self.says_no and not str(given.get("catatan", "")).strip():
            self.add_error("catatan", "Tuliskan catatan perbaikan untuk penerimanya.")
        return given


class ReturnForm(PointingForm, ActForm):
    """Sending a document back, with notes."""

    putaran = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    dibaca = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    ke = forms.ChoiceField(label="Dikembalikan ke")
    catatan = forms.CharField(
        label="Catatan perbaikan",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Apa yang harus diperbaiki, dan di bagian mana.",
        error_messages={"required": "Tuliskan catatan perbaikan."},
    )

    def __init__(self, *args: Any, page: StepPage, read_sha256: str, **kwargs: Any) -> None:
        initial = {"putaran": page.state.round, "dibaca": read_sha256}
        super().__init__(*args, initial=initial, **kwargs)
        self.on_behalf_of = page.on_behalf_of
        field = self.fields["ke"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        steps = [page.case.definition.step(no) for no in page.step.return_to]
        self.offer_sections(page.case.row)
        field.choices = [(s.no, f"Langkah {s.no}: {s.kegiatan}") for s in steps if s]
