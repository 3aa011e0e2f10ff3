"""A repair makes a new draft revision with a readable difference; the old text stays."""

import pytest
from django.test import Client

from runut.office.example.office import ExampleOffice, examples
from runut.office.sops.draft import sop_of
from runut.office.sops.models import SopVersion
from runut.office.verification.verify import verify_all
from tests.sop_mend.mended import repairs_of
from tests.sops_web.proposals import taken

pytestmark = pytest.mark.django_db
SEED = (examples() / "sop" / "penyusunan-lakip.txt").read_text(encoding="utf-8")


def _mend(client: Client, version: SopVersion, key: str, kunci: str = "k") -> str:
    sent = {"kunci": kunci, "versi": version.versi, "perbaikan": key}
    answer = client.post(f"/sop/{version.pk}/catatan/", sent)
    return str(answer.headers.get("Location", answer.status_code))


def test_one_repair_makes_one_revision_and_the_next_builds_on_it(rina: Client) -> None:
    version = taken(rina, SEED.replace("PENYUSUNAN LAPORAN", "SALINAN", 1))
    first, second, *_ = repairs_of(sop_of(version))
    url = _mend(rina, version, first.key)
    revision = version.revisi_berikut.get()
    assert url == f"/sop/{revision.pk}/beda/"
    assert sop_of(revision) == first.hasil
    page = rina.get(url).content.decode()
    assert "<ins>" in page or "Langkah" in page
    version.refresh_from_db()
    assert (version.status, revision.status) == ("diganti", "usulan")
    assert _mend(rina, revision, second.key, "k2").endswith("/beda/")
    assert SopVersion.objects.latest("pk").revisi == version.revisi + 2
    assert verify_all() == ()


def test_all_repairs_at_once_leave_none(rina: Client) -> None:
    version = taken(rina, SEED.replace("PENYUSUNAN LAPORAN", "SALINAN", 1))
    _mend(rina, version, "*")
    revision = SopVersion.objects.latest("pk")
    assert repairs_of(sop_of(revision)) == ()
    assert _mend(rina, revision, "*", "k2") == "422"


def test_a_repair_of_a_text_that_was_replaced_is_refused(rina: Client) -> None:
    version = taken(rina, SEED.replace("PENYUSUNAN LAPORAN", "SALINAN", 1))
    first, second, *_ = repairs_of(sop_of(version))
    _mend(rina, version, first.key)
    assert _mend(rina, version, second.key, "k2") == "409"
    assert version.revisi_berikut.count() == 1


def test_a_repair_that_is_not_there_is_refused_in_a_sentence(rina: Client) -> None:
    version = taken(rina)
    answer = rina.post(
        f"/sop/{version.pk}/catatan/", {"kunci": "k", "versi": 1, "perbaikan": "tidak/ada/"}
    )
    assert answer.status_code == 409
    assert "tidak berlaku lagi" in answer.content.decode()


def test_an_sop_in_force_stays_in_force_until_its_repaired_revision_is_adopted(
    rina: Client, example: ExampleOffice
) -> None:
    _mend(rina, example.sop, "*")
    revision = SopVersion.objects.latest("pk")
    example.sop.refresh_from_db()
    assert (example.sop.status, revision.status) == ("berlaku", "usulan")


def test_who_does_not_manage_sops_cannot_mend_them(rina: Client, dewi: Client) -> None:
    version = taken(rina, SEED.replace("PENYUSUNAN LAPORAN", "SALINAN", 1))
    assert _mend(dewi, version, "*") == "403"
    assert SopVersion.objects.latest("pk") == version
