"""Who may what; and somebody always keeps the office."""

import pytest
from django.test import Client

from runut.core.findings import Refused
from runut.office.acts.sending import Done
from runut.office.cases.queries import candidates_by_role
from runut.office.example.office import PASSWORD, ExampleOffice
from runut.office.people.models import Right
from runut.office.people.rights import may
from runut.office.personnel.actions.register import set_active
from runut.office.personnel.actions.rights import set_rights
from tests.personnel.keeping import NOW, doer, told
from tests.security.walking import forms_of

pytestmark = pytest.mark.django_db


def test_rights_are_given_and_taken_with_a_trace(example: ExampleOffice, rina: Client) -> None:
    dewi = example.people["dewi"]
    form = forms_of(rina, f"/kantor/pegawai/{dewi.pk}/hak/")[0]
    form.fields["hak"] = [Right.SOP, Right.KINERJA]
    assert form.send(rina).status_code == 302
    assert may(dewi, Right.SOP) and not may(dewi, Right.KANTOR)
    set_rights(dewi.pk, [Right.SOP], doer(example))
    assert told("pegawai.hak_diubah")[-1] == {"diberi": [], "dicabut": ["kinerja"]}
    page = rina.get(f"/kantor/pegawai/{dewi.pk}/").content.decode()
    assert "mengubah hak: dicabut mengelola data kinerja" in page


def test_the_last_who_keeps_the_office_cannot_lose_it(example: ExampleOffice) -> None:
    rina, dewi = example.people["rina"], example.people["dewi"]
    refused = set_rights(rina.pk, [Right.START], doer(example))
    assert isinstance(refused, Refused) and "satu-satunya" in refused.reason
    assert may(rina, Right.KANTOR)
    set_rights(dewi.pk, [Right.KANTOR], doer(example))
    assert isinstance(set_rights(rina.pk, [], doer(example)), Done)
    gone = set_active(dewi.pk, is_active=False, reason="pindah", doer=doer(example, "dewi"))
    assert isinstance(gone, Refused) and gone.kode == "diri_sendiri"


def test_one_who_is_not_active_does_not_count_as_keeping_the_office(
    example: ExampleOffice,
) -> None:
    dewi = example.people["dewi"]
    set_rights(dewi.pk, [Right.KANTOR], doer(example))
    set_active(dewi.pk, is_active=False, reason="pindah", doer=doer(example))
    refused = set_rights(example.people["rina"].pk, [], doer(example))
    assert isinstance(refused, Refused) and refused.kode == "pengelola_terakhir"


def test_who_has_left_is_out_at_once_and_offered_for_no_role(
    example: ExampleOffice, rina: Client
) -> None:
    dewi, browser = example.people["dewi"], Client()
    assert browser.login(username="dewi", password=PASSWORD)
    form = forms_of(rina, f"/kantor/pegawai/{dewi.pk}/aktif/")[0]
    assert form.send(rina, alasan="Pindah ke Dinas Sosial").status_code == 302

    assert browser.get("/").status_code == 302
    assert dewi not in candidates_by_role(example.office, NOW.date())["Staf"]
    rina.get(f"/kantor/pegawai/{dewi.pk}/")  # the message about it is read
    assert "Dewi" not in rina.get("/kantor/pegawai/").content.decode()
    assert "Dewi" in rina.get("/kantor/pegawai/", {"tampil": "nonaktif"}).content.decode()
    page = rina.get(f"/kantor/pegawai/{dewi.pk}/").content.decode()
    assert "Pindah ke Dinas Sosial" in page and "Tidak aktif" in page

    form = forms_of(rina, f"/kantor/pegawai/{dewi.pk}/aktif/")[0]
    assert form.send(rina, alasan="Kembali").status_code == 302
    assert Client().login(username="dewi", password=PASSWORD)
    assert [line["reason"] for line in told("pegawai.diaktifkan")] == ["Kembali"]
