"""What SOPs demand of who works by them, and that it is asked about before somebody does."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.personnel.actions.qualifying import (
    Certificate,
    add_qualification,
    confirm_demands,
    withdraw_qualification,
)
from runut.office.personnel.demands import are_checked, demands_of, unqualified
from runut.office.personnel.models import Qualification
from tests.personnel.keeping import doer, told
from tests.security.walking import Form, forms_of

pytestmark = pytest.mark.django_db


def confirm(example: ExampleOffice, name: str, answer: str, dasar: int | None = None) -> None:
    """Say the same of all demands of the SOP about somebody."""
    answers = dict.fromkeys(demands_of(example.sop), (answer, dasar))
    confirm_demands(example.people[name].pk, answers, doer(example))


def starting(example: ExampleOffice, rina: Client) -> Form:
    return forms_of(rina, f"/pelaksanaan/mulai/{example.sop.pk}/")[0]


def roles(form: Form, **people: Any) -> dict[str, list[str]]:
    return {name: value for name, value in form.fields.items() if name.startswith("peran_")}


def test_nobody_is_said_to_lack_what_nobody_was_looked_at_for(example: ExampleOffice) -> None:
    assert demands_of(example.sop)
    assert not are_checked(example.sop)
    assert unqualified(example.people["dewi"], example.sop) == []


def test_once_the_office_checks_whoever_was_not_confirmed_is_named(
    example: ExampleOffice,
) -> None:
    confirm(example, "rina", "ya")
    assert unqualified(example.people["rina"], example.sop) == []
    assert unqualified(example.people["dewi"], example.sop) == list(demands_of(example.sop))
    confirm(example, "dewi", "bebas")
    assert unqualified(example.people["dewi"], example.sop) == []
    confirm(example, "dewi", "belum")
    assert len(unqualified(example.people["dewi"], example.sop)) == len(demands_of(example.sop))


def test_what_rests_on_a_lapsed_or_withdrawn_certificate_counts_no_longer(
    example: ExampleOffice,
) -> None:
    dewi = example.people["dewi"]
    given = Certificate("Bimtek SAKIP", "BPSDM", "12", date(2023, 1, 1), date(2026, 1, 12))
    add_qualification(dewi.pk, given, doer(example))
    held = Qualification.objects.get()
    confirm(example, "dewi", "ya", held.pk)
    assert unqualified(dewi, example.sop) == []
    Qualification.objects.update(berlaku_sampai=date(2026, 1, 11))
    assert unqualified(dewi, example.sop)
    Qualification.objects.update(berlaku_sampai=None)
    assert unqualified(dewi, example.sop) == []
    withdraw_qualification(held.pk, doer(example))
    assert unqualified(dewi, example.sop)


def test_starting_with_somebody_unqualified_asks_for_a_reason_and_keeps_it(
    example: ExampleOffice, rina: Client
) -> None:
    for name in example.people:
        confirm(example, name, "ya")
    confirm(example, "budi", "belum")

    asked = starting(example, rina).send(rina)
    page = asked.content.decode()
    assert asked.status_code == 422
    assert "Budi Santoso, S.IP.:" in page and "Dewi Lestari" not in page.partition("<h2>Siapa")[0]
    assert "belum memenuhi kualifikasi" in page
    assert not Case.objects.exists()

    answer = starting(example, rina).send(rina, alasan="Didampingi Sari selama pelaksanaan")
    assert answer.status_code == 302
    case = Case.objects.get()
    [line] = told("kasus.kualifikasi_dikecualikan")
    assert line["reason"] == "Didampingi Sari selama pelaksanaan"
    assert line["tanpa"][0].startswith("Budi Santoso")
    history = rina.get(f"/pelaksanaan/{case.pk}/riwayat/").content.decode()
    assert "belum memenuhi kualifikasi SOP" in history
    assert "Didampingi Sari selama pelaksanaan" in history


def test_with_everybody_qualified_nothing_is_asked(example: ExampleOffice, rina: Client) -> None:
    for name in example.people:
        confirm(example, name, "ya")
    assert starting(example, rina).send(rina).status_code == 302
    assert told("kasus.kualifikasi_dikecualikan") == []


def test_the_page_of_somebody_takes_certificates_and_answers(
    example: ExampleOffice, rina: Client
) -> None:
    url = f"/kantor/pegawai/{example.people['dewi'].pk}/kualifikasi/"
    form = next(one for one in forms_of(rina, url) if one.url == url)
    wrong = form.send(rina, nama="Bimtek SAKIP", tanggal="2026-01-01", berlaku_sampai="2025-01-01")
    assert wrong.status_code == 422 and "Masa berlaku" in wrong.content.decode()
    form.fields["kunci"] = ["kunci kedua"]
    assert form.send(rina, nama="Bimtek SAKIP", tanggal="2025-01-01").status_code == 302

    held = Qualification.objects.get()
    answers = next(one for one in forms_of(rina, url) if one.url == f"{url}syarat/")
    for name in answers.fields:
        if name.startswith("syarat_"):
            answers.fields[name] = ["ya"]
        elif name.startswith("dasar_"):
            answers.fields[name] = [str(held.pk)]
    assert answers.send(rina).status_code == 302
    assert unqualified(example.people["dewi"], example.sop) == []
    assert len(told("pegawai.syarat_dipastikan")) == len(demands_of(example.sop))

    page = rina.get(f"/kantor/pegawai/kualifikasi/sop/{example.sop.pk}/").content.decode()
    assert "memenuhi" in page and demands_of(example.sop)[0] in page
    withdraw = next(one for one in forms_of(rina, url) if one.url.endswith("/cabut/"))
    assert withdraw.send(rina).status_code == 302
    assert unqualified(example.people["dewi"], example.sop)
