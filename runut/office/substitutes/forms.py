"""The forms: who is away and who stands in, the end of that, and the hand-over of who leaves."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from runut.core.words.dates import format_date
from runut.office.acts.forms import ActForm
from runut.office.people.models import Person
from runut.office.substitutes.leaving import HandOver, Holdings
from runut.office.substitutes.models import Jenis, Sebab
from runut.office.substitutes.rules import Facts
from runut.office.web.days import DayField

PINDAH = (("pindah", "Pindah tugas"), ("pensiun", "Pensiun"), ("berhenti", "Berhenti"))


def _date(label: str, needed: str, **more: Any) -> DayField:
    return DayField(
        label=label,
        error_messages={"required": needed},
        **more,
    )


def _choose(form: forms.Form, name: str, choices: Sequence[tuple[object, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - every caller names one
    field.choices = list(choices)


def _person(label: str, needed: str = "", **more: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        coerce=int,
        empty_value=None,
        required=bool(needed),
        error_messages={"required": needed} if needed else None,
        **more,
    )


class SubstituteForm(ActForm):
    """Who is away, from when to when, and who stands in by which letter."""

    pemegang = _person("Yang tidak di tempat", "Pilih pegawai yang tidak di tempat.")
    sebab = forms.ChoiceField(label="Sebab", choices=Sebab.choices, widget=forms.RadioSelect)
    mulai = _date("Mulai", "Isi tanggal mulainya.")
    selesai = _date("Sampai dengan", "Isi tanggal akhirnya.")
    pengganti = _person(
        "Pengganti",
        help_text="Boleh kosong bila belum ada; tugasnya lalu tetap menunggu pemegangnya.",
    )
    jenis = forms.ChoiceField(
        label="Sebagai", choices=Jenis.choices, widget=forms.RadioSelect, initial=Jenis.PENGGANTI
    )
    peran = forms.MultipleChoiceField(
        label="Untuk peran",
        help_text="Peran dalam SOP yang dialihkan selama itu.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    sk = forms.CharField(label="Nomor surat", max_length=120, required=False)
    sk_tanggal = _date("Tanggal surat", "", required=False)

    def __init__(
        self, *args: Any, people: Sequence[Person], roles: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = {person.pk: person for person in people}
        names = [(pk, one.nama) for pk, one in self.people.items() if one.is_active]
        gone = [
            (pk, f"{one.nama} (tidak lagi di sini)")
            for pk, one in self.people.items()
            if not one.is_active
        ]
        _choose(self, "pemegang", [("", "Pilih"), *names, *gone])
        _choose(self, "pengganti", [("", "Belum ada"), *names])
        _choose(self, "peran", [(one, one) for one in roles])

    @property
    def facts(self) -> Facts:
        told = self.cleaned_data
        return Facts(
            holder=self.people[told["pemegang"]],
            sebab=told["sebab"],
            jenis=told["jenis"],
            substitute=self.people.get(told["pengganti"]),
            peran=tuple(told["peran"]),
            mulai=told["mulai"],
            selesai=told["selesai"],
            sk=told["sk"],
            sk_tanggal=told["sk_tanggal"],
        )


class EndForm(ActForm):
    """From when the holder works again, and why earlier than written."""

    kembali = _date("Bekerja lagi mulai", "Isi tanggal pemegangnya bekerja lagi.")
    alasan = forms.CharField(
        label="Alasan",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Dicatat dalam riwayat.",
        error_messages={"required": "Tuliskan alasannya."},
    )


class HandOverForm(ActForm):
    """To whom goes each thing that somebody holds who leaves."""

    sebab = forms.ChoiceField(label="Sebab", choices=PINDAH, widget=forms.RadioSelect)
    hari_terakhir = _date("Hari terakhir di kantor ini", "Isi hari terakhirnya.")
    sk = forms.CharField(label="Nomor surat keputusan", max_length=120, required=False)
    alasan = forms.CharField(
        label="Keterangan",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Dicatat dalam riwayat, misalnya ke mana pindahnya.",
        error_messages={"required": "Tuliskan keterangannya."},
    )
    yakin = forms.BooleanField(
        label="Ya, serahkan semuanya dan tutup akunnya.",
        error_messages={"required": "Tandai bila semuanya memang akan diserahkan sekarang."},
    )

    def __init__(
        self, *args: Any, people: Sequence[Person], holdings: Holdings, day: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, initial={"hari_terakhir": day}, **kwargs)
        self.fields["hari_terakhir"].help_text = f"Hari ini {format_date(day)}."
        self.people = {person.pk: person for person in people}
        self.holdings = holdings
        names = [(pk, one.nama) for pk, one in self.people.items()]
        for number, role in enumerate(holdings.roles):
            needed = f"Pilih penerima peran {role.actor}." if role.alone_in else ""
            self._ask(f"peran_{number}", f"Peran {role.actor}", needed, names)
        if holdings.managed:
            needed = "Pilih pengelola pelaksanaan yang baru."
            self._ask("pengelola", "Pengelolaan pelaksanaan", needed, names)
        for number, right in enumerate(holdings.last_keeper_of):
            needed = f"Pilih penerima kewenangan “{right.label}”."
            self._ask(f"hak_{number}", right.label, needed, names)
        asked = [name for name in self.fields if name.startswith(("peran_", "pengelola", "hak_"))]
        self.order_fields(["sebab", "hari_terakhir", "sk", *asked, "alasan", "yakin"])

    def _ask(self, name: str, label: str, needed: str, names: list[tuple[int, str]]) -> None:
        self.fields[name] = _person(label, needed)
        empty = "Pilih" if needed else "Tidak perlu, ada pemegang lain"
        _choose(self, name, [("", empty), *names])

    @property
    def given(self) -> HandOver:
        told = self.cleaned_data
        roles = {
            role.actor: self.people[told[f"peran_{number}"]]
            for number, role in enumerate(self.holdings.roles)
            if told.get(f"peran_{number}")
        }
        rights = {
            right.value: self.people[told[f"hak_{number}"]]
            for number, right in enumerate(self.holdings.last_keeper_of)
        }
        manager = told.get("pengelola")
        return HandOver(
            sebab=dict(PINDAH)[told["sebab"]].lower(),
            hari_terakhir=told["hari_terakhir"],
            sk=told["sk"],
            alasan=told["alasan"],
            roles=roles,
            manager=self.people[manager] if manager else None,
            rights=rights,
        )
