"""The form of an invitee, who has no account, and that of who calls a meeting off."""

from typing import Any

from django import forms

from runut.office.acts.forms import ActForm
from runut.office.works.rapat.actions.replying import Reply
from runut.office.works.rapat.models import Invitee

READ = "baca"


class ReplyForm(forms.Form):
    """Whether he comes, does not come, or sends somebody; or only that he has read it."""

    jawaban = forms.ChoiceField(
        label="Jawaban Saudara",
        widget=forms.RadioSelect,
        choices=[*Invitee.Answer.choices, (READ, "Sudah saya baca, jawaban menyusul")],
        error_messages={"required": "Pilih salah satu jawaban."},
    )
    wakil_nama = forms.CharField(label="Nama yang mewakili", max_length=150, required=False)
    wakil_jabatan = forms.CharField(label="Jabatannya", max_length=150, required=False)

    def __init__(self, data: Any = None, *, invitee: Invitee) -> None:
        told = ("jawaban", "wakil_nama", "wakil_jabatan")
        super().__init__(data, initial={name: getattr(invitee, name) for name in told})
        self.label_suffix = ""

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        if given.get("jawaban") == Invitee.Answer.SENDS and not given.get("wakil_nama"):
            self.add_error("wakil_nama", "Tulis nama yang mewakili Saudara.")
        return given

    @property
    def reply(self) -> Reply:
        given = self.cleaned_data
        jawaban = "" if given["jawaban"] == READ else given["jawaban"]
        return Reply(jawaban, given["wakil_nama"], given["wakil_jabatan"])


class CancelForm(ActForm):
    """Why the meeting does not take place. ``putaran``: the round the page was opened on."""

    putaran = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    alasan = forms.CharField(
        label="Alasan pembatalan",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Tuliskan alasan rapat dibatalkan."},
    )
