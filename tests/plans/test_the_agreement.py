"""A Perjanjian Kinerja is entered, frozen, signed by two parties, and revised on lawful ground."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from runut.core.findings import Refused
from runut.core.kinerja.perjanjian import Jawab, Pihak
from runut.core.report.papers.perjanjian_kinerja import compose_perjanjian
from runut.files.signing.joint import signatures_in
from runut.files.signing.sign import CertificateSigner
from runut.files.write.paper import write_pdf
from runut.office import clock
from runut.office.acts.sending import Doer, Done
from runut.office.example.office import PASSWORD, ExampleOffice
from runut.office.kinerja.actions import latest_dataset
from runut.office.kinerja.stored import data_of
from runut.office.people.naming import letterhead
from runut.office.plans.actions import signing, writing
from runut.office.plans.models import PerjanjianKinerja, PkSignature
from runut.office.plans.queries import file_of, sesuai_of, signed_of_year
from runut.office.reports.lakip.records import records_of
from runut.office.signing.ways import Secret, signer_of
from runut.office.trust.models import Entry
from runut.office.trust.test_certificates import make_test_certificates
from runut.office.verification.verify import verify_all
from tests.figures.books import client_of
from tests.kantor import MONDAY, kantor

pytestmark = pytest.mark.django_db
ACTS = ["pk.dicatat", "pk.diubah", "pk.dibekukan", "pk.ditandatangani", "pk.ditandatangani"]


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY + timedelta(hours=1))


def _doer(example: ExampleOffice, username: str, minutes: int = 0) -> Doer:
    return Doer(example.people[username], MONDAY + timedelta(minutes=minutes))


def _begun(example: ExampleOffice) -> PerjanjianKinerja:
    """Begun from the figures; both parties are people of this office."""
    assert isinstance(writing.begin(2025, _doer(example, "rina")), Done)
    row = PerjanjianKinerja.objects.get()
    parties = {
        side: Pihak("Jabatan", person.nama, person.pangkat, person.nip)
        for side, person in (
            ("pertama", example.people["andreas"]),
            ("kedua", example.people["hendra"]),
        )
    }
    said = replace(row.says, **parties)
    assert isinstance(writing.change(row, said, row.versi, _doer(example, "rina")), Done)
    return PerjanjianKinerja.objects.get()


def _frozen(example: ExampleOffice) -> PerjanjianKinerja:
    row = _begun(example)
    done = writing.freeze(row, row.versi, _doer(example, "rina"))
    assert isinstance(done, Done), done
    return PerjanjianKinerja.objects.get()


def _signer(example: ExampleOffice, username: str) -> Any:
    found = signer_of(example.people[username], Secret(PASSWORD), MONDAY)
    assert isinstance(found, CertificateSigner), found
    return found


def _sign(example: ExampleOffice, username: str, minutes: int) -> Done | Refused:
    row = PerjanjianKinerja.objects.latest("revisi")
    return signing.sign(row, _doer(example, username, minutes), _signer(example, username))


def _signed() -> tuple[ExampleOffice, PerjanjianKinerja]:
    example = kantor(figures=True)
    make_test_certificates(example.office, MONDAY, passphrase=PASSWORD)
    _frozen(example)
    for minute, username in enumerate(("andreas", "hendra"), start=1):
        assert isinstance(_sign(example, username, minute), Done)
    return example, PerjanjianKinerja.objects.get()


def _scan() -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 60), "white").save(out, "PNG")
    return out.getvalue()


def test_both_parties_sign_one_pdf_and_the_report_agrees_with_it() -> None:
    example, row = _signed()
    assert row.is_signed and row.signatures.count() == 2
    pdf = signing.pdf_of(row)
    assert len(signatures_in(pdf)) == 2
    dataset = latest_dataset(example.office.pk, 2025)
    assert dataset is not None
    assert sesuai_of(example.office.pk, data_of(dataset)).jawab is Jawab.YA
    assert signed_of_year(example.office.pk, 2025) == [row] and file_of(row) == pdf
    (kept,) = records_of(example.office.pk, data_of(dataset)).perjanjian
    assert kept.sha256 == row.tertanda and kept.pk == row.says
    assert [one.cara for one in kept.tanda_tangan] == ["elektronik", "elektronik"]
    lines = Entry.objects.filter(subject=f"pk:{row.pk}").order_by("seq")
    assert list(lines.values_list("kind", flat=True)) == ACTS
    assert verify_all() == ()


def test_before_both_have_signed_nothing_is_said_to_agree() -> None:
    example = kantor(figures=True)
    make_test_certificates(example.office, MONDAY, passphrase=PASSWORD)
    _frozen(example)
    _sign(example, "andreas", 1)
    dataset = latest_dataset(example.office.pk, 2025)
    assert dataset is not None
    assert sesuai_of(example.office.pk, data_of(dataset)).jawab is Jawab.TIDAK_DIPERIKSA
    assert signed_of_year(example.office.pk, 2025) == []


def test_nobody_signs_out_of_turn_or_for_another() -> None:
    example = kantor(figures=True)
    make_test_certificates(example.office, MONDAY, passphrase=PASSWORD)
    _frozen(example)
    early = _sign(example, "hendra", 1)
    assert isinstance(early, Refused) and "giliran" in early.reason
    assert isinstance(_sign(example, "andreas", 2), Done)
    again = _sign(example, "andreas", 3)
    assert isinstance(again, Refused) and not isinstance(_sign(example, "rina", 4), Done)
    assert PkSignature.objects.count() == 1


def test_what_is_frozen_is_not_written_any_more_and_signed_not_opened() -> None:
    example = kantor(figures=True)
    make_test_certificates(example.office, MONDAY, passphrase=PASSWORD)
    row = _frozen(example)
    assert isinstance(writing.change(row, row.says, row.versi, _doer(example, "rina")), Refused)
    _sign(example, "andreas", 1)
    row.refresh_from_db()
    assert isinstance(writing.reopen(row, row.versi, _doer(example, "rina")), Refused)


def test_a_frozen_one_is_opened_while_nobody_has_signed() -> None:
    example = kantor(figures=True)
    row = _frozen(example)
    assert isinstance(writing.reopen(row, row.versi, _doer(example, "rina")), Done)
    row.refresh_from_db()
    assert row.is_draft and row.sha256 == ""


def test_what_is_missing_stops_it_from_being_frozen() -> None:
    example = kantor()
    writing.begin(2026, _doer(example, "rina"))
    row = PerjanjianKinerja.objects.get()
    refused = writing.freeze(row, row.versi, _doer(example, "rina"))
    assert isinstance(refused, Refused) and "Belum ada target" in refused.reason


def test_ink_is_recorded_with_its_scan() -> None:
    example = kantor(figures=True)
    row = _frozen(example)
    day = MONDAY.date()
    refused = signing.record_ink(row, b"bukan", "a.pdf", day, _doer(example, "rina"))
    assert isinstance(refused, Refused)
    later = signing.record_ink(
        row, _scan(), "a.png", day + timedelta(days=9), _doer(example, "rina")
    )
    assert isinstance(later, Refused) and "belum tiba" in later.reason
    assert isinstance(signing.record_ink(row, _scan(), "a.png", day, _doer(example, "rina")), Done)
    row.refresh_from_db()
    assert row.is_signed and signed_of_year(example.office.pk, 2025) == [row]
    assert len(pypdfium2.PdfDocument(file_of(row))) == 1


def test_the_second_party_signs_elsewhere_and_the_very_file_comes_back() -> None:
    example = kantor(figures=True)
    make_test_certificates(example.office, MONDAY, passphrase=PASSWORD)
    row = _frozen(example)
    _sign(example, "andreas", 1)
    row.refresh_from_db()
    sent = signing.pdf_of(row)
    back = signing.add_signature(
        _signer(example, "maria"),
        sent,
        reason="PK",
        location="",
        signer_name="Maria",
        at=MONDAY + timedelta(minutes=2),
    )
    rina = _doer(example, "rina", 3)
    paper = compose_perjanjian(replace(row.says, kota="Lain"), letterhead(example.office))
    other = write_pdf(paper, created=MONDAY)
    for who in ("andreas", "maria"):
        other = signing.add_signature(
            _signer(example, who), other, reason="PK", location="", signer_name=who, at=MONDAY
        )
    for foreign in (other, sent, b"%PDF-1.7" + back, back.replace(b"Pontianak", b"Pontianal")):
        assert isinstance(signing.take_signed_elsewhere(row, foreign, rina), Refused)
    assert isinstance(signing.take_signed_elsewhere(row, back, rina), Done)
    row.refresh_from_db()
    assert row.is_signed


def test_a_revision_needs_its_lawful_ground_and_the_old_one_counts_until_it_is_signed() -> None:
    example, row = _signed()
    rina = _doer(example, "rina", 9)
    assert isinstance(writing.revise(row, "", "", rina), Refused)
    assert isinstance(writing.revise(row, "cuaca", "Hujan", rina), Refused)
    assert isinstance(writing.revise(row, "strategi", "Anggaran bergeser.", rina), Done)
    newest = PerjanjianKinerja.objects.latest("revisi")
    assert (newest.revisi, newest.says.dasar, newest.is_draft) == (1, "strategi", True)
    said = newest.says
    other = replace(said.janji[0], target="12")
    writing.change(newest, replace(said, janji=(other, *said.janji[1:])), newest.versi, rina)
    dataset = latest_dataset(example.office.pk, 2025)
    assert dataset is not None
    assert sesuai_of(example.office.pk, data_of(dataset)).jawab is Jawab.YA


def test_the_pages_lead_from_the_year_to_the_signature() -> None:
    example = kantor(figures=True)
    make_test_certificates(example.office, MONDAY, passphrase=PASSWORD)
    client = client_of(example, "rina")
    url = client.post("/kinerja/pk/", {"kunci": "a", "tahun": "2025"}).url
    page = client.get(f"{url}isi/")
    fields = {one.html_name: one.value() or "" for one in page.context["form"]}
    hendra = example.people["hendra"]
    fields |= {
        "kedua_nama": hendra.nama,
        "kedua_nip": hendra.nip,
        "tanggal": "2025-01-10",
        "t0_target": "90 dari 100 acara",
        "t0_renja": "91",
    }
    short = client.post(f"{url}isi/", {**fields, "kedua_nip": "123", "kunci": "x"})
    assert short.status_code == 422 and "18 angka" in short.content.decode()
    assert client.post(f"{url}isi/", {**fields, "kunci": "b"}).url == url
    row = PerjanjianKinerja.objects.get()
    assert row.says.janji[0].target == "90 dari 100 acara" and row.says.janji[0].renja == "91"
    shown = client.get(url).content.decode()
    assert "belum ditandatangani" in shown and "90 dari 100 acara" in shown
    frozen = {"kunci": "c", "tindakan": "beku", "versi": row.versi}
    assert client.post(url, frozen).url == url
    assert client.get(f"{url}naskah.pdf").content.startswith(b"%PDF")
    first = client_of(example, "andreas")
    assert "Tandatangani sebagai" in first.get(url).content.decode()
    wrong = {"kunci": "d", "tindakan": "tandatangan", "sandi": "salah"}
    answer = first.post(url, wrong)
    assert answer.status_code == 422 and "Frasa sandi" in answer.content.decode()
    assert first.post(url, {**wrong, "kunci": "e", "sandi": PASSWORD}).url == url
    scan = {"kunci": "f", "tindakan": "basah", "tertanda": "2025-01-12"}
    file = SimpleUploadedFile("a.png", _scan())
    assert client.post(url, {**scan, "berkas": file}).status_code == 422
    assert client_of(example, "hendra").post(url, {**wrong, "kunci": "g", "sandi": PASSWORD}).url
    row.refresh_from_db()
    assert row.is_signed and "berbeda" in client.get(url).content.decode()


def test_a_stranger_begins_and_freezes_nothing() -> None:
    example = kantor(figures=True)
    assert isinstance(writing.begin(2025, _doer(example, "sari")), Refused)
    row = _begun(example)
    assert isinstance(writing.freeze(row, row.versi, _doer(example, "sari")), Refused)
    assert not client_of(example, "sari").get(f"/kinerja/pk/{row.pk}/").context["forms"]


@pytest.mark.parametrize(
    ("field", "value"), [("isi", {}), ("sha256", "0" * 64), ("tertanda", "0" * 64)]
)
def test_what_somebody_changed_behind_the_office_is_named(field: str, value: Any) -> None:
    _, row = _signed()
    if field == "isi":
        said = replace(row.says, janji=(replace(row.says.janji[0], target="1"),))
        value = said.to_dict()
    PerjanjianKinerja.objects.filter(pk=row.pk).update(**{field: value})
    assert {one.kode for one in verify_all()} & {"pk.berbeda"}
