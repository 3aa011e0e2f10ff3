"""The form of how an office writes its letters."""

from collections.abc import Iterator
from typing import Any

from django import forms

from runut.core.report.papers.nomor import POLA
from runut.office.acts.forms import ActForm
from runut.office.cases.numbering import KINDS, PENGANTAR, PENUGASAN, UNDANGAN
from runut.office.letters.actions.settings import PaperSettings
from runut.office.letters.rules import is_direct
from runut.office.people.models import Office, profile_of
from runut.office.people.naming import TANPA_GELAR

SIGNED_KINDS = (UNDANGAN, PENUGASAN, PENGANTAR)
"""The kinds that go through checking and signing; the others are signed by who does the step."""
_RULES = {
    UNDANGAN: "Satu baris satu jabatan; yang pertama terisi yang menandatangani. Tulis jabatan "
    "a.n. jabatan lain bila ditandatangani atas namanya. Kosong: pemimpin rapat, kecuali ada yang "
    "lebih tinggi di antara yang diundang.",
    PENUGASAN: "Ditulis dengan cara yang sama, untuk nota yang disusun dari halaman Naskah sebuah "
    "pelaksanaan. Kosong: pengirim yang dipilih penyusunnya. Nota penugasan ditandatangani yang "
    "menugaskan.",
    PENGANTAR: "Ditulis dengan cara yang sama. Kosong: yang tertinggi di antara pelaksana SOP-nya.",
}


class SettingsForm(ActForm):
    """Codes and patterns by kind of paper, who signs."""

    langsung = forms.BooleanField(
        label="Undangan ditandatangani di luar aplikasi: diberi nomor saat disusun, dicetak, dan "
        "ditandatangani dengan tinta tanpa dicatat tersendiri",
        required=False,
    )
    tanpa_gelar = forms.CharField(
        label="Menandatangani tanpa gelar, NIP, dan pangkat",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Satu baris satu jabatan: kepala daerah, wakilnya, dan Sekretaris Daerah.",
    )

    def __init__(self, data: Any = None, *, office: Office) -> None:
        super().__init__(data)
        self.office = office
        profile = profile_of(office)
        for kind, name in KINDS.items():
            self.fields[f"klasifikasi_{kind}"] = forms.CharField(
                label=f"Kode klasifikasi {name.lower()}",
                required=False,
                max_length=30,
                initial=profile.klasifikasi.get(kind, ""),
            )
            self.fields[f"pola_{kind}"] = forms.CharField(
                label=f"Pola nomor {name.lower()}",
                required=False,
                max_length=120,
                initial=profile.pola_nomor.get(kind, "") or POLA,
            )
        for kind in SIGNED_KINDS:
            self.fields[f"penanda_{kind}"] = forms.CharField(
                label=f"Penanda tangan {KINDS[kind].lower()}",
                required=False,
                max_length=1000,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=_RULES[kind],
                initial="\n".join(profile.penanda_tangan.get(kind, ())),
            )
        self.fields["langsung"].initial = is_direct(office, UNDANGAN)
        bare = profile.penanda_tangan.get(TANPA_GELAR, ())
        self.fields["tanpa_gelar"].initial = "\n".join(bare)

    @property
    def kinds(self) -> Iterator[tuple[str, Any, Any]]:
        """Each kind of paper with its two fields."""
        for kind, name in KINDS.items():
            yield name, self[f"klasifikasi_{kind}"], self[f"pola_{kind}"]

    @property
    def signers(self) -> list[Any]:
        return [self[f"penanda_{kind}"] for kind in SIGNED_KINDS]

    @property
    def given(self) -> PaperSettings:
        """What was typed. The form must be valid."""
        typed = self.cleaned_data
        return PaperSettings(
            klasifikasi={kind: typed[f"klasifikasi_{kind}"].strip() for kind in KINDS},
            pola={kind: typed[f"pola_{kind}"].strip() for kind in KINDS},
            penanda={kind: _lines(typed[f"penanda_{kind}"]) for kind in SIGNED_KINDS},
            langsung=[UNDANGAN] if typed["langsung"] else [],
            tanpa_gelar=_lines(typed["tanpa_gelar"]),
        )


def _lines(text: str) -> list[str]:
    return [" ".join(one.split()) for one in text.splitlines() if one.strip()]
