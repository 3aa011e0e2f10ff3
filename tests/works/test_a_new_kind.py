"""A kind of work that the product does not know: one object in the register, and it runs."""

from typing import Any

import pytest
from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from runut.core.case.model import Output
from runut.core.sop.model import Langkah
from runut.office.acts.sending import Done
from runut.office.cases.acting import OpenCase, case_subject, load
from runut.office.cases.actions import complete_step
from runut.office.cases.models import Case
from runut.office.cases.queries import StepPage
from runut.office.example.office import ExampleOffice
from runut.office.sops.actions import take_in
from runut.office.sops.models import SopVersion
from runut.office.trust.append import Act
from runut.office.verification.verify import verify_all
from runut.office.works import register
from runut.office.works.answers import go_on
from runut.office.works.kind import Fit, Kind, SopContext, impossible, proposed
from runut.office.works.step_form import StepForm
from tests.kantor import MONDAY
from tests.works.running import browser, first_form, step_url, text
from tests.works.sops import sop_text

SOP = sop_text(
    "PENGHITUNGAN BERKAS",
    ("Staf",),
    ("Menghitung berkas", "Staf", "Berkas", "Jumlah berkas"),
    ("Menyimpan berkas", "Staf", "Jumlah berkas", "Arsip"),
)


class CountForm(StepForm):
    jumlah = forms.IntegerField(min_value=1)


def fits(procedure: SopContext, langkah: Langkah) -> Fit:
    if langkah.kegiatan.startswith("Menghitung"):
        return proposed("Kegiatannya menghitung.")
    return impossible("Tidak ada yang dihitung.")


def count(request: HttpRequest, page: StepPage) -> HttpResponse:
    form = CountForm(request.POST or None, page=page)
    if request.method == "POST" and form.is_valid():
        number = form.cleaned_data["jumlah"]

        def note(case: OpenCase) -> list[Act]:
            return [Act("hitung.dicatat", case_subject(case.row.pk), {"jumlah": number})]

        result = complete_step(
            form.ref,
            form.doer(request, page.case_url),
            kelengkapan=form.kelengkapan_given,
            outputs=[Output(page.step.output[0], pernyataan=f"{number} berkas")],
            also=note,
        )
        assert isinstance(result, Done), result
        return go_on(request, result, "Terhitung.")
    return HttpResponse(f'<p>Halaman hitung</p><form method="post">{form.as_p()}</form>')


COUNTING = Kind(
    name="hitung",
    title="Menghitung",
    about="Mencatat jumlah yang dihitung.",
    fit=fits,
    page="tests.works.test_a_new_kind.count",
    words={"hitung.dicatat": "menghitung {jumlah} berkas"},
)


@pytest.fixture
def case(example: ExampleOffice, monkeypatch: pytest.MonkeyPatch) -> Case:
    """The SOP adopted and started on the pages, as its owner does it."""
    monkeypatch.setattr(register, "KINDS", (COUNTING, *register.KINDS))
    taken = take_in(SOP, "hitung.txt", example.people["rina"], MONDAY)
    assert isinstance(taken, SopVersion)
    rina = browser(example, "rina")
    adopting: Any = first_form(rina, reverse("sop_adopsi", args=(taken.pk,)))
    assert [adopting.fields[f"kerja_{n}"] for n in range(2)] == [["hitung"], ["umum"]]
    assert adopting.send(rina).status_code == 302
    version = SopVersion.objects.latest("pk").pk
    assert first_form(rina, reverse("kasus_mulai", args=(version,))).send(rina).status_code == 302
    return Case.objects.latest("pk")


def test_its_step_is_done_on_its_own_page_and_told_in_its_own_words(
    example: ExampleOffice, case: Case
) -> None:
    dewi = browser(example, "dewi")
    assert "Halaman hitung" in text(dewi.get(step_url(case, "1")))

    done = first_form(dewi, step_url(case, "1")).send(dewi, jumlah="12")

    assert done.headers["Location"] == f"/pelaksanaan/{case.pk}/"
    assert load(case.pk, case.office_id).state.open_steps == ("2",)
    assert "menghitung 12 berkas" in text(dewi.get(f"/pelaksanaan/{case.pk}/riwayat/"))
    assert "12 berkas" in text(dewi.get(step_url(case, "2")))
    assert verify_all() == ()


def test_a_version_that_does_not_know_the_kind_any_more_shows_a_general_step(
    example: ExampleOffice, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register, "KINDS", register.KINDS[1:])
    dewi = browser(example, "dewi")

    done = first_form(dewi, step_url(case, "1")).send(dewi, hasil_0="12 berkas")

    assert done.status_code == 302
    assert load(case.pk, case.office_id).state.open_steps == ("2",)
