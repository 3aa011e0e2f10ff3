"""The page of a section: preview, versions, comments, pictures; all without a script."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from PIL.ExifTags import Base

from runut.core.findings import Refused
from runut.core.report.blocks import Photo, blocks_of
from runut.core.report.lakip.keys import SIMPULAN
from runut.files.read.photo import read_photo
from runut.office import clock
from runut.office.acts.sending import Done
from runut.office.reports.drafting import compose_draft
from runut.office.reports.models import SectionComment, SectionPhoto, SectionText
from runut.office.verification.verify import verify_all
from runut.office.works.laporan.commenting import Said, close_comment, write_comment
from runut.office.works.laporan.comments import paragraphs_of
from runut.office.works.laporan.notices import notices_of
from runut.office.works.laporan.photos import Handed, keep_photo, line_of
from tests.textlife.living import Living
from tests.textlife.stations import living_at

pytestmark = pytest.mark.django_db
AT_WRITING = pytest.mark.parametrize("living", ["sempurnakan"], indirect=True)


@pytest.fixture(params=[""])
def living(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Living:
    """A case that has just begun, or where a test says that it stands."""
    found = living_at(request.param) if request.param else Living()
    monkeypatch.setattr(clock, "now", lambda: found.clock)
    return found


def client_of(living: Living, name: str) -> Client:
    client = Client()
    client.force_login(living.example.people[name])
    return client


def photo(width: int = 300, height: int = 200, **more: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), "green").save(out, "JPEG", **more)
    return out.getvalue()


def test_the_preview_shows_values_and_says_what_is_odd_and_saves_nothing(living: Living) -> None:
    client, url = client_of(living, "budi"), f"/laporan/{living.row.pk}/bagian/{SIMPULAN}/lihat/"
    typed = {
        "teks": "Capaian *tinggi*: {capaian IKU-1}, bukan {capaian IKU-77}.\u202e",
        "dasar": "0",
    }

    page = client.post(url, typed).content.decode()
    data = client.post(url, typed, headers={"Accept": "application/json"}).json()

    assert "<b>tinggi</b>: <span" in page and "101,40%</span>" in page
    assert "*tinggi*: {capaian IKU-1}" in page, "what was typed stands in its field again"
    assert "angka “capaian IKU-77” tidak dikenal" in data["temuan"][0]
    assert 'data-nama="capaian IKU-1"' in data["sunting"] and "\u202e" not in data["html"]
    assert not SectionText.objects.filter(case=living.row, key=SIMPULAN).exists()


def test_the_figures_of_the_picker_have_values_with_units_and_sources(living: Living) -> None:
    client, url = client_of(living, "budi"), f"/laporan/{living.row.pk}/angka/"

    rows = client.get(url, headers={"Accept": "application/json"}).json()["angka"]

    known = {name: (value, source) for name, value, _, source in rows}
    assert known["realisasi IK-3"] == ("9 menit", "Indikator!H6")
    assert known["pagu"][0].startswith("Rp") and known["serapan"][0].endswith("%")
    assert "{realisasi IK-3}" in client.get(url).content.decode()


@AT_WRITING
def test_an_earlier_version_comes_back_as_a_new_one(living: Living) -> None:
    living.write("budi", "Kinerja baik.")
    living.write("sari", "Kinerja sangat baik.")
    client, url = client_of(living, "budi"), f"/laporan/{living.row.pk}/bagian/{SIMPULAN}/versi/"

    page = client.get(url).content.decode()
    sent = client.post(url, {"kunci": "pulih", "dasar": "2", "versi": "1"})

    assert "<ins>sangat </ins>" in page and "Pulihkan versi 1" in page
    assert sent.status_code == 302
    last = SectionText.objects.filter(case=living.row, key=SIMPULAN).latest("versi")
    assert (last.versi, last.teks) == (3, "Kinerja baik.")
    assert verify_all() == ()


@AT_WRITING
def test_a_comment_waits_for_its_owner_until_the_text_changed_or_words_say_why(
    living: Living,
) -> None:
    living.write("budi", "Kinerja baik: {capaian IKU-1}.\nSelesai.")
    budi = living.example.people["budi"]
    quoted = paragraphs_of("Kinerja baik: {capaian IKU-1}.\nSelesai.")[0]
    said = Said(quoted, 1, "Sebutkan tahun lalu.", budi)
    assert isinstance(write_comment(living.row.pk, SIMPULAN, said, living.doer("hendra")), Done)
    row = SectionComment.objects.get()

    assert any("Sebutkan tahun lalu" in one.words for one in notices_of(budi))
    refused = close_comment(row, "", living.doer("budi"))
    assert isinstance(refused, Refused) and "belum berubah" in refused.reason
    other = close_comment(row, "Sudah.", living.doer("dewi"))
    assert isinstance(other, Refused) and "Budi Santoso" in other.reason

    living.write("budi", "Kinerja baik: {capaian IKU-1}, lebih tinggi dari 2024.\nSelesai.")
    assert isinstance(close_comment(row, "", living.doer("budi")), Done)
    assert not any("Komentar" in one.words for one in notices_of(budi))
    assert isinstance(close_comment(row, "Lagi.", living.doer("budi")), Refused)
    assert verify_all() == ()


@AT_WRITING
def test_only_a_writer_of_the_report_is_asked_and_only_while_it_can_change(living: Living) -> None:
    said = Said("", 0, "Baca lagi.", living.example.people["hendra"])
    refused = write_comment(living.row.pk, SIMPULAN, said, living.doer("maria"))
    assert isinstance(refused, Refused) and "tidak menulis laporan ini" in refused.reason


@AT_WRITING
def test_a_draft_with_open_comments_is_not_frozen(living: Living) -> None:
    said = Said("", 0, "Baca lagi.", living.example.people["budi"])
    write_comment(living.row.pk, SIMPULAN, said, living.doer("hendra"))
    client, url = client_of(living, "budi"), f"/pelaksanaan/{living.row.pk}/langkah/6/"

    page = client.get(url).content.decode()

    assert "Baca lagi." in page and "Jawab atau tutup" in page


@AT_WRITING
def test_a_picture_stands_in_the_paper_and_is_served_to_who_sees_the_case(living: Living) -> None:
    handed = Handed(photo(), "rapat.jpg", "Rapat tim", "Delapan orang")
    kept = keep_photo(living.row.pk, SIMPULAN, handed, living.doer("budi"))
    assert isinstance(kept, SectionPhoto)
    assert keep_photo(living.row.pk, SIMPULAN, handed, living.doer("sari")) == kept
    living.write("budi", f"Lihat gambar.\n{line_of(kept)}")

    paper = compose_draft(living.row, day=living.clock.date())

    assert not isinstance(paper, Refused)
    shown = [one for one in blocks_of(paper) if isinstance(one, Photo)]
    assert [(one.caption, one.width) for one in shown] == [("Rapat tim", 300)]
    assert shown[0].data
    url = f"/laporan/{living.row.pk}/gambar/{kept.kode}"
    answer = client_of(living, "maria").get(url)
    assert answer["Content-Type"] == "image/jpeg" and answer.content.startswith(b"\xff\xd8")
    assert Client().get(url).status_code == 302
    assert verify_all() == ()


@AT_WRITING
def test_who_does_not_write_the_report_hands_in_no_picture(living: Living) -> None:
    file = SimpleUploadedFile("rapat.jpg", photo())
    sent = {"kunci": "g", "berkas": file, "judul": "Rapat", "uraian": "Orang"}
    url = f"/laporan/{living.row.pk}/bagian/{SIMPULAN}/gambar/"

    answer = client_of(living, "dewi").post(url, sent)

    assert answer.status_code == 403 and not SectionPhoto.objects.exists()


def test_a_photograph_loses_the_place_where_it_was_taken_and_stands_upright() -> None:
    exif = Image.Exif()
    exif[Base.Orientation] = 6
    exif[Base.Make] = "Telepon"

    made, problems = read_photo(photo(3000, 2000, exif=exif), "a.jpg")

    assert made is not None and problems == ()
    data, width, height = made
    assert (width, height) == (1067, 1600)
    assert isinstance(data, bytes) and not Image.open(BytesIO(data)).getexif()


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\xff\xd8\xff\xe0 rusak", photo()[:300]])
def test_what_is_no_whole_picture_is_refused_in_words(data: bytes) -> None:
    made, problems = read_photo(data, "a.jpg")

    assert made is None and "JPG" in problems[0].usul


def test_a_small_picture_is_refused() -> None:
    made, problems = read_photo(photo(40, 40), "a.jpg")

    assert made is None and "terlalu kecil" in problems[0].pesan
