"""The form that starts a case."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from runut.core.case.model import Definition
from runut.core.report.lakip.facts import FactDifference
from runut.core.report.lakip.sources import Source, SourceState
from runut.office.acts.forms import ActForm
from runut.office.cases.acting import case_subject
from runut.office.cases.models import Case
from runut.office.people.models import Person
from runut.office.personnel.demands import said, unqualified_of
from runut.office.reports.kind import ReportKind
from runut.office.sops.models import SopVersion
from runut.office.trust.append import Act
from runut.office.web.days import DayField
from runut.office.works.luar.parties import name_parties


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
    batas = DayField(label="Batas waktu", required=False)
    lagi = forms.BooleanField(label="Mulai lagi, di samping yang sudah berjalan", required=False)
    alasan = forms.CharField(
        label="Alasan menugaskan mereka", max_length=300, required=False, strip=True
    )
    fakta = forms.BooleanField(
        label="Ini data kantor kami; cetak keterangan kantor menurut Kantor", required=False
    )

    def __init__(
        self,
        *args: Any,
        version: SopVersion,
        day: date,
        definition: Definition,
        candidates: dict[str, list[Person]],
        report: ReportKind | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.report, self.version, self.day = report, version, day
        self.sources: Sequence[Source] = ()
        self.unqualified: list[str] = []
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
            nobody = f"Pilih setidaknya satu pegawai untuk {actor}."
            if not known:
                nobody = (
                    f"{actor}: pilih pegawainya. Bila {actor} pihak luar, sebut siapa, dan pilih "
                    "pegawai yang mencatat untuknya."
                )
            self.fields[f"peran_{number}"] = forms.TypedMultipleChoiceField(
                label=actor,
                coerce=int,
                choices=[(p.pk, p.nama) for p in known or self.people.values()],
                initial=[p.pk for p in known],
                widget=forms.CheckboxSelectMultiple,
                error_messages={"required": nobody},
            )
            self.fields[f"luar_{number}"] = forms.CharField(
                label=f"{actor} adalah pihak luar: siapa", required=False, max_length=150
            )
            # asked where it is most likely so; for the others it is folded away
            self.fields[f"luar_{number}"].is_beside = not known  # type: ignore[attr-defined]

    def name_outside(self, parties: Mapping[str, str]) -> None:
        """Propose who outside the office some actors are, from where it is known."""
        for number, actor in enumerate(self.actors):
            if nama := parties.get(actor):
                field = self.fields[f"luar_{number}"]
                field.initial, field.is_beside = nama, True  # type: ignore[attr-defined]

    def ask_again(self, running: Sequence[Case]) -> None:
        """Show the question whether to start once more; it is asked only where it arises."""
        self.running = running
        if not running:
            del self.fields["lagi"]

    def ask_about(self, sources_of: Callable[[int], Sequence[Source]], tahun: int) -> None:
        """Show what the SOPs that feed the report have left for its year, and ask where one has
        left nothing. ``tahun`` is the year shown before another is typed."""
        self.sources = sources_of(self._year_typed() or tahun)
        if self._missing():
            self.fields["sumber"] = forms.BooleanField(
                label="Mulai walau sumber data belum lengkap; dilengkapi sebelum naskah dibekukan",
                required=False,
            )

    def _year_typed(self) -> int | None:
        typed = str(self.data.get("tahun", "")).strip()
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) == 4 else None

    def _missing(self) -> list[Source]:
        return [one for one in self.sources if one.state is SourceState.BELUM]

    def ask_facts(self, differences: Callable[[int], list[FactDifference]]) -> None:
        """``differences``: what SOP and figures of a year say otherwise than the office. They are
        asked about where they arise."""
        self.differences = differences
        year = self.data.get("tahun") if self.is_bound else self.initial.get("tahun")
        is_year = self.report is not None and str(year).isdecimal()
        self.told = differences(int(str(year))) if is_year else []
        if not self.told:
            del self.fields["fakta"]

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        if "sumber" in self.fields and given.get("tahun") and not given.get("sumber"):
            names = "; ".join(f"{one.hasil}: {one.words}" for one in self._missing())
            self.add_error("sumber", f"Belum lengkap: {names}. Tandai bila tetap dimulai.")
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
        self._ask_about_qualifications(given)
        return given

    def _ask_about_qualifications(self, given: dict[str, Any]) -> None:
        """Whoever is chosen without what the SOP demands is named, and a reason is asked for."""
        chosen = [self.people[pk] for name in given if name[:6] == "peran_" for pk in given[name]]
        people = list({one.pk: one for one in chosen}.values())
        self.unqualified = said(unqualified_of(people, self.version, self.day), people)
        if self.unqualified and not given.get("alasan"):
            self.add_error(
                "alasan",
                "Ada pelaksana yang belum memenuhi kualifikasi SOP ini. Pilih orang lain, atau "
                "isi alasannya.",
            )

    def exceptions(self, case: Case) -> Sequence[Act]:
        """The line of the chain that says why people play a role whose demands they do not
        fulfil; nothing where all do."""
        if not self.unqualified:
            return ()
        facts = {"reason": self.cleaned_data["alasan"], "tanpa": self.unqualified}
        return [Act("kasus.kualifikasi_dikecualikan", case_subject(case.pk), facts)]

    def kept_beside(self, case: Case) -> Sequence[Act]:
        """What belongs to the start of a case besides its roles, whoever starts it from where."""
        return [*self.exceptions(case), *name_parties(case, self.outside)]

    @property
    def due(self) -> date | None:
        """The day typed, else the legal one of the report's year."""
        typed: date | None = self.cleaned_data["batas"]
        return typed or (self.report.due(self.cleaned_data["tahun"]) if self.report else None)

    @property
    def outside_typed(self) -> bool:
        """Whether the form that was sent names somebody outside."""
        return any(self.data.get(name) for name in self.fields if name.startswith("luar_"))

    @property
    def outside(self) -> dict[str, str]:
        """Who the actors are that do not work here; the people chosen for them write for them."""
        told = {a: self.cleaned_data[f"luar_{number}"] for number, a in enumerate(self.actors)}
        return {actor: nama for actor, nama in told.items() if nama}

    @property
    def roles(self) -> dict[str, list[Person]]:
        """The people chosen, by actor."""
        return {
            actor: [self.people[pk] for pk in self.cleaned_data[f"peran_{number}"]]
            for number, actor in enumerate(self.actors)
        }
