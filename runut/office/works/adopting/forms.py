"""The form of adoption: for every step who does it, where it may go back, which kind it is."""

from collections.abc import Sequence
from typing import Any

from django import forms

from runut.core.findings import Finding
from runut.core.sop.model import SOP, Langkah
from runut.core.sop.proposals.actors import propose_actors
from runut.core.sop.proposals.ways_back import is_checking, propose_ways_back
from runut.office.acts.forms import ActForm
from runut.office.reports.register import REPORT_KINDS, propose_report
from runut.office.sops.actions import Confirmation
from runut.office.works import register
from runut.office.works.kind import SopContext
from runut.office.works.register import kind_named, propose_kind

NO_WAY_BACK = ""
NO_REPORT = ""
LONGEST_REASON = 500


class AdoptForm(ActForm):
    """Filled with what is proposed; taken as it comes, the SOP can be run."""

    versi = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    laporan = forms.ChoiceField(
        label="Laporan yang disusun SOP ini",
        required=False,
        choices=[
            (NO_REPORT, "Tidak menyusun laporan berkala"),
            *((kind.name, kind.title) for kind in REPORT_KINDS),
        ],
        help_text="Laporan mempunyai tahun, data, dan batas waktu menurut aturan.",
    )

    def __init__(
        self,
        *args: Any,
        sop: SOP,
        versi: int,
        blockers: Sequence[Finding] = (),
        **kwargs: Any,
    ) -> None:
        report, self.why_report = propose_report(sop)
        super().__init__(*args, initial={"versi": versi, "laporan": report}, **kwargs)
        self.sop, self.blockers = sop, blockers
        if blockers:
            self.fields["alasan"] = forms.CharField(
                label="Mengapa SOP ini diadopsi seperti adanya",
                max_length=LONGEST_REASON,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text="Nama Saudara dan alasan ini dicatat dan ditunjukkan pada SOP.",
                error_messages={
                    "required": "Tuliskan mengapa SOP ini diadopsi walaupun masih ada penghalang, "
                    "atau perbaiki dahulu."
                },
            )
        self.proposals = {p.langkah_no: p.calon for p in propose_actors(sop)}
        self.ways_back = {way.from_no: way for way in propose_ways_back(sop)}
        self.rows = [
            self._add_row(number, step, SopContext(sop, report))
            for number, step in enumerate(sop.langkah)
        ]

    def _add_row(self, number: int, step: Langkah, context: SopContext) -> "AdoptRow":
        candidates = self.proposals.get(step.no, ())
        known = [p.nama for p in step.pelaksana] or [p.nama for p in candidates[:1]]
        self.fields[f"pelaksana_{number}"] = forms.MultipleChoiceField(
            label=f"Pelaksana langkah {step.no}",
            choices=[(name, name) for name in self.sop.pelaksana],
            initial=known,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": f"Pilih pelaksana langkah {step.no}."},
        )
        if is_checking(step) and number:
            way = self.ways_back.get(step.no)
            self.fields[f"kembali_{number}"] = forms.ChoiceField(
                label=f"Bila tidak disetujui, langkah {step.no} mengembalikan ke",
                required=False,
                choices=[
                    (NO_WAY_BACK, "menurut gambar SOP"),
                    *((s.no, f"langkah {s.no}") for s in self.sop.langkah[:number]),
                ],
                initial=way.to_no if way else NO_WAY_BACK,
            )
        kind, fit = propose_kind(context, step)
        self.fields[f"kerja_{number}"] = forms.ChoiceField(
            label=f"Jenis pekerjaan langkah {step.no}",
            choices=[(one.name, one.title) for one in register.KINDS],
            initial=kind.name,
            help_text=fit.reason,
        )
        return AdoptRow(self, number, candidates)

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        context = SopContext(self.sop, given.get("laporan", NO_REPORT))
        for number, step in enumerate(self.sop.langkah):
            chosen = given.get(f"kerja_{number}")
            fit = kind_named(chosen).fit(context, step) if chosen else None
            if fit and not fit.is_possible:
                self.add_error(
                    f"kerja_{number}", f"Tidak sesuai untuk langkah {step.no}. {fit.reason}"
                )
        return given

    @property
    def unsure(self) -> list["AdoptRow"]:
        """The steps whose actor the owner should look at first."""
        return [row for row in self.rows if not row.is_sure]

    def confirmation(self) -> Confirmation:
        """What the owner confirmed. The form must be valid."""
        given = self.cleaned_data
        numbered = list(enumerate(self.sop.langkah))
        works = {s.no: given[f"kerja_{n}"] for n, s in numbered}
        return Confirmation(
            actors={s.no: tuple(given[f"pelaksana_{n}"]) for n, s in numbered},
            ways_back={s.no: to for n, s in numbered if (to := given.get(f"kembali_{n}"))},
            works=works,
            marks={no: mark for no, name in works.items() if (mark := kind_named(name).mark)},
            report=given["laporan"],
            reason=given.get("alasan", ""),
        )


def proposed_confirmation(sop: SOP) -> Confirmation:
    """What an owner confirms who takes every proposal as it comes."""
    report, _ = propose_report(sop)
    context = SopContext(sop, report)
    kinds = {step.no: propose_kind(context, step)[0] for step in sop.langkah}
    candidates = {p.langkah_no: p.calon for p in propose_actors(sop)}
    return Confirmation(
        actors={
            step.no: tuple(p.nama for p in step.pelaksana)
            or tuple(one.nama for one in candidates.get(step.no, ())[:1])
            for step in sop.langkah
        },
        ways_back={way.from_no: way.to_no for way in propose_ways_back(sop)},
        works={no: kind.name for no, kind in kinds.items()},
        marks={no: kind.mark for no, kind in kinds.items() if kind.mark},
        report=report,
    )


class AdoptRow:
    """One step on the page of adoption: its fields, and why an actor and a kind are proposed."""

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
        kind = kind_named(str(self.kerja.value()))
        words = [", ".join(self.pelaksana.value() or ()), kind.title]
        back = self.kembali.value() if self.kembali else ""
        return " · ".join(filter(None, [*words, f"dapat kembali ke {back}" if back else ""]))
