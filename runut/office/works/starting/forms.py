"""The form that starts a case."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django import forms

from runut.core.case.model import Definition
from runut.core.report.lakip.facts import FactDifference
from runut.office.acts.forms import ActForm
from runut.office.cases.models import Case
from runut.office.people.models import Person
from runut.office.reports.kind import ReportKind


class StartForm(ActForm):
    """Title, due date, the year of a report, and for every actor the people who play it.

    ``ask_again`` is to be called with the cases of the SOP that run already.
    """

    judul = forms.CharField(
        label="Nama pelaksanaan",
        max_length=200,
        help_text="Pendek dan mudah dikenali; dipakai pada daftar tugas dan dokumen.",
        error_messages={"required": "Isi nama pelaksanaan, misalnya “Reviu RKA Dinas A”."},
    )
    tahun = forms.IntegerField(
        label="Tahun yang dilaporkan",
        min_value=2000,
        max_value=2100,
        error_messages={"required": "Isi tahun yang dilaporkan."},
    )
    batas = forms.DateField(
        label="Batas waktu", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    lagi = forms.BooleanField(label="Mulai lagi, di samping yang sudah berjalan", required=False)
    fakta = forms.BooleanField(
        label="Ini data kantor kami; cetak keterangan kantor menurut Kantor", required=False
    )

    def __init__(
        self,
        *args: Any,
        definition: Definition,
        candidates: dict[str, list[Person]],
        report: ReportKind | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.report = report
        if report is None:
            del self.fields["tahun"]
        else:
            self.fields[
                "batas"
            ].help_text = (
                "Kosongkan untuk memakai batas menurut aturan: dua bulan setelah tahun berakhir."
            )
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

    def ask_again(self, running: Sequence[Case]) -> None:
        """Show the question whether to start once more; it is asked only where it arises."""
        self.running = running
        if not running:
            del self.fields["lagi"]

    def ask_facts(self, differences: Callable[[int], list[FactDifference]]) -> None:
        """``differences``: what SOP and figures of a year say otherwise than the office. They are
        asked about where they arise."""
        self.differences = differences
        year = self.data.get("tahun") if self.is_bound else self.initial.get("tahun")
        is_year = self.report is not None and str(year).isdecimal()
        if not is_year or not differences(int(str(year))):
            del self.fields["fakta"]

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        if "fakta" in self.fields and not given.get("fakta") and given.get("tahun"):
            said = ". ".join(one.kalimat for one in self.differences(given["tahun"]))
            self.add_error(
                "fakta",
                f"SOP atau buku data berbeda dengan catatan Kantor. {said}. Tandai bila memang "
                "data kantor Saudara, atau betulkan dahulu pada halaman Kantor.",
            )
        same = [one for one in self.running if one.tahun == given.get("tahun")]
        if same and not given.get("lagi"):
            names = "; ".join(one.judul for one in same)
            self.add_error(
                "lagi", f"SOP ini sudah berjalan: {names}. Tandai bila memang akan dimulai lagi."
            )
        return given

    @property
    def due(self) -> date | None:
        """The day typed, else the legal one of the report's year."""
        typed: date | None = self.cleaned_data["batas"]
        return typed or (self.report.due(self.cleaned_data["tahun"]) if self.report else None)

    @property
    def roles(self) -> dict[str, list[Person]]:
        """The people chosen, by actor."""
        return {
            actor: [self.people[pk] for pk in self.cleaned_data[f"peran_{number}"]]
            for number, actor in enumerate(self.actors)
        }
