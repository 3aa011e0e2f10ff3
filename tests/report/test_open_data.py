"""The figures of a year for any spreadsheet or program: numbers, units, sources, no formula."""

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

from runut.core.kinerja.model import Jenis, Terukur, Tulisan
from runut.core.report.lakip.data_terbuka import data_terbuka
from runut.files.write.table import write_csv
from tests.report.sample import DATA


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def test_every_indicator_with_its_unit_its_working_and_where_it_comes_from() -> None:
    rows = read(write_csv(data_terbuka(DATA, status="draf").indikator))
    assert [row["Kode indikator"] for row in rows] == [one.id for one in DATA.indikators]
    late = rows[2]
    assert (late["Satuan"], late["Target tahun"], late["Target tahun (bilangan)"]) == (
        "%",
        "95%",
        "95",
    )
    assert (late["Realisasi (bilangan)"], late["Capaian (%)"]) == ("90", "94,74")
    assert late["Tercapai"] == "tidak"
    assert late["Letak realisasi"] == DATA.indikators[2].realisasi.sel


def test_the_money_says_which_lines_are_summed() -> None:
    rows = read(write_csv(data_terbuka(DATA, status="draf").anggaran))
    summed = sum(int(row["Pagu (Rp)"]) for row in rows if row["Dijumlahkan"] == "ya")
    assert summed == 1_000_000_000


def test_words_of_people_never_become_a_formula() -> None:
    bad = replace(DATA.indikators[0], nama='=HYPERLINK("http://x")', sumber_data="@SUM(A1)")
    data = replace(DATA, indikators=(bad, *DATA.indikators[1:]))
    row = read(write_csv(data_terbuka(data, status="draf").indikator))[0]
    assert row["Indikator"] == '\'=HYPERLINK("http://x")'
    assert row["Sumber data"] == "'@SUM(A1)"


def test_a_day_is_no_number() -> None:
    day = date(2025, 3, 31)
    aim = Terukur(Decimal(day.toordinal()), "A1", Tulisan("31 Maret 2025", Jenis.TANGGAL))
    one = replace(DATA.indikators[0], target=aim, realisasi=aim, satuan="tanggal")
    found = data_terbuka(replace(DATA, indikators=(one,)), status="draf").indikator[0]
    assert found["Target tahun"] == "31 Maret 2025"
    assert found["Target tahun (bilangan)"] is None and found["Realisasi (bilangan)"] is None
