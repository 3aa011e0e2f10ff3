"""The form of an order: who gets it, what is to be done, how it was given."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms

from runut.office.cases.queries import StepPage
from runut.office.letters.forms import CopiesFields
from runut.office.works.penugasan.order import Order
from runut.office.works.step_form import StepForm


class OrderFields(CopiesFields):
    """Who does what follows, and how he was told."""

    penerima = forms.ChoiceField(
        label="Ditugaskan kepada",
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih siapa yang ditugaskan."},
    )
    tugas = forms.CharField(
        label="Yang ditugaskan",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Satu baris satu tugas.",
        error_messages={"required": "Tuliskan setidaknya satu tugas."},
    )
    cara = forms.ChoiceField(
        label="Cara penugasan",
        widget=forms.RadioSelect,
        choices=[
            ("lisan", "Lisan; dicatat di sini sebagai catatan penugasan"),
            ("tertulis", "Tertulis, dengan nota dinas"),
        ],
    )

    def offer(self, people: Mapping[str, str]) -> None:
        """Give the field of the receiver its choices."""
        field = self.fields["penerima"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = list(people.items())

    def order_at(self, at: datetime) -> Order:
        """The order as it was given."""
        given = self.cleaned_data
        return Order(
            penerima=given["penerima"],
            tugas=tuple(one.strip() for one in given["tugas"].splitlines() if one.strip()),
            lisan_pada=at if given["cara"] == "lisan" else None,
            tembusan=self.copies,
        )


class AssignForm(StepForm, OrderFields):
    """The order that completes a step of assigning."""

    field_order = ("penerima", "tugas", "cara", "tembusan")

    def __init__(
        self, data: Any = None, *, page: StepPage, people: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(data, page=page, **kwargs)
        self.offer(people)
