"""The first page of all: the office's name and the person who will keep it.

Open only while there is no office, at this computer or with the code of the running start.
"""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from runut.office import clock
from runut.office.acts.forms import status_shown
from runut.office.entry.first_code import forget_code, is_at_this_computer, is_code
from runut.office.entry.forms import ChosenPassword
from runut.office.founding.setup import found_office
from runut.office.kantor.forms import Line
from runut.office.people import entered
from runut.office.people.models import Office


class FirstForm(ChosenPassword):
    kode_penyiapan = Line(
        label="Kode penyiapan",
        max_length=20,
        help_text="Tertulis pada layar komputer yang menjalankan Runut.",
        error_messages={"required": "Isi kode penyiapan dari layar komputer itu."},
        widget=forms.TextInput(attrs={"class": "short", "autocomplete": "off"}),
    )
    kantor = Line(
        label="Nama kantor",
        max_length=200,
        help_text="Misalnya Biro Umum atau Dinas Kearsipan Kota Singkawang.",
        error_messages={"required": "Isi nama kantor."},
    )
    nama = Line(
        label="Nama Saudara",
        max_length=150,
        help_text="Dengan gelar, seperti pada naskah.",
        error_messages={"required": "Isi nama Saudara."},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    nip = Line(
        label="NIP", max_length=30, required=False, help_text="18 angka; boleh diisi kemudian."
    )
    username = Line(
        label="Nama pengguna",
        max_length=60,
        rule=entered.username_fault,
        help_text="Untuk masuk; pendek dan tanpa spasi.",
        error_messages={"required": "Isi nama pengguna untuk masuk."},
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    field_order = ("kode_penyiapan", "kantor", "nama", "nip", "username", "sandi", "sandi_lagi")

    def __init__(self, *args: Any, is_here: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_here:
            del self.fields["kode_penyiapan"]

    def clean_nip(self) -> str:
        nip = entered.tidied_nip(self.cleaned_data["nip"])
        if fault := entered.nip_fault(nip):
            raise forms.ValidationError(fault[0].upper() + fault[1:])
        return nip

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        # asked last and only for a form that is whole: a code is not tried for nothing
        is_asked = "kode_penyiapan" in self.fields and not self.errors
        if is_asked and not is_code(given["kode_penyiapan"]):
            self.add_error(
                "kode_penyiapan",
                "Kode ini bukan kode penyiapan yang berlaku. Baca lagi pada layar komputer "
                "yang menjalankan Runut; setelah 10 kali salah, tunggu 15 menit.",
            )
        return given


@login_not_required
def first(request: HttpRequest) -> HttpResponse:
    """Make the office of this folder, log its first person in, and lead on to setting it up."""
    if Office.objects.exists():
        if request.method == "POST" and not request.user.is_authenticated:
            messages.warning(request, "Kantor di sini baru saja dibuat orang lain. Silakan masuk.")
        return redirect("tugas")
    is_here = is_at_this_computer(request)
    form = FirstForm(request.POST or None, is_here=is_here)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        facts = {name: told[name] for name in ("nama", "nip", "username")}
        person = found_office(told["kantor"], facts, told["sandi"], clock.now())
        if person is None:
            messages.warning(request, "Kantor di sini baru saja dibuat orang lain. Silakan masuk.")
            return redirect("tugas")
        forget_code()
        login(request, person)
        messages.success(request, f"{told['kantor']} dibuat. Saudara mempunyai semua hak.")
        return redirect("kantor")
    context = {"form": form, "is_here": is_here}
    return render(request, "kantor/first.html", context, status=status)
