"""Signs that nobody sees are taken out at each door, by name: no paper prints 05,89 for 98,50."""

from io import BytesIO

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client, RequestFactory
from openpyxl import Workbook, load_workbook

from runut.core.report.word.flow import plain
from runut.core.words.unseen import unseen_in, visible
from runut.files.read.people_list import read_people_list
from runut.files.read.workbook.year import read_workbook
from runut.files.write.layout.letters import legal
from runut.office.cases.models import Case
from runut.office.example.office import examples
from runut.office.web.unseen import VisibleWords
from tests.kantor import kantor
from tests.office.berkas import sop_berkas

TURNED = "\u202e98,50"
SIGN = "pembalik arah kanan ke kiri (U+202E)"


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200b", "\u00ad", "\ud800", "\x07"])
def test_a_sign_goes_and_the_letters_stay(sign: str) -> None:
    assert visible(f"98{sign},50") == "98,50"
    assert unseen_in([sign]) and f"U+{ord(sign):04X}" in unseen_in([sign])[0]


def test_letters_lines_and_emoji_of_several_parts_stay() -> None:
    for text in ("Rapat é\r\nke-2\t“ya”\u00a0–", "👩\u200d💻", "ﺍﻟﻌﺮﺑﻴﺔ عربي"):
        assert unseen_in([text]) == () and visible(text) == text


def test_what_a_paper_or_a_word_file_held_before_is_never_printed_turned() -> None:
    assert legal(TURNED) == plain(TURNED) == "98,50"


@pytest.mark.django_db
def test_a_form_is_cleaned_before_it_is_kept_and_the_person_is_told() -> None:
    example = kantor()
    version = sop_berkas(example)
    people = {f"peran_{n}": [example.people[one].pk] for n, one in enumerate(("dewi", "budi"))}
    fields = {"kunci": "mulai", "judul": f"Berkas {TURNED}", "tahun": 2025, **people}
    client = Client()
    client.force_login(example.people["rina"])
    page = client.post(f"/pelaksanaan/mulai/{version.pk}/", fields, follow=True).content.decode()
    assert Case.objects.get().judul == "Berkas 98,50"
    assert f"Dari isian “Berkas 98,50”, tanda yang tidak terlihat dikeluarkan: {SIGN}." in page


def _passed(fields: dict[str, object]) -> tuple[dict[str, object], list[str]]:
    request = RequestFactory().post("/", fields)
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    VisibleWords(lambda _: HttpResponse()).process_view(request, None, (), {})
    names = {name: request.FILES[name].name for name in request.FILES}  # type: ignore[union-attr]
    return {**request.POST.dict(), **names}, [str(one) for one in get_messages(request)]


def test_a_password_stays_as_typed_and_a_name_of_a_file_is_cleaned() -> None:
    file = SimpleUploadedFile("buk\u202eti.pdf", b"x")
    sent, told = _passed({"kata_sandi": TURNED, "password": TURNED, "berkas": file, "a": "b\r\nc"})
    assert sent == {"kata_sandi": TURNED, "password": TURNED, "berkas": "bukti.pdf", "a": "b\r\nc"}
    assert told == []


def test_many_fields_are_told_in_one_short_notice() -> None:
    _, told = _passed({f"f{n}": f"{TURNED} {n}" for n in range(9)})
    assert len(told) == 1 and told[0].endswith("Begitu pula 6 isian lain.")


def test_a_cell_of_the_data_workbook_is_named_and_read_without_it() -> None:
    given = (examples() / "kinerja" / "lakip-2025.xlsx").read_bytes()
    book = load_workbook(BytesIO(given))
    cells = [one for row in book["Indikator"].iter_rows(min_row=2) for one in row]
    place = next(one for one in cells if isinstance(one.value, float) and one.value % 1)
    place.value = "\u202e" + str(place.value).replace(".", ",")
    out = BytesIO()
    book.save(out)
    data, findings = read_workbook(out.getvalue(), "angka.xlsx")
    said = [one.pesan for one in findings if one.kode == "tanda_tersembunyi"]
    assert said == [
        f"Lembar Indikator, sel {place.coordinate}: tanda yang tidak terlihat dikeluarkan: {SIGN}."
    ]
    assert data is not None and data == read_workbook(given, "angka.xlsx")[0]


def test_a_name_in_a_list_of_people_is_named_and_read_without_it() -> None:
    book = Workbook()
    book.active.append(["NIP", "Nama", "Jabatan"])
    book.active.append(["", "Siti\u200b Aminah", "Staf"])
    out = BytesIO()
    book.save(out)
    rows, findings = read_people_list(out.getvalue(), "pegawai.xlsx")
    assert rows is not None and rows[0].words["nama_pokok"] == "Siti Aminah"
    assert [one.letak.sel for one in findings if one.kode == "tanda_tersembunyi"] == ["Sheet!B2"]
