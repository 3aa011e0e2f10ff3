"""The forms of one's own reminders."""

from django import forms

from runut.office.acts.forms import ActForm


class EmailForm(ActForm):
    """Whether reminders come by e-mail too."""

    surel = forms.BooleanField(label="Kirim juga lewat surel", required=False, initial=True)


class FeedForm(ActForm):
    """The address of one's calendar: a new one, or none."""

    cabut = forms.BooleanField(required=False, widget=forms.HiddenInput)
