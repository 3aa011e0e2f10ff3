"""The forms of a Perjanjian Kinerja: begin it, write it, and bring it to its signatures."""

from dataclasses import replace
from typing import Any

from django import forms

from runut.core.kinerja.perjanjian import (
    DASAR_PERUBAHAN,
    Janji,
    Perjanjian,
    Pihak,
    ProgramPK,
)
from runut.office.acts.forms import MAX_UPLOAD_BYTES, ActForm
from runut.office.signing.forms import NikInput, SecretInput, clean_nik
from runut.office.signing.ways import Way
from runut.office.web.days import DayInput

_YEARS = (2015, 2100)
_PARTIES = (("pertama", "Pihak pertama"), ("kedua", "Pihak kedua"))
_FACTS = (("nama", "Nama", 150), ("jabatan", "Jabatan", 200), ("pangkat", "Pangkat", 60))
_NIP_DIGITS = 18


class BeginForm(ActForm):
    """Begin the agreement of a year."""

    tahun = forms.IntegerField(
        label="Tahun",
        min_value=_YEARS[0],
        max_value=_YEARS[1],
        error_messages={"required": "Isi tahunnya, empat angka."},
    )


class AgreementForm(ActForm):
    """The draft of an agreement: parties, place and day, each target, the money of programmes.

    A target whose text is emptied together with its name leaves the agreement.
    """

    versi = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    kota = forms.CharField(label="Tempat", max_length=100, required=False)
    tanggal = forms.DateField(label="Tanggal", widget=DayInput(), required=False)

    def __init__(self, *args: Any, said: Perjanjian, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.said = said
        for side, _ in _PARTIES:
            party = getattr(said, side)
            for name, label, longest in _FACTS:
                self.fields[f"{side}_{name}"] = forms.CharField(
                    label=label, max_length=longest, required=False, initial=getattr(party, name)
                )
            self.fields[f"{side}_nip"] = forms.CharField(
                label="NIP", max_length=30, required=False, initial=party.nip
            )
        for number, one in enumerate(said.janji):
            self._target(number, one)
        for number, program in enumerate(said.program):
            self.fields[f"p{number}_anggaran"] = forms.CharField(
                label=program.nama, max_length=40, required=False, initial=program.anggaran
            )
        self._target(len(said.janji), Janji("", "", "", "", ""))
        self.initial.update(kota=said.kota, tanggal=said.tanggal)

    def _target(self, number: int, one: Janji) -> None:
        fields = (("sasaran", "Sasaran strategis"), ("nama", "Indikator kinerja"))
        for name, label in fields:
            self.fields[f"t{number}_{name}"] = forms.CharField(
                label=label,
                max_length=500,
                required=False,
                initial=getattr(one, name),
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        short = (
            ("satuan", "Satuan"),
            ("target", "Target"),
            ("renja", "Target Renja"),
            ("renstra", "Target Renstra"),
        )
        for name, label in short:
            self.fields[f"t{number}_{name}"] = forms.CharField(
                label=label, max_length=200, required=False, initial=getattr(one, name)
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for side, called in _PARTIES:
            nip = "".join(given.get(f"{side}_nip", "").split())
            if nip and not (nip.isdigit() and len(nip) == _NIP_DIGITS):
                self.add_error(f"{side}_nip", f"NIP {called.lower()} 18 angka; periksa lagi.")
            given[f"{side}_nip"] = nip
        for number in range(len(self.said.janji) + 1):
            told, target = given.get(f"t{number}_nama"), given.get(f"t{number}_target")
            if target and not told:
                self.add_error(f"t{number}_nama", "Isi nama indikator untuk target ini.")
            if told and not given.get(f"t{number}_sasaran"):
                self.add_error(f"t{number}_sasaran", "Isi sasaran yang didukung indikator ini.")
        return given

    @property
    def written(self) -> Perjanjian:
        """The agreement as it was typed."""
        given = self.cleaned_data
        janji = [
            self._typed(number, one)
            for number, one in enumerate((*self.said.janji, Janji("", "", "", "", "")))
        ]
        kept = tuple(one for one in janji if one.nama)
        return replace(
            self.said,
            kota=given["kota"].strip(),
            tanggal=given["tanggal"],
            janji=_numbered(kept),
            program=tuple(
                ProgramPK(one.kode, one.nama, given[f"p{number}_anggaran"], one.sumber_dana)
                for number, one in enumerate(self.said.program)
            ),
            pertama=self._party("pertama"),
            kedua=self._party("kedua"),
        )

    def _party(self, side: str) -> Pihak:
        given = self.cleaned_data
        return Pihak(
            given[f"{side}_jabatan"].strip(),
            given[f"{side}_nama"].strip(),
            given[f"{side}_pangkat"].strip(),
            given[f"{side}_nip"],
        )

    def _typed(self, number: int, one: Janji) -> Janji:
        given = self.cleaned_data
        names = ("sasaran", "nama", "satuan", "target", "renja", "renstra")
        return replace(one, **{name: given[f"t{number}_{name}"].strip() for name in names})

    @property
    def parties(self) -> list[tuple[str, list[Any]]]:
        """The fields of each party, for the page."""
        names = (*(name for name, _, _ in _FACTS), "nip")
        return [(called, [self[f"{side}_{n}"] for n in names]) for side, called in _PARTIES]

    @property
    def targets(self) -> list[tuple[Janji | None, list[Any], list[Any]]]:
        """Each target with its long and its short fields; the last one is new."""
        rows: list[Janji | None] = [*self.said.janji, None]
        return [
            (
                one,
                [self[f"t{number}_{n}"] for n in ("sasaran", "nama")],
                [self[f"t{number}_{n}"] for n in ("target", "satuan", "renja", "renstra")],
            )
            for number, one in enumerate(rows)
        ]

    @property
    def money(self) -> list[Any]:
        return [self[f"p{number}_anggaran"] for number in range(len(self.said.program))]


def _numbered(janji: tuple[Janji, ...]) -> tuple[Janji, ...]:
    """Each target with an ID of its own; those of the figures keep theirs."""
    used = {one.id for one in janji if one.id}
    found = []
    for one in janji:
        free = next(f"PK-{n}" for n in range(1, len(janji) + 2) if f"PK-{n}" not in used)
        found.append(one if one.id else replace(one, id=free))
        used.add(found[-1].id)
    return tuple(found)


class ActOnForm(ActForm):
    """Freeze the agreement, or open it again."""

    versi = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class SignForm(ActForm):
    """Sign electronically; what is typed here is never kept."""

    nik = forms.CharField(label="NIK", required=False, max_length=20, widget=NikInput)
    sandi = forms.CharField(
        strip=False,
        max_length=200,
        widget=SecretInput,
        help_text="Tidak disimpan dan tidak dicatat.",
        error_messages={"required": "Isi frasa sandi untuk menandatangani."},
    )

    def __init__(self, *args: Any, way: Way, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sandi"].label = way.secret_label
        if not way.asks_nik:
            del self.fields["nik"]

    def clean_nik(self) -> str:
        return clean_nik(self.cleaned_data["nik"])


class FileForm(ActForm):
    """A file that comes back from a signature."""

    berkas = forms.FileField(
        label="PDF yang sudah ditandatangani",
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
        help_text="PDF dari halaman ini, ditambah tanda tangan elektronik pihak yang ditunggu.",
        error_messages={"required": "Pilih berkasnya."},
    )

    def clean_berkas(self) -> object:
        file = self.cleaned_data["berkas"]
        if file.size > MAX_UPLOAD_BYTES:
            raise forms.ValidationError("Berkas ini lebih besar dari 25 MB. Perkecil.")
        return file


class InkForm(FileForm):
    """The scan of what both parties signed with ink."""

    tertanda = forms.DateField(
        label="Tanggal ditandatangani",
        widget=DayInput(),
        error_messages={"required": "Isi tanggal pada naskah yang ditandatangani."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["berkas"].label = "Pindaian naskah yang ditandatangani kedua pihak"
        self.fields["berkas"].help_text = "PDF, JPG, atau PNG; paling besar 25 MB."


class ReviseForm(ActForm):
    """Why the agreement is revised."""

    dasar_perubahan = forms.ChoiceField(
        label="Dasar perubahan",
        choices=DASAR_PERUBAHAN,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih dasar perubahannya."},
    )
    uraian = forms.CharField(
        label="Apa yang berubah dan mengapa",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Uraikan apa yang berubah dan mengapa."},
    )
