"""Adopting with open blockers asks why, and keeps who did it; the same SOP again is said."""

import json

import pytest
from django.test import Client

from runut.office.example.office import ExampleOffice, examples
from runut.office.sops.models import SopVersion
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.security.walking import forms_of
from tests.sops_web.proposals import doubt, taken

pytestmark = pytest.mark.django_db
CLEAN = (examples() / "sop" / "pengelolaan-surat-masuk.txt").read_text(encoding="utf-8")
OPEN = CLEAN.replace("<Ya→9; Tidak→7>", "<→9; →7>")
WHY = "Kabupaten meminta SOP ini berlaku pekan ini."


def adopted(client: Client, version: SopVersion, **more: str) -> str:
    (form,) = forms_of(client, f"/sop/{version.pk}/adopsi/")
    answer = form.send(client, **more)
    return str(answer.headers.get("Location", answer.content.decode()))


def test_an_sop_with_an_open_blocker_is_not_adopted_without_a_reason(rina: Client) -> None:
    version = taken(rina, OPEN)
    shown = adopted(rina, version, alasan="")
    assert "Tuliskan mengapa SOP ini diadopsi" in shown and "langkah 8" in shown
    version.refresh_from_db()
    assert version.is_draft


def test_with_a_reason_it_is_adopted_and_says_who_took_it_and_why(
    rina: Client, example: ExampleOffice
) -> None:
    version = taken(rina, OPEN)
    assert adopted(rina, version, alasan=WHY) == f"/sop/{version.pk}/"
    page = rina.get(f"/sop/{version.pk}/").content.decode()
    assert "Diadopsi seperti adanya" in page and WHY in page
    assert example.people["rina"].nama in page
    line = Entry.objects.filter(kind="sop.diadopsi", subject=f"sop:{version.pk}").get()
    taken_with = json.loads(line.payload)["diterima"]
    assert taken_with["alasan"] == WHY and "langkah 8" in taken_with["penghalang"][0]
    assert verify_all() == ()


def test_an_sop_without_blockers_is_asked_nothing(rina: Client) -> None:
    version = taken(rina, CLEAN)
    assert "alasan" not in rina.get(f"/sop/{version.pk}/adopsi/").content.decode()
    assert adopted(rina, version) == f"/sop/{version.pk}/"
    version.refresh_from_db()
    assert version.diterima == {}
    assert "seperti adanya" not in rina.get(f"/sop/{version.pk}/").content.decode()


def test_what_was_read_unsurely_is_asked_on_the_page_of_findings_and_not_mended(
    rina: Client,
) -> None:
    version = taken(rina, OPEN)
    assert "Penting" in rina.get(f"/sop/{version.pk}/catatan/").content.decode()
    doubt(version, "langkah.8.lanjut")
    page = rina.get(f"/sop/{version.pk}/catatan/").content.decode()
    assert "Penting" not in page and "atau salah terbaca?" in page


# ---- the same SOP again ---------------------------------------------------------------------


def test_the_same_name_again_is_said_with_what_differs(rina: Client) -> None:
    first = taken(rina, CLEAN)
    again = taken(rina, CLEAN.replace("20 menit", "25 menit", 1))
    page = rina.get(f"/sop/{again.pk}/catatan/").content.decode()
    assert "nama yang sama sudah ada" in page and f"/sop/{again.pk}/beda/{first.pk}/" in page
    told = rina.get(f"/sop/{again.pk}/beda/{first.pk}/").content.decode()
    assert "20" in told and "25" in told
    assert "sama sudah ada" not in rina.get(f"/sop/{first.pk}/catatan/").content.decode()


def test_the_same_text_again_is_said_to_be_the_same(rina: Client) -> None:
    taken(rina, CLEAN)
    again = taken(rina, CLEAN)
    assert "sama persis" in rina.get(f"/sop/{again.pk}/catatan/").content.decode()


def test_the_same_number_under_another_name_is_said(rina: Client) -> None:
    taken(rina, CLEAN)
    other = taken(rina, CLEAN.replace("PENGELOLAAN SURAT MASUK", "PENGELOLAAN SURAT KELUAR"))
    assert "nomor yang sama" in rina.get(f"/sop/{other.pk}/catatan/").content.decode()


def test_a_repaired_revision_is_no_second_sop(rina: Client) -> None:
    version = taken(rina, OPEN)
    rina.post(
        f"/sop/{version.pk}/catatan/", {"kunci": "m", "versi": version.versi, "perbaikan": "*"}
    )
    revision = SopVersion.objects.latest("pk")
    assert revision.revisi_dari_id == version.pk
    assert "sama sudah ada" not in rina.get(f"/sop/{revision.pk}/catatan/").content.decode()
