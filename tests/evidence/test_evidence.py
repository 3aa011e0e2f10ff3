"""Evidence of figures: kept whole, by the keeper or by the unit; shown where the figure is."""

import io
from hashlib import sha256

import openpyxl
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.test import Client, RequestFactory

from runut.core.findings import Refused
from runut.files.store import get
from runut.office.acts.sending import Done
from runut.office.evidence import actions
from runut.office.evidence.actions import Figure, Handed, keep_evidence, upload_evidence
from runut.office.evidence.models import Evidence
from runut.office.evidence.queries import bukti_of_year
from runut.office.trust.models import Entry
from tests.packs.paket import KEEPER, OTHER, TAHUN, Kantor, page, visitor

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\nbukti"


def figure(kantor: Kantor, indikator_id: str = "IKU-2", triwulan: int = 3) -> Figure:
    return Figure(kantor.example.office.pk, TAHUN, triwulan, indikator_id)


def keep(kantor: Kantor, data: bytes = PDF, nama: str = "survei.pdf") -> Done | Refused:
    return upload_evidence(figure(kantor), data, nama, kantor.doer())


def xlsx() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "nama"), [(PDF, "survei.pdf"), (xlsx(), "rekap.xlsx"), (b"\xff\xd8\xffx", "foto.JPG")]
)
def test_a_file_is_kept_as_it_is_and_stands_in_the_chain(
    kantor: Kantor,
    data: bytes,
    nama: str,
) -> None:
    assert isinstance(keep(kantor, data, nama), Done)
    row = Evidence.objects.get()
    assert (row.nama, row.sha256, row.size_bytes) == (nama, sha256(data).hexdigest(), len(data))
    assert get(settings.FILES_DIR, row.sha256) == data
    line = Entry.objects.get(kind="bukti.diunggah")
    assert row.sha256 in (line.document, line.payload)


@pytest.mark.parametrize(
    ("data", "nama", "words"),
    [
        (b"MZ", "program.exe", "tidak diterima"),
        (b"<svg/>", "gambar.svg", "tidak diterima"),
        (b"bukan pdf", "x.pdf", "bukan berkas .pdf"),
        (b"%PDF-" + b"x" * actions.LARGEST_BYTES, "besar.pdf", "lebih besar dari 10 MB"),
    ],
)
def test_what_is_not_taken_is_refused_with_what_to_do(
    kantor: Kantor,
    data: bytes,
    nama: str,
    words: str,
) -> None:
    answer = keep(kantor, data, nama)
    assert isinstance(answer, Refused) and words in answer.reason
    assert not Evidence.objects.exists()


def test_a_name_that_hides_something_is_cleaned(kantor: Kantor) -> None:
    keep(kantor, PDF, "../../etc/su\u202ervei\x00.pdf")
    assert Evidence.objects.get().nama == "survei.pdf"


def test_the_same_file_counts_once_and_there_is_an_end(kantor: Kantor) -> None:
    for _ in range(2):
        keep(kantor)
    assert Evidence.objects.count() == 1
    for number in range(actions.MOST_OF_A_FIGURE - 1):
        assert isinstance(keep(kantor, PDF + bytes([number])), Done)
    answer = keep(kantor, PDF + b"lagi")
    assert isinstance(answer, Refused) and "Sudah ada 10" in answer.reason


def test_withdrawn_it_is_not_shown_and_not_lost(kantor: Kantor) -> None:
    keep(kantor)
    client = Client()
    client.force_login(kantor.example.people[KEEPER])
    row = Evidence.objects.get()
    url = f"/kinerja/bukti/berkas/{row.pk}/"
    assert client.get(url).headers["Content-Disposition"].startswith("attachment")
    without = client.post(f"{url}tarik/", {"kunci": "a", "alasan": ""})
    assert without.status_code == 422
    assert client.post(f"{url}tarik/", {"kunci": "b", "alasan": "Salah berkas"}).status_code == 302
    assert client.get(url).status_code == 404
    assert bukti_of_year(row.office_id, TAHUN, []) == ()
    assert get(settings.FILES_DIR, row.sha256) == PDF
    assert isinstance(keep(kantor), Done)  # handed in again it counts again


def test_only_the_keeper_adds_and_others_look(kantor: Kantor) -> None:
    keep(kantor)
    client = Client()
    client.force_login(kantor.example.people[OTHER])
    url = f"/kinerja/bukti/{TAHUN}/?indikator=IKU-2"
    assert "survei.pdf" in page(client, url) and "Tambah bukti" not in page(client, url)
    sent = {"kunci": "a", "triwulan": "3", "berkas": SimpleUploadedFile("b.pdf", PDF + b"b")}
    assert client.post(url, sent).status_code == 403
    row = Evidence.objects.get()
    assert client.get(f"/kinerja/bukti/berkas/{row.pk}/tarik/").status_code == 403


def test_a_unit_hands_it_in_by_its_link(kantor: Kantor) -> None:
    kantor.open()
    client, url = visitor(kantor.send())
    sent = {"angka_0": "97,5", "bukti_0": SimpleUploadedFile("survei.pdf", PDF)}
    assert client.post(url, sent).status_code == 302
    row = Evidence.objects.get()
    assert (row.indikator_id, row.triwulan, row.diunggah_oleh) == ("IKU-2", 3, None)
    assert "Bagian Protokol" in row.melalui
    assert "Bukti tersimpan: survei.pdf" in page(client, url)
    bad = client.post(url, {"angka_0": "97,5", "bukti_0": SimpleUploadedFile("x.exe", b"MZ")})
    assert bad.status_code == 422 and "tidak diterima" in bad.content.decode()


def test_the_annex_lists_it_in_the_order_of_the_indicators(kantor: Kantor) -> None:
    at = kantor.now
    for one, quarter, name in (("IK-3", 0, "c.pdf"), ("IKU-2", 4, "b.pdf"), ("IKU-2", 1, "a.pdf")):
        handed = Handed(PDF + name.encode(), name, None, "Paket", at)
        assert isinstance(keep_evidence(figure(kantor, one, quarter), handed), Evidence)
    rows = bukti_of_year(kantor.example.office.pk, TAHUN, ["IKU-1", "IKU-2", "IK-3"])
    assert [(r.indikator_id, r.kapan, r.nama) for r in rows] == [
        ("IKU-2", "TW I", "a.pdf"),
        ("IKU-2", "TW IV", "b.pdf"),
        ("IK-3", "setahun", "c.pdf"),
    ]


def test_a_page_shows_it_beside_the_figure_asking_once(
    kantor: Kantor,
    django_assert_num_queries: object,
) -> None:
    keep(kantor)
    request = RequestFactory().get("/")
    request.user = kantor.example.people[KEEPER]
    text = "{% load bukti %}{% bukti 2025 'IKU-2' %}{% bukti 2025 'IK-3' %}"
    assert callable(django_assert_num_queries)
    with django_assert_num_queries(1):
        html = Template(text).render(Context({"request": request}))
    assert "survei.pdf" in html and html.count("Tambah bukti") == 1
