"""Two people write one report, one of them in Word: suggestions, rights, older copies."""

import random
from dataclasses import dataclass

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from runut.core.findings import Refused
from runut.core.report.lakip.keys import SIMPULAN
from runut.files.store import get
from runut.office.acts.forms import new_key
from runut.office.reports.authorship import authors_of
from runut.office.reports.models import SectionText
from runut.office.reports.queries import latest_texts
from runut.office.verification.verify_rows import verify_rows
from runut.office.word_copies.actions.deciding import decide_suggestions
from runut.office.word_copies.actions.leaving import make_copy
from runut.office.word_copies.actions.returning import take_back
from runut.office.word_copies.models import Suggestion, WordCopy, WordReturn
from tests.textlife.living import Living
from tests.textlife.stations import living_at
from tests.word.copies import Copy, read
from tests.word.editing import Hand

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15
State = Suggestion.Keadaan
WORDS = "Kinerja cukup baik.\nDua sasaran tercapai, satu tertunda.\nSelesai."


@dataclass
class Desk:
    """A case in which Budi writes in the browser, and he or Sari in Word."""

    living: Living

    def copy(self, who: str = "budi") -> WordCopy:
        answer = make_copy(self.living.row.pk, self.living.doer(who))
        assert not isinstance(answer, Refused), answer
        return WordCopy.objects.latest("pk")

    def hand(self, row: WordCopy) -> Hand:
        docx = get_bytes(row.sha256)
        words = {one["no"]: one["teks"] for one in row.bagian}
        return Hand(Copy(docx, words, row.angka, read(docx)), random.Random(1))

    def number(self, row: WordCopy, key: str = SIMPULAN) -> int:
        return next(one["no"] for one in row.bagian if one["key"] == key)

    def back(self, data: bytes, who: str = "budi", **more: bool) -> object:
        doer = self.living.doer(who)
        return take_back(self.living.row.pk, doer, data=data, berkas="hasil.docx", **more)

    def decide(self, verdict: Suggestion.Keadaan, *numbers: int, who: str = "budi") -> object:
        row = WordReturn.objects.latest("pk")
        chosen = numbers or row.suggestions.values_list("nomor", flat=True)
        return decide_suggestions(row.pk, chosen, verdict, self.living.doer(who))

    @property
    def text(self) -> str:
        return latest_texts(self.living.row)[SIMPULAN]


def code(answer: object) -> str:
    return answer.kode if isinstance(answer, Refused) else "done"


def get_bytes(sha256: str) -> bytes:
    from django.conf import settings  # noqa: PLC0415 - the settings of the running test

    return get(settings.FILES_DIR, sha256)


@pytest.fixture
def desk() -> Desk:
    living = Living()
    living.write("budi", WORDS)
    return Desk(living)


def test_an_edited_copy_becomes_suggestions_and_the_accepted_ones_words(desk: Desk) -> None:
    row = desk.copy()
    hand, number = desk.hand(row), desk.number(row)
    hand.set_text(hand.paragraphs(number)[0], "Kinerja sangat baik.")
    hand.paragraphs(number)[2].getparent().remove(hand.paragraphs(number)[2])
    hand.alter_figure()
    answer = desk.back(hand.save())
    assert not isinstance(answer, Refused | tuple), answer
    assert desk.text == WORDS, "nothing changes until somebody decides"

    said = [(one.jenis, one.sebelum, one.sesudah) for one in Suggestion.objects.order_by("nomor")]
    assert said[:2] == [("teks", "cukup", "sangat"), ("teks", "Selesai.\n", "")]
    assert said[2][0] == "angka" and (said[2][1], said[2][2]) in hand.altered_at_last
    desk.decide(State.DITERIMA, 1)
    desk.decide(State.DITOLAK, 2)
    assert desk.text == WORDS.replace("cukup", "sangat")
    assert isinstance(desk.decide(State.DITERIMA, 3), Refused), "a figure is never taken"
    desk.decide(State.DIBACA, 3)
    assert not Suggestion.objects.filter(keadaan=State.TERBUKA).exists()
    assert list(verify_rows(desk.living.example.office)) == []


def test_words_written_in_the_browser_meanwhile_stay_and_a_clash_is_shown(desk: Desk) -> None:
    row = desk.copy()
    hand, number = desk.hand(row), desk.number(row)
    hand.set_text(hand.paragraphs(number)[0], "Kinerja sangat baik.")
    hand.set_text(hand.paragraphs(number)[2], "Selesai sudah.")
    desk.back(hand.save())
    desk.living.write("budi", WORDS.replace("cukup baik", "memuaskan").replace("Dua", "Tiga"))
    desk.decide(State.DITERIMA)
    assert desk.text.splitlines() == [
        "Kinerja memuaskan.",
        "Tiga sasaran tercapai, satu tertunda.",
        "Selesai sudah.",
    ]
    open_ = Suggestion.objects.get(keadaan=State.TERBUKA)
    page = desk.living.page("budi", f"/laporan/{desk.living.row.pk}/word/{open_.returned_id}/")
    assert "Gabungkan dengan tangan" in page and "memuaskan" in page
    desk.decide(State.DIGABUNG, open_.nomor)
    assert not Suggestion.objects.filter(keadaan=State.TERBUKA).exists()


def test_a_file_of_another_report_or_without_a_code_is_told_so(desk: Desk) -> None:
    row = desk.copy()
    docx = get_bytes(row.sha256)

    def answer(old: bytes, new: bytes) -> str:
        hand = desk.hand(row)
        for name, data in hand.files.items():
            hand.files[name] = data.replace(old, new)
        hand.root.getroottree()
        found = desk.back(hand.save())
        assert isinstance(found, Refused), found
        return found.kode

    assert answer(row.kode.encode(), b"ZZZZZZZZZZ") == "kantor_lain"
    assert answer(b"SALINAN SUNTING", b"NASKAH") == "tanpa_kode"
    unchanged = desk.back(docx)
    assert isinstance(unchanged, Refused) and unchanged.kode == "tanpa_perubahan"
    problems = desk.back(b"PK\x03\x04 bukan berkas")
    assert isinstance(problems, tuple) and problems


def test_who_only_reads_neither_copies_nor_decides_and_frozen_is_frozen() -> None:
    desk = Desk(living_at("sempurnakan"))
    desk.living.write("budi", WORDS)
    row = desk.copy()
    hand = desk.hand(row)
    hand.set_text(hand.paragraphs(desk.number(row))[0], "Kinerja sangat baik.")
    data = hand.save()
    assert code(make_copy(desk.living.row.pk, desk.living.doer("rina"))) == "bukan_pelaksana"
    assert code(desk.back(data, "rina")) == "bukan_pelaksana"
    desk.back(data)
    assert code(desk.decide(State.DITERIMA, who="rina")) == "bukan_pelaksana"
    desk.living.freeze()
    assert code(desk.decide(State.DITERIMA)) == "naskah_beku"
    assert code(desk.back(data)) == "naskah_beku"
    assert desk.text == WORDS


def test_whose_words_were_taken_is_an_author_too(desk: Desk) -> None:
    row = desk.copy("sari")
    hand = desk.hand(row)
    hand.set_text(hand.paragraphs(desk.number(row))[0], "Kinerja sangat baik.")
    desk.back(hand.save(), "sari")
    desk.decide(State.DITERIMA, who="budi")
    last, sari = SectionText.objects.latest("pk"), desk.living.example.people["sari"]
    assert (last.ditulis_oleh.username, last.usul_dari) == ("budi", sari)
    assert sari.ref in authors_of(desk.living.case, "6")


def test_the_pages_walk_without_javascript(desk: Desk) -> None:
    client, at = Client(), f"/laporan/{desk.living.row.pk}/word/"
    client.force_login(desk.living.example.people["budi"])
    client.post(f"{at}salin/", {"kunci": new_key()})
    row = WordCopy.objects.get()
    docx = client.get(f"{at}salinan/{row.kode}.docx").content
    hand = Hand(
        Copy(docx, {one["no"]: one["teks"] for one in row.bagian}, row.angka, read(docx)),
        random.Random(1),
    )
    number = desk.number(row)
    hand.set_text(hand.paragraphs(number)[0], "Kinerja sangat baik.")
    hand.paragraphs(number)[-1].addnext(hand.table("satu", "dua", "tiga", "empat"))
    data = hand.save()
    file = SimpleUploadedFile("hasil.docx", data)
    answer = client.post(at, {"kunci": new_key(), "berkas": file})
    assert answer.status_code == 302, answer.content.decode()
    for url in (at, answer["Location"]):
        with CaptureQueriesContext(connection) as asked:
            page = client.get(url).content.decode()
        assert len(asked) <= MOST_QUERIES, [one["sql"][:90] for one in asked]
    assert "<del>cukup</del><ins>sangat</ins>" in page
    client.post(answer["Location"], {"kunci": new_key(), "tindakan": "terima:"})
    assert desk.text.startswith("Kinerja sangat baik.") and "| satu | dua |" in desk.text
    again = SimpleUploadedFile("hasil.docx", data)
    refused = client.post(at, {"kunci": new_key(), "berkas": again})
    assert "sudah diunggah" in refused.content.decode()
