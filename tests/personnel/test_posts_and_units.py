"""Who holds which post from when to when, and which role of an SOP it stands for."""

from datetime import date

import pytest
from django.test import Client

from runut.core.findings import Refused
from runut.office.acts.sending import Done
from runut.office.cases.queries import candidates_by_role
from runut.office.example.office import ExampleOffice
from runut.office.people.models import Appointment, Unit
from runut.office.personnel.actions.posts import Post, correct_post, end_post, give_post
from runut.office.personnel.actions.units import save_unit
from tests.personnel.keeping import doer, told
from tests.security.walking import forms_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 12)


def url(example: ExampleOffice, username: str, rest: str = "") -> str:
    return f"/kantor/pegawai/{example.people[username].pk}/{rest}"


def test_a_post_of_two_roles_is_held_from_its_day_on(example: ExampleOffice) -> None:
    maria = example.people["maria"]
    post = Post("Sekretaris", ("Staf", "Tim"), date(2026, 2, 1))
    assert isinstance(give_post(maria.pk, post, doer(example)), Done)
    assert maria not in candidates_by_role(example.office, TODAY)["Tim"]
    held = candidates_by_role(example.office, date(2026, 2, 1))
    assert maria in held["Tim"] and maria in held["Staf"]
    assert told("pegawai.jabatan_diberikan")[-1]["peran"] == ["Staf", "Tim"]


def test_a_post_ends_and_its_history_stays(example: ExampleOffice, rina: Client) -> None:
    row = Appointment.objects.get(person=example.people["hendra"])
    form = forms_of(rina, f"/kantor/pegawai/jabatan/{row.pk}/akhiri/")[0]
    assert form.send(rina, selesai="2026-01-31", alasan="SK 800/12").status_code == 302
    assert "Kabag" in candidates_by_role(example.office, date(2026, 1, 31))
    assert "Kabag" not in candidates_by_role(example.office, date(2026, 2, 1))
    page = rina.get(url(example, "hendra")).content.decode().replace("\xa0", " ")
    assert "s.d. 31 Januari 2026" in page
    assert "mengakhiri jabatan" in page and "SK 800/12" in page


def test_a_post_does_not_end_before_it_began(example: ExampleOffice) -> None:
    row = Appointment.objects.get(person=example.people["hendra"])
    refused = end_post(row.pk, date(2020, 1, 1), "salah", doer(example))
    assert isinstance(refused, Refused) and refused.kode == "berakhir_dahulu"


def test_a_second_definitive_holder_is_asked_about_and_then_taken(
    example: ExampleOffice, rina: Client
) -> None:
    jabatan = Appointment.objects.get(person=example.people["hendra"]).jabatan
    form = forms_of(rina, url(example, "maria", "jabatan/"))[0]
    form.fields["peran"] = ["Kabag"]
    form.fields["dipegang_bersama"] = []
    asked = form.send(rina, jabatan=jabatan, mulai="2026-01-12", yakin="")
    page = asked.content.decode()
    assert asked.status_code == 422
    assert "sedang dipegang Hendra Gunawan, S.H., M.Si." in page
    assert "memang dipegang bersama" in page
    assert not Appointment.objects.filter(person=example.people["maria"], peran="Kabag").exists()

    form.fields["dipegang_bersama"] = ["on"]
    form.fields["kunci"] = ["kunci kedua"]
    assert form.send(rina, jabatan=jabatan, mulai="2026-01-12").status_code == 302


def test_after_the_first_has_ended_nothing_is_asked(example: ExampleOffice) -> None:
    row = Appointment.objects.get(person=example.people["hendra"])
    end_post(row.pk, date(2026, 1, 31), "pensiun", doer(example))
    post = Post(row.jabatan, ("Kabag",), date(2026, 2, 1))
    assert isinstance(give_post(example.people["maria"].pk, post, doer(example)), Done)


def test_a_role_spelled_otherwise_than_in_the_sop_is_caught_at_the_field(
    example: ExampleOffice, rina: Client
) -> None:
    form = forms_of(rina, url(example, "maria", "jabatan/"))[0]
    form.fields["peran"] = []
    told_ = {"jabatan": "Kepala Subbagian Umum", "mulai": "2026-01-12", "peran_lain": "Kasubbag"}
    asked = form.send(rina, **told_)
    page = asked.content.decode()
    assert asked.status_code == 422
    assert "yang mirip: “Kasubag”" in page
    assert 'value="Kasubbag"' in page

    form.fields["kunci"] = ["kunci kedua"]
    assert form.send(rina, yakin="on", **told_).status_code == 302
    assert Appointment.objects.filter(peran="Kasubbag").exists()


def test_a_post_typed_wrongly_is_corrected_with_old_and_new(example: ExampleOffice) -> None:
    row = Appointment.objects.get(person=example.people["hendra"])
    post = Post("Kepala Bagian Umum", ("Kabag",), row.mulai)
    assert isinstance(correct_post(row.pk, post, doer(example)), Done)
    assert told("pegawai.jabatan_diubah")[0]["berubah"]["jabatan"][1] == "Kepala Bagian Umum"


def test_an_acting_holder_is_shown_with_his_decree(example: ExampleOffice, rina: Client) -> None:
    Appointment.objects.create(
        office=example.office, person=example.people["maria"], jabatan="Kepala Bagian Umum",
        peran="Kabag", jenis="plt", mulai=date(2026, 1, 1), sk="800/7/2026",
    )  # fmt: skip
    page = rina.get(url(example, "maria")).content.decode()
    assert "Plt. Kepala Bagian Umum" in page
    assert "SK 800/7/2026" in page


def test_a_unit_lies_below_another_but_never_below_itself(example: ExampleOffice) -> None:
    save_unit(None, "Bagian Umum", "UM", None, doer(example))
    bagian = Unit.objects.get(nama="Bagian Umum")
    save_unit(None, "Subbagian Keuangan", "", bagian, doer(example))
    sub = Unit.objects.get(nama="Subbagian Keuangan")
    refused = save_unit(bagian.pk, "Bagian Umum", "UM", sub, doer(example))
    assert isinstance(refused, Refused) and refused.kode == "unit_berputar"
    twice = save_unit(None, "bagian umum", "", None, doer(example))
    assert isinstance(twice, Refused) and twice.kode == "unit_ganda"
    save_unit(bagian.pk, "Bagian Tata Usaha", "TU", None, doer(example))
    assert told("unit.diubah")[0]["berubah"]["nama"] == ["Bagian Umum", "Bagian Tata Usaha"]


def test_the_posts_of_the_office_name_the_roles_that_nobody_holds(
    example: ExampleOffice, rina: Client
) -> None:
    row = Appointment.objects.get(person=example.people["andreas"])
    end_post(row.pk, date(2026, 1, 11), "pindah", doer(example))
    page = rina.get("/kantor/pegawai/jabatan/").content.decode()
    assert "Peran yang belum dipegang siapa pun" in page
    assert "<b>Karo</b>" in page and "kosong" in page
