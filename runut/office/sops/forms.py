"""Taking an SOP in, and confirming what was proposed for it."""

from typing import Any

from django import forms

from runut.core.sop.actors import propose_actors
from runut.core.sop.model import SOP
from runut.core.sop.ways_back import is_checking, propose_ways_back
from runut.core.sop.work import Work, propose_work
from runut.office.cases.act_forms import ActForm
from runut.office.sops.actions import Confirmation

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
    """An SOP as a text file or as pasted text, cells parted by tabs."""

    berkas = forms.FileField(
        label="Berkas SOP", required=False, help_text="Berkas teks (.txt) dengan tabel bertab."
    )
    teks = forms.CharField(
        label="Atau tempel isi SOP di sini",
        required=False,
        strip=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Salin seluruh SOP dari Word atau peramban, termasuk tabel langkahnya.",
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        file = given.get("berkas")
        if file and file.size > MAX_TEXT:
            raise forms.ValidationError(
                "Berkas ini lebih besar dari 2 MB. SOP biasanya jauh lebih kecil."
            )
        if not file and not str(given.get("teks", "")).strip():
            raise forms.ValidationError("Pilih berkas SOP atau tempel isinya.")
        return given

    def text_and_name(self) -> tuple[str, str]:
        """The SOP as text, and what to call its source."""
        file = self.cleaned_data["berkas"]
        if not file:
            return self.cleaned_data["teks"], "tempelan"
        return file.read().decode("utf-8-sig", errors="replace"), file.name


class AdoptForm(ActForm):
    """For every step: who does it, where a check may send it back, which page serves it."""

    def __init__(self, *args: Any, sop: SOP, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
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
