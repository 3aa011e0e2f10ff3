"""The zone of an office and its working hours: those of the regulation, or its own."""

from typing import Any

from django import forms

from runut.core.calendar.aturan import JAM_KERJA
from runut.office.kantor.forms import SectionForm
from runut.office.people import entered
from runut.office.people.models import Office, OfficeProfile

LAW, OWN, KEPT = "aturan", "sendiri", "tersimpan"
GROUPS = {
    "kerja": ("Senin sampai Kamis", "0123"),
    "jumat": ("Jumat", "4"),
    "sabtu": ("Sabtu", "5"),
}
TIMES = ("buka", "istirahat mulai", "istirahat selesai", "tutup")


def hours_of_the_law() -> list[tuple[str, str]]:
    """The hours of the regulation in words, by the days of this form."""
    week = JAM_KERJA.nilai.biasa.week
    found = []
    for label, days in GROUPS.values():
        periods = [f"{one.start:%H.%M}–{one.end:%H.%M}" for one in week[int(days[0])]]
        found.append((label, " dan ".join(periods) or "libur"))
    return found


class HoursForm(SectionForm):
    """Zone and hours. Hours that differ from day to day are kept as they are (*Kalender*)."""

    zona = forms.ChoiceField(
        label="Zona waktu",
        choices=[
            ("WIB", "WIB: Sumatra, Jawa, Kalimantan Barat dan Tengah"),
            ("WITA", "WITA: Kalimantan Selatan, Timur, dan Utara, Bali, Nusa Tenggara, Sulawesi"),
            ("WIT", "WIT: Maluku dan Papua"),
        ],
        widget=forms.RadioSelect,
    )
    jam = forms.ChoiceField(label="Jam kerja", widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(LAW, "Menurut peraturan"), (OWN, "Jam kantor sendiri")]
        if self.initial["jam"] == KEPT:
            choices.append((KEPT, "Seperti yang tersimpan: berlainan menurut hari"))
        self.fields["jam"].choices = choices  # type: ignore[attr-defined]
        for name, (label, _) in GROUPS.items():
            for place, time in enumerate(TIMES):
                self.fields[f"{name}_{place}"] = forms.CharField(
                    label=f"{label}, {time}",
                    max_length=5,
                    required=False,
                    widget=forms.TextInput(attrs={"class": "short", "inputmode": "decimal"}),
                )

    def shown(self, office: Office, profile: OfficeProfile) -> dict[str, Any]:
        hours = profile.jam_kerja
        zone = entered.zone_name(office.zona_waktu) or "WIB"
        if not hours:
            return {"zona": zone, "jam": LAW}
        if not _fits(hours):
            return {"zona": zone, "jam": KEPT}
        shown: dict[str, Any] = {"zona": zone, "jam": OWN}
        for name, (_, days) in GROUPS.items():
            for place, time in enumerate(hours.get(days[0], ())):
                shown[f"{name}_{place}"] = time
        return shown

    def groups(self) -> list[tuple[str, list[tuple[Any, str]]]]:
        """The days with their four fields each and how each is called there, for the page."""
        return [
            (label, [(self[f"{name}_{n}"], time.capitalize()) for n, time in enumerate(TIMES)])
            for name, (label, _) in GROUPS.items()
        ]

    @property
    def is_own(self) -> bool:
        """Whether the hours themselves are to be seen."""
        return self.is_bound or self.initial["jam"] == OWN

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("jam") != OWN:
            return given
        for name in GROUPS:
            times = self._times(name)
            if (any(times) or name == "kerja") and (fault := entered.day_fault(times)):
                self.add_error(f"{name}_0", fault[0].upper() + fault[1:])
        return given

    def _times(self, name: str) -> list[str]:
        return [self.cleaned_data.get(f"{name}_{place}") or "" for place in range(len(TIMES))]

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        is_same = given["zona"] == entered.zone_name(self.office.zona_waktu)
        zone = self.office.zona_waktu if is_same else entered.zone_of(given["zona"])
        hours: dict[str, list[str]] = {}
        if given["jam"] == KEPT:
            hours = self.profile.jam_kerja
        elif given["jam"] == OWN:
            for name, (_, days) in GROUPS.items():
                if any(times := self._times(name)):
                    hours.update({day: [entered.clock_of(one) for one in times] for day in days})
        return {"zona_waktu": zone, "jam_kerja": hours}


def _fits(hours: dict[str, list[str]]) -> bool:
    """Whether the form can show the hours: Monday to Thursday alike, Sunday free."""
    return "6" not in hours and len({tuple(hours.get(day, ())) for day in "0123"}) == 1
