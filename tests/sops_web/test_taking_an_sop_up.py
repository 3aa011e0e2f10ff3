"""An SOP comes in, its reading is checked, its flaws are mended, it is adopted: by forms alone."""

import pytest
from django.test import Client

from runut.office.example.office import ExampleOffice, examples
from runut.office.sops.draft import draft_of, sop_of
from runut.office.sops.models import SopVersion
from runut.office.verification.verify import verify_all
from tests.kantor import kantor
from tests.security.walking import forms_of

pytestmark = pytest.mark.django_db
SEED = (examples() / "sop" / "penyusunan-lakip.txt").read_text(encoding="utf-8")
TITLE = "PENYUSUNAN SALINAN"
TEXT = SEED.replace("PENYUSUNAN LAPORAN", TITLE, 1)


@pytest.fixture
def example() -> ExampleOffice:
    return kantor()


@pytest.fixture
def rina(example: ExampleOffice) -> Client:
    client = Client()
    client.force_login(example.people["rina"])
    return client


def _taken(client: Client, text: str = TEXT) -> SopVersion:
    answer = client.post("/sop/baru/", {"kunci": "k1", "teks": text})
    version = SopVersion.objects.latest("pk")
    assert answer.headers["Location"] == f"/sop/{version.pk}/periksa/"
    return version


def test_the_seed_is_taken_up_with_four_forms(rina: Client) -> None:
    version = _taken(rina)
    unsure = draft_of(version).unsure
    assert unsure
    (form,) = forms_of(rina, f"/sop/{version.pk}/periksa/")
    answer = form.send(rina, tindakan="lanjut")
    assert answer.headers["Location"] == f"/sop/{version.pk}/catatan/"
    version.refresh_from_db()
    assert draft_of(version).unsure == ()
    assert all(step.pelaksana for step in sop_of(version).langkah)
    answer = rina.post(f"/sop/{version.pk}/catatan/", {"kunci": "k2", "versi": 2, "perbaikan": "*"})
    revision = SopVersion.objects.latest("pk")
    assert answer.headers["Location"] == f"/sop/{revision.pk}/beda/"
    assert revision.revisi_dari == version
    assert "Yang berubah" in rina.get(f"/sop/{revision.pk}/beda/").content.decode()
    (form,) = forms_of(rina, f"/sop/{revision.pk}/adopsi/")
    assert form.send(rina).headers["Location"] == f"/sop/{revision.pk}/"
    revision.refresh_from_db()
    assert revision.status == SopVersion.Status.BERLAKU
    assert verify_all() == ()
