"""The reading of an SOP as a form: one field for every cell, the unsure ones to be confirmed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpRequest, QueryDict

from runut.core.sop.flow import with_actors
from runut.core.sop.form.rujukan import print_keterangan, read_keterangan
from runut.core.sop.form.waktu import parse_waktu
from runut.core.sop.model import SOP, Bentuk, Dalam, Langkah, Pengesahan
from runut.core.sop.reading.asal import STEP_FIELDS, Asal, field_key
from runut.core.words.dates import format_date, parse_date
from runut.core.words.items import normal
from runut.office.acts.forms import ActForm
from runut.office.sops.actions.correcting import Correction
from runut.office.sops.draft import Draft
from runut.office.sops.row_symbols import has_several, read_inner, symbol_fields, with_chosen
from runut.office.sops.rows_changed import with_row_after, without_rows
from runut.office.sops.spots import Spot
from runut.office.sops.ways_text import read_ways, ways_as_text

LINES = {
    "instansi": "Nama instansi",
    "dasar_hukum": "Dasar hukum",
    "kualifikasi_pelaksana": "Kualifikasi pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan/perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan pendataan",
}
WORDS = {"judul": "Nama SOP", "nomor": "Nomor SOP", "judul_prosedur": "Judul di atas tabel"}
DATES = {
    "tanggal_pembuatan": "Tanggal pembuatan",
    "tanggal_revisi": "Tanggal revisi",
    "tanggal_efektif": "Tanggal efektif",
}
SIGNER = {"jabatan": "Disahkan oleh (jabatan)", "nama": "Nama pengesah", "nip": "NIP pengesah"}
ONE_A_LINE = "Satu butir setiap baris."
WAYS_HELP = (
    "Kosongkan bila lanjut ke langkah di bawahnya. Selain itu tulis nomornya: 4; 5. "
    "Untuk keputusan: Ya 8; Tidak 6. Tulis “berhenti” bila tidak berlanjut."
)
SAVE, GO_ON = "simpan", "lanjut"
_BELOW = {"bentuk": (*(f"simbol{place}" for place in range(1, 200)), "dalam")}
"""Fields that a row with several actors has besides."""
IS_STEP, IS_NONE = "langkah", "bukan"
ROW_CHOICES = [(IS_STEP, "memang langkah"), (IS_NONE, "bukan langkah: hapus")]
LONGEST = 4_000


@dataclass(frozen=True)
class Cell:
    """One field on the page: its input, where it stood in the file, and whether it is asked."""

    key: str
    bound: BoundField
    asal: Asal | None = None
    spot: Spot | None = None
    sure: BoundField | None = None
    step: Langkah | None = None

    @property
    def name(self) -> str:
        """What the field is called in its step or in the identity block."""
        return self.key.rpartition(".")[2]

    @property
    def is_group(self) -> bool:
        return self.bound.use_fieldset


@dataclass(frozen=True)
class StepCells:
    """The cells of one step that are sure; what is not sure stands on top of the page."""

    step: Langkah
    cells: tuple[Cell, ...]
    row: tuple[BoundField, ...]
    """For a row that is no step, or a step below it that was missed."""

    @property
    def has_errors(self) -> bool:
        return any(bound.errors for bound in (*(cell.bound for cell in self.cells), *self.row))

    @property
    def actors(self) -> str:
        return ", ".join(one.nama for one in self.step.pelaksana)


class CorrectForm(ActForm):
    """Everything that was read, open to be corrected. ``lanjut`` confirms what is still asked."""

    versi = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    tindakan = forms.ChoiceField(required=False, choices=[(SAVE, ""), (GO_ON, "")])

    def __init__(self, *args: Any, draft: Draft, **kwargs: Any) -> None:
        super().__init__(*args, initial={"versi": draft.version.versi}, **kwargs)
        self.draft, self.sop = draft, draft.sop
        self.nos = [step.no for step in self.sop.langkah]
        self.keys: dict[str, str] = {}
        self._add_identity()
        for place, step in enumerate(self.sop.langkah):
            self._add_step(place, step)
        for key in draft.unsure:
            if key in self.keys:
                name = f"pasti_{self.keys[key]}"
                self.fields[name] = forms.BooleanField(label="Sudah benar", required=False)

    def _add_identity(self) -> None:
        for name, label in WORDS.items():
            self._add(name, field_key(name), _line(label, getattr(self.sop, name) or ""))
        for name, label in DATES.items():
            day = getattr(self.sop, name)
            self._add(name, field_key(name), _line(label, format_date(day) if day else "", 40))
        for name, label in SIGNER.items():
            words = getattr(self.sop.disahkan_oleh, name) or ""
            self._add(f"pengesah_{name}", f"disahkan_oleh.{name}", _line(label, words, 200))
        for name, label in LINES.items():
            self._add(name, field_key(name), _lines(label, getattr(self.sop, name)))
        columns = _lines("Pelaksana (kolom tabel)", self.sop.pelaksana)
        columns.help_text = "Satu nama setiap baris, menurut urutan kolomnya."
        self._add("pelaksana", field_key("pelaksana"), columns)

    def _add_step(self, place: int, step: Langkah) -> None:
        fields = {
            "kegiatan": _line("Kegiatan", step.kegiatan),
            "pelaksana": forms.MultipleChoiceField(
                label="Pelaksana",
                required=False,
                choices=[(name, name) for name in self.sop.pelaksana],
                initial=[one.nama for one in step.pelaksana],
                widget=forms.CheckboxSelectMultiple,
            ),
            **symbol_fields(step),
            "lanjut": _line(
                "Lanjut ke langkah", ways_as_text(step.lanjut, self.nos, place, step.bentuk), 300
            ),
            "kelengkapan": _lines("Kelengkapan", step.kelengkapan),
            "waktu": _line("Waktu", step.waktu.teks, 200),
            "output": _lines("Output", step.output),
            "keterangan": _line("Keterangan", print_keterangan(step.keterangan, step.rujukan_sop)),
        }
        fields["lanjut"].help_text = WAYS_HELP
        fields["kegiatan"].widget = forms.Textarea(attrs={"rows": 2})
        for name, field in fields.items():
            self._add(f"l{place}_{name}", field_key(name, step.no), field)
        self.fields[f"l{place}_baris"] = forms.ChoiceField(
            label="Baris ini", choices=ROW_CHOICES, initial=IS_STEP, required=False
        )
        self.fields[f"l{place}_sisip"] = _line("Langkah yang terlewat di bawahnya (kegiatan)", "")

    def _add(self, name: str, key: str, field: forms.Field) -> None:
        self.fields[name] = field
        self.keys[key] = name

    @property
    def asked(self) -> list[Cell]:
        """The cells that are not sure, in the order of the form."""
        wanted = set(self.draft.unsure)
        return [self._cell(key) for key in self.keys if key in wanted]

    @property
    def identity(self) -> list[Cell]:
        """The sure cells of the identity block."""
        return [self._cell(key) for key in self.keys if not _is_of_step(key) and self._is_sure(key)]

    @property
    def steps(self) -> Iterator[StepCells]:
        """The steps with their sure cells."""
        for place, step in enumerate(self.sop.langkah):
            names = [(name, *_BELOW.get(name, ())) for name in STEP_FIELDS]
            keys = [field_key(name, step.no) for several in names for name in several]
            keys = [key for key in keys if key in self.keys]
            cells = tuple(self._cell(key) for key in keys if self._is_sure(key))
            yield StepCells(step, cells, (self[f"l{place}_baris"], self[f"l{place}_sisip"]))

    def _is_sure(self, key: str) -> bool:
        return f"pasti_{self.keys[key]}" not in self.fields

    def _cell(self, key: str) -> Cell:
        name = self.keys[key]
        sure = None if self._is_sure(key) else self[f"pasti_{name}"]
        no = key.split(".")[1] if _is_of_step(key) else ""
        step = self.sop.step(no) if no else None
        origin = key.partition(".")[0] if key.startswith("disahkan_oleh") else key
        return Cell(
            key, self[name], self.draft.asal.get(origin), self.draft.spots.get(origin), sure, step
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("tindakan") == GO_ON and not given.get("judul", "").strip():
            self.add_error("judul", "Isi nama SOP.")
        for name in DATES:
            words = given.get(name, "")
            if words.strip(" -–—.") and parse_date(words) is None:
                self.add_error(name, "Tanggal ini tidak dipahami. Tulis seperti 3 Januari 2022.")
        nip = "".join(given.get("pengesah_nip", "").split())
        if nip and not nip.isdecimal():
            self.add_error("pengesah_nip", "NIP hanya berisi angka.")
        for place, step in enumerate(self.sop.langkah):
            if step.no in self._removed(given):
                continue
            if not given.get(f"l{place}_kegiatan", "").strip():
                self.add_error(f"l{place}_kegiatan", f"Isi kegiatan langkah {step.no}.")
            ways, inner = self._ways(place), self._inner(place)
            if isinstance(ways, str):
                self.add_error(f"l{place}_lanjut", f"Pada langkah {step.no}: {ways}")
            if isinstance(inner, str):
                self.add_error(f"l{place}_dalam", f"Pada langkah {step.no}: {inner}")
        if self._removed(given) == set(self.nos):
            raise forms.ValidationError("Sisakan setidaknya satu langkah.")
        return given

    def _removed(self, given: dict[str, Any]) -> set[str]:
        return {no for place, no in enumerate(self.nos) if given.get(f"l{place}_baris") == IS_NONE}

    def _ways(self, place: int) -> Any:
        bentuk = Bentuk(self.cleaned_data.get(f"l{place}_bentuk") or Bentuk.PROSES)
        return read_ways(self.cleaned_data.get(f"l{place}_lanjut", ""), self.nos, place, bentuk)

    def _inner(self, place: int) -> tuple[Dalam, ...] | str:
        given, step = self.cleaned_data, self.sop.langkah[place]
        ticked = given.get(f"l{place}_pelaksana", ())
        if not has_several(step):
            return step.dalam
        return read_inner(given.get(f"l{place}_dalam", ""), ticked)

    def renew(self, versi: int) -> None:
        """After a refusal: what was typed may be sent again over the text as it is now."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["versi"] = str(versi)
        self.data = data

    def _what_was_sent(self, request: HttpRequest) -> dict[str, object]:
        """Without fields that the page sent did not have: a row has more of them since it got a
        second actor, and what was sent is still the same."""
        sent = super()._what_was_sent(request)
        return {name: words for name, words in sent.items() if words or name in self.data}

    @property
    def goes_on(self) -> bool:
        """Whether the owner has looked at all that was asked, and goes on."""
        return bool(self.cleaned_data["tindakan"] == GO_ON)

    def correction(self) -> Correction:
        """What the owner wrote and confirmed. The form must be valid."""
        given = self.cleaned_data
        ticked = {
            key
            for key, name in self.keys.items()
            if given.get(f"pasti_{name}") or (self.goes_on and key in self.draft.unsure)
        }
        return Correction(self._sop(), frozenset(ticked), given["versi"])

    def _sop(self) -> SOP:
        given = self.cleaned_data
        columns = _items(given["pelaksana"])
        renamed = _renamed(self.sop.pelaksana, columns)
        signer = {name: normal(given[f"pengesah_{name}"]) for name in SIGNER}
        nip = signer["nip"].replace(" ", "") or None
        sop = replace(
            self.sop,
            judul=normal(given["judul"]),
            nomor=normal(given["nomor"]) or None,
            judul_prosedur=normal(given["judul_prosedur"]),
            disahkan_oleh=Pengesahan(signer["jabatan"], signer["nama"], nip),
            pelaksana=columns,
            langkah=tuple(self._step(place, renamed) for place in range(len(self.nos))),
            **self._lists_and_dates(),
        )
        for place, no in enumerate(self.nos):
            if kegiatan := normal(given[f"l{place}_sisip"]):
                sop = with_row_after(sop, no, kegiatan)
        return without_rows(sop, self._removed(given))

    def _lists_and_dates(self) -> dict[str, Any]:
        given = self.cleaned_data
        dates = {name: parse_date(given[name]) for name in DATES}
        return dates | {name: _items(given[name]) for name in LINES}

    def _step(self, place: int, renamed: dict[str, str]) -> Langkah:
        given, step = self.cleaned_data, self.sop.langkah[place]
        ticked = given[f"l{place}_pelaksana"]
        before = [one.nama for one in step.pelaksana if one.nama in ticked]
        names = dict.fromkeys([*before, *ticked])
        ways, inner = self._ways(place), self._inner(place)
        keterangan, rujukan = read_keterangan(given[f"l{place}_keterangan"])
        chosen = [renamed[name] for name in names if renamed.get(name)]
        drawn = replace(step, dalam=() if isinstance(inner, str) else inner)
        acted = with_actors(drawn, chosen, renamed)
        acted = replace(acted, bentuk=Bentuk(given[f"l{place}_bentuk"]))
        return replace(
            with_chosen(acted, step, f"l{place}_", given, renamed),
            kegiatan=normal(given[f"l{place}_kegiatan"]),
            lanjut=() if isinstance(ways, str) else ways,
            kelengkapan=_items(given[f"l{place}_kelengkapan"]),
            waktu=parse_waktu(given[f"l{place}_waktu"]),
            output=_items(given[f"l{place}_output"]),
            keterangan=keterangan,
            rujukan_sop=rujukan,
        )


def _is_of_step(key: str) -> bool:
    return key.startswith("langkah.")


def _line(label: str, words: str, longest: int = LONGEST) -> forms.Field:
    return forms.CharField(
        label=label, required=False, strip=False, max_length=longest, initial=words
    )


def _lines(label: str, items: tuple[str, ...]) -> forms.Field:
    return forms.CharField(
        label=label,
        required=False,
        strip=False,
        max_length=LONGEST * 5,
        initial="\n".join(items),
        widget=forms.Textarea(attrs={"rows": max(2, len(items))}),
        help_text=ONE_A_LINE if len(items) > 1 else "",
    )


def _items(words: str) -> tuple[str, ...]:
    return tuple(item for item in map(normal, words.splitlines()) if item)


def _renamed(before: tuple[str, ...], after: tuple[str, ...]) -> dict[str, str]:
    """Old name of a column → its new one: by place where none was added, else by its name."""
    if len(before) == len(after):
        return dict(zip(before, after, strict=True))
    return {name: name for name in before if name in after}
