"""Kantor, Templat naskah: handed in, looked at, used, left again; and the paper made by it."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pypdf import PdfReader

from runut.core.report.templates.samples import sample
from runut.files.read.libreoffice import is_installed
from runut.office.example.office import ExampleOffice
from runut.office.paper_templates import drawing
from runut.office.paper_templates.drawing import draw
from runut.office.paper_templates.models import TemplateUse, TemplateVersion
from runut.office.paper_templates.queries import made_by
from runut.office.people.models import Office
from runut.office.people.naming import letterhead
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.kantor import MONDAY, kantor
from tests.paper_templates.word import our_template, replaced, said_by

pytestmark = pytest.mark.django_db
PAGE = "/kantor/naskah/templat/undangan/"
OURS = "Demikian undangan ini"


@pytest.fixture
def example() -> ExampleOffice:
    return kantor()


def browser(example: ExampleOffice, name: str = "rina") -> Client:
    client = Client()
    client.force_login(example.people[name])
    return client


def hand_in(client: Client, data: bytes, key: str = "k1", page: str = PAGE) -> Any:
    file = SimpleUploadedFile("undangan kantor.docx", data)
    return client.post(page, {"kunci": key, "berkas": file})


def use(client: Client, versi: int, key: str = "p1") -> Any:
    return client.post(f"{PAGE}pakai/", {"kunci": key, "versi": versi})


def mine() -> bytes:
    return replaced(our_template(), OURS, "Dengan hormat, undangan ini")


def last() -> Entry:
    return Entry.objects.latest("seq")


def test_a_template_is_kept_as_a_version_and_used_only_when_somebody_says_so(
    example: ExampleOffice,
) -> None:
    client = browser(example)
    assert hand_in(client, mine()).status_code == 302
    version = TemplateVersion.objects.get()
    assert (version.versi, version.dipakai, version.berkas) == (1, False, "undangan kantor.docx")
    assert (last().kind, last().document) == ("kantor.templat_diunggah", version.sha256)
    assert use(client, 1).status_code == 302
    assert TemplateVersion.objects.get().dipakai
    assert last().kind == "kantor.templat_dipakai"
    words = client.get(PAGE).content.decode()
    assert "templat kantor versi 1" in words
    history = client.get("/kantor/riwayat/").content.decode()
    assert "memakai templat surat undangan versi 1" in history


def test_going_back_keeps_the_versions_and_an_older_one_can_be_used_again(
    example: ExampleOffice,
) -> None:
    client = browser(example)
    for n in (1, 2):
        hand_in(client, mine(), f"k{n}")
        use(client, n, f"p{n}")
    use(client, 0, "p3")
    assert not TemplateVersion.objects.filter(dipakai=True).exists()
    assert last().kind == "kantor.templat_dilepas"
    use(client, 1, "p4")
    assert TemplateVersion.objects.get(dipakai=True).versi == 1
    assert TemplateVersion.objects.count() == 2


def test_a_form_sent_twice_keeps_one_version(example: ExampleOffice) -> None:
    client = browser(example)
    hand_in(client, mine())
    hand_in(client, mine())
    assert TemplateVersion.objects.count() == 1


def test_a_template_with_faults_is_not_kept_and_each_fault_is_shown_with_its_place(
    example: ExampleOffice,
) -> None:
    wrong = replaced(our_template(), "{{hal}}", "{{hall}}")
    answer = hand_in(browser(example), wrong)
    words = answer.content.decode()
    assert answer.status_code == 422
    assert not TemplateVersion.objects.exists()
    assert "{{hall}} pada isi naskah, tabel 1, baris 4, kolom 3" in words
    assert "Mungkin maksudnya {{hal}}." in words


@pytest.mark.parametrize("data", [b"", b"bukan word", b"PK\x03\x04", our_template()[:900]])
def test_any_file_gets_an_answer(example: ExampleOffice, data: bytes) -> None:
    assert hand_in(browser(example), data).status_code == 422
    assert not TemplateVersion.objects.exists()


def test_only_who_keeps_the_office_has_these_pages(example: ExampleOffice) -> None:
    client = browser(example, "dewi")
    for address in ("/kantor/naskah/templat/", PAGE, f"{PAGE}templat-runut.docx"):
        answer = client.get(address)
        assert answer.status_code == 403
        assert "diatur oleh" in answer.content.decode()
    assert hand_in(client, mine()).status_code == 403
    assert use(client, 1).status_code == 403


def test_the_templates_of_another_office_do_not_exist(example: ExampleOffice) -> None:
    hand_in(browser(example), mine())
    TemplateVersion.objects.update(office=Office.objects.create(nama="Lain", kode="L"))
    client = browser(example)
    assert client.get(f"{PAGE}1/contoh.docx").status_code == 404
    assert client.get(f"{PAGE}1/templat.docx").status_code == 404
    assert use(client, 1).status_code == 404
    assert client.get("/kantor/naskah/templat/surat_cinta/").status_code == 404


def test_our_template_is_handed_out_and_its_names_are_listed(example: ExampleOffice) -> None:
    client = browser(example)
    data = b"".join(client.get(f"{PAGE}templat-runut.docx"))
    assert "Yth. {{kepada}}" in said_by(data)
    assert example.office.kop[-1] in said_by(data)
    words = client.get(PAGE).content.decode()
    for name in ("{{nomor}}", "{{undangan.jabatan}}", "{{tembusan.nama}}", "{{no}}", "{{bila"):
        assert name in words


def test_a_sample_shows_a_version_before_it_is_used(example: ExampleOffice) -> None:
    client = browser(example)
    hand_in(client, mine())
    words = said_by(client.get(f"{PAGE}1/contoh.docx").content)
    assert any(one.startswith("Dengan hormat, undangan ini") for one in words)
    assert "Undangan rapat contoh" in words


@pytest.mark.skipif(not is_installed(), reason="LibreOffice is not on this computer")
def test_the_pdf_of_a_paper_is_printed_from_the_office_s_own_word_file(
    example: ExampleOffice,
) -> None:
    client = browser(example)
    hand_in(client, mine())
    use(client, 1)
    paper = sample("undangan", letterhead(example.office), "Pontianak", MONDAY.date())
    drawn = draw(paper, example.office, MONDAY)
    assert drawn.use is not None
    drawn.use.keep("KODE")
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(drawn.files["pdf"])).pages)
    assert "Dengan hormat, undangan ini" in " ".join(text.split())
    assert "dicetak dari DOCX oleh LibreOffice" in made_by(example.office.pk, "KODE")
    assert drawn.use.facts()["versi"] == 1


def test_without_libreoffice_the_pdf_is_ours_and_that_is_said(
    example: ExampleOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "print_docx", lambda data: None)
    client = browser(example)
    hand_in(client, mine())
    use(client, 1)
    paper = sample("undangan", letterhead(example.office), "Pontianak", MONDAY.date())
    drawn = draw(paper, example.office, MONDAY)
    assert drawn.use is not None
    drawn.use.keep("KODE")
    assert drawn.files["pdf"].startswith(b"%PDF")
    assert "PDF digambar Runut" in made_by(example.office.pk, "KODE")


def test_a_template_that_was_lost_does_not_hold_up_a_paper(example: ExampleOffice) -> None:
    client = browser(example)
    hand_in(client, mine())
    use(client, 1)
    TemplateVersion.objects.update(sha256="0" * 64)
    paper = sample("undangan", letterhead(example.office), "Pontianak", MONDAY.date())
    drawn = draw(paper, example.office, MONDAY, ["docx"])
    assert any(one.startswith(OURS) for one in said_by(drawn.files["docx"]))
    assert drawn.use is not None
    assert drawn.use.docx == "runut"


def test_a_paper_of_another_kind_or_office_is_laid_out_as_before(example: ExampleOffice) -> None:
    client = browser(example)
    hand_in(client, mine())
    use(client, 1)
    paper = sample("notula", letterhead(example.office), "Pontianak", MONDAY.date())
    assert draw(paper, example.office, MONDAY, ["docx"]).use is None
    assert draw(paper, None, MONDAY, ["docx"]).use is None
    other = Office.objects.create(nama="Lain", kode="L")
    letter = sample("undangan", letterhead(example.office), "Pontianak", MONDAY.date())
    assert draw(letter, other, MONDAY, ["docx"]).use is None
    assert not TemplateUse.objects.exists()


def test_verify_finds_a_template_that_was_exchanged_or_put_to_use_behind_the_chain(
    example: ExampleOffice,
) -> None:
    client = browser(example)
    hand_in(client, mine())
    hand_in(client, our_template(), "k2")
    use(client, 1)
    assert not verify_all()
    TemplateVersion.objects.filter(versi=1).update(dipakai=False)
    TemplateVersion.objects.filter(versi=2).update(sha256="0" * 64)
    kodes = {one.kode for one in verify_all()}
    assert {"templat.berbeda", "dokumen.berubah"} <= kodes
