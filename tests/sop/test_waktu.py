"""The words of a standard time become working minutes, by dated conventions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.core.calendar.aturan import HARI_KERJA_SEBULAN, HARI_KERJA_SEMINGGU, MENIT_HARI_KERJA
from runut.core.sop.form.waktu import parse_waktu
from runut.core.words.dates import parse_date


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("10 menit", 10),
        ("30 mnt", 30),
        ("30 detik", 1),
        ("2 jam", 120),
        ("1 hari", 450),
        ("1 hari kerja", 450),
        ("2 Hari Kerja", 900),
        ("1 minggu", 2250),
        ("1 bulan", 9450),
        ("1/2 hari", 225),
        ("½ hari", 225),
        ("1 ½ jam", 90),
        ("setengah hari", 225),
        ("±30 menit", 30),
        ("+-30 menit", 30),
        ("+/- 30 menit", 30),
        ("± 1 jam", 60),
        ("1-2 hari", 900),
        ("1 – 2 hari", 900),
        ("1 s.d. 2 hari", 900),
        ("1 s/d 2 hari", 900),
        ("30 menit - 1 jam", 60),
        ("30 menit sampai 1 jam", 60),
        ("maks. 3 hari", 1350),
        ("Maksimal 3 hari kerja", 1350),
        ("paling lama 3 hari", 1350),
        ("1 jam 30 menit", 90),
        ("1 jam dan 30 menit", 90),
        ("1 hari, 2 jam", 570),
        ("2,5 jam", 150),
        ("2.5 jam", 150),
        ("1.000 menit", 1000),
        ("3 (tiga) hari", 1350),
        ("satu jam", 60),
        ("5menit", 5),
        ("15 menit.", 15),
    ],
)
def test_working_minutes(text: str, minutes: int) -> None:
    assert parse_waktu(text).menit_kerja == minutes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3 hari kalender",
        "secukupnya",
        "1 x 24 jam",
        "10 menit/berkas",
        "minimal 3 hari",
        "hari",
        "jam 08.00",
        "1 tahun",
        "3",
        "1/0 jamur",
        "menit 5",
        "2 jam setelah rapat",
    ],
)
def test_what_is_no_working_time_stays_words(text: str) -> None:
    waktu = parse_waktu(text)
    assert waktu.menit_kerja is None and waktu.teks == text


@given(st.text(max_size=60) | st.from_regex(r"[0-9 ,./½±-]{0,12}(menit|jam|hari)?", fullmatch=True))
def test_any_words_are_kept_and_never_raise(text: str) -> None:
    waktu = parse_waktu(text)
    assert waktu.teks == " ".join(text.split())
    assert waktu.menit_kerja is None or waktu.menit_kerja >= 0


def test_conventions_carry_their_reference() -> None:
    for aturan in (MENIT_HARI_KERJA, HARI_KERJA_SEMINGGU, HARI_KERJA_SEBULAN):
        assert aturan.rujukan and aturan.berlaku.year >= 2012


def test_dates_as_forms_write_them() -> None:
    for text in ("3 Januari 2022", "03-01-2022", "3/1/2022", "2022-01-03", "Senin, 3 Januari 2022"):
        assert str(parse_date(text)) == "2022-01-03"
    for text in ("", "31 Februari 2022", "Desember 2013", "22-01-03", "3 Smarch 2022"):
        assert parse_date(text) is None
