"""The forms of the register."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from runut.core.findings import Refused
from runut.core.words.names import format_nip
from runut.core.words.pangkat import ranks
from runut.core.words.telephone import format_telephone
from runut.office.acts.forms import ActForm, not_too_large
from runut.office.people.models import Person, Right, Unit
from runut.office.personnel.actions.posts import Post
from runut.office.personnel.facts import LABELS, Facts, Taken, read_facts
from runut.office.personnel.roles import nearest_role, split_roles
from runut.office.web.days import DayField

RANKS_ID = "daftar-pangkat"


def _text(label: str, longest: int, *, help_text: str = "", needed: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=longest,
        required=bool(needed),
        help_text=help_text,
        error_messages={"required": needed},
    )


def _day(label: str, *, needed: bool = False, help_text: str = "") -> DayField:
    return DayField(label=label, required=needed, help_text=help_text)


class PersonForm(ActForm):
    """What the register says of somebody. The rules are those of the Excel list."""

    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    nama_pokok = _text("Nama tanpa gelar", 100)
    gelar_depan = _text("Gelar depan", 40, help_text="Misalnya Dr. atau Drs.")
    gelar_belakang = _text("Gelar belakang", 60, help_text="Misalnya S.Sos., M.AP.")
    nip = _text("NIP", 30, help_text="18 angka, boleh dengan spasi. Kosongkan bila belum ber-NIP.")
    pangkat = _text("Pangkat/golongan", 60, help_text="Misalnya Penata (III/c), atau III/c saja.")
    email = _text("Surel", 254)
    telepon = _text(
        "Telepon", 30, help_text="Nomor WhatsApp untuk undangan, misalnya 0812 3456 7890."
    )
    username = _text(
        "Nama pengguna", 60, help_text="Untuk masuk ke Runut. Kosongkan: dibuat dari nama."
    )

    def __init__(
        self, *args: Any, person: Person | None = None, taken: Taken | None = None, **kwargs: Any
    ) -> None:
        self.person, self.taken = person, taken or Taken()
        if person is not None:
            initial = {name: getattr(person, name) for name in LABELS}
            initial["nip"] = format_nip(person.nip)
            initial["telepon"] = format_telephone(person.telepon)
            kwargs["initial"] = initial | {"versi": person.versi}
        super().__init__(*args, **kwargs)
        self.fields["pangkat"].widget.attrs["list"] = RANKS_ID
        self.fields["nip"].widget.attrs["inputmode"] = "numeric"
        self.fields["telepon"].widget.attrs["inputmode"] = "tel"
        self.fields["username"].widget.attrs["autocapitalize"] = "none"
        if person is not None and not person.nama_pokok:
            self.fields["nama_pokok"].help_text = (
                f"Tercatat “{person.nama}”. Tulis namanya tanpa gelar di sini dan gelarnya di "
                "bawah; bila dikosongkan, nama tetap seperti tercatat."
            )

    ranks = ranks()
    ranks_id = RANKS_ID

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        typed = {name: str(given.get(name) or "") for name in LABELS}
        self.facts, faults = read_facts(typed, self.person, self.taken)
        for name, fault in faults.items():
            if name not in self.errors:
                self.add_error(name, fault)
        return given

    facts: Facts


class PostForm(ActForm):
    """A definitive post of somebody. Questions are shown only where they arise."""

    jabatan = _text("Jabatan", 200, needed="Isi nama jabatannya.")
    unit = forms.ModelChoiceField(
        label="Unit", queryset=Unit.objects.none(), required=False, empty_label="Tanpa unit"
    )
    peran = forms.MultipleChoiceField(
        label="Peran dalam SOP", required=False, widget=forms.CheckboxSelectMultiple
    )
    peran_lain = _text(
        "Peran lain", 200, help_text="Yang belum ada pada SOP kantor ini; beberapa dipisah koma."
    )
    yakin = forms.BooleanField(label="Peran ini memang ditulis demikian", required=False)
    mulai = _day("Mulai menjabat", needed=True)
    selesai = _day("Hari terakhir menjabat", help_text="Kosongkan bila masih menjabat.")
    dipegang_bersama = forms.BooleanField(
        label="Jabatan ini memang dipegang bersama", required=False
    )
    is_optional = False

    def __init__(
        self, *args: Any, units: Any, roles: Sequence[str], jabatans: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known_roles, self.jabatans = list(roles), jabatans
        fields: Any = self.fields
        fields["unit"].queryset = units
        own = [one for one in self.initial.get("peran", []) if one and one not in roles]
        fields["peran"].choices = [(one, one) for one in (*roles, *own)]
        fields["jabatan"].widget.attrs["list"] = "daftar-jabatan"
        self.asks_role = self.asks_shared = False
        if not roles:
            fields["peran_lain"].label = "Peran dalam SOP"

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        others = split_roles(given.get("peran_lain", ""))
        for role in others:
            near = nearest_role(role, self.known_roles)
            if near and near != role:
                self.asks_role = True
                if not given.get("yakin"):
                    said = (
                        f"Peran “{role}” tidak ada pada SOP kantor ini; yang mirip: “{near}”. "
                        f"Tandai “{near}” di atas, atau tandai bahwa memang lain."
                    )
                    self.add_error("peran_lain", said)
        if any(len(role) > 80 for role in others):
            self.add_error("peran_lain", "Nama peran paling panjang 80 huruf.")
        self.roles = tuple(dict.fromkeys([*given.get("peran", []), *others]))
        return given

    roles: tuple[str, ...] = ()

    @property
    def post(self) -> Post:
        given = self.cleaned_data
        return Post(
            given["jabatan"],
            self.roles,
            given["mulai"],
            given["unit"],
            given.get("selesai"),
            is_shared=given.get("dipegang_bersama", False),
        )

    def refuse(self, refused: Refused) -> int:
        if refused.kode == "dipegang_berdua":
            self.asks_shared = True
        return super().refuse(refused)


class NewPersonForm(PersonForm, PostForm):
    """Somebody new, with his first post if it is known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["selesai"]
        for name in ("jabatan", "mulai"):
            self.fields[name].required = False
        self.order_fields(["kunci", *PersonForm.base_fields, *PostForm.base_fields])
        self.fields["nama_pokok"].required = True
        self.fields["nama_pokok"].error_messages["required"] = "Isi nama pegawai, tanpa gelar."

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("jabatan") and not given.get("mulai") and "mulai" not in self.errors:
            self.add_error("mulai", "Isi tanggal mulai menjabat.")
        has_more = given.get("mulai") or given.get("unit") or self.roles
        if has_more and not given.get("jabatan") and "jabatan" not in self.errors:
            self.add_error("jabatan", "Isi nama jabatannya.")
        return given

    @property
    def first_post(self) -> Post | None:
        return self.post if self.cleaned_data.get("jabatan") else None


class CorrectPostForm(PostForm):
    """One post of somebody, typed wrongly: it stands for one role."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["selesai"]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if len(self.roles) > 1:
            self.add_error("peran", "Tandai satu peran saja; peran lain ditambah sebagai jabatan.")
        return given


class EndPostForm(ActForm):
    selesai = _day("Hari terakhir menjabat", needed=True)
    alasan = _text("Alasan atau nomor surat keputusan", 200, needed="Isi alasannya.")


class ActiveForm(ActForm):
    alasan = _text("Alasan", 200, needed="Isi alasannya, misalnya pindah tugas.")


class TakeOffForm(ActForm):
    alasan = _text("Alasan", 200, needed="Isi alasannya, misalnya telepon hilang.")


class UnitForm(ActForm):
    nama = _text("Nama unit", 150, needed="Isi nama unit.")
    kode = _text("Kode", 30, help_text="Dalam nomor naskah, bila unit ini memakai kode sendiri.")
    induk = forms.ModelChoiceField(
        label="Di bawah",
        queryset=Unit.objects.none(),
        required=False,
        empty_label="Langsung di bawah kantor",
    )

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["induk"].queryset = units


RIGHT_WORDS: Mapping[str, str] = {
    Right.KANTOR: "menambah dan mengubah pegawai, jabatan, hak, kode masuk, dan setelan kantor",
    Right.SOP: "memuat SOP, memperbaikinya, dan menyatakannya berlaku",
    Right.START: "memulai pelaksanaan SOP, memilih pelaksananya, dan menerbitkan laporan",
    Right.KINERJA: "memuat buku data kinerja",
    Right.AUDIT: "melihat semua pelaksanaan dan jejaknya, tanpa mengubah apa pun",
}
"""What a right is, in plain words."""


class RightsForm(ActForm):
    hak = forms.MultipleChoiceField(
        label="Boleh",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(right, f"{Right(right).label}: {words}") for right, words in RIGHT_WORDS.items()],
    )


class CodesForm(ActForm):
    """For whom codes are made."""

    pegawai = forms.TypedMultipleChoiceField(
        label="Buat kode masuk untuk",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tandai setidaknya satu orang."},
    )

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["pegawai"].choices = [(one.pk, one.nama) for one in people]


class CertificateForm(ActForm):
    nama = _text("Pelatihan atau kompetensi", 200, needed="Isi nama pelatihan atau kompetensinya.")
    penyelenggara = _text("Penyelenggara", 150)
    nomor = _text("Nomor sertifikat", 100)
    tanggal = _day("Tanggal")
    berlaku_sampai = _day("Berlaku sampai", help_text="Kosongkan bila berlaku seterusnya.")


class ListForm(ActForm):
    berkas = forms.FileField(
        label="Daftar pegawai",
        help_text="Berkas Excel (.xlsx), paling banyak 2.000 baris.",
        error_messages={"required": "Pilih berkas Excel daftar pegawai."},
        validators=[not_too_large],
    )


class ConfirmListForm(ActForm):
    """The preview as it was seen: its rows, signed, and what they would do."""

    dibaca = forms.CharField(widget=forms.HiddenInput)
    dasar = forms.CharField(widget=forms.HiddenInput, max_length=64)
