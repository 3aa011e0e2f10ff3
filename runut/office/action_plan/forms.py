"""The forms on one line of the plan: what came of it, and who does it from now on."""

from typing import Any

from django import forms

from runut.office.acts.forms import ActForm
from runut.office.people.models import Person

_LONGEST = 2_000


class SeenForm(ActForm):
    """Carries the version of the line that was read."""

    versi = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class ResultForm(SeenForm):
    """Done or not, what came of it, and where that can be seen."""

    terlaksana = forms.ChoiceField(
        label="Apakah terlaksana?",
        choices=[("ya", "Terlaksana"), ("tidak", "Tidak terlaksana")],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih terlaksana atau tidak terlaksana."},
    )
    hasil = forms.CharField(
        label="Hasilnya, atau sebab tidak terlaksana",
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Tercetak dalam Bab IV laporan berikutnya.",
        error_messages={"required": "Tulis hasilnya, atau mengapa tidak terlaksana."},
    )
    bukti = forms.CharField(
        label="Bukti",
        required=False,
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Nama dokumen, nomornya, atau di mana hasilnya dapat dilihat. Yang tidak "
        "terlaksana tidak memerlukan bukti.",
    )


class HandForm(SeenForm):
    """Who does it from now on, and why."""

    kepada = forms.ModelChoiceField(
        Person.objects.none(), label="Serahkan kepada", empty_label="Pilih pegawai"
    )
    alasan = forms.CharField(
        label="Alasan",
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Tulis mengapa diserahkan; alasan itu tercatat."},
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whom = self.fields["kepada"]
        assert isinstance(whom, forms.ModelChoiceField)  # noqa: S101 - declared above
        whom.queryset = people
