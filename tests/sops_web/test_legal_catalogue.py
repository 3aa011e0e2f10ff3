"""The office's own catalogue of legal bases: written by who may, on the chain, used by checks."""

import json

import pytest
from django.test import Client

from runut.office.example.office import ExampleOffice, examples
from runut.office.sops.legal import katalog_of
from runut.office.sops.models import Peraturan
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.security.walking import forms_of
from tests.sops_web.proposals import taken

pytestmark = pytest.mark.django_db
PAGE = "/sop/katalog-hukum/"
PERDA = {
    "jenis": "peraturan daerah",
    "nomor": "3",
    "tahun": "2019",
    "tentang": "Kearsipan",
    "sumber": "Himpunan peraturan kantor",
}
CLEAN = (examples() / "sop" / "pengelolaan-surat-masuk.txt").read_text(encoding="utf-8")
BASES = "tentang Tata Naskah Dinas di Lingkungan Pemerintah Daerah"
BASE = "Peraturan Daerah Nomor 3 Tahun 2019 tentang Kearsipan"


def write(client: Client, kunci: str = "k", **fields: str) -> str:
    answer = client.post(PAGE, {"kunci": kunci, **PERDA, **fields})
    return str(answer.headers.get("Location", answer.content.decode()))


def with_base(client: Client) -> str:
    """The page of findings of an SOP that rests on the Perda."""
    assert BASES in CLEAN
    version = taken(client, CLEAN.replace(BASES, f"{BASES} 3. {BASE}"))
    return client.get(f"/sop/{version.pk}/catatan/").content.decode()


def test_a_regulation_is_written_and_every_sop_is_checked_by_it(
    rina: Client, example: ExampleOffice
) -> None:
    assert write(rina) == PAGE
    (own,) = Peraturan.objects.all()
    assert str(own) == "Perda 3/2019", "the kind is called as the catalogue calls it"
    assert own in {own} and "Perda 3/2019" in {k.sebutan for k in katalog_of(example.office.pk)}
    assert "tidak ada dalam katalog" not in with_base(rina)
    assert verify_all() == ()


def test_what_it_does_not_know_is_said_on_the_page_of_findings(rina: Client) -> None:
    assert "tidak ada dalam katalog" in with_base(rina)


def test_a_regulation_marked_revoked_is_found_in_an_sop(rina: Client) -> None:
    write(rina, dicabut_oleh="Peraturan Daerah Nomor 9 Tahun 2024", dicabut_tanggal="2024-05-06")
    page = with_base(rina)
    assert "sudah dicabut sejak" in page and "Himpunan peraturan kantor" in page


def test_a_delivered_entry_is_changed_by_the_office_and_comes_back_when_that_goes(
    rina: Client, example: ExampleOffice
) -> None:
    shown = rina.get(f"{PAGE}?ubah=UU%2025/2009").content.decode()
    assert 'value="25"' in shown and "Pelayanan Publik" in shown
    revoked = {"jenis": "UU", "nomor": "25", "tahun": "2009", "tentang": "Pelayanan Publik"}
    write(rina, **revoked, dicabut_oleh="uu no. 20 tahun 2023")
    now = next(k for k in katalog_of(example.office.pk) if k.sebutan == "UU 25/2009")
    assert now.dicabut_oleh == "UU 20/2023", "called as the catalogue calls it"
    own = Peraturan.objects.get()
    answer = rina.post(f"{PAGE}{own.pk}/hapus/", {"kunci": "k2"})
    assert answer.headers["Location"] == PAGE
    back = next(k for k in katalog_of(example.office.pk) if k.sebutan == "UU 25/2009")
    assert back.dicabut_oleh == "" and not Peraturan.objects.exists()


def test_writing_and_removing_stand_on_the_chain_in_words(
    rina: Client, example: ExampleOffice
) -> None:
    write(rina)
    write(rina, "k2", dicabut_oleh="Perda 9/2024")
    rina.post(f"{PAGE}{Peraturan.objects.get().pk}/hapus/", {"kunci": "k3"})
    lines = Entry.objects.filter(office=example.office, kind__startswith="kantor.dasar_hukum")
    kinds = [one.kind.rpartition("_")[2] for one in lines.order_by("seq")]
    assert kinds == ["ditulis", "ditulis", "dihapus"]
    changed = json.loads(lines.order_by("seq")[1].payload)
    assert changed["sebelum"]["dicabut_oleh"] == ""
    assert changed["sesudah"]["dicabut_oleh"] == "Perda 9/2024"
    assert verify_all() == ()


def test_sent_twice_it_is_written_once(rina: Client) -> None:
    assert write(rina) == write(rina) == PAGE
    assert Entry.objects.filter(kind="kantor.dasar_hukum_ditulis").count() == 1


def test_who_may_not_is_told_so_and_sees_the_catalogue(dewi: Client) -> None:
    page = dewi.get(PAGE).content.decode()
    assert "Hanya pengelola SOP" in page and "UU 32/2004" in page and forms_of(dewi, PAGE) == []
    answer = dewi.post(PAGE, {"kunci": "k", **PERDA})
    assert answer.status_code == 403 and not Peraturan.objects.exists()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"nomor": "tiga"}, "Tuliskan nomornya saja"),
        ({"tahun": "19"}, "Tahun paling awal"),
        ({"dicabut_tanggal": "2024-05-06"}, "Tuliskan peraturan yang mencabutnya"),
        ({"dicabut_oleh": "Perda 3 Tahun 2019"}, "tidak mencabut dirinya sendiri"),
    ],
)
def test_bad_input_is_answered_in_a_sentence_and_nothing_typed_is_lost(
    rina: Client, fields: dict[str, str], sentence: str
) -> None:
    answer = rina.post(PAGE, {"kunci": "k", **PERDA, **fields})
    page = answer.content.decode()
    assert answer.status_code == 422 and sentence in page
    assert "Himpunan peraturan kantor" in page and not Peraturan.objects.exists()


def test_the_entries_of_another_office_do_not_count(rina: Client, example: ExampleOffice) -> None:
    write(rina)
    assert len(katalog_of(example.office.pk + 1)) == len(katalog_of(example.office.pk)) - 1
