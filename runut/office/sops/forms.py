"""Taking an SOP in, and confirming what was proposed for it."""

from typing import Any

from django import forms

from runut.core.sop.model import SOP
from runut.core.sop.proposals.actors import propose_actors
from runut.core.sop.proposals.ways_back import is_checking, propose_ways_back
from runut.core.sop.proposals.work import Work, propose_work
from runut.files.guard.zip_check import LARGEST_FILE
from runut.office.cases.act_forms import ActForm
from runut.office.sops.actions import ENDINGS, Confirmation

MAX_TEXT = 2_000_000
NO_WAY_BACK = ""

WORK_NAMES = {
    Work.PENUGASAN: "Penugasan",
    Work.UNDANGAN: "Undangan rapat",
    Work.KESIAPAN: "Ruang, daftar hadir, kesiapan",
    Work.BUKA_RAPAT: "Membuka rapat",
    Work.BAHAS: "Pembahasan dan notulensi",
    Work.SEMPURNAKAN: "Menyempurnakan naskah",
    Work.PERIKSA: "Memeriksa dan memaraf",
    Work.TANDATANGAN: "Menelaah dan menandatangani",
    Work.UMUM: "Langkah umum (berkas atau keterangan)",
}


class TakeInForm(ActForm):
    """An SOP as a file of any kind we read, or as pasted text, cells parted by tabs."""

    berkas = forms.FileField(
        label="Berkas SOP",
        required=False,
        help_text="Word (.docx), Excel (.xlsx), PDF, teks, HTML, atau BPMN. Paling besar 25 MB.",
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
    )
    teks = forms.CharField(
        label="Atau tempel isi SOP di sini",
        required=False,
        strip=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Salin seluruh SOP dari Word atau peramban, termasuk tabel langkahnya.",
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        file = given.get("berkas")
        if file and file.size > LARGEST_FILE:
            raise forms.ValidationError("Berkas ini lebih besar dari 25 MB. Kecilkan gambarnya.")
        if not file and "berkas" not in self.errors and not str(given.get("teks", "")).strip():
            raise forms.ValidationError("Pilih berkas SOP atau tempel isinya.")
        return given

    def data_and_name(self) -> tuple[bytes, str]:
        """The SOP as it was handed in, and the name of its file; pasted text has none."""
        file = self.cleaned_data["berkas"]
        if not file:
            return self.cleaned_data["teks"].encode(), ""
        return file.read(), file.name


class RepairForm(ActForm):
    """The repair that is taken, by its key."""

    versi = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    perbaikan = forms.CharField(
        max_length=2_000, error_messages={"required": "Pilih perbaikan yang akan diambil."}
    )


class AdoptForm(ActForm):
    """For every step: who does it, where a check may send it back, which page serves it."""

    versi = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, sop: SOP, versi: int, **kwargs: Any) -> None:
        super().__init__(*args, initial={"versi": versi}, **kwargs)
        self.sop = sop
        self.proposals = {p.langkah_no: p.calon for p in propose_actors(sop)}
        ways_back = {way.from_no: way for way in propose_ways_back(sop)}
        self.rows = []
        for number, step in enumerate(sop.langkah):
            candidates = self.proposals.get(step.no, ())
            known = [p.nama for p in step.pelaksana] or [p.nama for p in candidates[:1]]
            self.fields[f"pelaksana_{number}"] = forms.MultipleChoiceField(
                label=f"Pelaksana langkah {step.no}",
                choices=[(name, name) for name in sop.pelaksana],
                initial=known,
                widget=forms.CheckboxSelectMultiple,
                error_messages={"required": f"Pilih pelaksana langkah {step.no}."},
            )
            if is_checking(step):
                earlier = sop.langkah[:number]
                way = ways_back.get(step.no)
                self.fields[f"kembali_{number}"] = forms.ChoiceField(
                    label=f"Bila tidak disetujui, langkah {step.no} mengembalikan ke",
                    required=False,
                    choices=[(NO_WAY_BACK, "tidak dapat dikembalikan")]
                    + [(s.no, f"langkah {s.no}") for s in earlier],
                    initial=way.to_no if way else NO_WAY_BACK,
                )
            self.fields[f"kerja_{number}"] = forms.ChoiceField(
                label=f"Jenis pekerjaan langkah {step.no}",
                choices=[(str(work), name) for work, name in WORK_NAMES.items()],
                initial=str(propose_work(step)),
            )
            self.rows.append(AdoptRow(self, number, candidates))

    @property
    def unsure(self) -> list["AdoptRow"]:
        """The steps whose actor the owner should look at first."""
        return [row for row in self.rows if not row.is_sure]

    def confirmation(self) -> Confirmation:
        """What the owner confirmed. The form must be valid."""
        given = self.cleaned_data
        numbered = list(enumerate(self.sop.langkah))
        return Confirmation(
            actors={s.no: tuple(given[f"pelaksana_{n}"]) for n, s in numbered},
            ways_back={s.no: to for n, s in numbered if (to := given.get(f"kembali_{n}"))},
            works={s.no: given[f"kerja_{n}"] for n, s in numbered},
        )


class AdoptRow:
    """One step on the page of adoption: its fields, and why an actor is proposed."""

    SURE = 0.75

    def __init__(self, form: AdoptForm, number: int, candidates: Any) -> None:
        self.step, self.number = form.sop.langkah[number], number + 1
        self.candidates = candidates if not self.step.pelaksana else ()
        self.pelaksana = form[f"pelaksana_{number}"]
        self.kembali = form[f"kembali_{number}"] if f"kembali_{number}" in form.fields else None
        self.kerja = form[f"kerja_{number}"]

    @property
    def is_sure(self) -> bool:
        return not self.candidates or self.candidates[0].keyakinan >= self.SURE

    @property
    def has_errors(self) -> bool:
        fields = (self.pelaksana, self.kembali, self.kerja)
        return any(field.errors for field in fields if field is not None)

    @property
    def is_open(self) -> bool:
        """Whether the owner has to look at it."""
        return not self.is_sure or self.has_errors or not self.pelaksana.value()

    @property
    def summary(self) -> str:
        """What is proposed for the step, on one line."""
        words = [", ".join(self.pelaksana.value() or ()), WORK_NAMES.get(self.kerja.value(), "")]
        back = self.kembali.value() if self.kembali else ""
        return " · ".join(filter(None, [*words, f"dapat kembali ke {back}" if back else ""]))
