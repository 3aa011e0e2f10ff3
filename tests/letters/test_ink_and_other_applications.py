"""A letter signed in ink, or in SRIKANDI: its number is typed or given, its signed file is kept."""

import io
import re
import zipfile
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection

from runut.core.findings import Refused
from runut.core.report.blocks import Signatures
from runut.office.acts.sending import Doer, Done, Sending
from runut.office.cases.documents import stored_bytes, stored_paper
from runut.office.cases.models import AgendaNumber
from runut.office.letters import actions
from runut.office.letters.drawing import srikandi_docx, tree_of
from runut.office.letters.models import Letter
from runut.office.trust.models import Entry
from tests.kantor import MONDAY
from tests.meetings.rapat import Rapat

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=1)
DAY = MONDAY.date()
PDF = b"%PDF-1.7\n" + b"surat bertanda tangan " * 50


@pytest.fixture
def checked(drafted: Rapat) -> Rapat:
    one = Letter.objects.get()
    doer = Doer(drafted["rina"], LATER)
    assert isinstance(actions.check_letter(one, doer, read_sha256=one.document.sha256), Done)
    return drafted


def letter() -> Letter:
    return Letter.objects.get()


def number(rapat: Rapat, nomor: str = "", by: str = "dewi") -> Done | Refused:
    return actions.number_letter(letter(), Doer(rapat[by], LATER), nomor=nomor)


def upload(data: bytes = PDF, name: str = "surat.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def ink(rapat: Rapat, **changed: object) -> Done | Refused:
    given = {"tanggal": DAY, "berkas": upload(), "tempat": "Lemari 3"} | changed
    return actions.record_ink(letter(), Doer(rapat["dewi"], LATER), **given)  # type: ignore[arg-type]


def back(rapat: Rapat, **changed: object) -> Done | Refused:
    given = {"nomor": "T/123/ADPIM/2026", "tanggal": DAY, "berkas": upload()} | changed
    return actions.take_back(letter(), Doer(rapat["dewi"], LATER), **given)  # type: ignore[arg-type]


def test_sixteen_sends_of_one_letter_burn_one_number(checked: Rapat) -> None:
    """Sixteen tabs, each with the letter as it was opened and a form of its own."""
    opened = [letter() for _ in range(16)]
    answers = [
        actions.number_letter(
            one, Doer(checked["dewi"], LATER, Sending(f"tab-{n}", f"{n:064d}"), "/"), nomor=""
        )
        for n, one in enumerate(opened)
    ]
    assert [isinstance(one, Done) for one in answers] == [True] + [False] * 15
    assert AgendaNumber.objects.get(jenis="UND").terakhir == 1
    assert letter().nomor.startswith("001/UND/")


def test_a_disk_that_fills_up_in_the_middle_gives_no_number_away(checked: Rapat) -> None:
    def full(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith("INSERT") and Entry._meta.db_table in sql:
            raise OperationalError("database or disk is full")
        return execute(sql, *rest)

    with connection.execute_wrapper(full), pytest.raises(OperationalError, match="full"):
        number(checked)
    assert not AgendaNumber.objects.filter(jenis="UND", terakhir__gt=0).exists()
    assert isinstance(number(checked), Done)
    assert letter().nomor.startswith("001/UND/")


def test_a_letter_for_ink_is_numbered_with_room_for_it_and_is_not_signed_yet(
    checked: Rapat,
) -> None:
    assert isinstance(number(checked), Done)

    one = letter()
    body = stored_paper(one.document).body
    blocks = [x for b in body if isinstance(b, Signatures) for x in b.blocks]
    assert (one.status, one.nomor) == ("bernomor", "001/UND/ADPIM/2026")
    assert {(x.state, x.note) for x in blocks} == {("kosong", "")}
    assert isinstance(checked.deliver(at=LATER), Refused)


def test_ink_is_recorded_with_its_day_its_scan_and_where_the_original_lies(checked: Rapat) -> None:
    number(checked)
    assert isinstance(ink(checked), Done)

    one = letter()
    assert (one.status, one.cara, one.tempat_asli) == ("ditandatangani", "basah", "Lemari 3")
    assert one.scan is not None
    assert stored_bytes(one.scan, "pdf") == PDF
    assert isinstance(checked.deliver(at=LATER), Done)


@pytest.mark.parametrize("days", [-1, 1])
def test_ink_is_not_dated_before_its_number_nor_in_the_future(checked: Rapat, days: int) -> None:
    number(checked)
    answer = ink(checked, tanggal=DAY + timedelta(days=days))
    assert isinstance(answer, Refused)
    assert letter().status == "bernomor"


def test_a_scan_that_is_no_scan_is_refused_in_words(checked: Rapat) -> None:
    number(checked)
    answer = ink(checked, berkas=upload(b"MZ", "surat.exe"))
    assert isinstance(answer, Refused)
    assert answer.kode == "berkas_ditolak"


def test_a_number_that_another_book_gave_is_typed_and_ours_is_not_spent(checked: Rapat) -> None:
    assert isinstance(number(checked, "005/77/SET/2026"), Done)
    assert (letter().nomor, letter().nomor_dari_luar) == ("005/77/SET/2026", True)
    assert not checked.row.documents.filter(nomor__startswith="001/UND").exists()


def test_a_number_that_another_paper_has_is_not_typed_again(checked: Rapat) -> None:
    used = checked.row.documents.exclude(nomor="").first()
    assert used is not None
    for answer in (number(checked, used.nomor), back(checked, nomor=used.nomor)):
        assert isinstance(answer, Refused)
        assert answer.kode == "nomor_dipakai"


def test_srikandi_gets_a_docx_with_its_names_each_in_one_piece(checked: Rapat) -> None:
    docx = srikandi_docx(tree_of(letter().naskah), letter().office, LATER)
    xml = zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()
    names = set(re.findall(r"\$\{[a-z_]+\}", xml))
    assert names == {
        "${nomor_naskah}",
        "${tanggal_naskah}",
        "${ttd_pengirim}",
        "${nama_pengirim}",
        "${jabatan_pengirim}",
    }
    assert checked["andreas"].nama not in xml


def test_what_comes_back_from_srikandi_is_the_letter_and_its_hash_is_in_the_chain(
    checked: Rapat,
) -> None:
    assert isinstance(back(checked), Done)

    one = letter()
    assert (one.status, one.cara, one.nomor) == ("ditandatangani", "luar", "T/123/ADPIM/2026")
    assert stored_bytes(one.document, "pdf") == PDF
    line = Entry.objects.get(kind="surat.diambil_kembali")
    assert line.document == sha256(PDF).hexdigest()
    assert isinstance(checked.deliver(at=LATER), Done)
    assert isinstance(checked.complete_invitation(at=LATER), Done)


def test_only_who_drafted_it_or_signs_it_gives_the_number(checked: Rapat) -> None:
    answer = number(checked, by="joko")
    assert isinstance(answer, Refused)
    assert answer.kode == "bukan_pelaksana"
