"""The printed code leads to the truth about the paper: draft, checked, signed, replaced."""

import io

import pypdf
import pytest
from django.test import Client

from runut.core.report.lakip.keys import SIMPULAN
from runut.office.acts.sending import Done
from runut.office.cases.documents import stored_bytes
from runut.office.cases.models import Case
from runut.office.reports.models import Correction
from runut.office.verification.queries import known_document
from runut.office.verification.verify import verify_all
from runut.office.works.laporan.correcting import start_correction
from tests.textlife.living import Living
from tests.textlife.stations import living_at

pytestmark = pytest.mark.django_db


def words(data: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return "\n".join(page.extract_text() for page in pages)


def public(kode: str) -> str:
    answer = Client().get(f"/v/{kode}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_draft_and_signed_report_are_one_paper_under_one_code_and_a_ralat_replaces_it() -> None:
    living = living_at("tandatangan")
    first, draft = living.draft.case.documents.filter(jenis="draft_akhir").order_by("versi")

    # the frozen bytes claim nothing; the copy that goes about says DRAF on every page
    frozen, copy = words(stored_bytes(draft, "pdf")), stored_bytes(draft, "drafpdf")
    assert "Ditandatangani secara elektronik" not in frozen
    assert "DRAF" not in frozen.replace("DRAFT", "")
    flat = " ".join(frozen.split())
    assert "Tanda tangan elektronik: periksa keaslian" in flat
    assert "SERTIFIKAT UJI, tanpa kekuatan hukum" in flat
    for page in pypdf.PdfReader(io.BytesIO(copy)).pages:
        assert "DRAF" in page.extract_text().replace("DRAFT", "")
    assert "drafdocx" in {f.format for f in draft.files.all()}
    check = living.step_page("andreas", "9")
    assert f"/dokumen/{draft.pk}/drafpdf" in check and "PDF (DRAF)" in check

    assert "Masih draf" in public(draft.kode)
    assert "Draf lama, sudah diganti" in public(first.kode) and draft.kode in public(first.kode)

    assert isinstance(living.sign(), Done)
    signed = living.signed
    assert signed.printed_code == draft.kode
    assert draft.kode in words(stored_bytes(signed, "pdf"))
    assert stored_bytes(signed, "pdf").startswith(stored_bytes(draft, "pdf"))
    assert not {f.format for f in signed.files.all()} & {"drafpdf", "drafdocx"}
    # both codes open the same truth, and the button shows the printed one
    for kode in (draft.kode, signed.kode):
        page = public(kode)
        assert f"Kode {draft.kode}" in page and "Tanda tangan utuh" in page
        assert "Ditandatangani" in page and "Diperiksa: 2 paraf" in page
    case_page = living.page("rina", f"/pelaksanaan/{living.row.pk}/")
    assert f"/v/{draft.kode}/" in case_page and signed.kode not in case_page

    ralat = correct(living)
    known = known_document(draft.kode)
    assert known is not None and known.replaced_by == ralat.draft.kode
    old, new = public(draft.kode), public(ralat.draft.kode)
    assert "Sudah diganti dengan ralat" in old and ralat.draft.kode in old
    assert "Salah ketik pada simpulan." in old
    assert "Tanda tangan utuh" in old  # it stays what it was
    assert draft.kode in new and "Sudah diganti" not in new
    assert f"RALAT atas laporan berkode {draft.kode}" in words(stored_bytes(ralat.draft, "pdf"))
    assert verify_all() == ()

    Correction.objects.update(alasan="Tidak apa-apa.")
    assert {one.kode for one in verify_all()} == {"ralat.berbeda", "baris.diubah"}


def correct(living: Living) -> Living:
    """The ralat: begun by its writer, written, checked and signed like its predecessor."""
    nobody = start_correction(living.row.pk, living.doer("dewi"), "Ingin saja.")
    wordless = start_correction(living.row.pk, living.doer("budi"), " ")
    begun = start_correction(living.row.pk, living.doer("budi"), "Salah ketik pada simpulan.")
    again = start_correction(living.row.pk, living.doer("rina"), "Sekali lagi.")
    assert isinstance(begun, Done)
    assert [getattr(one, "kode", "") for one in (nobody, wordless)] == [
        "bukan_pelaksana",
        "tanpa_alasan",
    ]
    assert getattr(again, "kode", "") in {"bukan_pelaksana", "sudah_diralat"}
    assert "Sedang diralat" in public(living.draft.kode)

    ralat = Living.__new__(Living)
    ralat.example, ralat.clock = living.example, living.clock
    ralat.row = Case.objects.exclude(pk=living.row.pk).get()
    assert ralat.case.state.open_steps == ("6",)
    assert ralat.row.sop_version_id == living.row.sop_version_id
    before = living.row.texts.filter(key=SIMPULAN).latest("versi").teks
    assert ralat.row.texts.filter(key=SIMPULAN).latest("versi").teks == before
    assert isinstance(ralat.write("budi", f"{before} Ralat."), Done)
    assert living.row.texts.filter(key=SIMPULAN).latest("versi").teks == before
    # what was decided on the sentences of Runut came along
    assert isinstance(ralat.freeze(takes_rest=False), Done)
    panel = ralat.step_page("rina", "7")
    assert "Ralat." in panel and "perubahan terhadap versi 2" in panel
    ralat.paraf("7", "rina")
    ralat.paraf("8", "hendra")
    assert isinstance(ralat.sign(), Done)
    return ralat
