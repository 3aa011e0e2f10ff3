"""What the owner writes over a reading is kept, counts as confirmed, and is never lost."""

import pytest
from django.test import Client

from runut.office.sops.draft import draft_of, sop_of
from runut.office.sops.models import Sop, SopVersion
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.sops_web.proposals import WAKTU, doubt, reading, taken

pytestmark = pytest.mark.django_db


def test_a_field_that_is_corrected_is_not_asked_again(rina: Client) -> None:
    version = taken(rina)
    doubt(version)
    doubt(version, "langkah.3.output")
    assert draft_of(version).unsure == (WAKTU, "langkah.3.output")
    form = reading(rina, version)
    without_ticks = {n: w for n, w in form.fields.items() if not n.startswith("pasti_")}
    sent = {**without_ticks, "l1_waktu": ["3 jam"], "tindakan": ["simpan"]}
    assert rina.post(form.url, sent).headers["Location"] == form.url
    version.refresh_from_db()
    assert sop_of(version).step("2").waktu.menit_kerja == 180
    assert draft_of(version).unsure == ("langkah.3.output",)


def test_a_field_that_is_ticked_is_not_asked_again_and_going_on_confirms_the_rest(
    rina: Client,
) -> None:
    version = taken(rina)
    doubt(version)
    reading(rina, version).send(rina, tindakan="simpan")
    version.refresh_from_db()
    assert draft_of(version).unsure == ()
    doubt(version, "langkah.3.output")
    form = reading(rina, version)
    form.fields.pop("pasti_l2_output")
    assert form.send(rina, tindakan="lanjut").headers["Location"] == f"/sop/{version.pk}/catatan/"
    version.refresh_from_db()
    assert draft_of(version).unsure == ()


@pytest.mark.parametrize(
    ("field", "word", "sentence"),
    [
        ("l0_lanjut", "ke mana saja", "tidak dipahami. Tulis seperti: Ya 8; Tidak 6."),
        ("l0_lanjut", "9", "Langkah 9 tidak ada dalam SOP ini."),
        ("l1_kegiatan", " ", "Isi kegiatan langkah 2."),
        ("tanggal_revisi", "kemarin", "Tanggal ini tidak dipahami."),
        ("judul", " ", "Isi nama SOP."),
        ("pengesah_nip", "belum ada", "NIP hanya berisi angka."),
    ],
)
def test_what_cannot_be_understood_is_said_and_all_that_was_typed_stays(
    rina: Client, field: str, word: str, sentence: str
) -> None:
    version = taken(rina)
    before = version.teks
    more = {field: word, "l2_keterangan": "Ketikan saya", "tindakan": "lanjut"}
    answer = reading(rina, version).send(rina, **more)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert "Ketikan saya" in page
    version.refresh_from_db()
    assert version.teks == before


def test_two_people_at_once_the_second_sees_it_and_may_send_again(rina: Client) -> None:
    version = taken(rina)
    one, other = reading(rina, version), reading(rina, version)
    assert one.send(rina, l0_keterangan="Pertama").status_code == 302
    answer = other.send(rina, l1_keterangan="Kedua")
    assert answer.status_code == 409
    assert "diubah orang lain" in answer.content.decode()
    assert "Kedua" in answer.content.decode()
    assert 'name="versi" value="2"' in answer.content.decode()
    assert other.send(rina, l1_keterangan="Kedua", versi="2").status_code == 302


def test_sent_twice_it_is_written_once_whatever_came_between(rina: Client) -> None:
    version = taken(rina)
    form = reading(rina, version)
    assert form.send(rina, l0_waktu="1 jam").status_code == 302
    assert reading(rina, version).send(rina, l0_waktu="3 jam").status_code == 302
    assert form.send(rina, l0_waktu="1 jam").status_code == 302
    version.refresh_from_db()
    assert version.versi == 3
    assert sop_of(version).step("1").waktu.teks == "3 jam"
    assert Entry.objects.filter(kind="sop.dikoreksi").count() == 2


def test_a_column_called_otherwise_is_so_in_every_step(rina: Client) -> None:
    version = taken(rina)
    form = reading(rina, version)
    ticks = {"l0_pelaksana": "Staf", "l1_pelaksana": "Tim", "l2_pelaksana": "Staf"}
    form.send(rina, pelaksana="Arsiparis\nTim", **ticks)
    version.refresh_from_db()
    actors = [[p.nama for p in step.pelaksana] for step in sop_of(version).langkah]
    assert actors == [["Arsiparis"], ["Tim"], ["Arsiparis"]]


def test_a_row_that_is_no_step_goes_and_the_way_leads_on(rina: Client) -> None:
    version = taken(rina)
    reading(rina, version).send(rina, l1_baris="bukan", l1_kegiatan="")
    version.refresh_from_db()
    sop = sop_of(version)
    assert [step.no for step in sop.langkah] == ["1", "3"]
    assert [way.ke for way in sop.step("1").lanjut] == ["3"]


def test_the_last_row_cannot_go(rina: Client) -> None:
    version = taken(rina)
    all_gone = {f"l{place}_baris": "bukan" for place in range(3)}
    answer = reading(rina, version).send(rina, **all_gone)
    assert answer.status_code == 422
    assert "Sisakan setidaknya satu langkah." in answer.content.decode()


def test_a_step_that_was_missed_stands_below_its_row_and_is_asked_for_its_actor(
    rina: Client,
) -> None:
    version = taken(rina)
    reading(rina, version).send(rina, l0_sisip="Memberi nomor surat")
    version.refresh_from_db()
    sop = sop_of(version)
    assert [step.no for step in sop.langkah] == ["1", "1a", "2", "3"]
    assert [way.ke for no in ("1", "1a") for way in sop.step(no).lanjut] == ["1a", "2"]
    assert draft_of(version).sop.step("1a").pelaksana, "proposed"


def test_an_sop_called_otherwise_stands_under_its_new_title_alone(rina: Client) -> None:
    version = taken(rina)
    before = version.sop.judul
    reading(rina, version).send(rina, judul="PENERIMAAN TAMU")
    version.refresh_from_db()
    assert version.sop.judul == "PENERIMAAN TAMU"
    assert not Sop.objects.filter(judul=before).exists()
    assert verify_all() == ()


def test_who_does_not_manage_sops_cannot_correct_them(rina: Client, dewi: Client) -> None:
    version = taken(rina)
    answer = reading(rina, version).send(dewi, l0_waktu="1 jam")
    assert answer.status_code == 403
    assert SopVersion.objects.get(pk=version.pk).versi == 1


def test_a_text_that_is_not_the_last_recorded_one_is_found(rina: Client) -> None:
    version = taken(rina)
    before = {"teks": version.teks, "sha256": version.sha256}
    reading(rina, version).send(rina, l0_waktu="1 jam")
    assert verify_all() == ()
    SopVersion.objects.filter(pk=version.pk).update(**before)
    found = [finding.kode for finding in verify_all()]
    assert found == ["baris.diubah", "baris.diubah", "sop.berbeda"]


def test_what_is_asked_stands_in_the_order_of_the_form_whichever_way_it_is_kept(
    rina: Client,
) -> None:
    version = taken(rina)
    wanted = ("judul", "langkah.2.kegiatan", WAKTU, "langkah.3.waktu", "langkah.3.keterangan")
    for key in reversed(wanted):
        doubt(version, key)
    assert draft_of(version).unsure == wanted
