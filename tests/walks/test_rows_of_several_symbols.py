"""SOPs whose rows hold several symbols, with loops inside, walked to their end in the browser."""

import pytest

from runut.files.write.docx.sop import docx_of_sop
from runut.office.cases.models import Document
from tests.sop_cases.ten_rows import TEN
from tests.walks.walking import Walker

IN_CI = ("putaran kembali ke keputusan", "keputusan di tengah", "dua jawaban, satu ke luar")


def walk(office_open: Walker, name: str, *, files: bool) -> None:
    walked = office_open.walk(docx_of_sop(TEN[name]), f"{name}.docx", files=files)
    assert walked.taken >= walked.exits


@pytest.mark.parametrize("name", IN_CI)
def test_it_is_walked_to_its_end_and_every_answer_is_given(name: str, office_open: Walker) -> None:
    walk(office_open, name, files=True)


@pytest.mark.gate
@pytest.mark.parametrize("files", [True, False], ids=["files", "words"])
@pytest.mark.parametrize("name", TEN)
def test_all_ten_with_files_and_with_words(name: str, office_open: Walker, *, files: bool) -> None:
    walk(office_open, name, files=files)


def test_who_mends_in_the_row_hands_in_a_file_and_who_leads_takes_it_over(
    office_open: Walker,
) -> None:
    case = office_open.started(docx_of_sop(TEN["putaran kembali ke keputusan"]), "putaran.docx")
    staf, kasi = office_open.holder("Staf"), office_open.holder("Kasi")
    two = f"/pelaksanaan/{case}/langkah/2/"
    first = staf.press(staf.go(f"/pelaksanaan/{case}/langkah/1/"))
    assert not first.errors, first.errors
    asked = kasi.go(two)
    assert "Tidak: ke Staf pada langkah ini, lalu diputuskan lagi" in asked.tree.text_content()
    kasi.press(asked, "Tidak", leaves=("berkas_0", "hasil_0"))
    assert "giliran Staf" in kasi.go(f"/pelaksanaan/{case}/").tree.text_content()
    mends = staf.go(two)
    assert "Berkas: B (bila ada)" in mends.tree.text_content()
    staf.press(mends)
    assert "giliran Kasi" in kasi.go(f"/pelaksanaan/{case}/").tree.text_content()
    leads = kasi.go(two)
    assert "Sudah diserahkan pelaksana lain" in leads.tree.text_content()
    kasi.press(leads, "Ya", leaves=("berkas_0", "hasil_0"))
    assert "Mengarsipkan berkas" in staf.go(f"/pelaksanaan/{case}/langkah/3/").heading
    assert Document.objects.filter(case_id=case, no="2", nama="B").count() == 1
