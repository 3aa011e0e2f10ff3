"""A draft that goes to Word and comes back, for the walks of the security tests."""

import random
from typing import TYPE_CHECKING, Any

from django.conf import settings

from runut.core.report.lakip.keys import SIMPULAN
from runut.files.store import get, put
from runut.office.acts.sending import Doer, Done
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.word_copies.actions.leaving import make_copy
from runut.office.word_copies.models import WordCopy, WordReturn
from tests.kantor import MONDAY
from tests.security.walking import ReadAgain
from tests.word.copies import Copy, read
from tests.word.editing import Hand

if TYPE_CHECKING:
    from tests.security.test_acts_by_the_wrong_person import Walking

MAY: dict[str, set[str]] = {
    "laporan_word": {"tim", "tim lain"},
    "laporan_word_kembali": {"tim", "tim lain"},
}


def a_copy_came_back(example: ExampleOffice, case: Case, letter: str) -> None:
    """A copy and a file that came back from it, which proposes nothing."""
    who = example.people["budi"]
    sha256 = put(settings.FILES_DIR, b"berkas Word")
    copy = WordCopy.objects.create(
        office=example.office,
        case=case,
        kode=f"{letter.upper()}BCDEFGHJK",
        sha256=sha256,
        bagian=[],
        angka={},
        dibuat_oleh=who,
        dibuat_pada=MONDAY,
    )
    WordReturn.objects.create(
        office=example.office,
        copy=copy,
        sha256=sha256,
        berkas="hasil.docx",
        dasar={},
        diunggah_oleh=who,
        diunggah_pada=MONDAY,
    )


def of_word(case: Case) -> dict[str, Any]:
    copy = WordCopy.objects.get(case=case)
    return {"copy_kode": copy.kode, "return_id": WordReturn.objects.get(copy=copy).pk}


def words_from_word(walking: "Walking") -> None:
    """Sent back and decided about by those who write the text, and by nobody else."""
    case, at = walking.case, f"/laporan/{walking.case.pk}/word/"
    doer = Doer(walking.example.people["budi"], walking.now)
    assert isinstance(make_copy(case.pk, doer), Done)
    row = WordCopy.objects.get(case=case)
    docx = get(settings.FILES_DIR, row.sha256)
    words = {one["no"]: one["teks"] for one in row.bagian}
    number = next(one["no"] for one in row.bagian if one["key"] == SIMPULAN)
    hand = Hand(Copy(docx, words, row.angka, read(docx)), random.Random(1))
    hand.set_text(hand.paragraphs(number)[0], "Kinerja tahun ini sangat baik.")
    data = hand.save()
    walking.nonsense("tim", at)
    url = walking.do("tim", at, "laporan_word", berkas=ReadAgain("hasil.docx", data))
    walking.nonsense("tim", url)
    walking.do("tim", url, "laporan_word_kembali", tindakan="terima:1")
