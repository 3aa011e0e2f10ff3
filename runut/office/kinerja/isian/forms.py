"""A form made of the columns of a sheet: same names, same notes, same choices."""

from typing import Any

from django import forms
from django.http import QueryDict

from runut.core.findings import Finding, Level
from runut.core.kinerja.jawaban import without_place
from runut.core.kinerja.kolom import Kolom
from runut.office.acts.forms import ActForm
from runut.office.kinerja.isian.rows import TypedRow, is_long

_LONGEST = 30_000
_CELL = "isi_"


class RowForm(ActForm):
    """One row of the figures. What may stand in it is said by the reader of the workbook alone."""

    versi = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    alasan = forms.CharField(
        label="Mengapa angka berubah",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Hanya perlu bila angka yang sudah tercatat diganti.",
    )
    hapus = forms.BooleanField(label="Hapus baris ini", required=False)

    def __init__(self, *args: Any, row: TypedRow, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row
        for column in row.columns:
            field = _field(column, row.isi[column.kunci])
            if "_tw" in column.kunci:
                field.help_text = ""  # four times the same words
            self.fields[f"{_CELL}{column.kunci}"] = field
        if row.is_new or row.jenis in ("angka", "narasi", "profil"):
            del self.fields["hapus"]

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the cells of the row now, by column."""
        given = self.cleaned_data
        return {one.kunci: given[f"{_CELL}{one.kunci}"] for one in self.row.columns}

    @property
    def cells(self) -> list[Any]:
        return [self[f"{_CELL}{one.kunci}"] for one in self.row.columns]

    def show(self, findings: tuple[Finding, ...]) -> None:
        """The faults of the row at their fields, those of the rest on top."""
        for one in findings:
            if one.tingkat is not Level.BLOCKER:
                continue
            column = self.row.places.get(one.letak.sel or "")
            name = f"{_CELL}{column}" if column else ""
            words = without_place(one.pesan) if name in self.fields else one.pesan
            said = f"{words} {one.usul}".strip()
            self.add_error(name if name in self.fields else None, said)

    def renew(self, versi: int) -> None:
        """What was typed stays; it is now held against the newest version."""
        if isinstance(self.data, QueryDict):
            self.data = self.data.copy()
            self.data["versi"] = str(versi)


class StartForm(ActForm):
    """The first figures of a year without a workbook: one sasaran and one indicator of it."""

    tahun = forms.IntegerField(
        label="Tahun",
        min_value=2000,
        max_value=2100,
        error_messages={"required": "Isi tahunnya, empat angka."},
    )
    renstra_awal = forms.IntegerField(label="Renstra mulai tahun", min_value=2000, max_value=2100)
    renstra_akhir = forms.IntegerField(label="Renstra sampai tahun", min_value=2000, max_value=2100)
    pimpinan_jabatan = forms.CharField(label="Jabatan pimpinan", max_length=200)
    pimpinan_nama = forms.CharField(label="Nama pimpinan", max_length=150)
    sasaran = forms.CharField(
        label="Sasaran strategis pertama",
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    indikator = forms.CharField(
        label="Indikator kinerja pertama",
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    satuan = forms.CharField(label="Satuan", max_length=100)
    polaritas = forms.ChoiceField(label="Polaritas")
    target = forms.CharField(label="Target", max_length=200, required=False)

    def __init__(self, *args: Any, polaritas: Kolom, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["polaritas"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [(one, one) for one in polaritas.pilihan]
        field.help_text = polaritas.catatan


def _field(column: Kolom, now: str) -> forms.Field:
    label = column.judul
    if column.pilihan:
        # what a workbook holds that is no choice is shown as it is: the reader asks about it
        extra = [now] if now and now not in column.pilihan else []
        choices = [("", "–"), *((one, one) for one in (*column.pilihan, *extra))]
        return forms.ChoiceField(
            label=label, choices=choices, required=False, initial=now, help_text=column.catatan
        )
    widget = forms.Textarea(attrs={"rows": 3}) if is_long(column) else forms.TextInput()
    if column.is_angka:
        widget.attrs["inputmode"] = "text"
    return forms.CharField(
        label=label,
        required=False,
        max_length=_LONGEST,
        strip=False,
        initial=now,
        widget=widget,
        help_text=column.catatan,
    )
