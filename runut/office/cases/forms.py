"""The forms of a running case: start it, complete a step, return it, sign."""

from typing import Any

from django import forms

from runut.core.case.model import Definition
from runut.office.cases.act_forms import ActForm, StepForm
from runut.office.cases.queries import StepPage
from runut.office.people.models import Person

MAX_UPLOAD_BYTES = 25 * 1024 * 1024


class StartForm(ActForm):
    """Title, year, due date, and for every actor of the SOP the people who play it."""

    judul = forms.CharField(
        label="Nama pelaksanaan",
        max_length=200,
        help_text="Pendek dan mudah dikenali; dipakai pada daftar tugas dan dokumen.",
        error_messages={"required": "Isi nama pelaksanaan, misalnya “LAKIP 2025”."},
    )
    tahun = forms.IntegerField(
        label="Tahun yang dilaporkan",
        min_value=2000,
        max_value=2100,
        required=False,
        help_text="Kosongkan bila SOP ini bukan laporan tahunan.",
    )
    batas = forms.DateField(
        label="Batas waktu",
        required=False,
        help_text="Kosongkan untuk laporan tahunan: dua bulan setelah tahun itu berakhir.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(
        self, *args: Any, definition: Definition, candidates: dict[str, list[Person]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.actors = list(dict.fromkeys(a for s in definition.steps for a in s.actors))
        self.people = {p.pk: p for persons in candidates.values() for p in persons}
        for number, actor in enumerate(self.actors):
            known = candidates.get(actor, [])
            self.fields[f"peran_{number}"] = forms.TypedMultipleChoiceField(
                label=actor,
                coerce=int,
                choices=[(p.pk, p.nama) for p in known or self.people.values()],
                initial=[p.pk for p in known],
                widget=forms.CheckboxSelectMultiple,
                error_messages={"required": f"Pilih setidaknya satu pegawai untuk {actor}."},
            )

    @property
    def roles(self) -> dict[str, list[Person]]:
        """The people chosen, by actor."""
        return {
            actor: [self.people[pk] for pk in self.cleaned_data[f"peran_{number}"]]
            for number, actor in enumerate(self.actors)
        }


class GeneralForm(StepForm):
    """A step that leaves a file, or words where its output is oral."""

    pernyataan = forms.CharField(
        label="Keterangan hasil",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Tuliskan hasilnya bila tidak ada berkas, misalnya perintah lisan.",
    )
    berkas = forms.FileField(
        label="Berkas hasil",
        required=False,
        help_text="PDF, Word (.docx), Excel (.xlsx), PNG atau JPG; paling besar 25 MB.",
    )
    putusan = forms.ChoiceField(label="Putusan", required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, page: StepPage, **kwargs: Any) -> None:
        super().__init__(*args, case=page.case, no=page.step.no, known=page.known, **kwargs)
        labels = [way.jika for way in page.step.exits if way.jika]
        field = self.fields["putusan"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [(label, label) for label in labels]
        if not labels:
            del self.fields["putusan"]

    def clean_berkas(self) -> Any:
        file = self.cleaned_data["berkas"]
        if file and file.size > MAX_UPLOAD_BYTES:
            raise forms.ValidationError("Berkas ini lebih besar dari 25 MB. Perkecil dahulu.")
        return file


class CheckForm(StepForm):
    """A paraf on the document that was read."""

    dibaca = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, page: StepPage, read_sha256: str, **kwargs: Any) -> None:
        super().__init__(
            *args,
            case=page.case,
            no=page.step.no,
            known=page.known,
            initial={"dibaca": read_sha256},
            **kwargs,
        )


class SignForm(CheckForm):
    """A signature: the paraf form, and the passphrase of the certificate."""

    sandi = forms.CharField(
        label="Sandi sertifikat (passphrase)",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="Tidak disimpan dan tidak dicatat.",
        error_messages={"required": "Isi sandi sertifikat untuk menandatangani."},
    )


class ReturnForm(ActForm):
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
        field = self.fields["ke"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        steps = [page.case.definition.step(no) for no in page.step.return_to]
        field.choices = [(s.no, f"Langkah {s.no}: {s.kegiatan}") for s in steps if s]
