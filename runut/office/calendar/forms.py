"""The forms of the calendar."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms

from runut.core.calendar.hours import WorkHours, hours_of, stated_hours
from runut.core.words.dates import HARI, format_date, parse_date
from runut.office.acts.forms import ActForm
from runut.office.calendar.actions import ZONES, DayOff
from runut.office.people.models import Holiday
from runut.office.web.days import DayField

MOST_DAYS = 400
_CLOCKS = re.compile(r"\d{1,2}[.:]\d{2}")
_BETWEEN = re.compile(r"[\s,;–-]|sampai|dan")
_SPLIT = re.compile(r"\t|;|\|")


class CalendarForm(ActForm):
    """A change of the calendar names what it rests on."""

    dasar_hukum = forms.CharField(
        label="Dasar",
        max_length=200,
        help_text="SKB, surat keputusan, atau surat edaran: nomor dan tanggalnya.",
        error_messages={"required": "Tuliskan dasarnya, misalnya SE Gubernur Nomor 12 Tahun 2027."},
    )


class DayForm(CalendarForm):
    """One day off."""

    tanggal = DayField(
        label="Tanggal",
    )
    nama = forms.CharField(
        label="Nama hari",
        max_length=150,
        error_messages={"required": "Isi nama harinya, misalnya Cuti Bersama Hari Raya Natal."},
    )
    jenis = forms.ChoiceField(
        label="Jenis", choices=Holiday.Jenis.choices, widget=forms.RadioSelect
    )
    catatan = forms.CharField(label="Keterangan", max_length=200, required=False)
    field_order = ("tanggal", "nama", "jenis", "dasar_hukum", "catatan")

    @property
    def day(self) -> DayOff:
        given = self.cleaned_data
        return DayOff(given["tanggal"], given["nama"], given["jenis"], given["catatan"])


class RemoveForm(CalendarForm):
    """A day off that is one no longer."""

    hari = DayField(widget=forms.HiddenInput, error_messages={"required": "Pilih harinya."})


class RamadanForm(CalendarForm):
    awal = DayField(label="Hari pertama Ramadan")
    akhir = DayField(label="Hari terakhir Ramadan")
    field_order = ("awal", "akhir", "dasar_hukum")


class ListForm(CalendarForm):
    """Many days at once, as a table pastes them: one day a line."""

    daftar = forms.CharField(
        label="Daftar hari",
        strip=False,
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Satu hari satu baris: tanggal; nama; jenis. Salinan tiga kolom Excel dapat "
        "ditempelkan langsung. Jenis: libur nasional, cuti bersama, atau libur daerah.",
        error_messages={"required": "Tempelkan daftar harinya."},
    )
    field_order = ("daftar", "dasar_hukum")

    def clean_daftar(self) -> list[DayOff]:
        faults: list[str] = []
        days: dict[date, DayOff] = {}
        lines = enumerate(self.cleaned_data["daftar"].splitlines(), start=1)
        for number, line in lines:
            if not line.strip():
                continue
            read = _day_of(line)
            if isinstance(read, str):
                faults.append(f"Baris {number}: {read}")
            elif read.tanggal in days:
                faults.append(f"Baris {number}: {format_date(read.tanggal)} ditulis dua kali.")
            else:
                days[read.tanggal] = read
        if len(days) > MOST_DAYS:
            faults.append(f"Paling banyak {MOST_DAYS} hari sekali kirim.")
        if faults or not days:
            raise forms.ValidationError(faults[:10] or ["Tidak ada hari dalam daftar ini."])
        return list(days.values())


class HoursForm(CalendarForm):
    """The hours of each weekday, ordinary and in Ramadan, and the clock they are read on."""

    zona = forms.ChoiceField(
        label="Zona waktu", choices=[(one, one) for one in ZONES], widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for _, day, name in _hour_fields():
            self.fields[name] = forms.CharField(
                label=HARI[day], required=False, max_length=40, widget=forms.TextInput
            )
            self.fields[name].widget.attrs.update({"class": "short", "autocomplete": "off"})

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        for _, day, name in _hour_fields():
            text = given.get(name, "")
            clocks = _CLOCKS.findall(text)
            rest = _BETWEEN.sub("", _CLOCKS.sub("", text))
            try:
                if text and (len(clocks) not in (2, 4) or rest):
                    raise ValueError(
                        f"{HARI[day]}: tulis seperti 07.30-12.00 13.00-16.00, atau kosongkan."
                    )
                hours_of({str(day): _stated(clocks)}) if clocks else None
            except ValueError as error:
                self.add_error(name, str(error))
        if not self.errors and not (self.hours("biasa") and self.hours("ramadan")):
            self.add_error(None, "Isi jam kerja sedikitnya satu hari, pada kedua bagian.")
        return given

    def hours(self, part: str) -> dict[str, list[str]]:
        """What is stated for the ordinary week, or for Ramadan."""
        stated = {
            str(day): _stated(_CLOCKS.findall(self.cleaned_data.get(name, "")))
            for one, day, name in _hour_fields()
            if one == part
        }
        return {day: clocks for day, clocks in stated.items() if clocks}

    def rows(self) -> list[tuple[Any, Any]]:
        """The two fields of each weekday."""
        return [(self[f"biasa_{day}"], self[f"ramadan_{day}"]) for day in range(7)]


def hours_typed(part: str, hours: WorkHours) -> dict[str, str]:
    """Hours as the form shows them: "07.30-12.00 13.00-16.00"."""
    return {f"{part}_{day}": day_words(hours, day) for day in range(7)}


def day_words(hours: WorkHours, day: int) -> str:
    """The hours of a weekday in words; "" for a day off."""
    return " ".join(f"{one.start:%H.%M}-{one.end:%H.%M}" for one in hours.week[day])


def is_as_stated(stated: dict[str, list[str]], default: WorkHours) -> bool:
    """Whether hours are just those of the regulation: then nothing has to be stored."""
    return stated == stated_hours(default)


def _stated(clocks: list[str]) -> list[str]:
    words = [f"{clock.replace(':', '.'):0>5}" for clock in clocks]
    return [words[0], "", "", words[1]] if len(words) == 2 else words


def _hour_fields() -> Iterator[tuple[str, int, str]]:
    for part in ("biasa", "ramadan"):
        for day in range(7):
            yield part, day, f"{part}_{day}"


def _day_of(line: str) -> DayOff | str:
    cells = [cell.strip() for cell in _SPLIT.split(line)]
    day = parse_date(cells[0])
    if day is None:
        return f"“{cells[0][:40]}” bukan tanggal; tulis seperti 5 Februari 2027."
    if len(cells) < 2 or not cells[1]:
        return f"nama hari untuk {format_date(day)} belum ada."
    if len(cells[1]) > 150:
        return f"nama hari untuk {format_date(day)} terlalu panjang."
    kind = cells[2].casefold() if len(cells) > 2 else ""
    known = {label.casefold(): value for value, label in Holiday.Jenis.choices}
    known |= {value: value for value in Holiday.Jenis.values} | {"libur": "libur"}
    if not kind:
        kind = "cuti bersama" if cells[1].casefold().startswith("cuti bersama") else "libur"
    if kind not in known:
        return (
            f"jenis “{cells[2][:40]}” tidak dikenal; pilih libur nasional, cuti bersama, "
            "atau libur daerah."
        )
    return DayOff(day, cells[1], known[kind], cells[3][:200] if len(cells) > 3 else "")
