"""The forms of an open step, of whatever kind its work is."""

from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.forms.boundfield import BoundField

from runut.core.sop.model import Lanjut
from runut.office.acts.forms import MAX_UPLOAD_BYTES, ActForm
from runut.office.cases.acting import StepRef
from runut.office.cases.queries import StepPage

FILE_KINDS = "PDF, Word (.docx), Excel (.xlsx), PNG atau JPG"
FILE_ENDINGS = ".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
"""What may be handed in, in words and for the browser."""


class RoundForm(ActForm):
    """A form within an open step. ``slug`` keeps the names of several forms on a page apart."""

    slug: ClassVar[str] = "baris"
    putaran = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, page: StepPage, **kwargs: Any) -> None:
        initial = {"putaran": page.state.round} | kwargs.pop("initial", {})
        super().__init__(data, initial=initial, **{"auto_id": f"{self.slug}_%s"} | kwargs)
        self.page, self.on_behalf_of = page, page.on_behalf_of

    @property
    def ref(self) -> StepRef:
        return self.page.ref(self.cleaned_data["putaran"])

    @property
    def zone(self) -> ZoneInfo:
        return self.page.case.row.office.zone


class ConfirmForm(RoundForm):
    """An actor who does not lead says that his part is done; where he checks, on what he read.

    One who works in the row by its arrows may hand in files of it: ``takes_files``.
    """

    dibaca = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        page: StepPage,
        read_sha256: str,
        takes_files: bool = False,
    ) -> None:
        super().__init__(data, page=page, initial={"dibaca": read_sha256}, files=files)
        self.names = page.step.output if takes_files else ()
        for number, nama in enumerate(self.names):
            self.fields[f"berkas_{number}"] = forms.FileField(
                label=f"Berkas: {nama} (bila ada)",
                required=False,
                help_text=f"{FILE_KINDS}; paling besar 25 MB.",
                widget=forms.FileInput(attrs={"accept": FILE_ENDINGS}),
            )

    @property
    def file_fields(self) -> list[BoundField]:
        return [self[f"berkas_{number}"] for number, _ in enumerate(self.names)]

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        for number, _ in enumerate(self.names):
            file = given.get(f"berkas_{number}")
            if file and file.size > MAX_UPLOAD_BYTES:
                self.add_error(f"berkas_{number}", "Berkas ini lebih besar dari 25 MB. Perkecil.")
        return given


class StepForm(ActForm):
    """The round of the step, the kelengkapan that are there, and the exit where it decides."""

    asks_kelengkapan = True
    putaran = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    kelengkapan = forms.MultipleChoiceField(
        label="Kelengkapan",
        help_text="Tandai yang sudah ada. Langkah dapat diselesaikan bila semuanya ada.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    putusan = forms.ChoiceField(
        label="Putusan",
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih putusan langkah ini."},
    )

    def __init__(self, *args: Any, page: StepPage, **kwargs: Any):
        initial = {"putaran": page.state.round, "kelengkapan": list(page.known)}
        super().__init__(*args, initial=initial | kwargs.pop("initial", {}), **kwargs)
        self.page, self.on_behalf_of = page, page.on_behalf_of
        self._choose("kelengkapan", [(name, name) for name in page.step.kelengkapan])
        self._choose("putusan", [(label, words) for label, words in self._decisions().items()])

    def ways(self) -> tuple[Lanjut, ...]:
        """The ways that this form can take; only those with a label are asked."""
        return self.page.step.exits

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        is_asked = "kelengkapan" in self.fields and self.asks_kelengkapan
        if is_asked and not self.asks_nothing_more and not given.get("kelengkapan"):
            self.add_error("kelengkapan", "Tandai kelengkapan yang sudah ada.")
        return given

    @property
    def asks_nothing_more(self) -> bool:
        """Whether the answer says that the work is not complete."""
        return self.leads_back

    @property
    def leads_back(self) -> bool:
        """Whether the exit chosen leads only up the form: then the step is not complete."""
        targets = [way.ke for way in self.ways() if way.jika and way.jika == self.exit_chosen]
        return bool(targets) and all(is_back(self.page, to) for to in targets)

    def _decisions(self) -> dict[str, str]:
        """The labelled ways in words; a label on several ways takes them all."""
        found: dict[str, list[str]] = {}
        for way in self.ways():
            if way.jika:
                found.setdefault(way.jika, []).append(_where_to(self.page, way))
        return {label: f"{label}: {' dan '.join(words)}" for label, words in found.items()}

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = choices
        if not choices:
            del self.fields[name]

    @property
    def ref(self) -> StepRef:
        return self.page.ref(self.cleaned_data["putaran"])

    @property
    def kelengkapan_given(self) -> tuple[str, ...]:
        return tuple(self.cleaned_data.get("kelengkapan", ()))

    @property
    def exit_chosen(self) -> str:
        """The label of the exit, "" where the step decides nothing."""
        return str(self.cleaned_data.get("putusan", ""))


def is_back(page: StepPage, to: str) -> bool:
    """Whether a way leads up the form, or to the step itself."""
    position = page.case.definition.position
    return position(to) <= position(page.step.no)


def _where_to(page: StepPage, way: Lanjut) -> str:
    to, step = way.ke, page.step
    inside = [arrow.ke for arrow in step.inner if arrow.jika == way.jika]
    if to == step.no and inside:
        return f"ke {' dan '.join(inside)} pada langkah ini, lalu diputuskan lagi"
    target = page.case.definition.step(to)
    kegiatan = target.kegiatan.rstrip(". ") if target else ""
    return f"{'kembali ke' if is_back(page, to) else 'ke'} langkah {to}, {kegiatan}"
