"""The form that says which demands of SOPs somebody fulfils, and what that rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from runut.office.acts.forms import ActForm
from runut.office.people.models import Person
from runut.office.personnel.demands import demand_key
from runut.office.personnel.models import Fulfilment, Qualification

UNCHECKED = "belum_diperiksa"


@dataclass(frozen=True)
class Demand:
    """A demand on the page: its two fields."""

    syarat: str
    jawaban: BoundField
    dasar: BoundField | None


class DemandsForm(ActForm):
    """For each demand of an SOP in force an answer; the same demand of two SOPs is asked once."""

    def __init__(
        self,
        *args: Any,
        person: Person,
        sops: Sequence[tuple[str, Sequence[str]]],
        certificates: Sequence[Qualification],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        known = {row.hash: row for row in Fulfilment.objects.filter(person=person)}
        self.sops = sops
        self.names: dict[str, str] = {}
        self.has_certificates = bool(certificates)
        answers = [(UNCHECKED, "Belum diperiksa"), *Fulfilment.Jawaban.choices]
        rests = [("", "Tanpa sertifikat"), *((one.pk, one.nama) for one in certificates)]
        for syarat in dict.fromkeys(line for _, lines in sops for line in lines):
            key = demand_key(syarat)
            if key in self.names.values():
                continue
            self.names[syarat] = key
            row = known.get(key)
            self.fields[f"syarat_{key[:12]}"] = forms.ChoiceField(
                label=syarat,
                required=False,
                choices=answers,
                initial=row.jawaban if row else UNCHECKED,
                widget=forms.RadioSelect,
            )
            if certificates:
                self.fields[f"dasar_{key[:12]}"] = forms.TypedChoiceField(
                    label="Berdasarkan",
                    required=False,
                    coerce=int,
                    empty_value=None,
                    choices=rests,
                    initial=row.dasar_id if row else None,
                )

    @property
    def parts(self) -> list[tuple[str, list[Demand]]]:
        """The demands of each SOP, those of an earlier one left out."""
        asked = set[str]()
        found = []
        for judul, lines in self.sops:
            demands = []
            for syarat in lines:
                key = self.names.get(syarat, "")
                if key and key not in asked:
                    asked.add(key)
                    demands.append(self._demand(syarat, key))
            if demands:
                found.append((judul, demands))
        return found

    def _demand(self, syarat: str, key: str) -> Demand:
        dasar = f"dasar_{key[:12]}"
        return Demand(
            syarat, self[f"syarat_{key[:12]}"], self[dasar] if dasar in self.fields else None
        )

    @property
    def answers(self) -> dict[str, tuple[str, int | None]]:
        """The words of a demand to its answer and what that rests on."""
        given = self.cleaned_data
        found = {}
        for syarat, key in self.names.items():
            answer = given[f"syarat_{key[:12]}"]
            said = "" if answer == UNCHECKED else answer
            found[syarat] = (said, given.get(f"dasar_{key[:12]}"))
        return found
