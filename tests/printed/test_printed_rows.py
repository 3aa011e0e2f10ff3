"""Random years, typed into a workbook, read, reported, written, and read back from the files."""

import pytest
from hypothesis import HealthCheck, given, settings

from runut.core.kinerja.model import DataKinerja
from runut.core.report.lakip.compose import compose_lakip
from runut.files.read.workbook.year import read_workbook
from tests.depth import examples
from tests.printed.complaints import complaints
from tests.printed.files import read_back
from tests.printed.flow import Shown, ShownTable
from tests.printed.years import Typed, years

QUIET = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)


def data_of(typed: Typed) -> DataKinerja | None:
    data, _ = read_workbook(typed.book, "buku.xlsx")
    return data


def check(typed: Typed) -> None:
    data = data_of(typed)
    assert data is not None
    files = read_back(compose_lakip(data, {}))
    for name, flow in files.items():
        assert complaints(flow, typed) == [], name
    assert rows_shown(files["docx"]) == rows_shown(files["html"]) == rows_shown(files["txt"])


def rows_shown(flow: list[Shown]) -> list[tuple[tuple[str, ...], ...]]:
    """The rows of every table with a head; a PDF breaks them over pages, the others do not."""
    return [one.rows for one in flow if isinstance(one, ShownTable) and one.head]


@settings(max_examples=examples(20), deadline=None, suppress_health_check=QUIET)
@given(years())
def test_every_printed_row_follows_from_itself_in_every_file(typed: Typed) -> None:
    check(typed)


def test_a_measurement_that_goes_over_a_page_across_holds_the_law() -> None:
    """Seed 151966058694197794765905115787226219347: the page across has a smaller head and foot."""
    row = {
        "ID sasaran": "S1", "Satuan": "dokumen", "Polaritas": "naik",
        "Target 2025": "12", "Realisasi 2025": "11", "Standar nasional": "tidak ada",
    }  # fmt: skip
    rows = [
        {**row, "ID": f"IKU-{n}", "Indikator kinerja": f"Persentase layanan tepat waktu {n}x"}
        for n in range(1, 17)
    ]
    money = {
        "Kode": "4.01", "Uraian": "Program", "Tingkat": "program", "ID sasaran": "S1",
        "Pagu (Rp)": "1000000", "Realisasi (Rp)": "900000",
    }  # fmt: skip
    check(Typed(({"ID": "S1", "Sasaran strategis": "Sasaran contoh"},), tuple(rows), (money,)))


@pytest.mark.gate
@settings(max_examples=200, deadline=None, suppress_health_check=QUIET)
@given(years())
def test_two_hundred_years_hold_the_law(typed: Typed) -> None:
    check(typed)
