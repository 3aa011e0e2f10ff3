"""How people come in: whether a second step is demanded, of whom it is missing, and what was tried
in vain."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from runut.office import clock
from runut.office.acts.door import keepers_only
from runut.office.acts.forms import person_of
from runut.office.entry.demand import people_without
from runut.office.kantor.forms import SectionForm
from runut.office.kantor.pages import section_page
from runut.office.kantor.sections import ENTRY
from runut.office.logins.failures import MOST_SHOWN, failures_of
from runut.office.people.models import Office, OfficeProfile


class EntryForm(SectionForm):
    wajib_langkah_kedua = forms.BooleanField(
        label="Wajibkan langkah kedua bagi penanda tangan dan pengelola kantor",
        required=False,
        help_text="Yang belum memasangnya diminta memasang saat masuk berikutnya, sebelum halaman "
        "lain terbuka.",
    )

    def shown(self, office: Office, profile: OfficeProfile) -> dict[str, Any]:
        return {"wajib_langkah_kedua": profile.wajib_langkah_kedua}

    def values(self) -> dict[str, Any]:
        return {"wajib_langkah_kedua": self.cleaned_data["wajib_langkah_kedua"]}


@keepers_only
def entry(request: HttpRequest) -> HttpResponse:
    """Demand a second step or not, see who has none, and the wrong tries of two days."""
    office = person_of(request).office
    shown = {
        "without": people_without(office),
        "failures": failures_of(office, clock.now()),
        "most": MOST_SHOWN,
    }
    return section_page(request, ENTRY, EntryForm, "kantor/entry.html", shown)
